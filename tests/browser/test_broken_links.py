"""linkinator follows every link within the site, from the first page in each language: none leads nowhere.

Searches are followed one step: each has links to more of them without end, which crawlers are asked to leave
alone too (robots.txt). Parts of pages that links name (`#…`) must be there, and what style sheets ask for.
"""

import json
import subprocess
from pathlib import Path

import pytest

from catalogue.settings import LOCALES

ROOT = Path(__file__).resolve().parents[2]
LINKINATOR = ROOT / "node_modules" / "linkinator" / "build" / "src" / "cli.js"
NODE = ROOT / ".venv" / "bin" / "node"
UNBOUNDED = r"/search\?.*&", r"/search/facets/[a-z]+\?.*&", r"[?&]at="
"""Addresses by what they look like that lead to ever more of their kind."""
FORMATS = r"\.(?!bib(\?|$))[a-z]+(\.(xml|json|yaml))?(\?|$)"
"""Every list and publication is offered in the same many formats: one of them is asked for."""


@pytest.mark.parametrize("language", LOCALES)
def test_no_link_within_the_site_is_broken(site: str, language: str) -> None:
    if not (LINKINATOR.is_file() and NODE.is_file()):
        pytest.skip("linkinator is not installed (npm ci)")
    # What is of another site or another language is not asked for; the way into a language is.
    elsewhere = rf"^(?!{site}/({language}/|language/{language}|static/|style\.css))"
    skipped = [elsewhere, *UNBOUNDED, f"/{language}/.*{FORMATS}"]
    options = ["--recurse", "--format", "json", "--check-fragments", "--check-css", "--concurrency", "4"]
    options += [part for pattern in skipped for part in ("--skip", pattern)]
    command = [str(NODE), str(LINKINATOR), f"{site}/{language}/", *options]
    told = json.loads(subprocess.run(command, capture_output=True, text=True, check=False).stdout)
    broken = [
        f"{link['status']} {link['url']} on {link.get('parent')}"
        for link in told["links"]
        if link["state"] == "BROKEN"
    ]
    assert broken == [], "\n".join(broken)
