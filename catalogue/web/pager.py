"""Where a reader can turn to from a page of results or a list: its other pages, the same search otherwise."""

from collections.abc import Iterator
from dataclasses import replace

from flask import request

from catalogue.asking import SearchRequest

_NEIGHBOURS = 2
_MOST_PAGES = 1_000_000
_FEWEST_STEPS = 20
"""Pages that are all linked."""
_STEPS = (10, 20, 50, 100)
"""How many pages stand between those that a reader leaps to; any page is three leaps away at most."""
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


def page_number() -> int:
    """The page that the address of this request names, the first where it names none."""
    stated = request.args.get("page", "")
    return min(int(stated), _MOST_PAGES) or 1 if stated.isdecimal() and len(stated) < 10 else 1


def pages_of(total: int, on_page: int) -> int:
    """How many pages some things fill, at least one."""
    return max(1, -(-total // on_page))


def leaps(page: int, pages: int) -> tuple[int, ...]:
    """The pages that a page links to, so that any is three links away at most: those around it one by one,
    around them every tenth, and every hundredth of all; of very many, in larger steps.

    >>> leaps(57, 230)
    (1, 10, 20, 30, 40, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 70, 80, 90, 100, 200, 230)
    """
    if pages <= _FEWEST_STEPS:
        return tuple(range(1, pages + 1))
    step = next((each for each in _STEPS if each**3 >= pages), _STEPS[-1])
    near, far = page // step * step, page // step**2 * step**2
    shown = {1, page - 1, page, page + 1, pages}
    shown.update(range(near, near + step + 1))
    shown.update(range(far, far + step**2 + 1, step))
    shown.update(range(0, pages, step**2))
    return tuple(sorted(number for number in shown if 1 <= number <= pages))
