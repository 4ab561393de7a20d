"""Records of BibTeX text, by way of the real reader, resolver, mapping and schema."""

from pathlib import Path

from catalogue.model import Problem, Record
from catalogue.resolve import resolve
from catalogue.schema import load
from catalogue.sources.bibtex import read
from catalogue.sources.bibtex_record import to_data

LIBRARY = Path(__file__).resolve().parent / "library"


def records_and_problems(source: str | bytes, path: str = "test.bib") -> tuple[list[Record], list[Problem]]:
    """Every record of a file, and everything said about it."""
    resolved = resolve(read(source.encode() if isinstance(source, str) else source, path))
    problems = list(resolved.problems)
    records = []
    for entry in resolved.entries:
        record, found = load(to_data(entry), entry)
        problems += found
        if record:
            records.append(record)
    return records, problems


def records_of(source: str | bytes, path: str = "test.bib") -> list[Record]:
    """Every record of a file."""
    return records_and_problems(source, path)[0]


def library_records() -> list[Record]:
    """Every record of the fabricated library."""
    return [
        record
        for path in sorted(LIBRARY.rglob("*.bib"))
        for record in records_of(path.read_bytes(), path.relative_to(LIBRARY).as_posix())
    ]
