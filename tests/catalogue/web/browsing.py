"""An invented catalogue of a few hundred publications in three languages, to browse."""

from dataclasses import replace
from functools import cache
from typing import Any

from catalogue.concepts import Concept, Concepts
from catalogue.documents import FIELDS, document
from catalogue.model import (
    Container,
    Contributor,
    Identifier,
    Issued,
    Keyword,
    Multilingual,
    Name,
    PartialDate,
    Person,
    Record,
    RecordType,
    Scheme,
    Text,
)
from catalogue.people import People
from catalogue.site import dump_site
from catalogue.venues import Venue, Venues
from index import SearchEngine, Snapshot, analyse
from index.analysis import AnalysedDocument
from tests.catalogue.web.library import SITE as SMALL_SITE

FAMILIES = (
    ("Ахметова", "kk"), ("Әбдіров", "kk"), ("Бекова", "kk"), ("Ғалымов", "kk"), ("Ермекова", "kk"),
    ("Ёлкина", "ru"), ("Жукова", "ru"), ("Қасымов", "kk"), ("Омарова", "kk"), ("Өтегенов", "kk"),
    ("Үсенова", "kk"), ("Щукин", "ru"), ("Ішпекова", "kk"), ("Яковлева", "ru"),
    ("Adams", "en"), ("Élan", "fr"), ("Lindqvist", "sv"), ("Özdemir", "tr"), ("Smith", "en"), ("Zhang", "en"),
)  # fmt: skip
GIVEN = ("Анна", "Ерлан", "Dana")
WORDS = ("migration", "gender", "labour", "school", "көші-қон", "миграция", "education", "law")
ISSN = "1234-5679"
ORCID = "0000-0002-1825-0097"

OMAROVA = Person(
    "omarova-anna",
    {"kk": ("Омарова, Анна",), "en": ("Omarova, Anna",)},
    variants=("Omarowa, A.",),
    orcid="0000-0001-5109-3700",
    scopus="57190000000",
    researcher_id="A-1234-2020",
    url="https://people.example.org/omarova",
    affiliation=Multilingual.of({"en": "Institute of Deltas", "kk": "Атыраулар институты"}),
    aliases=("a-omarova",),
)
HERALD = Venue(
    "steppe-herald",
    {"en": ("Steppe Herald",), "kk": ("Дала хабаршысы",)},
    variants=("St. Her.",),
    issns=(ISSN,),
    url="https://herald.example.org/",
    publisher=Multilingual.of({"en": "Steppe Press"}),
    aliases=("herald",),
)
MIGRATION = Concept("migration", {"en": ("migration",), "ru": ("миграция",), "kk": ("көші-қон",)})


def _record(number: int) -> Record:
    family, _ = FAMILIES[number % len(FAMILIES)]
    other = FAMILIES[(number * 7 + 3) % len(FAMILIES)][0]
    title = {"en": f"Study {number} of {WORDS[number % 8]}"}
    if number % 3 == 0:
        title |= {"kk": f"{number}-зерттеу", "ru": f"Исследование {number}"}
    return Record(
        key=f"study{number}",
        type=(RecordType.ARTICLE, RecordType.INPROCEEDINGS, RecordType.THESIS)[number % 3],
        title=Multilingual.of({tag: Text(text) for tag, text in title.items()}),
        contributors=(
            Contributor(
                Name(family, GIVEN[number % 2]),
                orcid=ORCID if (family, number % 2) == ("Lindqvist", 0) else "",
            ),
            Contributor(Name(other, GIVEN[number % 3])),
        ),
        container=Container(Multilingual.of({"en": ("Steppe Herald", "River Review")[number % 2]})),
        identifiers=(Identifier(Scheme.ISSN, ISSN),) if number % 6 == 0 else (),
        keywords=tuple(Keyword(Text(WORDS[(number * step) % 8]), "") for step in (1, 3)),
        issued=Issued(PartialDate(1995 + number % 30)) if number % 50 else None,
        languages=(("en", "ru", "kk")[number % 3],),
        added=PartialDate(2020, 1 + number % 12, 1 + number % 28),
    )


RECORDS = tuple(_record(number) for number in range(1, 401))
SITE = replace(
    SMALL_SITE,
    people=People((OMAROVA,)),
    venues=Venues((HERALD,)),
    concepts=Concepts((MIGRATION,)),
)


@cache
def _documents() -> tuple[AnalysedDocument, ...]:
    return tuple(analyse(document(record, SITE.authorities), FIELDS) for record in RECORDS)


def fill_shelves(engine: SearchEngine) -> None:
    """Commit a generation of these records and nothing else."""
    engine.update(_documents(), (), attachment=dump_site(SITE), clear=True)


class Watched:
    """A snapshot that keeps what it is asked."""

    def __init__(self, snapshot: Snapshot, asked: list[str]) -> None:
        self._snapshot = snapshot
        self._asked = asked

    def __getattr__(self, name: str) -> Any:
        if name in {"search", "values", "suggest", "scan", "get", "similar"}:
            self._asked.append(name)
        return getattr(self._snapshot, name)
