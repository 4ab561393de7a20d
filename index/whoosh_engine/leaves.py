"""What each leaf of a query stands for in a generation: posting lists, and how often each document has it."""

from collections.abc import Callable
from functools import partial

import numpy as np
from numpy.typing import NDArray

from index.expansion import fitting, limited, literal_beginning
from index.field import text_fields
from index.query import (
    MAX_EXPANSIONS,
    Everything,
    Expansion,
    Fuzzy,
    Group,
    Keyword,
    KeywordPrefix,
    Leaf,
    Near,
    Nothing,
    Phrase,
    Prefix,
    Range,
    Wildcard,
)
from index.results import Notice
from index.terms import term as as_term
from index.terms import weight_of
from index.whoosh_engine.generation import Generation, Listing
from index.whoosh_engine.lists import NO_DOCUMENTS, Documents, Floats, united, values_of
from index.whoosh_engine.matches import Matches, PlacedMatches
from index.whoosh_engine.places import following, frequencies, mask_of, near
from index.whoosh_engine.ragged import runs
from index.whoosh_engine.strings import encoded
from index.whoosh_engine.view import BETWEEN_PARTS, Postings, keyword_term, number_term

_NONE = Listing(NO_DOCUMENTS, np.zeros(0))
_LEAST, _GREATEST = -(1 << 63), (1 << 63) - 1


class Leaves:
    """Leaves over one generation, each looked up once; `notices` and `read` are of those looked up so far."""

    def __init__(self, generation: Generation) -> None:
        fields = generation.payload.fields
        self._generation = generation
        self._size = generation.size
        self._numbers = {field.name: number for number, field in enumerate(text_fields(fields))}
        self._weights = {field.name: field.weight for field in fields}
        self._found: dict[Leaf, Matches] = {}
        self._terms: dict[str, tuple[int, ...]] = {}
        self._words = [part.view.words for part in generation.parts]
        self.notices: dict[Notice, None] = {}
        self.read: set[str] = set()
        """The terms that the leaves stand for."""

    def __getitem__(self, leaf: Leaf) -> Matches:
        """The documents that hold a leaf."""
        found = self._found.get(leaf)
        if found is None:
            found = self._found[leaf] = self._look_up(leaf)
        return found

    def numbers(self, term: str) -> tuple[int, ...]:
        """The number of a term of texts in each part of the generation, -1 where it is not; () if it is in
        none, as most of the spellings that are looked for."""
        found = self._terms.get(term)
        if found is None:
            stored = encoded(term)
            found = tuple([words.find(stored) for words in self._words])
            if max(found, default=-1) < 0:
                found = ()
            self._terms[term] = found
        return found

    def _look_up(self, leaf: Leaf) -> Matches:
        match leaf:
            case Everything():
                everything = self._generation.everything
                return Matches([Listing(everything, np.ones(len(everything)))], self._size)
            case Nothing():
                return Matches((), self._size)
            case Group(terms, fields):
                self.read.update(terms)
                present = [(term, numbers) for term in terms if (numbers := self.numbers(term))]
                return Matches([self._word(*own, fields) for own in present], self._size)
            case Phrase(words, fields):
                return self._placed(words, fields, following)
            case Near(words, distance, fields):
                return self._placed(words, fields, partial(near, width=len(words) + distance))
            case Prefix() | Wildcard() | Fuzzy():
                return self._expanded(leaf)
            case Keyword(value, fields):
                return self._keyword(value, fields)
            case KeywordPrefix():
                return self._keywords(leaf)
            case Range():
                return self._range(leaf)

    def _word(self, term: str, numbers: tuple[int, ...], fields: frozenset[str] | None) -> Listing:
        """The documents that hold a term of a text, which has these numbers."""
        held = zip(self._words, numbers, strict=True)
        if fields is None:
            return self._generation.joined(_held(words, number) for words, number in held)
        bits = self._bits(fields)
        weights = np.array([self._weights[name] * (name in fields) for name in self._numbers])
        weights *= weight_of(term)
        return self._generation.joined(_held_in(words, number, bits, weights) for words, number in held)

    def _bits(self, fields: frozenset[str]) -> int:
        return mask_of(self._numbers[name] for name in fields if name in self._numbers)

    def _placed(
        self,
        words: tuple[tuple[str, ...], ...],
        fields: frozenset[str] | None,
        pick: Callable[..., Documents],
    ) -> Matches:
        """The documents in which words stand as `pick`, of `places`, says."""
        mask = None if fields is None else self._bits(fields)

        def find(asked: Documents) -> Documents:
            found = [NO_DOCUMENTS]
            numbers = [[own for own in map(self.numbers, word) if own] for word in words]
            for place, own in enumerate(self._generation.parted(asked)):
                terms = [[found[place] for found in word if found[place] >= 0] for word in numbers]
                part = self._generation.parts[place]
                documents = pick(self._words[place], terms, mask, own, part.view.size)
                found.append(documents + np.int32(part.first))
            return np.concatenate(found)

        return PlacedMatches([self[Group(word, fields)] for word in words], find, self._size)

    def _expanded(self, leaf: Expansion) -> Matches:
        """The documents that hold one of the words that fit."""
        beginning = encoded(as_term("", literal_beginning(leaf)))
        most = MAX_EXPANSIONS + 1 if isinstance(leaf, Prefix) else None
        spaces = [part.view.forms for part in self._generation.parts]
        held = [_beginning_with(postings, beginning, most) for postings in spaces]
        fit = {as_term("", word) for terms in held for word in fitting(leaf, [term[1:] for term in terms])}
        bits = None if leaf.fields is None else self._bits(leaf.fields)
        return self._any_of(spaces, held, self._bounded(leaf, sorted(fit)), bits)

    def _keywords(self, leaf: KeywordPrefix) -> Matches:
        """The documents that hold one of the values."""
        spaces = [part.view.keywords for part in self._generation.parts]
        held: list[dict[str, int]] = [{} for _ in spaces]
        terms: list[str] = []
        for field in leaf.fields:
            beginning = encoded(keyword_term(field, leaf.prefix))
            found = [_beginning_with(postings, beginning, MAX_EXPANSIONS + 1) for postings in spaces]
            terms += sorted(set().union(*found))
            for known, more in zip(held, found, strict=True):
                known.update(more)
        return self._any_of(spaces, held, self._bounded(leaf, terms), None)

    def _bounded(self, leaf: Expansion | KeywordPrefix, terms: list[str]) -> list[str]:
        if len(terms) > MAX_EXPANSIONS:
            self.notices[limited(leaf)] = None
        self.read.update(term.replace(BETWEEN_PARTS, ":", 1) for term in terms[:MAX_EXPANSIONS])
        return terms[:MAX_EXPANSIONS]

    def _any_of(
        self, spaces: list[Postings], held: list[dict[str, int]], terms: list[str], bits: int | None
    ) -> Matches:
        """The documents that hold any of the terms; `held` are their numbers in each of the spaces."""
        found = []
        for part, postings, numbers in zip(self._generation.parts, spaces, held, strict=True):
            own = sorted(numbers[term] for term in terms if term in numbers)
            documents = united([_documents_of(postings, own, bits)], part.view.size)
            found.append(Listing(documents, np.ones(len(documents))))
        return Matches([self._generation.joined(found)], self._size)

    def _keyword(self, value: str, fields: tuple[str, ...]) -> Matches:
        """The documents with a whole value; it weighs as the heaviest of its fields."""
        self.read.update(f"{field}:{value}" for field in fields)
        spaces = [part.view.keywords for part in self._generation.parts]
        found: list[Listing] = []
        for field in fields:
            term = encoded(keyword_term(field, value))
            numbers = [postings.find(term) for postings in spaces]
            if max(numbers, default=-1) >= 0:
                weight = self._weights.get(field, 1.0)
                held = zip(spaces, numbers, strict=True)
                own = self._generation.joined(_held(postings, number, weight) for postings, number in held)
                found += [own] if len(own.documents) else []
        if len(found) < 2:
            return Matches(found, self._size)
        documents = united([listing.documents for listing in found], self._size)
        weights = [values_of(*listing, documents, self._size) for listing in found]
        return Matches([Listing(documents, np.maximum.reduce(weights))], self._size)

    def _range(self, leaf: Range) -> Matches:
        """The documents with a number in a range."""
        found = []
        for part in self._generation.parts:
            postings = part.view.number(leaf.field)
            low = _LEAST if leaf.low is None else max(leaf.low, _LEAST)
            begin = postings.terms.lower(number_term(min(low, _GREATEST)))
            end = len(postings.terms)
            if leaf.high is not None and leaf.high < _GREATEST:
                end = postings.terms.lower(number_term(max(leaf.high + 1, _LEAST)))
            documents = postings.documents[postings.starts[begin] : postings.starts[max(begin, end)]]
            if end > begin + 1:
                documents = united([documents], part.view.size)
            found.append(Listing(documents, np.ones(len(documents))))
        return Matches([self._generation.joined(found)], self._size)


