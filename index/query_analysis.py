"""A typed tree to an engine's tree: words become groups of terms, and field kinds decide how they match.

A word without a field looks into every default field: as words of TEXT, as a whole value of KEYWORD (so that
a key or a DOI is found by itself), and, if it is a number, as a value of NUMBER.
"""

import re
from collections.abc import Callable
from functools import cached_property

from index.field import Field, Fields, Kind
from index.match import Match, bare_words, is_insisted, telling
from index.names import are_initials, as_name, name_node
from index.proximity import near_node, place_of, window
from index.query import (
    All,
    AnyOf,
    Boost,
    Everything,
    Fuzzy,
    Group,
    Keyword,
    KeywordPrefix,
    Node,
    Not,
    Nothing,
    Phrase,
    Prefix,
    Range,
    Wildcard,
    scoring_leaves,
)
from index.syntax_tree import (
    Alternatives,
    And,
    Anything,
    Beginning,
    Between,
    Leaf,
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
)
from index.terms import query_terms
from index.tokens import Token, fold, normalise, tokenise

_MOST_DIGITS = 15
_SAID_TWICE = 0.5
"""What the words of a compound and its joined form weigh: a document that has the one has the other, too."""
_WILD = re.compile(r"([*?])")


def analyse_query(
    tree: Tree | None, fields: Fields, languages: frozenset[str] | None = None, match: Match = Match.ALL
) -> Node:
    """The tree that engines answer, of one that `index.syntax.parse` made; `Nothing` if no word is left.

    Words ask for their stems in `languages` (None: in all there are); `match` says how many of the words side
    by side must match.
    """
    node = None if tree is None else _Analysis(fields, languages, match).node(tree)
    return Nothing() if node is None else node


def refining_words(tree: Tree, languages: frozenset[str] | None = None) -> tuple[tuple[str, ...], ...]:
    """The words typed as words, in order and with repetitions, each as the group of its terms."""
    return tuple(
        query_terms(token.word, languages) for word in bare_words(tree) for token in tokenise(word.text)
    )


