"""What crosses files: strings, `xdata`, `crossref`, and keys that stand twice.

Takes what the readers found in all files and gives entries that stand on their own: every value is text,
every inherited field is there. Order and folders of files carry no meaning; where one of two must be taken,
it is the first in the order of paths, so that every build decides alike.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from catalogue.inheritance import from_data_container, inherited, without
from catalogue.model import Problem, Severity
from catalogue.sources.raw import RawEntry, RawField, RawString
from catalogue.strings import Strings

Item = RawEntry | RawString | Problem

_GRANULAR = re.compile(r"\{?\s*xdata\s*=\s*(?P<key>[^{}=]+?)-(?P<field>[a-z]+)(?:-(?P<item>\d+))?\s*\}?")
_LIST_SEPARATOR = re.compile(r"\s+and\s+")
_DEEPEST = 50
_MOST_NAMED = 3
_CIRCLE = "reference-cycle"


@dataclass(frozen=True, slots=True)
class Resolved:
    """Entries that stand on their own, and what went wrong; `disputed` keys have entries that differ."""

    entries: tuple[RawEntry, ...]
    problems: tuple[Problem, ...]


def resolve(items: Iterable[Item], path: str | None = None) -> Resolved:
    """Resolves a library. Entries of type `xdata` are used up.

    With a `path`, the items are those of that file and, at their places in the order of the library, those
    of others that bear upon them; only what comes of the file's own is given.
    """
    items = tuple(items)
    problems = [item for item in items if isinstance(item, Problem)]
    definitions = [item for item in items if isinstance(item, RawString)]
    own, others = Strings(definitions), Strings(definitions)
    entries = [
        _expanded(item, own if path in (None, item.path) else others)
        for item in items
        if isinstance(item, RawEntry)
    ]
    unique, duplicates = _without_duplicates(entries)
    resolver = _Resolver(unique)
    resolved = [resolver.complete(entry) for entry in unique.values()]
    # What closes a circle depends on where one enters it: each file tells of what it meets.
    crossing = (
        problem
        for problem in (*duplicates, *resolver.problems)
        if path in (None, problem.path) or problem.code == _CIRCLE
    )
    return Resolved(
        tuple(entry for entry in resolved if entry.type != "xdata" and path in (None, entry.path)),
        (*problems, *own.problems, *crossing),
    )


def named_keys(name: str, text: str) -> Iterator[str]:
    """The keys of entries that a field names to inherit from them: `crossref`, `xdata`, or another in which
    `xdata=key-field` stands for a part of an entry."""
    if name == "crossref":
        yield text.strip()
    elif name == "xdata":
        yield from (key.strip() for key in text.split(","))
    else:
        items = (_GRANULAR.fullmatch(item.strip()) for item in _LIST_SEPARATOR.split(text))
        yield from (match["key"] for match in items if match)


def _expanded(entry: RawEntry, strings: Strings) -> RawEntry:
    if entry.syntax != "bibtex":
        return entry
    fields = []
    for field in entry.fields:
        # A BibTeX value is text or pieces; only YAML has lists and maps.
        value = field.value if isinstance(field.value, (str, tuple)) else ()
        fields.append(
            RawField(field.name, strings.expand(value, entry.path, field.place, entry.key), field.place)
        )
    return replace(entry, fields=tuple(fields))


def _without_duplicates(entries: Iterable[RawEntry]) -> tuple[dict[str, RawEntry], list[Problem]]:
    """Keys that stand once, or in equal copies; of entries that differ none is kept."""
    groups: dict[str, list[RawEntry]] = defaultdict(list)
    for entry in entries:
        groups[entry.key].append(entry)
    problems: list[Problem] = []
    unique: dict[str, RawEntry] = {}
    for key, group in groups.items():
        # Entries without a key are no copies of each other: validation names each of them.
        if not key:
            problems += (_no_key(entry) for entry in group)
        elif len(group) == 1 or all(_states_the_same(group[0], other) for other in group[1:]):
            unique[key] = group[0]
            problems += (_copy(group[0], other) for other in group[1:])
        else:
            problems += (_dispute(entry, group) for entry in group)
    problems += _differing_in_case(unique.values())
    return unique, problems


def _states_the_same(one: RawEntry, other: RawEntry) -> bool:
    return one.type == other.type and {f.name: f.value for f in one.fields} == {
        f.name: f.value for f in other.fields
    }


def _no_key(entry: RawEntry) -> Problem:
    return entry.problem(
        Severity.ERROR, "no-key", "The entry has no key.", "Give it one: letters, digits, - and : are safe."
    )


def _copy(first: RawEntry, other: RawEntry) -> Problem:
    return other.problem(
        Severity.WARNING,
        "duplicate",
        f"An equal copy of this entry stands at {first.path}:{first.place.line}.",
        "Delete one of the two.",
    )


def _dispute(entry: RawEntry, group: list[RawEntry]) -> Problem:
    # A file may give one key to all of its entries: what is said of each must not grow with their number.
    near = [other for other in group[: _MOST_NAMED + 1] if other is not entry][:_MOST_NAMED]
    others = ", ".join(f"{other.path}:{other.place.line}" for other in near)
    if len(group) > len(near) + 1:
        others += f" and at {len(group) - len(near) - 1} more"
    return entry.problem(
        Severity.ERROR,
        "disputed-key",
        f"The key {entry.key!r} stands for another entry at {others}.",
        "Merge the two, or give one of them a key of its own.",
    )


def _differing_in_case(entries: Iterable[RawEntry]) -> Iterable[Problem]:
    groups: dict[str, list[RawEntry]] = defaultdict(list)
    for entry in entries:
        groups[entry.key.casefold()].append(entry)
    for first, *others in groups.values():
        for other in others:
            yield other.problem(
                Severity.WARNING,
                "case-of-key",
                f"The key {other.key!r} differs from {first.key!r} ({first.path}:{first.place.line}) "
                "only in case, which BibTeX takes for the same.",
                "Rename one of the two, and keep its old key in `ids`.",
            )


class _Resolver:
    """Completes entries from those they refer to. Each is completed once."""

    def __init__(self, entries: dict[str, RawEntry]) -> None:
        self.problems: list[Problem] = []
        self._entries = entries
        self._folded = {key.casefold(): key for key in reversed(entries)}
        self._aliases = {
            alias.strip(): entry.key
            for entry in entries.values()
            for field in entry.fields
            if field.name == "ids" and isinstance(field.value, str)
            for alias in field.value.split(",")
        }
        self._done: dict[str, RawEntry] = {}

    def complete(self, entry: RawEntry, chain: tuple[str, ...] = ()) -> RawEntry:
        """The entry with all that it inherits; `chain` are the keys of those that wait for it."""
        if entry.syntax != "bibtex":
            return entry
        if entry.key not in self._done:
            chain = (*chain, entry.key)
            self._done[entry.key] = self._with_crossref(self._with_data_containers(entry, chain), chain)
        return self._done[entry.key]

    def _with_data_containers(self, entry: RawEntry, chain: tuple[str, ...]) -> RawEntry:
        entry = self._with_granular_references(entry, chain)
        reference = _reference(entry, "xdata")
        if not reference:
            return entry
        completed = replace(entry, fields=without(entry.fields, "xdata"))
        for key in str(reference.value).split(","):
            container = self._referred(entry, reference, key.strip(), chain)
            if container:
                completed = replace(
                    completed,
                    fields=completed.fields + from_data_container(completed, container, reference.place),
                )
        return completed

    def _with_granular_references(self, entry: RawEntry, chain: tuple[str, ...]) -> RawEntry:
        """Replaces `xdata=key-field-2` inside a value by that item of that field."""
        if not any(isinstance(field.value, str) and "xdata" in field.value for field in entry.fields):
            return entry
        fields = (
            replace(field, value=self._granular(entry, field, chain))
            if isinstance(field.value, str) and "xdata" in field.value and field.name != "xdata"
            else field
            for field in entry.fields
        )
        return replace(entry, fields=tuple(fields))

    def _granular(self, entry: RawEntry, field: RawField, chain: tuple[str, ...]) -> str:
        items = []
        for item in _LIST_SEPARATOR.split(str(field.value)):
            match = _GRANULAR.fullmatch(item.strip())
            if not match:
                items.append(item)
                continue
            container = self._referred(entry, field, match["key"], chain)
            source = _reference(container, match["field"]) if container else None
            if source:
                values = _LIST_SEPARATOR.split(str(source.value))
                number = int(match["item"] or 0)
                items.append(values[number - 1] if 0 < number <= len(values) else str(source.value))
        return " and ".join(items)

    def _with_crossref(self, entry: RawEntry, chain: tuple[str, ...]) -> RawEntry:
        reference = _reference(entry, "crossref")
        parent = self._referred(entry, reference, str(reference.value).strip(), chain) if reference else None
        if not reference or not parent:
            return entry
        return replace(entry, fields=entry.fields + inherited(entry, parent, reference.place))

    def _referred(
        self, entry: RawEntry, reference: RawField, key: str, chain: tuple[str, ...]
    ) -> RawEntry | None:
        """The completed entry that `key` names; None, and a Problem, where there is none or a cycle."""
        known = key if key in self._entries else self._aliases.get(key) or self._folded.get(key.casefold())
        if known is None or known not in self._entries:
            message, advice = (
                f"There is no entry {key!r} to inherit from.",
                "Mend the key, or add that entry.",
            )
            code = "missing-parent"
        elif known in chain or len(chain) > _DEEPEST:
            message = f"`{reference.name}` goes round in a circle: {' → '.join((*chain, known))}."
            code, advice = _CIRCLE, "Take the reference out of one of these entries."
        else:
            return self.complete(self._entries[known], chain)
        self.problems.append(
            entry.problem(Severity.WARNING, code, message, advice, at=reference.place, subject=reference.name)
        )
        return None


def _reference(entry: RawEntry, name: str) -> RawField | None:
    return next((field for field in entry.fields if field.name == name), None)
