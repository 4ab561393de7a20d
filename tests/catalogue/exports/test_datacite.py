"""What DataCite's schema has of a record, property by property."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from catalogue.exports.datacite import UNKNOWN_YEAR, resource
from catalogue.exports.datacite_terms import CONTRIBUTORS, IDENTIFIERS, TYPES
from catalogue.exports.datacite_values import AND_OTHERS, UNAVAILABLE
from catalogue.exports.registry import Options
from catalogue.model import (
    Access,
    AccessStatus,
    Affiliation,
    Classification,
    Container,
    Contributor,
    Event,
    File,
    Grant,
    Identifier,
    Issued,
    Keyword,
    Link,
    Multilingual,
    Name,
    PartialDate,
    Record,
    RecordType,
    Role,
    Scheme,
    Text,
)
from tests.strategies import records

DOI = Identifier(Scheme.DOI, "10.1000/abc")
ISSN = Identifier(Scheme.ISSN, "1234-5679")
ISBN = Identifier(Scheme.ISBN, "9783161484100")
BARE = Record("bare", RecordType.MISC, Multilingual.of("Nothing more"))
ARTICLE = Record(
    "doe2024",
    RecordType.ARTICLE,
    Multilingual.of({"ru": "Реки", "en": "Rivers"}),
    subtitle=Multilingual.of({"en": "A survey"}),
    container=Container(Multilingual.of({"en": "Journal of Rivers"})),
    contributors=(Contributor(Name("Doe", "Jane", "van der")),),
    issued=Issued(PartialDate(2024, 3, 7)),
    volume="12",
    issue="3",
    pages="101–119",
    identifiers=(DOI, ISSN),
    languages=("en",),
)
SITE = Options(base_url="https://example.org")


def of(record: Record, name: str, options: Options = SITE) -> object:
    return dict(resource(record, options)).get(name)


def by(*people: Contributor, others: tuple[Role, ...] = ()) -> Record:
    return replace(BARE, contributors=people, others=others)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("doi", None),
        ("creators", [{"name": UNAVAILABLE}]),
        ("publisher", {"name": UNAVAILABLE}),
        ("publicationYear", UNKNOWN_YEAR),
        ("types", {"resourceTypeGeneral": "Other", "resourceType": "misc"}),
        ("titles", [{"title": "Nothing more"}]),
        ("language", None),
        ("relatedItems", None),
    ],
)
def test_what_is_mandatory_and_not_known_is_said_to_be_so(name: str, value: object) -> None:
    assert of(BARE, name) == value


@pytest.mark.parametrize("kind", RecordType)
def test_every_type_has_one_in_datacite(kind: RecordType) -> None:
    assert of(replace(BARE, type=kind), "types") == {
        "resourceTypeGeneral": TYPES[kind],
        "resourceType": kind.value,
    }


def test_the_kind_of_a_thesis_is_told_in_words() -> None:
    thesis = replace(BARE, type=RecordType.THESIS, genre="phdthesis")
    assert of(thesis, "types") == {"resourceTypeGeneral": "Dissertation", "resourceType": "PhD thesis"}


def test_a_preprint_is_told_from_other_papers() -> None:
    preprint = replace(BARE, genre="preprint")
    assert of(preprint, "types") == {"resourceTypeGeneral": "Preprint", "resourceType": "preprint"}


def test_the_title_in_the_language_of_the_record_is_the_main_one() -> None:
    assert of(ARTICLE, "titles") == [
        {"title": "Rivers", "lang": "en"},
        {"title": "Реки", "titleType": "TranslatedTitle", "lang": "ru"},
        {"title": "A survey", "titleType": "Subtitle", "lang": "en"},
    ]


def test_a_person_has_a_name_in_parts_and_lasting_identifiers() -> None:
    university = Affiliation(Multilingual.of({"en": "Steppe University"}), "02mhbdp94")
    person = Contributor(
        Name("Doe", "Jane", "van der"), orcid="0000-0002-1825-0097", affiliations=(university,)
    )
    assert of(by(person), "creators") == [
        {
            "name": "van der Doe, Jane",
            "nameType": "Personal",
            "givenName": "Jane",
            "familyName": "van der Doe",
            "nameIdentifiers": [
                {
                    "nameIdentifier": "https://orcid.org/0000-0002-1825-0097",
                    "nameIdentifierScheme": "ORCID",
                    "schemeUri": "https://orcid.org",
                }
            ],
            "affiliation": [
                {
                    "name": "Steppe University",
                    "affiliationIdentifier": "https://ror.org/02mhbdp94",
                    "affiliationIdentifierScheme": "ROR",
                    "schemeUri": "https://ror.org",
                }
            ],
        }
    ]


def test_an_organisation_has_no_parts() -> None:
    assert of(by(Contributor(Name(literal="World Bank"))), "creators") == [
        {"name": "World Bank", "nameType": "Organizational"}
    ]


def test_a_list_that_goes_on_ends_with_the_code_for_that() -> None:
    record = by(Contributor(Name(literal="World Bank")), others=(Role.AUTHOR,))
    assert of(record, "creators") == [
        {"name": "World Bank", "nameType": "Organizational"},
        {"name": AND_OTHERS},
    ]


def test_editors_stand_for_authors_that_there_are_not_and_remain_editors() -> None:
    record = by(Contributor(Name(literal="World Bank"), Role.EDITOR))
    assert (of(record, "creators"), of(record, "contributors")) == (
        [{"name": "World Bank", "nameType": "Organizational"}],
        [{"name": "World Bank", "nameType": "Organizational", "contributorType": "Editor"}],
    )


@pytest.mark.parametrize("role", set(Role) - {Role.AUTHOR, Role.SHORT_AUTHOR, Role.SHORT_EDITOR})
def test_nobody_who_took_part_is_left_out(role: Role) -> None:
    record = replace(ARTICLE, contributors=(Contributor(Name(literal="World Bank"), role),))
    assert "World Bank" in str(of(record, "contributors") or of(record, "relatedItems"))


def test_every_role_but_those_of_authors_and_short_forms_has_a_type() -> None:
    others = {Role.AUTHOR, Role.CONTAINER_AUTHOR, Role.SHORT_AUTHOR, Role.SHORT_EDITOR}
    assert set(Role) - CONTRIBUTORS.keys() == others


def test_every_identifier_has_a_type() -> None:
    assert IDENTIFIERS.keys() == set(Scheme)


@pytest.mark.parametrize(
    ("source", "year", "date"),
    [
        ("2024-03", 2024, {"date": "2024-03", "dateType": "Issued"}),
        ("2019/2021", 2019, {"date": "2019/2021", "dateType": "Issued"}),
        ("2019/", 2019, {"date": "2019/", "dateType": "Issued"}),
        ("/2021", 2021, {"date": "/2021", "dateType": "Issued"}),
        ("2021~", 2021, {"date": "2021", "dateType": "Issued", "dateInformation": "2021~"}),
        ("2021-22", 2021, {"date": "2021", "dateType": "Issued", "dateInformation": "2021-22"}),
        ("-0043", UNKNOWN_YEAR, {"date": "-0043", "dateType": "Issued"}),
        ("soon", UNKNOWN_YEAR, {"date": UNAVAILABLE, "dateType": "Issued", "dateInformation": "soon"}),
    ],
)
def test_dates(source: str, year: int, date: dict[str, str]) -> None:
    record = replace(BARE, issued=Issued.parse(source))
    assert (of(record, "publicationYear"), of(record, "dates")) == (year, [date])


def test_the_end_of_an_embargo_is_the_day_of_availability() -> None:
    record = replace(BARE, access=Access(AccessStatus.EMBARGOED, PartialDate(2030, 1, 2)))
    assert of(record, "dates") == [{"date": "2030-01-02", "dateType": "Available"}]


def test_an_article_is_published_in_its_journal() -> None:
    assert of(ARTICLE, "relatedItems") == [
        {
            "relatedItemType": "Journal",
            "relationType": "IsPublishedIn",
            "relatedItemIdentifier": {
                "relatedItemIdentifier": "1234-5679",
                "relatedItemIdentifierType": "ISSN",
            },
            "titles": [{"title": "Journal of Rivers", "lang": "en"}],
            "volume": "12",
            "issue": "3",
            "firstPage": "101",
            "lastPage": "119",
        }
    ]


@pytest.mark.parametrize(
    ("pages", "first", "last"),
    [("7", "7", None), ("A-1–A-9", "A-1", "A-9"), ("12, 15–17", "12", None), ("1–2–3", "1", None)],
)
def test_pages(pages: str, first: str, last: str | None) -> None:
    (whole,) = resource(replace(ARTICLE, pages=pages), SITE)["relatedItems"]
    assert (whole.get("firstPage"), whole.get("lastPage")) == (first, last)


def test_a_chapter_is_published_in_a_book_with_an_isbn_and_its_authors() -> None:
    chapter = replace(
        ARTICLE,
        type=RecordType.INBOOK,
        identifiers=(ISSN, ISBN),
        contributors=(Contributor(Name(literal="World Bank"), Role.CONTAINER_AUTHOR),),
        pages="",
        volume="",
        issue="",
        chapter="4",
    )
    assert of(chapter, "relatedItems") == [
        {
            "relatedItemType": "Book",
            "relationType": "IsPublishedIn",
            "relatedItemIdentifier": {
                "relatedItemIdentifier": "9783161484100",
                "relatedItemIdentifierType": "ISBN",
            },
            "creators": [{"name": "World Bank", "nameType": "Organizational"}],
            "titles": [{"title": "Journal of Rivers", "lang": "en"}],
            "number": "4",
            "numberType": "Chapter",
        }
    ]


def test_numbers_without_a_journal_are_of_one_that_is_not_known() -> None:
    (whole,) = resource(replace(ARTICLE, container=None, identifiers=()), SITE)["relatedItems"]
    assert (whole["titles"], whole["volume"]) == ([{"title": UNAVAILABLE}], "12")


def test_a_book_is_a_part_of_its_series() -> None:
    book = replace(
        BARE,
        type=RecordType.BOOK,
        series=Multilingual.of({"en": "Notes"}),
        number="7",
        identifiers=(ISBN, ISSN),
    )
    assert of(book, "relatedItems") == [
        {
            "relatedItemType": "Collection",
            "relationType": "IsPartOf",
            "relatedItemIdentifier": {
                "relatedItemIdentifier": "1234-5679",
                "relatedItemIdentifierType": "ISSN",
            },
            "titles": [{"title": "Notes", "lang": "en"}],
            "number": "7",
            "numberType": "Other",
        }
    ]


def test_a_paper_names_the_event() -> None:
    paper = replace(BARE, type=RecordType.INPROCEEDINGS, event=Event(Multilingual.of({"en": "Days of Ice"})))
    assert of(paper, "relatedItems") == [
        {
            "relatedItemType": "Event",
            "relationType": "IsPartOf",
            "titles": [{"title": "Days of Ice", "lang": "en"}],
        }
    ]


def test_the_key_the_address_and_further_identifiers_are_alternate_ones() -> None:
    record = replace(
        BARE,
        type=RecordType.REPORT,
        number="TR-7",
        identifiers=(DOI, Identifier(Scheme.PMID, "23193287")),
        links=(Link("https://example.org/tr7.pdf"),),
    )
    assert [tuple(entry.values()) for entry in resource(record, SITE)["alternateIdentifiers"]] == [
        ("bare", "Local accession number"),
        ("https://example.org/publications/bare", "URL"),
        ("TR-7", "Number"),
        ("23193287", "PMID"),
        ("https://example.org/tr7.pdf", "URL"),
    ]


def test_the_numbers_of_the_journal_are_related_ones() -> None:
    assert of(ARTICLE, "relatedIdentifiers") == [
        {
            "relatedIdentifier": "1234-5679",
            "relatedIdentifierType": "ISSN",
            "relationType": "IsPublishedIn",
        }
    ]


def test_a_licence_and_the_access_are_rights() -> None:
    record = replace(BARE, license="CC-BY-4.0", access=Access(AccessStatus.OPEN))
    assert of(record, "rightsList") == [
        {
            "rights": "CC-BY-4.0",
            "rightsUri": "https://creativecommons.org/licenses/by/4.0/",
            "rightsIdentifier": "CC-BY-4.0",
            "rightsIdentifierScheme": "SPDX",
            "schemeUri": "https://spdx.org/licenses/",
        },
        {"rights": "open access", "rightsUri": "http://purl.org/coar/access_right/c_abf2"},
    ]


def test_a_choice_of_licences_has_no_identifier() -> None:
    assert of(replace(BARE, license="MIT OR Apache-2.0"), "rightsList") == [{"rights": "MIT OR Apache-2.0"}]


def test_abstract_and_note_keep_their_paragraphs_and_languages() -> None:
    record = replace(
        BARE,
        abstract=Multilingual.of({"en": Text.of("One.\n\nTwo."), "kk": "Бір."}),
        note=Multilingual.of("In two parts."),
    )
    assert of(record, "descriptions") == [
        {"description": "One.\n\nTwo.", "descriptionType": "Abstract", "lang": "en"},
        {"description": "Бір.", "descriptionType": "Abstract", "lang": "kk"},
        {"description": "In two parts.", "descriptionType": "Other"},
    ]


def test_subjects_are_keywords_and_codes() -> None:
    record = replace(
        BARE,
        keywords=(Keyword(Text("вода"), "ru"), Keyword(Text("labour, paid"))),
        classification=(Classification("udc", "314.7"),),
    )
    assert of(record, "subjects") == [
        {"subject": "вода", "lang": "ru"},
        {"subject": "labour, paid"},
        {"subject": "314.7", "subjectScheme": "UDC"},
    ]


def test_projects_are_funding_where_they_are_known() -> None:
    grants = {
        "eump": Grant(Multilingual.of({"en": "Policy"}), "EUMP", "1010", "European Union"),
        "gim": Grant(acronym="GIM"),
    }
    record = replace(BARE, projects=("eump", "gim", "gone"))
    assert of(record, "fundingReferences", Options(grants=grants)) == [
        {"funderName": "European Union", "awardNumber": "1010", "awardTitle": "Policy"},
        {"funderName": UNAVAILABLE, "awardTitle": "GIM"},
    ]


@pytest.mark.parametrize(("total", "size"), [("210", "210 pages"), ("xii, 210 p.", "xii, 210 p.")])
def test_how_many_pages_there_are_is_a_size(total: str, size: str) -> None:
    assert of(replace(BARE, page_total=total), "sizes") == [size]


def test_formats_are_those_of_the_files() -> None:
    record = replace(BARE, files=(File("a.pdf", "", "application/pdf"), File("b.pdf", "", "application/pdf")))
    assert of(record, "formats") == ["application/pdf"]


def test_the_publisher_is_in_the_language_that_is_asked_for() -> None:
    record = replace(BARE, publisher=Multilingual.of({"en": "River Press", "ru": "Река"}), languages=("en",))
    assert of(record, "publisher", Options(asked="ru")) == {"name": "Река", "lang": "ru"}


@settings(max_examples=30)
@given(records())
def test_nothing_empty_is_stated(record: Record) -> None:
    def empty(value: object) -> bool:
        if isinstance(value, dict):
            return not value or any(map(empty, value.values()))
        if isinstance(value, list):
            return not value or any(map(empty, value))
        return value == ""

    assert not empty(resource(record, SITE))
