"""A typed query to lexemes: parentheses, operators, field names, phrases, words, patterns and ranges.

Everything that does not read as syntax is a word: the colon of `https://…`, of `10.1000/a:b` or of an unknown
field, a hyphen within a word, a lone quotation mark.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from index.field import Field
from index.field_names import FieldNames
from index.ranges import read_range
from index.results import Notice, NoticeCode
from index.syntax_tree import Place


class Lex(Enum):
    """The kinds of lexemes."""

    OPEN = auto()
    CLOSE = auto()
    AND = auto()
    OR = auto()
    NOT = auto()
    PLUS = auto()
    NEAR = auto()
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
    """A lexeme: its kind and text (of a RANGE the name of its field), the bounds of a RANGE, the number
    behind a sign (of a PHRASE or a NEAR the distance, of a SIMILAR the edits, of a BOOST the factor), and
    where a FIELD leads."""

    kind: Lex
    text: str = ""
    low: int | None = None
    high: int | None = None
    number: float | None = None
    place: Place = None


_QUOTES = {
    '"': '"”“',
    "“": '”“"',
    "”": "”",
    "„": '“”"',
    "‟": "”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "‘": "’",
    "‚": "‘’",
    "＂": "＂",
    "'": "'",
}
"""Opening quotation marks, and what may close each."""
_SINGLE = "‘‚‹’›'"  # stand within words, too
_MARKS = "".join(dict.fromkeys([*_QUOTES, *"".join(_QUOTES.values())]))
_DOUBLE = "".join(mark for mark in _MARKS if mark not in _SINGLE)
_SPACE = re.compile(r"\s+")
_DISTANCE = re.compile(r"~(\d{1,3})(?![^\s()^])")
_SIGNS = rf"[^\s(){_DOUBLE}]"
OPERATORS = {
    **dict.fromkeys(("AND", "&&", "И", "ЖӘНЕ"), Lex.AND),
    **dict.fromkeys(("OR", "||", "ИЛИ", "НЕМЕСЕ"), Lex.OR),
    **dict.fromkeys(("NOT", "НЕ", "ЕМЕС"), Lex.NOT),
}
"""Words and signs between and before others, in the languages of the catalogue."""
_NAMED = "|".join(sorted((name for name in OPERATORS if name.isalpha()), key=len, reverse=True))
_WORD = re.compile(rf"(?:{_NAMED})(?=\()|{_SIGNS}+(?:\({_SIGNS}*\){_SIGNS}*)*")  # DOIs hold parentheses
NEAR = re.compile(r"(?:W|PRE|NEAR|ONEAR|ADJ)/(\d{1,3})(?=[\s(]|$)", re.IGNORECASE)
"""What stands between words that must be near each other."""
_PATTERN = re.compile(r"[^\W_]*[*?][\w*?]*[^\W_][*?]*")  # a last ? only asks
_SIMILAR = re.compile(r"([^\W_]+)~(\d(?:\.\d{1,3})?)?")
_MOST_EDITS = 2
_BOOST = re.compile(r"\^(\d{1,9}(?:\.\d{1,9})?)(?=[\s)]|$)")
_LIST_OF_NAMES = re.compile(";")
_LIST = re.compile(r";|(?<!\d),|,(?!\d)")
"""What parts words, as keywords are pasted; a comma does not within a number, nor within a name."""
_UNLISTED = re.compile("[/(]")  # DOIs, addresses, formulas
_BINDING = (Lex.FIELD, Lex.NOT, Lex.PLUS, Lex.NEAR)
_ANY_MARK = re.compile(f"[{_MARKS}]")
_UNKNOWN = re.compile(r"([^\W\d_]{2,20}):(?=[^\W_])|([A-Z]{2,}(?:-[A-Z]+)+)\s*\(")


class Lexer:
    """Reads one text; `notices` grows while it is read."""

    def __init__(self, text: str, names: FieldNames, fields: Mapping[str, Field]) -> None:
        self.text = text
        self.notices: dict[Notice, None] = {}
        self._names = names
        self._fields = fields
        self._at = 0
        self._before = Lexeme(Lex.OPEN)

    def __iter__(self) -> Iterator[Lexeme]:
        while True:
            if space := _SPACE.match(self.text, self._at):
                self._at = space.end()
            if self._at >= len(self.text):
                return
            for lexeme in self._lexemes():
                yield lexeme
                self._before = lexeme

    def _lexemes(self) -> Iterator[Lexeme]:
        letter = self.text[self._at]
        if letter in "()":
            self._at += 1
            yield Lexeme(Lex.OPEN if letter == "(" else Lex.CLOSE)
        elif (letter in _QUOTES) and (end := self._closing(letter)):
            yield self._phrase(end)
        elif (boost := _BOOST.match(self.text, self._at)) and self._follows():
            self._at = boost.end()
            yield Lexeme(Lex.BOOST, boost[1], number=float(boost[1]))
        elif letter in _DOUBLE:
            self._at += 1
            self.notices[Notice(NoticeCode.UNCLOSED_QUOTE)] = None
        elif letter in "+-−" and self._leads():
            self._at += 1
            yield Lexeme(Lex.PLUS if letter == "+" else Lex.NOT, letter)
        elif near := NEAR.match(self.text, self._at):
            self._at = near.end()
            yield Lexeme(Lex.NEAR, near.group(), number=int(near[1]))
        elif named := self._names.at(self.text, self._at):
            self._at = named.end
            if named.lacking:
                self.notices[Notice(NoticeCode.LACKING_FIELD, (named.lacking,))] = None
            yield from self._fielded(named.place)
        else:
            yield from self._word()

    def _leads(self) -> bool:
        """Whether a sign stands before something and behind nothing: `-word`, not `a-b` or `a - b`."""
        after = self.text[self._at + 1 : self._at + 2]
        return not self._follows() and bool(after) and not after.isspace()

    def _follows(self) -> bool:
        """Whether a sign stands right behind something."""
        before = self.text[self._at - 1 : self._at]
        return bool(before) and before != "(" and not before.isspace()

    def _closing(self, opening: str) -> int:
        """Where the text ends that a quotation mark opens; 0 if nothing closes it."""
        at = self._at + 1
        while mark := _ANY_MARK.search(self.text, at):
            at = mark.end()
            if mark.group() in _QUOTES[opening] and (opening not in _SINGLE or not _in_word(self.text, at)):
                return mark.start()
            inside = opening in _SINGLE and self.text[mark.start() - 1].isalnum()
            if opening == mark.group() and not inside:
                return 0  # another begins before this one has ended
        return 0

    def _phrase(self, end: int) -> Lexeme:
        text = self.text[self._at + 1 : end]
        distance = _DISTANCE.match(self.text, end + 1)
        self._at = distance.end() if distance else end + 1
        return Lexeme(Lex.PHRASE, text, number=int(distance[1]) if distance else None)

    def _fielded(self, place: Place) -> Iterator[Lexeme]:
        yield Lexeme(Lex.FIELD, place=place)
        if isinstance(place, str) and self._fields[place].numeric and self.text[self._at] != "(":
            yield self._number(self._fields[place])

    def _number(self, field: Field) -> Lexeme:
        if found := read_range(self.text, field.kind, self._at):
            self._at = found.end
            return Lexeme(Lex.RANGE, field.name, found.low, found.high)
        word = _WORD.match(self.text, self._at)
        self._at = word.end() if word else self._at + 1
        text = word.group() if word else ""
        self.notices[Notice(NoticeCode.BAD_RANGE, (field.name, text))] = None
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
        if text in OPERATORS:
            yield Lexeme(OPERATORS[text], text)
        elif text.strip("*:") == "" and "*" in text:
            yield Lexeme(Lex.ANYTHING, text)
        else:
            if unknown := _UNKNOWN.match(self.text, word.start()):
                self.notices[Notice(NoticeCode.UNKNOWN_FIELD, (unknown[1] or unknown[2],))] = None
            yield from self._listed(text)

    def _listed(self, text: str) -> Iterator[Lexeme]:
        """A word, or the words of a list without spaces (`gender;migration`), together where something that
        belongs to all of them stands before."""
        place = self._before.place
        of_names = isinstance(place, str) and self._fields[place].names
        parts = [] if _UNLISTED.search(text) else (_LIST_OF_NAMES if of_names else _LIST).split(text)
        words = list(filter(None, parts))
        if len(words) < 2:
            yield _plain(text)
        elif self._before.kind in _BINDING:
            yield from (Lexeme(Lex.OPEN), *map(_plain, words), Lexeme(Lex.CLOSE))
        else:
            yield from map(_plain, words)


def patterned(phrase: str) -> list[Lexeme]:
    """The words of a phrase one by one, if any of them stands for several; else none."""
    words = [_plain(word) for word in phrase.split()]
    return words if any(word.kind in (Lex.PREFIX, Lex.PATTERN) for word in words) else []


def _plain(text: str) -> Lexeme:
    """A word, or what stands for several."""
    if similar := _SIMILAR.fullmatch(text):
        edits = int(float(similar[2] or 0))  # below 1 it is a share, as Lucene once counted
        return Lexeme(Lex.SIMILAR, similar[1], number=min(edits, _MOST_EDITS) or None)
    if _PATTERN.fullmatch(text):
        return Lexeme(Lex.PATTERN, text)
    return Lexeme(Lex.PREFIX, text.rstrip("*")) if text.endswith("*") else Lexeme(Lex.WORD, text)


def _in_word(text: str, end: int) -> bool:
    """Whether a mark that ends there is an apostrophe: a letter follows."""
    return text[end : end + 1].isalnum()
