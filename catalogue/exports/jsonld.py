"""JSON-LD in the terms of schema.org, which search engines read and pages of a record carry.

One record is an object of its own, several stand in `@graph`. All texts are plain. What is known in several
languages is a plain string in the record's own language (or the one that is asked for), which every reader
understands, and values with a language for the others.

| property | what it holds |
|---|---|
| `@type` | the type, by `jsonld_terms` |
| `@id`, `url` | the address of the record's page, else of its DOI; the page, else the first link |
| `name`, `alternateName` | the title, after a colon its subtitle; in other languages |
| `headline` | the name once more, of articles |
| `author`, `translator`, `contributor` | people with ORCID iD, affiliation, further forms of the name |
| `editor` | the editors; of a chapter or paper they are those of the book |
| `datePublished` | the date, of a range its start; of a periodical `startDate` and `endDate` |
| `isPartOf` | the issue, volume and periodical, or the book and its series |
| `pageStart`, `pageEnd`, `pagination` | the pages of articles and chapters, else the number of the article |
| `numberOfPages`, `bookEdition`, `isbn` | of books |
| `position`, `version` | the chapter, volume or number in a series; the version, else the edition |
| `reportNumber`, `legislationIdentifier` | the number of a report, of a law; others are identifiers |
| `publisher`, `sourceOrganization` | the publisher with its place, else the institution; the institution |
| `identifier`, `sameAs` | every identifier by its scheme; their addresses, and the links |
| `abstract`, `keywords`, `about`, `genre` | the abstract; the keywords; codes of classifications; the genre |
| `description` | of a dataset the abstract once more, because data searches ask for it |
| `inLanguage` | the languages |
| `license` | the address of the licence, else its name |
| `isAccessibleForFree`, `conditionsOfAccess` | who may read it, the latter in the words of COAR |
| `funding` | the grants, with number, title and funder |
| `recordedAt` | the event |

Lost are: marks (mathematics stays as TeX), "and others", the kind of contribution of who is no author, editor
or translator, dates in words, seasons, circa and uncertain, the end of a range, the end of an embargo, how
many pages there are of what is no book, the series of an article, volume and issue of a whole periodical,
printed titles, notes, files, labels of links, aliases, programmes of grants, and dates of the entry itself.
"""

from collections.abc import Iterable, Iterator

from catalogue.exports import standard_numbers
from catalogue.exports.json_stream import one_or_many
from catalogue.exports.jsonld_contents import contents, event, funding, iso, origin, rights, span
from catalogue.exports.jsonld_terms import ARTICLES, IN_BOOKS, PAGED, SPECIFIC_TYPES, TYPES
from catalogue.exports.jsonld_things import Thing, named, numbers, people, thing
from catalogue.exports.jsonld_wholes import whole
from catalogue.exports.registry import Format, Options, register
from catalogue.model import Issued, Record, Role, Scheme

CONTEXT = "https://schema.org"

_NO_CONTRIBUTORS = frozenset(
    {
        Role.AUTHOR,
        Role.CONTAINER_AUTHOR,
        Role.EDITOR,
        Role.SHORT_AUTHOR,
        Role.SHORT_EDITOR,
        Role.TRANSLATOR,
    }
)
"""Roles that have a property of their own, are those of the container, or short forms of others."""

_ROLES = tuple(Role)

_NUMBERS = {"Legislation": "legislationIdentifier", "Report": "reportNumber"}
"""Where a type has a property for its own number."""


def write(records: Iterable[Record], options: Options) -> Iterator[str]:
    """One object, or a graph of several with one record a line."""
    yield from one_or_many(
        (node(record, options) for record in records),
        f'{{"@context": "{CONTEXT}", "@graph": [',
        "]}",
        one={"@context": CONTEXT},
    )


def item(record: Record, options: Options) -> Thing:
    """A document by itself, as a page of the record carries it."""
    return {"@context": CONTEXT, **node(record, options)}


def node(record: Record, options: Options) -> Thing:
    """The record as a thing of schema.org, without a context."""
    locales, kind = options.locales(record), kind_of(record)
    stated: Thing = {
        **_addresses(record, options),
        **named(record.title, locales, record.subtitle),
        **_credits(record, locales),
        **_dates(record, kind),
        "isPartOf": whole(record, kind, locales),
        **_extent(record, kind),
        **_numbers(record, kind),
        **origin(record, locales),
        **contents(record, kind, locales),
        **rights(record),
        "funding": funding(record, options),
        "recordedAt": event(record, locales),
    }
    if kind in ARTICLES:
        stated["headline"] = stated["name"]
    return thing(kind, stated)


def kind_of(record: Record) -> str:
    """The name of the class that a record belongs to."""
    return SPECIFIC_TYPES.get((record.type, record.genre)) or TYPES[record.type]


def _addresses(record: Record, options: Options) -> Thing:
    page = options.address(record.key)
    # The address of an ISSN leads to the journal.
    elsewhere = [own.url for own in record.identifiers if own.url and own.scheme is not Scheme.ISSN]
    links = [link.url for link in record.links]
    doi = next((own.url for own in record.identifiers if own.scheme is Scheme.DOI), "")
    return {
        "@id": page or doi,
        "url": page or next(iter(links), ""),
        "sameAs": list(dict.fromkeys(elsewhere + links)),
    }


def _credits(record: Record, locales: tuple[str, ...]) -> Thing:
    of_book = record.type in IN_BOOKS and record.container
    others = sorted({own.role for own in record.contributors} - _NO_CONTRIBUTORS, key=_ROLES.index)
    return {
        "author": people(record, Role.AUTHOR, locales),
        "editor": [] if of_book else people(record, Role.EDITOR, locales),
        "translator": people(record, Role.TRANSLATOR, locales),
        "contributor": [own for role in others for own in people(record, role, locales)],
    }


def _dates(record: Record, kind: str) -> Thing:
    issued = record.issued or Issued()
    if kind == "Periodical":
        return span(issued)
    return {"datePublished": iso(issued.start or issued.end)}


def _extent(record: Record, kind: str) -> Thing:
    if kind == "Book":
        total = record.page_total
        return {"numberOfPages": int(total) if total.isdecimal() else None, "bookEdition": record.edition}
    if kind not in PAGED:
        return {}
    first, dash, last = record.pages.partition("–")
    if dash and "–" not in last and "," not in record.pages:
        return {"pageStart": first, "pageEnd": last}
    return {"pagination": record.pages or record.article_number}


def _numbers(record: Record, kind: str) -> Thing:
    place = _NUMBERS.get(kind, "")
    in_series = bool(record.series) and not place
    own = "" if record.type.is_serial or in_series else record.number
    return {
        **numbers(kind, standard_numbers.of_record(record), "" if place else own),
        **({place: own} if place else {}),
        "position": record.chapter or _position(record, record.number if in_series else ""),
        "version": record.version or ("" if kind == "Book" else record.edition),
    }


def _position(record: Record, in_series: str) -> str:
    # The volume of an article or chapter is that of what it appeared in.
    return "" if record.type.is_serial or record.type in IN_BOOKS else record.volume or in_series


JSON_LD = register(
    Format(
        "jsonld",
        ".jsonld",
        "application/ld+json",
        "JSON-LD (schema.org)",
        write,
        # As DataCite's content negotiation names it.
        accepts=("application/vnd.schemaorg.ld+json",),
    )
)
