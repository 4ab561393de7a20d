"""How the reference engine answers: one document, one node of the tree at a time."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from index.analysis import AnalysedDocument
from index.expansion import fitting, limited
from index.field import Fields, text_fields
from index.query import (
    MAX_EXPANSIONS,
    All,
    AnyOf,
    Boost,
    Everything,
    Expansion,
    Fuzzy,
    Group,
    Keyword,
    KeywordPrefix,
    Leaf,
    Near,
    Node,
    Not,
    Nothing,
    Phrase,
    Prefix,
    Range,
    Wildcard,
    scoring_leaves,
)
from index.results import Notice
from index.scoring import DIGITS, idf, norm, saturate
from index.similarity import telling
from index.terms import language_of, term, weight_of

Places = dict[str, dict[tuple[str, int], float]]
"""Term -> (field, position) -> what it weighs there, as a part of the field's weight."""


class Corpus:
    """The documents of a generation and what is known of all together."""

    def __init__(self, documents: dict[str, AnalysedDocument], fields: Fields) -> None:
        self.documents = documents
        self.weights = {field.name: field.weight for field in fields}
        self.texts = [field.name for field in text_fields(fields)]
        self._names = {field.name for field in fields if field.names}

    @cached_property
    def places(self) -> dict[str, Places]:
        """Id -> where each term of the document stands."""
        return {id: _places(document) for id, document in self.documents.items()}

    @cached_property
    def folded(self) -> list[str]:
        """All folded words in order."""
        return sorted({t[1:] for places in self.places.values() for t in places if t.startswith(":")})

    @cached_property
    def languages(self) -> frozenset[str]:
        """The languages of all stems."""
        return frozenset(filter(None, (language_of(t) for places in self.places.values() for t in places)))

    @cached_property
    def mean_length(self) -> float:
        """The mean combined length of a document."""
        return sum(d.length for d in self.documents.values()) / max(1, len(self.documents))

    def weighing_places(self, id: str, terms: Iterable[str]) -> set[tuple[str, int]]:
        """Where any of the terms stands in a document and weighs: fields and positions."""
        places = self.places[id]
        return {place for t in terms for place, weighs in places.get(t, {}).items() if weighs}

    def frequency(self, id: str, term: str) -> float:
        """The weighted frequency of a term in a document."""
        places = self.places[id].get(term, {})
        return sum(self.weights[field] * weighs for (field, _), weighs in places.items())

    def telling_terms(self, id: str) -> dict[str, float]:
        """The telling terms of a document (`index.similarity.telling`) in order, with their frequencies;
        without those that stand in names alone."""
        return {
            t: self.frequency(id, t)
            for t in sorted(self.places[id])
            if telling(t) and any(field not in self._names for field, _ in self.weighing_places(id, (t,)))
        }

    def keywords(self, field: str) -> list[str]:
        """All values of a KEYWORD field in order."""
        return sorted({value for d in self.documents.values() for value in d.keywords.get(field, ())})


def _places(document: AnalysedDocument) -> Places:
    places: Places = defaultdict(dict)
    for occurrence in document.occurrences:
        place = (occurrence.field, occurrence.position)
        for silent in occurrence.silent:
            places[silent][place] = 0.0
        for weighing in occurrence.terms:
            places[weighing][place] = weight_of(weighing)
    return dict(places)


