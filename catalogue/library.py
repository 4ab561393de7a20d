"""The whole data folder, read: from files to valid records, with everything that is wrong along the way.

This is the build's first half and all of `catalogue check`. It knows no past: what a key was yesterday is
the ledger's.
"""

import hashlib
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from catalogue.cache import Cache
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


def read_library(
    scan: Scan, cache: Cache | None = None, progress: Progress = lambda stage, done, total: None
) -> Library:
    """Reads every file, resolves what crosses them, and validates every entry.

    With a `cache`, files and entries that are as they were at an earlier reading are taken from there.
    """
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
        record, found = _record(raw, cache)
        problems += found
        if record and records.setdefault(record.key, record) is not record:
            problems.append(_taken(raw, records[record.key]))
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


def _taken(raw: RawEntry, first: Record) -> Problem:
    """An entry may state another key than the one it is written under (`recordkey`), and so meet another."""
    origin = first.origin
    message = f"The key {first.key!r} stands for the entry at {origin.path}:{origin.line}."
    return raw.problem(Severity.ERROR, "disputed-key", message, "Give one of the two a key of its own.")


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


def _record(raw: RawEntry, cache: Cache | None) -> tuple[Record | None, tuple[Problem, ...]]:
    """As `make_record`; an entry that only moved within its file is known."""
    if cache is None:
        return make_record(raw)
    line = raw.place.line
    places = [(field.place.line - line, field.place.column) for field in raw.fields]
    values = [(field.name, field.value) for field in raw.fields]
    stated = repr((raw.syntax, raw.type, raw.key, raw.path, raw.place.column, places, values))
    known: tuple[int, Record | None, tuple[Problem, ...]] | None = cache.get("entry", stated)
    if known is None:
        record, problems = make_record(raw)
        cache.put((line, record, problems), "entry", stated)
        return record, problems
    before, record, problems = known
    moved = tuple(replace(problem, line=problem.line + line - before) for problem in problems)
    return record and replace(record, origin=raw.origin), moved


def _items(scan: Scan, file: SourceFile, cache: Cache | None) -> tuple[Item, ...]:
    known: tuple[Item, ...] | None = cache.get("file", file.path, file.digest) if cache else None
    if known is not None:
        return known
    read = bibtex.read if file.kind is FileKind.BIBTEX else yaml.read
    try:
        content = scan.content(file)
    except OSError as error:
        message = f"The file cannot be read: {error.strerror}."
        return (
            Problem(file.path, 0, 0, Severity.ERROR, "unreadable", message, "Check that it is still there."),
        )
    items = tuple(read(content, file.path))
    # It may have been written since it was digested.
    if cache and hashlib.sha256(content).hexdigest() == file.digest:
        cache.put(items, "file", file.path, file.digest)
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
