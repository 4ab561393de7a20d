"""What records are counted under."""

from dataclasses import replace

from catalogue.concepts import Concept, Concepts
from catalogue.facet_values import author_facet, author_of_name, keyword_facet, name_facets, venue_facet
from catalogue.model import (
    Container,
    Contributor,
    Event,
    Identifier,
    Keyword,
    Multilingual,
    Name,
    Person,
    Record,
    RecordType,
    Role,
    Scheme,
    Text,
)
from catalogue.people import NO_PEOPLE, People
from catalogue.venues import Venue, Venues
from index import FacetValue

MASON = Contributor(Name("Mason", "Ada"), variants=(("ru", Name("Мейсон", "Ада")),))
ADA = Person("ada", {"en": ("Mason, Ada", "Mason, A."), "kk": ("Тасшы, Ада",)})
ARTICLE = Record(
    "walls",
    RecordType.ARTICLE,
    Multilingual.of("On Walls"),
    contributors=(MASON,),
    container=Container(Multilingual.of({"en": "Stones", "ru": "Камни"})),
)


def issns(*values: str) -> tuple[Identifier, ...]:
    return tuple(Identifier(Scheme.ISSN, value) for value in values)


def listed(record: Record, people: People = NO_PEOPLE) -> list[tuple[str, str]]:
    values = sorted(name_facets(record, people))
    return [(value.label, author_of_name(value.key)) for value in values]


def test_an_author_is_counted_by_the_folded_name_and_called_as_printed_in_each_form() -> None:
    assert author_facet(MASON) == FacetValue("mason, ada", "Mason, Ada / Мейсон, Ада")


def test_no_name_is_counted_as_what_has_a_file() -> None:
    named = replace(ARTICLE, container=Container(Multilingual.of({"en": "@stones"})))
    assert author_facet(Contributor(Name("@ada"))) == FacetValue("ada", "@ada")
    assert venue_facet(named) == FacetValue("stones", "@stones")


def test_an_orcid_is_the_key_of_its_owner() -> None:
    owner = replace(MASON, orcid="0000-0002-1825-0097")
    assert author_facet(owner) == FacetValue("0000-0002-1825-0097", "Mason, Ada / Мейсон, Ада")


def test_a_person_who_has_a_file_is_counted_by_it_and_called_as_it_says_first() -> None:
    label = "Mason, Ada / Mason, A. / Тасшы, Ада / Мейсон, Ада"
    assert author_facet(MASON, People((ADA,))) == FacetValue("@ada", label)


def test_people_are_listed_by_each_family_name_in_print_or_in_their_file() -> None:
    assert listed(ARTICLE) == [("Mason, Ada", "mason, ada"), ("Мейсон, Ада", "mason, ada")]
    assert listed(ARTICLE, People((ADA,))) == [("Mason, Ada", "@ada"), ("Тасшы, Ада", "@ada")]


def test_names_are_listed_in_the_order_of_their_letters() -> None:
    names = (("Ли", "Ян"), ("ЛИ", ""), ("Ким", ""))
    record = replace(ARTICLE, contributors=tuple(Contributor(Name(*name)) for name in names))
    assert [label for label, _ in listed(record)] == ["Ким", "ЛИ", "Ли, Ян"]


def test_editors_are_listed_only_where_there_is_no_author() -> None:
    editor = Contributor(Name("Müller", "Eva"), Role.EDITOR)
    edited, both = (replace(ARTICLE, contributors=own) for own in ((editor,), (MASON, editor)))
    assert listed(edited) == [("Müller, Eva", "muller, eva")]
    assert listed(both) == listed(ARTICLE)


def test_keywords_meet_in_any_case_and_under_their_concept() -> None:
    keyword = Keyword(Text("Dry  Stone"), "en")
    concepts = Concepts((Concept("masonry", {"en": ("masonry", "dry stone"), "ru": ("кладка",)}),))
    assert keyword_facet(keyword, Concepts()) == FacetValue("dry stone", "Dry  Stone")
    assert keyword_facet(keyword, concepts) == FacetValue("masonry", "masonry / кладка")


def test_a_journal_is_counted_by_its_issn_in_whatever_order_it_has_two() -> None:
    orders = (issns("1234-5679", "2049-3630"), issns("2049-3630", "1234-5679"))
    found = {venue_facet(replace(ARTICLE, identifiers=own)) for own in orders}
    assert found == {FacetValue("1234-5679", "Stones / Камни")}


def test_proceedings_are_counted_by_name_since_their_issn_is_that_of_the_series() -> None:
    proceedings = Container(Multilingual.of({"en": "Walls  ’19"}))
    paper = replace(
        ARTICLE, type=RecordType.INPROCEEDINGS, container=proceedings, identifiers=issns("1234-5679")
    )
    assert venue_facet(paper) == FacetValue("walls ’19", "Walls ’19")


def test_a_talk_is_counted_under_its_event() -> None:
    talk = replace(ARTICLE, container=None, event=Event(Multilingual.of({"en": "Masonry Days"})))
    assert venue_facet(talk) == FacetValue("masonry days", "Masonry Days")


def test_a_venue_that_has_a_file_is_counted_by_it() -> None:
    stones = Venue("stones", {"kk": ("Тастар",)}, variants=("камни",))
    assert venue_facet(ARTICLE, Venues((stones,))) == FacetValue("@stones", "Тастар / камни / Stones / Камни")


def test_what_appeared_nowhere_is_counted_nowhere() -> None:
    assert venue_facet(replace(ARTICLE, container=None)) is None
