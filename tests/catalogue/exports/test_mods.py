"""MODS: valid by its schema, its contents by its user guidelines, and as bibutils reads them."""

from dataclasses import replace

import pytest
from babel.core import get_global
from hypothesis import given, settings
from lxml import etree

from catalogue.exports import iso639
from catalogue.exports.mods import MODS, write
from catalogue.exports.mods_terms import ROLES
from catalogue.exports.registry import Options, by_suffix
from catalogue.model import (
    Contributor,
    Event,
    Identifier,
    Issued,
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

SCHEMA = "mods/mods-3-8.xsd"
NAMESPACES = {"m": "http://www.loc.gov/mods/v3", "xlink": "http://www.w3.org/1999/xlink"}


def parsed(*own: Record, options: Options = OPTIONS) -> etree._Element:
    return etree.fromstring("".join(write(own, options)).encode())


def found(record: Record, path: str, options: Options = OPTIONS) -> list[str]:
    """The texts or attributes that a path leads to from the description of a record."""
    (description,) = parsed(record, options=options)
    hits = description.xpath(path, namespaces=NAMESPACES)
    return ["".join(hit.itertext()) if isinstance(hit, etree._Element) else str(hit) for hit in hits]


def test_the_format_is_found_by_its_suffix() -> None:
    assert by_suffix(".mods.xml") is MODS


def test_every_record_is_there() -> None:
    judged = judged_records()
    document = parsed(*judged)
    assert len(document) == len(judged)


@needs_schemas
def test_the_schema_allows_every_record() -> None:
    assert faults(SCHEMA, parsed(*judged_records())) == []


@needs_schemas
@needs_corpora
@pytest.mark.parametrize("name", ["bench_1k.bib", "russian_digest.bib"])
def test_the_schema_allows_real_bibliographies(name: str) -> None:
    assert faults(SCHEMA, parsed(*real_records(CORPORA / name))) == []


@needs_schemas
@settings(max_examples=60)
@given(records() | RECORDS)
def test_the_schema_allows_any_record(record: Record) -> None:
    assert faults(SCHEMA, parsed(record)) == []


def test_the_title_stands_in_every_language() -> None:
    assert found(ARTICLE, "m:titleInfo/@xml:lang") == ["kk", "en", "ru"]


def test_titles_after_the_first_are_translations() -> None:
    assert found(ARTICLE, "m:titleInfo[@type='translated']/m:title") == ["Rivers of the steppe", "Реки степи"]


def test_a_language_is_also_known_by_its_code_of_iso_639_2() -> None:
    assert found(ARTICLE, "m:titleInfo/@lang") == ["kaz", "eng", "rus"]


def test_a_text_of_an_unknown_language_states_none() -> None:
    assert found(BARE, "m:titleInfo/@lang | m:titleInfo/@xml:lang") == []


def test_a_person_has_parts_of_a_name_and_an_identifier() -> None:
    author = "m:name[1][@type='personal']"
    assert found(ARTICLE, f"{author}/m:namePart/@type") == ["family", "given", "termsOfAddress"]
    assert found(ARTICLE, f"{author}/m:nameIdentifier[@type='orcid']") == [
        "https://orcid.org/0000-0002-1825-0097"
    ]


def test_further_forms_of_a_name_state_their_language() -> None:
    alternative = "m:name/m:alternativeName[@lang='eng']/m:namePart"
    assert found(ARTICLE, alternative) == ["Seitova", "Aigul"]


def test_an_organisation_is_corporate() -> None:
    assert found(ARTICLE, "m:name[@type='corporate']/m:namePart") == ["Bureau of Water"]


def test_the_prefix_belongs_to_the_family_name() -> None:
    assert found(ARTICLE, "m:name[m:role/m:roleTerm='trl']/m:namePart") == ["von Goethe", "Johann"]


def test_an_affiliation_is_known_by_its_ror_id() -> None:
    assert found(ARTICLE, "m:name/m:affiliation/@valueURI") == ["https://ror.org/05dxps055"]


def test_and_others_names_nobody() -> None:
    assert found(ARTICLE, "m:name[m:etal]/m:role/m:roleTerm[@type='code']") == ["aut"]


@pytest.mark.parametrize("role", ROLES)
def test_everybody_is_there_in_every_role(role: Role) -> None:
    record = replace(BARE, contributors=(Contributor(Name("Berg"), role),))
    assert found(record, "m:name[m:role]/m:namePart") == ["Berg"]


def test_the_editors_of_a_chapter_are_those_of_its_book() -> None:
    host = "m:relatedItem[@type='host']"
    assert found(CHAPTER, f"{host}/m:name/m:namePart[@type='family']") == ["Kim"]
    assert found(CHAPTER, "m:name[m:role/m:roleTerm='edt']") == []


def test_the_school_of_a_thesis_grants_its_degree() -> None:
    assert found(THESIS, "m:name[m:role/m:roleTerm='dgg']/m:namePart") == ["Steppe University"]
    assert found(THESIS, "m:originInfo/m:publisher") == []


def test_an_institution_publishes_a_report() -> None:
    report = replace(THESIS, type=RecordType.REPORT)
    assert found(report, "m:originInfo/m:publisher") == ["Steppe University"]


def test_an_event_is_a_conference() -> None:
    event = "m:name[@type='conference']"
    assert found(CHAPTER, f"{event}/m:namePart | {event}/m:description") == [
        "Water Days",
        "2019-06",
        "Astana",
    ]


def test_an_event_without_a_name_is_no_conference() -> None:
    record = replace(BARE, event=Event(place=english("Astana")))
    assert found(record, "m:name") == []


@pytest.mark.parametrize(
    ("source", "dates"),
    [
        ("2024-03-07", [("2024-03-07", "w3cdtf", "", "")]),
        ("2019/2020", [("2019", "w3cdtf", "start", ""), ("2020", "w3cdtf", "end", "")]),
        ("2019/", [("2019", "w3cdtf", "start", "")]),
        ("/2020", [("2020", "w3cdtf", "end", "")]),
        ("2021-21", [("2021-21", "edtf", "", "")]),
        ("-0043", [("-0043", "edtf", "", "")]),
        ("1850~", [("1850", "w3cdtf", "", "approximate")]),
        ("1850?", [("1850", "w3cdtf", "", "questionable")]),
        ("forthcoming", [("forthcoming", "", "", "")]),
    ],
)
def test_dates(source: str, dates: list[tuple[str, str, str, str]]) -> None:
    (description,) = parsed(replace(BARE, issued=Issued.parse(source)))
    stated = [
        (date.text, date.get("encoding", ""), date.get("point", ""), date.get("qualifier", ""))
        for date in description.findall("m:originInfo/m:dateIssued", NAMESPACES)
    ]
    assert stated == dates


def test_a_journal_holds_the_place_of_its_article() -> None:
    part = "m:relatedItem[@type='host']/m:part"
    assert found(ARTICLE, f"{part}/m:detail[@type='volume']/m:number") == ["12"]
    assert found(ARTICLE, f"{part}/m:detail[@type='issue']/m:number") == ["3"]
    assert found(ARTICLE, f"{part}/m:extent/m:start | {part}/m:extent/m:end") == ["101", "119"]


def test_pages_that_are_not_one_span_are_a_list() -> None:
    assert found(CHAPTER, "m:relatedItem/m:part/m:extent/m:list") == ["12, 15–17"]


def test_a_record_without_a_container_has_its_volume_itself() -> None:
    assert found(replace(BARE, volume="2"), "m:part/m:detail[@type='volume']/m:number") == ["2"]


def test_the_number_in_a_series_stands_with_the_series() -> None:
    assert found(CHAPTER, "m:relatedItem[@type='series']/m:titleInfo/m:partNumber") == ["7"]


@pytest.mark.parametrize(
    ("record", "holder"),
    [
        (ARTICLE, "m:relatedItem[@type='host']"),
        (replace(ARTICLE, container=None, series=english("Notes")), "m:relatedItem[@type='series']"),
        (replace(ARTICLE, container=None), "."),
        (replace(ARTICLE, type=RecordType.PERIODICAL, container=None, series=english("Notes")), "."),
    ],
)
def test_an_issn_is_of_what_it_belongs_to(record: Record, holder: str) -> None:
    assert found(record, f"{holder}/m:identifier[@type='issn']") == ["1234-5679"]
    assert found(record, ".//m:identifier[@type='issn']") == ["1234-5679"]


@pytest.mark.parametrize("scheme", Scheme)
def test_every_identifier_is_there(scheme: Scheme) -> None:
    record = replace(BARE, identifiers=(Identifier(scheme, "12-x"),))
    assert found(record, f"m:identifier[@type='{scheme.value}']") == ["12-x"]


def test_the_number_of_a_report_is_an_identifier() -> None:
    record = replace(BARE, type=RecordType.REPORT, number="TR-7")
    assert found(record, "m:identifier[@type='report number']") == ["TR-7"]


def test_old_keys_are_invalid() -> None:
    assert found(ARTICLE, "m:identifier[@type='local'][@invalid='yes']") == ["old-key"]


def test_an_address_is_encoded() -> None:
    assert found(ARTICLE, "m:location/m:url") == [
        "https://example.org/publications/sample%3A2024%2Fa",
        "https://example.org/a%20b",
    ]


def test_languages_are_known_by_two_codes_and_a_script() -> None:
    language = "m:language[2]"
    assert found(ARTICLE, f"{language}/m:languageTerm | {language}/m:scriptTerm") == [
        "kaz",
        "kk-Latn",
        "Latn",
    ]


def test_codes_name_their_classification() -> None:
    assert found(ARTICLE, "m:classification/@authority") == ["udc", "rugasnti"]


def test_access_and_licence_say_what_they_mean() -> None:
    assert found(ARTICLE, "m:accessCondition/@xlink:href") == [
        "http://purl.org/coar/access_right/c_f1cf",
        "https://creativecommons.org/licenses/by/4.0/",
    ]


def test_the_end_of_an_embargo_is_a_date() -> None:
    assert found(ARTICLE, "m:originInfo/m:dateOther[@type='embargo end']") == ["2027-01-31"]


def test_a_grant_is_a_note_on_funding() -> None:
    assert found(ARTICLE, "m:note[@type='funding']") == [
        "European Union, Horizon Europe, 101/5: Rivers of the steppe"
    ]


def test_the_description_tells_of_itself() -> None:
    assert found(ARTICLE, "m:recordInfo/*") == ["sample:2024/a", "2024-04-01", "2024-04-02"]


def test_paragraphs_stay_apart() -> None:
    assert found(ARTICLE, "m:abstract[@xml:lang='kk']") == ["Бірінші.\n\nЕкінші."]


def test_every_script_and_sign_survives() -> None:
    assert found(SCRIPTS, "m:titleInfo/m:title") == [text.plain for _, text in SCRIPTS.title]


def test_five_hundred_authors_survive() -> None:
    assert len(found(CROWD, "m:name")) == len(CROWD.contributors)


def test_a_publisher_stands_in_the_language_that_is_asked_for() -> None:
    record = replace(ARTICLE, publisher=Multilingual.of({"kk": "Дала", "ru": "Степь"}))
    assert found(record, "m:originInfo/m:publisher", Options(asked="ru")) == ["Степь"]


def test_the_codes_of_languages_are_those_of_cldr() -> None:
    aliases = get_global("language_aliases")
    # CLDR says Filipino and Akan for Tagalog and Twi.
    doubted = {tag for tag, code in iso639.CODES.items() if aliases[code] != tag}
    assert doubted == {"tl", "tw"}


@pytest.mark.parametrize(("tag", "code"), [("de-AT", "ger"), ("KK", "kaz"), ("und", ""), ("gag", "")])
def test_codes_of_languages(tag: str, code: str) -> None:
    assert iso639.bibliographic(tag) == code
