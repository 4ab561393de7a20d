"""What a person types to a tree, without ever failing: `parse`.

    words               all must be in the record, or the best of them: whoever asks decides; also words;words
    "two words"         in this order
    a OR b, a AND b     capitals; AND binds closer than OR, and words side by side closer than both; ( ) group
    NOT a, -a           must not be there
    +a                  must be there, were it a stop word
    title:word          in a field; title:"two words", title:(a OR b)
    migr*, wom?n, m*tion   words that begin so, with any letter there, with any letters there
    migraton~, migraton~1  words that are written nearly so
    "women work"~5      near each other, in any order, with so many words between
    gender^2            of twice the weight; ^0.5 of half
    year:2019..2021     a range; 2019.. and ..2021 are open; year:>2020, year:<=2020, year:2019, added:2024-05
    TITLE(a), TI=a, PUBYEAR > 2020, a W/5 b, a NEAR/5 b, a И b ИЛИ c   as other systems and languages write it

What cannot be read so is searched as words, with a `Notice`. Length, depth, words, and words that
stand for several are bounded.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from index.expansion import likely_edits
from index.field import Field, Fields
from index.field_names import Aliases, FieldNames
from index.lexer import Lex, Lexeme, Lexer, patterned
from index.proximity import can_be_near
from index.ranges import whole_range
from index.results import Notice, NoticeCode
from index.syntax_tree import (
    And,
    Anything,
    Beginning,
    Between,
    Nearby,
    Or,
    Pattern,
    Place,
    Quoted,
    Required,
    Sequence,
    Similar,
    Tree,
    Weighted,
    Without,
    Word,
    joined,
)
from index.tokens import tokenise

MAX_LENGTH = 4000
"""Most characters of a query."""
MAX_DEPTH = 20
"""Most levels of parentheses."""
MAX_WORDS = 256
"""Most words of a query, those inside phrases and compounds counted too."""
MAX_PREFIXES = 8
"""Most words of a query that stand for several: with `*`, `?` or `~`."""
MIN_PREFIX = 2
"""Least letters before a `*` or `?`."""
_LEAST_FACTOR, _MOST_FACTOR = 0.01, 100.0
_WILD = re.compile(r"[*?]")
_BETWEEN_ITEMS = (Lex.CLOSE, Lex.AND, Lex.OR, Lex.NOT, Lex.PLUS, Lex.NEAR)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A tree (None: nothing in the text can be searched) and what the reader should be told."""

    tree: Tree | None
    notices: tuple[Notice, ...] = ()


def parse(text: str, fields: Fields, aliases: Aliases | None = None) -> Parsed:
    """Read a query. `aliases` lead from other names (`ti`) to names of `fields`, see `index.field_names`.

    >>> parse("migration -labour", ()).tree
    Sequence(children=(Word(text='migration', field=None, keep=False), Without(child=Word(text='labour', \
field=None, keep=False))))
    """
    by_name = {field.name: field for field in fields}
    return _Parser(text, FieldNames(by_name, aliases or {}), by_name).parsed()


