"""What stands to the right of `=` in BibTeX: literals and names of strings, joined by `#`.

bibtexparser hands a value over as written. Here its braces and quotes are taken off and its parts told
apart; what BibTeX's grammar does not allow is kept as text, so that nothing written is lost.

>>> scan('"Vol. " # jan').pieces
('Vol. ', StringReference(name='jan'))
"""

import re
import sys
from collections.abc import Iterator
from typing import NamedTuple

from catalogue.sources.raw import Pieces, StringReference

# As bibtexparser's splitter, and unlike BibTeX, a backslash takes a brace or quote out of the count:
# real files hold `\{` and `\"` that were meant so.
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
BIBTEX_BRACE = re.compile(r"[{}]")
"""What BibTeX itself counts."""
_BRACE_OR_QUOTE = re.compile(r'\\.|[{}"]', re.DOTALL)
_NESTING = {"{": 1, "}": -1}
_BARE = re.compile(r"[^\s\"#%'(),={}]+")
_SPACE = re.compile(r"\s*")
_NEXT_FIELD = re.compile(r"[^\W\d][\w.:+-]*\s*=")


class Scan(NamedTuple):
    """A value taken apart.

    `end` is where reading stopped: the length of the source, or the start of what does not belong to
    the value. `unclosed` tells that a brace or quote is never closed; the value then runs to the end.
    """

    pieces: Pieces
    end: int
    unclosed: bool = False


def scan(source: str, start: int = 0) -> Scan:
    """The value that starts at `start`."""
    if start == 0 and (_is_plain_group(source) or (is_bibtex_group(source) and not is_group(source))):
        return Scan((source[1:-1],), len(source))
    pieces: list[str | StringReference] = []
    at = _skip_space(source, start)
    while at < len(source):
        opening = source[at]
        if opening in '{"':
            close = matching_brace(source, at) if opening == "{" else closing_quote(source, at)
            if close < 0 and opening == '"':
                # The splitter does not count braces in quotes: `"1 { 2"` ends at its quote.
                close = source.find('"', at + 1)
            if close < 0:
                return Scan((*pieces, source[at + 1 :]), len(source), unclosed=True)
            pieces.append(source[at + 1 : close])
            at = close + 1
        elif bare := _BARE.match(source, at):
            word = bare.group()
            pieces.append(word if word[0].isdigit() else StringReference(word.lower()))
            at = bare.end()
        else:
            break
        after = _skip_space(source, at)
        if not source.startswith("#", after):
            break
        at = _skip_space(source, after + 1)
    return Scan(tuple(pieces) or ("",), _skip_space(source, at))


def matching_brace(source: str, start: int, braces: re.Pattern[str] = _BRACE) -> int:
    """Where the brace that opens at `start` closes, -1 if nowhere."""
    depth = 0
    for match in braces.finditer(source, start):
        depth += _NESTING.get(match.group(), 0)
        if depth == 0:
            return match.start()
    return -1


def is_bibtex_group(source: str) -> bool:
    """Whether one pair of braces holds the whole of a source by BibTeX's own count, in which `\\{` opens
    a group: there `{na\\{i}ve}` is one value."""
    return source.startswith("{") and matching_brace(source, 0, BIBTEX_BRACE) == len(source) - 1


def is_group(source: str) -> bool:
    """Whether one pair of braces holds the whole of a source."""
    return source.startswith("{") and matching_brace(source, 0) == len(source) - 1


def _is_plain_group(source: str) -> bool:
    """Whether one pair of braces holds the whole of a source, and no other brace is in it."""
    return source.startswith("{") and source.find("}") == len(source) - 1 and source.rfind("{") == 0


def outside_braces(pattern: re.Pattern[str], source: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern that begin where no brace is open."""
    depth = 0
    braces = _BRACE.finditer(source)
    brace = next(braces, None)
    for match in pattern.finditer(source):
        while brace and brace.start() < match.start():
            depth = max(depth + _NESTING.get(brace.group(), 0), 0)
            brace = next(braces, None)
        if depth == 0:
            yield match


def next_field_name(source: str, start: int) -> str:
    """The name of the field that begins at `start`, "" where none does."""
    match = _NEXT_FIELD.match(source, start)
    return match.group()[:-1].rstrip() if match else ""


def closing_quote(source: str, start: int, longest: int = sys.maxsize) -> int:
    """Where the quote that opens at `start` closes: at the next one outside braces; -1 if nowhere, or
    not within `longest` characters."""
    depth = 0
    for match in _BRACE_OR_QUOTE.finditer(source, start + 1, min(len(source), start + longest)):
        mark = match.group()
        if mark == '"' and depth == 0:
            return match.start()
        depth += _NESTING.get(mark, 0)
        if depth < 0:
            return -1
    return -1


def _skip_space(source: str, start: int) -> int:
    match = _SPACE.match(source, start)
    return match.end() if match else start
