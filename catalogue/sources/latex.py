"""From LaTeX, as BibTeX fields hold it, to text.

A value is read as a typesetter would print it, with three liberties that real files demand: a bare `%`
is a percent sign, a dollar sign before a sum of money is one, and what is no LaTeX stays as it is.
Mathematics keeps its TeX source under a mark. A group protects its capitals, unless it begins with a
command: that is BibTeX's "special character" rule.

>>> to_text(r"{\\'E}tudes on {EU} law").marks
(Mark(kind=<MarkKind.NOCASE: 'nocase'>, start=10, end=12),)
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from catalogue.model import MarkKind, Text
from catalogue.sources.bibtex_values import matching_brace
from catalogue.sources.latex_symbols import (
    ACCENTS,
    BARE_ACCENTS,
    DIMENSIONED,
    FIRST_ARGUMENT_UNREAD,
    MARKING,
    QUOTING,
    SILENT,
    SPACES,
    SWITCHES,
    symbol,
)
from catalogue.sources.marked_text import MarkedText
from catalogue.sources.verbatim import to_verbatim

__all__ = ["to_plain", "to_text", "to_verbatim"]

_SPECIAL = re.compile(r"[\\{}$~]|--|``|''|[?!]`")
_SHORT = 400
"""Up to this length a value is likely to come again (names, journals): remembered."""

_TOKEN = re.compile(
    r"""\\(?P<word>[A-Za-z]+)(?P<gap>\*?(?:[^\S\n]*+(?:\n[^\S\n]*+(?!\n))?)?)
    | \\(?P<sign>.?)
    | (?P<open>\{)
    | (?P<close>\})
    | (?P<dollar>\$)
    | (?P<ligature>---?|``|''|[?!]`|~)
    | (?P<text>[^\\{}$~`'?!-]+|.)""",
    re.VERBOSE | re.DOTALL,
)
_LIGATURES = {"--": "–", "---": "—", "``": "“", "''": "”", "?`": "¿", "!`": "¡", "~": " "}
_DOLLARS = re.compile(
    r"\$\$(?P<display>(?:\\.|[^\\$])+)\$\$|\$(?P<inline>(?:\\.|[^\\$])+)\$(?!\d)", re.DOTALL
)
_PARAGRAPH = re.compile(r"\n\s*\n")
_MONEY = re.compile(r"\d.*\s", re.DOTALL)
_DIMENSION = re.compile(r"[+-]?[\d.]+\s*(?:bp|cm|em|ex|in|mm|mu|pc|pt|sp)\s?")
_OPTION = re.compile(r"\[[^\]{}]{0,99}\](?=\{)")
_MOST_UNCLOSED = 20
_READ_RAW = frozenset({"ensuremath", "nolinkurl", "path", "url"})


def to_text(source: str) -> Text:
    """The marked text of a LaTeX value; never raises."""
    if not _SPECIAL.search(source):
        return Text.of(source)
    return _remembered(source) if len(source) <= _SHORT else _Reader(source).read()


def to_plain(source: str) -> str:
    """The text of a LaTeX value without its marks, for numbers, names and the like."""
    return to_text(source).plain


@lru_cache(maxsize=2**14)
def _remembered(source: str) -> Text:
    return _Reader(source).read()


@dataclass(slots=True)
class _Group:
    """What happens when a group, or the single character in its stead, ends."""

    kinds: list[tuple[MarkKind, int]] = field(default_factory=list)
    closing: str = ""
    accented: str = ""


