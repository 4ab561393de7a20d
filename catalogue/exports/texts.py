"""Marked texts put together, taken apart and written out: what the formats for people share."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from catalogue.model import Mark, MarkKind, Text

Tags = tuple[str, str]
"""What opens and what closes a mark; ("", "") for one that is not shown."""

_ADDRESS = re.compile(r"""https?://[^\s<>"\\^`{|}]+""")
_AROUND = ".,;:!?'’”»]"
"""What ends a sentence or a quotation around an address, and not the address."""


def joined(parts: Iterable[Text], separator: str = " ") -> Text:
    """The parts that say something, with a separator between them; marks move along."""
    plain, marks = "", []
    for part in parts:
        if not part:
            continue
        start = len(plain) + len(separator) if plain else 0
        plain = f"{plain}{separator}{part.plain}" if plain else part.plain
        marks += [replace(mark, start=mark.start + start, end=mark.end + start) for mark in part.marks]
    return Text(plain, tuple(marks))


def marked(text: Text, kind: MarkKind) -> Text:
    """The text with one more mark, over all of it."""
    return Text(text.plain, (*text.marks, Mark(kind, 0, len(text.plain)))) if text else text


def stripped(text: Text, characters: str) -> Text:
    """The text without these characters at its two ends."""
    start = len(text.plain) - len(text.plain.lstrip(characters))
    plain = text.plain.strip(characters)
    moved = (
        (mark.kind, max(mark.start - start, 0), min(mark.end - start, len(plain))) for mark in text.marks
    )
    return Text(plain, tuple(Mark(kind, begin, end) for kind, begin, end in moved if begin < end))


def render(
    text: Text,
    tags: Callable[[Mark], Tags],
    escape: Callable[[str], str],
    formula: Callable[[Mark], str],
) -> str:
    """The text with its marks between tags; `escape` writes what lies between tags, `formula` a mark that is
    mathematics, whole."""
    written: list[str] = []
    unclosed: list[tuple[int, str]] = []
    at = 0

    def advance(to: int) -> None:
        nonlocal at
        written.append(escape(text.plain[at:to]) if at < to else "")
        at = max(at, to)

    def close(upto: int) -> None:
        while unclosed and unclosed[-1][0] <= upto:
            end, closing = unclosed.pop()
            advance(end)
            written.append(closing)

    for mark in text.marks:
        close(mark.start)
        advance(mark.start)
        if mark.kind is MarkKind.MATH:
            written.append(formula(mark))
            at = mark.end
        else:
            opening, closing = tags(mark)
            written.append(opening)
            unclosed.append((mark.end, closing))
    close(len(text.plain))
    advance(len(text.plain))
    return "".join(written)


def addresses(plain: str) -> Iterator[tuple[str, bool]]:
    """The pieces of a string, and of each whether it is a web address.

    >>> list(addresses("See https://example.org/a(b).")) == [
    ...     ("See ", False), ("https://example.org/a(b)", True), (".", False)
    ... ]
    True
    """
    at = 0
    for found in _ADDRESS.finditer(plain):
        address = found.group().rstrip(_AROUND)
        while address.endswith(")") and address.count(")") > address.count("("):
            address = address[:-1].rstrip(_AROUND)
        yield plain[at : found.start()], False
        yield address, True
        at = found.start() + len(address)
    yield plain[at:], False
