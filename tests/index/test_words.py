"""Words, folding, languages, documents in terms."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import Analyser, Document, Field, Kind, LanguageText, analyse
from index.analysis import PASSAGE_GAP, Occurrence
from index.guessing import guess_language
from index.languages import is_stop_word, primary, script_of, stem, stemming_language
from index.terms import query_terms
from index.tokens import Token, fold, normalise, pieces, tokenise


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Gender roles, 2020!", ["gender", "roles", "2020"]),
        ("gender-sensitive", ["gender", "sensitive"]),
        ("EU's EU’s", ["eu", "eu"]),
        ("l'état", ["l", "etat"]),
        ("Co\u00ad-op\u00aderation", ["co", "operation"]),
        ("snake_case", ["snake", "case"]),
        ("ﬁne Straße Øre 𝐀", ["fine", "strasse", "ore", "a"]),
        ("Ёлка Чайковский", ["елка", "чайковский"]),
        ("Қазақ тілі", ["қазақ", "тілі"]),
        ("हिन्दी की किताब", ["हिन्दी", "की", "किताब"]),
        ("लड़की", ["लडकी"]),
        ("தமிழ் மொழி", ["தமிழ்", "மொழி"]),
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


_SIGNS = st.sampled_from("aZé '-_’\u00ad\u0301\u200d一カя7.\t“ก")
_MIXED = st.lists(_SIGNS).map("".join) | st.text()


@given(_MIXED)
def test_a_sign_that_is_a_word_changes_none_of_the_others(text: str) -> None:
    assert list(tokenise(f"{text} 一"))[:-1] == list(tokenise(text))


@given(_MIXED)
def test_pieces_hold_the_words_of_the_text(text: str) -> None:
    def words(text: str) -> list[tuple[str, str]]:
        return [(token.word, token.joined) for token in tokenise(text)]

    assert [word for piece in pieces(text) for word in words(piece)] == words(text)


def test_pieces_of_a_script_without_spaces_are_short() -> None:
    assert pieces("机器翻译") == ["机", "器", "翻", "译"]


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
        ("fr", "roles", "fr"),
        ("nb", "roller", "no"),
        ("la", "rolae", None),
        ("ja", "roles", "en"),
        ("kk", "тіл", "kk"),
        ("ru", "тіл", "kk"),
        ("uk", "мова", None),
        ("de", "роли", "ru"),
        ("en", "2020", None),
        ("el", "ρολοι", "el"),
        ("de", "ρολοι", "el"),
        ("ur", "کتاب", None),
    ],
)
def test_whose_stemmer_serves(language: str, word: str, stemmed_as: str | None) -> None:
    assert stemming_language(language, word) == stemmed_as


def test_inflected_words_share_a_stem() -> None:
    assert len({stem("ru", word) for word in ("миграция", "миграции", "миграцией")}) == 1


@given(st.text("aeiouyдёеклmngtsr"), st.sampled_from(["dying", "skies", "ыть", "уже", "ying"]))
def test_a_stem_begins_as_its_word(beginning: str, end: str) -> None:
    for language in ("en", "ru"):
        assert stem(language, fold(beginning + end))[0] == fold(beginning + end)[0]


@pytest.mark.parametrize(
    ("word", "script"), [("a", "Latn"), ("3d", "Latn"), ("ж", "Cyrl"), ("7", ""), ("α", "Grek"), ("ก", "")]
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


_TEXT = (Field("text", Kind.TEXT),)


def test_a_compound_stands_in_one_piece_at_its_first_word() -> None:
    analysed = analyse(Document("a", {"text": (LanguageText("en", "Old e-mails"),)}), _TEXT)
    assert analysed.occurrences == (
        Occurrence("text", 0, ("en:old",), (":old",)),
        Occurrence("text", 1, ("en:e", "en:email"), (":e", ":emails")),
        Occurrence("text", 2, ("en:mail",), (":mails",)),
    )


def test_a_phrase_ends_with_its_passage() -> None:
    passages = (LanguageText("en", "an e-mail"), LanguageText("en", "again"))
    positions = [o.position for o in analyse(Document("a", {"text": passages}), _TEXT).occurrences]
    assert positions == [0, 1, 2, 3 + PASSAGE_GAP]


def test_documents_share_a_vocabulary() -> None:
    analyser = Analyser(_TEXT)
    one, other = (
        analyser.analyse(Document(id, {"text": (LanguageText("en", text),)}))
        for id, text in (("a", "Gender roles"), ("b", "of (gender)"))
    )
    assert one.vocabulary is other.vocabulary
    assert one.passages[0].numbers[0] == other.passages[0].numbers[1]


def test_a_full_vocabulary_is_followed_by_another() -> None:
    analyser = Analyser(_TEXT, most_forms=1)
    vocabularies = [
        analyser.analyse(Document("a", {"text": (LanguageText("en", text),)})).vocabulary
        for text in ("one", "two three", "one")
    ]
    assert [len(vocabulary) for vocabulary in vocabularies] == [3, 3, 1]


def test_a_compound_has_each_term_once() -> None:
    analysed = analyse(Document("a", {"text": (LanguageText("en", "run-s"),)}), _TEXT)
    assert analysed.occurrences == (
        Occurrence("text", 0, ("en:run",), (":run", ":runs")),
        Occurrence("text", 1, ("en:s",), (":s",)),
    )


def test_length_leaves_out_stop_words_and_counts_weights() -> None:
    fields = (Field("title", Kind.TEXT, weight=3.0), Field("text", Kind.TEXT))
    english = LanguageText("en", "the role of gender")
    assert analyse(Document("a", {"title": (english,), "text": (english,)}), fields).length == 2 * 3 + 2


def test_what_no_field_declares_is_left_out() -> None:
    texts = {"title": (LanguageText("en", "word"),)}
    analysed = analyse(Document("a", texts, sorts={"title": "word"}), (Field("text", Kind.TEXT),))
    assert (analysed.occurrences, analysed.sorts) == ((), {})
