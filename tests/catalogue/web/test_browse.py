import pytest
from flask.testing import FlaskClient

from tests.catalogue.web.pages import page, texts, titles


@pytest.mark.parametrize("address", ["/people", "/venues", "/keywords", "/years", "/types", "/languages"])
def test_every_index_leads_to_pages_that_exist(client: FlaskClient, address: str) -> None:
    links = page(client, address).xpath("//main//ul[@class='values']//a/@href")
    assert links and {client.get(link).status_code for link in links} == {200}


def test_a_year_lists_what_appeared_in_it(client: FlaskClient) -> None:
    tree = page(client, "/years/2021")
    assert (titles(tree), texts(tree, "//h1")) == (["Rice in the Ili delta: effects of CO2"], ["2021"])
