"""The best of a result are refined by the words of the query, over every engine."""

from dataclasses import replace

import pytest

from index import Query, SearchEngine, Snapshot, Sort
from index.query import All, AnyOf, Group, Keyword, Node
from index.rerank import CANDIDATES
from index.terms import query_terms
from tests.index.random_texts import WORDS, many
from tests.index.shelf import document, fill

TYPED = WORDS[:3]


def groups(words: list[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(map(query_terms, words))


def asked(words: list[str]) -> Query:
    return Query(AnyOf(tuple(map(Group, groups(words)))), limit=200)


def refined(words: list[str]) -> Query:
    return replace(asked(words), words=groups(words))


def ids(snapshot: Snapshot, query: Query) -> list[str]:
    return [hit.id for hit in snapshot.search(query).hits]


@pytest.fixture
def library(engine: SearchEngine) -> SearchEngine:
    """More documents than are refined."""
    fill(engine, many(CANDIDATES + 40))
    return engine


@pytest.fixture
def pair(engine: SearchEngine) -> SearchEngine:
    """The same words, once side by side as typed."""
    fill(engine, [document("a", "water rises open"), document("b", "open water rises")])
    return engine


def test_words_that_stand_as_typed_come_first(pair: SearchEngine) -> None:
    snapshot = pair.snapshot()
    assert ids(snapshot, asked(TYPED)) == ["a", "b"]
    assert ids(snapshot, refined(TYPED)) == ["b", "a"]


def test_one_word_refines_nothing(pair: SearchEngine) -> None:
    snapshot = pair.snapshot()
    assert snapshot.search(refined(TYPED[:1])) == snapshot.search(asked(TYPED[:1]))


@pytest.mark.parametrize("known", ["long view", "the long view", "population long", "view population long"])
def test_a_paper_that_is_known_by_a_part_of_its_title_is_first(engine: SearchEngine, known: str) -> None:
    abstract = "The population of a coast has a view of the sea, as long as it is. "
    others = [document(f"other{n}", "Coasts", abstract=abstract * n) for n in (2, 3)]
    wanted = document("wanted", "Population — The long view", abstract="What a census tells. " * 10)
    fill(engine, [*others, wanted, *(document(f"rest{n}", "Rivers") for n in range(9))])

    words = tuple(query_terms(word) for word in known.split() if word != "the")
    query = Query(All(tuple(map(Group, words))))
    snapshot = engine.snapshot()

    assert ids(snapshot, query)[0] != "wanted"
    assert ids(snapshot, replace(query, words=words))[0] == "wanted"


@pytest.mark.parametrize(
    ("words", "is_smoothed"), [(["open", "sea"], False), (["open", "sea", "gull"], True)]
)
def test_two_words_do_not_say_what_else_resembles(
    engine: SearchEngine, words: list[str], is_smoothed: bool
) -> None:
    lakes = [document(name, "open lake water sediment") for name in "abc"]
    fill(engine, [*lakes, document("sea", "sand", abstract="open water, and the sea")])
    snapshot = engine.snapshot()

    scores = [
        {hit.id: hit.score for hit in snapshot.search(query).hits} for query in (asked(words), refined(words))
    ]
    assert (scores[0]["a"] != scores[1]["a"]) == is_smoothed


def test_a_word_typed_twice_is_two_words(pair: SearchEngine) -> None:
    assert ids(pair.snapshot(), refined(["open", "water", "open"])) == ["b", "a"]


def test_in_another_order_nothing_is_refined(pair: SearchEngine) -> None:
    snapshot = pair.snapshot()
    by_title = Sort("title", descending=True)
    results = [snapshot.search(replace(query, sort=by_title)) for query in (asked(TYPED), refined(TYPED))]
    assert results[0] == results[1]


def test_the_best_are_put_in_order_and_those_behind_keep_theirs(library: SearchEngine) -> None:
    snapshot = library.snapshot()
    base, better = ids(snapshot, asked(TYPED)), ids(snapshot, refined(TYPED))
    assert len(base) > CANDIDATES
    assert base[:CANDIDATES] != better[:CANDIDATES]
    assert set(base[:CANDIDATES]) == set(better[:CANDIDATES])
    assert base[CANDIDATES:] == better[CANDIDATES:]


@pytest.mark.parametrize("size", [7, 20, 60])
def test_pages_and_scans_have_the_same_order(library: SearchEngine, size: int) -> None:
    snapshot = library.snapshot()
    query = refined(TYPED)
    whole = snapshot.search(query).hits
    pages = [snapshot.search(replace(query, offset=at, limit=size)).hits for at in range(0, len(whole), size)]
    assert [hit for page in pages for hit in page] == list(whole)
    assert [hit.id for hit in snapshot.scan(query)] == [hit.id for hit in whole]


def test_what_filters_leave_is_refined(library: SearchEngine) -> None:
    snapshot = library.snapshot()
    filters = (("year", frozenset({"2019"})),)
    left = ids(snapshot, replace(asked(TYPED), filters=filters))
    better = ids(snapshot, replace(refined(TYPED), filters=filters))
    assert left != better
    assert set(left[:CANDIDATES]) == set(better[:CANDIDATES])


@pytest.mark.parametrize("first", [None, Keyword("040", ("key",))])
def test_nothing_that_follows_comes_before_what_matches(library: SearchEngine, first: Node | None) -> None:
    snapshot = library.snapshot()
    few = AnyOf(tuple(Keyword(key, ("key",)) for key in ("007", "040", "080")))
    query = replace(refined(TYPED), tree=few, otherwise=asked(TYPED).tree, first=first)
    results = snapshot.search(query)
    assert results.exact == 3
    assert {hit.id for hit in results.hits[:3]} == {"007", "040", "080"}
    assert first is None or results.hits[0].id == "040"


def test_what_scores_nothing_is_refined_too(pair: SearchEngine) -> None:
    query = replace(refined(TYPED), tree=Query().tree)
    assert ids(pair.snapshot(), query) == ["b", "a"]
