"""What resembles a document, over every engine."""

from dataclasses import replace

import pytest

from index import Document, FacetValue, LanguageText, SearchEngine, Snapshot, UnknownField
from index.field import NONE_STATED
from index.scoring import idf
from index.similarity import TERMS
from tests.index.shelf import document, fill

ROCKS = (
    document("granite", "Granite and slow ice", abstract="Ice that moves over granite", authors=["Ash"]),
    document("ice", "Slow ice", abstract="Ice moves", authors=["Birch"]),
    document("basalt", "Basalt", abstract="Granite is another rock", authors=["Ash"]),
    document("moss", "Moss and the sun", authors=["Ash", "Elm"]),
    document("fern", "Ferns", authors=["Elm"]),
)


@pytest.fixture
def rocks(engine: SearchEngine) -> Snapshot:
    fill(engine, ROCKS)
    return engine.snapshot()


def similar(snapshot: Snapshot, id: str, **signals: float) -> list[str]:
    return [hit.id for hit in snapshot.similar(id, signals=signals)]


def test_who_shares_most_terms_comes_first_and_the_document_itself_never(rocks: Snapshot) -> None:
    assert similar(rocks, "granite") == ["ice", "basalt"]


def test_what_is_in_common_with_a_facet_value_counts(rocks: Snapshot) -> None:
    assert similar(rocks, "moss") == []
    assert similar(rocks, "moss", author=1.0) == ["fern", "basalt", "granite"]


def test_a_facet_value_adds_its_weight_times_its_idf(rocks: Snapshot) -> None:
    (fern, *_) = rocks.similar("moss", signals={"author": 2.0})
    assert fern.score == pytest.approx(2.0 * idf(len(ROCKS), 2), abs=1e-6)


def test_names_alone_are_nothing_in_common(engine: SearchEngine) -> None:
    fill(engine, [document("a", "Walls", authors=["Stone"]), document("b", "Doors", authors=["Stone"])])
    assert similar(engine.snapshot(), "a") == []


def test_a_heavy_signal_decides(rocks: Snapshot) -> None:
    assert similar(rocks, "granite", author=100.0)[:2] == ["basalt", "moss"]


def test_of_equals_the_first_id_comes_first(engine: SearchEngine) -> None:
    fill(engine, [document(id, "The same words") for id in "cabd"])
    assert similar(engine.snapshot(), "b") == ["a", "c", "d"]


def test_so_many_are_given_at_most(engine: SearchEngine) -> None:
    fill(engine, [document(id, "The same words") for id in "cabd"])
    assert [hit.id for hit in engine.snapshot().similar("b", signals={}, limit=2)] == ["a", "c"]


def test_a_hit_carries_what_was_stored(rocks: Snapshot) -> None:
    assert rocks.similar("granite", signals={})[0].stored == "<ice>"


def test_stop_words_are_nothing_in_common(engine: SearchEngine) -> None:
    fill(engine, [document("a", "What is in the air"), document("b", "This is in the sea")])
    assert similar(engine.snapshot(), "a") == []


def test_a_document_in_another_language_resembles_by_what_they_share(shelf: SearchEngine) -> None:
    fill(shelf, [document("eva", "Миграция женщин и труд", language="ru")])
    assert similar(shelf.snapshot(), "eva") == ["di"]


def test_to_state_no_value_is_nothing_in_common(engine: SearchEngine) -> None:
    none = {"author": (FacetValue(NONE_STATED, "none"),)}
    fill(engine, [replace(document("a", "Walls"), facets=none), replace(document("b", "Doors"), facets=none)])
    assert similar(engine.snapshot(), "a", author=1.0) == []


def test_only_the_most_distinctive_terms_are_looked_for(engine: SearchEngine) -> None:
    rare = [f"rare{n}" for n in range(TERMS)]
    fill(
        engine,
        [
            document("a", f"common {' '.join(rare)}"),
            document("b", " ".join(rare)),
            *(document(f"c{n}", "common") for n in range(5)),
        ],
    )
    assert similar(engine.snapshot(), "a") == ["b"]


def test_deleted_documents_resemble_nothing_and_count_nowhere(engine: SearchEngine) -> None:
    fill(engine, ROCKS)
    before = engine.snapshot().similar("granite", signals={"author": 1.0})
    fill(engine, [replace(ROCKS[0], id="gone")])
    assert similar(engine.snapshot(), "granite")[0] == "gone"
    engine.update([], ["gone"])
    assert engine.snapshot().similar("granite", signals={"author": 1.0}) == before


def test_an_unknown_id_resembles_nothing(rocks: Snapshot) -> None:
    assert similar(rocks, "zoe", author=1.0) == []


def test_a_document_without_words_resembles_nothing(engine: SearchEngine) -> None:
    fill(engine, [Document("a"), Document("b", {"title": (LanguageText("en", "Walls"),)})])
    assert similar(engine.snapshot(), "a", author=1.0) == []


def test_a_signal_that_is_no_facet_is_named(rocks: Snapshot) -> None:
    with pytest.raises(UnknownField, match="no field 'title' is a facet"):
        rocks.similar("moss", signals={"title": 1.0})
