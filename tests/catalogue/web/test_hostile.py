"""Whatever is typed, a page answers, and says what was cut."""

import pytest
from flask.testing import FlaskClient

from index.syntax import MAX_LENGTH
from tests.catalogue.web.pages import parsed, texts
from tests.hostile import HOSTILE


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_query_is_answered(client: FlaskClient, name: str) -> None:
    response = client.get("/search", query_string={"q": HOSTILE[name]})
    assert response.status_code == 200
    notices = texts(parsed(response), "//p[@class='notice']")
    assert len(HOSTILE[name]) <= MAX_LENGTH or any("was cut" in notice for notice in notices)


@pytest.mark.parametrize("match", ["all", "any", "nonsense"])
def test_no_choice_of_match_makes_it_fail(client: FlaskClient, match: str) -> None:
    assert (
        client.get("/search", query_string={"q": HOSTILE["5,000 terms"], "match": match}).status_code == 200
    )


@pytest.mark.parametrize("name", ["2,000 groups", "a chain of W/n", "8 kB of signs"])
def test_a_hostile_query_is_exported(client: FlaskClient, name: str) -> None:
    assert client.get("/search.bib", query_string={"q": HOSTILE[name]}).status_code == 200
