"""Our reader against pybtex, over real bibliographies: what the two read differently is explained here.

Compared are keys, types, strings, the raw value of every field after strings are put in (white space
folded), and the names of every list of names (LaTeX decoded, `others` left out).
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from pybtex import errors
from pybtex.bibtex.utils import split_name_list
from pybtex.database import Entry, InvalidNameString, Person
from pybtex.database.input.bibtex import Parser, month_names

from catalogue.sources.bibtex import read
from catalogue.sources.decoding import decode
from catalogue.sources.latex import to_plain
from catalogue.sources.names import parse_names
from catalogue.sources.raw import Pieces, RawEntry, RawString
from tests.corpora import CORPORA, needs_corpora

pytestmark = needs_corpora

NAME_FIELDS = ("author", "bookauthor", "editor", "translator")

Parts = tuple[str, str, str, str]
"""Given, prefix, family, suffix."""

REFUSED: Parts = ("?", "?", "?", "?")
"""A name with more than two commas, which pybtex does not read."""


class Difference(NamedTuple):
    """`ours` and `theirs` are values; of names, those that only one of us reads, `subject` being the list."""

    what: str
    file: str
    key: str
    subject: str
    ours: object
    theirs: object
    broken: bool = False
    """Whether pybtex reported a syntax error in the entry."""


class Explanation(NamedTuple):
    kind: str
    why: str
    holds: Callable[[Difference], object]


def in_names(found: Callable[[list[Parts], list[Parts]], object]) -> Callable[[Difference], object]:
    return lambda difference: difference.what == "names" and found(difference.ours, difference.theirs)


def words(name: Parts) -> list[str]:
    return sorted(re.findall(r"\w+", " ".join(name)))


def initials_behind(ours: Parts, theirs: Parts) -> bool:
    return (
        words(ours) == words(theirs)
        and bool(re.fullmatch(r"(\w\. ?)+", ours[0]))
        and ours[0].endswith(theirs[2])
    )


EXPLANATIONS = (
    Explanation(
        "comment in an entry",
        "biber allows a comment from % to the end of the line between fields; pybtex stops reading there",
        lambda d: d.what == "field" and d.broken and d.theirs is None and d.ours is not None,
    ),
    Explanation(
        "entry behind %",
        "an entry in a line that begins with % is commented out, as it is to biber; pybtex reads it",
        lambda d: d.what == "entry" and d.ours is None and d.key in {"rlang", "L27", "L28"},
    ),
    Explanation(
        "entry with a fault",
        "pybtex keeps the fields before the fault; to us the whole entry is an error",
        lambda d: d.what == "entry" and d.ours is None and d.broken,
    ),
    Explanation(
        "repeated key",
        "pybtex drops an entry whose key was there before, in whatever case; we keep both, to compare them",
        lambda d: d.what == "entry" and d.theirs is None and d.subject == "repeated",
    ),
    Explanation(
        "extended name",
        "biblatex's family=…, given=…, with options of the list and xdata in it, is unknown to pybtex",
        lambda d: (
            d.what == "names"
            and re.search(r"\b(family|given|xdata|\w+name|use\w+|uniquelist|\w+others)=", d.subject)
        ),
    ),
    Explanation(
        "names joined by commas",
        "`A, B. C., D, E.` has too many commas for pybtex; the initials tell that it is two names",
        in_names(
            lambda ours, theirs: (
                theirs == [REFUSED] and len(ours) > 1 and all(it[0].endswith(".") for it in ours)
            )
        ),
    ),
    Explanation(
        "initials without a comma",
        "where initials stand behind a family name, BibTeX takes the last of them for the family name",
        in_names(
            lambda ours, theirs: ours and len(ours) == len(theirs) and all(map(initials_behind, ours, theirs))
        ),
    ),
    Explanation(
        "comma at the end",
        "`May, Keith,` is a slip for `May, Keith`; pybtex puts Keith in the place of Jr",
        in_names(lambda ours, theirs: [(it[3], it[1], it[2], "") for it in theirs] == ours and ours),
    ),
    Explanation(
        "et al.",
        "`et al.` says `and others`; to pybtex it is a part of the name",
        in_names(
            lambda ours, theirs: [(it[0].replace(" et al.", ""), *it[1:]) for it in theirs] == ours and ours
        ),
    ),
    Explanation(
        "and without a name",
        "in a list that begins with `and`, pybtex takes the word for a particle",
        in_names(
            lambda ours, theirs: (
                [words(it) for it in theirs] == [sorted(["and", *words(it)]) for it in ours] and ours
            )
        ),
    ),
    Explanation(
        "comma alone",
        "`A and ,` holds one name; to pybtex the comma is one without parts",
        in_names(lambda ours, theirs: not ours and theirs == [("", "", "", "")]),
    ),
)


class PybtexParser(Parser):
    """Remembers which entries hold a syntax error, instead of reporting it."""

    def __init__(self, macros: dict[str, str]) -> None:
        super().__init__(macros=macros, person_fields=[])
        self.broken: set[str] = set()

    def handle_error(self, error: Exception) -> None:
        parser = getattr(error, "parser", None)
        self.broken.add(getattr(parser, "current_entry_key", None) or "")


class Comparison:
    """One file, read by both."""

    def __init__(self, path: Path) -> None:
        self.file = path.name
        content = path.read_bytes()
        self.strings = dict(shared_strings(path.parent))
        self.pybtex = PybtexParser(self.strings)
        with errors.capture():
            self.theirs = self.pybtex.parse_string(decode(content, path.name)[0]).entries
        self.ours = list(read(content, path.name))

    def differences(self) -> Iterator[Difference]:
        seen = set()
        for item in self.ours:
            if isinstance(item, RawString):
                yield from self.of_string(item)
            elif isinstance(item, RawEntry):
                other = self.theirs.get(item.key)
                if other is None or item.key.lower() in seen:
                    yield self.difference("entry", item.key, "repeated" if other else "", item.key, None)
                else:
                    yield from self.of_entry(item, other)
                seen.add(item.key.lower())
        for key in self.theirs:
            if key.lower() not in seen:
                yield self.difference("entry", key, "", None, key)

    def difference(self, what: str, key: str, subject: str, ours: object, theirs: object) -> Difference:
        return Difference(what, self.file, key, subject, ours, theirs, key in self.pybtex.broken)

    def of_string(self, item: RawString) -> Iterator[Difference]:
        self.strings[item.name] = put_in(item.value, self.strings)
        if fold(self.strings[item.name]) != fold(self.pybtex.macros[item.name]):
            yield self.difference("string", "", item.name, item.value, self.pybtex.macros[item.name])

    def of_entry(self, item: RawEntry, other: Entry) -> Iterator[Difference]:
        if item.type != other.type.lower():
            yield self.difference("type", item.key, "", item.type, other.type)
        ours = {field.name: fold(put_in(field.value, self.strings)) for field in item.fields}
        theirs = {name.lower(): value for name, value in other.fields.items()}
        for name in sorted(ours.keys() | theirs.keys()):
            if ours.get(name) != theirs.get(name):
                yield self.difference("field", item.key, name, ours.get(name), theirs.get(name))
        for name in sorted(ours.keys() & set(NAME_FIELDS)):
            our, their = list(our_names(ours[name])), list(their_names(ours[name]))
            if our != their:
                only_ours = [parts for parts in our if parts not in their]
                only_theirs = [parts for parts in their if parts not in our]
                yield self.difference("names", item.key, ours[name], only_ours, only_theirs)


def fold(value: str) -> str:
    return " ".join(value.split())


def put_in(pieces: Pieces, strings: dict[str, str]) -> str:
    return "".join(piece if isinstance(piece, str) else strings.get(piece.name, "") for piece in pieces)


@cache
def shared_strings(folder: Path) -> dict[str, str]:
    """Months, and the strings that the files of iridia share."""
    strings = dict(month_names)
    if folder.name == "iridia":
        for path in sorted(folder.glob("*.bib")):
            for item in read(path.read_bytes(), path.name):
                if isinstance(item, RawString):
                    strings.setdefault(item.name, put_in(item.value, strings))
    return strings


def our_names(value: str) -> Iterator[Parts]:
    for name in parse_names(value).names:
        yield name.given, name.prefix, name.literal or name.family, name.suffix


def their_names(value: str) -> Iterator[Parts]:
    for written in split_name_list(value):
        if written == "others":
            continue
        try:
            person = Person(written)
        except InvalidNameString:
            yield REFUSED
            continue
        given = person.first_names + person.middle_names
        yield (
            joined(given),
            joined(person.prelast_names),
            joined(person.last_names),
            joined(person.lineage_names),
        )


def joined(parts: list[str]) -> str:
    return to_plain(" ".join(parts))


@cache
def differences() -> tuple[Difference, ...]:
    files = [*sorted(CORPORA.glob("bib/**/*.bib")), CORPORA / "bench_1k.bib", CORPORA / "russian_digest.bib"]
    return tuple(difference for path in files for difference in Comparison(path).differences())


def test_every_difference_is_explained() -> None:
    unexplained = [found for found in differences() if not any(it.holds(found) for it in EXPLANATIONS)]
    assert unexplained == []


@pytest.mark.parametrize("explanation", EXPLANATIONS, ids=lambda explanation: explanation.kind)
def test_every_explanation_explains_something(explanation: Explanation) -> None:
    assert any(explanation.holds(difference) for difference in differences())
