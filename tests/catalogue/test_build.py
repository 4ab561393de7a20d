"""Builds: what is indexed again, what survives, and what readers see meanwhile."""

import os
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue import build as building
from catalogue import feeding, sheets
from catalogue.documents import FIELDS
from catalogue.model import PartialDate
from catalogue.scan import Scan
from catalogue.sources import bibtex, bibtex_record
from index import open_engine
from tests.catalogue.conftest import Desk

STRINGS = "@string{hall = {Great Hall Press}}\n"
BOOKS = """
@book{walls, title = {On Walls}, author = {Mason, Ada}, publisher = hall, year = 2019}
@book{doors, title = {On Doors}, author = {Joiner, Ben}, publisher = {Own}, year = 2020, project = {gates}}
@inproceedings{keys, title = {On Keys}, author = {Smith, Cy}, crossref = {meeting}}
@proceedings{meeting, title = {Meeting of Locksmiths}, year = 2021}
"""
PROJECT = "title: {en: Gates and Doors}\nacronym: GATES\n"


@pytest.fixture
def library(desk: Desk) -> Desk:
    desk.write("strings.bib", STRINGS)
    desk.write("books.bib", BOOKS)
    desk.write("projects/gates.yaml", PROJECT)
    desk.build()
    return desk


def test_the_first_build_publishes_everything(desk: Desk) -> None:
    desk.write("strings.bib", STRINGS)
    desk.write("books.bib", BOOKS)
    assert desk.build().changes.added == ("doors", "keys", "meeting", "walls")


def test_a_second_build_reads_no_file(library: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "read_library", None)
    assert library.build().was_current


