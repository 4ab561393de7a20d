"""Puts a `Text` together from pieces and marks that a reader meets one after another.

White space is folded and letters composed (NFC) only at the end, when all is known; marks move along.
"""

import re
import unicodedata
from bisect import bisect_left

from catalogue.model import Mark, MarkKind, Text

_SPACE = re.compile(r"\s+")
_DOTLESS = {"ı": "i", "ȷ": "j"}
_BELOW = "\u0323\u0326\u0327\u0328\u0331"


class MarkedText:
    """A text in the making."""

    def __init__(self) -> None:
        self.length = 0
        self._parts: list[str] = []
        self._marks: list[Mark] = []
        self._accent = ""

    def add(self, text: str) -> None:
        """Appends `text`; an accent that waits for a letter goes onto its first character."""
        if not text:
            return
        if self._accent:
            letter = text[0] if self._accent in _BELOW else _DOTLESS.get(text[0], text[0])
            text, self._accent = letter + self._accent + text[1:], ""
        self._parts.append(text)
        self.length += len(text)

    def accent(self, combining: str) -> None:
        """Puts an accent on the next character to come; of two, the one nearer to it goes first."""
        self._accent = combining + self._accent

    def take_accent(self) -> str:
        """The accent that still waits, which then waits no more."""
        accent, self._accent = self._accent, ""
        return accent

    def mark(self, kind: MarkKind, start: int) -> None:
        """Marks everything from `start` on."""
        if start < self.length:
            self._marks.append(Mark(kind, start, self.length))

    def build(self) -> Text:
        """The text, white space folded, in NFC. Marks over nothing but folded space vanish."""
        source = "".join(self._parts)
        edges = sorted({edge for mark in self._marks for edge in (mark.start, mark.end)})
        plain, edges_after = _fold(source, edges)
        if not unicodedata.is_normalized("NFC", plain):
            plain, edges_after = _compose(plain, edges_after)
        moved = dict(zip(edges, edges_after, strict=True))
        marks = [Mark(mark.kind, moved[mark.start], moved[mark.end]) for mark in self._marks]
        return Text(plain, tuple(mark for mark in marks if mark.start < mark.end))


def _fold(source: str, edges: list[int]) -> tuple[str, list[int]]:
    """White space folded as by `Text.of`, and where each edge (ascending) comes to lie."""
    body_end = len(source.rstrip())
    parts: list[str] = []
    starts, ends = [0], [0]  # Of each stretch kept as it is: in the source, in the result.
    length = at = 0
    for run in _SPACE.finditer(source):
        if run.group() == " " and 0 < run.start() < body_end:
            continue
        parts.append(source[at : run.start()])
        length += run.start() - at
        starts.append(run.start())
        ends.append(length)
        if 0 < run.start() < body_end:
            parts.append("\n\n" if run.group().count("\n") > 1 else " ")
            length += len(parts[-1])
        at = run.end()
        starts.append(at)
        ends.append(length)
    parts.append(source[at:])
    return "".join(parts), [_moved(edge, starts, ends) for edge in edges]


def _moved(edge: int, starts: list[int], ends: list[int]) -> int:
    after = bisect_left(starts, edge)
    if after < len(starts) and (starts[after] == edge or after % 2 == 0):
        return ends[after]  # At the border of folded space, or inside it.
    return ends[after - 1] + edge - starts[after - 1]


def _compose(plain: str, edges: list[int]) -> tuple[str, list[int]]:
    """NFC piece by piece; an edge between a letter and its accent moves behind the accent."""
    parts: list[str] = []
    moved: list[int] = []
    length = at = 0
    for edge in edges:
        while edge < len(plain) and _may_compose(plain[edge]):
            edge += 1
        if edge > at:
            parts.append(unicodedata.normalize("NFC", plain[at:edge]))
            length += len(parts[-1])
            at = edge
        moved.append(length)
    parts.append(unicodedata.normalize("NFC", plain[at:]))
    return "".join(parts), moved


def _may_compose(character: str) -> bool:
    # Combining marks, and the vowels and finals of Hangul.
    return unicodedata.category(character).startswith("M") or "\u1160" <= character <= "\u11ff"
