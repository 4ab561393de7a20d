"""What a library of documents is made of: named fields, texts in languages, facet values, documents.

The application declares one tuple of `Field` and turns each of its entities into a `Document`; nothing here
knows what the fields mean.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from enum import StrEnum


class Kind(StrEnum):
    """How the values of a field are matched."""

    TEXT = "text"
    """Words: analysed, stemmed, found in any order, as phrases and by prefix."""
    KEYWORD = "keyword"
    """Whole values: exact after `index.tokens.normalise`, or by prefix."""
    NUMBER = "number"
    """Integers: equality and ranges."""
    DATE = "date"
    """Days as integers, 20240307 for 7 March 2024, with 00 for a month or day that is not known: equality and
    ranges; a year or a month stands for all its days."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its `name`, how it is matched and what else it serves.

    `weight` multiplies the frequency of its words (3.0: a word there counts thrice). `default` fields are
    where a word without a field name looks. `facet` and `sort` announce what documents carry under this name,
    `suggest` that it is offered to those who type: of a facet, values by the words of their labels. `names`
    says that a TEXT field holds names of people, journals or places, which are found in another script, in
    another spelling, and (where they are in no language, `mis`) by their initials.
    """

    name: str
    kind: Kind
    weight: float = 1.0
    default: bool = True
    facet: bool = False
    sort: bool = False
    suggest: bool = False
    names: bool = False

    @property
    def numeric(self) -> bool:
        """Whether documents hold integers under this name."""
        return self.kind in (Kind.NUMBER, Kind.DATE)


Fields = tuple[Field, ...]


def text_fields(fields: Fields) -> Fields:
    """Those that hold words."""
    return tuple(field for field in fields if field.kind is Kind.TEXT)


@dataclass(frozen=True, slots=True)
class LanguageText:
    """A passage in one language: a BCP 47 tag, or "und" when it is to be guessed from script and letters."""

    language: str
    text: str


NONE_STATED = "-"
"""The key of a facet for documents that state no value of it: to have it in common says nothing."""


BETWEEN_FORMS = " / "
"""What parts the forms of a label, in several languages or scripts."""


@dataclass(frozen=True, slots=True, order=True)
class FacetValue:
    """A facet value: the `key` that filters carry and the `label` as printed, in one form or several."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Document:
    """What an engine is to know about one entity, by field name.

    `stored` is given back with a hit, unread; `fingerprint` changes whenever anything else here does.
    """

    id: str
    texts: Mapping[str, tuple[LanguageText, ...]] = dataclass_field(default_factory=dict)
    terms: Mapping[str, tuple[str, ...]] = dataclass_field(default_factory=dict)
    numbers: Mapping[str, tuple[int, ...]] = dataclass_field(default_factory=dict)
    facets: Mapping[str, tuple[FacetValue, ...]] = dataclass_field(default_factory=dict)
    sorts: Mapping[str, str | int] = dataclass_field(default_factory=dict)
    stored: str = ""
    fingerprint: str = ""
