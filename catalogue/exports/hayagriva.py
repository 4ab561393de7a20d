"""Hayagriva's YAML, in which Typst reads a bibliography; a map of keys to entries.

| field | what it holds |
|---|---|
| `type`, `genre` | the type (`hayagriva_terms`), the kind of a thesis or a report |
| `title` | the title, after a colon the subtitle; protected capitals in braces |
| `author`, `editor` | people in parts, organisations as a name; editors of the container are its own |
| `affiliated` | other roles that Hayagriva has |
| `date` | the first day, month or year known; `~` before it for circa |
| `parent` | the container, with its people and ISSN; in it the series, with the number in it |
| | without a container, the series and the event |
| `volume`, `issue`, `publisher` | of the container, if there is one; the publisher, else the institution |
| `organization` | the institution, where there is a publisher too |
| `edition`, `page-range`, `page-total` | as stated |
| `serial-number` | `doi`, `isbn`, `issn`, `arxiv`, `pmid`, `pmcid`, `version` |
| | as `serial` the number of a report, a patent, a standard or an article |
| `url` | the first link that Typst takes, with the day it was seen |
| `language`, `abstract`, `note` | the main language; texts |

Lost are: texts in further languages, marks other than protected capitals (mathematics stays as TeX, which
Typst would not understand), paragraphs of an abstract, further forms of names, "and others", ORCID iDs and
affiliations; ends of ranges, seasons and dates in words; identifiers without a name here, second identifiers
of a kind, links after the first, keywords, files, projects, classification, licence, access, and whatever
else the record states.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from catalogue.exports import tagged
from catalogue.exports.csl_yaml import dump
from catalogue.exports.hayagriva_terms import ROLES, TYPES
from catalogue.exports.registry import Format, Options, register
from catalogue.exports.texts import joined, render
from catalogue.model import Contributor, Mark, MarkKind, Multilingual, Name, Record, Role, Scheme, Text

Entry = dict[str, object]

_COUNT = re.compile(r"[0-9]{1,9}")
_SPECIAL = re.compile(r"[\\{}$]")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?")
_ADDRESS = re.compile(r"(?:https?|ftp)://(?=[^/?#:]*[^\W\d])[\w-]+(?:\.[\w-]+)*(?::\d{1,4})?(?:[/?#].*)?")
"""An address that Typst takes; another one would cost the whole bibliography."""
_SERIAL_NUMBERS = {
    Scheme.DOI: "doi",
    Scheme.ISBN: "isbn",
    Scheme.ISSN: "issn",
    Scheme.ARXIV: "arxiv",
    Scheme.PMID: "pmid",
    Scheme.PMCID: "pmcid",
}


def write(records: Iterable[Record], options: Options) -> Iterator[str]:
    """A map, one entry a record."""
    written = False
    for record in records:
        yield dump({record.key: entry(record, options.locales(record))})
        written = True
    if not written:
        yield "{}\n"


def entry(record: Record, locales: tuple[str, ...]) -> Entry:
    """The entry of a record, with texts in the first of `locales` that they are known in."""
    own_type, parent_type = TYPES[record.type]
    # What appeared in a container shares its numbers and its publisher.
    shared = {**_numbers(record), **_issuer(record, locales)}
    container = _container(record, locales, parent_type)
    series = _series(record, locales, parent_type if container else own_type)
    parents = _nested(container, shared, series) if container else [*series, *_event(record, locales)]
    return _stated(
        {
            "type": own_type,
            "title": _title(record.title, record.subtitle, locales),
            "author": _people(record.by_role(Role.AUTHOR)),
            "editor": [] if container else _people(record.by_role(Role.EDITOR)),
            "affiliated": _affiliated(record),
            "date": _date(record),
            "genre": _escaped(tagged.genre(record)),
            **({} if container else shared),
            "edition": record.edition,
            "page-range": record.pages if "-" in record.pages else record.pages.replace("–", "-"),
            "page-total": record.page_total if _COUNT.fullmatch(record.page_total) else "",
            "serial-number": _serial_numbers(record, without_issn=bool(container)),
            "url": _url(record),
            "language": record.language if _LANGUAGE.fullmatch(record.language) else "",
            "abstract": _best(record.abstract, locales),
            "note": _best(record.note, locales),
            "parent": parents,
        }
    )


def _stated(fields: Mapping[str, object]) -> Entry:
    """The fields that have a value; every string on one line."""
    folded = {
        name: " ".join(value.split()) if isinstance(value, str) else value for name, value in fields.items()
    }
    return {name: value for name, value in folded.items() if value}


def _container(record: Record, locales: tuple[str, ...], parent_type: str) -> Entry:
    if not record.container:
        return {}
    title = _title(record.container.title, record.container.subtitle, locales)
    short = _best(record.container.short_title, locales)
    return {
        "type": parent_type,
        "title": _stated({"value": title, "short": short}) if short else title,
        "author": _people(record.by_role(Role.CONTAINER_AUTHOR)),
        "editor": _people(record.by_role(Role.EDITOR)),
        "serial-number": _stated({"issn": record.identifier(Scheme.ISSN) or ""}),
    }


def _nested(container: Entry, shared: Entry, series: list[Entry]) -> list[Entry]:
    return [_stated({**container, **shared, "parent": series})]


def _series(record: Record, locales: tuple[str, ...], of: str) -> list[Entry]:
    title = _best(record.series, locales)
    number = "" if record.type.is_serial or tagged.is_numbered(record) else record.number
    return [_stated({"type": of, "title": title, "volume": number})] if title else []


def _event(record: Record, locales: tuple[str, ...]) -> list[Entry]:
    if not record.event:
        return []
    date = tagged.date(record.event.date)
    stated = {
        "title": _best(record.event.title, locales),
        "location": _best(record.event.place, locales),
        "date": str(date or ""),
    }
    return [{"type": "conference", **_stated(stated)}] if any(stated.values()) else []


def _numbers(record: Record) -> Entry:
    issue = record.issue or (record.number if record.type.is_serial else "")
    return {"volume": record.volume, "issue": issue}


def _issuer(record: Record, locales: tuple[str, ...]) -> Entry:
    publisher, institution = _best(record.publisher, locales), _best(record.institution, locales)
    return {
        "publisher": _stated({"name": publisher or institution, "location": _best(record.place, locales)}),
        "organization": institution if publisher else "",
    }


def _serial_numbers(record: Record, *, without_issn: bool) -> Entry:
    numbers = {name: record.identifier(scheme) or "" for scheme, name in _SERIAL_NUMBERS.items()}
    if without_issn:
        numbers["issn"] = ""
    serial = record.number if tagged.is_numbered(record) else record.article_number
    return _stated({**numbers, "serial": serial, "version": record.version})


def _people(people: Iterable[Contributor]) -> list[Entry]:
    """The people; one whose name is blank would cost the whole bibliography."""
    return [person for own in people if "name" in (person := _person(own.name))]


def _person(name: Name) -> Entry:
    # Without a family name the given one stands alone: every person has a name.
    parts = {"given-name": name.given, "prefix": name.prefix, "suffix": name.suffix}
    if name.literal or not name.family:
        return _stated({"name": name.literal or name.display})
    return _stated({"name": name.family, **parts})


def _affiliated(record: Record) -> list[Entry]:
    return [
        {"role": name, "names": _people(people)}
        for role, name in ROLES.items()
        if (people := record.by_role(role))
    ]


def _date(record: Record) -> str:
    date = (record.issued.start or record.issued.end) if record.issued else None
    if not date or not record.issued:
        return ""
    return f"~{date}" if record.issued.circa else str(date)


def _url(record: Record) -> object:
    url = next((link.url for link in record.links if _ADDRESS.fullmatch(link.url)), "")
    return {"value": url, "date": str(record.visited)} if url and record.visited else url


def _title(title: Multilingual, subtitle: Multilingual, locales: tuple[str, ...]) -> str:
    found = title.best(locales)
    return _formattable(joined([found[1], subtitle.get(found[0]) or Text("")], ": ")) if found else ""


def _best(source: Multilingual, locales: tuple[str, ...]) -> str:
    found = source.best(locales)
    return _formattable(found[1]) if found else ""


def _formattable(text: Text) -> str:
    """A text in which braces keep the capitals, and nothing else is more than text."""

    def tags(mark: Mark) -> tuple[str, str]:
        return ("{", "}") if mark.kind is MarkKind.NOCASE else ("", "")

    def formula(mark: Mark) -> str:
        return _escaped(text.plain[mark.start : mark.end])

    return render(text, tags, _escaped, formula)


def _escaped(plain: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", plain)


HAYAGRIVA = register(
    Format("hayagriva", ".typ.yaml", "application/x-hayagriva+yaml", "Hayagriva (Typst)", write)
)
