"""What files have to do with each other: what each offers, and which entries and strings of others it needs.

A file that needs nothing of others is resolved alone, and stays as it is while they change. One that does
borrows exactly that: the entries it refers to, those of its own keys (also in another case) elsewhere, and
the strings that all of these use, each with whatever it needs in turn.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from catalogue.resolve import Item, named_keys
from catalogue.sources.raw import Pieces, Place, RawEntry, RawString, StringReference
from catalogue.strings import MONTHS, Strings

_NAMING = frozenset({"crossref", "ids", "xdata"})


class Tie(NamedTuple):
    """A field in which an entry names keys: its own former ones (`ids`) or those it inherits from."""

    folded_key: str
    name: str
    value: str | Pieces
    place: Place


@dataclass(frozen=True, slots=True)
class Outline:
    """What others may want of a file, and what it may want of them.

    `folded` are its keys in one case, `wanted` the names of strings that it uses and does not define.
    """

    path: str
    folded: frozenset[str]
    strings: tuple[RawString, ...]
    wanted: frozenset[str]
    ties: tuple[Tie, ...]

    @property
    def is_likely_alone(self) -> bool:
        """Whether it needs nothing of other files, unless these share a key with it or define months."""
        return self.wanted <= MONTHS.keys() and not self.ties


def outline(path: str, items: Iterable[Item]) -> Outline:
    """The outline of what was read in a file."""
    entries = [item for item in items if isinstance(item, RawEntry)]
    strings = tuple(item for item in items if isinstance(item, RawString))
    defined = {own.name for own in strings}
    used = {name for value in _values([*entries, *strings]) for name in _names(value)}
    return Outline(
        path,
        frozenset(entry.key.casefold() for entry in entries if entry.key),
        strings,
        frozenset(used - defined),
        tuple(tie for entry in entries for tie in _ties(entry)),
    )


def _values(items: Iterable[RawEntry | RawString]) -> Iterator[Pieces]:
    """The BibTeX values in which names of strings may stand."""
    for item in items:
        if isinstance(item, RawString):
            yield item.value
        else:
            yield from (field.value for field in item.fields if isinstance(field.value, tuple))


def _names(value: Pieces) -> Iterator[str]:
    return (piece.name for piece in value if isinstance(piece, StringReference))


def _ties(entry: RawEntry) -> Iterator[Tie]:
    if entry.syntax != "bibtex":
        return
    for field in entry.fields:
        value = field.value
        if isinstance(value, (str, tuple)) and (field.name in _NAMING or "xdata" in str(value)):
            yield Tie(entry.key.casefold(), field.name, value, field.place)


class Borrowed(NamedTuple):
    """What a file needs of the files before it in the library, and of those after it."""

    before: tuple[Item, ...] = ()
    after: tuple[Item, ...] = ()

    @property
    def digest(self) -> str:
        """A digest of it; "" of nothing."""
        said = repr(self).encode(errors="surrogatepass")
        return hashlib.sha256(said).hexdigest() if any(self) else ""


class Neighbourhood:
    """All files of a library, in their order, and what each borrows from the others."""

    def __init__(self, outlines: Sequence[Outline], items: Callable[[str], Iterable[Item]]) -> None:
        """`items` gives what was read in a file; it is asked about files that lend something."""
        self._outlines = {own.path: own for own in outlines}
        self._order = {own.path: number for number, own in enumerate(outlines)}
        self._items = items
        self._definitions: dict[str, list[RawString]] = defaultdict(list)
        for definition in (each for own in outlines for each in own.strings):
            self._definitions[definition.name].append(definition)
        self._holder: dict[str, str] = {}
        for own in outlines:
            self._holder |= dict.fromkeys(own.folded, own.path)
        self._shared = self._holders_of_shared_keys(outlines)
        self._aliases: dict[str, list[str]] = defaultdict(list)
        self._named: dict[str, dict[str, list[str]]] = defaultdict(dict)
        self._read_ties(outlines)
        self._lent: dict[str, dict[str, list[RawEntry]]] = {}

    def _holders_of_shared_keys(self, outlines: Sequence[Outline]) -> dict[str, list[str]]:
        shared: dict[str, list[str]] = defaultdict(list)
        if sum(len(own.folded) for own in outlines) == len(self._holder):
            return shared
        for own in outlines:
            for key in own.folded:
                shared[key].append(own.path)
        return {key: paths for key, paths in shared.items() if len(paths) > 1}

    def _read_ties(self, outlines: Iterable[Outline]) -> None:
        strings = Strings(each for own in outlines for each in own.strings)
        for own in outlines:
            for tie in own.ties:
                text = strings.expand(tie.value, own.path, tie.place, tie.folded_key)
                if tie.name == "ids":
                    for alias in text.split(","):
                        self._aliases[alias.strip()].append(tie.folded_key)
                else:
                    names = self._named[own.path].setdefault(tie.folded_key, [])
                    names += named_keys(tie.name, text)

    def borrowed(self, path: str) -> Borrowed:
        """What the file needs of others."""
        entries = [entry for key in self._needed(path) for entry in self._entries(key) if entry.path != path]
        wanted = {name for value in _values(entries) for name in _names(value)}
        strings = self._strings(wanted | self._outlines[path].wanted)
        found: dict[str, list[Item]] = defaultdict(list)
        for definition in strings:
            if definition.path != path:
                found[definition.path].append(definition)
        for entry in entries:
            found[entry.path].append(entry)
        paths = sorted(found, key=self._order.__getitem__)
        before = [own for own in paths if self._order[own] < self._order[path]]
        return Borrowed(
            tuple(item for own in before for item in found[own]),
            tuple(item for own in paths[len(before) :] for item in found[own]),
        )

    def _needed(self, path: str) -> list[str]:
        """The keys in one case, of which the entries elsewhere bear upon those of the file."""
        own = self._outlines[path].folded
        todo = list(own & self._shared.keys())
        if path in self._named:
            todo += self._reached(name for names in self._named[path].values() for name in names)
        needed: dict[str, None] = {}
        while todo:
            key = todo.pop()
            if key not in needed:
                needed[key] = None
                named = (self._named.get(holder, {}).get(key, ()) for holder in self._holders(key))
                todo += self._reached(name for names in named for name in names)
        return sorted(needed)

    def _reached(self, names: Iterable[str]) -> list[str]:
        """The keys, in one case, that a name may mean."""
        return [key for name in names for key in (name.casefold(), *self._aliases.get(name, ()))]

    def _holders(self, key: str) -> Sequence[str]:
        if key in self._shared:
            return self._shared[key]
        return [self._holder[key]] if key in self._holder else []

    def _entries(self, key: str) -> Iterator[RawEntry]:
        for path in self._holders(key):
            if path not in self._lent:
                lent: dict[str, list[RawEntry]] = defaultdict(list)
                for item in self._items(path):
                    if isinstance(item, RawEntry):
                        lent[item.key.casefold()].append(item)
                self._lent[path] = lent
            yield from self._lent[path].get(key, ())

    def _strings(self, names: Iterable[str]) -> Iterator[RawString]:
        """All definitions of the names, and of the names that these use, in the order of the library."""
        todo, found = set(names), set[str]()
        while todo:
            found |= todo
            values = (each.value for name in todo for each in self._definitions.get(name, ()))
            todo = {name for value in values for name in _names(value)} - found
        known = sorted(name for name in found if name in self._definitions)
        return (definition for name in known for definition in self._definitions[name])
