"""From a request to a page of results."""

from collections.abc import Iterator

import pytest

from catalogue.asking import SearchRequest
from catalogue.model import Identifier, Issued, Multilingual, PartialDate, Record, RecordType, Scheme
from catalogue.search import SearchPage, find, matching, neighbours, record_of, similar
from index import Snapshot
from tests.catalogue.shelf import shelved

STONE = "A wall of stone lasts. " * 30 + "Its mortar does not. " + "Rain comes down. " * 30


def record(key: str, year: int, **abstracts: str) -> Record:
    return Record(
        key,
        RecordType.ARTICLE if year % 2 else RecordType.BOOK,
        Multilingual.of({"en": f"On {key}", "ru": f"О предмете {key}"}),
        abstract=Multilingual.of(abstracts),
        issued=Issued.parse(str(year)),
        identifiers=(Identifier(Scheme.DOI, f"10.5555/{key}"),),
        added=PartialDate(2030 - (year - 2000)),
    )


RECORDS = (
    record("walls", 2019, en=STONE, ru="Стена из камня."),
    record("doors", 2020, en="A door of wood.", kk="Ағаш есік."),
    record("keys", 2021),
)


@pytest.fixture
def snapshot() -> Iterator[Snapshot]:
    with shelved(RECORDS) as newest:
        yield newest


def keys(page: SearchPage) -> list[str]:
    return [row.record.key for row in page.results]


def test_words_find_records(snapshot: Snapshot) -> None:
    assert keys(find(snapshot, SearchRequest("stones"))) == ["walls"]


@pytest.mark.parametrize("text", ["walls 2019", "10.5555/Walls", "https://doi.org/10.5555/walls", "walls"])
def test_years_identifiers_and_keys_are_found_without_naming_their_field(
    snapshot: Snapshot, text: str
) -> None:
    assert keys(find(snapshot, SearchRequest(text))) == ["walls"]


def test_nothing_asked_is_everything_newest_first(snapshot: Snapshot) -> None:
    assert keys(find(snapshot, SearchRequest())) == ["keys", "doors", "walls"]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("newest", ["keys", "doors", "walls"]),
        ("oldest", ["walls", "doors", "keys"]),
        ("title", ["doors", "keys", "walls"]),
        ("added", ["walls", "doors", "keys"]),
    ],
)
def test_results_can_be_ordered(snapshot: Snapshot, order: str, expected: list[str]) -> None:
    assert keys(find(snapshot, SearchRequest(sort=order))) == expected


@pytest.mark.parametrize("text", ["walls", "titl*", "doi:10.5555/walls walls", '-walls "stone"', "walsl~"])
def test_what_words_tell_apart_is_ordered_by_relevance(snapshot: Snapshot, text: str) -> None:
    assert find(snapshot, SearchRequest(text)).order == "relevance"


@pytest.mark.parametrize("text", ["*", "year:2000..", "type:article", "has:doi", "-walls", "key:wa*"])
def test_what_nothing_tells_apart_is_ordered_newest_first(snapshot: Snapshot, text: str) -> None:
    assert find(snapshot, SearchRequest(text)).order == "newest"


def test_an_order_nobody_knows_is_the_usual_one(snapshot: Snapshot) -> None:
    assert find(snapshot, SearchRequest("walls", sort="nonsense")).order == "relevance"
    assert find(snapshot, SearchRequest(sort="nonsense")).order == "newest"


def test_filters_narrow_and_their_own_facet_keeps_its_counts(snapshot: Snapshot) -> None:
    page = find(snapshot, SearchRequest(filters=(("type", frozenset({"book"})),)))
    types = next(group for group in page.facets if group.name == "type")
    assert keys(page) == ["doors"]
    assert {value.key: value.count for value in types.values} == {"article": 2, "book": 1}


def test_pages_are_turned(snapshot: Snapshot) -> None:
    first, second = (find(snapshot, SearchRequest(page=number, size=2)) for number in (1, 2))
    assert (keys(first), keys(second), first.pages) == (["keys", "doors"], ["walls"], 2)


def test_a_page_beyond_the_last_is_empty(snapshot: Snapshot) -> None:
    assert keys(find(snapshot, SearchRequest(page=10**9))) == []


