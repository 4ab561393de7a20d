"""What a few letters may be the beginning of, and what a word may have been meant to be: for every engine.

A label is found by each of its words as it folds, by its compounds in one piece, and by the spellings that a
word has in every script, so that `Щук` and `Shchuk` begin the same names. What is written as it was typed
fits best, then what another script writes so, last what only sounds so; of equals, a label that begins so
itself: those of people begin with the family name.
"""

from collections.abc import Iterable, Iterator, Set
from string import ascii_lowercase
from typing import NamedTuple

from rapidfuzz.distance import OSA

from index.expansion import fitting, likely_edits
from index.field import BETWEEN_FORMS
from index.languages import CYRILLIC, LATIN, is_stop_word, loosened, script_of
from index.query import Fuzzy
from index.results import WordCount
from index.spellings import keys
from index.tokens import Token, fold, tokenise

MOST_WORDS = 8
"""Words of a text that labels are looked for by; those behind are passed over."""


class Beginning(NamedTuple):
    """How a marked word of a label may begin, and how well it then fits: 1 to 6, a first word even."""

    letters: str
    fits: int


Beginnings = tuple[tuple[Beginning, ...], ...]
"""For each word that was typed, how a word of a label may begin."""

_WRITTEN, _FIRST_WRITTEN = "w", "W"
_SPELLED = {LATIN: ("l", "L"), CYRILLIC: ("c", "C")}
"""Marks before the words that a label is found by: those that are written in it, and the keys of those in
some script; capitals of its first word."""
_UNFINISHED = {
    "shc": ("h",),
    "sh": ("ch",),
    "s": ("h", "hch"),
    "z": ("h",),
    "c": ("h",),
    "k": ("h",),
    "t": ("s",),
    "y": ("e",),
    "i": ("e",),
}
"""Latin letters at the end of what was typed, and what may follow that makes one sound of them: `sh` may
become Shchukin."""
_TELLING = 3
"""Sounds in which a beginning is more than another spelling of many."""
_ALPHABETS = {LATIN: ascii_lowercase, CYRILLIC: "абвгдежзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі"}


def words_of(label: str, *, begun: bool = False) -> frozenset[str]:
    """The words that a label is found by, each behind its mark; of one that has `begun` before, the rest's.
    Each of its forms begins anew. Whoever has no Kazakh letters writes others for them.

    >>> sorted(words_of("Labour-law Щи қ"))
    ['Llabour', 'Llabourlaw', 'Wlabour', 'Wlabourlaw', 'ck', 'csi', 'cŝi', 'llaw', 'wlaw', 'wк', 'wщи', 'wқ']
    """
    found: set[str] = set()
    for text in label.split(BETWEEN_FORMS):
        inner = begun
        for token in tokenise(text):
            written = _WRITTEN if inner else _FIRST_WRITTEN
            for word in (token.word, token.joined) if token.joined else (token.word,):
                found.update((written + word, written + loosened(word)))
                if spelled := _SPELLED.get(script_of(word)):
                    found.update(map(spelled[not inner].__add__, keys(word)))
            inner = True
    return frozenset(found)


def beginnings(text: str) -> Beginnings:
    """How the words of labels are to begin, of a text that somebody types."""
    words = list(dict.fromkeys(token.word for token in tokenise(text)))[:MOST_WORDS]
    return tuple(tuple(_beginnings(word)) for word in words)


def _beginnings(word: str) -> Iterator[Beginning]:
    yield Beginning(_FIRST_WRITTEN + word, 6)
    yield Beginning(_WRITTEN + word, 5)
    own = script_of(word)
    for script, (inner, first) in _SPELLED.items():
        fits, spelled = (1, _own_keys(word)) if script == own else (3, _other_keys(word))
        for key in spelled:
            yield from (Beginning(first + key, fits + 1), Beginning(inner + key, fits))


def _own_keys(word: str) -> list[str]:
    """The keys of a typed word that tell anything of words of its own script: not the `le` of `lee`, which
    begins *learning*. A single letter may be an initial."""
    return [key for key in keys(word) if len(key) >= _TELLING or len(word) == 1]


def _other_keys(word: str) -> list[str]:
    """The keys of a typed word and, where its last sound may be unfinished, of what it may become."""
    ending = next((letters for letters in _UNFINISHED if word.endswith(letters)), "")
    finished = (word + more for more in ("", *_UNFINISHED.get(ending, ())))
    return list(dict.fromkeys(key for each in finished for key in keys(each)))


def fit(label: str, wanted: Beginnings) -> int:
    """How well a label fits what was typed: as what fits worst of it, better if the first word that was typed
    begins the label; 0 if a word begins none of its words.

    >>> [fit(label, beginnings("щук")) for label in ("Щукин, А", "А, Щукин", "Shchukin, A", "Щекин")]
    [6, 5, 4, 0]
    """
    words = words_of(label)
    best = [_best(words, begins) for begins in wanted]
    return max(0, min(fits + fits % 2 for fits in best) - best[0] % 2) if best else 1


def _best(words: Set[str], begins: Iterable[Beginning]) -> int:
    """How well the best of some marked words fits."""
    return max((b.fits for b in begins if any(word.startswith(b.letters) for word in words)), default=0)


def marked(label: str, text: str) -> tuple[str, ...]:
    """A label cut up, every second piece of it being what somebody who types a text has typed of it: the
    beginnings of words that are written so, or where there is none, whole words that are spelled so.

    >>> marked("Shchukin, Anna", "щук ann")
    ('', 'Shchukin', ', ', 'Ann', 'a')
    """
    tokens = list(tokenise(label))
    ends: dict[int, int] = {}
    for begins in beginnings(text):
        word = begins[0].letters[1:]
        found = {token.start: _end(label, token, word) for token in tokens if _is_written(token.word, word)}
        for start, end in (found or _spelled(label, tokens, begins)).items():
            ends[start] = max(end, ends.get(start, 0))
    pieces, at = [], 0
    for start, end in sorted(ends.items()):
        pieces += [label[at:start], label[start:end]]
        at = end
    return (*pieces, label[at:])


def _is_written(word: str, begun: str) -> bool:
    return word.startswith(begun) or loosened(word).startswith(begun)


def _end(label: str, token: Token, begun: str) -> int:
    """Where in a label the letters end of a word of it that are those of its folded beginning."""
    ends = range(token.start + 1, token.end)
    return next((end for end in ends if len(fold(label[token.start : end])) >= len(begun)), token.end)


def _spelled(label: str, tokens: Iterable[Token], begins: Iterable[Beginning]) -> dict[int, int]:
    """Start and end of the words of a label that begin so in whatever spelling."""
    parts = ((token.start, token.end) for token in tokens)
    return {at: end for at, end in parts if _best(words_of(label[at:end], begun=True), begins)}


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
