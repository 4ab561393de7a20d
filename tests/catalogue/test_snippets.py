"""The passage of an abstract that a result shows: the best one, in the language that matched."""

from collections.abc import Callable

import pytest

from catalogue.asking import SearchRequest
from catalogue.concepts import Concept, Concepts
from catalogue.documents import FIELDS, document
from catalogue.model import Multilingual, Record, RecordType
from catalogue.search import ResultRow, find
from index import analyse, open_engine

ENGLISH = "Rain falls on the hills. " * 20 + "Labour migration to the cities grew. " + "Rain falls. " * 20
RUSSIAN = "Дождь идёт в горах. " * 20 + "Трудовая миграция в города росла. " + "Дождь идёт. " * 20
KAZAKH = "Тауда жаңбыр жауады. " * 20 + "Мектептердегі еңбек көші-қоны өсті. " + "Жаңбыр жауады. " * 20
NAMED = "Rain falls. " * 30 + "This follows Әуезов and his school. " + "Rain falls. " * 30
CONCEPTS = Concepts((Concept("migration", {"en": ("migration",), "ru": ("миграция",), "kk": ("көші-қон",)}),))

Rows = Callable[..., list[ResultRow]]


@pytest.fixture
def found() -> Rows:
    """What a search finds among abstracts in languages, for a reader of `locales`."""

    def rows(text: str, *locales: str, **abstract: str) -> list[ResultRow]:
        record = Record("r", RecordType.BOOK, Multilingual.of("Walls"), abstract=Multilingual.of(abstract))
        engine = open_engine("memory:", FIELDS)
        engine.update([analyse(document(record), FIELDS)], ())
        with engine.snapshot() as snapshot:
            return list(find(snapshot, SearchRequest(text), locales, CONCEPTS).results)

    return rows


def marked(row: ResultRow) -> tuple[str, list[str]]:
    """The language of a snippet, and what is marked in it."""
    return row.snippet_language, [text for text, is_marked in row.snippet.pieces if is_marked]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("город", "ru", ["города"]),
        ("мектеп", "kk", ["Мектептердегі"]),
        ("мeктеп", "kk", ["Мектептердегі"]),  # with a Latin e
        ("city", "en", ["cities"]),
        ('"трудовая миграция"', "ru", ["Трудовая миграция"]),
        ("cit*", "en", ["cities"]),
        ("citeis~", "en", ["cities"]),
    ],
)
def test_the_passage_is_in_the_language_that_matched(
    found: Rows, text: str, language: str, expected: list[str]
) -> None:
    (row,) = found(text, "uz", en=ENGLISH, ru=RUSSIAN, kk=KAZAKH)
    assert marked(row) == (language, expected)


@pytest.mark.parametrize(
    ("reader", "expected"), [("en", "migration"), ("ru", "миграция"), ("kk", "көші-қоны")]
)
def test_a_concept_is_marked_in_the_language_of_the_reader(found: Rows, reader: str, expected: str) -> None:
    (row,) = found("migration", reader, en=ENGLISH, ru=RUSSIAN, kk=KAZAKH)
    assert marked(row) == (reader, [expected])


@pytest.mark.parametrize("text", ["Auezov", "Әуезов", "Ауэзов"])
def test_a_name_is_marked_in_another_script(found: Rows, text: str) -> None:
    (row,) = found(text, "en", en=NAMED)
    assert marked(row) == ("en", ["Әуезов"])


def test_the_passage_with_most_of_the_words_is_shown(found: Rows) -> None:
    text = "Migration. " + "Rain falls. " * 40 + "Labour migration to cities grew. " + "Rain falls. " * 40
    (row,) = found("labour migration cities", "en", en=text)
    assert marked(row)[1] == ["Labour", "migration", "cities"]


def test_a_passage_is_short_and_says_that_it_is_one(found: Rows) -> None:
    (row,) = found("migration", "en", en=ENGLISH)
    shown = "".join(text for text, _ in row.snippet.pieces)
    assert (row.snippet.leading, row.snippet.trailing, len(shown) <= 280) == (True, True, True)


def test_an_abstract_that_does_not_match_shows_its_beginning(found: Rows) -> None:
    (row,) = found("walls", "ru", en=ENGLISH, ru=RUSSIAN)
    assert row.snippet_language == "ru"
    assert "".join(text for text, _ in row.snippet.pieces).startswith("Дождь идёт")
