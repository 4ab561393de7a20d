"""Records on a shelf: an engine in memory that holds them, for as long as a test asks it."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from catalogue.documents import FIELDS, document
from catalogue.model import Record
from index import Snapshot, analyse, open_engine


@contextmanager
def shelved(records: Iterable[Record]) -> Iterator[Snapshot]:
    """The records of no project, as a snapshot to search in."""
    engine = open_engine("memory:", FIELDS)
    engine.update([analyse(document(each), FIELDS) for each in records], ())
    with engine.snapshot() as newest:
        yield newest
    engine.close()
