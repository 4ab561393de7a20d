"""Records as analysed documents, in portions that processes share, in the order of the library.

The order lets a large build go through each file once, however many records it has.
"""

from array import array
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import Any, NamedTuple

from catalogue.documents import FIELDS, document
from catalogue.model import PartialDate
from catalogue.model.codec import decode
from catalogue.past import Published
from catalogue.site import NO_AUTHORITIES, Authorities
from catalogue.workers import Workers
from index import AnalysedDocument, Analyser, Document, FacetValue
from index.analysis import Passage, Vocabulary

_PORTION = 1000
"""Records that share a vocabulary, and go from one process to another at a time."""

_BYTES = 1500
"""How large a record is, about."""
_REST = ("id", "length", "keywords", "numbers", "sorts", "stored", "fingerprint")


class Parcel(NamedTuple):
    """An analysed document in the plain values that go from one process to another at least cost: an array or
    a dataclass costs more to pickle than its document took to make."""

    vocabulary: Vocabulary
    passages: tuple[tuple[str, int, bytes], ...]
    facets: dict[str, tuple[tuple[str, str], ...]]
    rest: dict[str, Any]


class Source(NamedTuple):
    """What a document is made of: the JSON of its record, the day it was added, and the fingerprint."""

    stored: str
    added: str
    fingerprint: str


def feed(
    ids: Collection[str],
    published: Published,
    fingerprints: Mapping[str, str],
    authorities: Authorities,
    workers: Workers,
    progress: Callable[[int, int], None],
) -> Iterator[AnalysedDocument]:
    """The documents of some of what is published."""
    wanted, records, done = frozenset(ids), published.records, 0
    keys = (key for key in records if key in wanted)
    sources = (Source(records.stored(key), published.added[key], fingerprints[key]) for key in keys)
    portions = iter(lambda: tuple(islice(sources, _PORTION)), ())
    tasks = ((portion, authorities) for portion in portions)
    for parcels in workers.map(analysed, tasks, len(wanted) * _BYTES):
        for parcel in parcels:
            yield _unpacked(parcel)
            done += 1
            progress(done, len(wanted))


def analysed(sources: tuple[Source, ...], authorities: Authorities = NO_AUTHORITIES) -> list[Parcel]:
    """A portion of documents."""
    analyser = Analyser(FIELDS)
    return [_packed(analyser.analyse(_document(own, authorities))) for own in sources]


def _document(source: Source, authorities: Authorities) -> Document:
    record = replace(decode(source.stored), added=PartialDate.parse(source.added))
    return document(record, authorities, source.fingerprint)


def _packed(made: AnalysedDocument) -> Parcel:
    return Parcel(
        made.vocabulary,
        tuple((own.field, own.start, own.numbers.tobytes()) for own in made.passages),
        {name: tuple((own.key, own.label) for own in values) for name, values in made.facets.items()},
        {name: getattr(made, name) for name in _REST},
    )


def _unpacked(parcel: Parcel) -> AnalysedDocument:
    return AnalysedDocument(
        vocabulary=parcel.vocabulary,
        passages=tuple(
            Passage(field, start, array("i", numbers)) for field, start, numbers in parcel.passages
        ),
        facets={
            name: tuple(FacetValue(key, label) for key, label in values)
            for name, values in parcel.facets.items()
        },
        **parcel.rest,
    )
