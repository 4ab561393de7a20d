"""Marked text as HTML. All that data says is escaped here or by the template, and nowhere else made safe."""

import re
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from catalogue.model import Mark, MarkKind, Text
from catalogue.web.mathematics import formula
from index.highlight import Snippet

SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel", "ftp"})

_ELEMENTS = {
    MarkKind.BOLD: ("<b>", "</b>"),
    MarkKind.ITALIC: ("<i>", "</i>"),
    MarkKind.SUB: ("<sub>", "</sub>"),
    MarkKind.SUP: ("<sup>", "</sup>"),
    MarkKind.NOCASE: ("", ""),
}
_BREAK = re.compile(r"\n\n")
_LOCAL_LINK = re.compile(r'(<a\s[^>]*?href=")/(?!/)')


def text_html(text: Text) -> Markup:
    """The HTML of a text in one line; paragraphs are parted by a space."""
    return Markup(" ").join(_span(text, start, end) for start, end in _paragraphs(text))


def paragraphs_html(text: Text) -> Markup:
    """The HTML of a text, a `<p>` for each paragraph."""
    return Markup("").join(
        Markup("<p>{}</p>").format(_span(text, start, end)) for start, end in _paragraphs(text)
    )


def pieces_html(pieces: Iterable[tuple[str, bool]]) -> Markup:
    """The HTML of a passage in pieces, of which some are what was searched for."""
    return Markup("").join(
        Markup("<mark>{}</mark>").format(text) if marked else escape(text) for text, marked in pieces
    )


def snippet_html(snippet: Snippet) -> Markup:
    """The HTML of a part of a passage; dots stand for what was left out."""
    before, after = "… " if snippet.leading else "", " …" if snippet.trailing else ""
    return escape(before) + pieces_html(snippet.pieces) + escape(after)


def is_safe_address(address: str) -> bool:
    """Whether an address from the data may become a link."""
    try:
        return urlsplit(address).scheme.lower() in SAFE_SCHEMES
    except ValueError:
        return False


def link_html(address: str, label: str = "") -> Markup:
    """A link to an address from the data, or its text where no reader should follow it."""
    if not is_safe_address(address):
        return escape(f"{label} ({address})" if label else address)
    return Markup('<a href="{}" rel="noopener">{}</a>').format(address, label or address)


def article_html(html: str, prefix: str) -> Markup:
    """The sanitised HTML of an article, its links within the site kept in the language of the page.

    `prefix` is what stands before a local address, such as `/ru` or nothing.
    """
    return Markup(_LOCAL_LINK.sub(lambda found: f"{found[1]}{escape(prefix)}/", html))


def _paragraphs(text: Text) -> list[tuple[int, int]]:
    breaks = [match.span() for match in _BREAK.finditer(text.plain)]
    starts = [0, *(end for _, end in breaks)]
    ends = [*(start for start, _ in breaks), len(text.plain)]
    return list(zip(starts, ends, strict=True))


def _span(text: Text, start: int, end: int) -> Markup:
    """The HTML of a part of a text; a mark that goes beyond the part is cut to it."""
    inside = [mark for mark in text.marks if mark.start < end and mark.end > start]
    cut = [Mark(mark.kind, max(mark.start, start), min(mark.end, end)) for mark in inside]
    return _nested(text.plain, cut, start, end)


def _nested(plain: str, marks: Sequence[Mark], start: int, end: int) -> Markup:
    """The HTML of `plain[start:end]`; of marks in reading order the first is the outermost."""
    made, at, index = [], start, 0
    while index < len(marks):
        outer = marks[index]
        inner = []
        index += 1
        while index < len(marks) and marks[index].end <= outer.end:
            inner.append(marks[index])
            index += 1
        made.append(escape(plain[at : outer.start]))
        made.append(_element(plain, outer, inner))
        at = outer.end
    return Markup("").join([*made, escape(plain[at:end])])


def _element(plain: str, mark: Mark, inner: Sequence[Mark]) -> Markup:
    if mark.kind is MarkKind.MATH:
        return formula(plain[mark.start : mark.end])
    opening, closing = _ELEMENTS[mark.kind]
    return Markup(opening) + _nested(plain, inner, mark.start, mark.end) + Markup(closing)
