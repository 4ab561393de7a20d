"""The measure of relevance, held together on a collection of four documents."""

import json
import math
from pathlib import Path

import pytest

from index import LanguageText
from tests.benchmarks.collection import Collection, read_collection
from tests.benchmarks.relevance import MEASURES, evaluate, measure

DOCUMENTS = [
    {"id": "1", "title": "Granite walls", "authors": ["Stone, Ann"], "text": "Walls of granite keep."},
    {"id": "2", "title": "", "authors": [], "text": "A garden has walls.", "year": "1958"},
    {"id": "3", "title": "Roofs", "authors": ["Brook, B."], "text": "Slate.", "keywords": "slate, valley"},
    {"id": "4", "title": "Doors", "authors": [], "text": "In the valley, doors stand open."},
]
QUESTIONS = {
    "a": 'What is known about walls (of "granite": or else), e.g. old walls? - none.',
    "b": "slate in the valley",
    "unjudged": "doors",
}
JUDGEMENTS = [("a", "1", 2), ("a", "2", 1), ("b", "3", 1)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    lines = {
        "docs.jsonl": map(json.dumps, DOCUMENTS),
        "queries.tsv": ("\t".join(row) for row in QUESTIONS.items()),
        "qrels.tsv": ("\t".join(map(str, row)) for row in JUDGEMENTS),
    }
    for name, rows in lines.items():
        (tmp_path / name).write_text("\n".join(rows) + "\n", encoding="utf-8")
    return tmp_path


def test_a_collection_is_read_into_documents_and_judged_questions(folder: Path) -> None:
    collection = read_collection(folder)

    assert set(collection.questions) == {"a", "b"}
    assert collection.judgements["a"] == {"document-1": 2, "document-2": 1}
    assert collection.documents[2].texts["keyword"] == (
        LanguageText("und", "slate"),
        LanguageText("und", "valley"),
    )
    assert collection.documents[1].numbers["year"] == (1958,)


def test_a_line_that_says_too_little_is_named(folder: Path) -> None:
    (folder / "qrels.tsv").write_text("a\t1\t2\n\na\t1\n", encoding="utf-8")

    with pytest.raises(ValueError, match=r"qrels\.tsv, line 3"):
        read_collection(folder)


def test_measures_are_those_of_the_literature() -> None:
    collection = Collection(
        "c", (), {"q": "", "unanswered": ""}, {"q": {"x": 3, "y": 1}, "unanswered": {"x": 1}}
    )

    figures = evaluate(collection, {"q": ["y", "z", "x"], "unanswered": []})

    # Grades are gains, discounted by the logarithm of the place; an answer that lacks counts as nought.
    gained, ideal = 1 + 3 / math.log2(4), 3 + 1 / math.log2(3)
    assert figures == pytest.approx(
        {"nDCG@10": gained / ideal / 2, "MAP": (1 / 1 + 2 / 3) / 2 / 2, "Recall@100": 1 / 2}
    )


def test_every_way_of_asking_finds_what_is_there(folder: Path) -> None:
    found = measure(read_collection(folder))

    assert len(found) == 4
    assert all(figures == pytest.approx(dict.fromkeys(MEASURES, 1.0)) for figures in found.values())
