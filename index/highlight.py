"""Where texts answer a query: spans to mark, and a snippet around the best of them; never HTML.

Most words of a text begin with a letter that no wanted word begins with, and are passed over by that: folding
does not change which letter a word begins with, accents aside, nor do the stemmers of most languages. A
Cyrillic letter, and in names any, stands also for those that other spellings of its word begin with.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from string import ascii_lowercase, digits
from typing import NamedTuple, Self

from index.expansion import fitting, literal_beginning
from index.languages import keeps_beginning, loosened, primary
from index.query import Fuzzy, Group, Near, Node, Phrase, Prefix, Wildcard, positive_leaves
from index.spellings import beginnings
from index.terms import passage_terms
from index.tokens import Token, cleared, compounds, fold, tokenise

_PIECE = re.compile(r"\S+")
_NO_BEGINNINGS = r"\x00-/:-`{-\x7f"
"""ASCII signs that no word of a cleared text begins with, as a pattern has them: all but digits and small
letters. To name the others by a range in their place would take milliseconds to compile."""

Span = tuple[int, int]
"""Start and end of a marked part, in characters of the text."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A part of a text: `pieces` are (text, whether to mark it); the flags say whether text was left out."""

    pieces: tuple[tuple[str, bool], ...]
    leading: bool = False
    trailing: bool = False


class _Word(NamedTuple):
    """A word of a piece of text, and the compound in one piece that begins with it."""

    word: str
    terms: tuple[str, ...]
    start: int
    end: int
    whole: "_Word | None" = None


class _Manner(NamedTuple):
    """How a text is read: in which language, and whether as names."""

    language: str
    names: bool

    def terms(self, word: str) -> tuple[str, ...]:
        """The terms of a folded word."""
        return passage_terms(self.language, word, self.names)


class _Initials(dict[str, bool]):
    """Whether a wanted word may begin with a sign, in names or elsewhere."""

    def __init__(self, wanted: Iterable[str], names: bool) -> None:
        super().__init__()
        self._bases = frozenset(_base(beginning) for beginning in wanted if beginning)
        self._names = names

    @classmethod
    def of(cls, names: bool, terms: Iterable[str], *wanted: str) -> Self:
        """Of words that have these terms or begin so."""
        return cls([*(term.partition(":")[2] for term in terms), *wanted], names)

    def __bool__(self) -> bool:
        return bool(self._bases)

    def __missing__(self, sign: str) -> bool:
        folded = fold(sign)
        may = self[sign] = not folded or self._begins(folded[0])
        return may

    def _begins(self, letter: str) -> bool:
        if _base(letter) in self._bases or _base(loosened(letter)) in self._bases:
            return True
        if letter.isascii() and not self._names:
            return False  # only in names Latin words are spelled otherwise
        spelled = beginnings(letter)
        return not spelled or not spelled.isdisjoint(self._bases)

    def pattern(self) -> re.Pattern[str]:
        """What finds in a cleared text the signs that words begin with, but for ASCII letters that no wanted
        word begins with: most of a text is passed over without a look at each word."""
        unwanted = "".join(sign for sign in ascii_lowercase + digits if not self[sign])
        return re.compile(rf"[^{_NO_BEGINNINGS}{unwanted}](?<=[^\W_])(?<![^\W_].)")


class _Phrase(NamedTuple):
    """The terms of each word of a phrase, and how its second word may begin."""

    words: tuple[frozenset[str], ...]
    second: _Initials


class _Hits(NamedTuple):
    """What of a piece of text is wanted: spans within it, and phrases that may begin in it.

    With a phrase goes the number of the word that it begins with, and whether that is the last of the piece.
    """

    spans: list[Span]
    phrases: list[tuple[_Phrase, int, bool]]


_NONE = _Hits([], [])


