"""Concepts: what publications are about, and what it is called in each language.

A keyword that is a label of a concept is counted under the concept, whatever its language; and whoever
searches for a label also finds, at lower weight, what holds another label of the same concept.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from catalogue.concept_labels import Beginnings, Begun, Label, Labels
from catalogue.model import preferred, primary_language
from catalogue.widening import widen
from index import Tree
from index.field import BETWEEN_FORMS
from index.languages import CYRILLIC, LATIN, script_of
from index.spellings import keys
from index.tokens import tokenise


@dataclass(frozen=True, slots=True)
class Concept:
    """Something to write about: its labels, at least one, by language tag, of each language the preferred one
    first."""

    key: str
    labels: Mapping[str, tuple[str, ...]]

    def best(self, locales: Iterable[str]) -> tuple[str, str]:
        """The preferred label in the first of `locales` that has one, else the first there is; with its
        tag."""
        return preferred(self.labels, locales)

    @property
    def names(self) -> str:
        """The preferred labels of all languages in one, so that a search among values finds any of them."""
        return BETWEEN_FORMS.join(dict.fromkeys(own[0] for own in self.labels.values()))


@dataclass(frozen=True)
class Concepts:
    """All concepts there are. Where two claim one label, the first has it."""

    entries: tuple[Concept, ...] = ()

    def __reduce__(self) -> tuple[type["Concepts"], tuple[tuple[Concept, ...]]]:
        """The tables below are made again where they are wanted, and travel to no other process."""
        return Concepts, (self.entries,)

    def get(self, key: str) -> Concept | None:
        """The concept with this key."""
        return self._by_key.get(key)

    def label(self, key: str, locales: Iterable[str]) -> str | None:
        """What a concept is called in the first possible of `locales`; None for a key of no concept."""
        concept = self.get(key)
        return concept.best(locales)[1] if concept else None

    def of_label(self, text: str, language: str = "") -> Concept | None:
        """The concept that has this label in this language, else in any, compared by folded words."""
        return self.of_form(label_form(language, text))

    def of_form(self, form: str) -> Concept | None:
        """The same for what `label_form` gives."""
        return self._by_form.get(form) or self._by_form.get(f" {form.partition(' ')[2]}")

    def expanded(self, tree: Tree, narrow: Collection[str] = ()) -> tuple[Tree, tuple[Concept, ...]]:
        """A typed tree that also looks for the other labels of the concepts it names, and these concepts with
        the labels that are searched besides. Of those in `narrow`, only what was typed is searched."""
        if not self.entries:
            return tree, ()
        widened, besides = widen(tree, self._labels, frozenset(narrow))
        return widened, tuple(Concept(key, _by_language(labels)) for key, labels in besides.items())

    def begun(self, text: str) -> list[Begun]:
        """The labels that somebody who types this may mean, the likeliest first, one of each concept: see
        `Beginnings`."""
        return self._beginnings.begun(text)

    @cached_property
    def words(self) -> frozenset[str]:
        """The folded words of all labels."""
        texts = (text for concept in self.entries for own in concept.labels.values() for text in own)
        return frozenset(token.word for text in texts for token in tokenise(text))

    def sounding_like(self, word: str) -> str | None:
        """A Cyrillic word of a label that sounds like a folded Latin one (`index.spellings`), if any does."""
        heard = keys(word) if script_of(word) == LATIN else ()
        return next((self._by_sound[key] for key in heard if key in self._by_sound), None)

    @cached_property
    def _by_sound(self) -> dict[str, str]:
        """The Cyrillic words of all labels by their keys."""
        return {key: word for word in sorted(self.words) if script_of(word) == CYRILLIC for key in keys(word)}

    @cached_property
    def _labels(self) -> Labels:
        return Labels((concept.key, concept.labels.items()) for concept in self.entries)

    @cached_property
    def _beginnings(self) -> Beginnings:
        return Beginnings(
            Begun(concept.key, tag, text)
            for concept in self.entries
            for tag, own in concept.labels.items()
            for text in own
        )

    @cached_property
    def _by_key(self) -> dict[str, Concept]:
        return {concept.key: concept for concept in self.entries}

    @cached_property
    def _by_form(self) -> dict[str, Concept]:
        """Concepts by the forms of their labels, with the language and without."""
        found: dict[str, Concept] = {}
        for concept in self.entries:
            for tag, labels in concept.labels.items():
                for text in labels:
                    found.setdefault(label_form(tag, text), concept)
                    found.setdefault(label_form("", text), concept)
        return found


NO_CONCEPTS = Concepts()


def label_form(language: str, text: str) -> str:
    """What a label, or a keyword, comes to when the two are compared: a language and folded words.

    >>> label_form("en-GB", "Labour-market  policy")
    'en labour market policy'
    """
    return " ".join((primary_language(language), *(token.word for token in tokenise(text))))


def _by_language(labels: Iterable[Label]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for own in labels:
        found[own.tag] = (*found.get(own.tag, ()), own.text)
    return found
