"""The whole data folder, read: from files to valid records, with everything that is wrong along the way.

This is the build's first half and all of `catalogue check`. It knows no past: what a key was yesterday is
the ledger's. What can be told of one file is told in `catalogue.sheets`; here stands what only all of them
together tell.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from catalogue.cache import Scratch, Store
from catalogue.content import Content, read_content
from catalogue.model import Origin, Problem, Record, Severity
from catalogue.model.codec import decode, encode
from catalogue.reading import Progress, Reading
from catalogue.records import Facts, Records, digest_of_record
from catalogue.registers import Entry, Register, Stated
from catalogue.scan import FileKind, Scan
from catalogue.sheets import Made, Settled
from catalogue.sources.raw import Place
from catalogue.workers import Workers

_FAULTS_OF_ENTRIES = frozenset({"no-key", "missing-key"})
"""Errors without a key that say nothing of the rest of their file."""


@dataclass(frozen=True, slots=True)
class Library:
    """A data folder as read.

    `records` are the valid ones by key. `broken` are keys whose entries are there and cannot be published.
    `unread` are the files that could not be read to their end: what is missing from them has not gone.
    Of `problems`, the warnings of one kind are summed in each file.
    """

    records: Records
    broken: frozenset[str]
    unread: frozenset[str]
    content: Content
    problems: tuple[Problem, ...]


def read_library(
    scan: Scan,
    store: Store | None = None,
    progress: Progress = lambda stage, done, total: None,
    workers: Workers | None = None,
) -> Library:
    """Reads every file, resolves what crosses them, and validates every entry.

    With a `store`, files and entries that are as they were at an earlier reading are taken from there; the
    records are made from what it holds, as long as it is open.
    """
    store = store or Scratch()
    reading = Reading(scan, store, progress, workers or Workers(1))
    settled = reading.settled()
    content = read_content(scan)
    problems = [*scan.problems, *reading.problems, *content.problems]
    problems += (problem for own in settled.values() for problem in own.problems)
    problems += _told_by_others(settled)
    files = frozenset(file.path for file in scan.of_kind(FileKind.ATTACHMENT))
    records = _Gathering(store, settled, problems).records(content, files)
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    return Library(
        records,
        broken=frozenset(problem.key for problem in errors if problem.key) - records.digests.keys(),
        unread=frozenset(p.path for p in errors if not p.key and p.code not in _FAULTS_OF_ENTRIES),
        content=content,
        problems=tuple(problems),
    )


def _told_by_others(settled: Mapping[str, Settled]) -> Iterable[Problem]:
    """What files say of others that these do not say of themselves; several may say the same."""
    told = dict.fromkeys(problem for own in settled.values() for problem in own.abroad)
    files = {problem.path for problem in told}
    said = {_kind(problem) for path in files for problem in settled[path].problems}
    return (problem for problem in told if _kind(problem) not in said)


def _kind(problem: Problem) -> tuple[str, str, str]:
    return problem.path, problem.code, problem.subject


class _Gathering:
    """The records of all files together; what is wrong is added to `problems`."""

    def __init__(self, store: Store, settled: Mapping[str, Settled], problems: list[Problem]) -> None:
        self._store = store
        self._problems = problems
        self._paths: dict[str, str] = {}
        self._digests: dict[str, str] = {}
        self._facts: dict[str, Facts] = {}
        self._aliases: dict[str, tuple[str, ...]] = {}
        self._open: tuple[str, dict[str, Made]] = ("", {})
        for path, own in settled.items():
            self._gather(path, own)

    def records(self, content: Content, files: frozenset[str]) -> Records:
        """The records with aliases that are theirs alone; names that lead nowhere are warned about."""
        owners: dict[str, str] = {}
        for key, facts in self._facts.items():
            self._cross_check(key, facts, content, files)
            if facts.aliases:
                aliases = tuple(self._own_aliases(key, facts, owners))
                if aliases != facts.aliases:
                    self._aliases[key] = aliases
        for key, aliases in self._aliases.items():
            self._facts[key] = self._facts[key]._replace(aliases=aliases)
            self._digests[key] = digest_of_record(self._stored(key))
        return Records(self._paths, self._digests, self._facts, self._make, self._stored)

    def _gather(self, path: str, own: Settled) -> None:
        digests, facts = dict(zip(own.keys, own.digests, strict=True)), own.facts
        if len(digests) < len(own.keys) or not self._digests.keys().isdisjoint(digests):
            first = list(self._undisputed(path))
            digests = {each.key: each.digest for each in first}
            facts = {each.key: each.facts for each in first if each.key in facts}
        self._digests |= digests
        self._paths |= dict.fromkeys(digests, path)
        self._facts |= facts

    def _undisputed(self, path: str) -> Iterator[Made]:
        """The entries of a file that are the first with their keys: an entry may state another key than the
        one it is written under (`recordkey`), and so meet another."""
        seen: dict[str, Place] = {}
        for own in self._made(path):
            if not own.stored:
                continue
            first, place = self._paths.get(own.key, path), seen.setdefault(own.key, own.place)
            if first != path:
                place = next(each.place for each in self._made(first) if each.key == own.key)
            elif place == own.place:
                yield own
                continue
            message = f"The key {own.key!r} stands for the entry at {first}:{place.line}."
            advice = "Give one of the two a key of its own."
            self._problems.append(
                Problem(path, *own.place, Severity.ERROR, "disputed-key", message, advice, own.entry)
            )

    def _cross_check(self, key: str, facts: Facts, content: Content, files: frozenset[str]) -> None:
        for project in facts.projects:
            if project not in content.projects:
                message = f"There is no project {project!r} in projects/."
                advice = "Mend the key, or add its file."
                self._warn(key, facts, "unknown-project", message, advice, "projects")
        for file in facts.files:
            if f"files/{file}" not in files:
                message = f"There is no file {file!r} in files/."
                self._warn(key, facts, "missing-file", message, "Put it there, or mend its name.", "files")
        self._tell_of_unnumbered(key, facts, content.people, "people", facts.people)
        self._tell_of_unnumbered(key, facts, content.venues, "venues", (facts.venue,))

    def _tell_of_unnumbered(
        self, key: str, facts: Facts, register: Register[Entry], folder: str, stated: Iterable[Stated]
    ) -> None:
        if register.entries:
            for own in stated:
                if entry := register.unnumbered(own):
                    message = f"{own[0]} is not stated in {folder}/{entry.key}.yaml, which has the name."
                    advice = "If the same is meant, write it there; until then it is counted apart."
                    place = (self._paths[key], facts.line, 0)
                    self._problems.append(
                        Problem(*place, Severity.NOTICE, "unnumbered", message, advice, key, own[0])
                    )

    def _own_aliases(self, key: str, facts: Facts, owners: dict[str, str]) -> Iterable[str]:
        for alias in facts.aliases:
            owner = alias if alias in self._digests else owners.setdefault(alias, key)
            if owner == key and alias != key:
                yield alias
            elif alias != key:
                message = f"The alias {alias!r} belongs to the entry {owner!r}."
                self._warn(key, facts, "taken-alias", message, "Take it out of `ids`.")

    def _warn(self, key: str, facts: Facts, code: str, message: str, advice: str, named: str = "") -> None:
        stated = (place for name, *place in facts.places if name == named)
        line, column = next(stated, (facts.line, 0))
        self._problems.append(
            Problem(self._paths[key], line, column, Severity.WARNING, code, message, advice, key)
        )

    def _made(self, path: str) -> list[Made]:
        made: list[Made] = self._store.get("made", path)
        return made

    def _made_of(self, key: str) -> Made:
        """What was made of an entry; those of the file that was last asked for are at hand."""
        path = self._paths[key]
        if self._open[0] != path:
            self._open = path, {own.key: own for own in reversed(self._made(path)) if own.stored}
        return self._open[1][key]

    def _make(self, key: str) -> Record:
        own = self._made_of(key)
        record = replace(decode(own.stored), origin=Origin(self._paths[key], own.place.line))
        return replace(record, aliases=self._aliases[key]) if key in self._aliases else record

    def _stored(self, key: str) -> str:
        return encode(self._make(key)) if key in self._aliases else self._made_of(key).stored
