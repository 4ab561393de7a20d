"""RTF, which word processors open: a list of citations, each a paragraph with a hanging indent.

Citations are those of `Options.cite`, else plain references (see `reference`). Seven-bit RTF 1.9: letters
beyond ASCII are numbers (`\\\\uN`), bold, italic, raised and lowered text is as marked, web addresses are
links. Numbers of a numbered style come with its citations. Mathematics stays as TeX; whatever a citation
does not say is lost.
"""

import re
import struct
from collections.abc import Iterable, Iterator

from catalogue.exports.reference import citations
from catalogue.exports.registry import Format, Options, register
from catalogue.exports.texts import Tags, addresses, render
from catalogue.model import Mark, MarkKind, Record, Text

_HEAD = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman\fcharset0 Times New Roman;}}" "\n"
_PARAGRAPH = r"\pard\plain\f0\fs24\fi-567\li567\sa120 "
"""12 points, a hanging indent of 1 cm, 6 points below; lengths are in twentieths of a point."""
_TAGS: dict[MarkKind, Tags] = {
    MarkKind.BOLD: (r"{\b ", "}"),
    MarkKind.ITALIC: (r"{\i ", "}"),
    MarkKind.SUB: (r"{\sub ", "}"),
    MarkKind.SUP: (r"{\super ", "}"),
    MarkKind.NOCASE: ("", ""),
}
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def write(records: Iterable[Record], options: Options) -> Iterator[str]:
    """A document with a paragraph for each citation."""
    yield _HEAD
    for citation in citations(records, options):
        yield f"{_PARAGRAPH}{_marked(citation)}\\par\n"
    yield "}\n"


def _marked(text: Text) -> str:
    def tags(mark: Mark) -> Tags:
        return _TAGS[mark.kind]

    def formula(mark: Mark) -> str:
        return _escaped(text.plain[mark.start : mark.end])

    return render(text, tags, _linked, formula)


def _linked(plain: str) -> str:
    return "".join(_link(piece) if is_address else _escaped(piece) for piece, is_address in addresses(plain))


def _link(address: str) -> str:
    shown = _escaped(address)
    return rf'{{\field{{\*\fldinst{{HYPERLINK "{shown}"}}}}{{\fldrslt {shown}}}}}'


def _escaped(plain: str) -> str:
    return "".join(_letter(letter) for letter in _CONTROL.sub(" ", plain))


def _letter(letter: str) -> str:
    if letter in "\\{}":
        return f"\\{letter}"
    if letter.isascii():
        return letter
    # A signed number of 16 bits, then what a reader without Unicode shows. Without the space, pandoc would
    # skip a character too many.
    units = struct.iter_unpack("<h", letter.encode("utf-16-le", "replace"))
    return "".join(f"\\u{unit} ?" for (unit,) in units)


RTF = register(Format("rtf", ".rtf", "application/rtf", "RTF", write, accepts=("text/rtf",), cites=True))
