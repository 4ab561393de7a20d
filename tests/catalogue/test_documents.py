"""Records as documents of the index."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue import documents
from catalogue.documents import MISSING, SEARCHED, document, fingerprints, traits
from catalogue.model import (
    Access,
    AccessStatus,
    Container,
    Contributor,
    File,
    Identifier,
    Issued,
    Keyword,
    Multilingual,
    Name,
    Origin,
    PartialDate,
    Person,
    Record,
    RecordType,
    Role,
    Scheme,
    Text,
)
from catalogue.people import People
from catalogue.records import Records
from catalogue.site import Authorities, Project
from catalogue.venues import Venue, Venues
from index import Document, FacetValue

GATES = Project("gates", Multilingual.of({"en": "Gates and Doors"}), acronym="GATES", number="101")
AUTHORITIES = Authorities({"gates": GATES})
WALLS = Record(
    "walls",
    RecordType.BOOK,
    Multilingual.of({"en": "On Walls", "ru": "О стенах"}),
    contributors=(
        Contributor(Name("Mason", "Ada"), variants=(("ru", Name("Мейсон", "Ада")),)),
        Contributor(Name("Müller", "Eva"), Role.EDITOR),
    ),
    keywords=(Keyword(Text("Dry Stone"), "en"),),
    issued=Issued.parse("2019-05"),
    languages=("en-GB", "ru"),
    identifiers=(Identifier(Scheme.DOI, "10.5555/walls"),),
    projects=("gates", "unknown"),
    aliases=("old-walls",),
    origin=Origin("a.bib", 3),
)


def facets(record: Record, name: str) -> tuple[FacetValue, ...]:
    return tuple(document(record, AUTHORITIES).facets[name])


def test_who_issued_a_record_is_searched() -> None:
    publisher, school = Multilingual.of({"kk": "Білім"}), Multilingual.of({"ru": "Каменный университет"})
    texts = document(replace(WALLS, publisher=publisher, institution=school)).texts["publisher"]
    assert [passage.text for passage in texts] == ["Білім", "Каменный университет"]


def test_every_language_of_a_title_is_searched() -> None:
    texts = document(WALLS).texts["title"]
    assert [(passage.language, passage.text) for passage in texts] == [("en", "On Walls"), ("ru", "О стенах")]


def test_people_are_found_by_each_form_of_their_names() -> None:
    names = {passage.text for passage in document(WALLS).texts["author"]}
    assert names == {"Ada Mason", "Ада Мейсон", "Eva Müller"}


def test_languages_are_counted_without_their_regions() -> None:
    assert [value.key for value in facets(WALLS, "language")] == ["en", "ru"]


def test_a_project_is_found_by_key_acronym_and_number() -> None:
    assert document(WALLS, AUTHORITIES).terms["project"] == ("gates", "GATES", "101")
    assert facets(WALLS, "project") == (FacetValue("gates", "GATES"),)


def test_a_key_is_found_under_its_old_names() -> None:
    assert document(WALLS).terms["key"] == ("walls", "old-walls")


@pytest.mark.parametrize(
    ("issued", "years"),
    [
        ("2019-05", (2019,)),
        ("2019/2021", (2019, 2020, 2021)),
        ("1900/2000", (1900, 2000)),
        ("2019/", (2019,)),
    ],
)
def test_a_range_of_years_is_found_by_each(issued: str, years: tuple[int, ...]) -> None:
    assert document(replace(WALLS, issued=Issued.parse(issued))).numbers["year"] == years


def test_orders_put_a_year_before_its_months() -> None:
    year, month, day = (
        document(replace(WALLS, issued=Issued.parse(date))).sorts["issued"]
        for date in ("2019", "2019-05", "2019-05-01")
    )
    assert int(year) < int(month) < int(day)


@pytest.mark.parametrize(
    ("issued", "days"),
    [
        ("2019", (20190000,)),
        ("2019-05", (20190500,)),
        ("2019-05-07", (20190507,)),
        ("2019-05/2021-02-03", (20190500, 20200000, 20210203)),
        ("2019/", (20190000,)),
        ("forthcoming", ()),
    ],
)
def test_dates_are_found_by_what_is_known_of_them(issued: str, days: tuple[int, ...]) -> None:
    assert document(replace(WALLS, issued=Issued.parse(issued))).numbers["issued"] == days


def test_the_day_a_record_was_added_is_found() -> None:
    assert document(replace(WALLS, added=PartialDate(2024, 3))).numbers["added"] == (20240300,)


def test_a_record_counts_in_every_facet_also_where_it_states_nothing() -> None:
    bare = document(Record("bare", RecordType.MISC, Multilingual.of("Bare")))
    assert {name: [value.key for value in values] for name, values in bare.facets.items()} == {
        field.name: ["misc"] if field.name == "type" else [MISSING] for field in SEARCHED if field.facet
    } | {"name": []}


def test_an_orcid_is_found_bare_and_as_an_address() -> None:
    author = replace(WALLS.contributors[0], orcid="0000-0002-1825-0097")
    found = document(replace(WALLS, contributors=(author,))).terms["orcid"]
    assert found == ("0000-0002-1825-0097", "https://orcid.org/0000-0002-1825-0097")


def test_whole_titles_are_found_with_and_without_their_subtitles_and_as_printed() -> None:
    titled = replace(
        WALLS,
        subtitle=Multilingual.of({"en": "A Survey"}),
        printed_title=Multilingual.of({"en": "ON WALLS."}),
    )
    assert document(titled).terms["exact"] == ("on walls", "on walls a survey", "о стенах")


def test_what_has_finds_is_what_a_record_has() -> None:
    described = replace(WALLS, abstract=Multilingual.of("Walls."), files=(File("walls.PDF"),))
    named = {"abstract", "keywords", "author", "date", "language", "project", "file", "doi"}
    assert set(traits(described)) == named
    assert set(traits(replace(described, access=Access(AccessStatus.OPEN)))) == {*named, "fulltext"}


def fingerprint(record: Record, *projects: Project) -> str:
    added = {record.key: str(record.added)}
    return fingerprints(Records.of([record]), added, Authorities({own.key: own for own in projects}))[
        record.key
    ]


def test_the_fingerprint_follows_what_a_document_says() -> None:
    variants = [
        fingerprint(WALLS),
        fingerprint(WALLS, GATES),
        fingerprint(WALLS, replace(GATES, acronym="G")),
        fingerprint(replace(WALLS, added=PartialDate(2020))),
        fingerprint(replace(WALLS, languages=("kk",))),
    ]
    assert len(set(variants)) == len(variants)


def test_the_fingerprint_does_not_follow_what_a_document_does_not_say() -> None:
    described = replace(GATES, description=Multilingual.of({"en": "About gates."}))
    assert fingerprint(WALLS, described) == fingerprint(WALLS, GATES)


ADA = Person("ada", {"en": ("Mason, Ada",), "kk": ("Тасшы, Ада",)})
STONES = Venue("stones", {"en": ("Stones",), "kk": ("Тастар",)})


def documented(record: Record, person: Person = ADA) -> Document:
    return document(record, Authorities(people=People((person,)), venues=Venues((STONES,))))


def test_a_person_is_found_by_names_that_the_record_does_not_print() -> None:
    names = [
        passage.text for passage in documented(WALLS, replace(ADA, variants=("Ada Mason",))).texts["author"]
    ]
    assert names == ["Ada Mason", "Ада Мейсон", "Eva Müller", "Ада Тасшы"]


def test_a_venue_is_found_by_names_that_the_record_does_not_print() -> None:
    record = replace(WALLS, container=Container(Multilingual.of({"en": "stones"})))
    assert [passage.text for passage in documented(record).texts["venue"]] == ["stones", "Тастар"]


def test_the_fingerprint_follows_the_people_and_venues_that_a_record_names_and_no_others() -> None:
    article = replace(WALLS, container=Container(Multilingual.of({"en": "Stones"})))
    others: list[Person | Venue] = [
        Person("otto", {"en": ("Other, Otto",)}),
        Venue("rocks", {"en": ("Rocks",)}),
    ]
    eva = Person("eva", {"en": ("Müller, Eva",)})

    def of(*entries: Person | Venue) -> str:
        people = People(tuple(own for own in entries if isinstance(own, Person)))
        venues = Venues(tuple(own for own in entries if isinstance(own, Venue)))
        authorities = Authorities(people=people, venues=venues)
        return fingerprints(Records.of([article]), {"walls": "2020"}, authorities)["walls"]

    variants: list[tuple[Person | Venue, ...]] = [
        (),
        (ADA,),
        (eva,),
        (replace(ADA, key="adele"),),
        (replace(ADA, variants=("Bell, Ada",)),),
        (STONES,),
        (replace(STONES, variants=("Pebbles",)),),
    ]
    assert len({of(*own) for own in variants}) == len(variants)
    assert of(*others) == of()
    assert of(*others, replace(ADA, scopus="7004212771"), STONES) == of(ADA, STONES)


EDITS: dict[str, st.SearchStrategy[Any]] = {
    "key": st.sampled_from(["ada", "other"]),
    "names": st.sampled_from([{"en": ("Mason, Ada",)}, {"ru": ("Мейсон, Ада",)}, {"en": ("Stones",)}]),
    "variants": st.sampled_from([(), ("Mason, A.", "Müller, Eva"), ("Камни", "Pebbles")]),
    "orcid": st.sampled_from(["", "0000-0002-1825-0097", "0000-0001-5109-3700"]),
    "issns": st.sampled_from([(), ("1234-5679",), ("2049-3630",)]),
}


@st.composite
def versions(draw: st.DrawFn) -> list[Authorities]:
    """Files of two people and a venue, which somebody edits twice, a value at a time."""
    people: list[Person] = [ADA, Person("eva", {"de": ("Müller, Eva",)})]
    venue, found = STONES, []
    for _ in range(2):
        name, values = draw(st.sampled_from(list(EDITS.items())))
        if hasattr(venue, name) and draw(st.booleans()):
            venue = replace(venue, **{name: draw(values)})
        elif hasattr(ADA, name):
            people[0] = replace(people[0], **{name: draw(values)})
        found.append(Authorities(people=People(tuple(people)), venues=Venues((venue,))))
    return found


CONTRIBUTORS = st.builds(
    Contributor,
    st.sampled_from([Name("Mason", "Ada"), Name("Mason", "A."), Name("Müller", "Eva")]),
    variants=st.sampled_from([(), (("ru", Name("Мейсон", "Ада")),)]),
    orcid=st.sampled_from(["", "0000-0002-1825-0097"]),
)


@settings(max_examples=200)
@given(
    st.lists(CONTRIBUTORS, max_size=3),
    st.sampled_from([(), (Identifier(Scheme.ISSN, "1234-5679"),)]),
    versions(),
)
def test_an_edit_that_a_document_follows_changes_its_fingerprint(
    contributors: list[Contributor], issns: tuple[Identifier, ...], files: list[Authorities]
) -> None:
    article = replace(
        WALLS,
        type=RecordType.ARTICLE,
        contributors=tuple(contributors),
        container=Container(Multilingual.of({"en": "Stones", "ru": "Камни"})),
        identifiers=issns,
    )
    records = Records.of([article])
    before, after = (fingerprints(records, {"walls": "2020"}, own)["walls"] for own in files)
    assert document(article, files[0]) == document(article, files[1]) or before != after


def test_an_orcid_and_an_issn_find_what_does_not_state_them() -> None:
    article = replace(WALLS, container=Container(Multilingual.of({"en": "Stones"})))
    known = replace(ADA, orcid="0000-0002-1825-0097"), replace(STONES, issns=("1234-5679",))
    terms = document(article, Authorities(people=People(known[:1]), venues=Venues(known[1:]))).terms
    assert terms["orcid"] == ("0000-0002-1825-0097", "https://orcid.org/0000-0002-1825-0097")
    assert terms["identifier"] == ("1234-5679", "12345679")


def test_the_fingerprint_follows_the_code(monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint(WALLS)
    monkeypatch.setattr(documents, "FORMAT", "another")
    assert fingerprint(WALLS) != before


def test_the_fingerprint_does_not_follow_the_line() -> None:
    assert fingerprint(replace(WALLS, origin=Origin("a.bib", 30))) == fingerprint(WALLS)
