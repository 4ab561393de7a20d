"""Concepts: what a keyword is counted under, and what is searched beside a word that was typed."""

import pickle
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.aliases import ALIASES
from catalogue.asking import SearchRequest
from catalogue.concepts import Concept, Concepts
from catalogue.documents import FIELDS
from catalogue.search import find
from catalogue.site import load_site
from catalogue.widening import ABOUT, MOST_CONCEPTS, MOST_LABELS, OTHER_LABELS
from index import Snapshot, Tree, parse
from index.syntax_tree import Alternatives, And, Quoted, Sequence, Weighted, Word
from tests.catalogue.conftest import Desk

WALL = Concept("wall", {"en": ("wall", "rampart"), "ru": ("стена",), "kk": ("қабырға",)})
WALL_BUILDING = Concept("wall-building", {"en": ("building of walls",), "ru": ("строительство стен",)})
GIFT = Concept("gift", {"en": ("gift",), "ru": ("дар",)})
POISON = Concept("poison", {"de": ("Gift",), "en": ("poison",)})
CONCEPTS = Concepts((WALL, WALL_BUILDING, GIFT, POISON))


def expanded(text: str, *narrow: str, concepts: Concepts = CONCEPTS) -> tuple[Tree, tuple[Concept, ...]]:
    tree = parse(text, FIELDS, ALIASES).tree
    assert tree is not None
    return concepts.expanded(tree, narrow)


def also(text: str, *narrow: str) -> list[str]:
    return [concept.key for concept in expanded(text, *narrow)[1]]


def test_a_label_stands_for_the_others_at_lower_weight() -> None:
    tree, _ = expanded("стена")
    others = (Word("wall", ABOUT), Word("қабырға", ABOUT), Word("rampart", ABOUT))
    assert tree == Alternatives(Word("стена"), others, OTHER_LABELS)
    assert OTHER_LABELS < 1


def test_what_was_searched_besides_is_told_by_language() -> None:
    _, told = expanded("стена")
    assert told == (Concept("wall", {"en": ("wall", "rampart"), "kk": ("қабырға",)}),)


@pytest.mark.parametrize(
    "text",
    [
        "walls",
        "стеной",
        "WALL",
        "Стены",
        "rampart's",
        "қабырғаның",
        "кабырга",
        "кабырганын",
        "TITLE-ABS-KEY(wall)",
    ],
)
def test_a_label_is_known_in_each_of_its_forms(text: str) -> None:
    assert also(text) == ["wall"]


@pytest.mark.parametrize("text", ["wallpaper", "застенок", "building", "of"])
def test_what_only_resembles_a_label_is_none(text: str) -> None:
    assert also(text) == []


KAZAKH = Concepts(
    (
        Concept("migration", {"en": ("migration",), "kk": ("көші-қон",)}),
        Concept("policy", {"en": ("migration policy",), "kk": ("көші-қон саясаты",)}),
        Concept("security", {"en": ("security",), "ru": ("безопасность",), "kk": ("қауіпсіздік",)}),
        Concept("space", {"ru": ("космос",), "kk": ("ғарыш",)}),
        Concept("iom", {"en": ("IOM",), "ru": ("МОМ",)}),
        Concept("work", {"en": ("labour",), "ru": ("труд",)}),
        Concept("mail", {"en": ("e-mail",), "kk": ("электрондық пошта",)}),
    )
)


def known(text: str) -> list[str]:
    return [concept.key for concept in expanded(text, concepts=KAZAKH)[1]]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("көшіқон", "migration"),
        ("Кошикон", "migration"),
        ("көшіқонның", "migration"),
        ("көші‑қон", "migration"),  # by a hyphen that breaks no line
        ("email", "mail"),
        ("көшіқон саясаты", "policy"),
        ("köşi-qon", "migration"),  # the alphabet of 2021
        ("kóshi-qon", "migration"),  # that of 2018
        ("koshi kon", "migration"),
        ("Koshiqon", "migration"),
        ("koshi-kon sayasaty", "policy"),
        ("köşi-qon saiasaty", "policy"),
        ("qauıpsızdık", "security"),
        ("kauipsizdik", "security"),
        ("bezopasnost", "security"),
        ("title:qauipsizdik", "security"),
    ],
)
def test_a_label_is_known_without_hyphens_and_in_latin_letters(text: str, key: str) -> None:
    assert known(text) == [key]


