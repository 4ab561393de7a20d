"""Labels of concepts as typed words are compared with them: in any form of each word, or as they begin.

Two words meet in their folded form, in a stem of a language that both may be of, or, in Cyrillic, without
their Kazakh letters. A label is also known without its hyphens, and a Cyrillic one of some length in Latin
letters, by the keys of its words (`index.spellings`).
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import islice
from typing import NamedTuple

from catalogue.model import primary_language
from index.languages import CYRILLIC, LATIN, loosened, loosened_stem, script_of, stem, stemming_language
from index.spellings import keys
from index.suggestions import beginnings, fit, words_of
from index.terms import term
from index.tokens import tokenise

_LEAST_LOOSENED = 3
"""Letters of a word that is known without its Kazakh letters: ҚР is Kazakhstan, and КР is Kyrgyzstan."""
_LEAST_PLAIN = 5
"""Letters of a stem in Russian letters that may be a Kazakh word's: тен is теңдік and тени."""
_LEAST_SPELLED = 7
"""Letters of a Cyrillic label that is known in Latin ones: nearly all English words of so many letters that
sound as Russian or Kazakh ones do are the same word; of fewer, «ғарыш» is garish, and «тұз» is tus."""
_HYPHENS = re.compile("[-\u2010\u2011]")

Words = tuple[frozenset[str], ...]
"""A text as it is compared: for each of its words the terms that mean it."""


class Label(NamedTuple):
    """A label in a language, and the key of the concept that it is of."""

    key: str
    tag: str
    text: str
    words: Words

    def meets(self, words: Words) -> bool:
        """Whether it is written in these words, in whatever form."""
        return len(words) == len(self.words) and not any(
            own.isdisjoint(other) for own, other in zip(self.words, words, strict=True)
        )

    def is_exactly(self, words: Words) -> bool:
        """Whether it is written in these words, of which it is known that they meet it, in this form."""
        return all(
            any(own.startswith(":") for own in mine & theirs)
            for mine, theirs in zip(self.words, words, strict=True)
        )

    def written_otherwise(self) -> Iterator["Label"]:
        """The label as those write it who leave its hyphens out, or who have no Cyrillic letters."""
        closed = _HYPHENS.sub("", self.text)
        if closed != self.text:
            yield self._replace(words=_words(closed, (primary_language(self.tag),)))
        for text in dict.fromkeys((self.text, closed)):
            if words := _in_latin_letters(text):
                yield self._replace(words=words)

    def holds(self, other: "Label") -> bool:
        """Whether another label stands in it, with more words around."""
        more, length = len(self.words) - len(other.words), len(other.words)
        return more > 0 and any(other.meets(self.words[at : at + length]) for at in range(more + 1))


class Labels:
    """The labels of all concepts, given as the key of each and its labels by language tag, the preferred
    first."""

    def __init__(self, concepts: Iterable[tuple[str, Iterable[tuple[str, tuple[str, ...]]]]]) -> None:
        self._of = {key: list(_distinct(key, dict(labels))) for key, labels in concepts}

    def words(self, text: str) -> Words:
        """A text that may be a label in any of the languages."""
        return tuple(_typed(token.word, self._languages) for token in tokenise(text))

    def beginning(self, words: Words) -> list[Label]:
        """The labels whose first word is the first of these, in an order that every process keeps; behind
        them those that are so if they are written otherwise."""
        tables = (self._beginnings, self._written_otherwise)
        return [label for table in tables for own in sorted(words[0]) for label in table.get(own, ())]

    def beside(self, label: Label) -> list[Label]:
        """The other labels of a concept that find more than one of them alone, the preferred ones first.

        Of those that are forms of one another there is one, and none that holds another. Of a label that is
        written otherwise, it is another as it should be written.
        """
        return [own for own in self._searched[label.key] if own != label]

    @cached_property
    def _languages(self) -> tuple[str, ...]:
        tags = (label.tag for labels in self._of.values() for label in labels)
        return tuple(dict.fromkeys(map(primary_language, tags)))

    @cached_property
    def _searched(self) -> dict[str, list[Label]]:
        return {
            key: [own for own in labels if not any(own.holds(other) for other in labels)]
            for key, labels in self._of.items()
        }

    @cached_property
    def _beginnings(self) -> dict[str, list[Label]]:
        return _by_first_words(label for labels in self._of.values() for label in labels)

    @cached_property
    def _written_otherwise(self) -> dict[str, list[Label]]:
        labels = (label for labels in self._of.values() for label in labels)
        return _by_first_words(other for label in labels for other in label.written_otherwise())


