from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from catalogue.citations import RendererUnavailable
from catalogue.model import Multilingual
from catalogue.web.keeping import Kept, Page
from index import SearchEngine
from tests.catalogue.web.library import RECORDS, RICE, fill
from tests.catalogue.web.pages import chosen_language, page, texts
from tests.catalogue.web.renderer import ToldRenderer

RECORD = "/publications/omarova2021"


def test_what_was_asked_for_last_stays() -> None:
    kept = Kept[str](room=40)
    for key in (*range(20), 0, 20):
        if kept.get(key) is None:
            kept.put(key, str(key), 2)
    assert [key for key in range(21) if kept.get(key) is None] == [1]


def test_what_would_cost_too_many_others_is_not_kept() -> None:
    kept = Kept[str](room=100)
    assert (kept.put("large", "x", 6), kept.get("large")) == ("x", None)


def test_what_is_put_again_takes_its_room_once() -> None:
    kept = Kept[str](room=40)
    kept.put("first", "1", 2)
    for _ in range(100):
        kept.put("other", "2", 2)
    assert kept.get("first") == "1"


def test_a_page_takes_up_less_room_than_it_is_long() -> None:
    body = b"<li>Irrigation of deltas</li>" * 1000
    kept = Page.of(body, [("ETag", "a" * 300)])
    assert (kept.body, 300 < kept.size < len(body) / 4) == (body, True)


@pytest.mark.parametrize("address", [RECORD, "/search?q=delta", "/", "/ru" + RECORD])
def test_a_page_is_the_same_when_it_is_sent_again(client: FlaskClient, address: str) -> None:
    first, second = client.get(address), client.get(address)
    assert (first.data, dict(first.headers)) == (second.data, dict(second.headers))


def test_a_page_is_made_once_for_all_who_ask_alike(client: FlaskClient, renderer: ToldRenderer) -> None:
    for _ in range(3):
        client.get(RECORD)
    assert len(renderer.asked) == 1


def test_a_page_without_its_body_is_that_page(client: FlaskClient) -> None:
    whole = client.get(RECORD)
    head = client.head(RECORD)
    assert (head.data, head.headers["Content-Length"]) == (b"", str(len(whole.data)))


def test_a_new_generation_is_seen_at_once(client: FlaskClient, engine: SearchEngine) -> None:
    before = texts(page(client, RECORD), "//h1")
    fill(engine, (replace(RICE, title=Multilingual.of("Barley in the Ili delta")), *RECORDS[1:]))
    assert (before[0][:4], texts(page(client, RECORD), "//h1")) == ("Rice", ["Barley in the Ili delta"])


def test_rows_of_a_list_are_those_of_the_generation(client: FlaskClient, engine: SearchEngine) -> None:
    page(client, "/search?q=rice")
    fill(engine, (replace(RICE, pages="7–9"), *RECORDS[1:]))
    assert texts(page(client, "/search?q=rice"), "//p[@class='facts']/span[1]")[0].endswith(", 7–9")


def test_rows_of_a_list_lead_on_in_the_language_of_the_address(client: FlaskClient) -> None:
    prefixes = ("/en", "/ru", "/en")
    leads = [page(client, f"{prefix}/search?q=rice").xpath("//h3/a/@href")[0] for prefix in prefixes]
    assert [lead.partition("?")[0] for lead in leads] == [prefix + RECORD for prefix in prefixes]


def test_readers_of_one_address_get_their_own_language(client: FlaskClient) -> None:
    languages = ("en", "ru", "en")
    pages = [page(client, RECORD, 200, **{"Accept-Language": language}) for language in languages]
    assert tuple(map(chosen_language, pages)) == languages


def test_readers_of_one_address_get_their_own_style(client: FlaskClient) -> None:
    client.get(RECORD)
    client.set_cookie("citation", "style=apa")
    assert texts(page(client, RECORD), "//p[@id='citation']")[0].startswith("apa ")


def test_whoever_states_a_style_is_remembered_each_time(client: FlaskClient) -> None:
    answers = [client.get(RECORD + "?style=apa") for _ in range(2)]
    assert all("Set-Cookie" in answer.headers for answer in answers)


def test_whoever_goes_back_and_forth_between_styles_is_remembered(client: FlaskClient) -> None:
    tags: dict[str, str] = {}
    for style in ("ieee", "apa", "ieee", "apa"):
        answer = client.get(f"{RECORD}?style={style}", headers={"If-None-Match": tags.get(style, "")})
        tags[style] = answer.headers["ETag"]
    remembered = client.get_cookie("citation")
    assert remembered is not None
    assert remembered.value == "style=apa"


def test_a_page_that_lacks_its_citation_is_made_anew(client: FlaskClient, renderer: ToldRenderer) -> None:
    renderer.failure = RendererUnavailable()
    assert not page(client, RECORD).xpath("//p[@id='citation']")
    renderer.failure = None
    assert page(client, RECORD).xpath("//p[@id='citation']")
