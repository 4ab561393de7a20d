"""Marked and multilingual text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.model import Mark, MarkKind, Multilingual, Text, primary_language


@given(st.text())
def test_making_a_text_of_its_own_characters_changes_nothing(source: str) -> None:
    text = Text.of(source)
    assert Text.of(text.plain) == text


def test_spaces_fold_and_blank_lines_part_paragraphs() -> None:
    assert Text.of(" one\n two \n \n\nthree ").plain == "one two\n\nthree"


def test_letters_are_composed() -> None:
    assert Text.of("и\u0306").plain == "й"


def test_marks_stand_in_reading_order_with_mathematics_innermost() -> None:
    text = Text("abc", (Mark(MarkKind.MATH, 1, 2), Mark(MarkKind.SUP, 1, 2), Mark(MarkKind.ITALIC, 0, 3)))
    assert [mark.kind for mark in text.marks] == [MarkKind.ITALIC, MarkKind.SUP, MarkKind.MATH]


@pytest.mark.parametrize(
    ("marks", "complaint"),
    [
        ((Mark(MarkKind.BOLD, 0, 4),), "outside"),
        ((Mark(MarkKind.BOLD, 1, 1),), "outside"),
        ((Mark(MarkKind.BOLD, 0, 2), Mark(MarkKind.ITALIC, 1, 3)), "cross"),
        ((Mark(MarkKind.MATH, 0, 3), Mark(MarkKind.ITALIC, 1, 2)), "mathematics"),
    ],
)
def test_marks_that_cannot_be_drawn_are_refused(marks: tuple[Mark, ...], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        Text("abc", marks)


@pytest.mark.parametrize(
    ("locales", "expected"),
    [(["kk"], "kk"), (["kk-Latn"], "kk"), (["fr", "ru"], "ru"), (["fr"], "en"), ([], "en")],
)
def test_the_best_text_is_the_first_one_that_can_be_read(locales: list[str], expected: str) -> None:
    found = Multilingual.of({"en": "A", "ru": "Б", "kk": "В"}).best(locales)
    assert found is not None
    assert found[0] == expected


@pytest.mark.parametrize(
    ("locales", "expected"), [(["en", "ru"], "und"), (["ru", "en"], "ru"), (["und"], "und"), ([], "und")]
)
def test_ones_own_words_go_before_a_translation_that_nobody_asked_for(
    locales: list[str], expected: str
) -> None:
    found = Multilingual.of({"ru": "Реки", "und": "Rivers", "kk": "Өзендер"}).best(locales)
    assert found is not None
    assert found[0] == expected


def test_an_exact_tag_wins_over_one_of_the_same_language() -> None:
    found = Multilingual.of({"kk": "А", "kk-Latn": "A"}).best(["kk-Latn"])
    assert found == ("kk-Latn", Text("A"))


def test_empty_texts_are_left_out() -> None:
    assert Multilingual.of({"en": " ", "ru": "Б"}).languages == ("ru",)


def test_nothing_is_no_text_in_any_language() -> None:
    assert not Multilingual.of(None)


def test_the_primary_language_of_a_tag() -> None:
    assert primary_language("RU-ru") == "ru"
