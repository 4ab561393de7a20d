"""JSON-LD of schema.org: read by extruct and rdflib, its terms held against those of the vocabulary."""

import json
from collections.abc import Iterator
from dataclasses import replace

import extruct
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, SDO

from catalogue.exports.jsonld import JSON_LD, item, write
from catalogue.exports.jsonld_terms import TYPES
from catalogue.exports.registry import Options, by_suffix
from catalogue.model import (
    Access,
    AccessStatus,
    Affiliation,
    Classification,
    Container,
    Contributor,
    Event,
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
from tests.catalogue.exports.samples import judged_records
from tests.strategies import records

OPTIONS = Options(
    base_url="https://example.org",
    grants={
        "gim": Grant(
            Multilingual.of({"en": "Roads"}), "GIM", "1010", "European Union", "E+", "https://e.org/"
        ),
        "b-2": Grant(),
    },
)
BARE = Record("bare", RecordType.MISC, Multilingual.of("Nothing more"))
DOI = Identifier(Scheme.DOI, "10.1000/abc")
ISSN = Identifier(Scheme.ISSN, "1234-5679")
ISBN = Identifier(Scheme.ISBN, "9783161484100")
JANE = Contributor(Name("Doe", "Jane", "van der", "Jr"))
ARTICLE = Record(
    "doe2024",
    RecordType.ARTICLE,
    Multilingual.of({"ru": "Реки", "en": "Rivers"}),
    subtitle=Multilingual.of({"en": "A survey"}),
    container=Container(Multilingual.of({"en": "Journal of Rivers"})),
    contributors=(JANE,),
    issued=Issued(PartialDate(2024, 3, 7)),
    volume="12",
    issue="3",
    pages="101–119",
    identifiers=(DOI, ISSN),
    languages=("en",),
)

_THING = {"name", "alternateName", "identifier", "url", "sameAs", "description"}
_WORK = _THING | {
    *("about", "abstract", "author", "conditionsOfAccess", "contributor", "datePublished", "editor"),
    *("funding", "genre", "inLanguage", "isAccessibleForFree", "isPartOf", "keywords", "license", "position"),
    *("publisher", "recordedAt", "sourceOrganization", "translator", "version"),
}
_PAGES = {"pageStart", "pageEnd", "pagination"}
_ARTICLE = _WORK | _PAGES | {"headline"}
_SERIES = _WORK | {"issn", "startDate", "endDate"}
PROPERTIES = {
    "Article": _ARTICLE,
    "BlogPosting": _ARTICLE,
    "Book": _WORK | {"bookEdition", "isbn", "numberOfPages"},
    "BookSeries": _SERIES,
    "Chapter": _WORK | _PAGES,
    "CreativeWorkSeries": _SERIES,
    "Dataset": _WORK | {"issn"},
    "DefinedTerm": _THING | {"inDefinedTermSet", "termCode"},
    "Event": _THING | {"location", "startDate", "endDate"},
    "Grant": _THING | {"funder"},
    "Legislation": _WORK | {"legislationIdentifier"},
    "NewsArticle": _ARTICLE,
    "Organization": _THING | {"location"},
    "Periodical": _SERIES,
    "Person": _THING | {"affiliation", "familyName", "givenName", "honorificSuffix"},
    "Place": _THING,
    "PropertyValue": _THING | {"propertyID", "value"},
    "PublicationIssue": _WORK | {"issueNumber"},
    "PublicationVolume": _WORK | {"volumeNumber"},
    "Report": _ARTICLE | {"reportNumber"},
    "ScholarlyArticle": _ARTICLE,
    "SocialMediaPosting": _ARTICLE,
    "WebSite": _WORK | {"issn"},
}
"""Which properties a type has by schema.org, of those that are written; of other types those of any work."""

_NEWER = URIRef(f"{SDO}funding")
"""A property that joined schema.org after the list of rdflib was made."""

# rdflib's own parser still uses what rdflib gives up.
tolerates_rdflib = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")


def of(record: Record, name: str, options: Options = OPTIONS) -> object:
    return item(record, options).get(name)


def nodes(value: object) -> Iterator[dict[str, object]]:
    """Every node of a document, the outermost first."""
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from nodes(inner)


def graph(document: dict[str, object]) -> Graph:
    """A document as rdflib reads it; the context is replaced, since the real one is fetched from the web."""
    offline = document | {"@context": {"@vocab": str(SDO)}}
    return Graph().parse(data=json.dumps(offline), format="json-ld")


def test_the_format_is_found_by_its_suffix() -> None:
    assert by_suffix(".jsonld") is JSON_LD


def test_extruct_finds_an_article_in_a_page() -> None:
    written = "".join(write([ARTICLE], OPTIONS))
    page = f'<html><script type="application/ld+json">{written}</script></html>'
    (found,) = extruct.extract(page, syntaxes=["json-ld"])["json-ld"]
    assert found == item(ARTICLE, OPTIONS)


def test_an_article_is_in_an_issue_of_a_volume_of_a_periodical() -> None:
    assert of(ARTICLE, "isPartOf") == {
        "@type": "PublicationIssue",
        "issueNumber": "3",
        "isPartOf": {
            "@type": "PublicationVolume",
            "volumeNumber": "12",
            "isPartOf": {"@type": "Periodical", "issn": ["1234-5679"], "name": "Journal of Rivers"},
        },
    }


def test_without_volume_and_issue_the_periodical_is_next() -> None:
    assert of(replace(ARTICLE, volume="", issue="", identifiers=()), "isPartOf") == {
        "@type": "Periodical",
        "name": "Journal of Rivers",
    }


def test_a_chapter_is_in_a_book_of_a_series() -> None:
    chapter = replace(
        ARTICLE,
        type=RecordType.INCOLLECTION,
        identifiers=(ISBN, ISSN),
        series=Multilingual.of("Notes"),
        contributors=(JANE, Contributor(Name(literal="World Bank"), Role.EDITOR)),
    )
    assert of(chapter, "isPartOf") == {
        "@type": "Book",
        "isbn": ["9783161484100"],
        "name": "Journal of Rivers",
        "editor": [{"@type": "Organization", "name": "World Bank"}],
        "position": "12",
        "isPartOf": {"@type": "BookSeries", "name": "Notes", "issn": ["1234-5679"]},
    }


def test_the_editors_of_a_book_are_not_those_of_its_chapter() -> None:
    chapter = replace(
        ARTICLE, type=RecordType.INCOLLECTION, contributors=(Contributor(Name("Kim"), Role.EDITOR),)
    )
    assert of(chapter, "editor") is None


def test_a_book_has_numbers_of_its_own_and_its_place_in_a_series() -> None:
    book = replace(
        BARE,
        type=RecordType.BOOK,
        identifiers=(ISBN,),
        page_total="210",
        edition="2",
        number="7",
        series=Multilingual.of("Notes"),
    )
    stated = item(book, OPTIONS)
    names = ("isbn", "numberOfPages", "bookEdition", "position", "isPartOf", "identifier")
    assert [stated.get(name) for name in names] == [
        ["9783161484100"],
        210,
        "2",
        "7",
        {"@type": "BookSeries", "name": "Notes"},
        None,
    ]


@pytest.mark.parametrize(
    ("pages", "stated"),
    [
        ("101–119", {"pageStart": "101", "pageEnd": "119"}),
        ("12, 15–17", {"pagination": "12, 15–17"}),
        ("", {"pagination": "e7"}),
    ],
)
def test_pages(pages: str, stated: dict[str, str]) -> None:
    found = item(replace(ARTICLE, pages=pages, article_number="e7"), OPTIONS)
    assert {name: found[name] for name in _PAGES if name in found} == stated


def test_the_best_title_is_a_string_and_the_others_have_a_language() -> None:
    assert (of(ARTICLE, "name"), of(ARTICLE, "headline"), of(ARTICLE, "alternateName")) == (
        "Rivers: A survey",
        "Rivers: A survey",
        [{"@language": "ru", "@value": "Реки"}],
    )


def test_a_language_can_be_asked_for() -> None:
    assert of(ARTICLE, "name", replace(OPTIONS, asked="ru")) == "Реки"


@tolerates_rdflib
def test_rdflib_reads_the_language_of_a_title() -> None:
    found = graph(item(ARTICLE, OPTIONS)).objects(None, SDO.alternateName)
    assert list(found) == [Literal("Реки", lang="ru")]


def test_a_person_has_an_orcid_an_affiliation_and_further_forms_of_the_name() -> None:
    university = Affiliation(Multilingual.of("Steppe University"), "02mhbdp94")
    person = replace(
        JANE,
        orcid="0000-0002-1825-0097",
        affiliations=(university,),
        variants=(("ru", Name("Доу", "Джейн")),),
    )
    assert of(replace(BARE, contributors=(person,)), "author") == [
        {
            "@type": "Person",
            "@id": "https://orcid.org/0000-0002-1825-0097",
            "name": "Jane van der Doe, Jr",
            "alternateName": [{"@language": "ru", "@value": "Джейн Доу"}],
            "sameAs": "https://orcid.org/0000-0002-1825-0097",
            "givenName": "Jane",
            "familyName": "van der Doe",
            "honorificSuffix": "Jr",
            "affiliation": [
                {
                    "@type": "Organization",
                    "@id": "https://ror.org/02mhbdp94",
                    "name": "Steppe University",
                    "sameAs": "https://ror.org/02mhbdp94",
                }
            ],
        }
    ]


@pytest.mark.parametrize("role", set(Role) - {Role.SHORT_AUTHOR, Role.SHORT_EDITOR})
def test_nobody_who_took_part_is_left_out(role: Role) -> None:
    record = replace(
        ARTICLE, type=RecordType.INBOOK, contributors=(Contributor(Name(literal="World Bank"), role),)
    )
    assert {"@type": "Organization", "name": "World Bank"} in list(nodes(item(record, OPTIONS)))


def test_identifiers_are_values_of_their_scheme_and_addresses() -> None:
    record = replace(BARE, identifiers=(DOI, ISSN), links=(Link("https://example.org/a"),))
    assert (of(record, "identifier"), of(record, "sameAs")) == (
        [
            {
                "@type": "PropertyValue",
                "propertyID": "DOI",
                "value": "10.1000/abc",
                "url": "https://doi.org/10.1000/abc",
            },
            {
                "@type": "PropertyValue",
                "propertyID": "ISSN",
                "value": "1234-5679",
                "url": "https://portal.issn.org/resource/ISSN/1234-5679",
            },
        ],
        ["https://doi.org/10.1000/abc", "https://example.org/a"],
    )


@pytest.mark.parametrize(
    ("options", "identity", "url"),
    [
        (OPTIONS, "https://example.org/publications/doe2024", "https://example.org/publications/doe2024"),
        (Options(), "https://doi.org/10.1000/abc", "https://example.org/a"),
    ],
)
def test_a_record_is_at_its_page_or_at_its_doi(options: Options, identity: str, url: str) -> None:
    record = replace(ARTICLE, links=(Link("https://example.org/a"),))
    assert (of(record, "@id", options), of(record, "url", options)) == (identity, url)


@pytest.mark.parametrize(
    ("kind", "stated"),
    [
        (RecordType.REPORT, ("reportNumber", "TR-7")),
        (RecordType.LEGISLATION, ("legislationIdentifier", "TR-7")),
        (
            RecordType.PATENT,
            ("identifier", [{"@type": "PropertyValue", "propertyID": "number", "value": "TR-7"}]),
        ),
    ],
)
def test_numbers_of_reports_laws_and_patents(kind: RecordType, stated: tuple[str, object]) -> None:
    assert stated in item(replace(BARE, type=kind, number="TR-7"), OPTIONS).items()


@pytest.mark.parametrize(
    ("source", "date"), [("2024-03", "2024-03"), ("2019/2021", "2019"), ("/2021", "2021"), ("soon", None)]
)
def test_dates(source: str, date: str | None) -> None:
    assert of(replace(BARE, issued=Issued.parse(source)), "datePublished") == date


def test_a_periodical_lasts() -> None:
    record = replace(BARE, type=RecordType.PERIODICAL, issued=Issued.parse("1990/2021"))
    assert (of(record, "startDate"), of(record, "endDate")) == ("1990", "2021")


def test_grants_have_a_number_and_a_funder() -> None:
    assert of(replace(BARE, projects=("gim", "b-2", "gone")), "funding") == [
        {
            "@type": "Grant",
            "name": "Roads",
            "alternateName": ["GIM"],
            "identifier": "1010",
            "url": "https://e.org/",
            "funder": {"@type": "Organization", "name": "European Union"},
        }
    ]


@pytest.mark.parametrize(
    ("licence", "stated"),
    [
        ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("MIT OR Apache-2.0", {"@type": "CreativeWork", "name": "MIT OR Apache-2.0"}),
    ],
)
def test_a_licence_is_its_address(licence: str, stated: object) -> None:
    assert of(replace(BARE, license=licence), "license") == stated


@pytest.mark.parametrize(
    ("status", "free"),
    [
        (AccessStatus.OPEN, True),
        (AccessStatus.RESTRICTED, False),
        (AccessStatus.METADATA_ONLY, False),
        (AccessStatus.EMBARGOED, None),
    ],
)
def test_access(status: AccessStatus, free: bool | None) -> None:
    assert of(replace(BARE, access=Access(status)), "isAccessibleForFree") is free


def test_an_abstract_in_one_language_is_a_string() -> None:
    assert of(replace(BARE, abstract=Multilingual.of("A summary.")), "abstract") == "A summary."


def test_further_abstracts_have_a_language() -> None:
    record = replace(ARTICLE, abstract=Multilingual.of({"en": "One.", "kk": "Бір."}))
    assert of(record, "abstract") == ["One.", {"@language": "kk", "@value": "Бір."}]


def test_a_dataset_is_described_for_data_searches() -> None:
    record = replace(BARE, type=RecordType.DATASET, abstract=Multilingual.of("Numbers."))
    assert of(record, "description") == "Numbers."


def test_keywords_and_codes() -> None:
    record = replace(
        BARE, keywords=(Keyword(Text("labour, paid")),), classification=(Classification("udc", "314.7"),)
    )
    assert (of(record, "keywords"), of(record, "about")) == (
        ["labour, paid"],
        [
            {
                "@type": "DefinedTerm",
                "name": "314.7",
                "termCode": "314.7",
                "inDefinedTermSet": {"@type": "DefinedTermSet", "name": "UDC"},
            }
        ],
    )


def test_the_event_of_a_paper() -> None:
    event = Event(
        Multilingual.of("Days of Ice"), Multilingual.of("Almaty"), Issued.parse("2020-06-01/2020-06-03")
    )
    assert of(replace(BARE, type=RecordType.INPROCEEDINGS, event=event), "recordedAt") == {
        "@type": "Event",
        "name": "Days of Ice",
        "location": {"@type": "Place", "name": "Almaty"},
        "startDate": "2020-06-01",
        "endDate": "2020-06-03",
    }


def test_the_institution_publishes_a_thesis() -> None:
    thesis = replace(
        BARE, type=RecordType.THESIS, genre="phdthesis", institution=Multilingual.of("Steppe University")
    )
    university = {"@type": "Organization", "name": "Steppe University"}
    names = ("@type", "genre", "publisher", "sourceOrganization")
    assert [of(thesis, name) for name in names] == ["Thesis", "PhD thesis", university, university]


@pytest.mark.parametrize("count", [0, 2, 3])
def test_several_are_a_graph(count: int) -> None:
    found = json.loads("".join(write([BARE] * count, OPTIONS)))
    assert (found["@context"], len(found["@graph"])) == ("https://schema.org", count)


def test_records_are_written_one_by_one() -> None:
    def endless() -> Iterator[Record]:
        while True:
            yield BARE

    assert next(write(endless(), OPTIONS)).startswith('{"@context": "https://schema.org", "@graph": [\n{')


@pytest.mark.parametrize("kind", RecordType)
def test_every_type_has_one_that_schema_org_knows(kind: RecordType) -> None:
    assert of(replace(BARE, type=kind), "@type") == TYPES[kind]
    assert SDO[TYPES[kind]] in SDO


@settings(max_examples=60)
@given(records())
def test_every_node_has_properties_of_its_type_and_none_is_empty(record: Record) -> None:
    for node in nodes(item(record, OPTIONS)):
        own = {name for name in node if not name.startswith("@")}
        assert own <= PROPERTIES.get(str(node["@type"]), _WORK)
        assert all(value not in ("", None, [], {}) for value in node.values())


@tolerates_rdflib
@settings(max_examples=25)
@given(records())
def test_rdflib_reads_terms_of_schema_org_alone(record: Record) -> None:
    read = graph(item(record, OPTIONS))
    terms = {*read.predicates(), *read.objects(None, RDF.type)} - {RDF.type, RDF.first, RDF.rest}
    assert {
        term for term in terms if term != _NEWER and (not isinstance(term, URIRef) or term not in SDO)
    } == set()


def test_every_record_is_read_whole() -> None:
    own = judged_records()
    found = json.loads("".join(JSON_LD.write(own, OPTIONS)).encode())["@graph"]
    assert [node["name"] for node in found] == [record.titles(OPTIONS.locales(record)) for record in own]


@settings(max_examples=25)
@given(st.lists(records(), max_size=3))
def test_any_records_are_json(own: list[Record]) -> None:
    found = json.loads("".join(write(own, OPTIONS)))
    assert len(found.get("@graph", [found])) == len(own)
