"""Names among words: what is also looked for as a name, and as which."""

import pytest

from index import Field, Kind, parse
from index.analysis import PASSAGE_GAP
from index.syntax_tree import Alternatives, Quoted, Sequence, Tree, Without, Word
from index.typed_names import MOST_NAMES, whole_name, with_names

FIELDS = (Field("title", Kind.TEXT), Field("author", Kind.TEXT, names=True))


def named(text: str, *, loosely: bool = False) -> Tree:
    tree = parse(text, FIELDS).tree
    assert tree is not None
    return with_names(tree, "author", loosely=loosely)


def names_in(tree: Tree) -> list[str]:
    match tree:
        case Alternatives(_, others):
            return [other.text for other in others if isinstance(other, Quoted)]
        case Sequence(children):
            return [name for child in children for name in names_in(child)]
        case _:
            return []


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("Yessimova Sh.", ["Yessimova, Sh."]),
        ("Sh. Yessimova", ["Yessimova, Sh."]),
        ("Yessimova, Sh.", ["Yessimova, Sh."]),
        ("есимова ш.", ["есимова, ш."]),
        ("Щукин А.Ю.", ["Щукин, А.Ю."]),
        ("Щукин А. Ю.", ["Щукин, А. Ю."]),
        ("Tsoi V", ["Tsoi, V."]),
        ("Tsoi VA migration", ["Tsoi, V. A."]),
        ("Цой В", ["Цой, В."]),
        ("O'Brien S", ["O'Brien, S."]),
        ("Kim A. Lee B. gender", ["Kim, A.", "Lee, B."]),
        ("author:Yessimova Sh.", ["Yessimova, Sh."]),
        ("author:(Sh. Yessimova)", ["Yessimova, Sh."]),
        ('"Есімова, Шолпан"', ["Есімова, Шолпан"]),
        ("Есімова, Шолпан", ["Есімова, Шолпан"]),
    ],
)
def test_what_reads_as_a_name(typed: str, names: list[str]) -> None:
    assert names_in(named(typed)) == names


@pytest.mark.parametrize(
    "typed",
    [
        "gender roles",
        "vitamin d",
        "the U.S. economy",
        "What I know",
        "WHO EU",
        "Sh.",
        "A. B. C.",
        "title:Tsoi V",
        "Tsoi +V",
        '"gender, labour"',
        '"Gender, labour"',
        '"Knuth, Donald"~3',
        "Tsoi -V",
    ],
)
def test_what_reads_as_none(typed: str) -> None:
    assert named(typed) == parse(typed, FIELDS).tree


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Tsoi V", "Tsoi, V."),
        ("wang wei", "wang wei"),
        ("Donald E. Knuth", "Donald E. Knuth"),
        ("Knuth, Donald", "Knuth, Donald"),
    ],
)
def test_what_may_be_a_name_as_a_whole(typed: str, name: str) -> None:
    whole = whole_name(parse(typed, FIELDS).tree or Word(""), "author")
    assert whole is not None
    assert (whole.text, whole.field) == (name, "author")


@pytest.mark.parametrize(
    "typed",
    ["knuth", "the art", "Knuth +Donald", "title:Donald Knuth", "walls 2020", "one two three four five"],
)
def test_what_is_no_name_as_a_whole(typed: str) -> None:
    assert whole_name(parse(typed, FIELDS).tree or Word(""), "author") is None


def test_a_quoted_name_may_lack_a_middle_one() -> None:
    assert named('author:"Donald Knuth"') == Quoted("Donald Knuth", "author", PASSAGE_GAP)
    assert named('-author:"Donald Knuth"') == Without(Quoted("Donald Knuth", "author", PASSAGE_GAP))
    assert named('title:"Donald Knuth"') == Quoted("Donald Knuth", "title")


def test_words_are_looked_for_as_they_were_typed_too() -> None:
    tree = named("Yessimova Sh.")
    assert isinstance(tree, Alternatives)
    assert tree.child == Sequence((Word("Yessimova"), Word("Sh")))


@pytest.mark.parametrize("typed", ["Yessimova Sh.", "Yessimova S"])
def test_a_family_name_is_enough_where_little_is_found(typed: str) -> None:
    tree = named(typed, loosely=True)
    assert isinstance(tree, Alternatives)
    assert tree.child == Word("Yessimova")


def test_a_letter_without_a_full_stop_may_be_no_initial() -> None:
    tree = named("Vitamin D")
    assert isinstance(tree, Alternatives)
    assert tree.child == Sequence((Word("Vitamin"), Word("D")))
    assert tree.factor < 1


def test_two_letters_may_be_an_abbreviation() -> None:
    tree = named("Germany UK", loosely=True)
    assert isinstance(tree, Alternatives)
    assert tree.child == Sequence((Word("Germany"), Word("UK")))


def test_names_of_a_query_are_bounded() -> None:
    assert len(names_in(named("Kim A. " * 100))) == MOST_NAMES