def test_a_revision_names_what_the_data_says_whenever_it_says_it(
    library: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = library.site().revision
    library.write("books.bib", BOOKS.replace("2019", "2018"))
    library.build()
    second = library.site().revision
    library.write("books.bib", BOOKS)
    monkeypatch.setattr(building, "code_digest", lambda: "of other code")
    library.build()
    assert (len(first), second != first, library.site().revision) == (12, True, first)


def test_only_the_file_that_changed_is_parsed_again(library: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed = []
    read = bibtex.read
    monkeypatch.setattr(bibtex, "read", lambda content, path: (parsed.append(path), read(content, path))[1])
    library.write("books.bib", BOOKS.replace("2019", "2018"))
    library.build()
    assert parsed == ["books.bib"]


def test_only_entries_that_changed_are_mapped_and_validated_again(
    library: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.write("books.bib", "% every line moves\n" + BOOKS.replace("On Doors", "Of Doors"))
    mapped = []
    to_data = bibtex_record.to_data
    monkeypatch.setitem(sheets._TO_DATA, "bibtex", lambda raw: (mapped.append(raw.key), to_data(raw))[1])
    library.build()
    assert mapped == ["doors"]


def test_problems_move_with_their_entries(library: Desk) -> None:
    def lines() -> dict[str, int]:
        return {problem.code: problem.line for problem in library.build().problems}

    library.write("other.bib", "")
    before = lines()
    library.write("books.bib", "% every line moves\n" + BOOKS)
    assert lines() == {code: line + 1 for code, line in before.items()}


def test_a_file_written_while_it_is_read_is_not_taken_for_what_it_was(
    library: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = Scan.content
    edited = BOOKS.replace("On Walls", "On Walls Today").encode()
    with monkeypatch.context() as patch:
        patch.setattr(
            Scan, "content", lambda self, file: edited if file.path == "books.bib" else content(self, file)
        )
        library.write("books.bib", BOOKS.replace("On Walls", "Of Walls"))
        library.build()
    library.write("other.bib", "")
    library.build()
    record = library.record("walls")
    assert record is not None
    assert record.titles(["en"]) == "Of Walls"


@pytest.mark.parametrize(
    ("path", "text", "touched"),
    [
        ("books.bib", BOOKS.replace("On Walls", "Of Walls"), ("walls",)),
        ("books.bib", "% a comment that moves every line\n" + BOOKS, ()),
        ("strings.bib", STRINGS.replace("Great", "Greater"), ("walls",)),
        ("books.bib", BOOKS.replace("Meeting of", "Gathering of"), ("keys", "meeting")),
        ("projects/gates.yaml", PROJECT.replace("GATES", "PORTALS"), ("doors",)),
        ("projects/gates.yaml", PROJECT + "number: 7\n", ("doors",)),
        ("people/ada.yaml", "name: 'Mason, Ada'\n", ("walls",)),
        ("people/nobody.yaml", "name: 'Nobody, Known'\n", ()),
        ("venues/meeting.yaml", "name: Meeting of Locksmiths\n", ("keys",)),
    ],
)
def test_a_change_touches_exactly_what_uses_it(
    library: Desk, path: str, text: str, touched: tuple[str, ...]
) -> None:
    library.write(path, text)
    changes = library.build().changes
    assert (changes.added, changes.updated, changes.deleted) == ((), touched, ())


def test_an_identifier_that_is_missing_in_a_file_is_told_where_it_stands(desk: Desk) -> None:
    desk.write(
        "a.bib",
        """@article{walls, title = {On Walls}, year = 2019, journal = {Stones}, issn = {1234-5679},
        author = {Mason, Ada and Joiner, Ben}, author+an:orcid = {1="0000-0002-1825-0097"}}""",
    )
    desk.write("people/ada.yaml", "name: 'Mason, Ada'")
    desk.write("people/ben.yaml", "name: 'Joiner, Ben'")
    desk.write("venues/stones.yaml", "name: Stones")
    found = [own for own in desk.build().problems if own.code == "unnumbered"]
    assert [(own.place, own.message.split()[0], own.subject) for own in found] == [
        ("a.bib:1", "0000-0002-1825-0097", "0000-0002-1825-0097"),
        ("a.bib:1", "1234-5679", "1234-5679"),
    ]


def test_a_project_and_a_file_that_are_not_there_are_told_at_their_fields(desk: Desk) -> None:
    entry = (
        "@book{walls, title = {On Walls}, author = {Mason, Ada}, year = 2019,\n"
        " project = {riverz},\n  file = {w.pdf}}"
    )
    desk.write("a.bib", entry)
    before = [(own.place, own.code) for own in desk.build().problems]
    desk.write("a.bib", f"% one line more\n{entry}")
    after = [(own.place, own.code) for own in desk.build().problems]
    assert before == [("a.bib:2:2", "unknown-project"), ("a.bib:3:3", "missing-file")]
    assert after == [("a.bib:3:2", "unknown-project"), ("a.bib:4:3", "missing-file")]


def test_an_entry_that_moves_to_another_file_is_not_indexed_again(library: Desk) -> None:
    walls, rest = BOOKS.split("@book{doors", 1)
    library.write("books.bib", "@book{doors" + rest)
    library.write("walls.bib", walls)
    changes = library.build().changes
    assert (changes.added, changes.updated, changes.deleted) == ((), (), ())


def test_a_document_is_made_for_each_change_and_no_other(
    library: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []
    make = feeding.document
    monkeypatch.setattr(
        feeding, "document", lambda record, *more: (made.append(record.key), make(record, *more))[1]
    )
    library.write("books.bib", BOOKS.replace("On Walls", "Of Walls"))
    library.build()
    assert made == ["walls"]


@st.composite
def libraries(draw: st.DrawFn) -> dict[str, str]:
    """A small library: any of its parts may be absent, renamed, broken or different."""
    word = st.sampled_from(["walls", "doors", "keys", "locks"])
    entries = [
        f"@{draw(st.sampled_from(['book', 'inbook']))}{{{key}, title = {{On {draw(word)}}}, "
        f"publisher = {draw(st.sampled_from(['hall', '{Own}']))}, "
        f"author = {{{draw(st.sampled_from(['Mason, Ada', 'Mason, A', 'Joiner, Ben']))}}}"
        f"{draw(st.sampled_from(['', ', crossref = {whole}', ', project = {gates}', ', ids = {old}']))}"
        f"{draw(st.sampled_from(['}', '}', '}', '']))}\n"
        for key in draw(st.lists(word, max_size=4))
    ]
    return {
        "strings.bib": f"@string{{hall = {{{draw(word)} Press}}}}\n",
        "books.bib": "".join(entries),
        "whole.bib": draw(st.sampled_from(["", f"@book{{whole, title = {{The {draw(word)}}}}}\n"])),
        "projects/gates.yaml": f"title: {draw(word)}\n",
        "people/ada.yaml": f"name: ['Mason, {draw(word)}', 'Mason, Ada']",
        "people/other.yaml": draw(st.sampled_from(["", "name: 'Joiner, Ben'", "name: 'mason, ada'"])),
        "venues/whole.yaml": draw(st.sampled_from(["", "name: The walls", "name: [Whole, The doors]"])),
        "removed.yaml": draw(st.sampled_from(["", "keys: withdrawn\n", "locks: doors\n"])),
    }


@settings(max_examples=40)
@given(st.lists(libraries(), min_size=2, max_size=3))
def test_building_on_gives_what_a_full_build_gives(versions: list[dict[str, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        for version in versions:
            for path, text in version.items():
                desk.write(path, text)
            desk.build()
        seen = desk.fingerprints(), desk.counted(), replace(desk.site(), built_at="")
        desk.build(full=True)
        assert (desk.fingerprints(), desk.counted(), replace(desk.site(), built_at="")) == seen


def test_a_stated_key_that_another_entry_has_is_disputed(library: Desk) -> None:
    library.write("more.bib", "@book{other, recordkey = {walls}, title = {Of Other Walls}}")
    report = library.build()
    record = library.record("walls")
    assert record is not None
    assert record.titles(["en"]) == "On Walls"
    assert [(p.path, p.code) for p in report.problems if p.key == "other"][:1] == [
        ("more.bib", "disputed-key")
    ]


def test_what_a_disputing_entry_states_beside_its_key_is_not_taken(library: Desk) -> None:
    library.write(
        "more.bib",
        "@book{first, title = {First}}@book{second, recordkey = {first}, title = {Second}, ids = {old}}",
    )
    library.build()
    assert library.site().aliases == {}


@pytest.mark.parametrize("apart", ["", "|"])
def test_an_alias_of_two_entries_leads_to_the_first(desk: Desk, apart: str) -> None:
    first, second = (f"@book{{{key}, title = {{T}}, ids = {{old}}}}" for key in ("one", "two"))
    entries = first + apart + second
    for number, text in enumerate(entries.split("|")):
        desk.write(f"{number}.bib", text)
    report = desk.build()
    assert desk.site().aliases == {"old": "one"}
    assert [problem.key for problem in report.problems if problem.code == "taken-alias"] == ["two"]


def test_a_broken_entry_is_shown_as_it_was(library: Desk) -> None:
    library.write("books.bib", BOOKS.replace("title = {On Walls},", ""))
    report = library.build()
    record = library.record("walls")
    assert record is not None
    assert record.titles(["en"]) == "On Walls"
    assert list(library.site().stale) == ["walls"]
    assert ("books.bib", 2, "walls") in {
        (problem.path, problem.line, problem.key) for problem in report.problems
    }


def test_an_entry_left_open_is_shown_as_it_was_and_costs_no_other(library: Desk) -> None:
    library.write(
        "books.bib", BOOKS.replace("year = 2020, project = {gates}}", "year = {2020, project = {gates}")
    )
    library.build()
    assert sorted(library.fingerprints()) == ["doors", "keys", "meeting", "walls"]
    assert list(library.site().stale) == ["doors"]


def test_without_its_state_a_broken_entry_is_plainly_said_to_be_absent(library: Desk) -> None:
    library.write("books.bib", BOOKS.replace("title = {On Walls},", ""))
    library.build()
    library.lose_state()
    report = library.build()
    assert library.record("walls") is None
    assert [p.key for p in report.problems if p.code == "no-last-good"] == ["walls"]


def test_a_renamed_key_leads_to_the_new_one(library: Desk) -> None:
    library.write("books.bib", BOOKS.replace("{walls,", "{ramparts, ids = {walls},"))
    library.build()
    assert dict(library.site().aliases) == {"walls": "ramparts"}


def test_a_deleted_entry_is_remembered_as_removed(library: Desk) -> None:
    library.write("strings.bib", "")
    library.write("books.bib", "\n".join(line for line in BOOKS.splitlines() if "walls" not in line))
    report = library.build()
    assert dict(library.site().removed) == {"walls": ""}
    assert ['"walls": the reason' in p.advice for p in report.problems if p.code == "gone"] == [True]


def test_a_file_that_cannot_be_decoded_at_all_loses_nothing(library: Desk) -> None:
    library.write("removed.yaml", "walls: [unclosed\n")
    library.build()
    assert sorted(library.fingerprints()) == ["doors", "keys", "meeting", "walls"]


def test_the_day_of_the_first_commit_survives_the_loss_of_the_state(desk: Desk) -> None:
    def git(*arguments: str) -> None:
        identity = {
            f"GIT_{who}_{what}": "a@b" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
        }
        day = {f"GIT_{who}_DATE": "2020-05-06T12:00Z" for who in ("AUTHOR", "COMMITTER")}
        subprocess.run(
            ["git", *arguments], cwd=desk.settings.data, env=os.environ | identity | day, check=True
        )

    desk.write("a.bib", "@book{k,\n title = {T}}")
    git("init", "--quiet")
    git("add", "-A")
    git("commit", "--quiet", "--message", "first")
    desk.build()
    before = desk.record("k")
    desk.write("a.bib", "@book{renamed, ids = {k},\n title = {T}}")
    desk.lose_state()
    desk.build()
    after = desk.record("renamed")
    assert before is not None
    assert after is not None
    assert before.added == after.added == PartialDate(2020, 5, 6)


def test_a_lost_ledger_beside_an_index_is_said_to_be_lost(library: Desk) -> None:
    (library.settings.state / "ledger.sqlite").unlink()
    assert "new-ledger" in {problem.code for problem in library.build().problems}


def test_a_deleted_index_is_made_again(library: Desk) -> None:
    before = library.fingerprints()
    for path in (library.settings.state / "index").iterdir():
        path.unlink()
    library.build()
    assert library.fingerprints() == before


@pytest.mark.parametrize("attachment", [b"{}", b"[1]", b"no JSON", b'{"a name of another version": 1}'])
def test_what_another_version_left_is_made_anew(library: Desk, attachment: bytes) -> None:
    before = library.site()
    engine = open_engine(library.settings.index, FIELDS)
    engine.update([], [], attachment=attachment)
    library.build()
    assert replace(library.site(), built_at="") == replace(before, built_at="")
