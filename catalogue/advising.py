"""Advice on a search that found little: what may have been meant, and what to leave out.

A word is *known* if more than `RARE` records hold it in any of its forms, or if it stands in a name or in a
label of a concept. Another is proposed for one that is not: a word written nearly so, which must be `TIMES`
as frequent as a rare one. For one that no record holds, it must be in `TIMES` records where enough was found
without it, and in any where little was; if it is Latin, the label of a concept that sounds so in Cyrillic
goes before. For one that is only spelled otherwise, as *genderr* is in Cyrillic, what sounds the same is
proposed. Where nothing was found, the text may have been typed with another keyboard layout, or have words
between quotation marks that stand apart; where little was, one filter or one part of the text may be too
much, unless it can be mended or what matches the other parts is shown as well; what is left must look for
words, since a year or a type alone is no longer what was asked for. Each proposal has been tried
and finds more than the search did.

Advice asks the engine at most `MOST_QUESTIONS`; of a search that finds more than a few records which must
hold all its words, hardly more than whether words are there that begin as they do.
"""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice

from catalogue.asking import Asked, SearchRequest, ask
from catalogue.concepts import NO_CONCEPTS, Concepts
from catalogue.facets import occurring
from catalogue.sources.letters import repair
from catalogue.typed import changed, parts_of, replaced, without_quotes, words_in
from index import Node, Query, Snapshot, WordCount
from index.keyboards import retyped
from index.languages import is_stop_word
from index.query import (
    ENOUGH,
    All,
    AnyOf,
    Boost,
    Expansion,
    Group,
    Keyword,
    Near,
    Phrase,
    Range,
    positive_leaves,
)
from index.spellings import keys
from index.suggestions import likeliest, written_nearly
from index.terms import query_terms, term, weight_of
from index.tokens import Token, tokenise

RARE = 2
"""Records that hold a word which may be a slip."""
TIMES = 20
"""So many times as frequent is the word that a rare one may be a slip of."""
LEAST_LETTERS = 3
"""Letters of a word that another may be proposed for."""
LEAST_HEARD = 5
"""Letters of a Latin word that a Cyrillic one may be proposed for, which sounds the same."""
MOST_WORDS = 12
"""Words of a search that are looked into."""
MOST_UNSURE = 3
"""Words of a search that others are proposed for."""
MOST_LAYOUTS = 5
MOST_PARTS = 8
"""Filters and parts of a text that are left out by way of trial, one at a time."""
LONGEST = 400
"""Letters of a search that gets advice: in a longer one no word decides alone, and each trial costs more."""
MOST_QUESTIONS = 4 * MOST_WORDS + 2 * MOST_UNSURE + 1 + MOST_LAYOUTS + 1 + MOST_PARTS + 1
"""Those for a proposal of other words, for one without quotation marks, and for the years of a range among
them."""

_BEGUN = 5  # words that begin with one, of which it is most likely one itself
_OF_WORDS = Group | Phrase | Near | Expansion


@dataclass(frozen=True, slots=True)
class Proposal:
    """Another search, how many records it finds, and what it changes of a text that takes long to compare."""

    request: SearchRequest
    total: int
    changed: str = ""


@dataclass(frozen=True, slots=True)
class Removal:
    """The search without one `facet` it is filtered by, or without a `part` of its text, and how many records
    that finds; the other of the two is empty."""

    request: SearchRequest
    total: int
    facet: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class Advice:
    """What may help; None where nothing is known to."""

    meant: Proposal | None = None
    """With other words, written nearly as they were."""
    layout: Proposal | None = None
    """As another keyboard layout would have typed it."""
    apart: Proposal | None = None
    """Without quotation marks."""
    removal: Removal | None = None


NO_ADVICE = Advice()


def advise(
    snapshot: Snapshot,
    request: SearchRequest,
    asked: Asked,
    found: int,
    rest: int = 0,
    concepts: Concepts = NO_CONCEPTS,
) -> Advice:
    """Advice on a request, which `asked` was made of and which `found` so many records in full; those that
    match only some of it, `rest`, are shown behind them."""
    if len(request.text) > LONGEST:
        return NO_ADVICE
    adviser = _Adviser(snapshot, replace(request, page=1, revision=""), asked, found, concepts)
    meant = adviser.meant()
    layout = None if found else adviser.layout()
    if meant or layout:
        return Advice(meant, layout)  # a slip is better mended than left out
    if not found and (apart := adviser.apart()):
        return Advice(apart=apart)
    removal = adviser.removal(of_parts=not rest) if found < ENOUGH else None
    return Advice(removal=removal) if removal else NO_ADVICE


