"""How fast citations are made and what they take.

A site of the forty fabricated works stands in this process as a web worker has it, with a renderer beside it.
Each favourite style is timed from its first citation (it compiles) and then over items that were never asked
for before, so that none comes from memory. Then pages with citations are fetched, and this process weighed.
"""

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import click

from catalogue.app import create_app
from catalogue.build import build
from catalogue.citations import Job
from catalogue.citations.client import Client
from catalogue.settings import Settings
from tests.benchmarks.site import rendering
from tests.catalogue.citations.shelf import items
from tests.library_records import LIBRARY

ROUNDS = 10
"""Times that the forty items are cited in each style."""
WARM_PAGES, PAGES = 100, 500


@dataclass(frozen=True, slots=True)
class Pace:
    """A style: seconds until its first citation, then citations in a second."""

    style: str
    compiling: float
    citations_per_second: float


@dataclass(frozen=True, slots=True)
class Weight:
    """Megabytes in memory: the renderer with all favourites compiled, a worker before and after its pages."""

    renderer: float
    worker_before: float
    worker_after: float
    pages: int


def measure() -> dict[str, Any]:
    """Measure, show the figures, and return them for JSON."""
    with tempfile.TemporaryDirectory() as folder, _site(Path(folder)) as settings:
        paces = [_pace(settings, style) for style in settings.citation_styles]
        weight = _weight(settings)
    _show(paces, weight)
    return {"styles": [asdict(pace) for pace in paces], "megabytes": asdict(weight)}


@contextmanager
def _site(folder: Path) -> Iterator[Settings]:
    settings = Settings(data=folder / "data", state=folder / "state")
    settings.data.mkdir()
    shutil.copy(LIBRARY / "cited.csl.yaml", settings.data / "cited.yaml")
    build(settings)
    with rendering(settings):
        yield settings


def _pace(settings: Settings, style: str) -> Pace:
    client = Client(settings.renderer_socket)
    locale = "ru-RU" if style.startswith("gost-") else "en-US"
    began = time.perf_counter()
    client.render([Job(style, locale, items()[0])])
    compiled = time.perf_counter()
    for turn in range(ROUNDS):
        client.render([Job(style, locale, {**item, "title": f"{item['title']} {turn}"}) for item in items()])
    seconds = time.perf_counter() - compiled
    return Pace(style, round(compiled - began, 3), round(ROUNDS * len(items()) / seconds, 1))


def _weight(settings: Settings) -> Weight:
    client = create_app(settings).test_client()
    styles = settings.citation_styles
    addresses = [f"/publications/{item['id']}?style={style}" for style in styles for item in items()]

    def fetch(number: int) -> None:
        for turn in range(number):
            answer = client.get(addresses[turn % len(addresses)])
            assert answer.status_code == 200, addresses[turn % len(addresses)]

    fetch(WARM_PAGES)
    before = _megabytes("self")
    fetch(PAGES)
    return Weight(_megabytes(_renderer_process(settings)), before, _megabytes("self"), PAGES)


def _renderer_process(settings: Settings) -> str:
    """The number of the process whose command line names the socket."""
    named = str(settings.renderer_socket).encode()
    return next(
        path.parent.name for path in Path("/proc").glob("[0-9]*/cmdline") if named in path.read_bytes()
    )


def _megabytes(process: str) -> float:
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    resident = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
    return round(int(resident.split()[1]) / 1024, 1)


def _show(paces: list[Pace], weight: Weight) -> None:
    click.echo(f"\n{'style':30} {'compiling':>12} {'citations/s':>12}")
    for pace in paces:
        click.echo(f"{pace.style:30} {pace.compiling:>10.2f} s {pace.citations_per_second:>12.0f}")
    click.echo(f"renderer, all of them compiled or lately so: {weight.renderer:.0f} MB")
    click.echo(
        f"web worker: {weight.worker_before:.1f} MB, "
        f"after {weight.pages} more pages with citations {weight.worker_after:.1f} MB"
    )
