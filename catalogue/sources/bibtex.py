"""Reader of BibTeX and biblatex files.

The stages, each a function: bytes are decoded, what would lead bibtexparser's splitter astray is masked
(letter for letter, so that places stay true), the splitter cuts the file into blocks, each block is
found again in the text, and becomes a raw entry, a raw string or a problem. Nothing is resolved here:
a name of a string, be it `jan`, stays a `StringReference`. A key that stands twice is yielded twice.
"""

import logging
import re
from collections.abc import Iterator
from itertools import islice, pairwise

from bibtexparser.entrypoint import parse_string
from bibtexparser.model import Block, Entry, ImplicitComment, ParsingFailedBlock, String

from catalogue.model import Problem
from catalogue.sources.bibtex_entry import read_entry, read_string
from catalogue.sources.bibtex_faults import explain
from catalogue.sources.bibtex_file import BibtexFile
from catalogue.sources.bibtex_values import BIBTEX_BRACE, closing_quote, matching_brace
from catalogue.sources.decoding import decode
from catalogue.sources.raw import RawEntry, RawString

# What the splitter would log is told to the maintainer as a Problem.
logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)

ENTRY_HEAD = re.compile(r"^[ \t]*@\w+[ \t]*[{(]\s*[^\s{}(),=\"]+\s*,\s*[^\s{}(),=\"]+\s*=", re.MULTILINE)
"""Where an entry begins that has a field."""

_MASK = "\0"
_TWO_BACKSLASHES = re.compile(r"\\\\")
_BACKSLASH_BEFORE_BRACE = re.compile(r"\\(?=[{}])")
_COMMENT_LINE = re.compile(r"^[ \t]*%[^\n]*", re.MULTILINE)
_COMMENTARY = re.compile(r"@comment(?=ary\b)", re.IGNORECASE)
_LONE_AT = re.compile(r"@(?=[ \t]*[{(])")
_SPREAD_HEAD = re.compile(
    r'^(?P<indent>[ \t]*)@(?P<gap>\s*)(?P<type>\w+)(?P<tail>\s*)(?=[{(]\s*[^\s{}(),="]+\s*[,=])', re.MULTILINE
)
_HEAD = re.compile(r"^[ \t]*(?P<at>@)\w+[ \t]*[{(]", re.MULTILINE)
_DELIMITER = re.compile(r'\\.|[{}")]', re.DOTALL)
_COMMENT = re.compile(r"(?:(?<=[,}\"])|^)[ \t]*%[^\n]*", re.MULTILINE)
_OPENING_QUOTE = re.compile(r"(?<=[=#])\s*\"")
_LONGEST_QUOTE = 20_000
_MOST_UNCLOSED = 200
_AFTER_VALUE = re.compile(r"\s*[,#})]")
_UNREAD_HEAD = re.compile(r"^[ \t]*@[^\s{}(),]*[^\s{}(),\w][^\s{}(),]*\s*[{(]", re.MULTILINE)
_HEAD_WITHOUT_AT = re.compile(
    r'^[ \t]*(?P<type>[A-Za-z]+)[ \t]*\{\s*[^\s{}(),="]+\s*,\s*[A-Za-z][\w+-]*\s*=', re.MULTILINE
)
_ORPHANED_FIELD = re.compile(r"\s*,?\s*[A-Za-z][\w+-]*\s*=\s*[{\"]")


def read(content: bytes, path: str) -> Iterator[RawEntry | RawString | Problem]:
    """Everything in a file, in its order; `path` is what problems call the file.

    Never raises: an entry that cannot be read is a `Problem`, and reading goes on at the next `@type{`
    at the start of a line.
    """
    text, problems = decode(content, path)
    yield from problems
    file = BibtexFile(path, text)
    entry: Entry | None = None
    failed = False
    for block, start in _blocks(_masked(text)):
        match block:
            case Entry():
                # `someone@example{…` in a sentence is no entry.
                if block.fields or not _in_prose(text, start):
                    yield from read_entry(file, block, start)
                    entry, failed = block, False
            case String():
                yield from read_string(file, block, start)
            case ParsingFailedBlock():
                entry = None
                # After a failure the splitter takes every `@word{` for a block, also inside values.
                if not (_in_prose(text, start) or _is_comment(block) or (failed and _in_line(text, start))):
                    failed = True
                    yield explain(file, text[start : start + len(block.raw or "")], start)
            case ImplicitComment():
                yield from _prose(file, block, start, entry)
                entry = None


def _masked(text: str) -> str:
    """The text as the splitter should see it, of the same length.

    To the splitter `\\\\}` would be an escaped brace, `@ {` a block, so would `@word{` at the start of a line
    of a value, and `@ article{`, or a head with
    its brace on the next line, none. Behind `%` at the start of a line an entry is commented out, as it
    is to biber (to BibTeX it is not). Every type that begins with "comment" would be a comment, also
    biblatex's `@commentary`.
    """
    text = _TWO_BACKSLASHES.sub(_MASK * 2, text)
    text = _COMMENT_LINE.sub(lambda line: line.group().replace("@", _MASK), text)
    text = _COMMENTARY.sub("@Komment", text)
    text = _LONE_AT.sub(_MASK, text)
    text = _without_inner_heads(_with_escapes_counted(_without_inner_quotes(text)))
    return _SPREAD_HEAD.sub(_drawn_together, text)


def _without_inner_quotes(text: str) -> str:
    """The text without quotes in braces in quotes, which end nothing but to the splitter: `"a {"b", c}"`."""
    pieces = []
    at = 0
    unclosed = 0
    for opening in _OPENING_QUOTE.finditer(text):
        if opening.end() <= at:
            continue
        close = closing_quote(text, opening.end() - 1, _LONGEST_QUOTE)
        unclosed += close < 0
        if unclosed > _MOST_UNCLOSED:
            break  # No BibTeX: each further search could be as long.
        inner = text[opening.end() : close]
        if close > 0 and '"' in inner and _AFTER_VALUE.match(text, close + 1):
            pieces += [text[at : opening.end()], inner.replace('"', _MASK)]
            at = close
    return "".join([*pieces, text[at:]])