class _Adviser:
    def __init__(
        self,
        snapshot: Snapshot,
        request: SearchRequest,
        asked: Asked,
        found: int,
        concepts: Concepts,
    ) -> None:
        self._snapshot = snapshot
        self._languages = snapshot.languages
        self._request = request
        self._text = repair(request.text)
        self._asked = asked
        self._found = found
        self._concepts = concepts

    def meant(self) -> Proposal | None:
        """The search with likelier words."""
        tree = self._asked.tree
        tokens = [] if tree is None else words_in(self._text, tree)
        known = self._concepts.words
        words = [token.word for token in tokens if len(token.word) >= LEAST_LETTERS]
        words = [word for word in dict.fromkeys(words) if word not in known]
        unsure = dict(islice(self._unsure(words), MOST_UNSURE))
        found = {word: self._likeliest(word, records) for word, records in unsure.items()}
        heard = (word for word in words if word not in unsure)
        found |= {word: self._sounding_so(word) for word in islice(self._only_heard(heard), MOST_UNSURE)}
        slips = {token: other for token in tokens if (other := found.get(token.word))}
        return self._better([replaced(self._text, slips)] if slips else [])

    def _unsure(self, words: Iterable[str]) -> Iterator[tuple[str, int]]:
        """Those of the words that are not known, with how many records hold each."""
        held = _required(self._asked.query.tree) if self._found > RARE else frozenset()
        groups = ((word, query_terms(word, self._languages)) for word in words)
        doubtful = ((word, group) for word, group in groups if group not in held)
        for word, group in islice(doubtful, MOST_WORDS):
            records = self._holding(group)
            if records <= RARE:
                yield word, records

    def _likeliest(self, word: str, records: int) -> str | None:
        """What a word that so many records hold was most likely meant to be."""
        if not records and len(word) >= LEAST_HEARD and (heard := self._concepts.sounding_like(word)):
            return heard
        least = TIMES * records or (1 if self._found < ENOUGH else TIMES)
        # Publications may say in other words what a concept is about.
        labels = written_nearly(word, self._concepts.words)
        near = [WordCount(label, least, name=False) for label in sorted(labels)]
        return likeliest(word, (*self._snapshot.spellings(word), *near), least)

    def _only_heard(self, words: Iterable[str]) -> Iterator[str]:
        """Those of the words that nothing holds as they are written, though it may be spelled otherwise."""
        for word in islice(words, MOST_WORDS) if self._found else ():
            form = term("", word)
            if form in self._snapshot.completions(form, limit=_BEGUN):
                continue  # as most are, which costs next to nothing to find out
            if not self._holding(_as_written(word, self._languages)):
                yield word

    def _sounding_so(self, word: str) -> str | None:
        """What is written nearly like a word and sounds the same, in more records than were found."""
        heard = set(keys(word))
        near = (other for other in self._snapshot.spellings(word) if not heard.isdisjoint(keys(other.word)))
        return likeliest(word, near, self._found + 1)

    def layout(self) -> Proposal | None:
        """The text from another keyboard layout, if it looks for words at all; known ones were typed as they
        were meant, and so were short ones where all others are known."""
        if not _looks_for_words(self._asked.query.tree):
            return None
        words = {token.word for token in tokenise(self._text) if len(token.word) >= LEAST_LETTERS}
        groups = {word: query_terms(word, self._languages) for word in sorted(words)[:MOST_WORDS]}
        kept = {word for word, group in groups.items() if self._holding(group)}
        if words and words == kept:
            return None
        best = self._better(retyped(self._text, kept)[:MOST_LAYOUTS])
        return best if best and self._is_written(best.request, kept) else None

    def _is_written(self, request: SearchRequest, known: Set[str]) -> bool:
        """Whether the words of a request that are not `known` stand somewhere as they are written, and not
        only what sounds so: СЩә, which is CO2 in Kazakh letters, sounds like a name."""
        tree = ask(request, self._languages, self._concepts).tree
        tokens = [] if tree is None else words_in(request.text, tree)
        words = {token.word for token in tokens} - known - self._concepts.words
        return all(self._holding(_as_written(word, self._languages)) for word in sorted(words)[:MOST_WORDS])

    def apart(self) -> Proposal | None:
        """The text without its quotation marks."""
        loose = without_quotes(self._text)
        return self._better([loose] if loose != self._text else [])

    def removal(self, *, of_parts: bool) -> Removal | None:
        """What is best left out: a filter rather than a part of the text, of equals the first."""
        tried = [
            Removal(each.request, self._count(each.request), each.facet, each.part)
            for each in islice(self._removals(of_parts=of_parts), MOST_PARTS)
        ]
        best = max(tried, key=lambda removal: removal.total, default=None)
        return best if best and best.total > self._found else None

    def _removals(self, *, of_parts: bool) -> Iterator[Removal]:
        request = self._request
        if request.text or len(request.filters) > 1:
            for facet, _ in request.filters:
                left = tuple((name, keys) for name, keys in request.filters if name != facet)
                yield Removal(replace(request, filters=left), 0, facet=facet)
        for part, rest in parts_of(self._text) if of_parts else ():
            without = replace(request, text=rest)
            # Initials, years or a type alone would be those of many.
            if any(map(_says_enough, tokenise(rest))) and _looks_for_words(self._query(without).tree):
                yield Removal(without, 0, part=part)

    def _better(self, texts: Iterable[str]) -> Proposal | None:
        """Of the request with other texts the one that finds most, if it is more than was found."""
        requests = [replace(self._request, text=text) for text in texts]
        typed = self._request.text
        proposals = [Proposal(each, self._count(each), changed(typed, each.text)) for each in requests]
        best = max(proposals, key=lambda proposal: proposal.total, default=None)
        return best if best and best.total > self._found else None

    def _holding(self, group: tuple[str, ...]) -> int:
        """How many records hold a word."""
        return self._snapshot.search(Query(Group(group), limit=0)).total

    def _count(self, request: SearchRequest) -> int:
        """How many records match all that a request must match."""
        query = self._query(request)
        filters = tuple((facet, self._filters.get(facet, keys)) for facet, keys in query.filters)
        return self._snapshot.search(Query(query.tree, filters, limit=0)).total

    def _query(self, request: SearchRequest) -> Query:
        return ask(request, self._languages, self._concepts).query

    @cached_property
    def _filters(self) -> Mapping[str, frozenset[str]]:
        """What is filtered by, as an engine is asked."""
        return dict(occurring(self._snapshot, self._request.filters))