class _Reader:
    """One pass over one value. Groups are kept on a list, so that no depth of braces is too deep."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._out = MarkedText()
        self._groups = [_Group()]
        self._wanted: _Group | None = None  # The argument a command waits for.
        self._unclosed = 0

    def read(self) -> Text:
        while token := _TOKEN.match(self._source, self._at):
            begins_group = self._at > 0 and self._source[self._at - 1] == "{"
            self._at = token.end()
            kind = token.lastgroup
            if kind in {"word", "gap"}:
                self._command(token["word"], token["gap"], begins_group)
            elif kind == "sign":
                self._sign(token["sign"])
            elif kind == "open":
                self._open()
            elif kind == "close":
                self._close()
            elif kind == "dollar":
                self._dollar(token.start())
            else:
                self._text(_LIGATURES.get(token.group(), token.group()))
        self._fulfil()
        while self._groups:
            self._end(self._groups.pop())
        return self._out.build()

    def _text(self, text: str) -> None:
        if self._wanted is None:
            self._out.add(text)
            return
        stripped = text.lstrip()
        if not stripped:
            if _PARAGRAPH.search(text):
                self._fulfil()
                self._out.add(text)
            return
        self._single(stripped[0])
        self._out.add(stripped[1:])

    def _single(self, text: str) -> None:
        """A character or a symbol, which may be the argument of the command before it."""
        group, self._wanted = self._wanted, None
        if group is None:
            self._out.add(text)
            return
        group.kinds = [(kind, self._out.length) for kind, _ in group.kinds]
        self._out.add(text)
        self._end(group)

    def _fulfil(self) -> None:
        """Ends the wait for an argument that does not come."""
        if self._wanted is not None:
            group, self._wanted = self._wanted, None
            group.kinds = []
            self._end(group)

    def _open(self) -> None:
        group, self._wanted = self._wanted, None
        if group is not None:
            group.kinds = [(kind, self._out.length) for kind, _ in group.kinds]
        else:
            group = _Group()
            if not self._source.startswith("\\", self._at):
                group.kinds.append((MarkKind.NOCASE, self._out.length))
        self._groups.append(group)

    def _close(self) -> None:
        self._fulfil()
        if len(self._groups) > 1:
            self._end(self._groups.pop())

    def _end(self, group: _Group) -> None:
        if group.accented and self._out.take_accent():
            self._out.add(BARE_ACCENTS.get(group.accented, ""))
        for kind, start in reversed(group.kinds):
            self._out.mark(kind, start)
        self._out.add(group.closing)

    def _command(self, name: str, gap: str, begins_group: bool) -> None:
        if name in ACCENTS:
            self._accent(name)
        elif (text := symbol(name)) is not None:
            self._single(text)
            self._expect_group(_Group())
        elif name in SWITCHES:
            self._groups[-1].kinds.append((SWITCHES[name], self._out.length))
        elif name in SPACES:
            self._text("\n\n" if name == "par" else " ")
        elif name in _READ_RAW and self._source.startswith("{", self._at):
            self._raw(name)
        elif name in MARKING:
            self._wanted = _Group([(MARKING[name], 0)])
        elif name in QUOTING:
            opening, closing = QUOTING[name]
            self._single(opening)
            self._wanted = _Group(closing=closing)
        elif name in DIMENSIONED:
            if dimension := _DIMENSION.match(self._source, self._at):
                self._at = dimension.end()
        elif name.lower() in FIRST_ARGUMENT_UNREAD:
            self._argument()
            self._expect_group(_Group())
        elif name not in SILENT:
            self._unknown(name, gap, begins_group)

    def _raw(self, name: str) -> None:
        argument = self._argument()
        if name == "ensuremath":
            self._math(argument)
        else:
            self._text(to_verbatim(argument))

    def _unknown(self, name: str, gap: str, begins_group: bool) -> None:
        before = self._source[: self._at - len(gap) - len(name) - 1][-1:]
        self._skip_option()
        if self._source.startswith("{", self._at):
            self._expect_group(_Group())
        elif not name.islower() and before not in {":", "\\"}:
            self._single(name)  # Someone's shorthand for a name: \XML.
        elif not begins_group:
            self._text(f"\\{name}{gap}")

    def _sign(self, sign: str) -> None:
        if sign in ACCENTS:
            self._accent(sign)
        elif sign in {"(", "["}:
            self._delimited_math(sign)
        elif sign in {"\\", ",", ";", ":", ">"} or sign.isspace():
            self._text(" ")
        else:
            self._single(text if (text := symbol(sign)) is not None else sign or "\\")

    def _accent(self, name: str) -> None:
        group, self._wanted = self._wanted, None
        self._out.accent(ACCENTS[name])
        self._wanted = group or _Group()
        self._wanted.accented = name

    def _expect_group(self, group: _Group) -> None:
        """Takes the group that follows at once, if one does, for an argument: it protects nothing."""
        if self._source.startswith("{", self._at):
            self._wanted = group

    def _argument(self) -> str:
        """The next group, unread; "" where none follows."""
        self._skip_option()
        # In a source full of unclosed groups each search would go to its end.
        if not self._source.startswith("{", self._at) or self._unclosed > _MOST_UNCLOSED:
            return ""
        close = matching_brace(self._source, self._at)
        if close < 0:
            self._unclosed += 1
            return ""
        start, self._at = self._at + 1, close + 1
        return self._source[start:close]

    def _skip_option(self) -> None:
        if option := _OPTION.match(self._source, self._at):
            self._at = option.end()

    def _dollar(self, start: int) -> None:
        found = _DOLLARS.match(self._source, start)
        formula = (found["display"] or found["inline"]) if found else ""
        if not found or _PARAGRAPH.search(formula) or _MONEY.fullmatch(formula):
            self._text("$")
            return
        self._at = found.end()
        self._math(formula)

    def _delimited_math(self, sign: str) -> None:
        end = self._source.find({"(": "\\)", "[": "\\]"}[sign], self._at)
        if end < 0:
            self._text(sign)
            return
        start, self._at = self._at, end + 2
        self._math(self._source[start:end])

    def _math(self, formula: str) -> None:
        self._fulfil()
        start = self._out.length
        if formula.count("{") != formula.count("}"):
            # BibTeX counts `\{`; what has to be written again must not hold one alone.
            formula = formula.replace("\\{", "\\lbrace ").replace("\\}", "\\rbrace ")
        self._out.add(formula)
        self._out.mark(MarkKind.MATH, start)
