"""A generation copies and computes no more than it must."""

from pathlib import Path

import numpy as np
import pytest

from index import Query, analyse
from index.query import AnyOf, Everything, Group
from index.terms import query_terms
from index.whoosh_engine import evaluate, result
from index.whoosh_engine.answer import Asked
from index.whoosh_engine.generation import Generation
from index.whoosh_engine.leaves import Leaves
from index.whoosh_engine.snapshot import WhooshSnapshot
from tests.index.shelf import FIELDS, SHELF, query
from tests.index.whoosh_engine.generations import generation

ANALYSED = [analyse(document, FIELDS) for document in SHELF]
MIGRATION = Group(query_terms("migration"))


@pytest.fixture
def shelf(tmp_path: Path) -> Generation:
    return generation(tmp_path, FIELDS, [ANALYSED])


def test_a_list_of_an_untouched_segment_is_a_part_of_its_file(shelf: Generation) -> None:
    found = Leaves(shelf)[Group(("en:migrat",))].documents
    assert np.shares_memory(found, shelf.parts[0].view.words.documents)


def test_a_list_without_deleted_documents_is_a_part_of_its_file(tmp_path: Path) -> None:
    shelf = generation(tmp_path, FIELDS, [ANALYSED], deletes=["ed"])
    found = Leaves(shelf)[Group(("en:labor",))].documents
    assert np.shares_memory(found, shelf.parts[0].view.words.documents)


def test_another_page_of_a_search_evaluates_nothing(
    shelf: Generation, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    snapshot = WhooshSnapshot(shelf, FIELDS, tmp_path)
    first = snapshot.search(Query(MIGRATION, limit=1))
    monkeypatch.setattr(evaluate, "Evaluation", None)
    second = snapshot.search(Query(MIGRATION, limit=1, offset=1, facets=("type",)))
    assert first.total == second.total
    assert first.hits != second.hits


def test_another_page_of_a_search_refines_nothing(
    shelf: Generation, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    snapshot = WhooshSnapshot(shelf, FIELDS, tmp_path)
    words = tuple(map(query_terms, ("migration", "and", "labour")))
    whole = snapshot.search(Query(MIGRATION, words=words))
    monkeypatch.setattr(result, "refined_scores", None)
    second = snapshot.search(Query(MIGRATION, words=words, limit=1, offset=1))
    assert second.hits == whole.hits[1:2]


def test_where_no_page_is_asked_for_nothing_is_scored(shelf: Generation, tmp_path: Path) -> None:
    WhooshSnapshot(shelf, FIELDS, tmp_path).search(Query(MIGRATION, limit=0))
    assert "norms" not in vars(shelf)


def test_an_alternative_that_nothing_holds_leaves_the_list_as_it_is(shelf: Generation) -> None:
    tree = AnyOf((Group(("en:migrat",)), Group(("en:absent",))))
    found = evaluate.answer(shelf, Asked(tree, scored=False)).documents
    assert np.shares_memory(found, shelf.parts[0].view.words.documents)


def test_everything_costs_no_scores(shelf: Generation) -> None:
    assert evaluate.answer(shelf, Asked(Everything())).scores is None


def test_a_generation_without_segments_answers_nothing(tmp_path: Path) -> None:
    empty = WhooshSnapshot(generation(tmp_path, FIELDS, []), FIELDS, tmp_path)
    results = empty.search(Query(query("migration*").tree, facets=("author",)))
    assert (results.total, results.facets) == (0, {"author": ()})
