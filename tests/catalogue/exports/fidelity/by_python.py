"""Packages of Python as readers: pybtex of BibTeX, rispy of RIS, extruct of JSON-LD, PyYAML of YAML, the
standard library of JSON and CSV.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping
from itertools import islice
from pathlib import Path

import rispy
import yaml
from extruct.jsonld import JsonLdExtractor
from pybtex.database import Person as PybtexPerson
from pybtex.database import parse_string

from tests.catalogue.exports.fidelity.by_lxml import DATACITE_CODES
from tests.catalogue.exports.fidelity.by_pandoc import unlatexed
from tests.catalogue.exports.fidelity.facts import Facts, Passage, Person


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


def datacite(source: str, folder: Path) -> list[Facts]:
    """DataCite's JSON by the names of its properties."""
    return [_datacite(item) for item in json.loads(source)]


def _datacite(item: dict[str, list[dict[str, str]]]) -> Facts:
    by_type = {title.get("titleType", ""): title["title"] for title in reversed(item["titles"])}
    titles = [by_type[kind] for kind in ("", "Subtitle") if kind in by_type]
    people = [_creator(own) for own in item["creators"] if own["name"] not in DATACITE_CODES]
    issued = [own["date"].lstrip("/") for own in item.get("dates", []) if own["dateType"] == "Issued"]
    return Facts.of(": ".join(titles), people, issued[0] if issued else item["publicationYear"])


def _creator(stated: dict[str, str]) -> Person:
    given, family = stated.get("givenName", ""), stated.get("familyName", "")
    return Person(given, "", family) if given or family else Person(family=stated["name"])


def table(source: str, folder: Path) -> list[Facts]:
    """CSV; semicolons part the names of a cell, and an apostrophe keeps a value from being a formula."""
    return [
        Facts.of(
            _cell(row["title"]), map(Person.of_inverted, map(_cell, row["authors"].split("; "))), row["year"]
        )
        for row in csv.DictReader(io.StringIO(source.removeprefix("\ufeff")))
    ]


def _cell(value: str) -> str:
    return re.sub("^'(?=[-=+@])", "", value)


def json_ld(source: str, folder: Path) -> list[Facts]:
    """JSON-LD as a page carries it, by the properties of schema.org."""
    page = f'<script type="application/ld+json">{source}</script>'
    graph = JsonLdExtractor().extract(page)[0]["@graph"]
    return [
        Facts.of(
            item["name"],
            [Person(family=author["name"]) for author in item.get("author", [])],
            item.get("datePublished") or item.get("startDate"),
        )
        for item in graph
    ]


def hayagriva(source: str, folder: Path) -> list[Facts]:
    """Hayagriva's YAML, by the fields of its file format; every value is a string there."""
    return [_hayagriva(entry) for entry in yaml.load(source, yaml.CBaseLoader).values()]


def _hayagriva(entry: dict[str, object]) -> Facts:
    title = entry["title"]
    written = title["value"] if isinstance(title, dict) else title
    plain = re.sub(r"\\(.)|[{}]", r"\1", written)  # Braces protect capitals, a backslash a sign.
    people = [
        Person(own.get("given-name", ""), own.get("prefix", ""), own["name"], own.get("suffix", ""))
        for own in entry.get("author", [])
    ]
    return Facts.of(plain, people, entry.get("date", "").lstrip("~"))


def plain_text(source: str, folder: Path) -> list[Passage]:
    """Plain text, as eyes see it: two empty lines part the records."""
    return [Passage.of(own) for own in source.rstrip("\n").split("\n\n\n")]
