"""First commits of keys, read from real repositories."""

import subprocess
from datetime import date
from pathlib import Path

import pytest

from catalogue.history import head, read_history


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "--quiet")
    (tmp_path / "data").mkdir()
    return tmp_path / "data"


def git(folder: Path, *arguments: str, day: str = "2020-01-01") -> str:
    identity = {f"GIT_{who}_{what}": "x@y" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    dates = {f"GIT_{who}_DATE": f"{day}T12:00:00Z" for who in ("AUTHOR", "COMMITTER")}
    return subprocess.run(
        ["git", "-C", str(folder), *arguments],
        env={"HOME": str(folder), "PATH": "/usr/bin:/bin"} | identity | dates,
        capture_output=True,
        check=True,
        text=True,
    ).stdout


def commit(folder: Path, day: str, **files: str) -> str:
    for name, text in files.items():
        path = folder / name.replace("_", ".")
        path.write_text(text, encoding="utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "--quiet", "--message", day, day=day)
    return git(folder, "rev-parse", "HEAD").strip()


def test_the_first_commit_of_a_key_counts(repository: Path) -> None:
    commit(repository, "2020-01-01", a_bib="@book{first,\n title = {T}}\n")
    last = commit(
        repository, "2021-05-05", a_bib="@book{first,\n title = {U}}\n@misc(second,\n note = {x})\n"
    )
    assert read_history(repository, last).first == {"first": date(2020, 1, 1), "second": date(2021, 5, 5)}


def test_entries_in_yaml_count_too(repository: Path) -> None:
    last = commit(repository, "2020-02-02", a_yaml="- id: plain\n  title: T\n- type: book\n  id: 'quoted'\n")
    assert set(read_history(repository, last).first) == {"plain", "quoted"}


def test_a_file_that_moves_takes_its_dates_along(repository: Path) -> None:
    commit(repository, "2020-01-01", a_bib="@book{k,\n title = {T}}\n")
    (repository / "a.bib").rename(repository / "b.bib")
    last = commit(repository, "2022-01-01")
    assert read_history(repository, last).first == {"k": date(2020, 1, 1)}


def test_reading_goes_on_from_what_is_known(repository: Path) -> None:
    first = commit(repository, "2020-01-01", a_bib="@book{k,\n title = {T}}\n")
    known = read_history(repository, first)
    last = commit(repository, "2021-01-01", b_bib="@book{l,\n title = {T}}\n")
    assert read_history(repository, last, known) == read_history(repository, last)


def test_a_history_that_was_rewritten_is_read_anew(repository: Path) -> None:
    known = read_history(repository, commit(repository, "2020-01-01", a_bib="@book{k,\n t = {T}}\n"))
    git(repository, "commit", "--quiet", "--amend", "--message", "again", "--date", "2019-01-01T12:00Z")
    last = git(repository, "rev-parse", "HEAD").strip()
    assert read_history(repository, last, known).first == {"k": date(2019, 1, 1)}


def test_the_variables_of_a_hook_name_no_other_repository(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = commit(repository, "2020-01-01", a_bib="@book{k,\n title = {T}}\n")
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    assert head(repository) == last


def test_a_folder_outside_any_repository_has_no_head(tmp_path: Path) -> None:
    assert head(tmp_path) is None


def test_a_shallow_clone_knows_no_first_commits(repository: Path, tmp_path: Path) -> None:
    commit(repository, "2020-01-01", a_bib="@book{k,\n title = {T}}\n")
    commit(repository, "2021-01-01", b_bib="@book{l,\n title = {T}}\n")
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{repository.parent}", "shallow")
    assert head(tmp_path / "shallow") is None


def test_what_git_cannot_tell_is_read_the_next_time(repository: Path) -> None:
    known = read_history(repository, commit(repository, "2020-01-01", a_bib="@book{k,\n title = {T}}\n"))
    assert read_history(repository, "0" * 40, known) == known
