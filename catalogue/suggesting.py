"""What a reader who is typing may be about to ask for: titles, names, keywords, journals.

Of titles those that hold all words typed, the last of which may be a beginning; of the others the most used,
with a word that begins so for each word typed, in whatever script it is written.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from catalogue.model import Record
from catalogue.model.codec import decode
from index import FacetCount, Node, Query, Snapshot
from index.languages import is_stop_word
from index.query import All, AnyOf, Group, Prefix
from index.suggestions import MOST_WORDS
from index.terms import query_terms
from index.tokens import tokenise

KINDS: Mapping[str, int] = MappingProxyType({"title": 3, "author": 3, "keyword": 2, "venue": 2})
"""What is suggested, in order, and how much of each where there is enough of all."""
MOST = sum(KINDS.values())
"""Suggestions in all."""
LEAST_LETTERS = 2
LONGEST = 200
"""Letters of a text that are read."""
_COMPLETIONS = 8
_TITLE = frozenset({"title"})
_TELLING = re.compile("[\u2e80-\u9fff\uac00-\ud7a3]")  # signs that each say as much as several letters


@dataclass(frozen=True, slots=True)
class Suggestions:
    """Records by their titles, and values of facets."""

    titles: tuple[Record, ...] = ()
    values: Mapping[str, tuple[FacetCount, ...]] = field(default_factory=dict)


def suggest(snapshot: Snapshot, text: str) -> Suggestions:
    """At most `MOST` suggestions for what was typed so far; none for less than `LEAST_LETTERS` letters."""
    words = list(dict.fromkeys(token.word for token in tokenise(text[:LONGEST])))[:MOST_WORDS]
    if not _says_enough(words):
        return Suggestions()
    hits = snapshot.search(Query(_titles(snapshot, words), limit=MOST)).hits
    typed = " ".join(words)
    values = {facet: snapshot.suggest(facet, typed, limit=MOST) for facet in KINDS if facet != "title"}
    shares = _shares({"title": len(hits)} | {facet: len(found) for facet, found in values.items()})
    return Suggestions(
        tuple(decode(hit.stored) for hit in hits[: shares["title"]]),
        {facet: found[: shares[facet]] for facet, found in values.items()},
    )


def _says_enough(words: Iterable[str]) -> bool:
    letters = "".join(words)
    return len(letters) >= LEAST_LETTERS or _TELLING.search(letters) is not None


def _titles(snapshot: Snapshot, words: list[str]) -> Node:
    """Titles with all the words that say anything, the last as it stands or as a beginning.

    A beginning stands for no more than the first of the words that begin so, hence the most used beside it.
    """
    telling = [word for word in words[:-1] if not is_stop_word(word)]
    *before, last = (Group(query_terms(word, snapshot.languages), _TITLE) for word in (*telling, words[-1]))
    completed = [count.word for count in snapshot.completions(words[-1], limit=_COMPLETIONS)]
    begun = (Prefix(word, _TITLE) for word in dict.fromkeys((words[-1], *completed)))
    return All((*before, AnyOf((last, *begun))))


def _shares(there: Mapping[str, int]) -> dict[str, int]:
    """How many of each kind are suggested: where there are too few of one, the others get its places."""
    shares = {kind: min(share, there[kind]) for kind, share in KINDS.items()}
    rounds = (kind for _ in range(MOST) for kind in KINDS)
    for kind in rounds:
        if sum(shares.values()) < MOST and shares[kind] < there[kind]:
            shares[kind] += 1
    return shares
