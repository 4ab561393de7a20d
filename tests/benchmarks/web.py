"""The catalogue over HTTP, beside a fixed page of the same size served in the same way.

Both servers stand there together and are asked in turns, so that a busy machine slows both alike.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from typing import Any
from urllib.parse import quote, urlencode

import click

from tests.benchmarks.corpus import Corpus
from tests.benchmarks.figures import milliseconds, percentile, show
from tests.benchmarks.load import CONNECTIONS, Load, load
from tests.benchmarks.machine import Memory
from tests.benchmarks.pipeline import site_of
from tests.benchmarks.questions import questions
from tests.benchmarks.site import WORKERS, Server, rendering, serving
from tests.benchmarks.store import read_documents

REQUESTS = 2_000
"""Timed requests of each kind of page: searches to measure the memory after, a thousand for each worker."""

_WARM = 100
_AGAIN = 100  # addresses that are asked for over and over: what a worker has made is kept
_ROUNDS = 4
_SEED = 3


@dataclass(frozen=True, slots=True)
class Work:
    """What a server did under load, and the seconds that its workers computed for it."""

    load: Load
    computed: float

    @classmethod
    def of(cls, server: Server, paths: Sequence[str]) -> "Work":
        """Put a load on a server."""
        before = server.computed()
        done = load(server.ports, paths)
        return cls(done, server.computed() - before)

    def __add__(self, later: "Work") -> "Work":
        """This work and more."""
        return Work(self.load + later.load, self.computed + later.computed)

    @property
    def mean_computed(self) -> float:
        """The seconds computed for one answer, which hardly change when others use the machine."""
        return self.computed / len(self.load.seconds)

    @property
    def mean_bytes(self) -> int:
        """The bytes of one answer, headers included."""
        return self.load.bytes // len(self.load.seconds)


@dataclass(frozen=True, slots=True)
class Page:
    """A kind of page: the work of the catalogue, and that of the fixed page."""

    name: str
    ours: Work
    fixed: Work


def measure(corpus: Corpus) -> dict[str, Any]:
    """Serve the corpus, ask for each kind of page, show the figures, and return them for JSON."""
    site = site_of(corpus)
    click.echo("http: bringing the site up to date", err=True)
    site.index()
    pages = []
    memory: list[Memory] = []
    with rendering(site.settings), site.served() as server:
        for name, paths in _paths(corpus).items():
            click.echo(f"http: {name}", err=True)
            pages.append(_race(name, server, paths))
            memory = memory or [Memory.of(worker) for worker in server.workers]
    _show(pages, memory)
    return {
        "workers": WORKERS,
        "connections": CONNECTIONS,
        "worker_mb": [own.megabytes for own in memory],
        "pages": {page.name: _figures(page) for page in pages},
    }


def _paths(corpus: Corpus) -> dict[str, list[str]]:
    """Addresses by kind of page: `_WARM` to warm up and `REQUESTS` to be timed."""
    documents = list(read_documents(corpus.documents))
    asked = questions(documents, min(_WARM + REQUESTS, len(documents)), _SEED)
    keys = [quote(document.id, safe="") for document in documents]
    kinds = {
        "search": ["/search?" + urlencode({"q": question.typed}) for question in asked],
        "record": [f"/publications/{key}" for key in keys],
        "record.bib": [f"/publications/{key}.bib" for key in keys],
    }
    first = {name: _spread(paths, _WARM + REQUESTS) for name, paths in kinds.items()}
    again = {
        f"{name}, again": list(islice(cycle(first[name][:_AGAIN]), _WARM + REQUESTS))
        for name in ("search", "record")
    }
    return first | again


def _spread(paths: Sequence[str], number: int) -> list[str]:
    """So many of the addresses, from beginning to end; repeated where there are fewer."""
    return [paths[place * len(paths) // number] for place in range(number)]


def _race(name: str, server: Server, paths: Sequence[str]) -> Page:
    """Ask for the pages, and as often for a fixed page of their mean size."""
    load(server.ports, paths[:_WARM])
    first, *following = [paths[_WARM + turn :: _ROUNDS] for turn in range(_ROUNDS)]
    ours = Work.of(server, first)
    with serving(f"tests.benchmarks.fixed_page:create_app({ours.mean_bytes})") as other:
        load(other.ports, paths[:_WARM])
        fixed = Work.of(other, first)
        for turn in following:
            ours += Work.of(server, turn)
            fixed += Work.of(other, turn)
    return Page(name, ours, fixed)


def _show(pages: Sequence[Page], memory: Sequence[Memory]) -> None:
    head = ["page", "requests/s", "p50 ms", "p95 ms", "computed ms", "bytes"]
    rows = []
    for page in pages:
        for name, work in ((page.name, page.ours), (f"{page.name}, fixed", page.fixed)):
            times = [percentile(work.load.seconds, percent) for percent in (50, 95)]
            cells = map(milliseconds, (*times, work.mean_computed))
            rows.append([name, f"{work.load.rate:,.0f}", *cells, f"{work.mean_bytes:,}"])
    show(f"Over HTTP, {WORKERS} workers, {CONNECTIONS} connections", head, rows)
    for page in pages:
        rate, computed = _ratios(page)
        click.echo(
            f"{page.name}: {rate:.2f} x the requests/s of the fixed page; by computed time {computed:.2f} x"
        )
    private = "; ".join(f"{own} MB" for own in memory)
    click.echo(f"Private memory of the workers after {REQUESTS:,} searches, own + mapped: {private}")


def _ratios(page: Page) -> tuple[float, float]:
    """How many of our pages come in the time of one fixed page: as measured, and by computed time alone."""
    ours, fixed = page.ours, page.fixed
    return ours.load.rate / fixed.load.rate, fixed.mean_computed / ours.mean_computed


def _figures(page: Page) -> dict[str, Any]:
    rate, computed = _ratios(page)
    return {"ratio": round(rate, 3), "ratio_computed": round(computed, 3)} | {
        name: {
            "requests_per_second": round(work.load.rate, 1),
            "p50_ms": round(percentile(work.load.seconds, 50) * 1000, 3),
            "p95_ms": round(percentile(work.load.seconds, 95) * 1000, 3),
            "computed_ms": round(work.mean_computed * 1000, 3),
            "bytes": work.mean_bytes,
        }
        for name, work in (("ours", page.ours), ("fixed", page.fixed))
    }
