"""What every engine answers: matching sets, facets, order, pages."""

import math
from dataclasses import replace
from itertools import islice
from string import ascii_lowercase

import pytest

from index import FacetCount, NoticeCode, Query, SearchEngine, Sort, UnknownField
from index.field import NONE_STATED
from index.query import MAX_EXPANSIONS
from tests.index.shelf import document, fill, found, query


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("migration", {"ada", "bo", "di"}),
        ("migrating", {"ada", "bo", "di"}),
        ("migration labour", {"ada"}),
        ("gender OR labour", {"ada", "bo", "fay"}),
        ("migration -labour", {"bo", "di"}),
        ("NOT migration", {"cy", "ed", "fay"}),
        ("policy (gender OR labour)", {"bo", "fay"}),
        ('"migration policy"', {"bo"}),
        ('"policy migration"', set()),
        ("title:migration", {"ada", "bo"}),
        ("ti:migration", {"ada", "bo"}),
        ("abstract:(women OR mail)", {"di", "ed"}),
        ("author:müller", {"ada", "bo", "fay"}),
        ("author:muller", {"ada", "bo", "fay"}),
        ("note:migration", {"fay"}),
        ("gender-sensitive", {"bo"}),
        ("gendersensitive", {"bo"}),
        ("gender sensitive", {"bo"}),
        ("email", {"ed"}),
        ("e-mail", {"ed"}),
        ("EU's", {"ed"}),
        ("eu", {"ed"}),
        ("état", {"cy"}),
        ("etat", {"cy"}),
        ("l’état", {"cy"}),
        ("celik", {"cy"}),
        ("женщина", {"di"}),
        ("миграции", {"di"}),
        ("КӨШІ-ҚОН", {"ed"}),
        ("migr*", {"ada", "bo", "di"}),
        ("title:migr*", {"ada", "bo"}),
        ("year:2019", {"ada", "fay"}),
        ("year:2020..2021", {"bo", "cy", "di"}),
        ("year:2020..", {"bo", "cy", "di"}),
        ("year:..2019", {"ada", "fay"}),
        ("year:>2020", {"bo", "di"}),
        ("year:<=2020", {"ada", "cy", "fay"}),
        ("2020", {"cy"}),
        ("type:BOOK", {"bo", "fay"}),
        ("book", set()),
        ("key:fay", {"fay"}),
        ("fay", {"fay"}),
        ("key:fa*", {"fay"}),
        ("the", {"ed", "fay"}),
        ("the labour", {"ada", "fay"}),
        ("+the labour", {"fay"}),
        ('"the policy of labour"', {"fay"}),
        ('"policy labour"', set()),
        ('"labour policy"~1', {"fay"}),
        ('"policy labour"~0', set()),
        ('title:"migration gender"~1', {"bo"}),
        ('"policy policy"~3', {"bo", "ed", "fay"}),
        ("lab?ur", {"ada", "fay"}),
        ("mi*tion", {"ada", "bo"}),
        ("title:mi*tion", {"ada", "bo"}),
        ("migr?te", {"di"}),
        ("lobaur~2", {"ada", "fay"}),
        ("labuor~1", {"ada", "fay"}),
        ("lobaur~1", set()),
        ("title:Labor~", {"ada", "fay"}),
        ("-migratoin~ policy^3", {"ed", "fay"}),
        ("*", {"ada", "bo", "cy", "di", "ed", "fay"}),
        ("", {"ada", "bo", "cy", "di", "ed", "fay"}),
        ("!!!", set()),
    ],
)
def test_finds_exactly(shelf: SearchEngine, text: str, ids: set[str]) -> None:
    assert found(shelf.snapshot(), text) == ids


def test_phrase_does_not_reach_across_passages(engine: SearchEngine) -> None:
    fill(engine, [document("a", authors=["Ada Bell", "Cy Dee"])])
    assert found(engine.snapshot(), 'author:"bell cy"') == set()


