"""Markdown: as plain text has it (see `plain_text`), with marks, and with links at web addresses.

It is CommonMark, with mathematics between dollar signs as pandoc, GitHub and Jupyter read it. Of each record
there is its reference, the address of its page and its keywords, then its abstract as a quotation; a line
parts the records. Where citations are asked for, there is nothing but these, one a paragraph. Lost are texts
in further languages, and whatever else the record states; protection of capitals means nothing here.
"""

import re
from collections.abc import Iterable, Iterator
from functools import partial

from catalogue.exports.reference import citations, reference
from catalogue.exports.registry import Format, Options, register
from catalogue.exports.texts import Tags, addresses, joined, render
from catalogue.model import Mark, MarkKind, Record, Text

_SPECIAL = re.compile(r"[\\`*\[\]~^$]|<(?=[A-Za-z/!?])|&(?=#?\w+;)|(?<![^\W_])_|_(?![^\W_])")
_BLOCK = re.compile(r"[#>+-]|\d{1,9}(?=[.)](?:\s|$))")
_PARAGRAPH = re.compile(r"\n\s*\n")
_FORMULA = re.compile(r"(?=\S)[^$\n]*[^$\s\\]")
_SIGNS = {MarkKind.ITALIC: ("*", "*"), MarkKind.BOLD: ("**", "**")}
_HTML = {
    MarkKind.ITALIC: ("<em>", "</em>"),
    MarkKind.BOLD: ("<strong>", "</strong>"),
    MarkKind.SUP: ("<sup>", "</sup>"),
    MarkKind.SUB: ("<sub>", "</sub>"),
}
_NOTHING = ("", "")


def write(records: Iterable[Record], options: Options) -> Iterator[str]:
    """One citation, or one record with its abstract, after another."""
    if options.cite:
        yield from (f"{paragraph(citation)}\n\n" for citation in citations(records, options))
        return
    separator = ""
    for record in records:
        yield separator + "\n\n".join(part for part in _paragraphs(record, options) if part) + "\n"
        separator = "\n---\n\n"


def paragraph(text: Text) -> str:
    """A text on one line, as a paragraph that CommonMark reads as just this text."""
    shown = Text(text.plain, tuple(mark for mark in text.marks if mark.kind is not MarkKind.NOCASE))
    line = render(shown, partial(_tags, shown), _escaped, partial(_formula, shown)).strip()
    if begins_block := _BLOCK.match(line):
        at = begins_block.end() if begins_block.group().isdigit() else 0
        return f"{line[:at]}\\{line[at:]}"
    return line


def _paragraphs(record: Record, options: Options) -> Iterator[str]:
    locales = options.locales(record)
    yield paragraph(reference(record, locales))
    yield paragraph(Text(options.address(record.key)))
    yield paragraph(joined((keyword.text for keyword in record.keywords), "; "))
    if abstract := record.abstract.best(locales):
        yield "\n>\n".join(f"> {paragraph(part)}" for part in _split(abstract[1]))


def _split(text: Text) -> Iterator[Text]:
    """The paragraphs of a text. A mark over several of them goes on in each."""
    edges = [edge for found in _PARAGRAPH.finditer(text.plain) for edge in found.span()]
    for start, end in zip([0, *edges[1::2]], [*edges[::2], len(text.plain)], strict=True):
        cut = ((mark.kind, max(mark.start, start), min(mark.end, end)) for mark in text.marks)
        marks = tuple(Mark(kind, begin - start, stop - start) for kind, begin, stop in cut if begin < stop)
        yield Text(text.plain[start:end], marks)


def _tags(text: Text, mark: Mark) -> Tags:
    """Signs where no reader can take them for something else, tags of HTML elsewhere."""
    around = [own for own in text.marks if own.start <= mark.start and mark.end <= own.end and own != mark]
    if any(own.kind is mark.kind for own in around):
        return _NOTHING
    edges = {edge for own in text.marks if own != mark for edge in (own.start, own.end)}
    inside = text.plain[mark.start] + text.plain[mark.end - 1]
    outside = text.plain[: mark.start][-1:] + text.plain[mark.end :][:1]
    stands_clear = inside.isalnum() and not any(character.isalnum() for character in outside)
    if mark.kind in _SIGNS and stands_clear and not edges & {mark.start, mark.end}:
        return _SIGNS[mark.kind]
    return _HTML[mark.kind]


def _formula(text: Text, mark: Mark) -> str:
    source = text.plain[mark.start : mark.end]
    if _FORMULA.fullmatch(source) and not text.plain[mark.end : mark.end + 1].isdigit():
        return f"${source}$"
    return _escaped(source)


def _escaped(plain: str) -> str:
    return "".join(
        f"<{piece}>"
        if is_address and "&" not in piece
        else _SPECIAL.sub(r"\\\g<0>", re.sub(r"\s", " ", piece))
        for piece, is_address in addresses(plain)
    )


MARKDOWN = register(Format("markdown", ".md", "text/markdown", "Markdown", write, cites=True))
