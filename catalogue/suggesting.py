"""What a reader who is typing may be about to ask for: titles, names, keywords, journals, concepts.

Of titles those that hold all words typed, the last of which may be a beginning, also of how another script
writes it; first those that begin as was typed. Of the others those with a word that begins so for each word
typed, in whatever script it is written: first what is written so, and begins so itself, then the most used.
Concepts by that label which somebody types, if a search for it finds something: records may say in other
words what they are about.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from catalogue.asking import SearchRequest, ask
from catalogue.concept_labels import Begun
from catalogue.concepts import NO_CONCEPTS, Concepts
from catalogue.facets import FACETS
from catalogue.folding import folded_words
from catalogue.model import Record
from catalogue.model.codec import decode
from index import FacetCount, Node, Query, Snapshot
from index.languages import is_stop_word, loosened
from index.query import All, AnyOf, Group, KeywordPrefix, Prefix
from index.spellings import keys
from index.suggestions import MOST_WORDS, marked
from index.terms import query_terms, term
from index.tokens import tokenise

KINDS: Mapping[str, int] = MappingProxyType({"title": 3, "concept": 1, "author": 2, "keyword": 2, "venue": 2})
"""What is suggested, in order, and how much of each where there is enough of all."""
_FACETS = tuple(kind for kind in KINDS if kind in FACETS)
MOST = sum(KINDS.values())
"""Suggestions in all."""
LEAST_LETTERS = 2
LONGEST = 200
"""Letters of a text that are read."""
_COMPLETIONS = 8
_AMONG = 100
"""Values among which those are looked for that have a word for each word that was typed."""
_CONCEPTS = 4  # that are searched for, to know whether anything is found
_TITLE = frozenset({"title"})
_TELLING = re.compile("[\u2e80-\u9fff\uac00-\ud7a3]")  # signs that each say as much as several letters


class SuggestedLabel(NamedTuple):
    """A label of a concept, a search for all its words, and how many records that finds."""

    label: Begun
    request: SearchRequest
    total: int


@dataclass(frozen=True, slots=True)
class Suggestions:
    """Records by their titles, labels of concepts, and values of facets."""

    titles: tuple[Record, ...] = ()
    labels: tuple[SuggestedLabel, ...] = ()
    values: Mapping[str, tuple[FacetCount, ...]] = field(default_factory=dict)


def suggest(snapshot: Snapshot, text: str, concepts: Concepts = NO_CONCEPTS) -> Suggestions:
    """At most `MOST` suggestions for what was typed so far; none for less than `LEAST_LETTERS` letters, or a
    sign of a script that has a sign for a word or syllable."""
    words = list(dict.fromkeys(token.word for token in tokenise(text[:LONGEST])))[:MOST_WORDS]
    if not _says_enough(words):
        return Suggestions()
    hits = snapshot.search(_titles(snapshot, text[:LONGEST], words)).hits
    typed = " ".join(words)
    values = {facet: _values(snapshot, facet, words) for facet in _FACETS}
    keywords = {value.key for value in values["keyword"]}
    begun = [own for own in concepts.begun(typed) if own.key not in keywords]
    labels = _labels(snapshot, begun[:_CONCEPTS], concepts)
    there = {facet: len(found) for facet, found in values.items()}
    shares = _shares({"title": len(hits), "concept": len(labels), **there})
    return Suggestions(
        tuple(decode(hit.stored) for hit in hits[: shares["title"]]),
        labels[: shares["concept"]],
        {facet: found[: shares[facet]] for facet, found in values.items()},
    )


def _says_enough(words: Iterable[str]) -> bool:
    letters = "".join(words)
    return len(letters) >= LEAST_LETTERS or _TELLING.search(letters) is not None


def _titles(snapshot: Snapshot, text: str, words: list[str]) -> Query:
    """Titles with all the words that say anything, the last as it stands or as a beginning; first those that
    begin so themselves.

    A beginning stands for the words of such titles that most of them have.
    """
    telling = [word for word in words[:-1] if not is_stop_word(word)]
    *before, last = (Group(query_terms(word, snapshot.languages), _TITLE) for word in (*telling, words[-1]))
    among = Query(All(tuple(before))) if before else None
    begun = [
        _completed(own)
        for begin in _beginnings(words[-1])
        for own in snapshot.completions(begin, query=among, fields=_TITLE, limit=_COMPLETIONS)
    ]
    whole = KeywordPrefix(folded_words(text), ("exact",))
    return Query(AnyOf((whole, All((*before, AnyOf((last, *begun)))))), first=whole, limit=MOST)


def _beginnings(word: str) -> tuple[str, ...]:
    """How the terms begin of what may become of a word: as it is folded, or spelled otherwise."""
    spelled = (loosened(word), *(key for key in keys(word) if len(key) > 1))
    return tuple(dict.fromkeys((term("", word), *(term("~", each) for each in spelled))))


def _completed(own: str) -> Node:
    """A term in titles; folded forms weigh nothing where a stem stands beside them, unless as a beginning."""
    folded = term("", "")
    return Prefix(own.removeprefix(folded), _TITLE) if own.startswith(folded) else Group((own,), _TITLE)


def _values(snapshot: Snapshot, facet: str, words: list[str]) -> tuple[FacetCount, ...]:
    """Values of a facet, of those that fit first the ones with another word for each that was typed: `wang w`
    begins *Wang, Wei* more than *Wang, Jun*, in which one word begins as both."""
    typed = " ".join(words)
    if not any(one != other and one.startswith(other) for one in words for other in words):
        return snapshot.suggest(facet, typed, limit=MOST)
    found = snapshot.suggest(facet, typed, limit=_AMONG)
    return tuple(sorted(found, key=lambda value: len(marked(value.label, typed)) // 2 < len(words))[:MOST])


def _labels(snapshot: Snapshot, begun: Iterable[Begun], concepts: Concepts) -> tuple[SuggestedLabel, ...]:
    """Those of the labels that a search finds anything for, in order."""
    found: list[SuggestedLabel] = []
    for label in begun:
        request = SearchRequest(label.text, match="all")
        query = ask(request, snapshot.languages, concepts).query
        found.append(SuggestedLabel(label, request, snapshot.search(Query(query.tree, limit=0)).total))
    return tuple(own for own in found if own.total)


def _shares(there: Mapping[str, int]) -> dict[str, int]:
    """How many of each kind are suggested: where there are too few of one, the others get its places."""
    shares = {kind: min(share, there[kind]) for kind, share in KINDS.items()}
    rounds = (kind for _ in range(MOST) for kind in KINDS)
    for kind in rounds:
        if sum(shares.values()) < MOST and shares[kind] < there[kind]:
            shares[kind] += 1
    return shares
