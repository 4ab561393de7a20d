"""What is published of a library, given its past."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

from catalogue.concepts import Concepts
from catalogue.content import Content
from catalogue.history import History
from catalogue.ledger import Entry
from catalogue.library import Library
from catalogue.model import Multilingual, Origin, PartialDate, Problem, Record, RecordType, Severity
from catalogue.past import Past, reconcile
from catalogue.people import NO_PEOPLE
from catalogue.records import Records
from catalogue.venues import NO_VENUES

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
FIRST = date(2020, 5, 6)
FIRST_DAY = PartialDate(2020, 5, 6)


def record(key: str, *, aliases: tuple[str, ...] = ()) -> Record:
    title = Multilingual.of({"en": f"On {key}"})
    return Record(key, RecordType.BOOK, title, aliases=aliases, origin=Origin("a.bib"))


def entry(key: str, *, deleted: bool = False) -> Entry:
    return Entry(key, FIRST, NOW, NOW if deleted else None, "a.bib", "")


def past(*entries: Entry, history: Mapping[str, date] | None = None, forgotten: bool = False) -> Past:
    known = {own.key: own for own in entries}
    return Past(known, record, History("abc", dict(history)) if history else None, forgotten)


def library(
    *records: Record,
    broken: tuple[str, ...] = (),
    unread: tuple[str, ...] = (),
    removed: Mapping[str, str] | None = None,
) -> Library:
    problems = tuple(Problem("a.bib", 3, 1, Severity.ERROR, "x", "bad", key=key) for key in broken)
    content = Content({}, Concepts(), NO_PEOPLE, NO_VENUES, (), {}, removed or {}, ())
    return Library(Records.of(records), frozenset(broken), frozenset(unread), content, problems)


def test_a_new_key_is_added_today() -> None:
    published = reconcile(library(record("k")), past(), NOW)
    assert published.records["k"].added == PartialDate(2026, 3, 2)


def test_an_entry_with_a_date_of_its_own_keeps_it() -> None:
    own = replace(record("k"), added=PartialDate(1999))
    assert reconcile(library(own), past(entry("k")), NOW).records["k"].added == PartialDate(1999)


def test_the_first_commit_counts_before_the_first_sight() -> None:
    published = reconcile(library(record("k")), past(entry("k"), history={"k": date(2019, 1, 2)}), NOW)
    assert published.records["k"].added == PartialDate(2019, 1, 2)


def test_a_key_renamed_twice_leads_to_the_last_and_brings_its_day() -> None:
    lines = {"first": "second", "second": "third"}
    published = reconcile(library(record("third"), removed=lines), past(entry("first", deleted=True)), NOW)
    assert published.aliases == {"first": "third", "second": "third"}
    assert published.records["third"].added == FIRST_DAY


def test_a_line_may_lead_to_a_former_key_of_an_entry() -> None:
    now = record("now", aliases=("then",))
    assert reconcile(library(now, removed={"first": "then"}), past(), NOW).aliases["first"] == "now"


def test_a_former_key_leads_to_an_entry_that_is_broken_now() -> None:
    found = library(broken=("now",), removed={"then": "now"})
    assert reconcile(found, past(entry("now")), NOW).aliases == {"then": "now"}


def test_lines_that_lead_in_a_circle_are_reasons() -> None:
    published = reconcile(library(removed={"a": "b", "b": "a"}), past(), NOW)
    assert (published.aliases, published.removed) == ({}, {"a": "b", "b": "a"})


def test_a_line_that_leads_to_no_entry_is_warned_about() -> None:
    lines = {"old": "new-2021", "gone": "Withdrawn in 2021.", "twice": "withdrawn"}
    [found] = reconcile(library(record("new-2012"), removed=lines), past(), NOW).problems
    assert (found.code, found.key, "'new-2021'" in found.message) == ("unknown-target", "old", True)


def test_a_renamed_entry_keeps_its_day_by_its_alias() -> None:
    published = reconcile(library(record("new", aliases=("old",))), past(entry("old")), NOW)
    assert published.records["new"].added == FIRST_DAY
    assert (published.aliases, published.removed, published.gone) == ({"old": "new"}, {}, ("old",))


def test_a_renamed_entry_keeps_its_day_by_a_line_in_the_removals() -> None:
    published = reconcile(library(record("new"), removed={"old": "new"}), past(entry("old")), NOW)
    assert published.records["new"].added == FIRST_DAY
    assert (published.aliases, published.removed) == ({"old": "new"}, {})


def test_a_chain_of_renamings_leads_to_the_present_key() -> None:
    now = record("now", aliases=("then",))
    published = reconcile(library(now, removed={"first": "now"}), past(), NOW)
    assert published.aliases == {"first": "now", "then": "now"}


def test_a_deleted_entry_is_gone_and_a_line_is_proposed() -> None:
    published = reconcile(library(), past(entry("k")), NOW)
    assert (published.gone, published.removed, dict(published.records)) == (("k",), {"k": ""}, {})
    assert ['"k": the reason' in problem.advice for problem in published.problems] == [True]


def test_a_removal_that_is_explained_needs_no_proposal() -> None:
    published = reconcile(library(removed={"k": "withdrawn"}), past(entry("k", deleted=True)), NOW)
    assert (published.gone, published.removed, published.problems) == ((), {"k": "withdrawn"}, ())


def test_a_removal_lasts_without_a_ledger() -> None:
    assert reconcile(library(removed={"k": "withdrawn"}), past(), NOW).removed == {"k": "withdrawn"}


def test_a_broken_entry_keeps_its_last_good_version() -> None:
    published = reconcile(library(broken=("k",)), past(entry("k")), NOW)
    assert published.records["k"] == replace(record("k"), added=FIRST_DAY)
    assert (list(published.stale), dict(published.good), published.gone) == (["k"], {}, ())
    assert [problem.code for problem in published.problems] == ["last-good"]


def test_a_last_good_version_that_cannot_be_read_is_none() -> None:
    remembered = replace(past(entry("k")), last_good=lambda key: None)
    published = reconcile(library(broken=("k",)), remembered, NOW)
    assert (dict(published.records), published.problems[0].code) == ({}, "no-last-good")


def test_a_broken_entry_that_never_was_good_is_said_to_be_absent() -> None:
    published = reconcile(library(broken=("k",)), past(), NOW)
    assert dict(published.records) == {}
    assert [problem.code for problem in published.problems] == ["no-last-good"]


def test_what_is_missing_from_a_file_that_cannot_be_read_has_not_gone() -> None:
    published = reconcile(library(unread=("a.bib",)), past(entry("k")), NOW)
    assert (list(published.records), published.gone) == (["k"], ())


def test_a_key_that_was_deleted_before_its_file_broke_stays_deleted() -> None:
    published = reconcile(library(unread=("a.bib",)), past(entry("k", deleted=True)), NOW)
    assert (dict(published.records), published.removed) == ({}, {"k": ""})


def test_a_removal_of_what_is_there_is_a_contradiction() -> None:
    published = reconcile(library(record("k"), removed={"k": "withdrawn"}), past(), NOW)
    assert (list(published.records), published.removed) == (["k"], {})
    assert [problem.code for problem in published.problems] == ["not-removed"]


def test_a_lost_ledger_is_said_to_be_lost() -> None:
    published = reconcile(library(record("k")), past(forgotten=True), NOW)
    assert [problem.code for problem in published.problems] == ["new-ledger"]
