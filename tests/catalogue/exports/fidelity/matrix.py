"""Every reader over every collection: what it was given, and what it lost of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from catalogue.exports import Options, by_suffix
from catalogue.library import read_library
from catalogue.model import Record
from catalogue.scan import scan
from tests.catalogue.exports.fidelity.difficult import DIFFICULT
from tests.catalogue.exports.fidelity.facts import Facts, Passage, expected
from tests.catalogue.exports.fidelity.losses import Loss, losses_of
from tests.catalogue.exports.fidelity.programs import ROOT
from tests.catalogue.exports.fidelity.readers import Reader
from tests.catalogue.exports.samples import real_records
from tests.corpora import CORPORA
from tests.library_records import library_records

FIELDS = ("title", "authors", "year")

OWN = "own"
"""The invented records, the fabricated library and the project's own data."""
BENCH = "bench_1k"
"""A thousand real papers."""


@dataclass(frozen=True)
class Outcome:
    """`lost` pairs a key with the name of a fact that came back otherwise."""

    given: int
    found: int
    lost: frozenset[tuple[str, str]]

    def count(self, field: str) -> int:
        """How many records lost this fact."""
        return sum(name == field for _, name in self.lost)


Report = dict[tuple[Reader, str], Outcome]
"""Outcomes by their reader and collection."""


@cache
def collection(name: str) -> tuple[Record, ...]:
    """The records of a collection, each key once."""
    if name == BENCH:
        return real_records(CORPORA / "bench_1k.bib")
    published = read_library(scan(ROOT / "data")).records.values()
    return tuple({own.key: own for own in (*published, *library_records(), *DIFFICULT)}.values())


def readable(reader: Reader, name: str) -> list[Record]:
    """The records of a collection that a reader is given: without those at which it gives up the whole
    file, and of a large collection no more than it reads in short time."""
    fatal = [loss for loss in losses_of(reader) if loss.field == "file"]
    sample = collection(name)[:: reader.every if name == BENCH else 1]
    return [record for record in sample if not any(loss.when(record) for loss in fatal)]


def read(reader: Reader, records: Sequence[Record]) -> Sequence[Facts | Passage]:
    """What a reader says of an export of these records."""
    with TemporaryDirectory() as folder:
        return reader.read(exported(reader.suffix, reader.flavour, tuple(records)), Path(folder))


@lru_cache(maxsize=4)
def exported(suffix: str, flavour: str, records: tuple[Record, ...]) -> str:
    """An export of records, made once for the readers that stand together in the table."""
    own = by_suffix(suffix)
    assert own is not None, f"no format has the suffix {suffix}"
    return "".join(own.write(records, Options(flavour=flavour)))


@cache
def outcome(reader: Reader, name: str) -> Outcome:
    """What a reader makes of a collection."""
    records = readable(reader, name)
    found = read(reader, records)
    return Outcome(
        len(records),
        len(found),
        frozenset(
            (record.key, field)
            for record, facts in zip(records, found, strict=False)
            for field in FIELDS
            if not facts.agrees(field, expected(record))
        ),
    )


def foretold(reader: Reader, name: str) -> frozenset[tuple[str, str]]:
    """What the table of losses says that the reader loses of a collection."""
    losses: list[Loss] = [loss for loss in losses_of(reader) if loss.field != "file"]
    records = readable(reader, name)
    return frozenset((record.key, loss.field) for record in records for loss in losses if loss.when(record))
