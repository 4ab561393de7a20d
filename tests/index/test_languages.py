"""Languages: their stemmers, small words, and the guess at a passage's language."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from Stemmer import Stemmer

from index.guessing import guess_language
from index.highlight import Marker
from index.languages import (
    LANGUAGES,
    is_stop_word,
    keeps_beginning,
    loosened,
    stem,
    stemming_languages,
)
from index.query import Group, Phrase
from index.terms import query_terms
from index.tokens import fold
from tests.index.example_words import WORDS
from tests.index.language_table import table, written


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Gender"),
        ("en", ""),
        ("en", "Migration and de facto la frontera"),
        ("en", "Bildung 2020"),  # no small word
        ("en", "Rivers de novo"),  # one tells nothing
        ("en", "Water as a right, and who is a citizen"),
        ("en", "A de-escalation in the long run"),
        ("en", "Letters to Gábor Szűcs"),
        ("de", "Die Rolle der Frau"),
        ("fr", "La migration des femmes en France"),
        ("es", "La migración de las mujeres en España"),
        ("pt", "A migração das mulheres no Brasil"),
        ("it", "La donna è mobile nella musica di Verdi"),
        ("nl", "De rol van het onderwijs in een stad"),
        ("sv", "Kvinnors migration och arbete i Sverige är"),
        ("pl", "Rola kobiet w polityce i edukacji na Ukrainie"),
        ("cs", "Ženy v umění a městech: příspěvek"),
        ("hu", "Nők és férfiak: a könyv szerepe és nem csak az"),
        ("tr", "Kadınların göç ve istihdamı: Türkiye için bir analiz"),
        ("ru", "Миграция населения"),
        ("ru", "Съезд и объявление"),
        ("ru", "Исторія русскаго права: опытъ"),
        ("kk", "Білім беру"),
        ("kk", "Гендер және көші-қон"),
        ("kk", "Өрт пен су"),
        ("uk", "Освіта і наука"),
        ("uk", "Міграція населення"),
        ("be", "Беларуская мова ў школе"),
        ("ky", "Кыргызстандагы жаңы өкмөт жөнүндө маалымат"),
        ("mn", "Монгол улсын түүхээс өгүүлэх нь"),
        ("tg", "Таҷрибаи омӯзиш"),
        ("bg", "България и външната политика"),
        ("sr", "Онтологија и њена примена"),
        ("el", "Η μετανάστευση"),
        ("hy", "Կրթություն"),
        ("ar", "المدرسة"),
        ("fa", "پژوهش دانشگاه"),
        ("he", "חינוך"),
        ("hi", "शिक्षा"),
        ("ta", "கல்வி"),
        ("zh", "教育研究"),
    ],
)
def test_language_is_guessed(language: str, text: str) -> None:
    assert guess_language(text) == language


def test_the_script_of_most_letters_decides() -> None:
    assert guess_language("The novel «Абай жолы» in translation") == "en"


@given(st.text())
def test_any_text_has_a_language(text: str) -> None:
    assert guess_language(text).isalpha()


@pytest.mark.parametrize(("word", "stop"), [("және", True), ("үшін", True), ("тіл", False), ("бар", False)])
def test_stop_words_of_kazakh(word: str, stop: bool) -> None:
    assert is_stop_word(word) == stop


@pytest.mark.parametrize("language", LANGUAGES)
def test_stop_words_are_folded(language: str) -> None:
    assert [word for word in LANGUAGES[language].stop_words if fold(word) != word] == []


@pytest.mark.parametrize(
    ("kazakh", "russian"), [("әңгіме", "ангиме"), ("ғұлама", "гулама"), ("қоңыр", "коныр"), ("өһү", "оху")]
)
def test_kazakh_letters_are_loosened(kazakh: str, russian: str) -> None:
    assert loosened(kazakh) == russian


def test_a_query_asks_only_for_languages_that_are_there() -> None:
    assert stemming_languages("roles", frozenset({"de", "en", "ru"})) == ("en", "de")


def test_a_query_word_goes_to_languages_of_its_script() -> None:
    assert stemming_languages("роли") == ("ru", "kk", "sr")
    assert stemming_languages("2020") == ()


_ENDS = st.sampled_from("ying skies ение ості gezien lopen ност ları ları нің ությունների ων ات ونهم".split())
_BEGINNINGS = st.text("abdefghiklmnoprstuyбвгдежзиклмнопрстуыіқғאבגאλαπհայकनरதமनمسكالبت", max_size=8)


@given(_BEGINNINGS, _ENDS)
def test_a_stem_begins_as_its_word(beginning: str, end: str) -> None:
    word = fold(beginning + end)
    stems = {language: stem(language, word) for language in LANGUAGES if keeps_beginning(language)}
    assert {language: stem for language, stem in stems.items() if _base(stem) != _base(word)} == {}


def _base(word: str) -> str:
    return unicodedata.normalize("NFD", word)[0]


@given(_BEGINNINGS.map(fold).filter(bool))
def test_a_word_has_a_stem(word: str) -> None:
    assert [language for language in LANGUAGES if not stem(language, word)] == []


@pytest.mark.parametrize(
    "forms",
    [
        "узбекистан узбекистана узбекистане узбекистаном",
        "орган органы органов органам",
        "журнал журнала журналы журналов",
        "охрана охраны охране охраной",
        "граждане граждан гражданами",
        "исследование исследований исследовать исследованы",
    ],
)
def test_cases_of_russian_nouns_meet(forms: str) -> None:
    assert len({stem("ru", form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "forms",
    [
        "labour labor",
        "neighbourhoods neighborhood",
        "unfavourable unfavorable",
        "centres center centred centered centring",
        "kilometres kilometer",
        "defence defense",
        "catalogue catalog catalogued cataloged",
        "cataloguing cataloging",
        "programmes program",
        "organisation organizing",
        "globalised globalization",
        "criticise criticized",
        "analyse analyzing",
    ],
)
def test_both_spellings_of_english_meet(forms: str) -> None:
    assert len({stem("en", word) for word in forms.split()}) == 1


@pytest.mark.parametrize(
    "words",
    [
        "promised promising",
        "precise imprecise precision",
        "circumcised circumcision incise",
        "uprising uprisings",
        "disenfranchised enfranchisement",
        "unsurprising uncompromising",
        "revises revision",
        "advertise advertisement",
        "rise wise noise",
        "hour four tour course sources journal",
        "science evidence rogue",
        "house used laser",
    ],
)
def test_what_has_one_spelling_keeps_its_stem(words: str) -> None:
    snowball = Stemmer("english")
    assert [stem("en", word) for word in words.split()] == [snowball.stemWord(w) for w in words.split()]


@pytest.mark.parametrize("forms", ["woman women", "child children", "crisis crises", "phenomenon phenomena"])
def test_irregular_plurals_in_english_meet_their_singular(forms: str) -> None:
    assert len({stem("en", form) for form in forms.split()}) == 1


def test_short_russian_nouns_are_not_cut_into() -> None:
    assert [stem("ru", word) for word in "страна стране план плане".split()] == [
        "стран",
        "стран",
        "план",
        "план",
    ]


@pytest.mark.parametrize(
    ("language", "word", "stop"), [("ru", "боль", "более"), ("en", "ani", "any"), ("kk", "бас", "басқа")]
)
def test_a_stop_word_has_the_stem_of_no_other(language: str, word: str, stop: str) -> None:
    assert stem(language, word) != stem(language, stop)


@pytest.mark.parametrize(
    ("language", "word", "small"), [("fr", "lee", "les"), ("tr", "data", "da"), ("ca", "units", "un")]
)
def test_no_word_meets_a_small_one(language: str, word: str, small: str) -> None:
    assert stem(language, word) == word != stem(language, small)


def test_small_words_have_stems() -> None:
    assert stem("fr", "les") == stem("fr", "le")


def test_serbian_is_the_same_in_both_alphabets() -> None:
    assert stem("sr", fold("школама")) == stem("sr", fold("školama")) == "skol"


def test_what_each_language_does_is_told() -> None:
    assert written() == table(), "run: .venv/bin/python -m tests.index.language_table"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_is_told_of_by_twenty_words(language: str) -> None:
    assert len(set(WORDS[language])) == 20


@pytest.mark.parametrize(
    ("language", "text", "word", "marked"),
    [
        ("nl", "Dat is gezien.", "zien", "gezien"),
        ("ar", "هذا الكتاب", "كتاب", "الكتاب"),
        ("sr", "Нова књига", "knjiga", "књига"),
        ("hr", "Nove knjige", "knjiga", "knjige"),
    ],
)
def test_words_are_marked_whose_beginning_their_stem_lost(
    language: str, text: str, word: str, marked: str
) -> None:
    (span,) = Marker(Group(query_terms(fold(word)))).marks(text, language)
    assert text[slice(*span)] == marked


def test_phrases_are_marked_whose_second_word_lost_its_beginning() -> None:
    phrase = Phrase((query_terms("boeken"), query_terms("zien")))
    assert Marker(phrase).marks("Wij boeken gezien", "nl") == ((4, 17),)
