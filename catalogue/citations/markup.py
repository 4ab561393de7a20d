"""From the HTML that citeproc-js makes of a citation to text with marks.

Italics inside italics are set upright, as citeproc-js says by a span. Small capitals, underlining and links
become plain text, and the number in the margin, where a style has one, is left out.
"""

import unicodedata
from html.parser import HTMLParser
from itertools import groupby

from catalogue.model import Mark, MarkKind, Text

_KINDS = {
    "b": MarkKind.BOLD,
    "i": MarkKind.ITALIC,
    "sub": MarkKind.SUB,
    "sup": MarkKind.SUP,
}
_UPRIGHT = {
    "font-style:normal": MarkKind.ITALIC,
    "font-weight:normal": MarkKind.BOLD,
    "baseline": MarkKind.SUP,
}
_MARGIN = "csl-left-margin"

_Kinds = tuple[MarkKind, ...]
_Passages = list[tuple[str, _Kinds]]


def text_of(html: str) -> Text:
    """The text of an entry: one paragraph, in NFC."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return _text(_folded(reader.passages))


class _Reader(HTMLParser):
    """Collects passages with the kinds that hold there, the outer ones first."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.passages: _Passages = []
        self._within: list[tuple[str, _Kinds, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Opens an element."""
        _, kinds, silent = self._within[-1] if self._within else ("", (), False)
        stated = {name: value or "" for name, value in attrs}
        if tag in _KINDS and _KINDS[tag] not in kinds:
            kinds = (*kinds, _KINDS[tag])
        style = stated.get("style", "").replace(" ", "")
        undone = [kind for words, kind in _UPRIGHT.items() if words in style]
        kinds = tuple(kind for kind in kinds if kind not in undone)
        silent = silent or stated.get("class") == _MARGIN
        self._within.append((tag, kinds, silent))
        if tag == "div":
            self.passages.append((" ", ()))

    def handle_endtag(self, tag: str) -> None:
        """Closes the innermost element of this name."""
        if any(own == tag for own, *_ in self._within):
            while self._within.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        """Takes in a passage."""
        _, kinds, silent = self._within[-1] if self._within else ("", (), False)
        if not silent:
            self.passages.append((data, kinds))


def _folded(passages: _Passages) -> _Passages:
    """Neighbours of one kind together, white space of a source folded, none at either end."""
    joined = [
        (unicodedata.normalize("NFC", "".join(text for text, _ in group)), kinds)
        for kinds, group in groupby(passages, key=lambda passage: passage[1])
    ]
    folded: _Passages = []
    before = " "
    for text, kinds in joined:
        # Only what HTML folds: a space that does not break is the style's own.
        letters = []
        for letter in text:
            own = " " if letter in " \t\r\n" else letter
            if own != " " or before != " ":
                letters.append(own)
            before = own
        folded.append(("".join(letters), kinds))
    while folded and not (stripped := folded[-1][0].rstrip(" ")):
        folded.pop()
    if folded:
        folded[-1] = (stripped, folded[-1][1])
    return folded


def _text(passages: _Passages) -> Text:
    plain = ""
    marks: list[Mark] = []
    open_: list[tuple[MarkKind, int]] = []
    for text, kinds in [*passages, ("", ())]:
        common = 0
        while common < min(len(open_), len(kinds)) and open_[common][0] is kinds[common]:
            common += 1
        while len(open_) > common:
            kind, start = open_.pop()
            if start < len(plain):
                marks.append(Mark(kind, start, len(plain)))
        open_ += [(kind, len(plain)) for kind in kinds[common:]]
        plain += text
    return Text(plain, tuple(marks))
