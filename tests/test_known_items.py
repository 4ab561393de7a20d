"""Questions for papers that are known by a part of their title: how they are drawn, and who answers them."""

from pathlib import Path

from index.languages import is_stop_word
from tests.benchmarks.known_items import DEPTH, KINDS, Question, measure, questions, title_words
from tests.benchmarks.relevance import indexed
from tests.index.random_texts import many
from tests.index.shelf import document

TITLES = [("the", "old", "stones", "of", "a", "garden", "wall"), ("старые", "камни", "в", "стене", "сада")]


def test_questions_are_parts_of_titles_that_say_something() -> None:
    asked = questions(TITLES)

    assert {question.kind for question in asked} == set(KINDS)
    for question in asked:
        assert any(question.answered_by(title) for title in TITLES)
        assert len({word for word in question.words if not is_stop_word(word)}) > 1
    assert asked == questions(TITLES)


def test_words_side_by_side_are_answered_by_no_others() -> None:
    taken = Question("2 words", ("garden", "wall"), in_order=True)

    assert taken.answered_by(("a", "garden", "wall"))
    assert not taken.answered_by(("wall", "garden"))
    assert not taken.answered_by(("a", "garden", "of", "a", "wall"))


def test_mixed_words_are_answered_by_whoever_has_them_all() -> None:
    mixed = Question("in another order", ("wall", "garden"), in_order=False)

    assert mixed.answered_by(("a", "garden", "of", "a", "wall"))
    assert not mixed.answered_by(("a", "garden"))


def test_titles_are_found_by_their_parts(tmp_path: Path) -> None:
    documents = [*many(30), *(document(str(n), " ".join(title)) for n, title in enumerate(TITLES))]

    with indexed(documents, tmp_path / "index") as snapshot:
        places = measure(snapshot, documents)

    assert title_words(documents[-1]) == TITLES[-1]
    assert len(places["all"]) == sum(len(own) for kind, own in places.items() if kind != "all")
    assert all(0 < place <= DEPTH for place in places["all"])
