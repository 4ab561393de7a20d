"""The whole data folder, read: from files to valid records, with everything that is wrong along the way.

This is the build's first half and all of `catalogue check`. It knows no past: what a key was yesterday is
the ledger's.
"""

import hashlib
import logging
import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from catalogue.content import Content, read_content
from catalogue.model import Problem, Record, Severity
from catalogue.resolve import Item, resolve
from catalogue.scan import FileKind, Scan, SourceFile
from catalogue.schema import load
from catalogue.sources import bibtex, bibtex_record, csl_record, letters, yaml
from catalogue.sources.raw import Draft, RawEntry

Progress = Callable[[str, int, int], None]
"""Called with the name of a stage, what is done of it, and what there is to do."""

logger = logging.getLogger(__name__)

_FAULTS_OF_ENTRIES = frozenset({"no-key", "missing-key"})
"""Errors without a key that say nothing of the rest of their file."""

_TO_DATA: Mapping[str, Callable[[RawEntry], Draft]] = {
    "bibtex": bibtex_record.to_data,
    "csl": csl_record.to_data,
}


@dataclass(frozen=True, slots=True)
class Library:
    """A data folder as read.

    `records` are the valid ones by key. `broken` are keys whose entries are there and cannot be published.
    `unread` are the files that could not be read to their end: what is missing from them has not gone.
    """

    records: Mapping[str, Record]
    broken: frozenset[str]
    unread: frozenset[str]
    content: Content
    problems: tuple[Problem, ...]


class ParseCache:
    """What each file held when it was last read, by the digest of its content. Lost, it costs only time."""

    def __init__(self, folder: Path, code: str) -> None:
        self._folder = folder
        self._code = code
        self._used: set[Path] = set()

    def get(self, file: SourceFile) -> tuple[Item, ...] | None:
        """The items of a file that was read before, by the same code."""
        path = self._path(file)
        try:
            items: tuple[Item, ...] = pickle.loads(path.read_bytes())
        except (OSError, EOFError, pickle.UnpicklingError, AttributeError):
            return None
        return items

    def put(self, file: SourceFile, items: tuple[Item, ...]) -> None:
        """Keeps the items of a file; whole or not at all."""
        path = self._path(file)
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = path.with_suffix(".new")
        fresh.write_bytes(pickle.dumps(items, pickle.HIGHEST_PROTOCOL))
        fresh.replace(path)

    def prune(self) -> None:
        """Forgets the files that were not asked for."""
        if self._folder.is_dir():
            for path in self._folder.iterdir():
                if path not in self._used:
                    path.unlink(missing_ok=True)

    def _path(self, file: SourceFile) -> Path:
        name = hashlib.sha256(f"{self._code}\0{file.path}\0{file.digest}".encode()).hexdigest()
        path = self._folder / f"{name}.pickle"
        self._used.add(path)
        return path


def read_library(
    scan: Scan, cache: ParseCache | None = None, progress: Progress = lambda stage, done, total: None
) -> Library:
    """Reads every file, resolves what crosses them, and validates every entry."""
    files = scan.of_kind(FileKind.BIBTEX, FileKind.YAML)
    items: list[Item] = []
    for number, file in enumerate(files, 1):
        items += _items(scan, file, cache)
        progress("files", number, len(files))
    resolved = resolve(items)
    content = read_content(scan)
    problems = [*scan.problems, *content.problems, *resolved.problems]
    records: dict[str, Record] = {}
    for number, raw in enumerate(resolved.entries, 1):
        record, found = make_record(raw)
        problems += found
        if record:
            records[record.key] = record
        progress("entries", number, len(resolved.entries))
    records = dict(_cross_checked(records, content, scan, problems))
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    return Library(
        records,
        broken=frozenset(problem.key for problem in errors if problem.key) - records.keys(),
        unread=frozenset(p.path for p in errors if not p.key and p.code not in _FAULTS_OF_ENTRIES),
        content=content,
        problems=tuple(problems),
    )


def make_record(raw: RawEntry) -> tuple[Record | None, tuple[Problem, ...]]:
    """The record of a resolved entry, None where it has an error, and what is wrong with it."""
    try:
        repaired, problems = letters.repaired(raw)
        draft = _TO_DATA[raw.syntax](repaired)
        record, found = load(draft, repaired)
    except Exception as error:
        logger.exception("%s:%s: the entry %r cannot be read", raw.path, raw.place.line, raw.key)
        message = f"The entry cannot be read ({type(error).__name__}: {error})."
        advice = "Please report this with the text of the entry: it is a mistake of the catalogue's."
        return None, (raw.problem(Severity.ERROR, "internal", message, advice),)
    return record, (*problems, *found)


def _items(scan: Scan, file: SourceFile, cache: ParseCache | None) -> tuple[Item, ...]:
    known = cache.get(file) if cache else None
    if known is not None:
        return known
    read = bibtex.read if file.kind is FileKind.BIBTEX else yaml.read
    try:
        items = tuple(read(scan.content(file), file.path))
    except OSError as error:
        message = f"The file cannot be read: {error.strerror}."
        return (
            Problem(file.path, 0, 0, Severity.ERROR, "unreadable", message, "Check that it is still there."),
        )
    if cache:
        cache.put(file, items)
    return items


def _cross_checked(
    records: Mapping[str, Record], content: Content, scan: Scan, problems: list[Problem]
) -> Iterator[tuple[str, Record]]:
    """The records with aliases that are theirs alone; names that lead nowhere are warned about."""
    owners: dict[str, str] = {}
    attachments = {file.path for file in scan.of_kind(FileKind.ATTACHMENT)}
    for key, record in records.items():
        for project in record.projects:
            if project not in content.projects:
                message = f"There is no project {project!r} in projects/."
                problems.append(
                    _warning(record, "unknown-project", message, "Mend the key, or add its file.")
                )
        for file in record.files:
            if f"files/{file.path}" not in attachments:
                message = f"There is no file {file.path!r} in files/."
                problems.append(_warning(record, "missing-file", message, "Put it there, or mend its name."))
        yield key, replace(record, aliases=tuple(_own_aliases(record, records, owners, problems)))


def _own_aliases(
    record: Record, records: Mapping[str, Record], owners: dict[str, str], problems: list[Problem]
) -> Iterable[str]:
    for alias in record.aliases:
        owner = alias if alias in records else owners.setdefault(alias, record.key)
        if owner == record.key and alias != record.key:
            yield alias
        elif alias != record.key:
            message = f"The alias {alias!r} belongs to the entry {owner!r}."
            problems.append(_warning(record, "taken-alias", message, "Take it out of `ids`."))


def _warning(record: Record, code: str, message: str, advice: str) -> Problem:
    origin = record.origin
    return Problem(origin.path, origin.line, 0, Severity.WARNING, code, message, advice, record.key)
