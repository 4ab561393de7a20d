"""Documents as pandoc reads them: paragraphs of letters, and of each letter what marks it."""

import json
import subprocess
from collections.abc import Iterator

import pypandoc

from catalogue.model import MarkKind, Text

Letters = list[tuple[str, frozenset[MarkKind]]]
_KINDS = {
    "Emph": MarkKind.ITALIC,
    "Strong": MarkKind.BOLD,
    "Superscript": MarkKind.SUP,
    "Subscript": MarkKind.SUB,
}
_TAGS = {"em": MarkKind.ITALIC, "strong": MarkKind.BOLD, "sup": MarkKind.SUP, "sub": MarkKind.SUB}
_SPACES = ("Space", "SoftBreak", "LineBreak")


def paragraphs(source: str, syntax: str) -> list[Letters]:
    """Every paragraph of a document, also of quotations."""
    return [letters for letters, _ in _blocks(_parsed(source, syntax)["blocks"])]


def links(source: str, syntax: str) -> list[str]:
    """The addresses that a document leads to."""
    return [target for _, targets in _blocks(_parsed(source, syntax)["blocks"]) for target in targets]


def letters_of(text: Text) -> Letters:
    """The letters of a text that a document can show, white space folded."""
    shown = [mark for mark in text.marks if mark.kind is not MarkKind.NOCASE]
    kinds = [
        frozenset(mark.kind for mark in shown if mark.start <= at < mark.end) for at in range(len(text.plain))
    ]
    return _folded(list(zip(text.plain, kinds, strict=True)))


def _parsed(source: str, syntax: str) -> dict:
    command = [pypandoc.get_pandoc_path(), "-f", syntax, "-t", "json"]
    return json.loads(
        subprocess.run(command, input=source, capture_output=True, text=True, check=True).stdout
    )


def _blocks(blocks: list[dict]) -> Iterator[tuple[Letters, list[str]]]:
    for block in blocks:
        if block["t"] in ("Para", "Plain"):
            targets: list[str] = []
            yield _folded(list(_inlines(block["c"], set(), targets))), targets
        elif block["t"] == "BlockQuote":
            yield from _blocks(block["c"])
        else:
            assert block["t"] == "HorizontalRule", block


def _inlines(
    inlines: list[dict], kinds: set[MarkKind], targets: list[str]
) -> Iterator[tuple[str, frozenset]]:
    for inline in inlines:
        name, content = inline["t"], inline.get("c")
        if name in _SPACES:
            yield " ", frozenset(kinds)
        elif name == "Str":
            yield from ((letter, frozenset(kinds)) for letter in content)
        elif name == "Math":
            yield from ((letter, frozenset({*kinds, MarkKind.MATH})) for letter in content[1])
        elif name == "RawInline":
            tag = content[1].strip("</>")
            (kinds.discard if content[1].startswith("</") else kinds.add)(_TAGS[tag])
        elif name == "Link":
            targets.append(content[2][0])
            yield from _inlines(content[1], kinds, targets)
        elif name == "Span":
            yield from _inlines(content[1], kinds, targets)
        else:
            yield from _inlines(content, {*kinds, _KINDS[name]}, targets)


def _folded(letters: Letters) -> Letters:
    """One space for many; which marks lie on a space is not seen."""
    folded: Letters = []
    for letter, kinds in letters:
        if not letter.isspace():
            folded.append((letter, kinds))
        elif folded and folded[-1][0] != " ":
            folded.append((" ", frozenset()))
    return folded[:-1] if folded and folded[-1][0] == " " else folded