def test_filters_join_by_or_inside_a_facet_and_by_and_between(shelf: SearchEngine) -> None:
    filters = (("year", frozenset({"2019", "2021"})), ("type", frozenset({"book"})))
    hits = shelf.snapshot().search(Query(filters=filters)).hits
    assert [hit.id for hit in hits] == ["bo", "fay"]


def test_a_facets_own_filter_is_left_out_of_its_counts(shelf: SearchEngine) -> None:
    filters = (("year", frozenset({"2019"})), ("type", frozenset({"book"})))
    results = shelf.snapshot().search(Query(filters=filters, facets=("year", "type")))
    assert {f: {c.key: c.count for c in counts} for f, counts in results.facets.items()} == {
        "year": {"2019": 1, "2021": 1},
        "type": {"article": 1, "book": 1},
    }


def test_facet_values_keep_their_commas_and_most_frequent_label(shelf: SearchEngine) -> None:
    results = shelf.snapshot().search(Query(facets=("author",)))
    assert results.facets["author"] == (
        FacetCount("müller, anna", "Müller, Anna", 3),
        FacetCount("ode, bea", "Ode, Bea", 1),
        FacetCount("çelik, deniz", "Çelik, Deniz", 1),
    )


def test_filtered_values_are_counted_beyond_the_limit(shelf: SearchEngine) -> None:
    asked = Query(filters=(("type", frozenset({"report"})),), facets=("type",), facet_limit=1)
    counts = shelf.snapshot().search(asked).facets["type"]
    assert [c.key for c in counts] == ["article", "report"]


def test_what_states_no_value_is_counted_beyond_the_limit(engine: SearchEngine) -> None:
    kinds = {"a": "book", "b": "book", "c": NONE_STATED}
    fill(engine, [document(id, type=kind) for id, kind in kinds.items()])
    counts = engine.snapshot().search(Query(facets=("type",), facet_limit=1)).facets["type"]
    assert [(c.key, c.count) for c in counts] == [("book", 2), (NONE_STATED, 1)]


def test_a_filter_that_nothing_has_finds_nothing(shelf: SearchEngine) -> None:
    results = shelf.snapshot().search(Query(filters=(("year", frozenset({"1066"})),), facets=("author",)))
    assert (results.total, results.facets["author"]) == (0, ())


@pytest.mark.parametrize(
    ("descending", "ids"),
    [(False, ["ada", "fay", "cy", "bo", "di", "ed"]), (True, ["bo", "di", "cy", "ada", "fay", "ed"])],
)
def test_sort_puts_ties_by_id_and_missing_values_last(
    shelf: SearchEngine, descending: bool, ids: list[str]
) -> None:
    results = shelf.snapshot().search(Query(sort=Sort("year", descending)))
    assert [hit.id for hit in results.hits] == ids


def test_relevance_puts_the_title_before_the_abstract(shelf: SearchEngine) -> None:
    hits = shelf.snapshot().search(query("migration")).hits
    assert hits[-1].id == "di"


def test_a_rare_word_weighs_more_than_a_common_one(engine: SearchEngine) -> None:
    fill(engine, [document("a", "common"), document("b", "common"), document("c", "rare")])
    assert engine.snapshot().search(query("common OR rare")).hits[0].id == "c"


def test_repeated_query_words_count(shelf: SearchEngine) -> None:
    once, twice = (shelf.snapshot().search(query(text)).hits[0].score for text in ("labour", "labour labour"))
    assert twice == pytest.approx(2 * once)


def test_a_boost_multiplies_the_weight_of_its_words(shelf: SearchEngine) -> None:
    snapshot = shelf.snapshot()
    once, thrice, half = (
        snapshot.search(query(t)).hits[0].score for t in ("état", "état^3", "(état^2)^0.25")
    )
    assert (thrice, half) == (pytest.approx(3 * once), pytest.approx(once / 2))


