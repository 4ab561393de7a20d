import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.citations import UnknownRomanisation
from catalogue.citations.romanisation import SYSTEMS, has_cyrillic, romanise, romanise_text
from catalogue.model import Mark, MarkKind, Text
from tests.strategies import texts

ALPHABETS = {
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "kk": "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
}
PASSAGES = st.sampled_from(sorted(ALPHABETS)).flatmap(
    lambda tag: st.tuples(st.just(tag), st.text(ALPHABETS[tag] + ALPHABETS[tag].upper() + " -.,«»5a"))
)


@pytest.mark.parametrize(
    ("system", "cyrillic", "latin"),
    [
        ("bsi", "Чайковский", "Chaikovskii"),
        ("bsi", "Щукин", "Shchukin"),
        ("bsi", "Хрущёв", "Khrushchev"),
        ("bsi", "Юлия", "Yuliya"),
        ("bgn-pcgn", "Ельцин", "Yelʼtsin"),
        ("bgn-pcgn", "Чайковский", "Chaykovskiy"),
        ("bgn-pcgn", "Достоевский", "Dostoyevskiy"),
        ("bgn-pcgn", "Ленин", "Lenin"),
        ("bgn-pcgn", "подъезд", "podˮyezd"),
        ("gost-7.79-b", "Щукин", "Shhukin"),
        ("gost-7.79-b", "Цветков", "Czvetkov"),
        ("gost-7.79-b", "центр", "centr"),
        ("gost-7.79-b", "Крым", "Kry`m"),
        ("ala-lc", "Чайковский", "Chaĭkovskiĭ"),
        ("ala-lc", "Юлия", "Iuliia"),
        ("ala-lc", "Эйзенштейн", "Ėĭzenshteĭn"),
        ("iso-9", "Щукин", "Ŝukin"),
        ("iso-9", "Юлия", "Ûliâ"),
    ],
)
def test_russian_names_are_spelled_as_published(system: str, cyrillic: str, latin: str) -> None:
    assert romanise(cyrillic, system, "ru") == latin


@pytest.mark.parametrize(
    ("system", "cyrillic", "latin"),
    [
        ("bgn-pcgn", "Әуезов", "Äūezov"),
        ("bgn-pcgn", "Шиелі", "Shīeli"),
        ("bgn-pcgn", "Өскемен", "Öskemen"),
        ("bgn-pcgn", "Шымкент", "Shymkent"),
        ("kazakh-latin", "Қасым", "Qasym"),
        ("kazakh-latin", "Шымкент", "Şymkent"),
        ("kazakh-latin", "үйіне", "üiıne"),
        ("kazakh-latin", "Бұрыңғы", "Būryñğy"),
        ("kazakh-latin", "Иран", "İran"),
        ("ala-lc", "Ғылым", "Ghylym"),
        ("iso-9", "Жұмабаев", "Žu̇mabaev"),
        ("bsi", "Қазақстан", "Kazakstan"),
    ],
)
def test_kazakh_words_are_spelled_as_published(system: str, cyrillic: str, latin: str) -> None:
    assert romanise(cyrillic, system, "kk") == latin


def test_the_kazakh_alphabet_leaves_russian_to_another_system() -> None:
    assert romanise("Щукин", "kazakh-latin", "ru") == romanise("Щукин", "bgn-pcgn", "ru")


def test_letters_tell_a_language_that_is_not_stated() -> None:
    assert romanise("Әуезов", "bgn-pcgn", "und") == romanise("Әуезов", "bgn-pcgn", "kk")


@pytest.mark.parametrize(("cyrillic", "latin"), [("Щит", "Shchit"), ("ЩИТ", "SHCHIT"), ("МХЮ", "MKHYU")])
def test_capitals_follow_the_word(cyrillic: str, latin: str) -> None:
    assert romanise(cyrillic, "bsi", "ru") == latin


@pytest.mark.parametrize("system", SYSTEMS)
@given(passage=PASSAGES)
def test_no_cyrillic_letter_is_left(system: str, passage: tuple[str, str]) -> None:
    language, source = passage
    assert not has_cyrillic(romanise(source, system, language))


@pytest.mark.parametrize("system", SYSTEMS)
@given(source=st.text(st.characters(max_codepoint=0x24F)))
def test_latin_letters_stay(system: str, source: str) -> None:
    assert romanise(source, system, "ru") == source


@given(source=texts(), system=st.sampled_from(SYSTEMS))
def test_marks_keep_their_kinds_and_their_words(source: Text, system: str) -> None:
    latin = romanise_text(source, system, "kk")
    found = [(mark.kind, latin.plain[mark.start : mark.end]) for mark in latin.marks]
    # The letters of the generated words depend on no neighbour in Kazakh, but for capitals.
    expected = [
        (mark.kind, romanise(source.plain[mark.start : mark.end], system, "kk"))
        for mark in source.marks
        if mark.kind is not MarkKind.MATH
    ]
    assert [(kind, words.lower()) for kind, words in found if kind is not MarkKind.MATH] == [
        (kind, words.lower()) for kind, words in expected
    ]


def test_mathematics_stays() -> None:
    source = Text("Закон x_ж", (Mark(MarkKind.MATH, 6, 9),))
    assert romanise_text(source, "bsi", "ru").plain == "Zakon x_ж"


def test_an_accent_joins_its_letter() -> None:
    assert romanise("замо\u0301к", "bsi", "ru") == "zamók"


def test_an_unknown_system_is_refused_with_those_there_are() -> None:
    with pytest.raises(UnknownRomanisation, match=re.escape("Choose one of bsi, ")):
        romanise("Щукин", "kazakh-latin-2018", "kk")
