from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from catalogue.asking import DEEPEST, MATCHES, SORTS, SearchRequest
from catalogue.facets import FACETS
from catalogue.web.querystring import LONGEST_TEXT, MOST_VALUES, arguments_of, parse, without

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30).map(
    lambda text: " ".join(text.split())
)
YEARS = st.frozensets(st.integers(0, 2100).map(str), min_size=1, max_size=3)
VALUES = st.frozensets(WORDS.filter(bool), min_size=1, max_size=3)


@st.composite
def requests(draw: st.DrawFn) -> SearchRequest:
    facets = draw(
        st.lists(st.sampled_from(FACETS), unique=True, max_size=3).map(
            lambda own: sorted(own, key=FACETS.index)
        )
    )
    return SearchRequest(
        text=draw(WORDS),
        filters=tuple((facet, draw(YEARS if facet == "year" else VALUES)) for facet in facets),
        sort=draw(st.sampled_from(["", *SORTS])),
        page=draw(st.integers(1, 50)),
        size=draw(st.integers(1, 100)),
        match=draw(st.sampled_from(["", *MATCHES])),
        narrow=draw(VALUES | st.just(frozenset())),
        revision=draw(st.sampled_from(["", "0123456789ab"])),
    )


def pairs(arguments: dict[str, str | int | list[str]]) -> Iterator[tuple[str, str]]:
    for name, value in arguments.items():
        yield from ((name, str(each)) for each in (value if isinstance(value, list) else [value]))


@given(requests())
def test_a_request_survives_its_address(request: SearchRequest) -> None:
    assert parse(MultiDict(pairs(arguments_of(request, 20))), 20) == request


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["q", "page", "size", "sort", "match", "narrow", "revision", *FACETS, "x"]),
            st.text(max_size=20),
        )
    )
)
def test_any_address_states_a_request_within_bounds(arguments: list[tuple[str, str]]) -> None:
    request = parse(MultiDict(arguments), 20)
    assert 1 <= request.size <= 100
    assert 1 <= request.page <= DEEPEST // request.size


def test_what_says_nothing_is_left_out() -> None:
    assert arguments_of(SearchRequest(size=20), 20) == {}


@pytest.mark.parametrize("value", ["9" * 5000, "-1", "1.5", "²", "0", ""])
def test_a_page_that_is_no_number_is_the_first(value: str) -> None:
    assert parse(MultiDict({"page": value}), 20).page == 1


def test_nobody_pages_beyond_the_deepest_result() -> None:
    assert parse(MultiDict({"page": "999999"}), 20).page == DEEPEST // 20


def test_a_text_without_end_is_cut() -> None:
    assert len(parse(MultiDict({"q": "a" * 100_000}), 20).text) == LONGEST_TEXT


def test_values_without_end_are_cut() -> None:
    values = [("author", str(number)) for number in range(1000)]
    assert len(parse(MultiDict(values), 20).selected("author")) == MOST_VALUES


def test_filters_of_several_facets_share_their_bound() -> None:
    values = [(facet, str(number)) for number in range(1000) for facet in ("author", "keyword", "venue")]
    found = parse(MultiDict(values), 20)
    assert sum(len(keys) for _, keys in found.filters) == MOST_VALUES


def test_a_value_said_twice_counts_once() -> None:
    values = [("author", str(number // 2)) for number in range(2 * MOST_VALUES)]
    assert len(parse(MultiDict(values), 20).selected("author")) == MOST_VALUES


def test_a_filter_taken_away_leaves_the_others_and_starts_again() -> None:
    request = SearchRequest(filters=(("type", frozenset({"a", "b"})), ("year", frozenset({"1"}))), page=3)
    assert without(request, "type", "a") == SearchRequest(
        filters=(("type", frozenset({"b"})), ("year", frozenset({"1"})))
    )
