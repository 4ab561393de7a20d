"""The command line, called as a maintainer calls it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from catalogue import cli, progress
from catalogue.cli import main
from tests.catalogue.conftest import Desk

BOOKS = """
@book{walls, title = {On Walls}, author = {Mason, Ada}, year = 2019, abstract = {Stone on stone.}}
@book{doors, title = {On Doors}, author = {Joiner, Ben}, publisher = {P}, year = 2020}
"""


@pytest.fixture
def library(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    desk.write("books.bib", BOOKS)
    monkeypatch.chdir(desk.folder)
    monkeypatch.setenv("CATALOGUE_DATA", str(desk.settings.data))
    monkeypatch.setenv("CATALOGUE_STATE", str(desk.settings.state))
    return desk


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def test_index_says_what_it_did(library: Desk) -> None:
    assert "2 records, 2 added; nothing wrong" in run("index").output
    assert "nothing has changed" in run("index").output


@pytest.mark.parametrize("command", ["index", "watch", "serve"])
def test_the_first_build_tells_how_far_it_has_come(
    library: Desk, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setattr(progress, "_PAUSE", 1e-9)
    monkeypatch.setattr(cli, "until_signalled", lambda: None)
    monkeypatch.setattr(cli, "watch_data", lambda *_: None)
    monkeypatch.setattr(cli, "serve_site", lambda *_, first, **more: first() is None)
    assert "index: 2 of 2 records" in run(command).stderr


def test_who_watches_is_told_where_to_read_what_is_wrong(
    library: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cli, "until_signalled", lambda: None)
    monkeypatch.setattr(cli, "watch_data", lambda *_: None)
    sound = run("watch").output
    library.write("bad.bib", "@book{nameless, year = 2020}")
    assert ["catalogue check" in said for said in (sound, run("watch").output)] == [False, True]


def test_a_full_index_makes_everything_anew(library: Desk) -> None:
    run("index")
    assert "2 updated" in run("index", "--full").output


def test_an_index_is_verified(library: Desk) -> None:
    assert "The index is whole." in run("index", "--verify").output
    (segment,) = (library.settings.state / "index").glob("*.arrays")
    held = segment.read_bytes()
    segment.write_bytes(held[:64] + bytes([held[64] ^ 1]) + held[65:])
    result = run("index", "--verify")
    assert (result.exit_code, "catalogue index --full" in result.stderr) == (1, True)
    assert "The index is whole." in run("index", "--full", "--verify").output


def test_an_index_of_a_later_version_is_replaced_when_asked(library: Desk) -> None:
    run("index")
    (segment,) = (library.settings.state / "index").glob("*.arrays")
    held = segment.read_bytes()
    segment.write_bytes(held[:8] + b"\xff\x00\x00\x00" + held[12:])
    assert "catalogue index --full" in run("index").stderr
    assert "nothing wrong" in run("index", "--full", "--verify").output


def test_words_of_a_search_need_no_quotation_marks(library: Desk) -> None:
    run("index")
    assert run("search", "walls", "of", "stone").output == run("search", "walls of stone").output


def test_search_lists_keys_and_titles(library: Desk) -> None:
    run("index")
    assert "walls: On Walls (2019)" in run("search", "stones").output


def test_search_writes_json_lines(library: Desk) -> None:
    run("index")
    (line,) = run("search", "author:joiner", "--json").stdout.splitlines()
    assert {"key": "doors", "title": "On Doors", "year": 2020}.items() <= json.loads(line).items()


def test_search_keeps_to_its_limit(library: Desk) -> None:
    run("index")
    assert len(run("search", "on", "--json", "--limit", "1").stdout.splitlines()) == 1


@pytest.mark.parametrize(
    ("match", "found", "told"),
    [
        ("auto", {"walls", "doors"}, "2 of 2, of which 0 hold all words"),
        ("all", set[str](), "0 of 0"),
        ("any", {"walls", "doors"}, "2 of 2"),
    ],
)
def test_search_asks_for_as_many_words_as_it_is_told(
    library: Desk, match: str, found: set[str], told: str
) -> None:
    run("index")
    result = run("search", "walls doors", "--match", match)
    assert {line.partition(":")[0] for line in result.stdout.splitlines()} == found
    assert result.stderr.strip() == told


def test_export_writes_only_what_holds_all_words(library: Desk) -> None:
    run("index")
    assert "@" not in run("export", "walls doors").stdout


def test_search_tells_what_it_could_not_read(library: Desk) -> None:
    run("index")
    result = run("search", 'fields:walls "stone')
    assert "There is no field “fields”" in result.stderr
    assert "quotation mark" in result.stderr


def test_search_tells_what_else_it_searched_for(library: Desk) -> None:
    library.write("concepts/stones.yaml", "stone: {en: [stone], ru: [камень]}\n")
    run("index")
    assert "Also searched: камень" in run("search", "stones").stderr
    assert "Also searched" not in run("search", "+stones").stderr


def test_search_proposes_what_may_have_been_meant(library: Desk) -> None:
    run("index")
    assert "Did you mean walls? It finds 1." in run("search", "wallz").stderr
    assert "Did you mean" not in run("search", "walls").stderr


def test_a_query_may_begin_with_a_minus(library: Desk) -> None:
    run("index")
    assert "walls:" not in run("search", "--", "-stone").output


def test_export_writes_what_matches(library: Desk) -> None:
    run("index")
    output = run("export", "year:2020").output
    assert "@book{doors" in output
    assert "walls" not in output


def test_export_writes_everything_without_a_query(library: Desk) -> None:
    run("index")
    assert run("export", "--format", "biblatex").output.count("@book{") == 2


def test_export_in_a_style_cites(library: Desk) -> None:
    run("index")
    assert "Mason, A. (2019)" in run("export", "walls", "--format", "text", "--style", "apa").output


def test_export_names_the_formats_that_take_a_style(library: Desk) -> None:
    result = run("export", "--format", "ris", "--style", "apa")
    assert result.exit_code == 2
    assert "text" in result.output
    assert "csv" not in result.output


def test_export_states_the_address_of_a_page(library: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CATALOGUE_BASE_URL", "https://books.example.org")
    run("index")
    assert "https://books.example.org/publications/walls" in run("export", "--format", "csv").output


def test_export_states_no_address_at_home(library: Desk) -> None:
    run("index")
    assert "/publications/walls" not in run("export", "--format", "csv").output


def test_export_names_the_forms_there_are(library: Desk) -> None:
    run("index")
    result = run("export", "--flavour", "odd")
    assert (result.exit_code, "“odd”" in result.output, "portable" in result.output) == (2, True, True)


def test_cite_writes_a_line_a_record(library: Desk) -> None:
    run("index")
    lines = run("cite", "--style", "mla").output.splitlines()
    assert [line.split(",")[0] for line in lines] == ["Joiner", "Mason"]


def test_cite_begins_with_the_style_that_the_site_offers_first(library: Desk) -> None:
    run("index")
    first = library.settings.citation_styles[0]
    assert run("cite", "walls").output == run("cite", "walls", "--style", first).output


def test_cite_takes_the_language_of_terms(library: Desk) -> None:
    library.write("more.bib", "@book{gates, title = {On Gates}, editor = {Keeper, Cy}, year = 2021}")
    run("index")
    assert "редактор" in run("cite", "gates", "--style", "mla", "--language", "ru").output


def test_cite_names_styles_like_an_unknown_one(library: Desk) -> None:
    run("index")
    result = run("cite", "--style", "modern-langauge-association")
    assert (result.exit_code, "modern-language-association" in result.output) == (1, True)


def test_without_an_index_the_next_step_is_named(library: Desk) -> None:
    result = run("search", "x")
    assert result.exit_code == 1
    assert "catalogue index" in result.output


def test_check_is_silent_and_content_where_nothing_is_wrong(library: Desk) -> None:
    assert (run("check").output, run("check").exit_code) == ("", 0)


def test_check_exits_with_one_on_errors_and_changes_nothing(library: Desk) -> None:
    library.write("bad.bib", "\n@book{nameless, year = 2020}")
    result = run("check")
    assert result.exit_code == 1
    assert result.output.startswith("data/bad.bib:2:1: error:")
    assert not library.settings.state.exists()


def test_check_without_a_data_folder_takes_nothing_for_removed(
    library: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("index")
    monkeypatch.setenv("CATALOGUE_DATA", str(library.folder / "absent"))
    result = run("check")
    assert (result.exit_code, "There is no data folder" in result.output) == (1, True)
    assert "walls" not in result.output


def test_check_reports_only_the_files_it_is_asked_about(library: Desk) -> None:
    library.write("bad.bib", "@book{nameless, year = 2020}")
    assert run("check", str(library.settings.data / "books.bib")).exit_code == 0
    assert run("check", str(library.settings.data / "bad.bib")).exit_code == 1


def test_check_takes_a_file_from_anywhere(library: Desk, tmp_path: Path) -> None:
    (tmp_path / "draft.bib").write_text("@book{nameless, year = 2020}")
    assert "draft.bib:1:1: error" in run("check", str(tmp_path / "draft.bib")).output


def test_check_speaks_to_machines(library: Desk) -> None:
    library.write("bad.bib", "@book{nameless, year = 2020}")
    assert "nameless" in {found["key"] for found in json.loads(run("check", "--format", "json").output)}
    assert "::error file=" in run("check", "--format", "github").output


def test_check_lists_what_google_scholar_passes_over(library: Desk) -> None:
    library.write(
        "loose.bib", "@book{a, title = {A}}\n@book{b, title = {B}, editor = {Mason, Ada}, year = 2020}"
    )
    output = run("check", "--scholar").output
    assert "data/loose.bib:1: warning: Google Scholar passes over" in output
    assert "no author and no date" in output
    assert "[b]" not in output


def test_check_lists_that_only_when_asked(library: Desk) -> None:
    library.write("loose.bib", "@book{a, title = {A}}")
    assert "passes over" not in run("check").output
    assert run("check", "--scholar").exit_code == 0


def test_check_lists_each_publication_that_is_passed_over(library: Desk, tmp_path: Path) -> None:
    (tmp_path / "draft.bib").write_text("@misc{a, title = {A}}\n@misc{b, title = {B}}")
    output = run("check", "--scholar", str(tmp_path / "draft.bib")).output
    assert [key for key in ("a", "b") if f"[{key}]" in output] == ["a", "b"]


def test_check_proposes_a_line_for_a_key_that_is_gone(library: Desk) -> None:
    run("index")
    library.write("books.bib", BOOKS.replace("@book{walls", "@comment{walls"))
    assert '"walls": the reason' in run("check").output


def test_a_wrong_setting_is_one_line_with_advice(library: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CATALOGUE_PAGE_SIZE", "many")
    result = run("check")
    assert result.exit_code == 1
    assert result.output.startswith("Error: CATALOGUE_PAGE_SIZE")


@pytest.mark.parametrize("command", [(), *((name,) for name in sorted(main.commands))])
def test_everything_explains_itself(command: tuple[str, ...]) -> None:
    result = run(*command, "--help")
    assert result.exit_code == 0
    assert "Usage:" in result.output
