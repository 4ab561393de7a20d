import runpy
from dataclasses import replace
from pathlib import Path

import pytest
from flask import request

from catalogue.app import create_app
from catalogue.settings import Settings
from index import SearchEngine, UnknownEngine

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize(("hops", "scheme"), [(0, "http"), (1, "https")])
def test_headers_of_proxies_count_only_where_proxies_stand(
    settings: Settings, engine: SearchEngine, hops: int, scheme: str
) -> None:
    app = create_app(replace(settings, base_url="https://pubs.example.org", proxy_hops=hops), engine)
    seen: list[str] = []
    app.before_request(lambda: seen.append(request.scheme))
    app.test_client().get("/", base_url="http://pubs.example.org", headers={"X-Forwarded-Proto": "https"})
    assert seen == [scheme]


def test_an_application_opens_the_engine_that_its_settings_name(settings: Settings) -> None:
    client = create_app(replace(settings, index="memory:")).test_client()
    assert client.get("/healthz").status_code == 503


def test_an_engine_that_does_not_exist_stops_it_at_once(settings: Settings) -> None:
    with pytest.raises(UnknownEngine, match="nowhere"):
        create_app(replace(settings, index="nowhere:"))


def test_a_server_finds_the_application(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CATALOGUE_INDEX", "memory:")
    namespace = runpy.run_path(str(ROOT / "wsgi.py"))
    assert namespace["app"].test_client().get("/robots.txt").status_code == 200