class _Analysis:
    def __init__(self, fields: Fields, languages: frozenset[str] | None, match: Match) -> None:
        self._languages = languages
        self._needs_all = match is Match.ALL
        self._fields = {field.name: field for field in fields}
        texts = [field for field in fields if field.kind is Kind.TEXT]
        default = frozenset(field.name for field in texts if field.default)
        self._everywhere = None if len(default) == len(texts) else default
        self._elsewhere = tuple(f for f in fields if f.default and f.kind is not Kind.TEXT)
        self._names = frozenset(field.name for field in texts if field.names)
        self._known: dict[Leaf, Node | None] = {}

    @cached_property
    def _strict(self) -> "_Analysis":
        """The same, where all words must match."""
        fields = tuple(self._fields.values())
        return self if self._needs_all else _Analysis(fields, self._languages, Match.ALL)

    def node(self, tree: Tree) -> Node | None:
        match tree:
            case Sequence(children):
                return self._side_by_side(telling(children))
            case And(children):
                return _combine(All, [self.node(child) for child in telling(children)])
            case Or(children):
                return _combine(AnyOf, [self.node(child) for child in children])
            case Without(child):
                node = self._strict.node(child)
                return None if node is None else Not(node)
            case Required(child):
                return self.node(child)
            case Weighted(child, factor):
                node = self.node(child)
                return None if node is None else Boost(node, factor)
            case Alternatives(child, others, factor):
                other = _combine(AnyOf, [self._strict.node(each) for each in others])
                return _combine(AnyOf, [self.node(child), other and Boost(other, factor)])
            case _:
                if tree not in self._known:
                    self._known[tree] = self._leaf(tree)
                return self._known[tree]

    def _leaf(self, leaf: Leaf) -> Node | None:
        match leaf:
            case Anything():
                return Everything()
            case Between(field, low, high):
                return Range(field, low, high)
            case Word(text, field):
                return self._match(text, field, self._word)
            case Quoted(text, field, distance):
                return self._match(text, field, lambda t, fields: self._quoted(t, distance, fields))
            case Beginning(text, field):
                return self._beginning(text, field)
            case Pattern(text, field):
                return self._in_texts(text, field, lambda fields: _wildcard(text, fields))
            case Similar(text, edits, field):
                return self._in_texts(text, field, lambda fields: _fuzzy(text, edits, fields))
            case Nearby(children):
                near = near_node(leaf, self._terms, self._texts(place_of(leaf)))
                return near or _combine(All, [self.node(child) for child in children])

    def _side_by_side(self, children: list[Tree]) -> Node | None:
        if self._needs_all:
            return _combine(All, [self.node(child) for child in children])
        must = [self.node(child) for child in children if is_insisted(child)]
        may = _combine(AnyOf, [self.node(child) for child in children if not is_insisted(child)])
        if may is not None and any(node is not None and ranks(node) for node in must):
            may = AnyOf((Everything(), may))  # adds to the score of what is found without it
        return _combine(All, [*must, may])

    def _match(
        self, text: str, place: Place, words: Callable[[str, frozenset[str] | None], Node | None]
    ) -> Node | None:
        texts = self._texts(place)
        anywhere = None if texts == frozenset() else words(text, texts)
        found = _combine(AnyOf, [anywhere, *self._whole(text, self._others(place))])
        return found or (None if place is None else Nothing())

    def _texts(self, place: Place) -> frozenset[str] | None:
        """The TEXT fields of a place (None: all there are)."""
        if place is None:
            return self._everywhere
        return frozenset(name for name in _names(place) if self._fields[name].kind is Kind.TEXT)

    def _others(self, place: Place) -> tuple[Field, ...]:
        """The other fields of a place."""
        if place is None:
            return self._elsewhere
        return tuple(f for name in _names(place) if (f := self._fields[name]).kind is not Kind.TEXT)

    def _whole(self, text: str, fields: tuple[Field, ...]) -> list[Node | None]:
        """The text as one value of KEYWORD and NUMBER fields."""
        found: list[Node | None] = []
        keywords = tuple(field.name for field in fields if field.kind is Kind.KEYWORD)
        if keywords and (value := normalise(text)):
            found.append(Keyword(value, keywords))
        if text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS:
            number = int(text)
            found += [Range(field.name, number, number) for field in fields if field.numeric]
        return found

    def _word(self, text: str, fields: frozenset[str] | None) -> Node | None:
        """One word, a compound, or several words that a sign joins (`10.1000/xyz`, `a:b`)."""
        if self._are_names(fields):
            if "," in text.strip(","):
                return name_node(text, fields, self._languages)
            text = text.strip(",")
            initial = are_initials(text) or are_initials(f"{text}.")
        else:
            initial = are_initials(text)
        parts = (list(tokenise(part)) for part in text.split(":"))
        return _combine(All, [self._sequence(tokens, fields, initial=initial) for tokens in parts])

    def _quoted(self, text: str, distance: int | None, fields: frozenset[str] | None) -> Node | None:
        if distance is None and self._are_names(fields) and (name := as_name(text)):
            return name_node(name, fields, self._languages)
        tokens = list(tokenise(text))
        if distance is None:
            return self._sequence(tokens, fields)
        words = tuple(dict.fromkeys(self._terms(token.word) for token in tokens))
        if len(words) < 2:
            return self._sequence(tokens[:1], fields)
        return window(words, distance, fields)

    def _in_texts(
        self, text: str, place: Place, look: Callable[[frozenset[str] | None], Node | None]
    ) -> Node | None:
        """What stands for several words; in a field that holds no text it is a whole value like any other."""
        texts = self._texts(place)
        if place is None or texts:
            return None if texts == frozenset() else look(texts)
        return _combine(AnyOf, self._whole(text, self._others(place))) or Nothing()

    def _beginning(self, text: str, place: Place) -> Node | None:
        keywords = tuple(field.name for field in self._others(place) if field.kind is Kind.KEYWORD)
        whole = KeywordPrefix(normalise(text), keywords) if keywords else None
        texts = self._texts(place)
        if texts == frozenset():
            return whole
        *before, last = [token.word for token in tokenise(text)] or [""]
        words: list[Node | None] = [Group(self._terms(word), texts) for word in before]
        inside = _combine(All, [*words, Prefix(last, texts) if last else None])
        return _combine(AnyOf, [inside, whole])

    def _sequence(
        self, tokens: list[Token], fields: frozenset[str] | None, *, initial: bool = False
    ) -> Node | None:
        """Tokens that follow each other; a compound also in one piece."""
        words = tuple(query_terms(token.word, self._languages, initial=initial) for token in tokens)
        if len(words) < 2:
            return Group(words[0], fields) if words else None
        phrase = Phrase(words, fields)
        compound = tokens[0].joined
        if compound and compound == "".join(token.word for token in tokens):
            return Boost(AnyOf((phrase, Group(self._terms(compound), fields))), _SAID_TWICE)
        return phrase

    def _are_names(self, fields: frozenset[str] | None) -> bool:
        return fields is not None and fields <= self._names

    def _terms(self, word: str) -> tuple[str, ...]:
        return query_terms(word, self._languages)


def _names(place: str | tuple[str, ...]) -> tuple[str, ...]:
    return (place,) if isinstance(place, str) else place


def _wildcard(text: str, fields: frozenset[str] | None) -> Node:
    """The letters between the signs, folded."""
    parts = filter(None, _WILD.split(text))
    return Wildcard("".join(part if part in "*?" else fold(part) for part in parts), fields)


def _fuzzy(text: str, edits: int, fields: frozenset[str] | None) -> Node | None:
    word = fold(text)
    return Fuzzy(word, edits, fields) if word else None


def ranks(node: Node) -> bool:
    """Whether words of texts tell what matches this from what matches better."""
    return any(not isinstance(leaf, Keyword) for leaf, _ in scoring_leaves(node))


def _combine(by: type[All] | type[AnyOf], nodes: list[Node | None]) -> Node | None:
    """The nodes that are there, under one; a single one stands for itself, none for nothing."""
    present = tuple(node for node in nodes if node is not None)
    if len(present) < 2:
        return present[0] if present else None
    return by(present)
