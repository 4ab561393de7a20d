"""The order of what readers look up, in each language of the interface."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.collation import ALPHABET, sort_key

LANGUAGES = st.sampled_from(["kk", "ru", "en", "kk-Cyrl-KZ", "de"])
TEXTS = st.text("аАәӘёЁеқзZzaé1 20-’,ßøЖاब\u0301", max_size=8) | st.text(max_size=8)
RUSSIAN = "абвгдежзийклмнопрстуфхцчшщъыьэюя"


def ordered(language: str, words: str) -> str:
    return " ".join(sorted(words.split(), key=sort_key(language)))


def test_kazakh_has_42_letters() -> None:
    assert len(set(ALPHABET)) == len(ALPHABET) == 42


@pytest.mark.parametrize(("language", "alphabet"), [("kk", ALPHABET), ("ru", RUSSIAN), ("en", RUSSIAN)])
def test_letters_stand_as_in_the_alphabet_whatever_follows(language: str, alphabet: str) -> None:
    key = sort_key(language)
    assert all(key(letter + "я") < key(after + "а") for letter, after in pairwise(alphabet))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("kk", "Абай Аягөз Әсет Бақыт Гүл Ғалым Кеме Қала Нан Ңға Ора Өзен Ұя Үй Хан Һас Ылғал Іс Эхо"),
        ("kk", "еж ёж жан"),
        ("ru", "ёж ежа ежик ёжик жан"),
        ("ru", "Аня Яна Anna Zoe"),
        ("kk", "Аня Яна Anna Zoe"),
        ("en", "Anna Zoe Аня Яна"),
        ("en", "resume résumé resumes"),
        ("en", "Aas Ångström Oland Østby Ozal Strasse Straße Zola"),
        ("en", "ли лі Ω あ"),
        ("ru", "2 007 10 а9 а10 ая"),
        ("ru", "Май май мая"),
    ],
)
def test_words_stand_where_a_reader_looks(language: str, words: str) -> None:
    assert ordered(language, " ".join(reversed(words.split()))) == words


def test_a_name_stands_before_longer_names() -> None:
    names = ["Lee, Z.", "Leeds, A.", "Ли, Юлия", "Ли-Мин, Анна", "Лиана"]
    assert sorted(names, key=sort_key("en")) == names


def test_kazakh_and_russian_names_stand_in_one_alphabet() -> None:
    names = ["Абай", "Әлім", "Борис", "«Вести»", "Йод", "Калиев", "Қасым", "Яна", "Ebert", "Éluard", "Zorn"]
    assert sorted(set(names), key=sort_key("kk")) == names


def test_signs_around_a_text_and_apostrophes_in_it_are_passed_over() -> None:
    titles = ["“Abai”", "(Baku)", "O’Brien", "Obuda"]
    assert sorted(titles, key=sort_key("en")) == titles


@given(TEXTS, TEXTS, LANGUAGES)
def test_of_two_texts_one_stands_first(one: str, other: str, language: str) -> None:
    key = sort_key(language)
    assert (key(one) < key(other)) + (key(other) < key(one)) == (one != other)


@given(TEXTS, LANGUAGES)
def test_a_text_stands_before_what_it_begins(text: str, language: str) -> None:
    key = sort_key(language)
    assert key(text)[0] <= key(text + " а")[0]


@given(st.integers(0, 10**30), st.integers(0, 10**30), LANGUAGES)
def test_numbers_stand_by_their_value(one: int, other: int, language: str) -> None:
    key = sort_key(language)
    assert (key(f"том {one}")[0] < key(f"том {other}")[0]) == (one < other)


@given(st.text(ALPHABET + "abcxyz", min_size=1, max_size=6), LANGUAGES)
def test_capitals_stand_where_small_letters_do(text: str, language: str) -> None:
    key = sort_key(language)
    assert key(text.upper())[:2] == key(text)[:2]