def _as_written(word: str, languages: frozenset[str] | None) -> tuple[str, ...]:
    """The terms of a word in any of its forms, without those of other spellings."""
    return tuple(each for each in query_terms(word, languages) if weight_of(each) == 1)


def _looks_for_words(node: Node) -> bool:
    return any(isinstance(leaf, _OF_WORDS) for leaf in positive_leaves(node))


def _says_enough(token: Token) -> bool:
    return len(token.word) >= LEAST_LETTERS and not token.word.isdigit() and not is_stop_word(token.word)


def _required(node: Node) -> frozenset[tuple[str, ...]]:
    """Words, as groups of terms, that every record holds which matches a node, unless it has a
    whole value that reads so."""
    match node:
        case Group(terms):
            return frozenset([terms])
        case Phrase(words) | Near(words):
            return frozenset(words)
        case Boost(child):
            return _required(child)
        case All(children):
            return frozenset().union(*map(_required, children))
        case AnyOf(children):
            texts = [child for child in children if not _is_of_whole_values(child)]
            return _required(texts[0]) if len(texts) == 1 else frozenset()
        case _:
            return frozenset()


def _is_of_whole_values(node: Node) -> bool:
    """Whether a node looks for no words: each word is looked for as a key, too, or as a year."""
    if isinstance(node, AnyOf):
        return all(map(_is_of_whole_values, node.children))
    return isinstance(node, Keyword | Range)
