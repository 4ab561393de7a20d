"""Labels of concepts as typed words are compared with them: in any form of each word, or as they begin.

Two words meet in their folded form, in a stem of a language that both may be of, or, in Cyrillic, without
their Kazakh letters.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import islice
from typing import NamedTuple

from catalogue.model import primary_language
from index.languages import CYRILLIC, loosened, script_of, stem, stemming_language
from index.terms import term
from index.tokens import tokenise

_LEAST_LOOSENED = 3
"""Letters of a word that is known without its Kazakh letters: ҚР is Kazakhstan, and КР is Kyrgyzstan."""

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
        return _words(text, self._languages)

    def beginning(self, words: Words) -> list[Label]:
        """The labels whose first word is the first of these, in an order that every process keeps."""
        return [label for own in sorted(words[0]) for label in self._beginnings.get(own, ())]

    def beside(self, label: Label) -> list[Label]:
        """The other labels of a concept that find more than one of them alone, the preferred ones first.

        Of those that are forms of one another there is one, and none that holds another.
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
        """The labels by the terms of their first words."""
        found: dict[str, list[Label]] = {}
        for labels in self._of.values():
            for label in labels:
                for own in label.words[0]:
                    found.setdefault(own, []).append(label)
        return found


class Begun(NamedTuple):
    """A label that somebody may be typing, in its language, and the key of the concept that it is of."""

    key: str
    tag: str
    text: str


class Beginnings:
    """Labels by the beginnings of their words, typed with Kazakh letters or without."""

    def __init__(self, labels: Iterable[Begun]) -> None:
        self._labels = [(label, _written(label.text)) for label in labels]
        self._words = sorted(
            (word, number) for number, (_, words) in enumerate(self._labels) for word in words
        )

    def begun(self, text: str) -> list[Begun]:
        """Of each concept the first label that has, for each word of a text, one that begins so."""
        typed = [token.word for token in tokenise(text)]
        found: dict[str, Begun] = {}
        for number in sorted(set(self._beginning(typed[0]))) if typed else ():
            label, words = self._labels[number]
            if all(any(word.startswith(begin) for word in words) for begin in typed):
                found.setdefault(label.key, label)
        return list(found.values())

    def _beginning(self, begin: str) -> Iterator[int]:
        """The labels with a word that begins so."""
        for word, number in islice(self._words, bisect_left(self._words, (begin, 0)), None):
            if not word.startswith(begin):
                return
            yield number


def _written(label: str) -> set[str]:
    """The folded words of a label and its compounds in one piece, each also without its Kazakh letters."""
    words = {word for token in tokenise(label) for word in (token.word, token.joined) if word}
    return words | set(map(loosened, words))


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
def _terms(word: str, languages: tuple[str, ...]) -> frozenset[str]:
    serving = {stemming_language(language, word) for language in languages}
    forms = {own: stem(own, word) for own in serving if own} | {"": word}
    found = {term(own, form) for own, form in forms.items()}
    if len(word) >= _LEAST_LOOSENED and script_of(word) == CYRILLIC:
        found |= {term("~", loosened(form)) for form in forms.values()}
    return frozenset(found)
