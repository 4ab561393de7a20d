"""The full form of BibTeX gives the record back."""

import pytest
from hypothesis import given, settings

from catalogue.exports import BIBLATEX, BIBTEX, Options
from catalogue.model import Record
from tests.catalogue.exports.samples import real_records
from tests.corpora import CORPORA, needs_corpora
from tests.library_records import library_records, records_of
from tests.strategies import records

FULL = Options(flavour="full")


def again(record: Record) -> Record:
    """The record that reading its full form gives."""
    (read,) = records_of("".join(BIBLATEX.write([record], FULL)))
    return read


@given(records())
@settings(max_examples=100)
def test_reading_the_full_form_gives_the_record(record: Record) -> None:
    assert again(record) == record


def test_the_full_form_of_both_formats_is_the_same() -> None:
    library = library_records()

    assert list(BIBTEX.write(library, FULL)) == list(BIBLATEX.write(library, FULL))


def test_every_record_of_the_library_survives() -> None:
    library = library_records()

    assert [again(record) for record in library] == library


@needs_corpora
@pytest.mark.parametrize("name", ["bench_1k.bib", "russian_digest.bib"])
def test_every_record_of_a_real_bibliography_survives(name: str) -> None:
    found = real_records(CORPORA / name)

    assert records_of("".join(BIBLATEX.write(found, FULL))) == list(found)
