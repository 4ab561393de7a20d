"""Where a reader can turn to from a page of results: its other pages, and the same search in other ways."""

from collections.abc import Iterator
from dataclasses import replace

from catalogue.asking import SearchRequest

_NEIGHBOURS = 2
_SIZES = (10, 20, 50, 100)


def on_page(asked: SearchRequest, page: int) -> SearchRequest:
    """The same search at another page."""
    return replace(asked, page=page)


def matching(asked: SearchRequest, match: str) -> SearchRequest:
    """The same search, of which as many words must match as a name of `MATCHES` says."""
    return replace(asked, match=match, page=1)


def at_revision(asked: SearchRequest, revision: str) -> SearchRequest:
    """The same search, which names the state of the data that its reader sees (""; none)."""
    return replace(asked, revision=revision, page=1)


def unfiltered(asked: SearchRequest) -> SearchRequest:
    """The same words among all publications."""
    return replace(asked, filters=(), page=1)


def sizes(asked: SearchRequest, usual: int) -> list[int]:
    """How many results a page may show: the `usual` and the asked-for number among them."""
    return sorted({*_SIZES, usual, asked.size})


def near(page: int, pages: int) -> Iterator[int]:
    """The first and last page and those around this one, with 0 for each gap.

    >>> list(near(6, 20))
    [1, 0, 4, 5, 6, 7, 8, 0, 20]
    """
    shown = [n for n in range(1, pages + 1) if n in (1, pages) or abs(n - page) <= _NEIGHBOURS]
    last = 0
    for number in shown:
        if number > last + 1:
            yield 0
        yield number
        last = number
