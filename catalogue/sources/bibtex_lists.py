"""Lists inside BibTeX values: keywords, publishers, identifiers, split where no brace is open."""

import re
from collections.abc import Iterable

from catalogue.sources.bibtex_values import is_group, outside_braces

_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_AND_WORD = re.compile(r"\band\b", re.IGNORECASE)
_SEMICOLON, _COMMA, _SEPARATORS = re.compile(";"), re.compile(","), re.compile("[;,]")


def split(source: str, separator: re.Pattern[str]) -> list[str]:
    """The parts between separators that stand outside braces, stripped; empty ones are left out.

    >>> split("a; {b; c}", re.compile(";"))
    ['a', '{b; c}']
    """
    parts, start = [], 0
    for match in outside_braces(separator, source):
        parts.append(source[start : match.start()])
        start = match.end()
    parts.append(source[start:])
    return [part.strip() for part in parts if part.strip()]


def ungrouped(item: str, separator: re.Pattern[str]) -> str:
    """An item without the one pair of braces around it, where it is there to hide a separator.

    >>> ungrouped("{b; c}", re.compile(";")), ungrouped("{EU}", re.compile(";"))
    ('b; c', '{EU}')
    """
    if is_group(item) and separator.search(item):
        return item[1:-1]
    return item


def keywords(source: str) -> list[str]:
    """Keywords: split at `;` where one stands outside braces, else at `,`.

    >>> keywords("labour, migration"), keywords("a, b; c")
    (['labour', 'migration'], ['a, b', 'c'])
    """
    separator = _SEMICOLON if at_semicolons(source) else _COMMA
    return [ungrouped(part, _SEPARATORS) for part in split(source, separator)]


def at_semicolons(source: str) -> bool:
    """Whether a `;` stands outside braces in a list of keywords, which is no separator to biblatex."""
    return len(split(source, _SEMICOLON)) > 1 or source.strip().endswith(";")


def with_commas(items: Iterable[str]) -> str:
    """A list of keywords as biblatex reads it.

    >>> with_commas(["labour, unpaid", "migration"])
    '{labour, unpaid}, migration'
    """
    return ", ".join(f"{{{item}}}" if _SEPARATORS.search(item) else item for item in items)


def literals(source: str) -> list[str]:
    """The items of a list joined by "and", such as publishers.

    >>> literals("{Simon and Schuster} and Wiley")
    ['Simon and Schuster', 'Wiley']
    """
    return [ungrouped(part, _AND_WORD) for part in split(source, _AND)]
