"""Marked texts, put together and taken apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.exports.texts import addresses, joined, marked, render, stripped
from catalogue.model import Mark, MarkKind, Text
from tests.strategies import texts


def shown(text: Text) -> str:
    """The text with the first letters of its marks, mathematics in upper case."""
    return render(
        text,
        lambda mark: (f"<{mark.kind[0]}>", f"</{mark.kind[0]}>"),
        lambda plain: plain,
        lambda mark: text.plain[mark.start : mark.end].upper(),
    )


def test_marks_move_along_with_their_texts() -> None:
    parts = [Text("a"), Text(""), Text("bc", (Mark(MarkKind.BOLD, 1, 2),))]

    assert joined(parts, ": ") == Text("a: bc", (Mark(MarkKind.BOLD, 4, 5),))


@given(st.lists(texts(), min_size=1))
def test_the_last_of_joined_texts_is_its_end(parts: list[Text]) -> None:
    assert joined(parts).plain.endswith(parts[-1].plain)


def test_a_mark_over_all() -> None:
    assert marked(Text("ab"), MarkKind.BOLD) == Text("ab", (Mark(MarkKind.BOLD, 0, 2),))


def test_nothing_has_no_mark() -> None:
    assert marked(Text(""), MarkKind.BOLD) == Text("")


def test_marks_shrink_with_their_text() -> None:
    text = Text(", ab:", (Mark(MarkKind.BOLD, 0, 5), Mark(MarkKind.ITALIC, 4, 5)))

    assert stripped(text, " ,:") == Text("ab", (Mark(MarkKind.BOLD, 0, 2),))


@given(texts())
def test_without_tags_only_the_text_is_left(text: Text) -> None:
    assert render(text, lambda _: ("", ""), str, lambda mark: text.plain[mark.start : mark.end]) == text.plain


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ((Mark(MarkKind.BOLD, 0, 2),), "<b>ab</b>cd"),
        ((Mark(MarkKind.BOLD, 0, 2), Mark(MarkKind.ITALIC, 2, 4)), "<b>ab</b><i>cd</i>"),
        ((Mark(MarkKind.BOLD, 0, 4), Mark(MarkKind.ITALIC, 1, 4)), "<b>a<i>bcd</i></b>"),
        ((Mark(MarkKind.BOLD, 0, 3), Mark(MarkKind.MATH, 1, 3)), "<b>aBC</b>d"),
    ],
)
def test_tags_are_nested(marks: tuple[Mark, ...], expected: str) -> None:
    assert shown(Text("abcd", marks)) == expected


@given(st.text(st.sampled_from("ah:/.)(],ж ")) | st.text())
def test_the_pieces_are_the_whole(plain: str) -> None:
    assert "".join(piece for piece, _ in addresses(plain)) == plain


@pytest.mark.parametrize(
    ("plain", "found"),
    [
        ("(see https://example.org/a).", ["https://example.org/a"]),
        ("https://example.org/a(b)", ["https://example.org/a(b)"]),
        ("“https://example.org/”, http://b.example", ["https://example.org/", "http://b.example"]),
        ("example.org", []),
    ],
)
def test_addresses_are_found_without_what_is_around_them(plain: str, found: list[str]) -> None:
    assert [piece for piece, is_address in addresses(plain) if is_address] == found
