"""Names of people among the words of a search: which records they find, and which come first."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from catalogue.asking import SearchRequest, ask
from catalogue.model import Contributor, Multilingual, Name, Record, RecordType
from index import Snapshot
from tests.catalogue.shelf import shelved


def by(key: str, *names: str, title: str = "On names") -> Record:
    """Authors are written with their given name behind a comma."""
    parts = (name.partition(", ") for name in names)
    people = tuple(Contributor(Name(family=family, given=given)) for family, _, given in parts)
    return Record(key, RecordType.ARTICLE, Multilingual.of({"en": title}), contributors=people)


RECORDS = (
    by("kk", "Есімова, Шолпан"),
    by("passport", "Yessimova, Sh."),
    by("family", "Есимова, Айгүл", "Иванов, Шамиль"),
    by("other", "Иванова, Ш."),
    replace(
        by("viktor", "Цой, Виктор"),
        contributors=(Contributor(Name("Цой", "Виктор"), variants=(("en", Name("Tsoi", "Viktor")),)),),
    ),
    by("vitamin", "Daley, Dora", title="Vitamin D and bones"),
    by("bones", "Daley, Dora", title="Vitamin C and bones"),
)


@pytest.fixture(scope="module")
def snapshot() -> Iterator[Snapshot]:
    with shelved(RECORDS) as newest:
        yield newest


def found(snapshot: Snapshot, text: str, match: str = "all") -> list[str]:
    return [hit.id for hit in snapshot.search(ask(SearchRequest(text, match=match)).query).hits]


@pytest.mark.parametrize(
    "typed",
    [
        "Есимова Ш.",
        "Yessimova Sh.",
        "Yessimova, Sh.",
        "Sh. Yessimova",
        "Yessimova S",
        '"Есімова, Шолпан"',
        'author:"Yessimova, Sholpan"',
        'author:"Yessimova Sh"',
        "author:Yessimova,Sh.",
        "author:Yessimova,Sh",
        "author:Yessimova Sh.",
    ],
)
def test_a_name_is_found_in_one_name(snapshot: Snapshot, typed: str) -> None:
    assert sorted(found(snapshot, typed)) == ["kk", "passport"]


@pytest.mark.parametrize(
    "typed", ["Tsoi V", "Tsoi VA", "Цой В", "Цой В.А.", 'author:"Tsoi V"', "author:Tsoi,V"]
)
def test_an_initial_needs_no_full_stop(snapshot: Snapshot, typed: str) -> None:
    assert found(snapshot, typed) == ["viktor"]


def test_a_letter_stays_a_word(snapshot: Snapshot) -> None:
    assert found(snapshot, "Vitamin D") == ["vitamin"]


def test_where_little_is_found_the_family_name_follows_and_no_bare_initial(snapshot: Snapshot) -> None:
    ids = found(snapshot, "Есимова Ш.", match="auto")
    assert sorted(ids[:2]) == ["kk", "passport"]
    assert ids[2:] == ["family"]


def test_who_bears_a_name_comes_before_those_who_share_its_words() -> None:
    records = (
        by("everett", "Lee, Everett S.", "Mason, Ada", "Miller, Bo", "Baker, Cy"),
        by("apart", "Lee, S.", "Elms, E.", title="Lee and E. Elms: an E"),
    )
    with shelved(records) as snapshot:
        assert found(snapshot, "Lee E") == ["everett", "apart"]
        assert found(snapshot, "Lee AND E") == ["apart"]


@pytest.mark.parametrize("typed", ["Wang Wei", "wei wang", "Wang, Wei"])
def test_who_bears_a_full_name_comes_first(typed: str) -> None:
    records = (
        by("two", "Wang, Zimu", "Li, Wei", title="Wang on Wei, Wei on Wang"),
        by("one", "Wang, Wei", "Mason, Ada", "Miller, Bo", "Baker, Cy", title="Of mortar, bricks and walls"),
    )
    with shelved(records) as snapshot:
        assert found(snapshot, typed) == ["one", "two"]


def test_a_full_name_is_also_that_with_an_initial() -> None:
    with shelved([by("initial", "Wang, W."), by("middle", "Wang, Wei Adam")]) as snapshot:
        assert sorted(found(snapshot, "Wang, Wei")) == ["initial", "middle"]
        assert found(snapshot, 'author:"Wei Wang"') == ["middle"]
