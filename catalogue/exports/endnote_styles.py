"""Texts in EndNote's XML: runs of characters, each with its style."""

from itertools import pairwise

from catalogue.exports.texts import joined
from catalogue.exports.xml import Element, Vocabulary
from catalogue.model import MarkKind, Multilingual, Text

xml = Vocabulary()
"""Makes the elements, which have no namespace."""

_FACES = {
    MarkKind.BOLD: "bold",
    MarkKind.ITALIC: "italic",
    MarkKind.SUP: "superscript",
    MarkKind.SUB: "subscript",
}


def styled(name: str, text: Text | str) -> Element | None:
    """An element with a text in it, None if the text is empty."""
    return xml(name, _runs(text if isinstance(text, Text) else Text(text)))


def best(name: str, source: Multilingual, locales: tuple[str, ...]) -> Element | None:
    """An element with a text in the first of `locales` it is known in."""
    found = source.best(locales)
    return styled(name, found[1]) if found else None


def title(own: Multilingual, subtitle: Multilingual, locales: tuple[str, ...]) -> Text:
    """A title, and after a colon its subtitle in the same language; an empty text where there is none."""
    found = own.best(locales)
    if not found:
        return Text("")
    return joined((found[1], subtitle.get(found[0]) or Text("")), ": ")


def several(values: list[str]) -> str:
    """Values on lines of their own, as EndNote keeps several numbers in one field."""
    return "\n".join(values)


def _runs(text: Text) -> list[Element]:
    """The text in pieces of one style each. EndNote ends a line by a carriage return."""
    marks = [mark for mark in text.marks if mark.kind in _FACES]
    edges = {0, len(text.plain), *(mark.start for mark in marks), *(mark.end for mark in marks)}
    pieces = []
    for start, end in pairwise(sorted(edges)):
        kinds = {mark.kind for mark in marks if mark.start <= start and end <= mark.end}
        face = " ".join(name for kind, name in _FACES.items() if kind in kinds)
        words = text.plain[start:end].replace("\n", "\r")
        pieces.append(xml("style", words, face=face or "normal", font="default", size="100%"))
    return [piece for piece in pieces if piece is not None]
