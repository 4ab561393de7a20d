"""What comes first of a result and what follows it, over every engine."""

from dataclasses import replace

import pytest

from index import CursorInvalid, Query, SearchEngine, Snapshot, Sort
from index.query import ENOUGH, Group, Keyword, Node, Not, Range
from tests.index.shelf import document, fill, query

MIGRATION = query("migration").tree  # ada and bo in titles, di in an abstract
LABOUR = query("labour").tree  # ada, fay
BOTH = Query(query("migration AND labour").tree, otherwise=query("migration OR labour").tree)
"""Matched by ada; bo, di and fay follow."""


def ids(snapshot: Snapshot, asked: Query) -> list[str]:
    return [hit.id for hit in snapshot.search(asked).hits]


def test_what_matches_first_comes_before_what_scores_more(shelf: SearchEngine) -> None:
    snapshot = shelf.snapshot()
    assert ids(snapshot, Query(MIGRATION))[-1] == "di"
    results = snapshot.search(Query(MIGRATION, first=Keyword("di", ("key",))))
    assert [hit.id for hit in results.hits] == ["di", *ids(snapshot, Query(MIGRATION))[:-1]]
    assert results.exact is None


def test_what_matches_first_adds_nothing_to_a_result(shelf: SearchEngine) -> None:
    first = Keyword("ed", ("key",))
    assert set(ids(shelf.snapshot(), Query(MIGRATION, first=first))) == {"ada", "bo", "di"}


def test_of_several_that_come_first_the_best_leads(shelf: SearchEngine) -> None:
    first = Range("year", 2020, None)
    assert ids(shelf.snapshot(), Query(MIGRATION, first=first)) == ["bo", "di", "ada"]


def test_where_few_match_others_follow_by_their_own_scores(shelf: SearchEngine) -> None:
    snapshot = shelf.snapshot()
    results = snapshot.search(BOTH)
    assert BOTH.otherwise is not None
    others = [hit for hit in snapshot.search(Query(BOTH.otherwise)).hits if hit.id != "ada"]
    assert (results.hits[0].id, results.hits[1:]) == ("ada", tuple(others))
    assert (results.exact, results.total) == (1, 4)


def test_the_few_that_match_come_before_those_that_score_more(engine: SearchEngine) -> None:
    fill(engine, [document("a", abstract="rare common"), document("b", "rare rare common rare")])
    asked = Query(Keyword("a", ("key",)), otherwise=query("rare common").tree)
    assert ids(engine.snapshot(), asked) == ["a", "b"]


def test_where_nothing_matches_all_that_is_found_follows(shelf: SearchEngine) -> None:
    results = shelf.snapshot().search(Query(query("gender labour").tree, otherwise=LABOUR))
    assert ({hit.id for hit in results.hits}, results.exact) == ({"ada", "fay"}, 0)


@pytest.mark.parametrize(("matching", "follows"), [(ENOUGH - 1, True), (ENOUGH, False)])
def test_where_enough_match_nothing_follows(engine: SearchEngine, matching: int, follows: bool) -> None:
    fill(engine, [document("other", "gender"), *(document(f"a{n}", "labour") for n in range(matching))])
    results = engine.snapshot().search(Query(LABOUR, otherwise=query("gender").tree))
    assert (results.total, results.exact) == ((matching + 1, matching) if follows else (matching, None))


def test_whether_enough_match_is_told_before_filters(engine: SearchEngine) -> None:
    fill(
        engine,
        [
            document("other", "gender", year=2000),
            document("early", "labour", year=2000),
            *(document(f"a{n}", "labour", year=2020) for n in range(ENOUGH)),
        ],
    )
    asked = Query(LABOUR, otherwise=query("gender").tree, filters=(("year", frozenset({"2000"})),))
    assert ids(engine.snapshot(), asked) == ["early"]


