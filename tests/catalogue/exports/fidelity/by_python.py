"""Packages of Python as readers: pybtex of BibTeX, rispy of RIS."""

from collections.abc import Iterable, Mapping
from itertools import islice
from pathlib import Path

import rispy
from pybtex.database import Person as PybtexPerson
from pybtex.database import parse_string

from tests.catalogue.exports.fidelity.by_pandoc import unlatexed
from tests.catalogue.exports.fidelity.facts import Facts, Person


def pybtex(source: str, folder: Path) -> list[Facts]:
    """Parts of names and fields as pybtex takes them apart; it leaves LaTeX to others, here to pandoc."""
    entries = list(parse_string(source, "bibtex").entries.values())
    people = [[_parts(person) for person in entry.persons.get("author", [])] for entry in entries]
    titles = [_title(entry.fields) for entry in entries]
    parts = [part for persons in people for person in persons for part in person]
    words = iter(unlatexed([*titles, *parts]))
    plain = list(islice(words, len(titles)))
    return [
        Facts.of(title, [Person(*islice(words, 4)) for _ in persons], _year(entry.fields))
        for title, persons, entry in zip(plain, people, entries, strict=True)
    ]


def _title(fields: Mapping[str, str]) -> str:
    return ": ".join(fields[name] for name in ("title", "subtitle") if name in fields)


def _year(fields: Mapping[str, str]) -> str:
    date = fields.get("year") or fields.get("date") or ""
    return date.lstrip("/")  # A range without a start has a year, too.


def _parts(person: PybtexPerson) -> Person:
    given = [*person.first_names, *person.middle_names]
    kinds: Iterable[list[str]] = (given, person.prelast_names, person.last_names, person.lineage_names)
    return Person(*(" ".join(words) for words in kinds))


def ris(source: str, folder: Path) -> list[Facts]:
    """rispy keeps names as they are written."""
    return [
        Facts.of(item.get("title", ""), map(Person.of_inverted, item.get("authors", [])), item.get("year"))
        for item in rispy.loads(source)
    ]
