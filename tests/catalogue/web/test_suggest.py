from urllib.parse import quote

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.catalogue.web.library import RICE


def entries(client: FlaskClient, text: str, prefix: str = "") -> list[dict[str, object]]:
    answer = client.get(f"{prefix}/suggest?q={quote(text)}")
    assert (answer.status_code, answer.mimetype) == (200, "application/json")
    assert answer.json is not None
    assert answer.json["query"] == text
    return list(answer.json["suggestions"])


def test_a_title_leads_to_its_record(client: FlaskClient) -> None:
    assert entries(client, "rice del")[0] == {
        "kind": "title",
        "kind_label": "Publication",
        "label": "Rice in the Ili delta: effects of CO2",
        "pieces": ["", "Rice", " in the Ili ", "del", "ta: effects of CO2"],
        "language": "en",
        "key": RICE.key,
        "url": f"/publications/{RICE.key}",
    }


def test_a_name_leads_to_the_page_of_its_bearer(client: FlaskClient) -> None:
    assert {
        "kind": "author",
        "kind_label": "Author",
        "label": "Omarova, Aigerim",
        "pieces": ["", "Omarova", ", Aigerim"],
        "count": 1,
        "count_label": "1 publication",
        "url": "/people/0000-0002-1825-0097",
    } in entries(client, "омар")


def test_names_come_in_the_letters_of_the_address(client: FlaskClient) -> None:
    (author,) = [entry for entry in entries(client, "omar", "/ru") if entry["kind"] == "author"]
    assert author["label"] == "Омарова, Айгерим"


def test_titles_come_in_the_language_of_the_address(client: FlaskClient) -> None:
    (title,) = [entry for entry in entries(client, "rice", "/ru") if entry["kind"] == "title"]
    assert (title["label"], title["url"]) == ("Рис в дельте Или", f"/ru/publications/{RICE.key}")


def test_how_many_there_are_is_said_in_a_sentence(client: FlaskClient) -> None:
    summaries = {text: client.get(f"/suggest?q={text}").json for text in ("wetlands part 7", "xyzzy")}
    assert {text: answer and answer["summary"] for text, answer in summaries.items()} == {
        "wetlands part 7": "1 suggestion",
        "xyzzy": "No suggestions",
    }


def test_every_address_that_is_suggested_answers(client: FlaskClient) -> None:
    found = [entry for text in ("irr", "jou", "omar", "ri") for entry in entries(client, text)]
    assert {entry["kind"] for entry in found} == {"title", "author", "keyword", "venue"}
    for entry in found:
        assert client.get(str(entry["url"])).status_code == 200


def test_suggestions_are_kept_by_browsers_and_passed_over_by_search_engines(client: FlaskClient) -> None:
    answer = client.get("/suggest?q=rice")
    assert answer.headers["X-Robots-Tag"] == "noindex"
    again = client.get("/suggest?q=rice", headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize("address", ["/suggest", "/suggest?q=", "/suggest?q=r", "/suggest?q=%ff%fe"])
def test_nothing_typed_suggests_nothing(client: FlaskClient, address: str) -> None:
    answer = client.get(address)
    assert answer.json is not None
    assert (answer.status_code, answer.json["suggestions"]) == (200, [])


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=300) | st.text('ri*?~"() :-аш', max_size=12))
def test_no_input_is_too_odd(client: FlaskClient, text: str) -> None:
    answer = client.get("/suggest", query_string={"q": text.encode("utf-8", "replace")})
    assert answer.status_code == 200