class Marker:
    """Finds in texts what a query asks for; with `field`, not what is asked for in other fields only; `names`
    tells that the texts are of a field of names.

    Remembers the pieces of text that it has met: to be kept for a page, and by one thread.
    """

    def __init__(self, tree: Node, field: str | None = None, *, names: bool = False) -> None:
        groups: list[tuple[str, ...]] = []
        self._phrases: list[_Phrase] = []
        self._expansions: list[Prefix | Wildcard | Fuzzy] = []
        for leaf in dict.fromkeys(positive_leaves(tree)):
            match leaf:
                case Group(terms, fields) if _covers(fields, field):
                    groups.append(terms)
                case Near(words, _, fields) if _covers(fields, field):
                    groups += words
                case Phrase(words, fields) if _covers(fields, field):
                    second = _Initials.of(names, (term for terms in words[1:2] for term in terms))
                    self._phrases.append(_Phrase(tuple(map(frozenset, words)), second))
                case Prefix(_, fields) | Wildcard(_, fields) | Fuzzy(_, _, fields) if _covers(fields, field):
                    self._expansions.append(leaf)
        self._terms = frozenset(term for terms in groups for term in terms)
        begun = self._terms.union(*(phrase.words[0] for phrase in self._phrases))
        self._initials = _Initials.of(names, begun, *map(literal_beginning, self._expansions))
        self._beginnings = self._initials.pattern()
        self._names = names
        self._known: dict[_Manner, dict[str, _Hits]] = {}

    def marks(self, text: str, language: str) -> tuple[Span, ...]:
        """The spans of `text` that the query asks for, in order and without overlap.

        `language` is that of the passage, as in its document.
        """
        if not text or not self._initials:
            return ()
        manner = _Manner(primary(language, text), self._names)
        skipping = keeps_beginning(manner.language)
        known = self._known.setdefault(manner, {})
        found: set[Span] = set()
        for candidate in self._candidates(text, skipping):
            piece, at = candidate.group(), candidate.start()
            hits = known.get(piece)
            if hits is None:
                hits = known[piece] = self._hits(piece, manner)
            for start, end in hits.spans:
                found.add((at + start, at + end))
            for phrase, number, is_last in hits.phrases:
                if not (is_last and skipping) or _may_go_on(phrase, text, at + len(piece)):
                    found.update(_phrase(phrase, number, text, at, manner))
        return _without_overlap(found)

    def snippet(self, text: str, language: str, width: int) -> Snippet:
        """About `width` characters of `text`, cut between words, where most different marks stand."""
        spans = self.marks(text, language)
        start, end = _window(text, spans, width)
        start += len(text[start:end]) - len(text[start:end].lstrip())
        end -= len(text[start:end]) - len(text[start:end].rstrip())
        pieces: list[tuple[str, bool]] = []
        at = start
        for begin, stop in spans:
            if begin >= at and stop <= end:
                pieces += [(text[at:begin], False), (text[begin:stop], True)]
                at = stop
        pieces.append((text[at:end], False))
        kept = tuple(piece for piece in pieces if piece[0])
        return Snippet(kept, leading=bool(text[:start].strip()), trailing=bool(text[end:].strip()))

    def _candidates(self, text: str, skipping: bool) -> Iterable[re.Match[str]]:
        """The pieces that may be wanted, `skipping` those in which every word begins with a letter that no
        wanted word begins with."""
        spaced = cleared(text)
        if spaced is None:
            return compounds(text)
        return self._begun(spaced) if skipping else _PIECE.finditer(spaced)

    def _begun(self, spaced: str) -> Iterator[re.Match[str]]:
        """The pieces of a cleared text that hold a word which begins as a wanted one may."""
        done = 0
        for sign in self._beginnings.finditer(spaced):
            at = sign.start()
            if at < done or not self._initials[sign[0]]:
                continue
            while at > done and not spaced[at - 1].isspace():
                at -= 1
            if piece := _PIECE.match(spaced, at):
                yield piece
                done = piece.end()

    def _hits(self, piece: str, manner: _Manner) -> _Hits:
        spans: list[Span] = []
        phrases: list[tuple[_Phrase, int, bool]] = []
        words = _common_words(piece, manner) if len(piece) <= _LONGEST_COMMON else _words(piece, manner)
        for number, word in enumerate(words):
            if self._wants(word):
                spans.append((word.start, word.end))
            elif word.whole and self._wants(word.whole):
                spans.append((word.whole.start, word.whole.end))
            for phrase in self._phrases:
                if not phrase.words[0].isdisjoint(word.terms):
                    phrases.append((phrase, number, number == len(words) - 1))
        return _Hits(spans, phrases) if spans or phrases else _NONE

    def _wants(self, word: _Word) -> bool:
        if not self._terms.isdisjoint(word.terms):
            return True
        return bool(self._expansions) and any(fitting(node, [word.word]) for node in self._expansions)


