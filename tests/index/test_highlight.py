"""Marks and snippets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import Node, Snippet, analyse_query, marks, parse, snippet
from tests.index.shelf import FIELDS


def tree(typed: str) -> Node:
    return analyse_query(parse(typed, FIELDS).tree, FIELDS)


def marked(text: str, typed: str, language: str = "en", field: str | None = None) -> list[str]:
    return [text[start:end] for start, end in marks(text, language, tree(typed), field)]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("migrate", ["Migration", "migrating"]),
        ("gender OR roles", ["gender", "roles"]),
        ("-gender", []),
        ('"gender roles"', ["gender roles"]),
        ('"roles gender"', []),
        ("rol*", ["roles"]),
        ("e-mail", ["e-mail"]),
        ("email", ["e-mail"]),
        ("title:gender", ["gender"]),
        ("year:2020", []),
        ("", []),
    ],
)
def test_marks_what_is_asked_for(typed: str, found: list[str]) -> None:
    text = "Migration, gender roles and a migrating e-mail of 2020"
    assert marked(text, typed) == found


def test_marks_by_the_language_of_the_passage() -> None:
    assert marked("О миграции женщин", "миграция", "ru") == ["миграции"]


def test_leaves_other_fields_alone() -> None:
    assert marked("gender", "title:gender", field="abstract") == []


def test_a_snippet_holds_the_words_that_are_asked_for() -> None:
    text = "filler " * 50 + "on gender roles in villages" + " filler" * 50
    found = snippet(text, "en", tree("gender roles"), 80)
    assert [piece for piece, mark in found.pieces if mark] == ["gender", "roles"]
    assert (found.leading, found.trailing) == (True, True)


def test_a_short_text_is_its_own_snippet() -> None:
    assert snippet("Gender roles", "en", tree("roles"), 80) == Snippet((("Gender ", False), ("roles", True)))


def test_a_snippet_without_marks_is_the_beginning() -> None:
    found = snippet("one two three four five six", "en", tree("none"), 12)
    assert (found.pieces[0][0], found.leading, found.trailing) == ("one two", False, True)


_TYPED = st.sampled_from(["gender roles", '"gender roles"', "gen*", "", "-x", "gender-roles"])
_TEXT = st.lists(st.sampled_from(["gender", "roles", "-", " ", "’", "é", "x" * 30])).map("".join) | st.text()


@given(_TEXT, _TYPED, st.integers(1, 60))
def test_pieces_are_a_part_of_the_text(text: str, typed: str, width: int) -> None:
    found = snippet(text, "und", tree(typed), width)
    assert "".join(piece for piece, _ in found.pieces) in text


@given(_TEXT, _TYPED)
def test_marks_stand_in_order_without_overlap(text: str, typed: str) -> None:
    edges = [edge for span in marks(text, "und", tree(typed)) for edge in span]
    assert edges == sorted(edges)
