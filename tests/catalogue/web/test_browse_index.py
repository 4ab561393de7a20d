"""Indexes: whole, by letters, and of more values than anybody reads at once."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask.testing import FlaskClient
from lxml import html

from catalogue.collation import sort_key
from catalogue.documents import MISSING
from catalogue.model import Keyword, Text
from catalogue.web import browse_index
from index import FacetCount, SearchEngine
from index.languages import CYRILLIC, LATIN, script_of
from tests.catalogue.web.browsing import MIGRATION, RECORDS, WORDS, Watched, fill_shelves
from tests.catalogue.web.library import fill
from tests.catalogue.web.pages import page, texts

VALUES = "//ul[@class='values']/li/a"
LETTERS = "//nav[@class='letters']//a"
NAMES = {person.name.inverted for record in RECORDS for person in record.contributors} | {
    "Omarova, Anna",
    "Omarowa, A.",
}


@pytest.fixture(autouse=True)
def library(engine: SearchEngine) -> None:
    fill_shelves(engine)


@pytest.fixture
def by_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    """No page holds the whole of an index."""
    monkeypatch.setattr(browse_index, "WHOLE", 3)


@pytest.fixture
def unread(by_letters: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """No index is read at once, nor is a letter of many names."""
    monkeypatch.setattr(browse_index, "MOST_READ", 4)


def followed(client: FlaskClient, address: str) -> Iterator[html.HtmlElement]:
    """Each page of an index that its letters and pages lead to."""
    seen, todo = set[str](), [address]
    while todo:
        tree = page(client, todo.pop())
        yield tree
        links = {link for link in tree.xpath("//main//nav//a/@href") if not link.startswith("#")}
        todo += sorted(links - seen)
        seen |= links


def test_what_states_nothing_stands_last_whatever_it_is_called() -> None:
    values = [FacetCount(MISSING, "a", 9), FacetCount("3", "Zola", 1), FacetCount("1", "Bo", 1)]
    ordered = browse_index.in_order(values, "en", lambda value: value.label)
    assert [value.key for value in ordered] == ["1", "3", MISSING]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_short_index_stands_whole_in_the_order_of_the_alphabet(client: FlaskClient, language: str) -> None:
    found = texts(page(client, f"/{language}/people"), VALUES)
    assert set(found) == NAMES
    assert found == sorted(found, key=sort_key(language))


def test_kazakh_letters_stand_in_their_places(client: FlaskClient) -> None:
    letters = texts(page(client, "/kk/people"), LETTERS)
    cyrillic = [letter for letter in letters if "Ѐ" <= letter <= "ӿ"]
    assert letters[: len(cyrillic)] == cyrillic
    assert cyrillic == ["А", "Ә", "Б", "Ғ", "Е", "Ё", "Ж", "Қ", "О", "Ө", "Ү", "Щ", "І", "Я"]


def test_a_letter_holds_what_only_accents_tell_from_it(client: FlaskClient) -> None:
    headings = texts(page(client, "/people"), "//main//h2")
    assert {"E", "O"} <= set(headings)
    assert not {"É", "Ö"} & set(headings)


def test_letters_of_a_short_index_lead_to_their_places_on_the_page(client: FlaskClient) -> None:
    tree = page(client, "/people")
    places = {link.removeprefix("#") for link in tree.xpath(f"{LETTERS}/@href")}
    assert places == set(tree.xpath("//main//h2/@id"))


def test_values_stand_with_their_numbers(client: FlaskClient) -> None:
    tree = page(client, "/years")
    counts = dict(zip(texts(tree, VALUES), texts(tree, "//ul[@class='values']/li/small"), strict=True))
    assert counts["2020"] == str(sum("2020" in str(record.issued) for record in RECORDS))
    assert list(counts) == [*sorted(counts.keys() - {"not stated"}, reverse=True), "not stated"]


def test_keywords_are_listed_in_the_language_of_their_reader(client: FlaskClient) -> None:
    found = texts(page(client, "/ru/keywords"), VALUES)
    assert set(found) == set(WORDS) - {label for own in MIGRATION.labels.values() for label in own} | {
        MIGRATION.labels["ru"][0]
    }


def test_the_most_frequent_come_first_where_that_is_asked_for(client: FlaskClient) -> None:
    tree = page(client, "/keywords?by=count")
    counts = [int(number) for number in texts(tree, "//ul[@class='values']/li/small")]
    assert counts == sorted(counts, reverse=True)
    assert tree.xpath("//link[@rel='canonical']/@href") == page(client, "/keywords").xpath(
        "//link[@rel='canonical']/@href"
    )


@pytest.mark.usefixtures("by_letters")
def test_a_longer_index_shows_a_letter_at_a_time(client: FlaskClient) -> None:
    first = page(client, "/people")
    assert "/people?letter=%D3%98" in first.xpath(f"{LETTERS}/@href")
    tree = page(client, "/people?letter=%D3%98")
    assert {name[0] for name in texts(tree, VALUES)} == {"Ә"}
    assert tree.xpath("//link[@rel='canonical']/@href")[0].endswith("/people?letter=%D3%98")


@pytest.mark.parametrize("size", ["by_letters", "unread"])
@pytest.mark.parametrize("letter", ["Ё", "е", "Е"])
def test_a_letter_leads_to_that_of_the_readers_alphabet(
    client: FlaskClient, size: str, letter: str, request: pytest.FixtureRequest
) -> None:
    request.getfixturevalue(size)
    tree = page(client, f"/ru/people?letter={letter}")
    assert texts(tree, f"{LETTERS}[@aria-current='page']") == ["Е"]
    assert tree.xpath("//link[@rel='canonical']/@href")[0].endswith("/ru/people?letter=%D0%95")
    assert not tree.xpath("//link[@hreflang]")


@pytest.mark.usefixtures("by_letters")
def test_letters_and_pages_lead_to_every_name(client: FlaskClient) -> None:
    found = {name for tree in followed(client, "/people") for name in texts(tree, VALUES)}
    assert found == NAMES


@pytest.mark.usefixtures("unread")
@pytest.mark.parametrize("language", ["ru", "en"])
def test_what_nobody_reads_at_once_is_found_by_longer_beginnings(client: FlaskClient, language: str) -> None:
    found = {name for tree in followed(client, f"/{language}/people") for name in texts(tree, VALUES)}
    assert found == NAMES


@pytest.mark.usefixtures("unread")
def test_a_longer_beginning_stands_under_its_first_letter(client: FlaskClient) -> None:
    tree = page(client, "/people?letter=Om")
    assert texts(tree, f"{LETTERS}[@aria-current]") == ["O"]
    assert texts(tree, VALUES) == ["Omarova, Anna", "Omarowa, A."]


@pytest.mark.usefixtures("unread")
def test_a_key_that_is_the_beginning_of_too_many_is_listed(client: FlaskClient, engine: SearchEngine) -> None:
    words = ("a", "ab", "abc", "abd", "ac", "ad", "b")
    own = replace(RECORDS[0], keywords=tuple(Keyword(Text(word), "") for word in words))
    fill(engine, (own,))
    assert texts(page(client, "/keywords?letter=A"), VALUES) == ["a"]
    found = {name for tree in followed(client, "/keywords") for name in texts(tree, VALUES)}
    assert found == set(words)


@pytest.mark.usefixtures("unread")
@pytest.mark.parametrize("address", ["/people", "/people?letter=L", "/people?letter=%D0%9E"])
def test_an_index_asks_for_one_value_of_each_letter(
    client: FlaskClient, engine: SearchEngine, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    letters = {name.casefold()[0] for name in NAMES}
    asked: list[str] = []
    monkeypatch.setattr(engine, "snapshot", lambda take=engine.snapshot: Watched(take(), asked))
    page(client, address)
    # And one to learn that there are no more, one for all, and some for what stands under a letter.
    assert len(asked) <= len(letters) + 8


@pytest.mark.parametrize("language", ["ru", "en"])
def test_scripts_stand_apart_the_readers_own_first(client: FlaskClient, language: str) -> None:
    tree = page(client, f"/{language}/people")
    rows = [row.xpath("string(.)").split() for row in tree.xpath("//nav[@class='letters']/ul")]
    scripts = [{script_of(letter.casefold()) for letter in row} for row in rows]
    assert scripts == ([{CYRILLIC}, {LATIN}] if language == "ru" else [{LATIN}, {CYRILLIC}])
    assert texts(tree, "//section[contains(@class, 'turn')]/h2") == [rows[1][0]]
    assert texts(tree, "//section[contains(@class, 'initial')]/h2") == [*rows[0], *rows[1]]


@pytest.mark.parametrize(
    "address",
    [
        *("/people?letter=Q", "/keywords?letter=no", "/venues?letter=S&page=2"),
        *("/people?page=2", "/people?by=count&page=2", "/types?letter=x", "/years?page=3"),
    ],
)
@pytest.mark.parametrize("size", ["short", "long"])
def test_where_nothing_begins_so_nothing_is(
    client: FlaskClient, address: str, size: str, request: pytest.FixtureRequest
) -> None:
    if size == "long":
        request.getfixturevalue("unread")
    assert client.get(address).status_code == 404


def test_an_empty_index_says_so_and_nothing_else(client: FlaskClient, engine: SearchEngine) -> None:
    engine.update((), (), clear=True)
    for address in ("/people", "/keywords", "/years"):
        assert texts(page(client, address), "//main//p") == ["There is nothing here yet."]
