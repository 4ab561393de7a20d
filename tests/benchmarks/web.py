"""The catalogue over HTTP, beside a fixed page of the same size served in the same way.

Both servers stand there together and are asked in turns, so that a busy machine slows both alike.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any
from urllib.parse import quote, urlencode

import click

from tests.benchmarks.corpus import Corpus
from tests.benchmarks.figures import milliseconds, percentile, show
from tests.benchmarks.load import CONNECTIONS, Load, load
from tests.benchmarks.machine import MEGABYTE, private_memory
from tests.benchmarks.pipeline import site_of
from tests.benchmarks.questions import questions
from tests.benchmarks.site import WORKERS, Server, rendering, serving
from tests.benchmarks.store import read_documents

REQUESTS = 2_000
"""Timed requests of each kind of page: searches to measure the memory after, a thousand for each worker."""

_WARM = 100
_ROUNDS = 4
_SEED = 3
_NO_LOAD = Load([], 0.0, 0)


@dataclass(frozen=True, slots=True)
class Page:
    """A kind of page: what the catalogue and the fixed page did."""

    name: str
    ours: Load
    fixed: Load

    @property
    def ratio(self) -> float:
        """How many of our pages are answered in the time of one fixed page."""
        return self.ours.rate / self.fixed.rate


def measure(corpus: Corpus) -> dict[str, Any]:
    """Serve the corpus, ask for each kind of page, show the figures, and return them for JSON."""
    site = site_of(corpus)
    click.echo("http: bringing the site up to date", err=True)
    site.index()
    pages = []
    memory: list[int] = []
    with rendering(site.settings), site.served() as server:
        for name, paths in _paths(corpus).items():
            click.echo(f"http: {name}", err=True)
            pages.append(_race(name, server, paths))
            memory = memory or [private_memory(worker) for worker in server.workers]
    _show(pages, memory)
    return {
        "workers": WORKERS,
        "connections": CONNECTIONS,
        "worker_mb": [round(own / MEGABYTE, 1) for own in memory],
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
    return {name: _spread(paths, _WARM + REQUESTS) for name, paths in kinds.items()}


def _spread(paths: Sequence[str], number: int) -> list[str]:
    """So many of the addresses, from beginning to end; repeated where there are fewer."""
    return [paths[place * len(paths) // number] for place in range(number)]


def _race(name: str, server: Server, paths: Sequence[str]) -> Page:
    """Ask for the pages, and as often for a fixed page of their mean size."""
    load(server.ports, paths[:_WARM])
    turns = [paths[_WARM + turn :: _ROUNDS] for turn in range(_ROUNDS)]
    ours, fixed = load(server.ports, turns[0]), _NO_LOAD
    with serving(f"tests.benchmarks.fixed_page:create_app({ours.bytes // len(ours.seconds)})") as other:
        load(other.ports, paths[:_WARM])
        for turn, following in zip_longest(turns, turns[1:]):
            fixed += load(other.ports, turn)
            ours += load(server.ports, following or ())
    return Page(name, ours, fixed)


def _show(pages: Sequence[Page], memory: Sequence[int]) -> None:
    rows = [
        [
            f"{page.name}{kind}",
            f"{own.rate:,.0f}",
            milliseconds(percentile(own.seconds, 50)),
            milliseconds(percentile(own.seconds, 95)),
            f"{own.bytes / len(own.seconds):,.0f}",
            ratio,
        ]
        for page in pages
        for kind, own, ratio in (("", page.ours, f"{page.ratio:.2f} x"), (", fixed page", page.fixed, ""))
    ]
    head = ["page", "requests/s", "p50 ms", "p95 ms", "bytes", "of the fixed page"]
    show(f"Over HTTP, {WORKERS} workers, {CONNECTIONS} connections", head, rows)
    private = ", ".join(f"{own / MEGABYTE:.0f} MB" for own in memory)
    click.echo(f"Private memory of the workers after {REQUESTS:,} searches: {private}")


def _figures(page: Page) -> dict[str, Any]:
    kinds = {"ours": page.ours, "fixed": page.fixed}
    return {"ratio": round(page.ratio, 3)} | {
        name: {
            "requests_per_second": round(own.rate, 1),
            "p50_ms": round(percentile(own.seconds, 50) * 1000, 3),
            "p95_ms": round(percentile(own.seconds, 95) * 1000, 3),
            "bytes": own.bytes // len(own.seconds),
        }
        for name, own in kinds.items()
    }
