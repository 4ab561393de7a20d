"""biber finds nothing to warn about in what is exported."""

from importlib.resources import files
from pathlib import Path

import pytest

from catalogue.exports import BIBLATEX, Options, biblatex_model
from catalogue.exports.bibtex_house import dbx
from catalogue.model import RecordType
from tests.catalogue.exports.biber import fields_of, needs_biber, warnings
from tests.catalogue.exports.samples import real_records
from tests.corpora import CORPORA, needs_corpora
from tests.library_records import LIBRARY, library_records, records_of

FULL = Options(flavour="full")


def once_each_key(records: list) -> list:
    return list({record.key: record for record in records}.values())


def test_the_shipped_data_model_is_that_of_the_code() -> None:
    assert files("catalogue.exports").joinpath("catalogue.dbx").read_text(encoding="utf-8") == dbx()


@needs_biber
def test_the_portable_form_keeps_to_the_standard_model(tmp_path: Path) -> None:
    source = "".join(BIBLATEX.write(once_each_key(library_records()), Options()))

    assert warnings(source, tmp_path) == []


@needs_biber
@needs_corpora
def test_a_real_bibliography_keeps_to_the_standard_model(tmp_path: Path) -> None:
    records = real_records(CORPORA / "bench_1k.bib")[::5]  # biber is slow.

    assert warnings("".join(BIBLATEX.write(records, Options())), tmp_path) == []


@needs_biber
def test_the_full_form_keeps_to_the_house_model(tmp_path: Path) -> None:
    source = "".join(BIBLATEX.write(once_each_key(library_records()), FULL))

    found = warnings(source, tmp_path, datamodel=dbx())

    assert [line for line in found if "Missing mandatory field" not in line] == []


@needs_biber
def test_without_the_house_model_biber_warns_of_the_full_form(tmp_path: Path) -> None:
    records = records_of((LIBRARY / "house.bib").read_bytes())

    assert warnings("".join(BIBLATEX.write(records, FULL)), tmp_path)


@needs_biber
@pytest.mark.parametrize("kind", sorted({biblatex_model.standard_type(own) for own in RecordType}))
def test_the_table_of_fields_is_that_of_biber(kind: str) -> None:
    everything = set().union(*(fields_of(own.value) for own in RecordType))
    taken = {field for field in everything if biblatex_model.takes(kind, field)}

    assert taken - fields_of(kind) == set()
