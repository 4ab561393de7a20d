"""DataCite XML, judged by the schema of kernel 4.6."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from lxml import etree

from catalogue.exports.datacite import resource
from catalogue.exports.datacite_xml import DATACITE_XML, element, write
from catalogue.exports.registry import Options, by_suffix
from catalogue.model import Grant, Identifier, Multilingual, Record, RecordType, Scheme
from tests.catalogue.exports.hostile import RECORDS
from tests.catalogue.exports.samples import CROWD, judged_records, real_records
from tests.catalogue.exports.schemas import faults
from tests.corpora import CORPORA, needs_corpora, needs_schemas
from tests.strategies import records

SCHEMA = "dc4/metadata.xsd"
NAMESPACES = {"d": "http://datacite.org/schema/kernel-4"}
OPTIONS = Options(
    base_url="https://example.org",
    grants={
        "gim": Grant(Multilingual.of({"en": "Work & roads"}), "GIM", "1 2", "EU", "E+", "https://e.org/ä b"),
        "b-2": Grant(),
    },
)
PLAIN = Record("plain", RecordType.ARTICLE, Multilingual.of({"ru": "Реки"}), languages=("ru",))


def parsed(*own: Record) -> etree._Element:
    return etree.fromstring("".join(write(own, OPTIONS)).encode())


def values(document: etree._Element, path: str) -> list[str]:
    return [str(found) for found in document.xpath(path, namespaces=NAMESPACES)]


def test_the_format_is_found_by_its_suffix() -> None:
    assert by_suffix(".datacite.xml") is DATACITE_XML


def test_one_record_is_a_document_of_its_own() -> None:
    assert parsed(PLAIN).tag == "{http://datacite.org/schema/kernel-4}resource"


@pytest.mark.parametrize("count", [0, 2, 3])
def test_several_stand_in_a_root_of_ours(count: int) -> None:
    root = parsed(*[PLAIN] * count)
    assert (root.tag, len(root)) == ("resources", count)


def test_a_doi_that_is_not_there_is_unavailable() -> None:
    assert values(parsed(PLAIN), "d:identifier/text()") == [":unav"]


def test_a_doi_identifies() -> None:
    record = replace(PLAIN, identifiers=(Identifier(Scheme.DOI, "10.1000/a<b"),))
    assert values(parsed(record), "d:identifier[@identifierType='DOI']/text()") == ["10.1000/a<b"]


def test_texts_have_their_language() -> None:
    assert values(parsed(PLAIN), "d:titles/d:title[@xml:lang='ru']/text()") == ["Реки"]


def test_five_hundred_authors_are_all_there() -> None:
    assert len(values(parsed(CROWD), "d:creators/d:creator/d:creatorName/text()")) == 500


@needs_schemas
def test_invented_and_published_records_are_valid() -> None:
    assert [found for own in judged_records() for found in faults(SCHEMA, element(own, OPTIONS))] == []


@needs_schemas
@needs_corpora
def test_real_records_are_valid() -> None:
    real = real_records(CORPORA / "bench_1k.bib")
    assert [found for own in real for found in faults(SCHEMA, element(own, OPTIONS))] == []


@needs_schemas
@settings(max_examples=60)
@given(records())
def test_any_record_is_valid(record: Record) -> None:
    assert faults(SCHEMA, element(record, OPTIONS)) == []


@needs_schemas
@settings(max_examples=100)
@given(RECORDS)
def test_no_value_makes_it_invalid(record: Record) -> None:
    # A record's language is a tag by its schema, so that only values are hostile here.
    assert faults(SCHEMA, element(replace(record, languages=("en",)), OPTIONS)) == []


@settings(max_examples=30)
@given(records())
def test_xml_says_what_json_says(record: Record) -> None:
    stated = {text for text in _strings(resource(record, OPTIONS)) if not text.startswith("http")}
    written = {str(text) for text in element(record, OPTIONS).xpath("//text() | //@*")}
    assert stated <= written


def _strings(value: object) -> set[str]:
    if isinstance(value, dict):
        return {text for inner in value.values() for text in _strings(inner)}
    if isinstance(value, list):
        return {text for inner in value for text in _strings(inner)}
    return {f"{value:04d}" if isinstance(value, int) else str(value)}
