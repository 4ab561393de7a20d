"""The tagged format of EndNote, which grew out of Unix refer and BibIX; Zotero and bibutils read it too.

Lines of a percent sign, a letter or sign, a space and a value; `%0` comes first, and an empty line ends a
reference. Texts stand in the record's own language, or in the reader's where it states none.

| tag | what it holds |
|---|---|
| `%0`, `%F` | the type, by EndNote's name (`endnote_values.TYPES`), and the key |
| `%T` | the title, after a colon the subtitle |
| `%A`, `%E`, `%?` | one author, editor or translator each, as `Family, Given, Suffix`; see below |
| `%D`, `%8` | the year, or words; the month and day, as `March 7` |
| `%J`, `%B` | the journal; any other container, or the event |
| `%V`, `%N`, `%P` | the volume; the issue or number; the pages, article number or count of pages |
| `%7`, `%&` | the edition or version; the chapter |
| `%I`, `%C`, `%S` | the publisher, else the institution; the place; the series |
| `%9` | the kind of a thesis or a report |
| `%R`, `%@` | the DOI; each ISBN and ISSN, before them the number of a report, a patent or a standard |
| `%U`, `%[` | each link, then the address of the DOI; the day it was seen |
| `%K`, `%G`, `%X`, `%Z` | each keyword; the language; the abstract; the note |

EndNote parts a name at its commas, and at its last space where it has none. So an organisation, and a person
without a given name, ends with a comma, and the first comma in the name of an organisation is doubled.

bibutils does not know `%R` and takes the DOI from its address; it knows no authors of a case or a statute.

Lost are: texts in further languages, marks (mathematics stays as TeX), paragraphs of an abstract, short
titles of journals, further forms of names, commas in parts of names, "and others", roles without a tag, ORCID
iDs and affiliations; the end of a range of dates, seasons, circa and uncertain; identifiers other than DOI,
ISBN and ISSN; labels of links, files, aliases, projects, classification, licence, access, dates of the entry
itself, and whatever else the record states.
"""

from collections.abc import Iterable, Iterator

from catalogue.exports import tagged
from catalogue.exports.endnote_values import TYPES, addresses, date, name
from catalogue.exports.registry import Format, Options, register
from catalogue.exports.tagged import Pair
from catalogue.model import Record, Role, Scheme

_ROLES = {Role.AUTHOR: "%A", Role.EDITOR: "%E", Role.TRANSLATOR: "%?"}


def write(records: Iterable[Record], options: Options) -> Iterator[str]:
    """One reference a record, with an empty line after it."""
    for record in records:
        yield tagged.lines(_pairs(record, options.locales(record)), " ", "\n") + "\n"


def _pairs(record: Record, locales: tuple[str, ...]) -> list[Pair]:
    year, day = date(record.issued)
    return [
        ("%0", TYPES[record.type]),
        ("%F", record.key),
        ("%T", tagged.title(record.title, record.subtitle, locales)),
        *((tag, name(own.name)) for role, tag in _ROLES.items() for own in record.by_role(role)),
        ("%D", year),
        ("%8", day),
        ("%J" if record.type.is_serial else "%B", tagged.container(record, locales)),
        ("%V", record.volume),
        ("%N", record.issue or ("" if tagged.is_numbered(record) else record.number)),
        ("%P", tagged.extent(record).replace("–", "-")),
        ("%7", record.edition or record.version),
        ("%&", record.chapter),
        ("%I", tagged.publisher(record, locales)),
        ("%C", tagged.best(record.place, locales)),
        ("%S", tagged.best(record.series, locales)),
        ("%9", tagged.genre(record)),
        ("%R", record.identifier(Scheme.DOI) or ""),
        *(("%@", number) for number in tagged.standard_numbers(record)),
        *(("%U", address) for address in addresses(record)),
        ("%[", str(record.visited or "")),
        *(("%K", keyword.text.plain) for keyword in record.keywords),
        ("%G", tagged.language(record)),
        ("%X", tagged.best(record.abstract, locales)),
        ("%Z", tagged.best(record.note, locales)),
    ]


ENDNOTE = register(Format("endnote", ".enw", "application/x-endnote-refer", "EndNote", write))
