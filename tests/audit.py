"""Lighthouse over a site of `data/`, served as `make serve` serves it: `python -m tests.audit`.

Each kind of page is looked at once as on a phone and once as at a desk; every figure is printed, and what
misses a goal is named with the audits that it failed. Not part of `make test`: it takes minutes and tells the
clock, so a busy machine may cost points of performance.
"""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[1]
LIGHTHOUSE = ROOT / "node_modules" / "lighthouse" / "cli" / "index.js"
FLAGS = "--headless --no-sandbox --disable-gpu --disable-background-networking"
SCREENS = {"phone": (), "desk": ("--preset=desktop",)}
GOALS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
SHIFT = "cumulative-layout-shift"
PATIENCE = 60
"""Seconds in which the site has to answer."""
ATTEMPTS = 4
"""Lighthouse asks to be run again where the browser's trace of a visit has lost its beginning."""


@dataclass(frozen=True)
class Page:
    """A kind of page, by an address of it. Results of a search are kept from search engines, others not."""

    name: str
    address: str
    is_found: bool = True

    @property
    def goals(self) -> dict[str, int]:
        """The least points of each category that counts here."""
        return {name: least for name, least in GOALS.items() if self.is_found or name != "seo"}


@dataclass(frozen=True)
class Verdict:
    """What Lighthouse said of a page on one screen: points from 0 to 100, the shift of its layout, and the
    audits failed in each category that missed its goal."""

    points: dict[str, int]
    shift: float
    missed: dict[str, list[str]]


def main() -> int:
    """Prints the table; 1 where a goal is missed."""
    if not LIGHTHOUSE.is_file():
        sys.exit("Lighthouse is not installed: make install-dev.")
    with site() as base:
        pages = kinds(base)
        print(f"{'page':<10}{'screen':<8}" + "".join(f"{name:>16}" for name in GOALS) + f"{'shift':>10}")
        verdicts = []
        for page in pages:
            for screen in SCREENS:
                verdict = judged(page, base, screen)
                verdicts.append((page, screen, verdict))
                points = "".join(f"{verdict.points.get(name, '–'):>16}" for name in GOALS)
                print(f"{page.name:<10}{screen:<8}{points}{verdict.shift:>10.3f}", flush=True)
    faults = [(page, screen, verdict) for page, screen, verdict in verdicts if verdict.missed]
    for page, screen, verdict in faults:
        for category, failed in verdict.missed.items():
            print(f"\n{page.name}, {screen}: {category} misses its goal", *failed, sep="\n  ")
    return 1 if faults else 0


@contextmanager
def site() -> Iterator[str]:
    """The address of the running site, with a state of its own."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory() as state:
        environment = {**os.environ, "CATALOGUE_STATE": state, "CATALOGUE_DATA": str(ROOT / "data")}
        command = [str(Path(sys.executable).with_name("catalogue")), "serve", "--port", str(port)]
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
        try:
            yield ready(f"http://127.0.0.1:{port}", server)
        finally:
            server.terminate()
            server.wait(PATIENCE)


def ready(base: str, server: "subprocess.Popen[bytes]") -> str:
    """The address, once the site answers there."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urlopen(f"{base}/healthz"):
                return base
        except (URLError, OSError):
            time.sleep(0.2)
    sys.exit("The site did not start.")


def kinds(base: str) -> list[Page]:
    """The kinds of page that are looked at."""
    with urlopen(f"{base}/search") as answer:
        found = re.search(r'href="(/publications/[^"?]+)', answer.read().decode())
    if found is None:
        sys.exit("The site shows no publication.")
    return [Page("home", "/"), Page("search", "/search?q=migration", False), Page("abstract", found[1])]


def judged(page: Page, base: str, screen: str) -> Verdict:
    """What Lighthouse says of a page."""
    report = report_of(base + page.address, SCREENS[screen])
    points = {name: round(100 * (report["categories"][name]["score"] or 0)) for name in page.goals}
    shift = report["audits"][SHIFT]["numericValue"]
    missed = {name: failed(report, name) for name, least in page.goals.items() if points[name] < least}
    if shift:
        missed[SHIFT] = [report["audits"][SHIFT]["displayValue"]]
    return Verdict(points, shift, missed)


def report_of(address: str, options: tuple[str, ...]) -> dict[str, Any]:
    """The report of Lighthouse on an address."""
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "")
    environment = {**os.environ, "CHROME_PATH": os.environ.get("CHROME_PATH", browser)}
    node = shutil.which("node", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    command = [node or "node", str(LIGHTHOUSE), address, "--quiet", "--output=json", *options]
    command += [f"--only-categories={','.join(GOALS)}", f"--chrome-flags={FLAGS}"]
    complaints = ""
    for _ in range(ATTEMPTS):
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
        if not done.returncode:
            report: dict[str, Any] = json.loads(done.stdout)
            return report
        complaints = done.stderr
    sys.exit(f"Lighthouse failed at {address}:\n{complaints}")


def failed(report: dict[str, Any], category: str) -> list[str]:
    """The audits of a category that cost points, each with what it found."""
    weights = {own["id"]: own["weight"] for own in report["categories"][category]["auditRefs"]}
    costly = [report["audits"][name] for name, weight in weights.items() if weight]
    return [
        f"{own['id']}: {own['title']} {own.get('displayValue', '')} {places(own)}".rstrip()
        for own in costly
        if own["score"] is not None and own["score"] < 1
    ]


def places(audit: dict[str, Any]) -> str:
    """Where in the page an audit found its faults."""
    items = audit.get("details", {}).get("items", [])
    nodes = [item["node"]["snippet"] for item in items if isinstance(item, dict) and "node" in item]
    told = [str(item["description"]) for item in items if isinstance(item, dict) and "description" in item]
    return " ".join([*nodes[:3], *told[:3]])


if __name__ == "__main__":
    sys.exit(main())
