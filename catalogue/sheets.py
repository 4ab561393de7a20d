"""One source file's way from text to records, as far as it can be told without the rest of the library.

Everything here is a function of the file and of what it borrows from others, in plain values that a
process can hand to another and a cache can keep.
"""

import hashlib
import logging
import pickle
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from catalogue.model import Problem, Record, Severity, summarise
from catalogue.model.codec import encode
from catalogue.outlines import Borrowed, Outline, outline
from catalogue.records import Facts, digest_of_record, facts_of
from catalogue.resolve import Item, resolve
from catalogue.scan import FileKind
from catalogue.schema import load
from catalogue.sources import bibtex, bibtex_record, csl_record, letters, yaml
from catalogue.sources.raw import Draft, Place, RawEntry

logger = logging.getLogger(__name__)

_TO_DATA: Mapping[str, Callable[[RawEntry], Draft]] = {
    "bibtex": bibtex_record.to_data,
    "csl": csl_record.to_data,
}


_NAMING = {"project": "projects", "projects": "projects", "file": "files", "files": "files"}
"""The fields that name what lies elsewhere under `data/`."""


class Made(NamedTuple):
    """What was made of an entry: `stored` is the JSON of its record ("" where it has none), `stated` a
    digest of all that the entry says, save on which line."""

    stated: bytes
    entry: str
    place: Place
    key: str
    stored: str
    digest: str
    facts: Facts
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Settled:
    """A file as the library needs it: the keys of its records, in order, with the digests of what each
    states, the facts of those that have any, and what is wrong, summed; `abroad` is said of other files."""

    keys: tuple[str, ...]
    digests: tuple[str, ...]
    facts: Mapping[str, Facts]
    problems: tuple[Problem, ...]
    abroad: tuple[Problem, ...]


class Sheet(NamedTuple):
    """A file that was read: the digest of its content, and its outline."""

    digest: str
    outline: Outline


def read(
    path: str, kind: FileKind, content: bytes, known: bytes | None = None
) -> tuple[Sheet, bytes, tuple[Settled, bytes] | None]:
    """Reads a file: its sheet, its items, pickled, and what `settle` gives where the file most likely needs
    nothing of others. `known` is what was made of an earlier version of it."""
    items = tuple((bibtex if kind is FileKind.BIBTEX else yaml).read(content, path))
    sheet = Sheet(hashlib.sha256(content).hexdigest(), outline(path, items))
    alone = _settle(path, items, known) if sheet.outline.is_likely_alone else None
    return sheet, _pickled(items), alone


def settle(path: str, items: bytes, borrowed: Borrowed, known: bytes | None = None) -> tuple[Settled, bytes]:
    """Makes the records of a file that was read, with what it borrows: the file as the library needs it, and
    the list of what was `Made` of each entry, pickled."""
    return _settle(path, (*borrowed.before, *pickle.loads(items), *borrowed.after), known)


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


def _settle(path: str, items: Iterable[Item], known: bytes | None) -> tuple[Settled, bytes]:
    resolved = resolve(items, path)
    earlier: dict[bytes, Made] = {own.stated: own for own in pickle.loads(known)} if known else {}
    made = [_made(raw, earlier) for raw in resolved.entries]
    problems = [*resolved.problems, *(problem for own in made for problem in own.problems)]
    records = [own for own in made if own.stored]
    settled = Settled(
        tuple(own.key for own in records),
        tuple(own.digest for own in records),
        {own.key: own.facts for own in records if any(own.facts[1:])},
        summarise(problem for problem in problems if problem.path == path),
        tuple(problem for problem in problems if problem.path != path),
    )
    return settled, _pickled(made)


def _made(raw: RawEntry, earlier: Mapping[bytes, Made]) -> Made:
    """What is made of an entry, or was of one that only stood on another line."""
    stated = _stated(raw)
    if known := earlier.get(stated):
        return _moved(known, raw.place)
    record, problems = make_record(raw)
    if record is None:
        return Made(stated, raw.key, raw.place, "", "", "", Facts(0, "", (), (), ()), problems)
    stored = encode(record)
    return Made(
        *(stated, raw.key, raw.place, record.key, stored, digest_of_record(stored)),
        *(facts_of(record)._replace(places=_places(raw)), problems),
    )


def _places(raw: RawEntry) -> tuple[tuple[str, int, int], ...]:
    named = ((_NAMING.get(own.name.lower(), ""), own.place) for own in raw.fields)
    return tuple((name, *place) for name, place in named if name)


def _moved(known: Made, place: Place) -> Made:
    down = place.line - known.place.line
    if not down:
        return known
    return known._replace(
        place=place,
        facts=known.facts._replace(
            line=place.line,
            places=tuple((name, line + down, column) for name, line, column in known.facts.places),
        ),
        problems=tuple(replace(problem, line=problem.line + down) for problem in known.problems),
    )


def _stated(raw: RawEntry) -> bytes:
    line = raw.place.line
    places = [(field.place.line - line, field.place.column) for field in raw.fields]
    values = [(field.name, field.value) for field in raw.fields]
    said = repr((raw.syntax, raw.type, raw.key, raw.path, raw.place.column, places, values))
    return hashlib.blake2b(said.encode(errors="surrogatepass"), digest_size=16).digest()


def _pickled(value: object) -> bytes:
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
