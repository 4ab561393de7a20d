"""Records, people, access and problems as values."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from catalogue.model import (
    Access,
    AccessStatus,
    Contributor,
    Identifier,
    Multilingual,
    Name,
    Origin,
    PartialDate,
    Problem,
    Record,
    RecordType,
    Role,
    Scheme,
    Severity,
    summarise,
)
from tests.strategies import records

RECORD = Record("a", RecordType.BOOK, Multilingual.of({"en": "Rivers", "ru": "Реки"}))


@settings(max_examples=50)
@given(records())
def test_equal_records_have_equal_hashes(record: Record) -> None:
    assert hash(replace(record, origin=Origin("b.bib", 9))) == hash(record)


def test_the_subtitle_follows_the_title_of_its_language() -> None:
    record = replace(RECORD, subtitle=Multilingual.of({"ru": "очерк"}))
    assert [record.titles([locale]) for locale in ("ru", "en")] == ["Реки: очерк", "Rivers"]


def test_contributors_of_a_role_keep_their_order() -> None:
    people = tuple(Contributor(Name(family), role) for family, role in
                   [("B", Role.EDITOR), ("A", Role.AUTHOR), ("C", Role.EDITOR)])  # fmt: skip
    found = replace(RECORD, contributors=people).by_role(Role.EDITOR)
    assert [person.name.family for person in found] == ["B", "C"]


def test_the_first_identifier_of_a_scheme() -> None:
    record = replace(
        RECORD, identifiers=(Identifier(Scheme.DOI, "10.1000/1"), Identifier(Scheme.DOI, "10.1000/2"))
    )
    assert (record.identifier(Scheme.DOI), record.identifier(Scheme.ISBN)) == ("10.1000/1", None)


def test_a_record_that_states_no_language_is_undetermined() -> None:
    assert RECORD.language == "und"


@pytest.mark.parametrize(
    ("name", "display", "inverted"),
    [
        (
            Name("Goethe", "Johann Wolfgang", "von"),
            "Johann Wolfgang von Goethe",
            "von Goethe, Johann Wolfgang",
        ),
        (Name("King", "Martin Luther", suffix="Jr"), "Martin Luther King, Jr", "King, Jr, Martin Luther"),
        (Name(literal="World Bank"), "World Bank", "World Bank"),
    ],
)
def test_names_read_aloud_and_listed(name: Name, display: str, inverted: str) -> None:
    assert (name.display, name.inverted) == (display, inverted)


TODAY = PartialDate(2026, 3, 1)


@pytest.mark.parametrize(
    ("access", "is_open"),
    [
        (Access(AccessStatus.OPEN), True),
        (Access(AccessStatus.RESTRICTED), False),
        (Access(AccessStatus.EMBARGOED, TODAY), True),
        (Access(AccessStatus.EMBARGOED, PartialDate(2026, 3, 2)), False),
        (Access(AccessStatus.EMBARGOED), False),
    ],
)
def test_an_embargo_ends_on_its_day(access: Access, is_open: bool) -> None:
    assert access.is_open(TODAY) is is_open


@pytest.mark.parametrize("status", AccessStatus)
def test_every_access_status_has_a_term_of_coar(status: AccessStatus) -> None:
    assert status.uri.startswith("http://purl.org/coar/access_right/c_")


def problem(line: int, severity: Severity = Severity.WARNING, subject: str = "x") -> Problem:
    return Problem("a.bib", line, 1, severity, "unknown-field", "m", subject=subject)


def test_warnings_of_one_kind_are_summed_at_the_first_of_them() -> None:
    [summed] = summarise([problem(7), problem(3), problem(5)])
    assert (summed.line, summed.count) == (3, 3)


def test_errors_and_other_subjects_stay_apart() -> None:
    found = summarise(
        [problem(1, Severity.ERROR), problem(2, Severity.ERROR), problem(3), problem(4, subject="y")]
    )
    assert [own.line for own in found] == [1, 2, 3, 4]


def test_a_problem_names_its_place_as_far_as_known() -> None:
    assert [own.place for own in (problem(7), replace(problem(7), line=0, column=0))] == [
        "a.bib:7:1",
        "a.bib",
    ]