def test_what_matches_is_marked_in_the_title(snapshot: Snapshot) -> None:
    (row,) = find(snapshot, SearchRequest("wall")).results
    assert row.title == (("On ", False), ("walls", True))


def test_what_matches_only_some_of_it_is_marked_as_it_was_found(snapshot: Snapshot) -> None:
    page = find(snapshot, SearchRequest('"keys on stone" doors wood rain mortar camels'))
    titles = {row.record.key: row.title for row in page.results}
    assert (page.exact, titles["keys"]) == (0, (("On ", False), ("keys", True)))


def test_the_snippet_shows_the_passage_that_matches(snapshot: Snapshot) -> None:
    (row,) = find(snapshot, SearchRequest("mortar")).results
    assert ("mortar", True) in row.snippet.pieces
    assert len("".join(text for text, _ in row.snippet.pieces)) < len(STONE) / 2


def test_the_snippet_is_in_the_language_that_matches(snapshot: Snapshot) -> None:
    (row,) = find(snapshot, SearchRequest("стены")).results
    assert row.snippet_language == "ru"


def test_titles_are_in_the_language_of_the_reader(snapshot: Snapshot) -> None:
    (row,) = find(snapshot, SearchRequest("mortar"), ("ru",)).results
    assert "".join(text for text, _ in row.title) == "О предмете walls"


def test_a_whole_result_is_streamed(snapshot: Snapshot) -> None:
    assert [r.key for r in matching(snapshot, SearchRequest(sort="oldest", size=1))] == [
        "walls",
        "doors",
        "keys",
    ]


def test_a_record_is_found_by_its_key(snapshot: Snapshot) -> None:
    assert record_of(snapshot, "walls") == RECORDS[0]
    assert record_of(snapshot, "nobody") is None


def test_what_cannot_be_read_is_searched_as_words_with_a_notice(snapshot: Snapshot) -> None:
    page = find(snapshot, SearchRequest('"stone'))
    assert keys(page) == ["walls"]
    assert len(page.notices) == 1


@pytest.mark.parametrize(
    "text",
    [
        "10.5555/walls",
        "doi:10.5555/WALLS",
        "DOI 10.5555/walls",
        "http://dx.doi.org/10.5555/walls",
        "walls",
        "On walls",
        "«ON WALLS!»",
        "О предмете walls",
    ],
)
def test_who_names_one_record_finds_it_first(text: str) -> None:
    rivals = (
        record("more", 2022, en="Walls, walls, on walls: " * 9),
        record("so", 2023, en="10.5555/walls doi " * 9),
    )
    with shelved((*rivals, *RECORDS)) as snapshot:
        assert keys(find(snapshot, SearchRequest(text)))[0] == "walls"


def test_what_shares_next_to_nothing_is_not_similar() -> None:
    abstracts = {
        "dykes": "Peat, clay and reed hold a dyke against storm floods.",
        "polders": "Clay and reed drain a polder after storm floods.",
        "sluices": "A sluice of clay and peat lets storm floods out.",
        "weather": "Storm.",
        **{f"other{number}": f"Nothing of use, for the {number}. time." for number in range(5)},
    }
    made = [
        Record(key, RecordType.ARTICLE, Multilingual.of({"en": ""}), abstract=Multilingual.of({"en": t}))
        for key, t in abstracts.items()
    ]
    with shelved(made) as snapshot:
        found = [hit.id for hit in snapshot.similar("dykes", signals={}, limit=5)]
        assert set(found) == {"polders", "sluices", "weather"}
        assert {each.key for each in similar(snapshot, "dykes")} == {"polders", "sluices"}


@pytest.mark.parametrize("text", ["stone OR door OR keys", "walls doors keys", "on walls", ""])
def test_neighbours_are_those_of_the_pages(snapshot: Snapshot, text: str) -> None:
    request = SearchRequest(text, match="any")
    whole = keys(find(snapshot, request))
    found = [neighbours(snapshot, request, at) for at in range(1, len(whole) + 1)]
    assert [each.here and each.here.key for each in found] == whole
    assert [each.before and each.before.key for each in found] == [None, *whole[:-1]]
    assert [each.after and each.after.key for each in found] == [*whole[1:], None]
    assert {each.total for each in found} == {len(whole)}
