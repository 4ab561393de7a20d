"""Problems as lines, JSON and workflow commands."""

import json
from pathlib import Path

import pytest

from catalogue.model import Problem, Severity, summarise
from catalogue.reporting import as_github, as_json, as_text

BAD = Problem("a.bib", 3, 5, Severity.ERROR, "no-title", "There is no title.", "Add one.", key="k")
ODD = Problem("b.bib", 0, 0, Severity.WARNING, "odd", "100% odd, really: yes.", "Look\nagain.")


def test_a_line_leads_to_its_place_and_says_what_to_do() -> None:
    assert list(as_text([BAD], Path("data")))[:2] == [
        "data/a.bib:3:5: error: There is no title. [k]",
        "    Add one.",
    ]


def test_a_file_is_named_from_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    named = [next(as_text([BAD], folder)).partition(":")[0] for folder in (tmp_path / "data", Path("/srv"))]
    assert named == ["data/a.bib", "/srv/a.bib"]


def test_the_last_line_counts() -> None:
    assert list(as_text([BAD, ODD, ODD], Path()))[-1] == "1 error, 2 warnings"


def test_nothing_wrong_says_nothing() -> None:
    assert list(as_text([], Path())) == []


def test_warnings_of_one_kind_are_one_line() -> None:
    lines = list(as_text(summarise([ODD] * 3), Path()))
    assert lines[0].endswith("(and 2 more of this kind in the file)")
    assert lines[-1] == "3 warnings"


def test_json_has_the_names_of_a_problem() -> None:
    (found,) = json.loads("".join(as_json([BAD], Path("data"))))
    assert (found["path"], found["line"], found["severity"], found["key"]) == ("data/a.bib", 3, "error", "k")


def test_a_workflow_command_escapes_what_would_end_it() -> None:
    assert list(as_github([BAD, ODD], Path("data"))) == [
        "::error file=data/a.bib,line=3,col=5,title=no-title::There is no title. Add one.",
        "::warning file=data/b.bib,title=odd::100%25 odd, really: yes. Look%0Aagain.",
    ]
