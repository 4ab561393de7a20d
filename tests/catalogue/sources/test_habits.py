"""Exports of other tools load, and what is private in them goes nowhere."""

from pathlib import Path

import pytest

from catalogue.model import Role, Scheme, Severity
from catalogue.model.codec import encode
from catalogue.sources.habits import HABITS, Fate, habit, habits_table
from tests.library_records import LIBRARY, records_and_problems, records_of

TOOLS = sorted((LIBRARY / "tools").glob("*.bib"))
FIELDS = Path(__file__).parents[3] / "data" / "FIELDS.md"

SECRETS = (
    "Do not trust",
    "before the meeting",
    "Ask A.",
    "Weak.",
    "private judgement",
    "My own remark",
    "Reading list",
    "to read",
    "anna",
    "berg@example.org",
)


@pytest.mark.parametrize("path", TOOLS, ids=lambda path: path.stem)
def test_an_export_loads_without_an_error(path: Path) -> None:
    _, problems = records_and_problems(path.read_bytes(), path.name)

    assert [problem for problem in problems if problem.severity is Severity.ERROR] == []


@pytest.mark.parametrize("path", TOOLS, ids=lambda path: path.stem)
def test_an_export_holds_no_field_that_is_not_known(path: Path) -> None:
    _, problems = records_and_problems(path.read_bytes(), path.name)

    assert [problem.subject for problem in problems if problem.code == "unknown-field"] == []


@pytest.mark.parametrize("path", TOOLS, ids=lambda path: path.stem)
def test_nothing_private_reaches_a_record_or_a_problem(path: Path) -> None:
    records, problems = records_and_problems(path.read_bytes(), path.name)
    public = " ".join([*map(encode, records), *(f"{own.message} {own.advice}" for own in problems)])

    assert [secret for secret in SECRETS if secret in public] == []


def test_every_secret_stands_in_a_sample() -> None:
    samples = " ".join(path.read_text(encoding="utf-8") for path in TOOLS)

    assert [secret for secret in SECRETS if secret not in samples] == []


def test_orcids_of_web_of_science_go_to_the_authors_by_name() -> None:
    (record,) = records_of((LIBRARY / "tools" / "web_of_science.bib").read_bytes())

    assert [(person.name.family, person.orcid) for person in record.by_role(Role.AUTHOR)] == [
        ("Berg", "0000-0002-1825-0097"),
        ("Roe", "0000-0001-5109-3700"),
    ]


def test_the_corresponding_author_of_web_of_science_is_marked() -> None:
    (record,) = records_of((LIBRARY / "tools" / "web_of_science.bib").read_bytes())

    assert [person.name.family for person in record.contributors if person.corresponding] == ["Berg"]


def test_the_second_braces_of_web_of_science_say_nothing() -> None:
    source = b"@article{WOS:1, Unique-ID = {{WOS:1}}, Title = {{Bridges}}, Keywords = {{bridges; roads}}}"
    (record,) = records_of(source)

    assert [keyword.text.plain for keyword in record.keywords] == ["bridges", "roads"]
    assert [text.marks for _, text in record.title] == [()]


def test_the_only_affiliation_of_scopus_is_that_of_every_author() -> None:
    (record,) = records_of((LIBRARY / "tools" / "scopus.bib").read_bytes())
    names = [
        affiliation.name.best(["en"]) for person in record.contributors for affiliation in person.affiliations
    ]

    assert [found[1].plain for found in names if found] == ["Steppe University, Almaty, Kazakhstan"] * 2


def test_an_abstract_of_ojs_is_read_without_its_tags() -> None:
    (record,) = records_of((LIBRARY / "tools" / "ojs.bib").read_bytes())

    assert [text.plain for _, text in record.abstract] == ["Мосты длинные."]


def test_a_relative_path_of_jabref_is_a_file() -> None:
    record = records_of((LIBRARY / "tools" / "jabref.bib").read_bytes())[0]

    assert [file.path for file in record.files] == ["2021/Berg2021.pdf"]


def test_a_time_stamp_of_dblp_is_the_day_of_adding() -> None:
    record = records_of((LIBRARY / "tools" / "dblp.bib").read_bytes())[0]

    assert str(record.added) == "2024-02-05"


def test_an_arxiv_number_of_mendeley_is_stated_once() -> None:
    (record,) = records_of((LIBRARY / "tools" / "mendeley.bib").read_bytes())

    assert [own.value for own in record.identifiers if own.scheme is Scheme.ARXIV] == ["2101.00001"]


@pytest.mark.parametrize("field", ["annote", "comment", "comment-anna", "comments", "review", "owner"])
def test_private_fields_are_private(field: str) -> None:
    found = habit(field)

    assert found is not None
    assert found.fate is Fate.PRIVATE


def test_commentators_are_no_comment() -> None:
    assert habit("commentator") is None


def test_a_mapped_field_has_a_target() -> None:
    assert [own.field for own in HABITS if (own.fate is Fate.MAPPED) != bool(own.target)] == []


def test_the_table_for_maintainers_is_that_of_the_code() -> None:
    assert habits_table() in FIELDS.read_text(encoding="utf-8")