@pytest.mark.parametrize("otherwise", [MIGRATION, query("nothing").tree])
def test_where_nothing_more_matches_it_is_as_if_it_had_not_been_asked(
    shelf: SearchEngine, otherwise: Node
) -> None:
    snapshot = shelf.snapshot()
    found = snapshot.search(Query(MIGRATION, otherwise=otherwise))
    assert replace(found, expanded=0) == replace(snapshot.search(Query(MIGRATION)), expanded=0)


def test_facets_count_what_follows_too(shelf: SearchEngine) -> None:
    snapshot = shelf.snapshot()
    results = snapshot.search(replace(BOTH, facets=("year",)))
    assert {c.key: c.count for c in results.facets["year"]} == {"2019": 2, "2021": 2}
    assert {c.key: c.count for c in snapshot.values("year", query=BOTH)} == {"2019": 2, "2021": 2}


def test_filters_leave_less_of_what_matches_and_of_what_follows(shelf: SearchEngine) -> None:
    snapshot = shelf.snapshot()
    in_2019 = ("year", frozenset({"2019"}))
    early = snapshot.search(replace(BOTH, filters=(in_2019,)))
    assert ([hit.id for hit in early.hits], early.exact) == (["ada", "fay"], 1)
    late = snapshot.search(replace(BOTH, filters=(("year", frozenset({"2021"})),)))
    assert ([hit.id for hit in late.hits], late.exact) == (["bo", "di"], 0)
    article = snapshot.search(replace(BOTH, filters=(("type", frozenset({"article"})), in_2019)))
    assert ([hit.id for hit in article.hits], article.exact) == (["ada"], None)


def test_what_comes_first_of_what_follows_leads_and_counts_as_matching(shelf: SearchEngine) -> None:
    results = shelf.snapshot().search(replace(BOTH, first=Keyword("di", ("key",))))
    assert ([hit.id for hit in results.hits][:2], results.exact) == (["di", "ada"], 2)


@pytest.mark.parametrize("first", [None, Keyword("di", ("key",)), Not(Group((":nobody",)))])
def test_pages_and_scans_have_the_same_order(shelf: SearchEngine, first: Node | None) -> None:
    snapshot = shelf.snapshot()
    asked = replace(BOTH, first=first)
    whole = ids(snapshot, asked)
    pages = [ids(snapshot, replace(asked, offset=at, limit=2)) for at in (0, 2)]
    assert pages == [whole[:2], whole[2:]]
    assert [hit.id for hit in snapshot.scan(asked)] == whole


def test_a_cursor_is_of_what_comes_first_and_what_follows(shelf: SearchEngine) -> None:
    snapshot = shelf.snapshot()
    cursor = next(snapshot.scan(BOTH)).cursor
    for other in (replace(BOTH, otherwise=None), replace(BOTH, first=LABOUR)):
        with pytest.raises(CursorInvalid):
            snapshot.scan(other, after=cursor)


def test_in_another_order_nothing_comes_first_or_follows(shelf: SearchEngine) -> None:
    snapshot = shelf.snapshot()
    asked = replace(BOTH, first=Range("year", 2021, None), sort=Sort("year"))
    results = snapshot.search(asked)
    assert ([hit.id for hit in results.hits], results.exact) == (["ada"], None)
    assert [hit.id for hit in snapshot.scan(BOTH, Sort("year"))] == ["ada"]
    assert [(c.key, c.count) for c in snapshot.values("year", query=asked)] == [("2019", 1)]


def test_all_values_of_a_whole_facet_are_counted(shelf: SearchEngine) -> None:
    asked = Query(facets=("year", "author"), facet_limit=1, whole=frozenset({"year"}))
    facets = shelf.snapshot().search(asked).facets
    assert (len(facets["year"]), len(facets["author"])) == (3, 1)


def test_a_page_without_hits_tells_the_same_totals(shelf: SearchEngine) -> None:
    snapshot = shelf.snapshot()
    asked = replace(BOTH, first=Keyword("di", ("key",)), facets=("year",))
    whole, counted = snapshot.search(asked), snapshot.search(replace(asked, limit=0))
    assert counted == replace(whole, hits=())
