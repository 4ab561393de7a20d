"""Words, folding, languages, documents in terms."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import Document, Field, Kind, LanguageText, analyse
from index.analysis import query_terms
from index.languages import guess_language, is_stop_word, primary, script_of, stem, stemming_language
from index.tokens import Token, fold, normalise, tokenise


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Gender roles, 2020!", ["gender", "roles", "2020"]),
        ("gender-sensitive", ["gender", "sensitive"]),
        ("EU's EU’s", ["eu", "eu"]),
        ("l'état", ["l", "etat"]),
        ("Co\u00ad-op\u00aderation", ["co", "operation"]),
        ("snake_case", ["snake", "case"]),
        ("ﬁne Straße Øre", ["fine", "strasse", "ore"]),
        ("Ёлка Чайковский", ["елка", "чайковский"]),
        ("Қазақ тілі", ["қазақ", "тілі"]),
        ("机器翻译", ["机", "器", "翻", "译"]),
        ("", []),
    ],
)
def test_words_of_a_text(text: str, words: list[str]) -> None:
    assert [token.word for token in tokenise(text)] == words


def test_a_compound_knows_its_joined_form() -> None:
    assert list(tokenise("An e-mail")) == [
        Token("an", 0, 2),
        Token("e", 3, 4, "email"),
        Token("mail", 5, 9),
    ]


def test_a_long_chain_is_no_compound() -> None:
    assert {token.joined for token in tokenise("a-c-g-t-a-c")} == {""}


@given(st.text())
def test_tokens_stand_where_they_say(text: str) -> None:
    ends = 0
    for token in tokenise(text):
        assert ends <= token.start < token.end <= len(text)
        ends = token.end


@given(st.text())
def test_a_word_is_its_own_only_word(text: str) -> None:
    for token in tokenise(text):
        assert fold(token.word) == token.word


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_composed_and_decomposed_letters_are_the_same(text: str) -> None:
    composed, decomposed = (
        [token.word for token in tokenise(unicodedata.normalize(form, f"x{text}"))] for form in ("NFC", "NFD")
    )
    assert "".join(composed) == "".join(decomposed)


@given(st.text())
def test_a_normalised_value_stays(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@pytest.mark.parametrize(
    ("text", "language"),
    [("Gender", "en"), ("Гендер", "ru"), ("Гендер және", "kk"), ("The book «Ана»", "en"), ("", "en")],
)
def test_language_is_guessed_from_letters(text: str, language: str) -> None:
    assert guess_language(text) == language


@pytest.mark.parametrize(
    ("tag", "language"), [("en-GB", "en"), ("ru_RU", "ru"), ("KK", "kk"), ("und", "ru"), ("", "ru")]
)
def test_a_tag_goes_before_letters(tag: str, language: str) -> None:
    assert primary(tag, "текст") == language


@pytest.mark.parametrize(
    ("language", "word", "stemmed_as"),
    [
        ("en", "roles", "en"),
        ("ru", "роли", "ru"),
        ("ru", "roles", "en"),
        ("fr", "roles", None),
        ("kk", "тіл", None),
        ("de", "роли", "ru"),
        ("en", "2020", None),
        ("el", "ρόλοι", None),
    ],
)
def test_whose_stemmer_serves(language: str, word: str, stemmed_as: str | None) -> None:
    assert stemming_language(language, word) == stemmed_as


def test_inflected_words_share_a_stem() -> None:
    assert len({stem("ru", word) for word in ("миграция", "миграции", "миграцией")}) == 1


@pytest.mark.parametrize(
    ("word", "script"), [("a", "Latn"), ("3d", "Latn"), ("ж", "Cyrl"), ("7", ""), ("α", "")]
)
def test_script_is_that_of_the_first_letter(word: str, script: str) -> None:
    assert script_of(word) == script


@pytest.mark.parametrize(("word", "stop"), [("the", True), ("также", True), ("gender", False)])
def test_stop_words(word: str, stop: bool) -> None:
    assert is_stop_word(word) == stop


@given(
    st.sampled_from(["en", "ru", "fr", "kk"]),
    st.sampled_from(["migration", "миграция", "état", "2020", "қон"]),
)
def test_a_word_is_found_by_itself(language: str, word: str) -> None:
    fields = (Field("text", Kind.TEXT),)
    analysed = analyse(Document("a", {"text": (LanguageText(language, word),)}), fields)
    held = {term for o in analysed.occurrences for term in (*o.terms, *o.silent)}
    assert not held.isdisjoint(query_terms(fold(word)))


def test_length_leaves_out_stop_words_and_counts_weights() -> None:
    fields = (Field("title", Kind.TEXT, weight=3.0), Field("text", Kind.TEXT))
    english = LanguageText("en", "the role of gender")
    assert analyse(Document("a", {"title": (english,), "text": (english,)}), fields).length == 2 * 3 + 2


def test_what_no_field_declares_is_left_out() -> None:
    texts = {"title": (LanguageText("en", "word"),)}
    analysed = analyse(Document("a", texts, sorts={"title": "word"}), (Field("text", Kind.TEXT),))
    assert (analysed.occurrences, analysed.sorts) == ((), {})
