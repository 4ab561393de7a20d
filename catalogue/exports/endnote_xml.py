"""EndNote's XML, which EndNote imports without a filter; Zotero, Mendeley, pandoc and bibutils read it too.

The structure is that of EndNote's own exports (its RSXML.dtd): each text stands in `style` elements, whose
`face` keeps what is italic, bold, raised or lowered. Texts stand in the record's own language, or in the
reader's where it states none.

| element | what it holds |
|---|---|
| `ref-type` | the type, by EndNote's name and number |
| `key`, `label` | the key |
| `authors` | the authors, one `author` each, as `Family, Given, Suffix`; see below |
| `secondary-authors` | the editors |
| `tertiary-authors` | the editors of a book, the advisors of a thesis |
| `subsidiary-authors` | the translators |
| `auth-address` | the affiliations of the authors |
| `title`, `translated-title` | the title, after a colon the subtitle; the title in the next language |
| `secondary-title`, `tertiary-title` | the container, else the event, else the series; the series |
| `full-title`, `abbr-1` | the journal; its short title |
| `pages`, `volume`, `number` | the pages, article number or count of pages; the volume; the issue or number |
| `edition`, `section` | the edition or version; the chapter |
| `keyword` | each keyword |
| `year`, `date` | the year, or words; the month and day, as `March 7` |
| `pub-location`, `publisher` | the place; the publisher, else the institution |
| `isbn` | each ISBN and ISSN, before them the number of a report, a patent or a standard |
| `electronic-resource-num` | the DOI |
| `abstract`, `notes` | the abstract; the note |
| `work-type`, `language` | the kind of a thesis or a report; the language |
| `url`, `access-date` | each link, then the address of the DOI; the day it was seen |

EndNote parts a name at its commas, and at its last space where it has none. So an organisation, and a person
without a given name, ends with a comma, and the first comma in the name of an organisation is doubled. pandoc
takes a suffix for a given name. bibutils knows no editors of a book.

Lost are: abstracts, notes and container titles in further languages, further forms of names, commas in parts
of names, "and others", roles other than those above, ORCID iDs and whose an affiliation is; that words are
mathematics (it stays as TeX) or keep their capitals; the end of a range of dates, seasons, circa and
uncertain; identifiers other than DOI, ISBN and ISSN; labels of links, files, aliases, projects,
classification, licence, access, dates of the entry itself, and whatever else the record states.
"""

from collections.abc import Iterable, Iterator

from catalogue.exports import endnote_values as endnote
from catalogue.exports import tagged
from catalogue.exports.endnote_styles import best, several, styled, title, xml
from catalogue.exports.registry import Format, Options, register
from catalogue.exports.xml import Element, fill, stream
from catalogue.model import NO_TEXT, Contributor, Multilingual, Record, Role, Scheme, Text

NUMBERS = {
    "Artwork": 2,
    "Audiovisual Material": 3,
    "Book": 6,
    "Book Section": 5,
    "Case": 7,
    "Computer Program": 9,
    "Conference Proceedings": 10,
    "Dataset": 59,
    "Film or Broadcast": 21,
    "Generic": 13,
    "Journal Article": 17,
    "Music": 61,
    "Pamphlet": 24,
    "Patent": 25,
    "Personal Communication": 26,
    "Report": 27,
    "Serial": 57,
    "Standard": 58,
    "Statute": 31,
    "Thesis": 32,
    "Unpublished Work": 34,
    "Web Page": 12,
}
"""EndNote's numbers of its types."""


def write(records: Iterable[Record], options: Options) -> Iterator[str]:
    """One document. White space would be read as part of the texts, so that a reference is one line."""
    found = (element(record, options.locales(record)) for record in records)
    return stream(fill(xml.root("xml"), xml.root("records")), found, indent=False)


def element(record: Record, locales: tuple[str, ...]) -> Element:
    """The element `record` of a record, its parts in the order of EndNote's document type."""
    kind = endnote.TYPES[record.type]
    year, day = endnote.date(record.issued)
    return fill(
        xml.root("record"),
        xml("foreign-keys", xml("key", record.key, app="catalogue")),
        xml("ref-type", str(NUMBERS[kind]), name=kind),
        _contributors(record),
        styled("auth-address", "; ".join(_affiliations(record, locales))),
        _titles(record, locales),
        _periodical(record, locales),
        styled("pages", tagged.extent(record).replace("–", "-")),
        styled("volume", record.volume),
        styled("number", record.issue or ("" if tagged.is_numbered(record) else record.number)),
        styled("edition", record.edition or record.version),
        styled("section", record.chapter),
        xml("keywords", (styled("keyword", keyword.text) for keyword in record.keywords)),
        xml("dates", styled("year", year), xml("pub-dates", styled("date", day))),
        best("pub-location", record.place, locales),
        best("publisher", record.publisher or record.institution, locales),
        styled("isbn", several(tagged.standard_numbers(record))),
        styled("electronic-resource-num", record.identifier(Scheme.DOI) or ""),
        best("abstract", record.abstract, locales),
        styled("label", record.key),
        best("notes", record.note, locales),
        styled("work-type", tagged.genre(record)),
        styled("language", tagged.language(record)),
        xml("urls", xml("related-urls", (styled("url", url) for url in endnote.addresses(record)))),
        styled("access-date", str(record.visited or "")),
    )


def _contributors(record: Record) -> Element | None:
    kind = endnote.TYPES[record.type]
    editors = record.by_role(Role.EDITOR)
    advisors = record.by_role(Role.ADVISOR) if kind == "Thesis" else ()
    return xml(
        "contributors",
        _authors("authors", record.by_role(Role.AUTHOR)),
        _authors("secondary-authors", () if kind == "Book" else editors),
        _authors("tertiary-authors", editors if kind == "Book" else advisors),
        _authors("subsidiary-authors", record.by_role(Role.TRANSLATOR)),
    )


def _authors(name: str, people: tuple[Contributor, ...]) -> Element | None:
    return xml(name, (styled("author", endnote.name(person.name)) for person in people))


def _affiliations(record: Record, locales: tuple[str, ...]) -> dict[str, None]:
    """The affiliations of the authors, each once, in order."""
    places = (place for person in record.by_role(Role.AUTHOR) for place in person.affiliations)
    return dict.fromkeys(tagged.best(place.name, locales) for place in places)


def _titles(record: Record, locales: tuple[str, ...]) -> Element | None:
    found = record.title.best(locales)
    # The next language is the first that the title is not given in already.
    others = Multilingual(tuple(entry for entry in record.title if entry != found))
    series = title(record.series, NO_TEXT, locales)
    whole = _whole(record, locales)
    return xml(
        "titles",
        styled("title", title(record.title, record.subtitle, locales)),
        styled("secondary-title", whole or series),
        styled("tertiary-title", series if whole else ""),
        styled("translated-title", title(others, record.subtitle, locales)),
    )


def _whole(record: Record, locales: tuple[str, ...]) -> Text:
    """The title of the container, else of the event."""
    if record.container:
        return title(record.container.title, record.container.subtitle, locales)
    return title(record.event.title if record.event else NO_TEXT, NO_TEXT, locales)


def _periodical(record: Record, locales: tuple[str, ...]) -> Element | None:
    """The journal; only what appears in one has it."""
    own = record.container
    if own is None or not record.type.is_serial:
        return None
    return xml(
        "periodical",
        styled("full-title", title(own.title, own.subtitle, locales)),
        best("abbr-1", own.short_title, locales),
    )


ENDNOTE_XML = register(
    Format("endnote-xml", ".endnote.xml", "application/x-endnote+xml", "EndNote XML", write)
)
