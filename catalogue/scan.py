"""The files under the data folder, by what they are for, each with the digest of its content.

Order and folders carry no meaning, except the reserved ones (`projects`, `people`, `concepts`, `venues`,
`news`, `pages`, `files`) and `removed.yaml`. Links that leave the folder and files too large to read are
Problems; hidden files and files of other kinds are passed over.
"""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath

from catalogue.model import Problem, Severity

LARGEST_FILE = 50_000_000
"""Bytes. A larger file is no bibliography that someone keeps by hand."""


class FileKind(StrEnum):
    """What a file is for."""

    BIBTEX = "bibtex"
    YAML = "yaml"
    PROJECT = "project"
    CONCEPTS = "concepts"
    PERSON = "person"
    VENUE = "venue"
    NEWS = "news"
    PAGE = "page"
    REMOVED = "removed"
    ATTACHMENT = "attachment"
    """Something under `files/`, to be served and never read."""


_DESCRIBING = {
    "projects": FileKind.PROJECT,
    "concepts": FileKind.CONCEPTS,
    "people": FileKind.PERSON,
    "venues": FileKind.VENUE,
}
"""The folders of YAML that describes what publications name."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file: its `path` relative to the data folder in POSIX form, the digest of its content
    (of an attachment: of its size and time), and its size in bytes."""

    path: str
    kind: FileKind
    digest: str
    size: int

    @property
    def stem(self) -> str:
        """The file's name without its ending."""
        return PurePosixPath(self.path).stem


@dataclass(frozen=True, slots=True)
class Scan:
    """All files in the order of their paths, and what was wrong with some."""

    root: Path
    files: tuple[SourceFile, ...]
    problems: tuple[Problem, ...]

    def of_kind(self, *kinds: FileKind) -> tuple[SourceFile, ...]:
        """The files of these kinds."""
        return tuple(file for file in self.files if file.kind in kinds)

    def content(self, file: SourceFile) -> bytes:
        """What a file holds now. Raises OSError."""
        return (self.root / file.path).read_bytes()

    @property
    def digest(self) -> str:
        """A digest of everything: equal while no file changes, comes or goes."""
        lines = [f"{file.path}\0{file.digest}" for file in self.files]
        lines += [problem.path for problem in self.problems]
        return hashlib.sha256("\n".join(lines).encode("utf-8", "surrogateescape")).hexdigest()


def scan(root: Path) -> Scan:
    """Finds and digests the files under a data folder; a single file is a folder of its own."""
    files: list[SourceFile] = []
    problems: list[Problem] = []
    base = root.parent if root.is_file() else root
    for path, relative, kind in located(root):
        try:
            problem = unreadable(base, path, relative)
            if problem:
                problems.append(problem)
            else:
                files.append(SourceFile(relative, kind, _digest(path, kind), path.stat().st_size))
        except OSError as error:
            problems.append(_problem(relative, "unreadable", f"The file cannot be read: {error.strerror}."))
    return Scan(base, tuple(files), tuple(problems))


def located(root: Path) -> Iterator[tuple[Path, str, FileKind]]:
    """The files under a data folder (or the one file) that are for something, in the order of their paths:
    where each is, its path relative to the folder in POSIX form, and what it is for."""
    base = root.parent if root.is_file() else root
    for path in [root] if root.is_file() else sorted(_walk(root)):
        relative = path.relative_to(base).as_posix()
        kind = file_kind(relative)
        if kind:
            yield path, relative, kind


def file_kind(path: str) -> FileKind | None:
    """What the file at a relative POSIX path is for; None for what is not read."""
    folder = path.split("/")[0] if "/" in path else ""
    suffix = PurePosixPath(path).suffix.lower()
    is_yaml = suffix in (".yaml", ".yml")
    if folder == "files":
        return FileKind.ATTACHMENT
    if folder in ("news", "pages"):
        kind = FileKind.NEWS if folder == "news" else FileKind.PAGE
        return kind if suffix == ".md" else None
    if folder in _DESCRIBING:
        return _DESCRIBING[folder] if is_yaml else None
    if path in ("removed.yaml", "removed.yml"):
        return FileKind.REMOVED
    return FileKind.BIBTEX if suffix in (".bib", ".bibtex") else FileKind.YAML if is_yaml else None


def _walk(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        # A link to a folder is listed among the folders and not entered.
        links = [name for name in folders if (Path(parent) / name).is_symlink()]
        yield from (Path(parent) / name for name in (*names, *links) if not name.startswith("."))


def unreadable(root: Path, path: Path, relative: str) -> Problem | None:
    """Why a file of a data folder is not read, if so. Raises OSError."""
    if path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root)):
        return _problem(relative, "link-outside", "The link leaves the data folder, and is not followed.")
    if path.is_dir():
        return _problem(relative, "linked-folder", "Links to folders are not followed.")
    if not path.is_file():
        return _problem(relative, "no-file", "The name leads to no file, but to a pipe, a device or nothing.")
    size = path.stat().st_size
    if size > LARGEST_FILE and not relative.startswith("files/"):
        return _problem(
            relative,
            "too-large",
            f"The file has {size:,} bytes; at most {LARGEST_FILE:,} are read.",
            "Split it.",
        )
    return None


def _problem(path: str, code: str, message: str, advice: str = "Put the file itself there.") -> Problem:
    return Problem(path, 0, 0, Severity.ERROR, code, message, advice)


def _digest(path: Path, kind: FileKind) -> str:
    if kind is FileKind.ATTACHMENT:
        status = path.stat()
        return f"{status.st_size}-{status.st_mtime_ns}"
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
