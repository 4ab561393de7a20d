"""The Kazakh and the Russian words of the interface: all there, and fit for the places they are shown in."""

import gettext
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.plurals import get_plural

from index.languages import stem
from index.tokens import tokenise
from tests.catalogue.web.catalogues import HOLES, LANGUAGES, TAGS, catalogue, forms, marked, messages, plain

CONTRIBUTING = Path(__file__).resolve().parents[3] / "CONTRIBUTING.md"
_WORD = re.compile(r"\w+")
_CYRILLIC, _LATIN = re.compile("[а-яёәғқңөұүһі]", re.I), re.compile("[a-z]", re.I)
_ABBREVIATION = re.compile(r"\b\w{1,2}\.$")
_MANY = range(2, 300)
"""Numbers of which no message but that of 1 may leave out which it is."""


def translated(language: str) -> Iterator[tuple[Message, str]]:
    """Each form of each message of a catalogue, with the message."""
    for message in messages(catalogue(language)):
        for form in forms(message.string):
            yield message, form


def test_messages_are_marked_in_templates_and_in_code() -> None:
    known = {forms(message.id)[0] for message in messages(marked())}
    assert {"My list", "spring %(year)s", "This publication was removed", "court decision"} <= known


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_marked_is_in_the_catalogue_and_nothing_else(language: str) -> None:
    own = catalogue(language)
    wanted, known = ({forms(each.id) for each in messages(catalog)} for catalog in (marked(), own))
    assert (wanted - known, known - wanted, list(own.obsolete)) == (set(), set(), []), "make translations"


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_is_translated_and_none_of_it_doubtful(language: str) -> None:
    assert [each.id for each, form in translated(language) if not form.strip() or each.fuzzy] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_counted_message_has_every_form(language: str) -> None:
    own = catalogue(language)
    counted = [message for message in messages(own) if message.pluralizable]
    assert counted
    assert {len(forms(message.string)) for message in counted} == {get_plural(language).num_plurals}
    assert own.plural_forms == f"{get_plural(language)};".replace(";;", ";")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_page_fills_in_is_kept(language: str) -> None:
    """Only a form that serves for 1 alone may do without the number."""
    form_of = gettext.c2py(get_plural(language).plural_expr)
    for_many = {form_of(number) for number in _MANY}
    wrong = []
    for message in messages(catalogue(language)):
        singular, plural = (Counter(HOLES.findall(forms(message.id)[at])) for at in (0, -1))
        for at, form in enumerate(forms(message.string)):
            allowed = (plural,) if at in for_many or not message.pluralizable else (singular, plural)
            if Counter(HOLES.findall(form)) not in allowed:
                wrong.append(form)
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_elements_are_kept(language: str) -> None:
    assert [
        form
        for message, form in translated(language)
        if Counter(TAGS.findall(form)) != Counter(TAGS.findall(forms(message.id)[-1]))
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_letter_of_the_other_script_stands_in_a_word(language: str) -> None:
    words = {word for _, form in translated(language) for word in _WORD.findall(plain(form))}
    assert {word for word in words if _CYRILLIC.search(word) and _LATIN.search(word)} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_begin_and_end_as_in_english(language: str) -> None:
    """A label stays a label, and what stands inside a sentence begins with a small letter there, too."""
    wrong = []
    for message, form in translated(language):
        source = forms(message.id)[-1]
        if source.endswith(".") != form.endswith(".") and not _ABBREVIATION.search(form):
            wrong.append(form)
        if source[0].isalpha() and _CYRILLIC.match(form) and source[0].isupper() != form[0].isupper():
            wrong.append(form)
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_quotation_marks_are_those_of_the_language(language: str) -> None:
    help_on_marks = "Words between quotation marks"
    assert [
        form
        for message, form in translated(language)
        if re.search('[“”"]', form) and not forms(message.id)[0].startswith(help_on_marks)
    ] == []


def terms() -> Iterator[tuple[str, str, str]]:
    """The glossary: a term, and in Kazakh or Russian what it may be called, by the language."""
    rows = re.findall(
        r"^\| ([^|]+) \| ([^|]+) \| ([^|]+) \| [^|]* \|$", CONTRIBUTING.read_text("utf-8"), re.M
    )
    for english, russian, kazakh in rows:
        if english not in ("English", "---"):
            yield from ((english, "ru", russian), (english, "kk", kazakh))


def folded_words(text: str) -> list[str]:
    return [token.word for token in tokenise(plain(text))]


def is_form(language: str, word: str, of: str) -> bool:
    """Whether a word is another in one of its forms, as far as stems and beginnings tell."""
    if language == "en":
        return word in (of, of + "s")
    beginning = max(3, len(of) - 2)
    return stem(language, word) == stem(language, of) or word[:beginning] == of[:beginning]


def holds(language: str, text: str, term: str) -> bool:
    """Whether the words of a term stand in a text, side by side."""
    words, wanted = folded_words(text), folded_words(term)
    places = (words[at : at + len(wanted)] for at in range(len(words) - len(wanted) + 1))
    return any(all(map(lambda w, of: is_form(language, w, of), here, wanted)) for here in places)


def test_the_glossary_is_found() -> None:
    assert ("abstract", "kk", "аңдатпа") in set(terms())


@pytest.mark.parametrize(("term", "language", "names"), list(terms()))
def test_a_term_is_called_as_the_glossary_has_it(term: str, language: str, names: str) -> None:
    """What is typed as it stands (`abstract:`) is no term."""
    assert [
        form
        for message, form in translated(language)
        if holds("en", forms(message.id)[-1], term)
        and not holds("en", form, term)
        and not any(holds(language, form, name) for name in names.split(" / "))
    ] == []