class Matcher:
    """One query over a corpus: what matches, and how well."""

    def __init__(self, corpus: Corpus, tree: Node) -> None:
        self._corpus = corpus
        self._notices: dict[Notice, None] = {}
        self._expansions: dict[Expansion | KeywordPrefix, tuple[str, ...]] = {}
        self._read: set[str] = set()
        self._tree = tree
        self._scoring = scoring_leaves(tree)
        self._expand(tree)

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What the reader should know."""
        return tuple(self._notices)

    @property
    def read(self) -> frozenset[str]:
        """The index terms that the query stands for."""
        return frozenset(self._read)

    def matches(self, document: AnalysedDocument) -> bool:
        """Whether the tree matches the document."""
        return self._matches(self._tree, document)

    def score(self, id: str) -> float:
        """The document's BM25 score, rounded to `DIGITS`."""
        document = self._corpus.documents[id]
        normed = norm(document.length, self._corpus.mean_length)
        score = 0.0
        for (leaf, factor), weight in zip(self._scoring, self._weights, strict=True):
            score += factor * weight * saturate(self._frequency(leaf, document), normed)
        return round(score, DIGITS)

    @cached_property
    def _weights(self) -> list[float]:
        documents = self._corpus.documents.values()
        return [
            idf(len(documents), sum(self._matches(leaf, document) for document in documents))
            for leaf, _ in self._scoring
        ]

    def _matches(self, node: Node, document: AnalysedDocument) -> bool:
        match node:
            case Everything():
                return True
            case Nothing():
                return False
            case All(children):
                return all(self._matches(child, document) for child in children)
            case AnyOf(children):
                return any(self._matches(child, document) for child in children)
            case Not(child):
                return not self._matches(child, document)
            case Boost(child):
                return self._matches(child, document)
            case Range(field, low, high):
                numbers = document.numbers.get(field, ())
                return any((low is None or low <= n) and (high is None or n <= high) for n in numbers)
            case Keyword(value, fields):
                return any(value in document.keywords.get(field, ()) for field in fields)
            case KeywordPrefix(_, fields):
                return any(
                    f"{f}:{v}" in self._expansions[node] for f in fields for v in document.keywords.get(f, ())
                )

            case _:
                return self._stands_in(node, document)

    def _stands_in(
        self, leaf: Group | Phrase | Near | Prefix | Wildcard | Fuzzy, document: AnalysedDocument
    ) -> bool:
        match leaf:
            case Group(terms, fields):
                return bool(self._positions(document, terms, fields))
            case Prefix(_, fields) | Wildcard(_, fields) | Fuzzy(_, _, fields):
                return bool(self._positions(document, self._expansions[leaf], fields))
            case Near(words, distance, fields):
                return self._has_window(document, words, distance, fields)
            case Phrase(words, fields):
                return self._has_phrase(document, words, fields)

    def _positions(
        self, document: AnalysedDocument, terms: tuple[str, ...], fields: frozenset[str] | None
    ) -> set[tuple[str, int]]:
        places = self._corpus.places[document.id]
        return {p for t in terms for p in places.get(t, ()) if fields is None or p[0] in fields}

    def _has_phrase(
        self, document: AnalysedDocument, words: tuple[tuple[str, ...], ...], fields: frozenset[str] | None
    ) -> bool:
        found = [self._positions(document, word, fields) for word in words]
        return any(all((f, at + i) in places for i, places in enumerate(found)) for f, at in found[0])

    def _has_window(
        self,
        document: AnalysedDocument,
        words: tuple[tuple[str, ...], ...],
        distance: int,
        fields: frozenset[str] | None,
    ) -> bool:
        found = [self._positions(document, word, fields) for word in words]
        width = len(words) + distance
        anywhere = set().union(*found)
        return any(
            all(any((f, at + i) in places for i in range(width)) for places in found)
            and sum((f, at + i) in anywhere for i in range(width)) >= len(words)
            for f, at in anywhere
        )

    def _frequency(self, leaf: Leaf, document: AnalysedDocument) -> float:
        match leaf:
            case Group(terms, fields):
                places = self._corpus.places[document.id]
                return sum(
                    self._corpus.weights[field] * weight
                    for t in terms
                    for (field, _), weight in places.get(t, {}).items()
                    if fields is None or field in fields
                )
            case Prefix() | Wildcard() | Fuzzy():
                return 1.0 if self._matches(leaf, document) else 0.0
            case Keyword(value, fields):
                held = [self._corpus.weights[f] for f in fields if value in document.keywords.get(f, ())]
                return max(held, default=0.0)
            case _:
                return 0.0

    def _expand(self, node: Node) -> None:
        match node:
            case All(children) | AnyOf(children):
                for child in children:
                    self._expand(child)
            case Not(child) | Boost(child):
                self._expand(child)
            case Prefix() | Wildcard() | Fuzzy():
                self._bound(node, [term("", word) for word in fitting(node, self._corpus.folded)])
            case KeywordPrefix(prefix, fields):
                held = [f"{f}:{v}" for f in fields for v in self._corpus.keywords(f) if v.startswith(prefix)]
                self._bound(node, held)
            case Group(terms):
                self._read.update(terms)
            case Phrase(words) | Near(words):
                self._read.update(t for word in words for t in word)
            case Keyword(value, fields):
                self._read.update(f"{field}:{value}" for field in fields)

    def _bound(self, node: Expansion | KeywordPrefix, terms: list[str]) -> None:
        self._expansions[node] = tuple(terms[:MAX_EXPANSIONS])
        self._read.update(self._expansions[node])
        if len(terms) > MAX_EXPANSIONS:
            self._notices[limited(node)] = None
