"""What a source file holds, before anyone knows what it means.

A reader turns a file into a stream of `RawEntry`, `RawString` and `Problem`. `catalogue.resolve` then
fills in what crosses files, and a mapping (`bibtex_record`, `csl_record`) turns each entry into a
`Draft`: plain data under the names of `Record`, with the place in the file that each item came from.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from catalogue.model import Origin, Problem, Severity


@dataclass(frozen=True, slots=True)
class StringReference:
    """A name of a BibTeX `@string`, standing in for its text."""

    name: str


Pieces = tuple["str | StringReference", ...]
"""A BibTeX value: literals and references joined by `#`."""

Plain = str | list["Plain"] | dict[str, "Plain"] | None
"""A YAML value; scalars stay text as written."""


class Place(NamedTuple):
    """A line and a column of a file, from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class RawField:
    """A field as written: `value` is `Pieces` until strings are resolved, then text (BibTeX, `delimiter`
    braces and quotes taken off, LaTeX as written); or `Plain` data (YAML)."""

    name: str
    value: "str | Pieces | list[Plain] | dict[str, Plain]"
    place: Place


@dataclass(frozen=True, slots=True)
class RawEntry:
    """An entry as written: `syntax` is `bibtex` or `csl`; type and field names are in lower case in
    BibTeX and as written in CSL. `path` is relative to the data folder, in POSIX form."""

    syntax: str
    type: str
    key: str
    fields: tuple[RawField, ...]
    path: str
    place: Place

    def problem(
        self,
        severity: Severity,
        code: str,
        message: str,
        advice: str = "",
        *,
        at: Place | None = None,
        subject: str = "",
    ) -> Problem:
        """A problem of this entry, at one of its fields or at its head."""
        line, column = at or self.place
        return Problem(self.path, line, column, severity, code, message, advice, self.key, subject)

    @property
    def origin(self) -> Origin:
        """Where the entry stands."""
        return Origin(self.path, self.place.line)


@dataclass(frozen=True, slots=True)
class RawString:
    """A BibTeX `@string` definition; `name` in lower case."""

    name: str
    value: Pieces
    path: str
    place: Place


@dataclass(frozen=True, slots=True)
class Draft:
    """Data under the names of `Record`, not yet validated (the shape is that of `catalogue.schema`).

    `places` gives, by dotted path ("issued", "identifiers.0"), the field it came from.
    """

    data: Mapping[str, object]
    places: Mapping[str, tuple[str, Place]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
