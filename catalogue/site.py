"""What a generation of the catalogue holds beside its records: projects, concepts, news, pages, problems,
addresses.

A build makes one `Site` and commits it together with the records, as JSON; a web worker loads it whole.
`load_site` trusts its input, because only `dump_site` writes it, of this version or of another.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cached_property
from typing import Any

from catalogue.concepts import NO_CONCEPTS, Concept, Concepts
from catalogue.model import (
    NO_TEXT,
    Grant,
    Mark,
    MarkKind,
    Multilingual,
    PartialDate,
    Person,
    Problem,
    Severity,
    Text,
    primary_language,
)
from catalogue.people import NO_PEOPLE, People
from catalogue.venues import NO_VENUES, Venue, Venues
from index import CorruptIndex

EUROPEAN_UNION = "eu"
"""The emblem that comes along."""
IMAGE_TYPES = {
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".gif": "image/gif",
}
"""What the images may be that emblems and texts name, by the end of their names."""
PROJECT_TEXTS = (
    *("title", "action", "funder", "agency", "institution"),
    *("description", "funding_statement", "disclaimer"),
)
"""What a project says in several languages."""
PROJECT_LISTS = ("aims", "outputs")
"""Of what it says several such things."""


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of a project's group, as its file names them; `person` is the key of the person's own file."""

    name: str
    role: Multilingual = NO_TEXT
    affiliation: Multilingual = NO_TEXT
    person: str = ""


@dataclass(frozen=True, slots=True)
class Project:
    """A funded project. What its file does not state is empty."""

    key: str
    title: Multilingual
    acronym: str = ""
    number: str = ""
    call: str = ""
    programme: str = ""
    action: Multilingual = NO_TEXT
    funder: Multilingual = NO_TEXT
    agency: Multilingual = NO_TEXT
    institution: Multilingual = NO_TEXT
    start: PartialDate | None = None
    end: PartialDate | None = None
    members: tuple[Member, ...] = ()
    description: Multilingual = NO_TEXT
    aims: tuple[Multilingual, ...] = ()
    outputs: tuple[Multilingual, ...] = ()
    funding_statement: Multilingual = NO_TEXT
    disclaimer: Multilingual = NO_TEXT
    emblem: str = ""
    """`eu` for the emblem of the European Union, the path of an image below `files/`, or empty."""
    predecessor: str = ""
    url: str = ""

    @property
    def own_emblem(self) -> str:
        """The path below `files/` of an image that the project brings along; empty for none."""
        return self.emblem if self.emblem.lower().endswith(tuple(IMAGE_TYPES)) else ""


@dataclass(frozen=True)
class Authorities:
    """What files under the data folder say of what records name."""

    projects: Mapping[str, Project] = field(default_factory=dict)
    concepts: Concepts = NO_CONCEPTS
    people: People = NO_PEOPLE
    venues: Venues = NO_VENUES


NO_AUTHORITIES = Authorities()


@dataclass(frozen=True, slots=True)
class Article:
    """A piece of news or a page in one language; `html` has been sanitised and is safe to show."""

    name: str
    title: str
    html: str
    language: str
    date: PartialDate | None = None
    project: str = ""
    summary: str = ""
    menu: str = ""
    """What the navigation of all pages calls it, if it is to stand there."""
    images: tuple[str, ...] = ()
    """The paths below `files/` of the images in it."""


@dataclass(frozen=True, slots=True)
class LocalisedArticle:
    """An article in the languages it is written in, at least one."""

    name: str
    versions: Mapping[str, Article]

    def best(self, locales: Iterable[str]) -> Article:
        """The version that the first possible of `locales` reads, else the first there is."""
        by_language: dict[str, Article] = {}
        for tag, article in self.versions.items():
            by_language.setdefault(primary_language(tag), article)
        for locale in locales:
            found = self.versions.get(locale) or by_language.get(primary_language(locale))
            if found:
                return found
        return next(iter(self.versions.values()))


@dataclass(frozen=True)
class Site:
    """A generation without its records.

    `news` is newest first. `aliases` lead from old keys to keys, `removed` from keys to the reason.
    `stale` names the records shown in their last good version, and why. `built_at` is ISO 8601. `files`
    are the paths under `data/files/` that exist and are safe to serve. `source_digest` is equal for two
    builds that had the same to read and the same code; `revision` names the data alone, in twelve
    hexadecimal digits.
    """

    projects: Mapping[str, Project] = field(default_factory=dict)
    concepts: Concepts = field(default_factory=Concepts)
    people: People = field(default_factory=People)
    venues: Venues = field(default_factory=Venues)
    news: tuple[LocalisedArticle, ...] = ()
    pages: Mapping[str, LocalisedArticle] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=dict)
    removed: Mapping[str, str] = field(default_factory=dict)
    stale: Mapping[str, str] = field(default_factory=dict)
    built_at: str = ""
    files: frozenset[str] = frozenset()
    source_digest: str = ""
    revision: str = ""

    @cached_property
    def images(self) -> frozenset[str]:
        """The paths of the files that are images in a text or the emblem of a project."""
        articles = (*self.news, *self.pages.values())
        named = {path for each in articles for own in each.versions.values() for path in own.images}
        return self.files & (named | {project.own_emblem for project in self.projects.values()})

    @property
    def authorities(self) -> Authorities:
        """What records take from files that are not theirs."""
        return Authorities(self.projects, self.concepts, self.people, self.venues)


