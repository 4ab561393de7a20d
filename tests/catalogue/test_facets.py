"""What a page shows of facets, and what engines are asked of them."""

from collections.abc import Iterator

import pytest

from catalogue.documents import FIELDS, MISSING, document
from catalogue.facets import COUNTED, FACET_VALUES, FacetGroup, occurring, of_facet
from catalogue.model import Issued, Multilingual, Record, RecordType
from index import FacetCount, Query, Snapshot, analyse, open_engine


@pytest.fixture
def snapshot() -> Iterator[Snapshot]:
    engine = open_engine("memory:", FIELDS)
    records = [
        Record(f"r{year}", RecordType.BOOK, Multilingual.of(f"On {year}"), issued=Issued.parse(str(year)))
        for year in (1990, 2010, 2020)
    ]
    engine.update([analyse(document(each), FIELDS) for each in records], ())
    with engine.snapshot() as newest:
        yield newest
    engine.close()


def counts(*keys: str) -> list[FacetCount]:
    """Values, each more frequent than the next."""
    return [FacetCount(key, key, len(keys) - place) for place, key in enumerate(keys)]


def keys(group: FacetGroup) -> list[str]:
    return [value.key for value in group.values]


LETTERS = "abcdefghijklmnop"


def test_a_page_shows_the_most_frequent_values_and_that_there_are_others() -> None:
    group = FacetGroup.of("author", counts(*LETTERS[: FACET_VALUES + 1]), frozenset())
    assert (keys(group), group.has_more) == ([*LETTERS[:FACET_VALUES]], True)


def test_as_many_values_as_a_page_shows_are_all() -> None:
    assert not FacetGroup.of("author", counts(*LETTERS[:FACET_VALUES]), frozenset()).has_more


def test_a_value_that_is_chosen_is_shown_however_rare_it_is() -> None:
    group = FacetGroup.of("author", counts(*LETTERS), frozenset("p"))
    assert keys(group) == [*LETTERS[:FACET_VALUES], "p"]


def test_records_that_state_nothing_are_counted_last() -> None:
    assert keys(FacetGroup.of("author", counts(MISSING, "a", "b"), frozenset())) == ["a", "b", MISSING]


def test_records_that_state_nothing_take_the_place_of_no_value() -> None:
    counted = counts(*LETTERS[:4], MISSING, *LETTERS[4 : COUNTED - 1])
    group = FacetGroup.of("author", counted, frozenset())
    assert (keys(group), group.has_more) == ([*LETTERS[:FACET_VALUES], MISSING], True)


def test_a_facet_that_no_record_states_is_not_shown() -> None:
    assert keys(FacetGroup.of("project", counts(MISSING), frozenset())) == []


def test_a_facet_that_no_record_states_is_shown_where_it_is_filtered_by() -> None:
    assert keys(FacetGroup.of("project", counts(MISSING), frozenset([MISSING]))) == [MISSING]


def test_every_year_is_shown() -> None:
    assert keys(FacetGroup.of("year", counts(*LETTERS), frozenset())) == [*LETTERS]


def test_an_engine_is_asked_for_no_year_that_no_record_has(snapshot: Snapshot) -> None:
    filters = (("type", frozenset(["book"])), ("year", frozenset(map(str, range(2000, 2100)))))
    assert occurring(snapshot, filters) == (filters[0], ("year", frozenset(["2010", "2020"])))


def test_years_that_no_record_has_still_find_nothing(snapshot: Snapshot) -> None:
    filters = occurring(snapshot, (("year", frozenset(map(str, range(1000, 1100)))),))
    assert snapshot.search(Query(filters=filters)).total == 0


def test_a_facet_is_counted_without_its_own_filter() -> None:
    asked = Query(filters=(("year", frozenset(["2010"])), ("type", frozenset(["book"]))), words=(("a",),))
    assert of_facet(asked, "year") == Query(
        filters=(("type", frozenset(["book"])),), facets=("year",), limit=0
    )
