"""Years to filter by, as an address states them: one by one, or as ranges such as `2010..2020`.

A filter is a set of facet keys; a range is written for all the years in it, and read as them.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from catalogue.documents import MISSING

FIRST, LAST = 0, 2100
"""The years that a range without a beginning or an end goes from and to."""

_RANGE = re.compile(r"(\d{0,4})\.\.(\d{0,4})", re.ASCII)
_END = re.compile(r"\d{0,4}", re.ASCII)
_MOST_KEPT = 64
"""Filters that are written many times: each link of a page repeats its own."""
_YEAR = re.compile(r"0|[1-9]\d{0,3}", re.ASCII)


def keys_of(stated: Iterable[str]) -> frozenset[str]:
    """The keys that years and ranges stand for; what is neither is a key as it stands.

    >>> sorted(keys_of(["2019..2021", "1987", "-"]))
    ['-', '1987', '2019', '2020', '2021']
    """
    keys: set[str] = set()
    for each in stated:
        ends = _RANGE.fullmatch(each)
        years = _between(ends[1], ends[2]) if ends else ()
        keys.update(map(str, years) if years else [each])
    return frozenset(keys)


@lru_cache(_MOST_KEPT)
def stated_by(keys: frozenset[str]) -> tuple[str, ...]:
    """The shortest that `keys_of` makes the same keys of: ranges in their order, and what is no year.

    >>> stated_by(frozenset({"2019", "2020", "2021", "1987", "-"}))
    ('1987', '2019..2021', '-')
    """
    years = sorted(int(key) for key in keys if _is_year(key))
    others = sorted(key for key in keys if not _is_year(key))
    return (*(_stated(first, last) for first, last in _runs(years)), *others)


def ends_of(stated: str) -> tuple[str, str] | None:
    """First and last year of what `stated_by` gave, empty at an open end; None for what is no year."""
    if ends := _RANGE.fullmatch(stated):
        return ends[1], ends[2]
    return (stated, stated) if _is_year(stated) else None


def chosen(stated: Iterable[str], first: str, last: str) -> list[str]:
    """What the fields of a form choose: their range in place of all that is `stated` but `MISSING`; what is
    stated where they are empty, or name no years."""
    typed = f"{first.strip()}..{last.strip()}"
    if typed == ".." or not _RANGE.fullmatch(typed):
        return list(stated)
    return [typed, *(each for each in stated if each == MISSING)]


def is_end(typed: str) -> bool:
    """Whether an end of a range can be made of what was typed: numbers of a year, or nothing."""
    return _END.fullmatch(typed) is not None


def _is_year(key: str) -> bool:
    return _YEAR.fullmatch(key) is not None and int(key) <= LAST


def _between(first: str, last: str) -> range:
    """The years of a range, whichever of its ends is stated first; none where it states no end."""
    if not first and not last:
        return range(0)
    low, high = int(first or FIRST), int(last or LAST)
    if first and last:
        low, high = sorted((low, high))
    return range(low, min(high, LAST) + 1)


def _runs(years: list[int]) -> Iterator[tuple[int, int]]:
    """First and last of years that follow each other."""
    at = 0
    for place, year in enumerate(years):
        if place + 1 == len(years) or years[place + 1] != year + 1:
            yield years[at], year
            at = place + 1


def _stated(first: int, last: int) -> str:
    if first == last:
        return str(first)
    if (first, last) == (FIRST, LAST):
        return f"{first}..{last}"
    return f"{'' if first == FIRST else first}..{'' if last == LAST else last}"
