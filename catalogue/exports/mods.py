"""MODS 3.8, the Library of Congress's schema for descriptions, which libraries and repositories read.

A document is a `modsCollection`, also of one record; of none it is empty, which the schema does not allow.

| element | what it holds |
|---|---|
| `titleInfo` | the title and its subtitle, in each language; `translated` after the first |
| `name` | each contributor: parts of the name, further forms, role (MARC), affiliation (ROR), ORCID iD |
| `name` of type `conference` | the event, its place and date |
| `typeOfResource`, `genre` | the type, in the terms of MARC where it has one; the genre |
| `originInfo` | place, publisher, date, edition, version; the end of an embargo as `dateOther` |
| `language` | each language, by ISO 639-2 and as a BCP 47 tag; its script |
| `physicalDescription` | how many pages there are; the media type of each file |
| `abstract`, `note` | in each language |
| `note` of type `funding` | each grant |
| `subject`, `classification` | each keyword, with its language; each code |
| `relatedItem` of type `host` | the container, its authors and editors, ISSN, ISBN, volume, issue, pages |
| `relatedItem` of type `series` | the series and the number in it |
| `part` | volume, chapter and pages of a record without a container |
| `identifier` | each identifier; the number of a report, patent or standard; `local`: the key and old keys |
| `location` | the address of the page, each link and the day it was seen |
| `accessCondition` | who may read it, by COAR; the licence |
| `recordInfo` | the key, the days the entry was added and changed |

Places, publishers and affiliations stand in the record's own language, or in the reader's where it states
none. The institution is who grants the degree of a thesis; elsewhere it is the publisher, if there is no
other. Editors are those of the host where the host is a book.

Lost are: marks (mathematics stays as TeX), a subtitle in a language that its title lacks, the title as
printed, short forms of names, where the prefix of a family name ends, the second of circa and uncertain, the
names and labels of files, and whatever else the record states.
"""

from collections.abc import Iterable, Iterator

from catalogue.exports.mods_circumstances import access, extent, location, origin, record_info
from catalogue.exports.mods_contents import funding, genres, identifiers, languages, subjects
from catalogue.exports.mods_names import names
from catalogue.exports.mods_related import part, related
from catalogue.exports.mods_terms import RESOURCES
from catalogue.exports.mods_values import mods, texts, titles
from catalogue.exports.registry import Format, Options, register
from catalogue.exports.xml import Element, fill, stream
from catalogue.model import Record


def write(records: Iterable[Record], options: Options) -> Iterator[str]:
    """One collection, with a description of each record."""
    return stream(mods.root("modsCollection"), (element(record, options) for record in records))


def element(record: Record, options: Options) -> Element:
    """The description of a record."""
    locales = options.locales(record)
    return fill(
        mods.root("mods", version="3.8"),
        titles(record.title, record.subtitle),
        names(record, locales),
        mods("typeOfResource", RESOURCES.get(record.type, "text")),
        genres(record),
        origin(record, locales),
        languages(record),
        extent(record),
        texts("abstract", record.abstract),
        texts("note", record.note),
        funding(record, options),
        subjects(record),
        related(record, locales),
        None if record.container else part(record),
        identifiers(record),
        location(record, options),
        access(record),
        record_info(record, options),
    )


MODS = register(Format("mods", ".mods.xml", "application/mods+xml", "MODS", write))