def grants(site: Site) -> dict[str, Grant]:
    """What pays for each project, by its key."""
    return {
        key: Grant(own.title, own.acronym, own.number, _english(own.funder), own.programme, own.url)
        for key, own in site.projects.items()
    }


def _english(texts: Multilingual) -> str:
    """A name as machines know it: in English where it is stated so."""
    found = texts.best(("en",))
    return found[1].plain if found else ""


def dump_site(site: Site) -> bytes:
    """The JSON of a site, in UTF-8; equal sites give equal bytes."""
    text = json.dumps(site, default=_to_plain, ensure_ascii=False, separators=(",", ":"))
    return text.encode()


def load_site(attachment: bytes) -> Site:
    """The site of what `dump_site` wrote; of nothing, an empty one. Raises CorruptIndex."""
    if not attachment:
        return Site()
    try:
        return _site(json.loads(attachment))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise CorruptIndex(
            "What stands beside the records is of another version of the catalogue."
        ) from error


def _site(plain: dict[str, Any]) -> Site:
    return Site(
        **plain
        | {
            "projects": {key: _project(each) for key, each in plain["projects"].items()},
            "concepts": Concepts(tuple(map(_concept, plain["concepts"]["entries"]))),
            "people": People(tuple(map(_person, plain["people"]["entries"]))),
            "venues": Venues(tuple(map(_venue, plain["venues"]["entries"]))),
            "news": tuple(_article(each) for each in plain["news"]),
            "pages": {name: _article(each) for name, each in plain["pages"].items()},
            "problems": tuple(
                Problem(**each | {"severity": Severity(each["severity"])}) for each in plain["problems"]
            ),
            "files": frozenset(plain["files"]),
        }
    )


def _to_plain(value: Any) -> Any:
    if isinstance(value, PartialDate):
        return str(value)
    if isinstance(value, Multilingual):
        return dict(value.entries)
    if isinstance(value, Text):
        marks = [[mark.kind, mark.start, mark.end] for mark in value.marks]
        return {"plain": value.plain, "marks": marks} if marks else value.plain
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, Mapping):
        return dict(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {own.name: getattr(value, own.name) for own in fields(value)}
    raise TypeError(f"{value!r} is no part of a site")


def _project(plain: dict[str, Any]) -> Project:
    texts = {name: _multilingual(plain[name]) for name in PROJECT_TEXTS}
    lists = {name: tuple(map(_multilingual, plain[name])) for name in PROJECT_LISTS}
    members = {"members": tuple(map(_member, plain["members"]))}
    dates = {name: _date(plain[name]) for name in ("start", "end")}
    return Project(**plain | texts | lists | members | dates)


def _member(plain: dict[str, Any]) -> Member:
    return Member(**plain | {name: _multilingual(plain[name]) for name in ("role", "affiliation")})


def _concept(plain: dict[str, Any]) -> Concept:
    return Concept(plain["key"], _by_language(plain["labels"]))


def _person(plain: dict[str, Any]) -> Person:
    lists = {name: tuple(plain[name]) for name in ("variants", "aliases")}
    names, affiliation = _by_language(plain["names"]), _multilingual(plain["affiliation"])
    return Person(**plain | lists | {"names": names, "affiliation": affiliation})


def _venue(plain: dict[str, Any]) -> Venue:
    lists = {name: tuple(plain[name]) for name in ("variants", "issns", "aliases")}
    names, publisher = _by_language(plain["names"]), _multilingual(plain["publisher"])
    return Venue(**plain | lists | {"names": names, "publisher": publisher})


def _by_language(plain: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {tag: tuple(names) for tag, names in plain.items()}


def _article(plain: dict[str, Any]) -> LocalisedArticle:
    versions = {
        tag: Article(**each | {"date": _date(each["date"]), "images": tuple(each["images"])})
        for tag, each in plain["versions"].items()
    }
    return LocalisedArticle(plain["name"], versions)


def _date(plain: str | None) -> PartialDate | None:
    return PartialDate.parse(plain) if plain else None


def _multilingual(plain: dict[str, Any]) -> Multilingual:
    return Multilingual(tuple((tag, _text(each)) for tag, each in plain.items()))


def _text(plain: str | dict[str, Any]) -> Text:
    if isinstance(plain, str):
        return Text(plain)
    return Text(plain["plain"], tuple(Mark(MarkKind(kind), *span) for kind, *span in plain["marks"]))
