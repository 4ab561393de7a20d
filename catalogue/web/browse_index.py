"""Indexes of values: whole where they are short, else by letters, in the order of the reader's alphabet.

Up to `MOST_READ` values are read and put in order at once. Of more, a letter stands for the beginnings of
their keys, which engines keep in order, and of one with too many the next letters are offered. So a page of
an index of any size asks for no more values than that, and for one of each letter.
"""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter

from catalogue.collation import ALPHABET, sort_key
from catalogue.documents import MISSING
from catalogue.facet_values import author_of_name
from catalogue.model import primary_language
from catalogue.web.filters import value_of
from catalogue.web.generation import generation
from catalogue.web.pager import pages_of
from catalogue.web.texts import facet_label
from index import FacetCount, IndexError_, Query, Snapshot
from index.languages import script_of
from index.tokens import fold

MOST_READ = 5000
"""Values that are all read and named, to be put in order or searched."""
WHOLE = 500
"""Values that stand on one page, under their letters; as many stand on each page of a letter."""
MOST_FREQUENT = 100
"""Values that are shown where they are too many for a page, or are wanted by their number."""
NAMES = "name"
"""The field with each form of each name, so that people are found under the letters of all scripts."""

_DIGITS = "0–9"
_SIGNS = "…"
_LAST = "\U0010ffff"
_MOST_LETTERS = 1000
_UNLETTERED = frozenset({"year", "type", "language"})
"""Facets of few values."""


@dataclass(frozen=True, slots=True)
class Section:
    """Values under a letter, or under none ("")."""

    letter: str
    values: tuple[FacetCount, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """A page of an index.

    `letters` are there to choose among, `letter` is the one that was chosen ("": none), or a beginning of
    several letters, of which `top` is the first; `longer` are those to choose instead where too many values
    begin so. `is_whole` tells that all values are here, `is_long` that no page has them all, `by_count` that
    these are the most frequent.
    """

    sections: tuple[Section, ...]
    letters: tuple[str, ...] = ()
    letter: str = ""
    top: str = ""
    longer: tuple[str, ...] = ()
    page: int = 1
    pages: int = 1
    is_whole: bool = False
    is_long: bool = False
    by_count: bool = False

    @property
    def scripts(self) -> tuple[tuple[str, ...], ...]:
        """The letters parted by their scripts, in their order; digits and signs stand with the first.

        >>> Index((), ("0–9", "Е", "Ж", "E", "Z")).scripts
        (('0–9', 'Е', 'Ж'), ('E', 'Z'))
        """
        parted = [tuple(own) for _, own in groupby(self.letters, lambda own: script_of(own.casefold()))]
        if len(parted) > 1 and not parted[0][0].isalpha():
            parted[:2] = [parted[0] + parted[1]]
        return tuple(parted)


def holds(facet: str) -> bool:
    """Whether any publication of this request's generation states a value of a facet; none where nothing has
    been indexed."""
    try:
        found = generation().snapshot.values(facet, limit=2)
    except IndexError_:
        return False
    return any(each.key != MISSING for each in found)


def index_of(
    snapshot: Snapshot, facet: str, language: str, *, letter: str = "", page: int = 1, by_count: bool = False
) -> Index | None:
    """A page of the index of a facet for readers of a language; None where there is no such page."""
    index = _index_of(snapshot, facet, language, letter, page, by_count)
    return index if index and page <= index.pages else None


def _index_of(
    snapshot: Snapshot, facet: str, language: str, letter: str, page: int, by_count: bool
) -> Index | None:
    """The same, and the only page where there are no others."""
    if len(letter) == 1:
        # That of another alphabet, or a small one: who changes the language stays at it.
        letter = initial(letter, language)
    read = _read(snapshot, facet, "")
    if facet in _UNLETTERED:
        if letter:
            return None
        return Index((Section("", _unlettered(facet, read or (), language)),), is_whole=True)
    if read is None:
        return _long_index(snapshot, facet, language, letter, page)
    ordered = _ordered(read, language)
    by_letter: dict[str, list[FacetCount]] = {}
    for value in ordered:
        by_letter.setdefault(initial(value.label, language), []).append(value)
    letters, is_long = tuple(by_letter), len(ordered) > WHOLE
    if letter:
        return _of_letter(
            Index((), letters, letter, top=letter, is_long=is_long), by_letter.get(letter, ()), page
        )
    if by_count or is_long:
        return Index(_most_frequent(snapshot, facet), letters, is_long=is_long, by_count=True)
    sections = (Section(own, tuple(values)) for own, values in by_letter.items())
    return Index(tuple(sections), letters, is_whole=True)


def initial(text: str, language: str) -> str:
    """The letter that readers of a language look a text up by.

    >>> [initial(text, "ru") for text in ("Ёлкин", "élan", "«Әлем»", "3D", "?")]
    ['Е', 'E', 'Ә', '0–9', '…']
    """
    plain = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).casefold())
    first = next((letter for letter in plain if letter.isalnum()), "")
    if not first:
        return _SIGNS
    if first.isdecimal():
        return _DIGITS
    is_own = first in ALPHABET and (first != "ё" or primary_language(language) == "kk")
    return (first if is_own else fold(first)[:1] or first).upper()


