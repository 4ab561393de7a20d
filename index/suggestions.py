"""What a few letters may be the beginning of, and what a word may have been meant to be: for every engine.

A label is found by each of its words as it folds, by its compounds in one piece, and by the spellings that a
word has in every script, so that `Щук` and `Shchuk` begin the same names.
"""

from collections.abc import Iterable, Iterator, Set
from string import ascii_lowercase

from rapidfuzz.distance import OSA

from index.expansion import fitting, likely_edits
from index.languages import CYRILLIC, LATIN, is_stop_word, script_of
from index.query import Fuzzy
from index.results import WordCount
from index.spellings import keys
from index.tokens import tokenise

MOST_WORDS = 8
"""Words of a text that labels are looked for by; those behind are passed over."""

Beginnings = tuple[tuple[str, ...], ...]
"""For each word that was typed, what a word of a label may begin with."""

_ALPHABETS = {LATIN: ascii_lowercase, CYRILLIC: "абвгдежзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі"}


def words_of(label: str) -> frozenset[str]:
    """The words that a label is found by.

    >>> sorted(words_of("Gender-sensitive Policy"))
    ['gender', 'gendersensitive', 'polici', 'policy', 'sensitive']
    """
    words = [word for token in tokenise(label) for word in (token.word, token.joined) if word]
    return frozenset((*words, *(key for word in words for key in keys(word))))


def beginnings(text: str) -> Beginnings:
    """What the words of labels are to begin with, of a text that somebody types.

    >>> beginnings("Щук, Y")
    (('щук', 'ŝuk', 'suk'), ('y', 'i'))
    """
    words = list(dict.fromkeys(token.word for token in tokenise(text)))[:MOST_WORDS]
    return tuple(tuple(dict.fromkeys((word, *_telling_keys(word)))) for word in words)


def _telling_keys(word: str) -> Iterator[str]:
    """The keys that begin no more words than a typed word does: not the `e` of `Ye`."""
    return (key for key in keys(word) if len(key) > 1 or len(word) == 1)


def begins(label: str, wanted: Beginnings) -> bool:
    """Whether a label has a word for each of those that were typed."""
    words = words_of(label)
    return all(any(word.startswith(begin) for word in words) for begin in wanted)


def nearly(word: str) -> Fuzzy:
    """The words that are written nearly like a folded one and begin as it does."""
    return Fuzzy(word, likely_edits(word))


def begun_otherwise(word: str) -> set[str]:
    """The words that one change at the beginning of a folded word makes of it, and that begin otherwise.

    >>> {"tender", "ender", "egnder", "agender"} <= begun_otherwise("gender")
    True
    """
    first, rest = word[:1], word[1:]
    made = {rest, rest[:1] + first + rest[1:]}
    for letter in _ALPHABETS.get(script_of(word), ""):
        made |= {letter + rest, letter + word}
    return {other for other in made if other and other[0] != first}


def written_nearly(word: str, words: Set[str]) -> set[str]:
    """Those of some folded words that a folded word is, or is nearly written like.

    >>> sorted(written_nearly("labuor", {"labour", "labor", "lab", "harbour"}))
    ['labor', 'labour']
    """
    return {*fitting(nearly(word), list(words)), *(begun_otherwise(word) & words)}


def likeliest(word: str, near: Iterable[WordCount], least: int) -> str | None:
    """What a folded word was most likely meant to be, of some that are written nearly so and that at least so
    many documents hold; None if it is meant as it stands, because it is part of a name, or if none is likely.

    A second wrong letter, or a wrong one at the beginning, is as unlikely as a word of a tenth of the
    documents. Stop words are never meant, since they would find nothing by themselves.

    >>> near = [WordCount("material", 50, False), WordCount("maternal", 20, False)]
    >>> likeliest("maternl", near, 1)
    'maternal'
    """
    best: tuple[float, str] | None = None
    for other in near:
        if other.word == word:
            if other.name:
                return None
        elif other.count >= least and other.word.isalpha() and not is_stop_word(other.word):
            slips = OSA.distance(word, other.word) + (word[0] != other.word[0])
            likelihood = other.count / 10 ** (slips - 1)
            if best is None or likelihood > best[0]:
                best = likelihood, other.word
    return None if best is None else best[1]
