"""CSV, for spreadsheets: a row with the names of the columns, then one row a record, by RFC 4180.

| column | what it holds |
|---|---|
| `key`, `type`, `genre`, `language` | as the catalogue has them; the main language, as a tag |
| `title` | the title, after a colon its subtitle |
| `authors`, `editors`, `translators` | names as `Family, Suffix, Given`; "et al." for others |
| `year`, `date` | the year of the start, else of the end; the whole date, by EDTF or in words |
| `container`, `event`, `series` | what it appeared in; the conference; the series |
| `volume`, `issue`, `number`, `pages`, `article_number`, `chapter`, `edition`, `version` | as stated |
| `publisher`, `institution`, `place` | as stated |
| `doi`, `isbn`, `issn` | every one |
| `url`, `links` | the address of the record's page; the links |
| `keywords`, `abstract`, `note` | the keywords in every language; the abstract; the note |
| `license`, `access`, `projects` | the SPDX expression; who may read it; the keys of the projects |

Several values in a cell are parted by "; ". A text that is known in several languages stands in the record's
own, or in the one that is asked for. Every cell is in quotation marks and on one line. No cell starts a
formula: `cells` says how that is done, and undone. `?flavour=excel` begins with the byte order mark, by which
Excel knows UTF-8.

Lost are: texts in further languages, marks (mathematics stays as TeX), paragraphs, further forms of names,
people in other roles, ORCID iDs and affiliations, other identifiers, labels, files, aliases, classification,
how many pages there are, the day an embargo ends, and dates of the entry itself. An organisation whose name
holds a comma cannot be told from a person.
"""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from catalogue.exports import tagged
from catalogue.exports.cells import cell
from catalogue.exports.registry import PORTABLE, Format, Options, register
from catalogue.model import Issued, Record, Role, Scheme

EXCEL = "excel"
COLUMNS = (
    *("key", "type", "genre", "language", "title", "authors", "editors", "translators", "year", "date"),
    *("container", "event", "series", "volume", "issue", "number", "pages", "article_number", "chapter"),
    *("edition", "version", "publisher", "institution", "place", "doi", "isbn", "issn", "url", "links"),
    *("keywords", "abstract", "note", "license", "access", "projects"),
)


def write(records: Iterable[Record], options: Options) -> Iterator[str]:
    """The names of the columns, then one row a record."""
    buffer = StringIO(newline="")
    writer = csv.DictWriter(buffer, COLUMNS, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    if options.flavour == EXCEL:
        buffer.write("\ufeff")
    writer.writeheader()
    yield _drained(buffer)
    for record in records:
        writer.writerow({name: cell(value) for name, value in row(record, options).items()})
        yield _drained(buffer)


def row(record: Record, options: Options) -> dict[str, str]:
    """What the columns hold of a record, before it is made safe for a spreadsheet."""
    locales = options.locales(record)
    return {
        "key": record.key,
        "type": record.type.value,
        "genre": record.genre,
        "language": tagged.language(record),
        "title": tagged.title(record.title, record.subtitle, locales),
        "authors": _names(record, Role.AUTHOR),
        "editors": _names(record, Role.EDITOR),
        "translators": _names(record, Role.TRANSLATOR),
        **_dates(record.issued),
        "container": _container(record, locales),
        "event": tagged.best(record.event.title, locales) if record.event else "",
        "series": tagged.best(record.series, locales),
        "volume": record.volume,
        "issue": record.issue,
        "number": record.number,
        "pages": record.pages,
        "article_number": record.article_number,
        "chapter": record.chapter,
        "edition": record.edition,
        "version": record.version,
        "publisher": tagged.best(record.publisher, locales),
        "institution": tagged.best(record.institution, locales),
        "place": tagged.best(record.place, locales),
        "doi": _identifiers(record, Scheme.DOI),
        "isbn": _identifiers(record, Scheme.ISBN),
        "issn": _identifiers(record, Scheme.ISSN),
        "url": options.address(record.key),
        "links": _list(link.url for link in record.links),
        "keywords": _list(keyword.text.plain for keyword in record.keywords),
        "abstract": tagged.best(record.abstract, locales),
        "note": tagged.best(record.note, locales),
        "license": record.license,
        "access": record.access.status.value if record.access else "",
        "projects": _list(record.projects),
    }


def _names(record: Record, role: Role) -> str:
    others = ("et al.",) if role in record.others else ()
    return _list((*(own.name.inverted for own in record.by_role(role)), *others))


def _dates(issued: Issued | None) -> dict[str, str]:
    if not issued:
        return {}
    return {"year": "" if issued.year is None else str(issued.year), "date": str(issued)}


def _container(record: Record, locales: tuple[str, ...]) -> str:
    own = record.container
    return tagged.title(own.title, own.subtitle, locales) if own else ""


def _identifiers(record: Record, scheme: Scheme) -> str:
    return _list(own.value for own in record.identifiers if own.scheme is scheme)


def _list(values: Iterable[str]) -> str:
    return "; ".join(values)


def _drained(buffer: StringIO) -> str:
    written = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return written


CSV = register(Format("csv", ".csv", "text/csv", "CSV", write, flavours=(PORTABLE, EXCEL)))
