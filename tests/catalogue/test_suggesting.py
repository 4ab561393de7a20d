"""What is suggested to who is typing."""

from collections.abc import Iterator

import pytest

from catalogue.concepts import Concept, Concepts
from catalogue.documents import FIELDS
from catalogue.model import Container, Contributor, Keyword, Multilingual, Name, Record, RecordType, Text
from catalogue.search import find
from catalogue.suggesting import KINDS, MOST, suggest
from index import Snapshot
from index.query import MAX_EXPANSIONS
from tests.catalogue.shelf import shelved


def record(number: int, title: str, author: str = "", keyword: str = "", venue: str = "") -> Record:
    return Record(
        f"r{number}",
        RecordType.ARTICLE,
        Multilingual.of({"en": title}),
        contributors=(Contributor(Name(author)),) if author else (),
        keywords=(Keyword(Text(keyword), "en"),) if keyword else (),
        container=Container(Multilingual.of({"en": venue})) if venue else None,
    )


RECORDS = (
    record(1, "Migration and labour", "Есенов", "migration", "Journal of Migration"),
    record(2, "Labour migrants", "Yessenov", "labour migration"),
    record(3, "On walls", "Migala", "walls"),
    record(4, "墙的历史", "王"),
    *(record(number, f"Survey {number}", f"Sur{number}") for number in range(10, 30)),
)


@pytest.fixture
def snapshot() -> Iterator[Snapshot]:
    with shelved(RECORDS) as newest:
        yield newest


def titles(snapshot: Snapshot, text: str) -> set[str]:
    return {record.key for record in suggest(snapshot, text).titles}


def labels(snapshot: Snapshot, text: str, facet: str) -> list[str]:
    return [value.label for value in suggest(snapshot, text).values.get(facet, ())]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("migr", {"r1", "r2"}),
        ("labour mig", {"r1", "r2"}),
        ("migration l", {"r1"}),
        ("migration lab x", set()),
        ("the migration of lab", {"r1"}),
        ("migrating", {"r1"}),  # in another form, once it is whole
        ("墙", {"r4"}),
    ],
)
def test_titles_with_all_that_was_typed(snapshot: Snapshot, text: str, keys: set[str]) -> None:
    assert titles(snapshot, text) == keys


def found_titles(text: str, *published: str) -> list[str]:
    """The titles that a text suggests where these are published."""
    records = [record(number, title) for number, title in enumerate(published)]
    with shelved(records) as snapshot:
        return [published[int(each.key[1:])] for each in suggest(snapshot, text).titles]


def test_the_most_used_words_complete_what_was_typed() -> None:
    """However many others come before them in the alphabet."""
    rare = " ".join(f"sta{number:03}" for number in range(MAX_EXPANSIONS + 1))
    titles = (rare, "Stone", "Stone walls")
    assert set(found_titles("st", *titles)) == set(titles)


def test_words_complete_a_title_beside_what_was_typed_before() -> None:
    """However many others are used more elsewhere."""
    often = " ".join(f"model{number}" for number in range(MAX_EXPANSIONS + 1))
    assert found_titles("labour m", often, often, "The labour movement") == ["The labour movement"]


@pytest.mark.parametrize("text", ["қаз", "каз", "kaz", "qaz", "қазақстан", "тарих каз", "тарих каза"])
def test_titles_complete_in_every_script(text: str) -> None:
    title = "Қазақстан тарихы"
    assert found_titles(text, title, "Walls") == [title]


def test_titles_that_begin_as_was_typed_come_first() -> None:
    titles = ("On labour, and on labour migrants", "Labour: migrants at work and out of it, a survey")
    assert found_titles("labour mi", *titles) == list(reversed(titles))
    assert found_titles("the labour of the m", "The labour of the many", "Labour of men") == [
        "The labour of the many",
        "Labour of men",
    ]


def test_values_of_each_kind(snapshot: Snapshot) -> None:
    assert labels(snapshot, "migr", "keyword") == ["migration", "labour migration"]
    assert labels(snapshot, "mig", "author") == ["Migala"]
    assert labels(snapshot, "migr jour", "venue") == ["Journal of Migration"]


@pytest.mark.parametrize("text", ["есен", "yesse"])
def test_names_in_every_script(snapshot: Snapshot, text: str) -> None:
    assert set(labels(snapshot, text, "author")) == {"Есенов", "Yessenov"}


CONCEPTS = Concepts(
    (
        Concept("walls", {"en": ("walls",)}),
        Concept("towers", {"en": ("tower", "minar"), "ru": ("минарет",)}),
        Concept(
            "move", {"en": ("migration", "moving"), "ru": ("миграция", "переселение"), "kk": ("көші-қон",)}
        ),
        Concept("work", {"en": ("labour migration",), "ru": ("трудовая миграция",)}),
    )
)


@pytest.mark.parametrize("text", ["wang w", "Wang We", "w wang"])
def test_a_word_for_each_that_was_typed(text: str) -> None:
    authors = ["Wang, Jun"] * 3 + ["Wang, Wei"] + ["Wong, Ada"]
    with shelved([record(number, "On walls", author) for number, author in enumerate(authors)]) as snapshot:
        assert labels(snapshot, text, "author")[0] == "Wang, Wei"


@pytest.mark.parametrize(
    ("text", "begun"),
    [
        ("миг", ["миграция", "трудовая миграция"]),  # what begins so first
        ("труд мигр", ["трудовая миграция"]),
        ("переселе", ["переселение"]),  # which no record says
        ("көш", ["көші-қон"]),
        ("mov", ["moving"]),
        ("tow", []),  # which finds nothing
        ("wal", []),  # a keyword, which stands among those
    ],
)
def test_labels_of_concepts_that_find_something(snapshot: Snapshot, text: str, begun: list[str]) -> None:
    found = suggest(snapshot, text, CONCEPTS)
    assert [own.label.text for own in found.labels] == begun
    for own in found.labels:
        page = find(snapshot, own.request, concepts=CONCEPTS)
        assert (page.request.text, page.total) == (own.label.text, own.total)


def test_a_search_for_a_long_label_is_for_all_its_words(snapshot: Snapshot) -> None:
    concepts = Concepts((Concept("long", {"en": ("labour of those who built the walls",)}),))
    assert suggest(snapshot, "labour of", concepts).labels == ()


@pytest.mark.parametrize(
    ("text", "begun"),
    [
        ("mi", ["minar", "migration", "labour migration"]),  # of each concept the best
        ("migration lab", ["labour migration"]),
        ("кош", ["көші-қон"]),
        ("кошик", ["көші-қон"]),
        ("köşi-q", ["көші-қон"]),
        ("koshik", ["көші-қон"]),
        ("igration", []),
        ("", []),
    ],
)
def test_labels_by_the_beginnings_of_their_words(text: str, begun: list[str]) -> None:
    assert [label.text for label in CONCEPTS.begun(text)] == begun


@pytest.mark.parametrize("text", ["", "m", "!", " -m ", "м"])
def test_a_single_letter_suggests_nothing(snapshot: Snapshot, text: str) -> None:
    found = suggest(snapshot, text)
    assert (found.titles, dict(found.values)) == ((), {})


def test_kinds_are_the_fields_that_are_declared_to_suggest() -> None:
    assert set(KINDS) - {"concept"} == {field.name for field in FIELDS if field.suggest}


def test_what_one_kind_lacks_the_others_may_use(snapshot: Snapshot) -> None:
    found = suggest(snapshot, "sur")
    assert len(found.titles) + len(found.values["author"]) == MOST
    assert len(suggest(snapshot, "mig").titles) == 2
