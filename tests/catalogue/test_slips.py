"""What is most likely a slip is told where it stands; what is often right is not."""

from datetime import date

import pytest

from catalogue import build, slips
from catalogue.sheets import make_record
from catalogue.sources import bibtex
from catalogue.sources.raw import RawEntry, RawField
from tests.catalogue.conftest import Desk

NEXT = date.today().year + 1


def told(fields: str, key: str = "k") -> list[tuple[str, str]]:
    """Codes and places of what is told of an entry that lacks nothing else, its fields from line 2 on."""
    source = f"@misc{{{key}, title = {{T}}, author = {{Doe, Ann}},\n{fields}}}"
    (raw,) = (item for item in bibtex.read(source.encode(), "a.bib") if isinstance(item, RawEntry))
    plain = tuple(RawField(own.name, "".join(map(str, own.value)), own.place) for own in raw.fields)
    record, problems = make_record(RawEntry(raw.syntax, raw.type, raw.key, plain, raw.path, raw.place))
    assert record is not None
    return [(problem.code, f"{problem.line}:{problem.column}") for problem in problems]


@pytest.mark.parametrize("field", ["date", "year"])
def test_a_year_after_the_next_is_told(field: str) -> None:
    assert told(f" {field} = {{{NEXT + 1}}}") == [("late-year", "2:2")]


def test_a_year_is_no_longer_told_when_its_time_has_come(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    class Later(date):
        @classmethod
        def today(cls) -> "Later":
            return cls(NEXT + 1, 1, 1)

    desk.write("a.bib", f"@misc{{a, title = {{T}}, author = {{Doe, Ann}}, date = {NEXT + 1}}}")
    before = [problem.code for problem in desk.build().problems]
    for module in (build, slips):
        monkeypatch.setattr(module, "date", Later)
    assert (before, desk.build().problems) == (["late-year"], ())


@pytest.mark.parametrize("written", [str(NEXT), f"{NEXT}-12", "forthcoming", "1874", f"{NEXT - 1}/"])
def test_a_year_that_may_be_is_not_told(written: str) -> None:
    assert told(f"date = {{{written}}}") == []


@pytest.mark.parametrize("pages", ["14-3", "14--3", "485--405", "733-23"])
def test_pages_that_end_before_they_begin_are_told(pages: str) -> None:
    assert told(f"date = 2020, pages = {{{pages}}}") == [("reversed-pages", "2:14")]


@pytest.mark.parametrize(
    "pages",
    ["3-14", "733-47", "7-7", "1234--45", "xii--3", "e14--e3", "12, 3", "4-3-5-2", "9" * 5000 + "-2"],
)
def test_pages_that_may_be_are_not_told(pages: str) -> None:
    assert told(f"date = 2020, pages = {{{pages}}}") == []


def test_a_space_in_a_key_is_told_at_the_entry() -> None:
    assert told("date = 2020", key="my key") == [("key-with-space", "1:1")]


@pytest.mark.parametrize("key", ["smith2021", "DBLP:conf/a/B", "қазақша-кілт"])
def test_a_key_without_a_space_is_not_told(key: str) -> None:
    assert told("date = 2020", key=key) == []