class Begun(NamedTuple):
    """A label that somebody may be typing, in its language, and the key of the concept that it is of."""

    key: str
    tag: str
    text: str


class Beginnings:
    """Labels by the beginnings of their words, in whatever letters they are typed."""

    def __init__(self, labels: Iterable[Begun]) -> None:
        self._labels = tuple(labels)
        self._words = sorted(
            (word, number) for number, label in enumerate(self._labels) for word in words_of(label.text)
        )

    def begun(self, text: str) -> list[Begun]:
        """Of each concept the label that fits a text best, if one has for each word of it a word that begins
        so (see `index.suggestions`); of concepts those first that fit better."""
        wanted = beginnings(text)
        begins = [begin.letters for begin in wanted[0]] if wanted else []
        best: dict[str, tuple[int, Begun]] = {}
        for number in sorted({number for begin in begins for number in self._beginning(begin)}):
            label = self._labels[number]
            fits = fit(label.text, wanted)
            if fits > (best[label.key][0] if label.key in best else 0):
                best[label.key] = fits, label
        return [label for _, label in sorted(best.values(), key=lambda found: -found[0])]

    def _beginning(self, begin: str) -> Iterator[int]:
        """The labels with a marked word that begins so."""
        for word, number in islice(self._words, bisect_left(self._words, (begin, 0)), None):
            if not word.startswith(begin):
                return
            yield number


def _distinct(key: str, texts: dict[str, tuple[str, ...]]) -> Iterator[Label]:
    ranked = [(rank, tag, text) for tag, own in texts.items() for rank, text in enumerate(own)]
    kept: list[Label] = []
    for _, tag, text in sorted(ranked, key=lambda entry: entry[0]):
        label = Label(key, tag, text, _words(text, (primary_language(tag),)))
        if label.words and not any(other.meets(label.words) for other in kept):
            kept.append(label)
            yield label


def _words(text: str, languages: tuple[str, ...]) -> Words:
    return tuple(_terms(token.word, languages) for token in tokenise(text))


@lru_cache(maxsize=20_000)
def _typed(word: str, languages: tuple[str, ...]) -> frozenset[str]:
    return _terms(word, languages) | _keys(word, LATIN)


@lru_cache(maxsize=20_000)
def _terms(word: str, languages: tuple[str, ...]) -> frozenset[str]:
    serving = {stemming_language(language, word) for language in languages}
    forms = {own: stem(own, word) for own in serving if own} | {"": word}
    found = {term(own, form) for own, form in forms.items()}
    if len(word) >= _LEAST_LOOSENED and script_of(word) == CYRILLIC:
        found |= {term("~", loosened(form)) for form in forms.values()}
        if "kk" in languages and len(plain := loosened_stem(word)) >= _LEAST_PLAIN:
            found.add(term("~", plain))
    return frozenset(found)


def _in_latin_letters(text: str) -> Words:
    """A Cyrillic text as its words are known in Latin letters; nothing if it is short or not Cyrillic."""
    words = [token.word for token in tokenise(text)]
    spelled = tuple(_keys(word, CYRILLIC) for word in words)
    return spelled if all(spelled) and sum(map(len, words)) >= _LEAST_SPELLED else ()


def _keys(word: str, script: str) -> frozenset[str]:
    """The terms of what a word of a script sounds like; none of another."""
    return frozenset(term("~", key) for key in keys(word)) if script_of(word) == script else frozenset()


def _by_first_words(labels: Iterable[Label]) -> dict[str, list[Label]]:
    """Labels by the terms of their first words."""
    found: dict[str, list[Label]] = {}
    for label in labels:
        for own in label.words[0]:
            found.setdefault(own, []).append(label)
    return found