@pytest.mark.parametrize(
    "text",
    [
        "garish",  # ғарыш, if it may be
        "mom",
        "trud",
        "koshi",
        "kon koshi",
        "koshi kom",
        "laboour",  # as a slip, which is mended and not widened
        "migratsion",
        "author:qauipsizdik",
        "-qauipsizdik",
    ],
)
def test_a_short_word_or_one_in_its_own_letters_is_known_only_as_it_is_written(text: str) -> None:
    assert known(text) == []


@pytest.mark.parametrize("text", ["köşi-qon", "koshikon", "көшіқон"])
def test_a_label_that_was_written_otherwise_is_searched_as_it_should_be(text: str) -> None:
    _, told = expanded(text, concepts=KAZAKH)
    assert told == (Concept("migration", {"en": ("migration",), "kk": ("көші-қон",)}),)


def test_a_label_as_it_is_written_comes_before_one_that_is_written_otherwise() -> None:
    concepts = Concepts(
        (
            Concept("otherwise", {"ru": ("квартира",), "en": ("flat",)}),
            Concept("written", {"la": ("kvartira",), "en": ("quarter",)}),
        )
    )
    assert [concept.key for concept in expanded("kvartira", concepts=concepts)[1]] == ["written"]


def test_the_longest_label_counts() -> None:
    tree, _ = expanded("old building of walls today")
    assert tree == Sequence(
        (
            Word("old"),
            Alternatives(
                Sequence((Word("building"), Word("of"), Word("walls"))),
                (Quoted("строительство стен", ABOUT),),
                OTHER_LABELS,
            ),
            Word("today"),
        )
    )


def test_words_that_an_operator_parts_are_no_label_together() -> None:
    tree, told = expanded("building AND of AND walls")
    assert isinstance(tree, And)
    assert [concept.key for concept in told] == ["wall"]


def test_a_quoted_label_is_one_and_a_label_inside_a_phrase_is_none() -> None:
    assert also('"building of walls"') == ["wall-building"]
    assert also('"the great wall"') == []


@pytest.mark.parametrize(
    "text", ["-wall", "NOT wall", "+wall", "wall*", "wa?l", "wall~", '"wall gate"~3', "author:wall"]
)
def test_what_must_be_as_it_was_typed_stays_so(text: str) -> None:
    assert expanded(text) == (parse(text, FIELDS).tree, ())


def test_a_label_in_a_field_stands_for_others_in_that_field() -> None:
    tree, _ = expanded("title:wall")
    assert isinstance(tree, Alternatives)
    assert {other.field for other in tree.others if isinstance(other, Word)} == {"title"}


def test_a_weight_holds_for_all_labels() -> None:
    tree, _ = expanded("wall^2")
    assert isinstance(tree, Weighted)
    assert isinstance(tree.child, Alternatives)


def test_a_reader_can_have_only_what_was_typed() -> None:
    assert expanded("building of walls gift", "wall-building", "gift") == (
        parse("building of walls gift", FIELDS).tree,
        (),
    )


def test_forms_of_one_label_are_searched_once() -> None:
    concepts = Concepts((Concept("wall", {"en": ("wall", "walls", "Walls"), "ru": ("стена", "стены")}),))
    tree, _ = expanded("wall", concepts=concepts)
    assert tree == Alternatives(Word("wall"), (Word("стена", ABOUT),), OTHER_LABELS)


def test_a_label_that_holds_another_is_known_but_not_searched() -> None:
    concepts = Concepts((Concept("wall", {"en": ("wall", "wall of the city"), "ru": ("стена",)}),))
    assert expanded("стена", concepts=concepts)[1] == (Concept("wall", {"en": ("wall",)}),)
    assert expanded("walls of the city", concepts=concepts)[1] == (
        Concept("wall", {"en": ("wall",), "ru": ("стена",)}),
    )


def test_a_concept_of_one_label_adds_nothing() -> None:
    assert expanded("wall", concepts=Concepts((Concept("wall", {"en": ("wall", "walls")}),)))[1] == ()


def test_concepts_and_their_labels_are_bounded() -> None:
    letters = "abcdefghijklmnop"
    labels = tuple(f"{letter}other" for letter in letters)
    many = Concepts(
        tuple(Concept(each, {"en": (f"{each}typed", *(each + own for own in labels))}) for each in letters)
    )
    tree, told = expanded(" ".join(f"{each}typed" for each in letters), concepts=many)
    assert isinstance(tree, Sequence)
    widened = [child for child in tree.children if isinstance(child, Alternatives)]
    assert (len(told), len(widened)) == (MOST_CONCEPTS, MOST_CONCEPTS)
    assert {len(child.others) for child in widened} == {MOST_LABELS}


