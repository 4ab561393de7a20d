from collections.abc import Iterator

from catalogue.facet_values import author_facet
from catalogue.model import (
    Contributor,
    Issued,
    Keyword,
    Multilingual,
    Name,
    PartialDate,
    Record,
    RecordType,
    Text,
)
from catalogue.pictures import MOST_KEYWORDS, MOST_PEOPLE, by_year, co_authors, keywords_over_time
from index import FacetValue
from tests.catalogue.shelf import shelved

ANN = "ash, ann"


def authors(record: Record) -> Iterator[FacetValue]:
    return map(author_facet, record.contributors)


def paper(number: int, year: int | None = 2020, by: str = "", on: str = "") -> Record:
    """A paper of this year by people and on keywords, each a word."""
    return Record(
        key=f"paper{number}",
        type=RecordType.ARTICLE,
        title=Multilingual.of(f"Paper {number}"),
        issued=Issued(PartialDate(year)) if year else None,
        contributors=tuple(Contributor(Name(name, "Ann" if name == "Ash" else "X")) for name in by.split()),
        keywords=tuple(Keyword(Text(word)) for word in on.split()),
    )


def test_years_are_counted_and_records_without_any_left_out() -> None:
    years = [2001, 2001, 2003, 2004, None]
    with shelved(paper(number, year) for number, year in enumerate(years)) as snapshot:
        assert by_year(snapshot, ()) == {2001: 2, 2003: 1, 2004: 1}


def test_years_are_those_of_what_filters_leave() -> None:
    papers = [paper(number, 2000 + number, on="reeds" if number % 2 else "rice") for number in range(8)]
    with shelved(papers) as snapshot:
        assert by_year(snapshot, (("keyword", frozenset({"reeds"})),)) == {2001: 1, 2003: 1, 2005: 1, 2007: 1}


def test_two_years_are_no_picture() -> None:
    with shelved(paper(number, 2000 + number % 2) for number in range(9)) as snapshot:
        assert by_year(snapshot, ()) is None


def test_the_most_frequent_keywords_are_followed_through_the_years() -> None:
    papers = [
        paper(number, 2000 + number, on="rice reeds" if number < 2 else "rice fish") for number in range(5)
    ]
    with shelved(papers) as snapshot:
        shown = keywords_over_time(snapshot, ())
    assert shown is not None
    assert {value.key: counts for value, counts in shown.keywords} == {
        "rice": {2000: 1, 2001: 1, 2002: 1, 2003: 1, 2004: 1},
        "fish": {2002: 1, 2003: 1, 2004: 1},
        "reeds": {2000: 1, 2001: 1},
    }
    assert shown.years == range(2000, 2005)


def test_only_so_many_keywords_are_followed() -> None:
    words = " ".join(f"word{number:02}" for number in range(MOST_KEYWORDS + 5))
    with shelved(paper(number, 2000 + number, on=words) for number in range(4)) as snapshot:
        shown = keywords_over_time(snapshot, ())
    assert shown is not None
    assert len(shown.keywords) == MOST_KEYWORDS


def test_keywords_of_a_single_publication_each_are_no_picture() -> None:
    with shelved(paper(number, 2000 + number, on=f"only{number}") for number in range(9)) as snapshot:
        assert keywords_over_time(snapshot, ()) is None


def test_co_authors_are_told_with_what_they_wrote_together() -> None:
    papers = [
        paper(1, by="Ash Birch Cedar"),
        paper(2, by="Ash Birch"),
        paper(3, by="Ash Dogwood"),
        paper(4, by="Birch Dogwood"),  # not hers
    ]
    with shelved(papers) as snapshot:
        ties = co_authors(snapshot, ANN, authors)
    assert ties is not None
    assert {value.label: value.count for value in ties.people} == {
        "Birch, X": 2,
        "Cedar, X": 1,
        "Dogwood, X": 1,
    }
    named = [value.label for value in ties.people]
    assert {frozenset(named[place] for place in pair): number for pair, number in ties.pairs.items()} == {
        frozenset({"Birch, X", "Cedar, X"}): 1
    }


def test_who_wrote_together_stands_together() -> None:
    pairs = ["Birch Cedar", "Dogwood Elm", "Cedar Birch", "Elm Dogwood"]
    with shelved(paper(number, by=f"Ash {pair}") for number, pair in enumerate(pairs)) as snapshot:
        ties = co_authors(snapshot, ANN, authors)
    assert ties is not None
    assert set(ties.pairs) == {(0, 1), (2, 3)}


def test_co_authors_who_never_met_are_no_picture() -> None:
    with shelved(paper(number, by=f"Ash Other{number}") for number in range(9)) as snapshot:
        assert co_authors(snapshot, ANN, authors) is None


def test_a_paper_by_very_many_tells_nothing_of_who_wrote_with_whom() -> None:
    crowd = " ".join(f"Name{number:03}" for number in range(MOST_PEOPLE + 2))
    with shelved(paper(number, by=f"Ash {crowd}") for number in range(3)) as snapshot:
        assert co_authors(snapshot, ANN, authors) is None
