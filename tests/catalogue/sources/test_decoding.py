"""Files in other encodings are read, and the writer is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.model import Problem
from catalogue.sources.decoding import decode

RUSSIAN = "@misc{key,\n  title = {Реки и озёра степи: обзор},\n  note = {№ 5}\n}\n"
GERMAN = "@misc{key,\n  author = {Jürgen Größe},\n  title = {Über Flüße}\n}\n"


def problem(content: bytes) -> Problem:
    [found] = decode(content, "a.bib")[1]
    return found


@given(st.text().filter(lambda text: "\r" not in text and not text.startswith("\ufeff")))
def test_utf8_is_read_without_a_word(text: str) -> None:
    assert decode(text.encode(), "a.bib") == (text, ())


def test_a_byte_order_mark_is_no_text() -> None:
    assert decode(RUSSIAN.encode("utf-8-sig"), "a.bib") == (RUSSIAN, ())


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_newlines_of_every_kind_are_one(newline: str) -> None:
    assert decode(RUSSIAN.replace("\n", newline).encode(), "a.bib") == (RUSSIAN, ())


@pytest.mark.parametrize(
    ("text", "codec"), [(RUSSIAN, "cp1251"), (GERMAN, "latin-1"), (GERMAN, "cp1252"), (RUSSIAN, "utf-16")]
)
def test_other_encodings_are_recognised(text: str, codec: str) -> None:
    assert decode(text.encode(codec), "a.bib")[0] == text


def test_the_warning_names_the_encoding_and_the_first_place() -> None:
    found = problem(RUSSIAN.encode("cp1251"))
    assert (found.place, found.code, found.subject) == ("a.bib:2:12", "encoding", "cp1251")


def test_the_column_counts_characters() -> None:
    assert problem("ж ".encode() + "ä".encode("latin-1")).column == 3


def test_a_line_in_another_encoding_leaves_the_others_alone() -> None:
    content = RUSSIAN.encode() + "author = {Größe}\r\n".encode("latin-1") + GERMAN.encode()
    assert decode(content, "a.bib")[0] == RUSSIAN + "author = {Größe}\n" + GERMAN


@given(st.binary())
def test_any_bytes_are_read(content: bytes) -> None:
    text, problems = decode(content, "a.bib")
    assert "\r" not in text
    assert len(problems) <= 1
