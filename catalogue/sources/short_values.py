"""Short values that people write in several ways, in any syntax: pages, serial numbers, codes."""

import re
from collections.abc import Iterator

_SHORTEST_NUMBER = 8
"""Digits of an ISSN."""
_PAGES_PREFIX = re.compile(r"^(?:pp?|[сcбs]|стр|бет)\.\s*(?=\d)", re.IGNORECASE)
_DASHES = re.compile(r"\s*(?:-{2,}|[–—]+)\s*")
_HYPHEN = re.compile(r"\s*-\s*")
_CODE_LABEL = re.compile(r"^(?:udc|удк|әож|jel|mrnti|мрнти|irsti|grnti|грнти|ғтамр)\b[\s:]*", re.IGNORECASE)
_MARKS = re.compile(r"[;,]")


def pages(source: str) -> str:
    """Pages with an en dash in ranges; where `--` stands, single hyphens belong to the numbers.

    >>> pages("101--119"), pages("12-15, 17"), pages("A-1--A-9")
    ('101–119', '12–15, 17', 'A-1–A-9')
    """
    source = _PAGES_PREFIX.sub("", source.strip())
    return (_DASHES if _DASHES.search(source) else _HYPHEN).sub("–", source)


def serial_numbers(source: str) -> Iterator[str]:
    """ISBNs or ISSNs; a space may stand between two of them or between the groups of one.

    >>> list(serial_numbers("978 3 16 148410 0, 0306406152 0-306-40615-2"))
    ['978 3 16 148410 0', '0306406152', '0-306-40615-2']
    """
    for item in _MARKS.split(source):
        words = item.split()
        whole = all(len(re.sub(r"[^\dXx]", "", word)) >= _SHORTEST_NUMBER for word in words)
        yield from words if whole else [item]


def codes(source: str) -> Iterator[str]:
    """Codes of a classification, parted by semicolons or commas (neither stands in one), perhaps with its
    name as journals print it.

    >>> list(codes("J61, J15; F22")), list(codes("УДК 314.7"))
    (['J61', 'J15', 'F22'], ['314.7'])
    """
    written = (_CODE_LABEL.sub("", code.strip()) for code in _MARKS.split(source))
    return filter(None, written)
