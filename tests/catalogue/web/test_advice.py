"""What a search page proposes to who found little."""

import pytest
from flask.testing import FlaskClient

from tests.catalogue.web.pages import page, texts

PROPOSALS = "//p[@class='proposal']"


@pytest.mark.parametrize(
    ("address", "sentences"),
    [
        ("/search?q=irrigatoin", ["Did you mean irrigation? (1 publication)"]),
        ("/search?q=кшсу", ["With another keyboard layout: rice (1 publication)"]),
        ("/search?q=rice+mortar&match=all", ["Without “mortar”: 1 publication"]),
        ("/search?q=%22delta+rice%22", ["Without the quotation marks: delta rice (1 publication)"]),
        ("/search?q=rice&year=1999", ["Without the filter “Year”: 1 publication"]),
        ("/search?q=survey", []),
        ("/search", []),
        ("/search?q=rice+<zz>&match=all", ["Without “<zz>”: 1 publication"]),
    ],
)
def test_proposals_say_what_they_would_find(client: FlaskClient, address: str, sentences: list[str]) -> None:
    assert texts(page(client, address), PROPOSALS) == sentences


def test_a_proposal_keeps_the_rest_of_the_search(client: FlaskClient) -> None:
    tree = page(client, "/search?q=irrigatoin&type=article&sort=newest&page=4")
    assert tree.xpath(f"{PROPOSALS}/a/@href") == ["/search?q=irrigation&type=article&sort=newest"]


def test_every_proposal_finds_as_many_as_it_says(client: FlaskClient) -> None:
    for address in ("/search?q=irrigatoin", "/search?q=кшсу", "/search?q=rice&year=1999"):
        (proposed,) = page(client, address).xpath(f"{PROPOSALS}/a/@href")
        assert texts(page(client, proposed), "//h2[@id='found']") == ["1 publication"]


def test_what_may_help_is_said_where_nothing_was_found(client: FlaskClient) -> None:
    assert texts(page(client, "/search?q=zzzz"), "//div[@class='advice']/p")[0] == "What may help:"


@pytest.mark.parametrize(("text", "several"), [("zzzz", False), ("zzzz yyyy", True)])
def test_fewer_words_are_advised_where_there_are_several(
    client: FlaskClient, text: str, several: bool
) -> None:
    hints = texts(page(client, f"/search?q={text}"), "//div[@class='advice']//li")
    assert any("fewer words" in hint for hint in hints) == several


def test_where_better_is_known_it_alone_is_said(client: FlaskClient) -> None:
    tree = page(client, "/search?q=irrigatoin")
    assert texts(tree, "//div[@class='advice']/p") == ["All publications"]
