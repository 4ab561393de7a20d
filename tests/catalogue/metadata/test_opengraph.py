from dataclasses import replace

import pytest

from catalogue.metadata.opengraph import description, properties
from catalogue.model import NO_TEXT, Issued, Multilingual, Record, Role
from tests.catalogue.metadata.library import FULL, PAGE


def content(record: Record, name: str, *locales: str) -> list[str]:
    found = properties(record, PAGE, "Shelf of Deltas", locales or ("en", "ru", "kk"))
    return [value for own, value in found if own == name]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("og:type", ["article"]),
        ("og:title", ["Reeds: A survey"]),
        ("og:description", ["On reeds."]),
        ("og:url", [PAGE]),
        ("og:site_name", ["Shelf of Deltas"]),
        ("og:locale", ["en_GB"]),
        ("og:locale:alternate", ["ru_RU", "kk_KZ"]),
        ("article:published_time", ["2021-03-07"]),
        ("article:author", ["https://orcid.org/0000-0002-1825-0097"]),
        ("article:tag", ["тростник", "reeds"]),
    ],
)
def test_a_shared_page_says(name: str, expected: list[str]) -> None:
    assert content(FULL, name) == expected


def test_texts_are_in_the_language_it_is_read_in() -> None:
    assert content(FULL, "og:title", "ru", "en") == ["Тростник: Обзор"]


def test_a_long_abstract_is_cut_between_words() -> None:
    long = replace(FULL, abstract=Multilingual.of("reed, " * 200))
    (description,) = content(long, "og:description")
    assert description == "reed, " * 49 + "reed …"


def test_what_is_not_known_is_not_said() -> None:
    bare = replace(FULL, abstract=NO_TEXT, issued=Issued(literal="soon"), keywords=(), contributors=())
    names = {name for name, _ in properties(bare, PAGE, "", ("en",))}
    assert names == {"og:type", "og:title", "og:url", "og:locale"}


def test_a_search_engine_is_told_the_abstract_or_who_wrote_where_and_when() -> None:
    assert description(FULL, ("en",)) == "On reeds."
    told = description(replace(FULL, abstract=NO_TEXT), ("en",))
    (author, *_) = FULL.by_role(Role.AUTHOR)
    assert all(part in told for part in ("2021", author.name.display))


def test_a_search_engine_is_told_at_least_a_title() -> None:
    assert description(Record("leaflet", FULL.type, Multilingual.of("Leaflet")), ("en",)) == "Leaflet"
