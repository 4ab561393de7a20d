"""Dublin Core: what is stated of a record, and its XML by the schema of the Open Archives Initiative."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from lxml import etree

from catalogue.exports import licences
from catalogue.exports.dublin_core import ELEMENTS, statements
from catalogue.exports.oai_dc import OAI_DC, element, write
from catalogue.exports.registry import Options, by_suffix
from catalogue.model import (
    Access,
    AccessStatus,
    Contributor,
    Grant,
    Identifier,
    Issued,
    Link,
    Multilingual,
    Name,
    Record,
    RecordType,
    Role,
    Scheme,
)
from tests.catalogue.exports.hostile import RECORDS
from tests.catalogue.exports.samples import (
    ARTICLE,
    BARE,
    CHAPTER,
    CROWD,
    OPTIONS,
    SCRIPTS,
    THESIS,
    english,
    judged_records,
    real_records,
)
from tests.catalogue.exports.schemas import faults
from tests.corpora import CORPORA, needs_corpora, needs_schemas
from tests.strategies import records

SCHEMA = "oai/oai_dc.xsd"
OAI = "{http://www.openarchives.org/OAI/2.0/oai_dc/}"
SEMANTICS = "info:eu-repo/semantics"


def values(record: Record, name: str, options: Options = OPTIONS) -> list[str]:
    return [own.value for own in statements(record, options) if own.name == name]


def parsed(*own: Record) -> etree._Element:
    return etree.fromstring("".join(write(own, OPTIONS)).encode())


def grants(grant: Grant) -> Options:
    return Options(grants={"steppe": grant})


def test_the_format_is_found_by_its_suffix() -> None:
    assert by_suffix(".dc.xml") is OAI_DC


@needs_schemas
def test_the_schema_allows_every_record() -> None:
    document = parsed(*judged_records())
    assert [fault for own in document for fault in faults(SCHEMA, own)] == []


@needs_schemas
@needs_corpora
def test_the_schema_allows_a_real_bibliography() -> None:
    document = parsed(*real_records(CORPORA / "bench_1k.bib"))
    assert [fault for own in document for fault in faults(SCHEMA, own)] == []


@needs_schemas
@settings(max_examples=40)
@given(records() | RECORDS)
def test_the_schema_allows_any_record(record: Record) -> None:
    assert faults(SCHEMA, parsed(record)) == []


@settings(max_examples=30)
@given(records() | RECORDS)
def test_nothing_is_empty_or_said_twice(record: Record) -> None:
    said = [own for own in statements(record, OPTIONS) if own.name != "creator"]
    assert (all(own.value for own in said), len(set(said))) == (True, len(said))


def test_two_authors_may_share_a_name() -> None:
    author = Contributor(Name("Kim", "C."))
    assert values(replace(BARE, contributors=(author, author)), "creator") == ["Kim, C."] * 2


def test_statements_stand_in_the_order_of_the_elements() -> None:
    names = [own.name for own in statements(ARTICLE, OPTIONS)]
    assert names == sorted(names, key=ELEMENTS.index)


def test_a_single_record_is_a_document() -> None:
    assert parsed(ARTICLE).tag == f"{OAI}dc"


def test_several_records_stand_in_a_collection() -> None:
    document = parsed(ARTICLE, CHAPTER)
    assert (document.tag, [own.tag for own in document]) == (f"{OAI}dcCollection", [f"{OAI}dc"] * 2)


def test_the_xml_says_what_is_stated() -> None:
    made = element(ARTICLE, OPTIONS)
    assert [own.text for own in made] == [own.value for own in statements(ARTICLE, OPTIONS)]


def test_a_text_states_its_language() -> None:
    titles = [own.language for own in statements(ARTICLE, OPTIONS) if own.name == "title"]
    assert titles == ["kk", "en", "ru"]


def test_a_title_has_its_subtitle_in_the_same_language() -> None:
    assert values(ARTICLE, "title") == [
        "Дала өзендері: шолу",
        "Rivers of the steppe: a survey",
        "Реки степи",
    ]


def test_authors_create_and_everybody_else_contributes() -> None:
    assert values(ARTICLE, "creator") == ["Сейтова, Айгүл, Jr", "Bureau of Water"]
    assert values(ARTICLE, "contributor") == ["von Goethe, Johann"]


@pytest.mark.parametrize("role", [Role.CONTAINER_AUTHOR, Role.SHORT_AUTHOR, Role.SHORT_EDITOR])
def test_those_who_did_not_make_the_record_are_left_out(role: Role) -> None:
    record = replace(BARE, contributors=(Contributor(Name("Berg"), role),))
    assert values(record, "creator") + values(record, "contributor") == []


def test_subjects_are_keywords_and_codes() -> None:
    assert values(ARTICLE, "subject") == [
        "өзен",
        "river",
        "H2O",
        "info:eu-repo/classification/udc/556.5",
        "MRNTI 37.27.19",
    ]


@pytest.mark.parametrize(
    ("source", "dates"),
    [
        ("2024-03-07", ["2024-03-07"]),
        ("2019/2020", ["2019/2020"]),
        ("2021-21", ["2021"]),
        ("forthcoming", []),
        ("-0043", []),
    ],
)
def test_dates(source: str, dates: list[str]) -> None:
    assert values(replace(BARE, issued=Issued.parse(source)), "date") == dates


def test_the_end_of_an_embargo_is_a_date() -> None:
    assert values(ARTICLE, "date") == ["2024-03-07", "info:eu-repo/date/embargoEnd/2027-01-31"]


@pytest.mark.parametrize(
    ("record", "types"),
    [
        (ARTICLE, [f"{SEMANTICS}/article", "Text"]),
        (THESIS, [f"{SEMANTICS}/doctoralThesis", "Text", "PhD thesis"]),
        (replace(THESIS, genre=""), [f"{SEMANTICS}/other", "Text", "thesis"]),
        (replace(BARE, type=RecordType.VIDEO), [f"{SEMANTICS}/other", "MovingImage", "video"]),
    ],
)
def test_types(record: Record, types: list[str]) -> None:
    assert values(record, "type") == types


def test_a_record_without_a_page_is_known_by_its_key() -> None:
    assert values(BARE, "identifier", Options()) == ["bare"]


def test_identifiers_are_addresses_and_urns() -> None:
    record = replace(
        BARE,
        identifiers=(Identifier(Scheme.DOI, "10.1000/abc"), Identifier(Scheme.ISBN, "9783161484100")),
        links=(Link("https://doi.org/10.1000/abc"),),
    )
    assert values(record, "identifier") == [
        "https://example.org/publications/bare",
        "https://doi.org/10.1000/abc",
        "urn:ISBN:9783161484100",
    ]


def test_an_article_is_found_in_its_journal() -> None:
    assert values(ARTICLE, "source") == ["Өзен журналы 12(3), 101–119", "urn:ISSN:1234-5679"]


def test_a_chapter_tells_its_book_series_and_event() -> None:
    assert values(CHAPTER, "source") == ["A book: in two volumes, 12, 15–17", "urn:ISBN:9783161484100"]
    assert values(CHAPTER, "relation") == ["Studies of Water", "Water Days"]


@pytest.mark.parametrize(
    ("grant", "relations"),
    [
        (
            Grant(funder="European Union", programme="Horizon Europe", number="101/5"),
            ["info:eu-repo/grantAgreement/EC/HE/101%2F5"],
        ),
        (
            Grant(funder="European commission", programme="Erasmus+", number="7"),
            ["info:eu-repo/grantAgreement/EC/Erasmus+/7"],
        ),
        (Grant(funder="Water Fund", number="AP-7"), ["Water Fund AP-7"]),
        (Grant(funder="European Union", url="https://example.org/rost"), ["https://example.org/rost"]),
        (Grant(english("Rivers"), funder="European Union"), []),
    ],
)
def test_grants(grant: Grant, relations: list[str]) -> None:
    assert values(ARTICLE, "relation", grants(grant)) == relations


@pytest.mark.parametrize(
    ("status", "term"),
    [
        (AccessStatus.OPEN, "openAccess"),
        (AccessStatus.EMBARGOED, "embargoedAccess"),
        (AccessStatus.RESTRICTED, "restrictedAccess"),
        (AccessStatus.METADATA_ONLY, "closedAccess"),
    ],
)
def test_access(status: AccessStatus, term: str) -> None:
    assert values(replace(BARE, access=Access(status)), "rights") == [f"{SEMANTICS}/{term}"]


@pytest.mark.parametrize(
    ("expression", "rights"),
    [
        ("CC-BY-NC-ND-3.0", "https://creativecommons.org/licenses/by-nc-nd/3.0/"),
        ("CC-BY-SA-3.0-DE", "https://creativecommons.org/licenses/by-sa/3.0/de/"),
        ("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("MIT", "https://spdx.org/licenses/MIT.html"),
        ("MIT OR Apache-2.0", "MIT OR Apache-2.0"),
        ("LicenseRef-house", "LicenseRef-house"),
    ],
)
def test_licences(expression: str, rights: str) -> None:
    assert values(replace(BARE, license=expression), "rights") == [rights]


def test_only_a_licence_that_can_be_read_has_an_address() -> None:
    assert licences.address("LicenseRef-house") == ""


def test_every_script_survives() -> None:
    titles = [own.text for own in parsed(SCRIPTS) if own.tag.endswith("}title")]
    assert titles == [text.plain for _, text in SCRIPTS.title]


def test_five_hundred_authors_survive() -> None:
    assert len(values(CROWD, "creator")) == len(CROWD.contributors)


def test_a_publisher_stands_in_the_language_that_is_asked_for() -> None:
    record = replace(ARTICLE, publisher=Multilingual.of({"kk": "Дала", "ru": "Степь"}))
    assert values(record, "publisher", Options(asked="ru")) == ["Степь"]