def test_a_compound_is_said_twice_and_each_counts_half(engine: SearchEngine) -> None:
    fill(engine, [document("compound", "e-mail"), document("word", "post"), document("piece", "email")])
    e_mail, post = (engine.snapshot().search(query(text)).hits[0] for text in ("e-mail", "post"))

    # Here “e” and “mail” are as rare as “post”, and the joined form stands in two of the three.
    rare, common = math.log(1 + 2.5 / 1.5), math.log(1 + 1.5 / 2.5)
    of_weight = {"compound": 2 / 2 * rare + common / 2, "word": rare}
    lengths = {"compound": 2, "word": 1}
    saturated = {id: 3 * 2.2 / (3 + 1.2 * (0.25 + 0.75 * words / (4 / 3))) for id, words in lengths.items()}
    assert [e_mail.score, post.score] == pytest.approx(
        [of_weight[hit.id] * saturated[hit.id] for hit in (e_mail, post)]
    )


def test_a_window_does_not_reach_across_passages(engine: SearchEngine) -> None:
    fill(engine, [document("a", authors=["Ada Bell", "Cy Dee"])])
    assert found(engine.snapshot(), 'author:"bell cy"~999') == set()


def test_pages_join_to_the_whole(shelf: SearchEngine) -> None:
    snapshot = shelf.snapshot()
    pages = [snapshot.search(replace(query(""), offset=at, limit=4)).hits for at in (0, 4, 8)]
    assert [[hit.id for hit in page] for page in pages] == [["ada", "bo", "cy", "di"], ["ed", "fay"], []]


def test_a_hit_carries_what_was_stored(shelf: SearchEngine) -> None:
    hit = shelf.snapshot().get("cy")
    assert hit is not None
    assert hit.stored == "<cy>"


def test_an_unknown_id_is_none(shelf: SearchEngine) -> None:
    assert shelf.snapshot().get("zoe") is None


@pytest.mark.parametrize("asked", [Query(facets=("title",)), Query(filters=(("x", frozenset()),))])
def test_what_is_no_facet_is_named(shelf: SearchEngine, asked: Query) -> None:
    with pytest.raises(UnknownField, match=r"no field '(title|x)' is a facet"):
        shelf.snapshot().search(asked)


def test_what_is_no_sort_is_named(shelf: SearchEngine) -> None:
    with pytest.raises(UnknownField, match="no field 'abstract' is a sort"):
        shelf.snapshot().search(Query(sort=Sort("abstract")))


def test_values_are_browsed_in_order_of_keys(shelf: SearchEngine) -> None:
    snapshot = shelf.snapshot()
    first = snapshot.values("author", limit=2)
    then = snapshot.values("author", after=first[-1].key)
    assert [[c.key for c in part] for part in (first, then)] == [
        ["müller, anna", "ode, bea"],
        ["çelik, deniz"],
    ]


def test_values_of_a_query_with_a_prefix(shelf: SearchEngine) -> None:
    counts = shelf.snapshot().values("author", query=query("migration"), prefix="mü")
    assert counts == (FacetCount("müller, anna", "Müller, Anna", 2),)


@pytest.mark.parametrize("text", ["title:word*", "title:wo?d*", "title:word~2"])
def test_what_stands_for_several_words_stands_for_so_many_at_most(engine: SearchEngine, text: str) -> None:
    words = (f"word{first}{second}" for first in ascii_lowercase for second in ascii_lowercase)
    fill(engine, [document(word, word) for word in islice(words, MAX_EXPANSIONS + 5)])
    results = engine.snapshot().search(query(text))
    assert (results.total, results.expanded) == (MAX_EXPANSIONS, MAX_EXPANSIONS)
    assert [notice.code for notice in results.notices] == [NoticeCode.EXPANSION_LIMITED]


def test_the_languages_are_those_that_words_are_stemmed_in(shelf: SearchEngine) -> None:
    assert shelf.snapshot().languages == {"en", "fr", "ru", "kk"}


def test_names_have_no_language(engine: SearchEngine) -> None:
    fill(engine, [document("a", "Hughes", language="mis")])
    assert engine.snapshot().languages == frozenset()
