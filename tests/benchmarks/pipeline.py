"""From BibTeX text to a site: the first build of a whole corpus, and an edit of one entry of it."""

import re
import shutil
import subprocess
import time
from contextlib import suppress
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import quote

import click

from tests.benchmarks.corpus import Corpus
from tests.benchmarks.load import fetch
from tests.benchmarks.machine import Memory, memory_of_tree
from tests.benchmarks.site import Server, Site

FILES = 20
"""Files that a corpus is built from at first."""
MANY_FILES = 100
"""Files among which one is edited."""

_EDITS = 3
_LOOK = 0.25
_GLANCE = 0.02
_PATIENCE = 10
_TITLED = re.compile(r"^@\w+\{([^,\s]+),[^@]*?^\s*title\s*=\s*[{\"]+", re.MULTILINE)


def site_of(corpus: Corpus) -> Site:
    """The site of a corpus, which stays for later runs; its data folder is there, perhaps not its index."""
    site = Site(corpus.folder / "site" / "data", corpus.folder / "site" / "state")
    if not site.data.exists():
        corpus.write(site.data, MANY_FILES)
    return site


def measure(corpus: Corpus) -> dict[str, Any]:
    """Build the site of a corpus anew, edit entries of it while it is served, and show the figures."""
    site = site_of(corpus)
    shutil.rmtree(site.data)
    shutil.rmtree(site.state, ignore_errors=True)
    corpus.write(site.data, FILES)
    click.echo(f"pipeline: building from {FILES} files", err=True)
    seconds, peak = _build(site)
    shutil.rmtree(site.data)
    files = corpus.write(site.data, MANY_FILES)
    click.echo(f"pipeline: editing one of {MANY_FILES} files", err=True)
    site.index()
    with site.served() as server:
        edits = [_edit(site, server, path) for path in files[:: MANY_FILES // _EDITS][:_EDITS]]
    records = len(corpus.entries)
    click.echo(
        f"\nFrom text to searchable: {records:,} entries in {FILES} files in {seconds:.1f} s, "
        f"{records / seconds:,.0f} a second, with at most {peak} MB (own + mapped)\n"
        f"An edit among {MANY_FILES} files is seen after {median(edits):.2f} s"
    )
    return {
        "build_seconds": round(seconds, 2),
        "records_per_second": round(records / seconds, 1),
        "peak_mb": peak.megabytes,
        "edit_seconds": [round(own, 3) for own in edits],
    }


def _build(site: Site) -> tuple[float, Memory]:
    """The seconds that `catalogue index` takes, and the most memory that its processes have together."""
    began = time.perf_counter()
    peak = Memory(0, 0)
    with site.indexing() as process:
        while process.poll() is None:
            now = memory_of_tree(process.pid)
            peak = Memory(max(peak.own, now.own), max(peak.mapped, now.mapped))
            with suppress(subprocess.TimeoutExpired):
                process.wait(_LOOK)
        seconds = time.perf_counter() - began
    return seconds, peak


def _edit(site: Site, server: Server, path: Path) -> float:
    """Add a word to a title; the seconds from the start of `catalogue index` until the site shows it.

    Raises RuntimeError where it never does.
    """
    text = path.read_text(encoding="utf-8")
    entry = _TITLED.search(text)
    if entry is None:
        raise RuntimeError(f"{path} has no entry with a title")
    word = f"Edited{time.time_ns()}"
    path.write_text(f"{text[: entry.end()]}{word} {text[entry.end() :]}", encoding="utf-8")
    page = f"/publications/{quote(entry[1], safe='')}"
    fetch(server.ports[0], page)
    began = time.perf_counter()
    with site.indexing() as process:
        while word.encode() not in fetch(server.ports[0], page):
            if time.perf_counter() - began > _PATIENCE and process.poll() is not None:
                raise RuntimeError(f"an edit of {entry[1]} is not seen on its page")
            time.sleep(_GLANCE)
        return time.perf_counter() - began
