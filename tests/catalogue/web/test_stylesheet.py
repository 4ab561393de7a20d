from flask.testing import FlaskClient

from tests.catalogue.web.pages import page


def test_a_page_has_one_stylesheet_of_all_parts(client: FlaskClient) -> None:
    (address,) = page(client, "/ru/").xpath("//link[@rel='stylesheet']/@href")
    rules = client.get(address).get_data(as_text=True)
    assert rules.index("--pico-") < rules.index(".masthead") < rules.index("@media print")


def test_a_browser_keeps_the_stylesheet_for_good(client: FlaskClient) -> None:
    kept = client.get("/style.css?v=1").cache_control
    assert kept.immutable
    assert (kept.max_age or 0) >= 365 * 24 * 60 * 60
