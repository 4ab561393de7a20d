"""Registers: what a file below the data folder gives an identity, and what is known to be meant by it.

A person or a venue is meant by a publication that states one of its identifiers, or that states none and
prints a form of the name which nobody else claims. What states an identifier is never claimed by its name
alone: namesakes are what identifiers are for.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Generic, Protocol, Self, TypeVar

from catalogue.folding import folded_words
from index.field import BETWEEN_FORMS

FROM_FILE = "@"
"""What the facet key of an entry begins with, and no other key of a person or a venue does."""

Stated = tuple[str, ...]
"""What a publication states of a person or a venue: the identifiers, then the folded forms of the name."""


class Registered(Protocol):
    """What can stand in a register."""

    @property
    def key(self) -> str:
        """Its key, which stays."""

    @property
    def aliases(self) -> tuple[str, ...]:
        """Former keys."""

    @property
    def forms(self) -> tuple[str, ...]:
        """What it is called, in each form."""

    @property
    def identifiers(self) -> tuple[str, ...]:
        """What tells it from its namesakes."""

    def best(self, locales: Iterable[str]) -> tuple[str, str]:
        """What it is called in the first possible of `locales`, with the language."""


Entry = TypeVar("Entry", bound=Registered)


@dataclass(frozen=True)
class Register(Generic[Entry]):
    """All entries of a kind. Of two that share a key or an identifier the first has it; what two are called
    says nothing about either."""

    entries: tuple[Entry, ...] = ()

    def __reduce__(self) -> tuple[type[Self], tuple[tuple[Entry, ...]]]:
        """The tables below are made again where they are wanted, and travel to no other process."""
        return type(self), (self.entries,)

    def get(self, slug: str) -> Entry | None:
        """The entry with this key."""
        return self._by_key.get(slug)

    def facet_key(self, entry: Entry) -> str:
        """What its publications are counted under."""
        return f"{FROM_FILE}{entry.key}"

    def of_key(self, facet_key: str) -> Entry | None:
        """The entry that a facet key means, whether of today or from before it was claimed: its own, that of
        an alias, an identifier or a folded form of a name."""
        if facet_key.startswith(FROM_FILE):
            slug = facet_key.removeprefix(FROM_FILE)
            return self.get(self._by_alias.get(slug, slug))
        return self._by_stated.get(facet_key) or self._by_stated.get(folded_words(facet_key))

    def current_key(self, facet_key: str) -> str:
        """The facet key of today for one that may be older."""
        entry = self.of_key(facet_key)
        return self.facet_key(entry) if entry else facet_key

    def label(self, facet_key: str, locales: Iterable[str]) -> str | None:
        """What is meant by a facet key, in the first possible of `locales`; None for a key of no entry."""
        entry = self.of_key(facet_key) if facet_key.startswith(FROM_FILE) else None
        return entry.best(locales)[1] if entry else None

    def meant(self, stated: Stated) -> Entry | None:
        """The entry that is meant where this is stated."""
        telling = tuple(filter(is_identifier, stated)) or stated
        return next(filter(None, map(self._by_stated.get, telling)), None) if self.entries else None

    def unnumbered(self, stated: Stated) -> Entry | None:
        """The entry without identifiers that has the name of what states one, so that it is not meant."""
        if not self.entries or not stated or not is_identifier(stated[0]) or self.meant(stated):
            return None
        named = filter(None, map(self._by_stated.get, stated))
        return next((entry for entry in named if not entry.identifiers), None)

    @cached_property
    def _by_key(self) -> Mapping[str, Entry]:
        return {entry.key: entry for entry in reversed(self.entries)}

    @cached_property
    def _by_alias(self) -> Mapping[str, str]:
        return {alias: entry.key for entry in reversed(self.entries) for alias in entry.aliases}

    @cached_property
    def _by_stated(self) -> Mapping[str, Entry]:
        """Entries by their identifiers, and by the folded forms that they alone have."""
        claims: dict[str, dict[str, Entry]] = {}
        for entry in self.entries:
            for form in entry.forms:
                claims.setdefault(folded_words(form), {})[entry.key] = entry
        by_form = {form: next(iter(own.values())) for form, own in claims.items() if len(own) == 1}
        return by_form | {own: entry for entry in reversed(self.entries) for own in entry.identifiers}


def stated_by(identifiers: Iterable[str], forms: Iterable[str]) -> Stated:
    """What a publication states of a person or a venue."""
    return tuple(dict.fromkeys((*identifiers, *map(folded_words, forms))))


def is_identifier(stated: str) -> bool:
    """Whether it is an identifier: these have a hyphen, which no folded form has."""
    return "-" in stated


def joined(*forms: Iterable[str]) -> str:
    """The forms of a name as one label, so that a search among values finds any of them."""
    return BETWEEN_FORMS.join(dict.fromkeys(chain(*forms)))
