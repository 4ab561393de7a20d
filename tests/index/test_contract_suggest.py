"""What every engine suggests: values by the beginnings of their words, and words written nearly like one."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index import FacetCount, Query, SearchEngine, UnknownField, WordCount, analyse, open_engine
from index.spellings import main_key, without_ending
from index.suggestions import MOST_WORDS, beginnings
from index.terms import term
from index.whoosh_engine.generation import Generation
from index.whoosh_engine.merging import Part, merge
from index.whoosh_engine.snapshot import WhooshSnapshot
from index.whoosh_engine.view import SegmentView
from tests.index.shelf import FIELDS, document, fill, query
from tests.index.whoosh_engine.generations import generation

NAMES = (
    document("a", "Walls", authors=["Knuth, Donald", "Müller-Lüdenscheidt, Anna"]),
    document("b", "Doors", authors=["Knuth, Donald", "Kant, Emma"]),
    document("c", "Doors", authors=["Adams, Kay"], type="book"),
    document("d", "Windows", authors=["KNUTH, DONALD"]),
)


@pytest.fixture
def names(engine: SearchEngine) -> SearchEngine:
    fill(engine, NAMES)
    return engine


def suggested(engine: SearchEngine, text: str, limit: int = 10) -> list[tuple[str, int]]:
    found = engine.snapshot().suggest("author", text, limit=limit)
    return [(value.label, value.count) for value in found]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("k", [("Knuth, Donald", 3), ("Kant, Emma", 1), ("Adams, Kay", 1)]),
        ("KNU", [("Knuth, Donald", 3)]),
        ("donald knu", [("Knuth, Donald", 3)]),
        ("Knuth, D", [("Knuth, Donald", 3)]),
        ("knuth emma", []),
        ("muller", [("Müller-Lüdenscheidt, Anna", 1)]),
        ("lüd", [("Müller-Lüdenscheidt, Anna", 1)]),
        ("mullerlud", [("Müller-Lüdenscheidt, Anna", 1)]),
        ("nuth", []),
        ("", [("Knuth, Donald", 3), ("Adams, Kay", 1), ("Kant, Emma", 1), ("Müller-Lüdenscheidt, Anna", 1)]),
    ],
)
def test_values_whose_words_begin_so(names: SearchEngine, text: str, labels: list[tuple[str, int]]) -> None:
    assert suggested(names, text) == labels


@pytest.mark.parametrize("text", ["Щук", "sh", "shc", "shch", "shchu", "Shchuki", "щукин а", "Shchukin, A"])
def test_names_begin_alike_in_every_script(engine: SearchEngine, text: str) -> None:
    fill(engine, [document("a", authors=["Щукин, Анна"]), document("b", authors=["Shchukin, Aleksei"])])
    assert {label for label, _ in suggested(engine, text)} == {"Щукин, Анна", "Shchukin, Aleksei"}


@pytest.mark.parametrize(
    ("text", "name"),
    [("zh", "Жанов"), ("kh", "Ханов"), ("ye", "Есенов"), ("ts", "Цой"), ("ch", "Чалов"), ("gh", "Ғабит")],
)
def test_letters_that_make_one_sound_begin_names_in_the_other_script(
    engine: SearchEngine, text: str, name: str
) -> None:
    fill(engine, [document("a", authors=[name, "Müller"])])
    assert suggested(engine, text) == [(name, 1)]


@pytest.mark.parametrize(
    ("typed", "name"),
    [("nazarbay", "Назарбаев"), ("mus", "Мушкетов"), ("mus", "Мущинский"), ("sulej", "Сулейменов")],
)
def test_a_sound_may_be_unfinished(engine: SearchEngine, typed: str, name: str) -> None:
    fill(engine, [document("a", authors=[name])])
    assert suggested(engine, typed) == [(name, 1)]


def test_what_fits_best_comes_first(engine: SearchEngine) -> None:
    names = ("Щукин, Анна", "Анна, Щукина", "Shchukin, Aleksei", "Aleksei, Shchukin", "Щекин")
    often = [document(f"o{n}", authors=names[1:]) for n in range(3)]
    fill(engine, [document("a", authors=names), *often])
    assert [label for label, _ in suggested(engine, "щук")] == list(names[:4])
    fill(engine, [document("a", authors=["Yessen", "Essen"]), document("b", authors=["Есен", "Essen"])])
    assert [label for label, _ in suggested(engine, "yesse")] == ["Yessen", "Есен", "Essen"]


def test_each_form_of_a_label_begins_anew(engine: SearchEngine) -> None:
    fill(engine, [document("a", authors=["Anna, Ode"]), document("b", authors=["Ода, Анна / Ode, Anna"])])
    assert [label for label, _ in suggested(engine, "ode")] == ["Ода, Анна / Ode, Anna", "Anna, Ode"]


def test_a_label_fits_as_what_fits_worst_of_it(engine: SearchEngine) -> None:
    names = ("Anna, Щукин", "Щукин, Anna", "Щукин, Анна", "Анна, Щукин")
    fill(engine, [document("a", authors=names)])
    assert [label for label, _ in suggested(engine, "щукин анн")] == [names[2], names[3], names[1], names[0]]


@pytest.mark.parametrize(
    ("text", "label"), [("lee", "Learning"), ("yes", "Estonia"), ("kh", "Hansen"), ("ye", "Europe")]
)
def test_few_letters_that_only_sound_so_begin_nothing(engine: SearchEngine, text: str, label: str) -> None:
    fill(engine, [document("a", authors=[label])])
    assert suggested(engine, text) == []


def test_letters_without_the_signs_of_kazakh_count_as_written(engine: SearchEngine) -> None:
    fill(engine, [document("a", authors=["Қасым", "Kasym"]), document("b", authors=["Kasym", "Касымов"])])
    assert suggested(engine, "кас") == [("Касымов", 1), ("Қасым", 1), ("Kasym", 2)]


def test_a_spelling_is_compared_with_spellings_alone(engine: SearchEngine) -> None:
    fill(engine, [document("a", authors=["Kashif", "Kasim"])])
    assert suggested(engine, "кас") == [("Kasim", 1)]


@pytest.mark.parametrize("text", ["Есен", "Yesse", "esenov", "YESSENOV"])
def test_passport_spellings_begin_alike(engine: SearchEngine, text: str) -> None:
    fill(engine, [document("a", authors=["Есенов, Олжас", "Yessenov, Olzhas"])])
    assert {label for label, _ in suggested(engine, text)} == {"Yessenov, Olzhas", "Есенов, Олжас"}


def test_as_many_as_are_asked_for(names: SearchEngine) -> None:
    assert suggested(names, "k", limit=1) == [("Knuth, Donald", 3)]
    assert suggested(names, "k", limit=0) == []


def test_counts_are_those_of_the_result(names: SearchEngine) -> None:
    snapshot = names.snapshot()
    of_doors = snapshot.suggest("author", "k", query=query("doors"))
    assert [(value.label, value.count) for value in of_doors] == [
        ("Kant, Emma", 1),
        ("Knuth, Donald", 1),
        ("Adams, Kay", 1),
    ]
    books = Query(filters=(("type", frozenset(["book"])),))
    assert snapshot.suggest("author", "k", query=books) == (FacetCount("adams, kay", "Adams, Kay", 1),)


def test_a_label_that_nobody_prints_any_more_suggests_nothing(names: SearchEngine) -> None:
    fill(names, [document("e", authors=["Knut, D"])])
    assert suggested(names, "knut,") == [("Knuth, Donald", 3), ("Knut, D", 1)]
    names.update([], ["e"])
    assert suggested(names, "knut") == [("Knuth, Donald", 3)]


def test_words_behind_the_last_that_counts_are_passed_over(names: SearchEngine) -> None:
    assert suggested(names, " ".join(["knuth", *"donald"[:1] * 3, "donald"])) == [("Knuth, Donald", 3)]
    many = " ".join(f"word{n}" for n in range(MOST_WORDS + 5))
    assert len(beginnings(many)) == MOST_WORDS


@pytest.mark.parametrize("field", ["abstract", "title", "type"])
def test_what_is_no_facet_that_suggests_is_refused(names: SearchEngine, field: str) -> None:
    with pytest.raises(UnknownField, match=field):
        names.snapshot().suggest(field, "k")


def test_words_written_nearly_so(engine: SearchEngine) -> None:
    fill(
        engine,
        [
            document("a", "gender labour"),
            document("b", "gender tender labor"),
            document("c", "genders", abstract="gendarme"),
        ],
    )
    snapshot = engine.snapshot()
    assert snapshot.spellings("gendre")[0] == WordCount("gender", 2, name=False)
    assert [found.word for found in snapshot.spellings("gendre")] == ["gender", "gendarme", "genders"]
    assert [found.word for found in snapshot.spellings("genders")] == ["gender", "genders"]
    assert [found.word for found in snapshot.spellings("kender")] == ["gender", "tender"]
    assert [found.word for found in snapshot.spellings("abour")] == ["labour"]
    assert [found.word for found in snapshot.spellings("labou")] == ["labor", "labour"]
    assert snapshot.spellings("zzzz") == snapshot.spellings("") == ()


def test_a_word_of_names_is_told(url: str) -> None:
    fields = tuple(replace(field, names=field.name == "author") for field in FIELDS)
    engine = open_engine(url, fields)
    engine.update([analyse(document("a", "Knit", authors=["Knut, D"]), fields)], [])
    assert engine.snapshot().spellings("knt") == (
        WordCount("knit", 1, name=False),
        WordCount("knut", 1, name=True),
    )
    engine.close()


def test_words_that_begin_so(engine: SearchEngine) -> None:
    fill(engine, [document("a", "stones stand"), document("b", "stand"), document("c", "Stables Starry st")])
    snapshot = engine.snapshot()
    assert snapshot.completions(":st") == (":stand", ":st", ":stables", ":starry", ":stones")
    assert snapshot.completions(":sta", limit=1) == (":stand",)
    assert snapshot.completions(":x") == ()
    engine.update([], ["a", "b"])
    assert engine.snapshot().completions(":sta") == (":stables", ":starry")


def test_words_that_begin_so_in_a_result(engine: SearchEngine) -> None:
    fill(
        engine,
        [document("a", "stones", abstract="stand"), document("b", "stones fall"), document("c", "stand")],
    )
    snapshot = engine.snapshot()
    title = frozenset({"title"})
    assert snapshot.completions(":st", query=query("stand")) == (":stand", ":stones")
    assert snapshot.completions(":st", query=query("stones"), fields=title) == (":stones",)
    assert snapshot.completions(":st", fields=title) == (":stones", ":stand")
    engine.update([], ["a"])
    assert engine.snapshot().completions(":st", query=query("stand"), fields=title) == (":stand",)


def test_spellings_that_begin_so(engine: SearchEngine) -> None:
    fill(engine, [document("a", "Қарағанды")])
    begun = {begin: engine.snapshot().completions(begin) for begin in ("~:кар", "~:karag", "~:kars")}
    spelled = term("~", without_ending(main_key("қарағанды")))
    assert begun == {"~:кар": ("~:караганды",), "~:karag": (spelled,), "~:kars": ()}


def test_deleted_documents_count_no_words(engine: SearchEngine) -> None:
    fill(engine, [document("a", "gender"), document("b", "gender tender")])
    engine.update([], ["b"])
    assert engine.snapshot().spellings("gender") == (WordCount("gender", 1, name=False),)


def test_merged_segments_suggest_what_they_did(tmp_path: Path) -> None:
    more = [document("e", authors=["Kant, Emma", "Щукин, Анна"]), document("f", authors=["KNUTH, DONALD"])]
    analysed = [[analyse(each, FIELDS) for each in batch] for batch in (NAMES[:2], NAMES[2:], more)]
    apart = generation(tmp_path, FIELDS, analysed, ["a", "c"])
    merge(
        tmp_path / "merged", [Part(each.view, _living(each.view.size, each.deleted)) for each in apart.parts]
    )
    whole = Generation(2, [("merged", SegmentView(tmp_path / "merged"))], iter(()), apart.payload)
    before, after = (WhooshSnapshot(each, FIELDS, tmp_path) for each in (apart, whole))
    for text in ("", "k", "knuth", "shchuk", "emma k", "adams", "muller"):
        assert before.suggest("author", text) == after.suggest("author", text)
    assert [value.count for value in after.suggest("author", "k")] == [3, 2]


def _living(size: int, deleted: NDArray[np.int32]) -> NDArray[np.bool_]:
    living = np.ones(size, np.bool_)
    living[deleted] = False
    return living
