from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from catalogue.app import create_app, ready
from catalogue.site import Site
from catalogue.web.generation import generation
from index import SearchEngine
from index.whoosh_engine import directory
from tests.catalogue.conftest import Desk
from tests.catalogue.web.library import MANY, RECORDS, SITE, fill
from tests.catalogue.web.pages import page, texts


def test_a_worker_follows_a_build(client: FlaskClient, engine: SearchEngine) -> None:
    before = client.get("/publications/omarova2021").status_code
    fill(engine, MANY)
    assert (before, client.get("/publications/omarova2021").status_code) == (200, 404)


def test_the_site_follows_with_the_records(client: FlaskClient, engine: SearchEngine) -> None:
    fill(engine, RECORDS, Site())
    assert client.get("/projects/delta").status_code == 404


def test_a_request_keeps_to_one_generation(app: Flask, engine: SearchEngine) -> None:
    with app.test_request_context("/"):
        first = generation()
        fill(engine, MANY, Site())
        assert generation() is first
        assert first.site == SITE


def test_workers_read_the_site_once_for_each_generation(app: Flask, engine: SearchEngine) -> None:
    seen = []
    for _ in range(2):
        with app.test_request_context("/"):
            seen.append(generation().site)
    assert seen[0] is seen[1]


def test_every_answer_is_from_one_whole_generation(client: FlaskClient, engine: SearchEngine) -> None:
    fill(engine, MANY[:3])
    assert texts(page(client, "/search"), "//h2[@id='found']") == ["3 publications"]


def test_an_index_that_is_made_anew_brings_its_own_site(desk: Desk) -> None:
    def shown() -> str:
        return application.test_client().get("/projects/gates").text

    desk.write("projects/gates.yaml", "title: Gates")
    desk.build()
    application = create_app(desk.settings)
    before = shown()
    desk.lose_state()
    desk.write("projects/gates.yaml", "title: Portals")
    desk.build()
    assert ("Gates" in before, "Portals" in shown()) == (True, True)


def test_a_worker_goes_on_with_what_it_holds_when_a_newer_version_has_built(
    app: Flask, engine: SearchEngine, caplog: pytest.LogCaptureFixture
) -> None:
    ready(app)
    held = app.test_client().get("/publications/omarova2021").status_code
    engine.update([], [], attachment=b'{"of": "another version"}', clear=True)
    seen = [app.test_client().get("/publications/omarova2021").status_code for _ in range(2)]
    assert (held, seen, len(caplog.messages)) == (200, [200, 200], 1)


def test_an_index_of_another_form_waits_for_a_restart(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.write("a.bib", "@misc{a, title = {Gates}, author = {Doe, Ann}, date = 2020}")
    desk.build()
    application = create_app(desk.settings)
    ready(application)
    with monkeypatch.context() as upgraded:
        upgraded.setattr(directory, "FORMAT", directory.FORMAT + 1)
        desk.build()
    fresh = create_app(desk.settings)
    answers = [each.test_client().get("/publications/a").status_code for each in (application, fresh)]
    assert answers == [200, 503]


def test_a_worker_holds_its_templates_from_the_start(desk: Desk) -> None:
    look = desk.settings.state / "look"
    look.mkdir(parents=True)
    own = look / "status.html"
    own.write_text("as it was")
    desk.write("a.bib", "@misc{a, title = {Gates}, author = {Doe, Ann}, date = 2020}")
    desk.build()
    application = create_app(replace(desk.settings, templates=look))
    ready(application)
    own.write_text("as a newer version has it")
    assert application.test_client().get("/status").text == "as it was"
