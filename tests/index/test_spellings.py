"""Spellings of one name meet by their keys, names that differ do not."""

import re
import unicodedata
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.citations.romanisation import SYSTEMS
from index.romanisation_tables import latin, told_language
from index.spellings import MOST_KEYS, beginnings, initials, keys, main_key, without_ending
from index.tokens import fold

SPELLINGS = """
Назарбаев Nazarbayev Nazarbaev
Щукин Shchukin Schukin Shhukin Ŝukin Ščukin
Лещенко Leshchenko Leščenko
Әуезов Auezov Äuezov
Қасым Kassym Qasym Kasim
Есенов Yessenov Esenov
Есімова Yessimova Esimova
Жұмабаев Zhumabayev Jumabayev Žumabaev
Тоқаев Tokayev Toqaev
Чехов Chekhov Čehov
Хрущев Khrushchev Hruŝëv
Юлия Yuliya Yulia Julia Iuliia
Алматы Almaty
Астана Astana
Байгожина Baigozhina Baygozhina Baigojina
Ғабит Gabit Ghabit
Шоқан Shokan Şoqan S'oqan
Ыбырай Ybyrai Ybyray
Достоевский Dostoevsky Dostoyevskiy Dostoevskii Dostoevskij
Соловьев Solovyev Solovyov Soloviev Solov'ev
Цветков Tsvetkov Cvetkov Czvetkov
Шульц Shults Schults
Мұхтар Mukhtar Muhtar
Семен Semyon Semen
Вячеслав Vyacheslav Viacheslav
Сергей Sergey Sergei
Каримқұлов Karimkulov Karimqulov
Бекжан Bekzhan Bekjan
Таджикистан Tajikistan Tadzhikistan
Азербайджан Azerbaijan Azerbaidzhan
"""
DIFFERENT = """
Иванов Ванов Иванова Ивасов Мария Марина Маша Мара Ким Хим Гим Ли Лим Петров Петрова Петренко Щукин Жукин
Чукин Лукин Зукин Чехов Чахов Шехов Орлов Орлова Козлов Котов Катаев Исаев Асанов Хасанов Гасанов Оспанов
Османов Ахметов Ахмадов Мамедов Нурланов Нурбаев Назарбаев Назаров Тоқаев Тоғаев Әуезов Әуелбеков Есенов
Асенов Есімова Есімбаева Қасым Қасен Ғабит Сабит Сәбит Жұмабаев Шұмабаев Жұмаев Бекжан Бекзат Айгүл Айнұр
Алия Әлім Олег Ольга Smith Schmidt Knuth Knott Muller Miller Moller Weber Webster Johnson Brown
You Еу Ес Scott Shott
"""
ALIKE = {("жукин", "зукин"), ("сабит", "сәбит")}
"""What no spelling tells apart: Žukin without its sign, Sabit."""


def words(text: str) -> list[str]:
    return [fold(re.sub(r"['\u2019]", "", word)) for word in text.split()]


@pytest.mark.parametrize("spellings", SPELLINGS.strip().splitlines())
def test_spellings_of_a_name_meet(spellings: str) -> None:
    cyrillic, *others = words(spellings)
    assert [word for word in others if set(keys(word)).isdisjoint(keys(cyrillic))] == []


def test_names_that_differ_do_not_meet() -> None:
    different = words(DIFFERENT)
    assert len(different) > 60
    met = {(a, b) for a, b in combinations(different, 2) if not set(keys(a)).isdisjoint(keys(b))}
    assert met == ALIKE


def test_names_keep_apart_without_their_endings() -> None:
    different = [key for word in words(DIFFERENT) if (key := main_key(word))]
    bases = [
        (a, b) for a, b in combinations(sorted(set(different)), 2) if without_ending(a) == without_ending(b)
    ]
    assert bases == [("ivanov", "ivanova"), ("orlov", "orlova"), ("petrov", "petrova")]


def test_endings_of_a_long_word_are_soon_found() -> None:
    assert without_ending("oi" * 500 + "x") == "oi" * 500 + "x"


_RUSSIAN = st.text("абвгдежзийклмнопрстуфхцчшщъыьэюя", min_size=1, max_size=12)
_KAZAKH = st.text("аәбвгғдежзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя", min_size=1, max_size=12)
_UKRAINIAN = st.text("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя", min_size=1, max_size=12)


@given(_RUSSIAN | _KAZAKH | _UKRAINIAN, st.sampled_from([*SYSTEMS, "kazakh-latin-2017", "kazakh-latin-2018"]))
def test_a_cyrillic_word_meets_what_every_system_makes_of_it(word: str, system: str) -> None:
    language = told_language(word) or "ru"
    if system.startswith("kazakh") and language != "kk":
        return
    romanised = "".join(latin(word, place, system, language) for place in range(len(word)))
    written = fold(re.sub("['`\u02b0-\u02ff]", "", romanised))
    assert not keys(written) or not set(keys(written)).isdisjoint(keys(word)), (
        written,
        keys(written),
        keys(word),
    )


@given(_RUSSIAN | _KAZAKH | _UKRAINIAN)
def test_the_main_key_is_the_first(word: str) -> None:
    assert main_key(word) == next(iter(keys(word)), "")


@given(_RUSSIAN | _KAZAKH | _UKRAINIAN | st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12))
def test_keys_are_few_and_begin_as_their_first_letter_may(word: str) -> None:
    assert len(keys(word)) <= MOST_KEYS
    assert len(set(keys(word))) == len(keys(word))
    if may := beginnings(word[0]):
        assert {unicodedata.normalize("NFD", key)[0] for key in keys(word)} <= may


@pytest.mark.parametrize("word", ["", "2019", "covid19", "ıжa", "Ελλάδα", "ь"])
def test_what_is_in_neither_script_alone_has_no_keys(word: str) -> None:
    assert keys(fold(word)) == ()


@pytest.mark.parametrize(
    ("one", "other"), [("юлия", "yuliya"), ("шолпан", "sholpan"), ("жанар", "janar"), ("ержан", "yerzhan")]
)
def test_initials_meet_across_scripts(one: str, other: str) -> None:
    assert set(initials(one)) & set(initials(other))
