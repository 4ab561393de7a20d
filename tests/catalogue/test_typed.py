"""Parts of what was typed, found where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.aliases import ALIASES
from catalogue.documents import FIELDS
from catalogue.typed import changed, parts_of, replaced, without_quotes, words_in
from index import parse


def words(text: str) -> list[str]:
    tree = parse(text, FIELDS, ALIASES).tree
    return [] if tree is None else [token.word for token in words_in(text, tree)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("gendre roles", ["gendre", "roles"]),
        ('"gendre roles" OR (law title:labour^2)', ["gendre", "roles", "law", "labour"]),
        ("+Gendre -labour NOT law", ["gendre"]),
        ("the gendre of 2019 b2b", ["gendre"]),
        ("gend* l?w roles~ gendre", ["gendre"]),
        ("author:author year:2019", ["author"]),
        ("gender-sensitve", ["gender", "sensitve"]),
        ("gendre W/3 roles", ["gendre", "roles"]),
        ("***", []),
    ],
)
def test_words_that_may_have_been_mistyped(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('title:"Gendre roles"~3 -x', 'title:"Roles roles"~3 -x'),
        ("gendre OR gendre", "roles OR roles"),
        ("gendre's", "roles's"),
    ],
)
def test_the_rest_stays_as_it_was(text: str, expected: str) -> None:
    tree = parse(text, FIELDS, ALIASES).tree
    assert tree is not None
    slips = {token: "roles" for token in words_in(text, tree) if token.word == "gendre"}
    assert replaced(text, slips) == expected


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("women", []),
        ("women OR men", []),
        ("women NEAR/3 men law", []),
        ("women ИЛИ men", []),
        ("women И НЕ law", [("women", "НЕ law"), ("НЕ law", "women")]),
        ("women  law", [("women", "law"), ("law", "women")]),
        ("women AND law", [("women", "law"), ("law", "women")]),
        ("women NOT law", [("women", "NOT law"), ("NOT law", "women")]),
        ('"a b" c', [('"a b"', "c"), ("c", '"a b"')]),
        ("title: women (a OR b)", [("title: women", "(a OR b)"), ("(a OR b)", "title: women")]),
        ('"labour law', [("labour", "law"), ("law", "labour")]),
        ("women (labour", [("women", "labour"), ("labour", "women")]),
        ("women) (labour law", [("women", "labour law"), ("labour", "women law"), ("law", "women labour")]),
        ("women title:(labour law))", [("women", "title:(labour law)"), ("title:(labour law)", "women")]),
        ("'labour law'", []),
        ("'labour law' women", [("'labour law'", "women"), ("women", "'labour law'")]),
        ("'labour law", [("labour", "law"), ("law", "labour")]),
        ("Yessimova, Sh.", [("Yessimova", "Sh."), ("Sh.", "Yessimova")]),
        ("“labour law”, women", [("“labour law”", "women"), ("women", "“labour law”")]),
        ("Ключевые слова: law women", [("Ключевые слова: law", "women"), ("women", "Ключевые слова: law")]),
        ("ключевые слова: law", []),
        ("women's O’Brien", [("women's", "O’Brien"), ("O’Brien", "women's")]),
        ("law PUBYEAR > 2023", [("law", "PUBYEAR > 2023"), ("PUBYEAR > 2023", "law")]),
    ],
)
def test_what_can_be_left_out(text: str, parts: list[tuple[str, str]]) -> None:
    assert parts_of(text) == parts


@pytest.mark.parametrize(
    ("text", "loose"),
    [
        ("'labour law' x", "labour law x"),
        ("‘labour law’", "labour law"),
        ("title:'labour law'", "title:(labour law)"),
        ('"women\'s labour law"', "women's labour law"),
        ("women's and men's", "women's and men's"),
    ],
)
def test_quotation_marks_of_all_kinds_are_taken_off(text: str, loose: str) -> None:
    assert without_quotes(text) == loose


@given(st.text('ab "()-+~^:*?“”«»', max_size=30))
def test_no_text_is_too_odd(text: str) -> None:
    for part, rest in parts_of(text):
        assert len(part) + len(rest) <= len(text)
    words(text)


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ("один два три", ""),  # which is short
        ("some words of a question that somebody spoke in a loud voice", "… voice"),
        ("all words of a question that somebody asked in a low voice", "all … asked … low voice"),
        ("nothing like this was ever uttered by any other man", ""),
    ],
)
def test_of_a_long_text_it_is_told_what_is_other(other: str, told: str) -> None:
    assert changed("some words of a question that somebody spoke in a loud noise", other) == told