def _rows(postings: Postings, number: int) -> slice:
    return slice(postings.starts[number], postings.starts[number + 1])


def _held(postings: Postings, number: int, weight: float = 1.0) -> Listing:
    """The posting list of a term; `weight` is the frequency where a space keeps none."""
    if number < 0:
        return _NONE
    rows = _rows(postings, number)
    documents = postings.documents[rows]
    if postings.frequencies is None:
        return Listing(documents, np.full(len(documents), weight))
    return Listing(documents, postings.frequencies[rows])


def _held_in(postings: Postings, number: int, bits: int, weights: Floats) -> Listing:
    """The posting list of a term in some fields, given as bits and as weights, which are 0 for others."""
    if number < 0 or postings.masks is None:
        return _NONE
    rows = _rows(postings, number)
    held = postings.masks[rows] & bits != 0
    return Listing(postings.documents[rows][held], frequencies(postings, number, weights)[held])


def _beginning_with(postings: Postings, beginning: bytes, most: int | None) -> dict[str, int]:
    """The first terms that begin so, and their numbers."""
    first, end = postings.terms.span(beginning)
    end = end if most is None else min(end, first + most)
    return {term.decode(): first + n for n, term in enumerate(postings.terms[first:end])}


def _rows_of(postings: Postings, terms: list[int]) -> slice | NDArray[np.int64]:
    """The postings of terms, which are in order."""
    if not terms:
        return slice(0)
    first, end = terms[0], terms[-1] + 1
    if end - first == len(terms):
        return slice(postings.starts[first], postings.starts[end])
    starts = postings.starts.take(terms)
    return runs(starts, postings.starts.take([term + 1 for term in terms]) - starts)


def _documents_of(postings: Postings, terms: list[int], bits: int | None) -> Documents:
    """The documents of terms, one after the other, in the fields that are given as bits (None: in any)."""
    rows = _rows_of(postings, terms)
    documents = postings.documents[rows]
    if bits is None or postings.masks is None:
        return documents
    inside: Documents = documents[postings.masks[rows] & bits != 0]
    return inside
