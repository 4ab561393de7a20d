"""Marks and snippets."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index import Marker, Snippet, analyse_query, parse
from index.query import Group, Phrase
from index.terms import passage_terms, query_terms
from index.tokens import fold, tokenise
from tests.index.shelf import FIELDS


def marker(typed: str, field: str | None = None) -> Marker:
    return Marker(analyse_query(parse(typed, FIELDS).tree, FIELDS), field)


def marked(text: str, typed: str, language: str = "en", field: str | None = None) -> list[str]:
    return [text[start:end] for start, end in marker(typed, field).marks(text, language)]


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
        ("emailing", ["e-mail"]),
        ("ema*", ["e-mail"]),
        ("mi?ra*g", ["migrating"]),
        ("gendre~1", ["gender"]),
        ('"roles gender"~2', ["gender", "roles"]),
        ("gender^2", ["gender"]),
        ("(gender -migrate)^2", ["gender"]),
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


def test_marks_a_word_wherever_it_stands() -> None:
    text = "«роль»\u00a0и роль-модель, роли.Роль/роль_роли"
    assert marked(text, "роль", "ru") == ["роль", "роль", "роли", "Роль", "роль", "роли"]


def test_marks_signs_that_are_words() -> None:
    assert marked("机器翻译 e-mail", "翻 mail", "zh") == ["翻", "mail"]


def test_leaves_other_fields_alone() -> None:
    assert marked("gender", "title:gender", field="abstract") == []


def test_a_snippet_holds_the_words_that_are_asked_for() -> None:
    text = "filler " * 50 + "on gender roles in villages" + " filler" * 50
    found = marker("gender roles").snippet(text, "en", 80)
    assert [piece for piece, mark in found.pieces if mark] == ["gender", "roles"]
    assert (found.leading, found.trailing) == (True, True)


def test_a_short_text_is_its_own_snippet() -> None:
    assert marker("roles").snippet("Gender roles", "en", 80) == Snippet((("Gender ", False), ("roles", True)))


def test_a_snippet_without_marks_is_the_beginning() -> None:
    found = marker("none").snippet("one two three four five six", "en", 12)
    assert (found.pieces[0][0], found.leading, found.trailing) == ("one two", False, True)


@pytest.mark.parametrize(
    ("asked", "text", "marked"),
    [
        ("Nazarbayev", "Университет Назарбаева и Назарбаев", {"Назарбаева", "Назарбаев"}),
        ("Almaty", "Рынок труда Алматы", {"Алматы"}),
        ("казакстан", "Қазақстанда білім", {"Қазақстанда"}),
        ("loss", "The city of Los Santos", set()),
    ],
)
def test_words_are_marked_that_are_written_otherwise(asked: str, text: str, marked: set[str]) -> None:
    spans = Marker(Group(query_terms(fold(asked)))).marks(text, "und")
    assert {text[start:end] for start, end in spans} == marked


def test_initials_are_marked_in_names_alone() -> None:
    asked = Group(query_terms("ш", initial=True))
    assert Marker(asked, names=True).marks("Sholpan Yessimova", "mis") == ((0, 7),)
    assert Marker(asked).marks("Sholpan Yessimova", "mis") == ()


_TYPED = st.sampled_from(["gender roles", '"gender roles"', "gen*", "", "-x", "gender-roles"])
_TEXT = st.lists(st.sampled_from(["gender", "roles", "-", " ", "’", "é", "x" * 30])).map("".join) | st.text()


_PARTS = st.sampled_from(
    [*"État etats Ёлка и\u0306од x - ’ “ ⁿ 一 Yessenov Есенов Қасым Sh Шолпан".split(), " "]
)
_WORDS = st.sampled_from("état елка йод x states 一 есенов esenov kassym касым ш sholpan хасым".split())


@example(["x", " ", "-", "x"], ["x", "x"], "en", False)
@example(["(", "и\u0306од", "’"], ["йод"], "ru", False)
@example(["Ёлка", "-", "x"], ["x"], "ru", False)
@given(
    st.lists(_PARTS),
    st.lists(_WORDS, min_size=1, max_size=3),
    st.sampled_from("fr en ru kk mis".split()),
    st.booleans(),
)
def test_nothing_wanted_is_passed_over(
    parts: list[str], words: list[str], language: str, names: bool
) -> None:
    text = "".join(parts)
    wanted = tuple(query_terms(fold(word), initial=len(word) == 1) for word in words)
    node = Phrase(wanted) if len(wanted) > 1 else Group(wanted[0])
    marks = Marker(node, names=names).marks(text, language)
    tokens = list(tokenise(text))
    for first in range(len(tokens) - len(wanted) + 1):
        found = tokens[first : first + len(wanted)]
        if all(held(token.word, language, terms, names) for token, terms in zip(found, wanted, strict=True)):
            assert any(start <= found[0].start and found[-1].end <= end for start, end in marks)


def held(word: str, language: str, terms: tuple[str, ...], names: bool) -> bool:
    return not set(passage_terms(language, word, names)).isdisjoint(terms)


@given(_TEXT, _TYPED, st.integers(1, 60))
def test_pieces_are_a_part_of_the_text(text: str, typed: str, width: int) -> None:
    found = marker(typed).snippet(text, "und", width)
    assert "".join(piece for piece, _ in found.pieces) in text


@given(_TEXT, _TYPED)
def test_marks_stand_in_order_without_overlap(text: str, typed: str) -> None:
    edges = [edge for span in marker(typed).marks(text, "und") for edge in span]
    assert edges == sorted(edges)
