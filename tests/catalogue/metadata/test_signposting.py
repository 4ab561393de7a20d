"""Signposting, read by the signposting client."""

from dataclasses import replace

import pytest
from signposting import Signposting
from signposting.linkheader import find_signposting_http_link
from signposting.linkset import Linkset, LinksetJSON, _parse_linkset, _parse_linkset_json

from catalogue.metadata.signposting import Landing, Resource, back_link, link_header, links
from catalogue.metadata.weblinks import LINKSET_JSON, LINKSET_TEXT, linkset_json, linkset_text
from catalogue.model import Contributor, Identifier, Multilingual, Name, Record, RecordType, Role, Scheme

PAGE = "https://pubs.example.org/publications/reeds2021"
ORCID = "0000-0002-1825-0097"
RECORD = Record(
    key="reeds2021",
    type=RecordType.ARTICLE,
    title=Multilingual.of("Reeds"),
    contributors=(
        Contributor(Name("Omarova", "Aigerim"), orcid=ORCID),
        Contributor(Name("Lindqvist", "Per")),
        Contributor(Name("Weiss", "Edda"), Role.EDITOR, orcid="0000-0001-5109-3700"),
    ),
    identifiers=(Identifier(Scheme.HANDLE, "20.1000/100"), Identifier(Scheme.DOI, "10.99999/a<b>;1")),
    license="CC-BY-4.0",
)
BIB = Resource(f"{PAGE}.bib", "application/x-bibtex")
MODS = Resource(f"{PAGE}.mods.xml", "application/mods+xml", "http://www.loc.gov/mods/v3")
PDF = Resource(f"{PAGE}.pdf", "application/pdf")
LANDING = Landing(
    RECORD,
    PAGE,
    ("ScholarlyArticle",),
    (PDF,),
    (BIB, MODS),
    f"{PAGE}.linkset.json",
    f"{PAGE}.linkset",
)


def read_header(landing: Landing) -> Signposting:
    return find_signposting_http_link([link_header(landing)], PAGE)


def read_text(landing: Landing) -> Signposting:
    source = Linkset(linkset_text(links(landing)), LINKSET_TEXT, landing.linkset_text, landing.linkset_text)
    return _parse_linkset(source).for_context(PAGE)


def read_json(landing: Landing) -> Signposting:
    source = LinksetJSON(
        linkset_json(links(landing)), LINKSET_JSON, landing.linkset_json, landing.linkset_json
    )
    return _parse_linkset_json(source).for_context(PAGE)


READERS = pytest.mark.parametrize("read", [read_header, read_text, read_json])


def targets(signposts: object) -> set[str]:
    return {str(each.target) for each in signposts}


@READERS
def test_a_client_finds_what_to_cite(read) -> None:
    assert read(LANDING).citeAs.target == "https://doi.org/10.99999/a%3Cb%3E;1"


@READERS
def test_a_client_finds_the_kind_of_page_and_of_publication(read) -> None:
    assert targets(read(LANDING).types) == {
        "https://schema.org/AboutPage",
        "https://schema.org/ScholarlyArticle",
    }


@READERS
def test_a_client_finds_the_authors_who_are_known(read) -> None:
    assert targets(read(LANDING).authors) == {f"https://orcid.org/{ORCID}"}


@READERS
def test_a_client_finds_the_licence(read) -> None:
    assert read(LANDING).license.target == "https://creativecommons.org/licenses/by/4.0/"


@READERS
def test_a_client_finds_files_and_descriptions_with_their_types(read) -> None:
    found = read(LANDING)
    assert [(each.target, each.type) for each in found.items] == [(PDF.address, PDF.media_type)]
    assert {(each.target, each.type) for each in found.describedBy} == {
        (BIB.address, BIB.media_type),
        (MODS.address, MODS.media_type),
    }


@READERS
def test_a_client_finds_the_linksets(read) -> None:
    assert targets(read(LANDING).linksets) == {LANDING.linkset_json, LANDING.linkset_text}


@pytest.mark.parametrize("read", [read_header, read_text])
def test_a_description_names_its_profile(read) -> None:
    (mods,) = (each for each in read(LANDING).describedBy if each.target == MODS.address)
    assert mods.profiles == {MODS.profile}


def test_a_file_and_a_description_lead_back() -> None:
    source = LinksetJSON(linkset_json(links(LANDING)), LINKSET_JSON, PAGE, PAGE)
    whole = _parse_linkset_json(source)
    assert whole.for_context(PDF.address).collection.target == PAGE
    assert targets(whole.for_context(BIB.address).describes) == {PAGE}


def test_an_answer_leads_back_by_itself() -> None:
    found = find_signposting_http_link([back_link(PAGE, "describes")], BIB.address)
    assert [(each.target, each.type) for each in found.describes] == [(PAGE, "text/html")]


@pytest.mark.parametrize(
    ("identifiers", "address"),
    [
        ((Identifier(Scheme.HANDLE, "20.1000/100"),), "https://hdl.handle.net/20.1000/100"),
        ((Identifier(Scheme.ISSN, "1234-5679"),), PAGE),
        ((), PAGE),
    ],
)
def test_without_a_doi_the_next_best_is_cited(identifiers: tuple[Identifier, ...], address: str) -> None:
    found = read_header(replace(LANDING, record=replace(RECORD, identifiers=identifiers)))
    assert found.citeAs.target == address


def test_editors_stand_in_for_authors() -> None:
    edited = replace(RECORD, contributors=RECORD.by_role(Role.EDITOR))
    assert targets(read_header(replace(LANDING, record=edited)).authors) == {
        "https://orcid.org/0000-0001-5109-3700"
    }


def test_a_header_of_many_authors_stays_short_and_says_what_matters() -> None:
    crowd = tuple(
        Contributor(Name("Omarova", str(number)), orcid=f"0000-0000-0000-{number:04d}")
        for number in range(500)
    )
    crowded = replace(LANDING, record=replace(RECORD, contributors=crowd))
    found = read_header(crowded)
    assert len(link_header(crowded)) <= 2500
    assert {BIB.address, MODS.address} == targets(found.describedBy)
    assert len(read_json(crowded).authors) == 500