def _long_index(snapshot: Snapshot, facet: str, language: str, letter: str, page: int) -> Index | None:
    """A page of an index that nobody reads as a whole."""
    begins: dict[str, list[str]] = {}
    for beginning in _beginnings(snapshot, facet, ""):
        begins.setdefault(initial(beginning, language), []).append(beginning)
    index = Index((), tuple(sorted(begins, key=sort_key(language))), is_long=True)
    if not letter:
        return replace(index, sections=_most_frequent(snapshot, facet), by_count=True)
    index = replace(index, letter=letter, top=letter if letter in begins else initial(letter, language))
    wanted = begins.get(letter) or [letter.casefold()]
    read = [_read(snapshot, facet, beginning) for beginning in wanted]
    whole = [value for values in read if values is not None for value in values]
    if None not in read and len(whole) <= MOST_READ:
        return _of_letter(index, _ordered(whole, language), page)
    found = [own for begin in wanted for own in _beginnings(snapshot, facet, begin)]
    longer = sorted((own.capitalize() for own in found if own not in wanted), key=sort_key(language))
    # A key that goes on no further has no longer beginning.
    ended = tuple(_shown(facet, value_of(snapshot, facet, own)) for own in found if own in wanted)
    return replace(index, longer=tuple(dict.fromkeys(longer)), sections=(Section(letter, ended),))


def _of_letter(index: Index, values: Sequence[FacetCount], page: int) -> Index | None:
    pages = pages_of(len(values), WHOLE)
    if not values or page > pages:
        return None
    section = Section(index.letter, tuple(values[(page - 1) * WHOLE : page * WHOLE]))
    return replace(index, sections=(section,), page=page, pages=pages)


def _read(snapshot: Snapshot, facet: str, prefix: str) -> tuple[FacetCount, ...] | None:
    """The values whose keys begin so, named as a page does; None where they are more than `MOST_READ`."""
    found = snapshot.values(_source(facet), prefix=prefix, limit=MOST_READ + 1)
    if len(found) > MOST_READ:
        return None
    return tuple(_shown(facet, each) for each in found)


def _shown(facet: str, value: FacetCount) -> FacetCount:
    """A value with what a page calls it; a form of a name stands for the author whose it is."""
    if facet == "author":
        return replace(value, key=author_of_name(value.key))
    return replace(value, label=facet_label(facet, value))


def _source(facet: str) -> str:
    return NAMES if facet == "author" else facet


def in_order(
    values: Iterable[FacetCount], language: str, name: Callable[[FacetCount], str]
) -> list[FacetCount]:
    """Values by what a page calls them, in the alphabet of a language; last what states none."""
    order = sort_key(language)
    return sorted(values, key=lambda each: (each.key == MISSING, order(name(each)), each.key))


def _ordered(values: Iterable[FacetCount], language: str) -> list[FacetCount]:
    return in_order((each for each in values if each.key != MISSING), language, attrgetter("label"))


def _unlettered(facet: str, values: Iterable[FacetCount], language: str) -> tuple[FacetCount, ...]:
    """Few values: years from the last to the first, others by name, and last what states none."""
    missing = [each for each in values if each.key == MISSING]
    ordered = _ordered(values, language)
    if facet == "year":
        ordered.sort(key=lambda each: -int(each.key))
    return (*ordered, *missing)


def _most_frequent(snapshot: Snapshot, facet: str) -> tuple[Section, ...]:
    found = snapshot.search(Query(facets=(facet,), facet_limit=MOST_FREQUENT, limit=0)).facets[facet]
    shown = (replace(each, label=facet_label(facet, each)) for each in found if each.key != MISSING)
    return (Section("", tuple(shown)),)


def _beginnings(snapshot: Snapshot, facet: str, prefix: str) -> list[str]:
    """What keys begin with that begin so, a letter longer; the whole of a key that goes on no further."""
    found: list[str] = []
    after = None
    while len(found) < _MOST_LETTERS:
        values = snapshot.values(_source(facet), prefix=prefix, after=after, limit=1)
        if not values:
            break
        beginning = values[0].key[: len(prefix) + 1]
        if beginning != MISSING:
            found.append(beginning)
        after = beginning + _LAST if len(beginning) > len(prefix) else beginning
    return found