def test_a_label_leads_to_its_concept_in_its_own_language_first() -> None:
    assert CONCEPTS.of_label("Gift", "de-AT") == POISON
    assert CONCEPTS.of_label("gift", "en") == GIFT
    assert CONCEPTS.of_label("gift") == GIFT
    assert CONCEPTS.of_label("Building  of WALLS", "und") == WALL_BUILDING
    assert CONCEPTS.of_label("walls", "en") is None


def test_a_concept_is_called_by_its_name_in_the_readers_language() -> None:
    assert CONCEPTS.label("wall", ("kk", "en")) == "қабырға"
    assert CONCEPTS.label("wall", ("ru-KZ",)) == "стена"
    assert CONCEPTS.label("wall", ("fr",)) == "wall"
    assert CONCEPTS.label("gate", ("en",)) is None


def test_concepts_go_to_other_processes() -> None:
    assert CONCEPTS.get("wall") == WALL
    assert pickle.loads(pickle.dumps(CONCEPTS)) == CONCEPTS


BOOKS = """
@book{walls, title = {On Walls}, year = 2019, keywords_en = {Rampart, stone}}
@book{steny, title_ru = {О границах}, year = 2020, keywords_ru = {стена}}
@book{doors, title = {On Doors}, year = 2021, keywords_en = {door}}
"""
WALLS = "wall:\n  en: [wall, rampart]\n  ru: [стена]\n"


@pytest.fixture
def library(desk: Desk) -> Desk:
    desk.write("books.bib", BOOKS)
    desk.write("concepts/own.yaml", WALLS)
    desk.build()
    return desk


def test_keywords_in_any_language_are_counted_under_their_concept(library: Desk) -> None:
    with library.snapshot() as snapshot:
        assert {value.key: value.count for value in snapshot.values("keyword")} == {
            "wall": 2,
            "stone": 1,
            "door": 1,
        }
        assert [value.label for value in snapshot.values("keyword", prefix="wall")] == ["wall / стена"]


def test_a_search_among_keywords_finds_a_concept_in_any_language(library: Desk) -> None:
    with library.snapshot() as snapshot:
        assert [value.key for value in snapshot.suggest("keyword", "стен")] == ["wall"]


def test_what_was_typed_comes_before_what_means_the_same(desk: Desk) -> None:
    desk.write(
        "a.bib", "@book{b, title = {On Ramparts}}\n@book{a, title = {О стенах}}\n@book{c, title = {Of Walls}}"
    )
    with built(desk) as (snapshot, concepts):
        for text, first in (("wall", "c"), ("стена", "a"), ("rampart", "b")):
            rows = find(snapshot, SearchRequest(text), concepts=concepts).results
            assert (rows[0].record.key, len(rows)) == (first, 3)


def test_what_means_the_same_is_marked_as_well(desk: Desk) -> None:
    desk.write("a.bib", "@book{a, title = {О стенах}}")
    with built(desk) as (snapshot, concepts):
        (row,) = find(snapshot, SearchRequest("wall"), concepts=concepts).results
        assert ("стенах", True) in row.title


@contextmanager
def built(desk: Desk) -> Iterator[tuple[Snapshot, Concepts]]:
    desk.write("concepts/own.yaml", WALLS)
    desk.build()
    with desk.snapshot() as snapshot:
        yield snapshot, load_site(snapshot.attachment).concepts


@given(st.text('wall стена"()+-*~^: ANDOR', max_size=60))
def test_whatever_is_typed_can_be_expanded(text: str) -> None:
    parsed = parse(text, FIELDS, ALIASES).tree
    if parsed is not None:
        tree, told = CONCEPTS.expanded(parsed)
        assert (tree == parsed) == (told == ())


@pytest.mark.parametrize(
    ("concepts", "touched"),
    [
        (WALLS.replace("wall,", "bulwark, wall,"), ("steny", "walls")),
        (WALLS.replace("[wall, rampart]", "[wall]"), ("walls",)),
        (WALLS.replace("rampart]", "rampart, fence]"), ()),
        (WALLS + "door: {en: door, ru: дверь}\n", ("doors",)),
        (WALLS + "# a remark\n", ()),
        ("", ("steny", "walls")),
    ],
)
def test_an_edited_concept_touches_the_records_with_its_keywords(
    library: Desk, concepts: str, touched: tuple[str, ...]
) -> None:
    library.write("concepts/own.yaml", concepts)
    changes = library.build().changes
    assert (changes.added, changes.updated, changes.deleted) == ((), touched, ())