class _Parser:
    """Recursive descent over lexemes; recursion is bounded by MAX_DEPTH."""

    def __init__(self, text: str, names: FieldNames, fields: Mapping[str, Field]) -> None:
        self._fields = fields
        self._words = 0
        self._prefixes = 0
        lexer = Lexer(_cut(text), names, fields)
        self._lexemes = list(lexer)
        self._notices = lexer.notices
        self._at = 0
        if len(text) > MAX_LENGTH:
            self._note(NoticeCode.TOO_LONG, str(MAX_LENGTH))

    def parsed(self) -> Parsed:
        if not self._lexemes and not self._notices:
            return Parsed(Anything())
        parts: list[Tree] = []
        while self._at < len(self._lexemes):
            if part := self._either(None, 0):
                parts.append(part)
            if self._take(Lex.CLOSE):
                self._note(NoticeCode.UNBALANCED_PARENTHESIS)
        tree = joined(parts, Sequence)
        if tree is None:
            self._note(NoticeCode.NO_WORDS)
        return Parsed(tree, tuple(self._notices))

    def _either(self, field: Place, depth: int) -> Tree | None:
        """What ORs join."""
        return self._operated(Lex.OR, Or, lambda: self._conjunction(field, depth), field)

    def _conjunction(self, field: Place, depth: int) -> Tree | None:
        """What ANDs join: each all that stands side by side, so that `labour market AND women` has two."""
        return self._operated(Lex.AND, And, lambda: self._side_by_side(field, depth), field)

    def _operated(
        self, kind: Lex, by: type[And] | type[Or], read: Callable[[], Tree | None], field: Place
    ) -> Tree | None:
        parts: list[Tree] = []
        before: Tree | None = None  # an operator with nothing to its left
        while True:
            part = read()
            if part is not None:
                parts.append(part if before is None else joined([before, part], Sequence) or part)
                before = None
            operator = self._take(kind)
            if operator is None:
                return joined(parts, by) or before
            if part is None or self._ends():
                word = self._dangling(operator, field)
                if word is not None and parts:
                    parts[-1] = joined([parts[-1], word], Sequence) or word
                else:
                    before = before or word

    def _side_by_side(self, field: Place, depth: int) -> Tree | None:
        parts: list[Tree] = []
        while not self._ends() and self._lexemes[self._at].kind not in (Lex.OR, Lex.AND):
            part = self._nearby(field, depth)
            if part is not None:
                parts.append(part)
        return joined(parts, Sequence)

    def _nearby(self, field: Place, depth: int) -> Tree | None:
        """What W/n and its like join."""
        parts = [part for part in [self._signed(field, depth)] if part is not None]
        distances: list[int] = []
        while operator := self._take(Lex.NEAR):
            part = None if self._ends() or not parts else self._signed(field, depth)
            if part is None:
                part = self._dangling(operator, field)
                return joined([*_near(parts, distances), *([part] if part else [])], Sequence)
            if all(map(can_be_near, (parts[-1], part))):
                parts.append(part)
                distances.append(int(operator.number or 0))
            else:
                self._note(NoticeCode.NOT_NEAR, operator.text)
                parts = [joined([*_near(parts, distances), part], And) or part]
                distances = []
        return joined(_near(parts, distances), Sequence)

    def _signed(self, field: Place, depth: int) -> Tree | None:
        """An item behind any number of NOT, - and +."""
        negative = keep = False
        while sign := self._take(Lex.NOT, Lex.PLUS):
            if self._ends():
                return self._dangling(sign, field)
            keep = keep or sign.kind is Lex.PLUS
            negative = negative != (sign.kind is Lex.NOT)
        item = self._item(field, depth, keep=keep)
        if item is None or not (negative or keep):
            return item
        if negative:
            return Without(item)
        return item if isinstance(item, Word) else Required(item)

    def _item(self, field: Place, depth: int, *, keep: bool) -> Tree | None:
        while named := self._take(Lex.FIELD):  # title:author:x means the last
            field, keep = named.place, keep or named.place is not None
        if self._at >= len(self._lexemes):
            return None
        if self._take(Lex.OPEN):
            return self._weighted(self._group(field, depth))
        if self._lexemes[self._at].kind in _BETWEEN_ITEMS:
            return None
        lexeme = self._lexemes[self._at]
        self._at += 1
        return self._weighted(self._leaf(lexeme, field, keep=keep))

    def _weighted(self, item: Tree | None) -> Tree | None:
        boost = self._take(Lex.BOOST)
        if boost is None or boost.number is None or item is None:
            return item
        return Weighted(item, min(max(boost.number, _LEAST_FACTOR), _MOST_FACTOR))

    def _group(self, field: Place, depth: int) -> Tree | None:
        if depth >= MAX_DEPTH:
            self._note(NoticeCode.TOO_DEEP, str(MAX_DEPTH))
            return None  # what follows is read as if the parenthesis were not there
        tree = self._either(field, depth + 1)
        if not self._take(Lex.CLOSE):
            self._note(NoticeCode.UNBALANCED_PARENTHESIS)
        return tree

    def _leaf(self, lexeme: Lexeme, field: Place, *, keep: bool) -> Tree | None:
        if lexeme.kind is Lex.ANYTHING:
            return Anything()
        if lexeme.kind is Lex.RANGE:
            return Between(lexeme.text, lexeme.low, lexeme.high) if self._spend(lexeme.text) else None
        if isinstance(field, str) and self._fields[field].numeric:
            if bounds := whole_range(lexeme.text, self._fields[field].kind):
                return Between(field, bounds.low, bounds.high) if self._spend(lexeme.text) else None
            self._note(NoticeCode.BAD_RANGE, field, lexeme.text)
            field = None
        if lexeme.kind is Lex.PHRASE and (words := patterned(lexeme.text)):
            return self._scattered(lexeme.text, words, field)
        text = self._spend(lexeme.text)
        if not text:
            return None
        number = None if lexeme.number is None else int(lexeme.number)
        match lexeme.kind:
            case Lex.PHRASE:
                return Quoted(text, field, number)
            case Lex.PREFIX if self._has_beginning(text, text) and self._may_expand():
                return Beginning(text, field)
            case Lex.PATTERN if (
                self._has_beginning(_WILD.split(lexeme.text)[0], lexeme.text) and self._may_expand()
            ):
                return Pattern(lexeme.text, field)
            case Lex.SIMILAR if self._may_expand():
                return Similar(text, number or likely_edits(text), field)
            case _:
                return Word(text, field, keep)

    def _scattered(self, phrase: str, words: list[Lexeme], field: Place) -> Tree | None:
        """A phrase with words that stand for several, which engines cannot follow: all of its words."""
        if len(words) > 1:
            self._note(NoticeCode.PATTERN_IN_PHRASE, phrase)
        parts = (self._leaf(word, field, keep=False) for word in words)
        return joined([part for part in parts if part is not None], And)

    def _has_beginning(self, beginning: str, typed: str) -> bool:
        if sum(map(str.isalnum, beginning)) >= MIN_PREFIX:
            return True
        self._note(NoticeCode.SHORT_PREFIX, typed, str(MIN_PREFIX))
        return False

    def _may_expand(self) -> bool:
        self._prefixes += 1
        if self._prefixes > MAX_PREFIXES:
            self._note(NoticeCode.TOO_MANY_PREFIXES, str(MAX_PREFIXES))
        return self._prefixes <= MAX_PREFIXES

    def _spend(self, text: str) -> str:
        """The text as far as words may still be used; "" if it has none or none may."""
        end = 0
        for token in tokenise(text):
            if self._words >= MAX_WORDS:
                self._note(NoticeCode.TOO_MANY_WORDS, str(MAX_WORDS))
                return text[:end]
            self._words += 1
            end = token.end
        return text if end else ""

    def _dangling(self, operator: Lexeme, field: Place) -> Tree | None:
        self._note(NoticeCode.DANGLING_OPERATOR, operator.text)
        text = self._spend(operator.text)
        return Word(text.lower(), field) if text else None

    def _take(self, *kinds: Lex) -> Lexeme | None:
        if self._at < len(self._lexemes) and self._lexemes[self._at].kind in kinds:
            self._at += 1
            return self._lexemes[self._at - 1]
        return None

    def _ends(self) -> bool:
        return self._at >= len(self._lexemes) or self._lexemes[self._at].kind is Lex.CLOSE

    def _note(self, code: NoticeCode, *args: str) -> None:
        self._notices[Notice(code, args)] = None


def _near(parts: list[Tree], distances: list[int]) -> list[Tree]:
    """The parts under one node, if there are distances between them."""
    return [Nearby(tuple(parts), tuple(distances))] if distances else parts


def _cut(text: str) -> str:
    """The text up to its last space within MAX_LENGTH."""
    if len(text) <= MAX_LENGTH:
        return text
    head = text[:MAX_LENGTH]
    return head.rpartition(" ")[0] or head
