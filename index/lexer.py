"""A typed query to lexemes: parentheses, operators, field names, phrases, words, patterns and ranges.

Everything that does not read as syntax is a word: the colon of `https://…`, of `10.1000/a:b` or of an unknown
field, a hyphen within a word, a lone quotation mark.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from index.field import Field
from index.results import Notice, NoticeCode


class Lex(Enum):
    """The kinds of lexemes."""

    OPEN = auto()
    CLOSE = auto()
    AND = auto()
    OR = auto()
    NOT = auto()
    PLUS = auto()
    FIELD = auto()
    PHRASE = auto()
    WORD = auto()
    PREFIX = auto()
    PATTERN = auto()
    SIMILAR = auto()
    BOOST = auto()
    RANGE = auto()
    ANYTHING = auto()


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A lexeme: its kind, its text (of a FIELD the field's name), the bounds of a RANGE, and the number
    behind a sign: the distance of a PHRASE, the edits of a SIMILAR, the factor of a BOOST."""

    kind: Lex
    text: str = ""
    low: int | None = None
    high: int | None = None
    number: float | None = None


_OPENING = '"“„«'
_CLOSING = '"”“»'
_SPACE = re.compile(r"\s+")
_PHRASE = re.compile(rf"[{_OPENING}]([^{_OPENING}{_CLOSING}]*)[{_CLOSING}](?:~(\d{{1,3}})(?![^\s()^]))?")
_FIELD = re.compile(r"([^\W\d][\w.-]{0,39}):(?!//)\s*(?=\S)")
_SIGNS = r"[^\s()“”„«»\"]"
_WORD = re.compile(rf"(?:AND|OR|NOT)(?=\()|{_SIGNS}+(?:\({_SIGNS}*\){_SIGNS}*)*")  # DOIs hold parentheses
_NUMBER = r"[-−]?\d{1,15}"
_RANGE = re.compile(
    rf"(?P<sign><=|>=|<|>|≤|≥)\s*(?P<bound>{_NUMBER})(?![^\s()])"
    rf"|(?P<low>{_NUMBER})?(?:\.\.+|…)(?P<high>{_NUMBER})?(?![^\s()])"
    rf"|(?P<from>\d{{1,15}})[-–—](?P<to>\d{{1,15}})(?![^\s()])"
    rf"|(?P<only>{_NUMBER})(?![^\s()])"
)
_PATTERN = re.compile(r"[^\W_]+[*?][\w*?]*[^\W_][*?]*")  # a last ? only asks
_SIMILAR = re.compile(r"([^\W_]+)~([12]?)")
_BOOST = re.compile(r"\^(\d{1,3}(?:\.\d{1,3})?)(?=[\s)]|$)")
_OPERATORS = {"AND": Lex.AND, "OR": Lex.OR, "NOT": Lex.NOT, "&&": Lex.AND, "||": Lex.OR}
_UNKNOWN = re.compile(r"([a-z]{2,20}):(?=[^\W\d])", re.IGNORECASE)


