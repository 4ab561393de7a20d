"""Marked text as HTML. All that data says is escaped here or by the template, and nowhere else made safe."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote, urlsplit

from markupsafe import Markup, escape

from catalogue.model import Mark, MarkKind, Text
from catalogue.search import Pieces
from catalogue.web.mathematics import formula
from index.highlight import Snippet, Span

SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel", "ftp"})

_ELEMENTS = {
    MarkKind.BOLD: ("<b>", "</b>"),
    MarkKind.ITALIC: ("<i>", "</i>"),
    MarkKind.SUB: ("<sub>", "</sub>"),
    MarkKind.SUP: ("<sup>", "</sup>"),
    MarkKind.NOCASE: ("", ""),
}
_BREAK = re.compile(r"\n\n")
_QUOTED = re.compile(r"`([^`]+)`")
_ADDRESS = re.compile(r"https?://[^\s<>«»“”]*[^\s<>«»“”.,;:!?)\]]")
_LOCAL_LINK = re.compile(r'(<a\s[^>]*?href=")/(?!/)')
_IMAGE = re.compile(r'(<img\s[^>]*?src=")([^"]*)')


def text_html(text: Text) -> Markup:
    """The HTML of a text in one line; paragraphs are parted by a space."""
    if not text.marks and "\n\n" not in text.plain:
        return escape(text.plain)
    return Markup(" ").join(_part(text, start, end) for start, end in _paragraphs(text))


def linked_html(text: Text) -> Markup:
    """The HTML of a text in one line, in which each address on the web is a link."""
    made, at = [], 0
    for found in _ADDRESS.finditer(text.plain):
        link = _anchor(found[0], _part(text, *found.span()))
        made += [_part(text, at, found.start()), link]
        at = found.end()
    return Markup("".join((*made, _part(text, at, len(text.plain)))))


def paragraphs_html(text: Text) -> Markup:
    """The HTML of a text, a `<p>` for each paragraph."""
    return Markup("".join(f"<p>{_part(text, start, end)}</p>" for start, end in _paragraphs(text)))


def found_html(text: Text, pieces: Pieces) -> Markup:
    """The HTML of a text whose `pieces` say what was searched for; its own marks stay."""
    at, found = 0, []
    for piece, is_found in pieces:
        if is_found:
            found.append((at, at + len(piece)))
        at += len(piece)
    return _nested(_Passage(text.plain, tuple(found)), text.marks, 0, len(text.plain))


def snippet_html(snippet: Snippet) -> Markup:
    """The HTML of a part of a passage, what was searched for marked; dots stand for what was left out."""
    before, after = "… " if snippet.leading else "", " …" if snippet.trailing else ""
    pieces = (_found(text) if is_found else escape(text) for text, is_found in snippet.pieces)
    return Markup(f"{before}{''.join(pieces)}{after}")


def message_html(message: str) -> Markup:
    """The HTML of what a Problem says; what it quotes between backticks is code."""
    parts = enumerate(_QUOTED.split(message))
    return Markup("").join(Markup("<code>{}</code>").format(part) if n % 2 else part for n, part in parts)


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
    return _anchor(address, escape(label or address))


def _anchor(address: str, shown: Markup) -> Markup:
    return Markup(f'<a href="{escape(address)}" rel="noopener">{shown}</a>')


def article_html(html: str, prefix: str, image_address: Callable[[str], str]) -> Markup:
    """The sanitised HTML of an article, its links within the site kept in the language of the page.

    `prefix` is what stands before a local address, such as `/ru` or nothing; `image_address` is asked for the
    address of an image by its path below `files/`.
    """
    linked = _LOCAL_LINK.sub(lambda found: f"{found[1]}{escape(prefix)}/", html)
    return Markup(
        _IMAGE.sub(lambda found: f"{found[1]}{escape(image_address(unquote(unescape(found[2]))))}", linked)
    )


def _found(text: str) -> Markup:
    return Markup(f"<mark>{escape(text)}</mark>")


def _paragraphs(text: Text) -> list[Span]:
    breaks = [match.span() for match in _BREAK.finditer(text.plain)]
    starts = [0, *(end for _, end in breaks)]
    ends = [*(start for start, _ in breaks), len(text.plain)]
    return list(zip(starts, ends, strict=True))


@dataclass(frozen=True, slots=True)
class _Passage:
    """Plain text, and the spans of it that were searched for."""

    plain: str
    found: tuple[Span, ...] = ()

    def html(self, start: int, end: int) -> Markup:
        made, at = [], start
        for begin, stop in self.found:
            begin, stop = max(begin, at), min(stop, end)
            if begin < stop:
                made += [escape(self.plain[at:begin]), _found(self.plain[begin:stop])]
                at = stop
        return Markup("".join((*made, escape(self.plain[at:end]))))


def _part(text: Text, start: int, end: int) -> Markup:
    """The HTML of a part of a text; a mark that goes beyond the part is cut to it."""
    inside = [mark for mark in text.marks if mark.start < end and mark.end > start]
    cut = [Mark(mark.kind, max(mark.start, start), min(mark.end, end)) for mark in inside]
    return _nested(_Passage(text.plain), cut, start, end)


def _nested(passage: _Passage, marks: Sequence[Mark], start: int, end: int) -> Markup:
    """The HTML of characters `start` to `end`; of marks in reading order the first is the outermost."""
    made, at, index = [], start, 0
    while index < len(marks):
        outer = marks[index]
        beyond = next((i for i in range(index + 1, len(marks)) if marks[i].start >= outer.end), len(marks))
        made += [passage.html(at, outer.start), _element(passage, outer, marks[index + 1 : beyond])]
        at, index = outer.end, beyond
    return Markup("".join((*made, passage.html(at, end))))


def _element(passage: _Passage, mark: Mark, inner: Sequence[Mark]) -> Markup:
    if mark.kind is MarkKind.MATH:
        return formula(passage.plain[mark.start : mark.end])
    opening, closing = _ELEMENTS[mark.kind]
    return Markup(f"{opening}{_nested(passage, inner, mark.start, mark.end)}{closing}")
