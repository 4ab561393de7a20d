"""Short values of BibTeX that are written in several ways: pages, dates, serial numbers."""

import re
from collections.abc import Iterator

from catalogue.sources.latex import to_plain, to_verbatim

_SHORTEST_NUMBER = 8
"""Digits of an ISSN."""
_PAGES_PREFIX = re.compile(r"^(?:pp?|[сcбs]|стр|бет)\.\s*(?=\d)", re.IGNORECASE)
_DASHES = re.compile(r"\s*(?:-{2,}|[–—]+)\s*")
_HYPHEN = re.compile(r"\s*-\s*")
_MARKS = re.compile(r"[;,]")


def pages(source: str) -> str:
    """Pages with an en dash in ranges; where `--` stands, single hyphens belong to the numbers.

    >>> pages("101--119"), pages("12-15, 17"), pages("A-1--A-9")
    ('101–119', '12–15, 17', 'A-1–A-9')
    """
    source = _PAGES_PREFIX.sub("", source.strip())
    return (_DASHES if _DASHES.search(source) else _HYPHEN).sub("–", source)


def written_date(source: str) -> str:
    """A date without LaTeX, in which `~` may say "circa" and so is no space."""
    return to_plain(source) if "\\" in source else to_verbatim(source)


def serial_numbers(source: str) -> Iterator[str]:
    """ISBNs or ISSNs; a space may stand between two of them or between the groups of one."""
    for item in _MARKS.split(source):
        words = item.split()
        whole = all(len(re.sub(r"[^\dXx]", "", word)) >= _SHORTEST_NUMBER for word in words)
        yield from words if whole else [item]