class Lexer:
    """Reads one text; `notices` grows while it is read."""

    def __init__(self, text: str, fields: Mapping[str, Field]) -> None:
        self.text = text
        self.notices: dict[Notice, None] = {}
        self._fields = fields
        self._at = 0

    def __iter__(self) -> Iterator[Lexeme]:
        while True:
            if space := _SPACE.match(self.text, self._at):
                self._at = space.end()
            if self._at >= len(self.text):
                return
            yield from self._lexemes()

    def _lexemes(self) -> Iterator[Lexeme]:
        letter = self.text[self._at]
        if letter in "()":
            self._at += 1
            yield Lexeme(Lex.OPEN if letter == "(" else Lex.CLOSE)
        elif phrase := _PHRASE.match(self.text, self._at):
            self._at = phrase.end()
            yield Lexeme(Lex.PHRASE, phrase[1], number=int(phrase[2]) if phrase[2] else None)
        elif (boost := _BOOST.match(self.text, self._at)) and self._follows():
            self._at = boost.end()
            yield Lexeme(Lex.BOOST, boost[1], number=float(boost[1]))
        elif letter in _OPENING + _CLOSING:
            self._at += 1
            self.notices[Notice(NoticeCode.UNCLOSED_QUOTE)] = None
        elif letter in "+-−" and self._leads():
            self._at += 1
            yield Lexeme(Lex.PLUS if letter == "+" else Lex.NOT, letter)
        elif (named := _FIELD.match(self.text, self._at)) and named[1].casefold() in self._fields:
            self._at = named.end()
            yield from self._fielded(self._fields[named[1].casefold()])
        else:
            yield from self._word()

    def _leads(self) -> bool:
        """Whether a sign stands before something and behind nothing: `-word`, not `a-b` or `a - b`."""
        before, after = self.text[self._at - 1 : self._at], self.text[self._at + 1 : self._at + 2]
        return (
            (not before or before in "( \t\n\r" or before.isspace()) and bool(after) and not after.isspace()
        )

    def _follows(self) -> bool:
        """Whether a sign stands right behind something."""
        before = self.text[self._at - 1 : self._at]
        return bool(before) and before != "(" and not before.isspace()

    def _fielded(self, field: Field) -> Iterator[Lexeme]:
        yield Lexeme(Lex.FIELD, field.name)
        if field.numeric and self.text[self._at] != "(":
            yield self._number(field.name)

    def _number(self, field: str) -> Lexeme:
        if found := _RANGE.match(self.text, self._at):
            low, high = _bounds(found)
            if low is not None or high is not None:
                self._at = found.end()
                return Lexeme(Lex.RANGE, field, low, high)
        word = _WORD.match(self.text, self._at)
        self._at = word.end() if word else self._at + 1
        text = word.group() if word else ""
        self.notices[Notice(NoticeCode.BAD_RANGE, (field, text))] = None
        return Lexeme(Lex.WORD, text)

    def _word(self) -> Iterator[Lexeme]:
        word = _WORD.match(self.text, self._at)
        if word is None:  # cannot be: every other sign has been looked at
            self._at += 1
            return
        text = word.group()
        if boost := _BOOST.search(text):
            text = text[: boost.start()] or text
        self._at += len(text)
        if text in _OPERATORS:
            yield Lexeme(_OPERATORS[text], text)
        elif text.strip("*:") == "" and "*" in text:
            yield Lexeme(Lex.ANYTHING, text)
        else:
            if unknown := _UNKNOWN.match(text):
                self.notices[Notice(NoticeCode.UNKNOWN_FIELD, (unknown[1],))] = None
            yield _plain(text)


def _plain(text: str) -> Lexeme:
    """A word, or what stands for several."""
    if similar := _SIMILAR.fullmatch(text):
        return Lexeme(Lex.SIMILAR, similar[1], number=int(similar[2]) if similar[2] else None)
    if _PATTERN.fullmatch(text):
        return Lexeme(Lex.PATTERN, text)
    return Lexeme(Lex.PREFIX, text.rstrip("*")) if text.endswith("*") else Lexeme(Lex.WORD, text)


def number_range(text: str) -> tuple[int | None, int | None] | None:
    """The bounds that a text names: `2019`, `2019..2021`, `>2020`; None if it names none."""
    found = _RANGE.fullmatch(text)
    bounds = _bounds(found) if found else (None, None)
    return None if bounds == (None, None) else bounds


def _bounds(found: re.Match[str]) -> tuple[int | None, int | None]:
    def number(group: str) -> int | None:
        return int(found[group].replace("−", "-")) if found[group] else None

    if found["sign"]:
        bound = number("bound") or 0
        match found["sign"]:
            case ">":
                return bound + 1, None
            case "<":
                return None, bound - 1
            case ">=" | "≥":
                return bound, None
            case _:
                return None, bound
    if found["only"]:
        return number("only"), number("only")
    low, high = (number("from"), number("to")) if found["from"] else (number("low"), number("high"))
    return (high, low) if low is not None and high is not None and high < low else (low, high)