def _with_escapes_counted(text: str) -> str:
    """The text with `\\{` counted as a brace, as BibTeX does, in entries that close only so."""
    starts = [0, *(head.start("at") for head in _HEAD.finditer(text)), len(text)]
    return "".join(_escapes_counted(text[start:end]) for start, end in pairwise(starts))


def _escapes_counted(entry: str) -> str:
    opening, end = entry.find("{"), entry.rfind("}")
    if not _BACKSLASH_BEFORE_BRACE.search(entry) or matching_brace(entry, opening) == end:
        return entry
    closes = matching_brace(entry, opening, BIBTEX_BRACE) == end
    return _BACKSLASH_BEFORE_BRACE.sub(_MASK, entry) if closes else entry


def _without_inner_heads(text: str) -> str:
    """The text without what looks like the head of a block on a line of an entry that closes behind it.

    Where an entry with fields begins before the braces are even, they are taken for unclosed: the splitter
    then gives up that entry and reads on with the next.
    """
    starts = [0, *(head.start() for head in ENTRY_HEAD.finditer(text)), len(text)]
    return "".join(_as_one_entry(text[start:end]) for start, end in pairwise(starts))


def _as_one_entry(text: str) -> str:
    heads = list(islice(_HEAD.finditer(text), 2))
    if len(heads) < 2:
        return text
    end = _closing_delimiter(text, heads[0].end() - 1)
    inner = _HEAD.sub(lambda head: head.group().replace("@", _MASK), text[heads[0].end() : end])
    return text[: heads[0].end()] + inner + text[end:] if end > heads[1].start() else text


def _closing_delimiter(text: str, opening: int) -> int:
    """Where the brace or parenthesis that opens a block closes, -1 if nowhere."""
    if text[opening] == "{":
        return matching_brace(text, opening)
    depth, quoted = 0, False
    for sign in _DELIMITER.finditer(text, opening + 1):
        match sign.group():
            case '"' if not depth:
                quoted = not quoted
            case ")" if not depth and not quoted:
                return sign.start()
            case "{":
                depth += 1
            case "}":
                depth -= 1
    return -1


def _drawn_together(head: re.Match[str]) -> str:
    indent, gap, kind, tail = head.group("indent", "gap", "type", "tail")
    return f"{indent}{' ' * len(gap)}@{kind}{' ' * len(tail)}"


def _blocks(masked: str) -> Iterator[tuple[Block, int]]:
    """Each block of the text, with its offset."""
    cursor = 0
    heads = [head.start("at") for head in _HEAD.finditer(masked)]
    ends = dict(pairwise([*heads, len(masked)]))
    for block in _split(masked):
        raw = block.raw or ""
        start = masked.find(raw, cursor)
        if start < 0:
            continue  # A remnant of an entry that was read on the second attempt.
        cursor = start + len(raw)
        if isinstance(block, ParsingFailedBlock):
            if entry := _second_attempt(masked[start : ends.get(start, start)]):
                block = entry
                cursor = start + len(entry.raw or "")
            else:
                cursor = start + 1  # A block that failed may reach into the next one.
        yield block, start


def _split(masked: str) -> Iterator[Block]:
    """The splitter's blocks; one whose key or field stands twice is as good as another."""
    for found in parse_string(masked, parse_stack=[]).blocks:
        block = found
        while isinstance(block, ParsingFailedBlock) and block.ignore_error_block is not None:
            block = block.ignore_error_block
        yield block


def _second_attempt(raw: str) -> Entry | None:
    """The entry that starts there, without comments from `%` to the end of a line.

    biber allows these between fields, the splitter does not know them. Only an entry that cannot be read
    otherwise is taken so, since in a value `%` is a percent sign.
    """
    quiet = _COMMENT.sub(lambda comment: " " * len(comment.group()), raw)
    if quiet == raw:
        return None
    return next((block for block in _split(quiet) if isinstance(block, Entry)), None)


def _in_prose(text: str, at: int) -> bool:
    return at > 0 and text[at - 1].isalnum()


def _in_line(text: str, at: int) -> bool:
    return bool(text[text.rfind("\n", 0, at) + 1 : at].strip())


def _is_comment(block: Block) -> bool:
    return (block.raw or "").lower().startswith(("@comment", "@preamble"))


def _prose(file: BibtexFile, block: ImplicitComment, start: int, entry: Entry | None) -> Iterator[Problem]:
    """Free text is a comment, save where it looks like something that should have been read."""
    prose = file.text[start : start + len(block.raw or "")]
    if head := _UNREAD_HEAD.search(prose):
        yield file.warning(
            start + head.start(),
            "unread-entry",
            f"This looks like an entry, but its type is not a word: {head.group().strip()}",
            "Write the type of the entry in letters, as in @article{key, …",
        )
    for head in _HEAD_WITHOUT_AT.finditer(prose):
        yield file.warning(
            start + head.start("type"),
            "unread-entry",
            f"This looks like an entry, but no @ stands before {head['type']!r}: it is read as a comment.",
            f"Write `@{head['type']}{{`, or begin its lines with % if it is not wanted.",
        )
    orphan = _ORPHANED_FIELD.match(prose)
    if orphan and entry:
        yield file.warning(
            start,
            "text-outside",
            f"A field stands outside of any entry: the entry `{entry.key}` ends before it.",
            "Take out the brace too many in the entry above.",
            key=entry.key,
        )
