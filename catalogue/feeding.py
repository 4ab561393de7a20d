"""Records as analysed documents, in portions that processes share, in the order of the library.

The order lets a large build go through each file once, however many records it has.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from catalogue.documents import FIELDS, document
from catalogue.model import PartialDate
from catalogue.model.codec import decode
from catalogue.past import Published
from catalogue.site import Project
from catalogue.workers import Workers
from index import AnalysedDocument, Analyser, Document

_PORTION = 1000
"""Records that share a vocabulary, and go from one process to another at a time."""

_BYTES = 1500
"""How large a record is, about."""


class Source(NamedTuple):
    """What a document is made of: the JSON of its record, the day it was added, and the fingerprint."""

    stored: str
    added: str
    fingerprint: str


def feed(
    ids: Collection[str],
    published: Published,
    fingerprints: Mapping[str, str],
    projects: Mapping[str, Project],
    workers: Workers,
    progress: Callable[[int, int], None],
) -> Iterator[AnalysedDocument]:
    """The documents of some of what is published."""
    wanted, records, done = frozenset(ids), published.records, 0
    keys = (key for key in records if key in wanted)
    sources = (Source(records.stored(key), published.added[key], fingerprints[key]) for key in keys)
    portions = iter(lambda: tuple(islice(sources, _PORTION)), ())
    tasks = ((portion, projects) for portion in portions)
    for made in workers.map(analysed, tasks, len(wanted) * _BYTES):
        for own in made:
            yield own
            done += 1
            progress(done, len(wanted))


def analysed(sources: tuple[Source, ...], projects: Mapping[str, Project]) -> list[AnalysedDocument]:
    """A portion of documents."""
    analyser = Analyser(FIELDS)
    return [analyser.analyse(_document(own, projects)) for own in sources]


def _document(source: Source, projects: Mapping[str, Project]) -> Document:
    record = replace(decode(source.stored), added=PartialDate.parse(source.added))
    return document(record, projects, source.fingerprint)
