"""Concepts: what publications are about, and what it is called in each language.

A keyword that is a label of a concept is counted under the concept, whatever its language; and whoever
searches for a label also finds, at lower weight, what holds another label of the same concept.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from catalogue.model import primary_language
from index.analysis import term
from index.languages import CYRILLIC, loosened, script_of, stem, stemming_language
from index.syntax_tree import Alternatives, And, Or, Place, Quoted, Sequence, Tree, Weighted, Word
from index.tokens import tokenise

OTHER_LABELS = 0.4
"""The weight of a label that was not typed beside that of the one that was."""
MOST_CONCEPTS = 6
"""Concepts of one query whose other labels are searched as well."""
MOST_LABELS = 12
"""Labels of one concept that are searched beside the one that was typed."""
_ABOUT = frozenset({"title", "abstract", "keyword"})
"""The fields that say what a publication is about."""
_LEAST_LOOSENED = 3
"""Letters of a word that is known without its Kazakh letters: ҚР is Kazakhstan, and КР is Kyrgyzstan."""

Terms = frozenset[str]
"""A word as it is compared: its folded form and its stems, each with its language, and those in Cyrillic also
as they are typed without a Kazakh keyboard."""


@dataclass(frozen=True, slots=True)
class Concept:
    """Something to write about: its labels, at least one, by language tag, of each language the preferred one
    first."""

    key: str
    labels: Mapping[str, tuple[str, ...]]

    def best(self, locales: Iterable[str]) -> tuple[str, str]:
        """The preferred label in the first of `locales` that has one, else the first there is; with its
        tag."""
        by_language = {primary_language(tag): tag for tag in reversed(tuple(self.labels))}
        wanted = (own for locale in locales for own in (locale, by_language.get(primary_language(locale))))
        tag = next((own for own in wanted if own in self.labels), None) or next(iter(self.labels))
        return tag, self.labels[tag][0]

    @property
    def names(self) -> str:
        """The preferred labels of all languages in one, so that a search among values finds any of them."""
        return " / ".join(dict.fromkeys(own[0] for own in self.labels.values()))


class _Label(NamedTuple):
    """A label, with the terms of each of its words."""

    concept: Concept
    tag: str
    text: str
    words: tuple[Terms, ...]

    def holds(self, other: "_Label") -> bool:
        """Whether another label stands in it, with more words around."""
        more, length = len(self.words) - len(other.words), len(other.words)
        return more > 0 and any(other.meets(self.words[at : at + length]) for at in range(more + 1))

    def is_exactly(self, words: tuple[Terms, ...]) -> bool:
        """Whether it is written in these words, in this form."""
        return all(
            any(one[0] == ":" for one in own & other) for own, other in zip(self.words, words, strict=True)
        )

    def meets(self, words: tuple[Terms, ...]) -> bool:
        """Whether it is written in these words, in whatever form."""
        return len(words) == len(self.words) and not any(
            own.isdisjoint(other) for own, other in zip(self.words, words, strict=True)
        )


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
        expansion = _Expansion(self, frozenset(narrow))
        return expansion.of(tree), tuple(expansion.also.values())

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

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The primary languages of all labels."""
        tags = (tag for concept in self.entries for tag in concept.labels)
        return tuple(dict.fromkeys(map(primary_language, tags)))

    @cached_property
    def labels(self) -> dict[str, list[_Label]]:
        """The labels of each concept, by its key, the preferred ones first; of those that are forms of one
        another, one."""
        return {concept.key: list(_distinct_labels(concept)) for concept in self.entries}

    @cached_property
    def searched(self) -> dict[str, list[_Label]]:
        """The same without those that hold another: who looks for that finds them, too."""
        return {
            key: [own for own in labels if not any(own.holds(other) for other in labels)]
            for key, labels in self.labels.items()
        }

    @cached_property
    def beginnings(self) -> dict[str, list[_Label]]:
        """The labels by the terms of their first word, the longest first."""
        found: dict[str, list[_Label]] = {}
        every = (label for labels in self.labels.values() for label in labels)
        for label in sorted(every, key=lambda label: -len(label.words)):
            for own in label.words[0]:
                found.setdefault(own, []).append(label)
        return found


NO_CONCEPTS = Concepts()


def label_form(language: str, text: str) -> str:
    """What a label, or a keyword, comes to when the two are compared: a language and folded words.

    >>> label_form("en-GB", "Labour-market  policy")
    'en labour market policy'
    """
    return " ".join((primary_language(language), *(token.word for token in tokenise(text))))


def _distinct_labels(concept: Concept) -> Iterator[_Label]:
    ranked = sorted(
        ((rank, tag, text) for tag, texts in concept.labels.items() for rank, text in enumerate(texts)),
        key=lambda entry: entry[0],
    )
    kept: list[_Label] = []
    for _, tag, text in ranked:
        label = _Label(concept, tag, text, _words(text, (primary_language(tag),)))
        if label.words and not any(other.meets(label.words) for other in kept):
            kept.append(label)
            yield label


