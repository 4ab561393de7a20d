"""Ranges of numbers and days as people write them: `2019`, `2019..2021`, `>2020`, `2024-05`.

Days are the numbers of `Kind.DATE`; a year or a month stands for all its days.
"""

import re
from typing import NamedTuple

from index.field import Kind


class Bounds(NamedTuple):
    """Both bounds are included (None: open); `end` is where in the text the range ends."""

    low: int | None
    high: int | None
    end: int


_YEARS = r"[-−]?\d{1,15}"
_DAYS = r"\d{1,4}(?:-\d{1,2}(?:-\d{1,2})?)?"
_AFTER = {">", "AFT"}
_BEFORE = {"<", "BEF"}
_FROM = {">=", "≥"}
_TO = {"<=", "≤"}


def _forms(value: str, joints: str) -> re.Pattern[str]:
    end = r"(?=[,;.]?(?:[\s()\]]|$))"
    return re.compile(
        rf"(?P<sign><=|>=|<|>|=|≤|≥|(?:AFT|BEF|IS)\b)\s*(?P<bound>{value}){end}"
        rf"|\[\s*(?P<first>{value}|\*)\s+TO\s+(?P<last>{value}|\*)\s*\]"
        rf"|(?P<low>{value})?(?:\.\.+|…)(?P<high>{value})?{end}"
        rf"|(?P<from>\d{{1,15}})(?:{joints})(?P<to>\d{{1,15}}){end}"
        rf"|(?P<since>\d{{1,15}})(?:{joints}){end}"
        rf"|(?P<only>{value}){end}"
    )


_RANGES = {Kind.NUMBER: _forms(_YEARS, "-|–|—|--"), Kind.DATE: _forms(_DAYS, "–|—|--|-(?=\\d{4})")}


def read_range(text: str, kind: Kind, at: int = 0) -> Bounds | None:
    """The range of a NUMBER or DATE field that begins at a place in a text; None if none does.

    >>> read_range("2021..2019", Kind.NUMBER)
    Bounds(low=2019, high=2021, end=10)
    >>> read_range(">2024-05", Kind.DATE)
    Bounds(low=20240600, high=None, end=8)
    """
    found = _RANGES[kind].match(text, at)
    if found is None:
        return None
    low, high = _bounds(found, kind)
    return None if low is None and high is None else Bounds(low, high, found.end())


def whole_range(text: str, kind: Kind) -> Bounds | None:
    """The range that a whole text names."""
    found = read_range(text, kind)
    return found if found and found.end == len(text) else None


def _bounds(found: re.Match[str], kind: Kind) -> tuple[int | None, int | None]:
    if sign := found["sign"]:
        least, most = _ends(found["bound"], kind)
        if sign in _AFTER:
            return most + 1, None
        if sign in _BEFORE:
            return None, least - 1
        return (None if sign in _TO else least), (None if sign in _FROM else most)
    if only := found["only"]:
        return _ends(only, kind)
    if found["from"]:
        return _between(found["from"], _completed(found["to"], found["from"]), kind)
    if since := found["since"]:
        return _ends(since, kind)[0], None
    if found["first"]:
        return _between(found["first"], found["last"], kind)
    return _between(found["low"], found["high"], kind)


def _between(low: str | None, high: str | None, kind: Kind) -> tuple[int | None, int | None]:
    ends = [None if end in (None, "*") else _ends(str(end), kind) for end in (low, high)]
    first, last = ends
    if first and last and last < first:
        first, last = last, first
    return first and first[0], last and last[1]


def _completed(to: str, since: str) -> str:
    """The end of `2019-21` in full; of `2024-05`, which is a month of one year, that year."""
    return max(since[:2] + to, since) if len(since) == 4 and len(to) == 2 else to


def _ends(value: str, kind: Kind) -> tuple[int, int]:
    """The least and the greatest number that a value stands for."""
    if kind is Kind.NUMBER:
        number = int(value.replace("−", "-"))
        return number, number
    year, *rest = map(int, value.split("-"))
    month, day = [*rest, 0, 0][:2]
    first = year * 10_000 + month * 100 + day
    return first, first + (0 if day else 99 if month else 9_999)
