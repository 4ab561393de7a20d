"""Which files of a data folder are read, and as what."""

import os
from pathlib import Path

import pytest

from catalogue import scan as scanning
from catalogue.scan import FileKind, file_kind, scan


def put(folder: Path, *paths: str, text: str = "x") -> None:
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("a.bib", FileKind.BIBTEX),
        ("deep/er/a.BIB", FileKind.BIBTEX),
        ("deep/a.yml", FileKind.YAML),
        ("projects/a.yaml", FileKind.PROJECT),
        ("concepts/deep/a.yml", FileKind.CONCEPTS),
        ("concepts/a.bib", None),
        ("news/a.ru.md", FileKind.NEWS),
        ("pages/a.md", FileKind.PAGE),
        ("files/a.bib", FileKind.ATTACHMENT),
        ("removed.yaml", FileKind.REMOVED),
        ("README.md", None),
        ("people/a.yaml", FileKind.PERSON),
        ("venues/deep/a.yml", FileKind.VENUE),
        ("people/a.bib", None),
        ("deep/removed.yaml", FileKind.YAML),
    ],
)
def test_a_path_says_what_a_file_is_for(path: str, kind: FileKind | None) -> None:
    assert file_kind(path) is kind


def test_files_come_in_the_order_of_their_paths(tmp_path: Path) -> None:
    put(tmp_path, "b.bib", "a/z.yaml", "c.txt", ".hidden.bib", ".git/x.bib")
    assert [file.path for file in scan(tmp_path).files] == ["a/z.yaml", "b.bib"]


def test_one_file_is_a_folder_of_its_own(tmp_path: Path) -> None:
    put(tmp_path, "a.bib", "b.bib")
    assert [file.path for file in scan(tmp_path / "b.bib").files] == ["b.bib"]


def test_a_link_that_leaves_the_folder_is_not_followed(tmp_path: Path) -> None:
    put(tmp_path, "secret.bib", "data/a.bib")
    (tmp_path / "data" / "out.bib").symlink_to(tmp_path / "secret.bib")
    (tmp_path / "data" / "in.bib").symlink_to(tmp_path / "data" / "a.bib")
    found = scan(tmp_path / "data")
    assert [file.path for file in found.files] == ["a.bib", "in.bib"]
    assert [(problem.path, problem.code) for problem in found.problems] == [("out.bib", "link-outside")]


def test_a_linked_file_to_be_served_must_lie_inside_too(tmp_path: Path) -> None:
    put(tmp_path, "secret.pdf", "data/files/a.pdf")
    (tmp_path / "data" / "files" / "b.pdf").symlink_to(tmp_path / "secret.pdf")
    assert [file.path for file in scan(tmp_path / "data").files] == ["files/a.pdf"]


def test_only_files_are_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.bib")
    (tmp_path / "loop.bib").symlink_to("loop.bib")
    (tmp_path / "nowhere.bib").symlink_to("gone.bib")
    found = scan(tmp_path)
    assert (found.files, {problem.code for problem in found.problems}) == ((), {"no-file"})


def test_a_file_too_large_is_named_and_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scanning, "LARGEST_FILE", 3)
    put(tmp_path, "a.bib", text="four")
    found = scan(tmp_path)
    assert (found.files, [problem.code for problem in found.problems]) == ((), ["too-large"])


def test_the_digest_follows_contents_and_names(tmp_path: Path) -> None:
    put(tmp_path, "a.bib")
    digests = {scan(tmp_path).digest}
    put(tmp_path, "a.bib", text="y")
    digests.add(scan(tmp_path).digest)
    (tmp_path / "a.bib").rename(tmp_path / "b.bib")
    digests.add(scan(tmp_path).digest)
    assert len(digests) == 3


def test_the_digest_is_the_same_while_nothing_changes(tmp_path: Path) -> None:
    put(tmp_path, "a.bib", "files/a.pdf")
    assert scan(tmp_path).digest == scan(tmp_path).digest
