"""DataCite JSON: its shape for one record and for several, and what Zotero asks of it."""

import json
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.exports.datacite_json import DATACITE_JSON, write
from catalogue.exports.registry import Options, by_suffix
from catalogue.model import Multilingual, Record, RecordType
from tests.catalogue.exports.samples import judged_records
from tests.strategies import records

BARE = Record("bare", RecordType.THESIS, Multilingual.of("Реки"))
MANDATORY = {"creators", "titles", "publisher", "publicationYear", "types", "schemaVersion"}


def read(*own: Record) -> object:
    return json.loads("".join(write(own, Options())))


def test_the_format_is_found_by_its_suffix() -> None:
    assert by_suffix(".datacite.json") is DATACITE_JSON


def test_one_record_is_an_object_as_datacite_serves_it() -> None:
    one = read(BARE)
    assert isinstance(one, dict)
    assert one.keys() >= MANDATORY


@pytest.mark.parametrize("count", [0, 2, 3])
def test_several_are_an_array(count: int) -> None:
    several = read(*[BARE] * count)
    assert isinstance(several, list)
    assert len(several) == count


def test_zotero_finds_its_kernel_and_the_type_of_csl() -> None:
    one = read(BARE)
    assert isinstance(one, dict)
    assert (one["schemaVersion"], one["types"]["citeproc"]) == (
        "http://datacite.org/schema/kernel-4",
        "thesis",
    )


def test_letters_stay_letters() -> None:
    assert "Реки" in "".join(write([BARE], Options()))


def test_every_record_can_be_sent() -> None:
    sent = "".join(write(judged_records(), Options())).encode()
    assert len(json.loads(sent)) == len(judged_records())


def test_records_are_written_one_by_one() -> None:
    def endless() -> Iterator[Record]:
        while True:
            yield BARE

    chunks = write(endless(), Options())
    assert next(chunks).startswith("[\n{")


@settings(max_examples=25)
@given(st.lists(records(), max_size=3))
def test_any_records_are_json(own: list[Record]) -> None:
    found = read(*own)
    items = found if isinstance(found, list) else [found]
    assert [item["titles"][0]["title"] for item in items] == [
        " ".join((record.title.best((record.language,)) or ("", record.title))[1].plain.split())
        for record in own
    ]
