"""Words that follow each other or stand near, in many documents and in few of many: the ways differ."""

import numpy as np
import pytest

from index import Field, Kind
from index.analysis import Analyser
from index.field import Document, LanguageText
from index.whoosh_engine import places
from index.whoosh_engine.generation import Generation
from index.whoosh_engine.places import following, frequencies, mask_of, near
from index.whoosh_engine.strings import encoded
from tests.index.whoosh_engine.generations import generation

FIELDS = (Field("title", Kind.TEXT, weight=3.0), Field("abstract", Kind.TEXT))
TITLE, ABSTRACT = range(2)
DOCUMENTS = 90


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Generation:
    """Every third document has "open water" in its title, every second "water" and "open" in its abstract."""
    analyser = Analyser(FIELDS)
    documents = []
    for n in range(DOCUMENTS):
        title = "open water" if n % 3 == 0 else "water"
        abstract = "water that is open" if n % 2 == 0 else "nothing"
        passages = {
            "title": (LanguageText("mis", title),),
            "abstract": (LanguageText("mis", abstract), LanguageText("mis", "open")),
        }
        documents.append(analyser.analyse(Document(f"{n:02}", passages)))
    return generation(tmp_path_factory.mktemp("places"), FIELDS, [documents])


def asked(step: int) -> np.ndarray:
    return np.arange(0, DOCUMENTS, step, dtype=np.int32)


@pytest.mark.parametrize("step", [1, 30], ids=["all asked", "few asked"])
@pytest.mark.parametrize("mask", [None, mask_of([TITLE])], ids=["anywhere", "in titles"])
def test_words_follow_each_other(texts: Generation, step: int, mask: int | None) -> None:
    words = texts.parts[0].view.words
    phrase = [[words.find(encoded(":open"))], [words.find(encoded(":water"))]]
    found = following(words, phrase, mask, asked(step), DOCUMENTS)
    assert found.tolist() == [n for n in range(0, DOCUMENTS, step) if n % 3 == 0]


@pytest.mark.parametrize("step", [1, 30], ids=["all asked", "few asked"])
def test_a_word_that_follows_in_another_field_only_is_none(texts: Generation, step: int) -> None:
    words = texts.parts[0].view.words
    phrase = [[words.find(encoded(":open"))], [words.find(encoded(":water"))]]
    assert not len(following(words, phrase, mask_of([ABSTRACT]), asked(step), DOCUMENTS))


def test_of_many_postings_those_of_few_documents_are_read_alone(
    texts: Generation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "_all_places", None)
    words = texts.parts[0].view.words
    phrase = [[words.find(encoded(":open"))], [words.find(encoded(":water"))]]
    assert following(words, phrase, None, np.array([4, 6], np.int32), DOCUMENTS).tolist() == [6]


@pytest.mark.parametrize(("width", "every"), [(3, 3), (4, 1)])
def test_a_window_holds_all_words_in_any_order(texts: Generation, width: int, every: int) -> None:
    words = texts.parts[0].view.words
    both = [[words.find(encoded(":water"))], [words.find(encoded(":open"))]]
    found = near(words, both, None, asked(1), DOCUMENTS, width=width)
    expected = [n for n in range(DOCUMENTS) if n % 3 == 0 or (every == 1 and n % 2 == 0)]
    assert found.tolist() == expected


def test_no_window_reaches_into_another_passage(texts: Generation) -> None:
    words = texts.parts[0].view.words
    both = [[words.find(encoded(":nothing"))], [words.find(encoded(":open"))]]
    assert not len(near(words, both, None, asked(1), DOCUMENTS, width=99))


def test_frequencies_are_those_of_the_weighted_fields(texts: Generation) -> None:
    words = texts.parts[0].view.words
    found = frequencies(words, words.find(encoded(":open")), np.array([3.0, 0.0]))
    assert found.tolist() == [3.0 if n % 3 == 0 else 0.0 for n in range(DOCUMENTS)]