def _words(text: str, languages: tuple[str, ...]) -> tuple[Terms, ...]:
    return tuple(_terms(token.word, languages) for token in tokenise(text))


def _terms(word: str, languages: tuple[str, ...]) -> Terms:
    serving = {stemming_language(language, word) for language in languages}
    forms = {own: stem(own, word) for own in serving if own} | {"": word}
    found = {term(own, form) for own, form in forms.items()}
    if len(word) >= _LEAST_LOOSENED and script_of(word) == CYRILLIC:
        found |= {term("~", loosened(form)) for form in forms.values()}
    return frozenset(found)


class _Expansion:
    """One query's way through the concepts; `also` grows on the way."""

    def __init__(self, concepts: Concepts, narrow: frozenset[str]) -> None:
        self.also: dict[str, Concept] = {}
        self._concepts = concepts
        self._narrow = narrow

    def of(self, tree: Tree) -> Tree:
        """A part of the tree, expanded. What must not match, or match as it stands, stays as it is."""
        match tree:
            case Word() | Quoted():
                return self._side_by_side((tree,))[0]
            case Sequence(children):
                parts = self._side_by_side(children)
                return Sequence(parts) if len(parts) > 1 else parts[0]
            case And(children):
                return And(tuple(map(self.of, children)))
            case Or(children):
                return Or(tuple(map(self.of, children)))
            case Weighted(child, factor):
                return Weighted(self.of(child), factor)
            case _:
                return tree

    def _side_by_side(self, children: tuple[Tree, ...]) -> tuple[Tree, ...]:
        """Neighbours, of which one or several together may be a label."""
        parts: list[Tree] = []
        words = [self._comparable(child) for child in children]
        at = 0
        while at < len(children):
            child, found = children[at], self._label_at(at, children, words)
            if found:
                label, width = found
                typed = children[at : at + width]
                others = self._others(label, _field(child))
                whole = typed[0] if width == 1 else Sequence(typed)
                parts += (Alternatives(whole, others, OTHER_LABELS),) if others else typed
                at += width
            else:
                parts.append(child if isinstance(child, Word | Quoted) else self.of(child))
                at += 1
        return tuple(parts)

    def _comparable(self, tree: Tree) -> tuple[Terms, ...]:
        """The words of what may be a label or a part of one; none of all else."""
        match tree:
            case Word(_, None, True):
                return ()  # behind a +
            case Word(text, field) | Quoted(text, field, None) if _tells_subject(field):
                return _words(text, self._concepts.languages)
            case _:
                return ()

    def _label_at(
        self, at: int, children: tuple[Tree, ...], words: list[tuple[Terms, ...]]
    ) -> tuple[_Label, int] | None:
        """The longest label that begins at one of the neighbours, and how many of them it is written in."""
        if not words[at]:
            return None
        # In an order that is the same in every process: of two that fit as well, the first counts.
        begun = (self._concepts.beginnings.get(own, ()) for own in sorted(words[at][0]))
        candidates = [label for labels in begun for label in labels]
        if not candidates:
            return None
        most = max(len(label.words) for label in candidates)
        run: tuple[Terms, ...] = ()
        found: tuple[_Label, int] | None = None
        for width, (child, own) in enumerate(zip(children[at:], words[at:], strict=True), 1):
            if not own or len(run) >= most or (width > 1 and not _are_alike(children[at], child)):
                break
            run += own
            fitting = [label for label in candidates if label.meets(run)]
            if fitting:
                found = max(fitting, key=lambda label: label.is_exactly(run)), width
        return found

    def _others(self, label: _Label, field: Place) -> tuple[Tree, ...]:
        """What is to be searched beside a label, if anything."""
        concept = label.concept
        is_new = concept.key not in self.also
        if concept.key in self._narrow or (is_new and len(self.also) >= MOST_CONCEPTS):
            return ()
        others = [own for own in self._concepts.searched[concept.key] if own is not label][:MOST_LABELS]
        if is_new and others:
            self.also[concept.key] = Concept(concept.key, _by_language(others))
        return tuple(_searched(own.text, field) for own in others)


def _tells_subject(field: Place) -> bool:
    return field is None or _ABOUT.issuperset((field,) if isinstance(field, str) else field)


def _field(tree: Tree) -> Place:
    return tree.field if isinstance(tree, Word | Quoted) else None


def _are_alike(first: Tree, next_: Tree) -> bool:
    """Whether two neighbours may be words of one label."""
    return isinstance(first, Word) and isinstance(next_, Word) and first.field == next_.field


def _by_language(labels: Iterable[_Label]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for own in labels:
        found[own.tag] = (*found.get(own.tag, ()), own.text)
    return found


def _searched(text: str, field: Place) -> Word | Quoted:
    return Quoted(text, field) if " " in text else Word(text, field)