def _words(piece: str, manner: _Manner) -> tuple[_Word, ...]:
    tokens = list(tokenise(piece))
    words: list[_Word] = []
    for number, (word, start, end, joined) in enumerate(tokens):
        whole = None
        if joined:
            whole = _Word(joined, manner.terms(joined), start, _end_of_compound(tokens, number))
        words.append(_Word(word, manner.terms(word), start, end, whole))
    return tuple(words)


_LONGEST_COMMON = 40  # letters of a piece that may come up again
_common_words = lru_cache(maxsize=8_192)(_words)


def _covers(fields: frozenset[str] | None, field: str | None) -> bool:
    return fields is None or field is None or field in fields


def _base(word: str) -> str:
    """The first letter without what composed letters keep of their accents: и of й."""
    return unicodedata.normalize("NFD", word[0])[0]


def _end_of_compound(tokens: list[Token], first: int) -> int:
    left = len(tokens[first].joined)
    for token in tokens[first:]:
        left -= len(token.word)
        if left <= 0:
            return token.end
    raise ValueError(f"the compound {tokens[first].joined!r} has no end")


def _may_go_on(phrase: _Phrase, text: str, end: int) -> bool:
    """Whether what stands after the first word, which ends at `end`, may be the second."""
    next_sign = text[end : end + 2].strip()[:1]
    return not next_sign.isalnum() or phrase.second[next_sign]


def _phrase(phrase: _Phrase, number: int, text: str, at: int, manner: _Manner) -> Iterator[Span]:
    """The phrase, if it begins with that word of the piece at `at`."""
    tokens = list(islice(tokenise(text, at), number, number + len(phrase.words)))
    if len(tokens) == len(phrase.words) and all(
        not terms.isdisjoint(manner.terms(token.word))
        for terms, token in zip(phrase.words, tokens, strict=True)
    ):
        yield tokens[0].start, tokens[-1].end


def _without_overlap(spans: set[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _window(text: str, spans: tuple[Span, ...], width: int) -> Span:
    """The stretch with most different marked words; the first of equals. Ends between words."""
    if len(text) <= width:
        return 0, len(text)
    if not spans:
        return _between_words(text, 0, width)
    lead = width // 6
    begins, ends = [begin for begin, _ in spans], [end for _, end in spans]
    words = [text[begin:end].casefold() for begin, end in spans]
    best, most = 0, -1
    for begin in begins:
        # A match near the beginning is best read from there.
        start = 0 if begin < width // 2 else min(begin - lead, len(text) - width)
        inside = set(words[bisect_left(begins, start) : bisect_right(ends, start + width)])
        if len(inside) > most:
            best, most = start, len(inside)
    return _between_words(text, best, best + width)


def _between_words(text: str, start: int, end: int) -> Span:
    if start > 0:
        space = text.find(" ", start, min(end, start + 40))
        start = space + 1 if space >= 0 else start
    if end < len(text):
        space = text.rfind(" ", max(start + 1, end - 40), end + 1)
        end = space if space > 0 else end
    return start, end
