from dataclasses import replace

from flask.testing import FlaskClient

from catalogue.model import Problem, Severity
from catalogue.web.status import MOST_PROBLEMS
from index import SearchEngine
from tests.catalogue.web.library import RECORDS, SITE, fill
from tests.catalogue.web.pages import facts, page, texts


def test_problems_are_counted(client: FlaskClient) -> None:
    counts = facts(page(client, "/status"))[-3:]
    assert counts == [("Errors", "1"), ("Warnings", "4"), ("Notices", "0")]


def test_errors_come_first_with_place_and_advice(client: FlaskClient) -> None:
    problems = texts(page(client, "/status"), "//ul[@class='problems']/li")
    assert problems == [
        "Error b.bib:9:2 broken A brace is not closed. Close it.",
        "Warning a.bib:3:1 × 4 No <author>. Add one.",
    ]


def test_what_a_problem_quotes_is_code(client: FlaskClient, engine: SearchEngine) -> None:
    problem = Problem("a.bib", 1, 1, Severity.ERROR, "syntax", "`<b>` is odd.", "Write `{b}`.")
    fill(engine, RECORDS, replace(SITE, problems=(problem,)))
    assert texts(page(client, "/status"), "//ul[@class='problems']//p[@lang]//code") == ["<b>", "{b}"]


def test_the_time_of_the_build_is_written_out(client: FlaskClient) -> None:
    built = dict(facts(page(client, "/status")))["Built"]
    assert (built.startswith("1 May 2024"), built.endswith("10:00:00 UTC")) == (True, True)


def test_the_generation_is_named(client: FlaskClient, engine: SearchEngine) -> None:
    with engine.snapshot() as snapshot:
        assert texts(page(client, "/status"), "//main//dl/div[1]/dd") == [str(snapshot.generation)]


def test_last_good_versions_are_named(client: FlaskClient) -> None:
    stale = texts(page(client, "/status"), "//section[@aria-labelledby='stale']//li")
    assert stale == ["reeds.bib: the entry is broken now"]


def test_very_many_problems_are_cut(client: FlaskClient, engine: SearchEngine) -> None:
    problems = tuple(
        Problem("a.bib", line, 1, Severity.ERROR, "syntax", "Odd.") for line in range(1, MOST_PROBLEMS + 3)
    )
    fill(engine, RECORDS, replace(SITE, problems=problems))
    tree = page(client, "/status")
    assert len(tree.xpath("//ul[@class='problems']/li")) == MOST_PROBLEMS
    assert "2 more are listed by “catalogue check”." in texts(tree, "//section/p")


def test_data_without_a_problem_says_so(client: FlaskClient, engine: SearchEngine) -> None:
    fill(engine, RECORDS, replace(SITE, problems=()))
    assert "Nothing: all of it could be read." in texts(page(client, "/status"), "//section/p")
