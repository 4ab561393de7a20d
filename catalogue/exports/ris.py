"""RIS, which reference managers read: EndNote, Zotero, Mendeley, Citavi, bibutils.

Lines of a tag and a value, ended by CR LF as the specification of Research Information Systems asks; `TY`
comes first and `ER` last. Texts stand in the record's own language, or in the reader's where it states none.

| tag | what it holds |
|---|---|
| `TY`, `ID` | the type (`TYPES`) and the key |
| `TI` | the title, after a colon the subtitle |
| `AU`, `ED`, `A4` | one author, editor or translator each, as `Family, Given, Suffix`, or an organisation |
| `PY`, `DA` | the year; the date as `2024/03/07/`, without the parts it lacks; `DA  - ///words` for words |
| `T2`, `JF`, `J2` | the container or event, for a journal twice; its short title |
| `VL`, `IS`, `M1` | the volume; the issue of a journal; the number of a volume in its series |
| `SP`, `EP` | the first and the last page; else all pages, the article number or how many pages there are |
| `ET`, `SE` | the edition or version; the chapter |
| `PB`, `CY`, `T3` | the publisher, else the institution; the place; the series |
| `M3` | the kind of a thesis or a report |
| `DO`, `SN` | the DOI; each ISBN and ISSN, before them the number of a report, a patent or a standard |
| `UR`, `Y2` | each link; the day a web page was seen |
| `KW`, `LA`, `AB`, `N1` | each keyword; the language; the abstract; the note |

Lost are: texts in further languages, marks (mathematics stays as TeX), paragraphs of an abstract, further
forms of names, commas in parts of names, "and others", roles without a tag, ORCID iDs and affiliations; the
end of a range of dates, seasons, circa and uncertain; identifiers other than DOI, ISBN and ISSN; labels of
links, files, aliases, projects, classification, licence, access, dates of the entry itself, and whatever
else the record states. An organisation stands as it is, so that readers part a name such as *Bureau, Dept. of
Water* at its comma: RIS has no sign against it. A year before 1 is words. An editor is `ED`, not `A2`, which
Zotero takes for the editor of a series where the record is a book. bibutils takes `Y2` for a date of
publication, so that only web pages have it.
"""

from collections.abc import Iterable, Iterator

from catalogue.exports import tagged
from catalogue.exports.registry import Format, Options, register
from catalogue.exports.tagged import Pair
from catalogue.model import Issued, PartialDate, Record, RecordType, Role, Scheme

TYPES: dict[RecordType, str] = {
    RecordType.ARTICLE: "JOUR",
    RecordType.ARTWORK: "ART",
    RecordType.AUDIO: "SOUND",
    RecordType.BIBNOTE: "GEN",
    RecordType.BOOK: "BOOK",
    RecordType.BOOKINBOOK: "CHAP",
    RecordType.BOOKLET: "PAMP",
    RecordType.COLLECTION: "BOOK",
    RecordType.COMMENTARY: "BOOK",
    RecordType.DATASET: "DATA",
    RecordType.IMAGE: "ART",
    RecordType.INBOOK: "CHAP",
    RecordType.INCOLLECTION: "CHAP",
    RecordType.INPROCEEDINGS: "CONF",
    RecordType.INREFERENCE: "CHAP",
    RecordType.JURISDICTION: "CASE",
    RecordType.LEGAL: "GEN",
    RecordType.LEGISLATION: "STAT",
    RecordType.LETTER: "PCOMM",
    RecordType.MANUAL: "BOOK",
    RecordType.MISC: "GEN",
    RecordType.MOVIE: "MPCT",
    RecordType.MUSIC: "MUSIC",
    RecordType.MVBOOK: "BOOK",
    RecordType.MVCOLLECTION: "BOOK",
    RecordType.MVPROCEEDINGS: "BOOK",
    RecordType.MVREFERENCE: "BOOK",
    RecordType.ONLINE: "ELEC",
    RecordType.PATENT: "PAT",
    RecordType.PERFORMANCE: "GEN",
    RecordType.PERIODICAL: "JFULL",
    RecordType.PROCEEDINGS: "BOOK",
    RecordType.REFERENCE: "BOOK",
    RecordType.REPORT: "RPRT",
    RecordType.REVIEW: "JOUR",
    RecordType.SET: "GEN",
    RecordType.SOFTWARE: "COMP",
    RecordType.STANDARD: "STAND",
    RecordType.SUPPBOOK: "CHAP",
    RecordType.SUPPCOLLECTION: "CHAP",
    RecordType.SUPPPERIODICAL: "JOUR",
    RecordType.THESIS: "THES",
    RecordType.UNPUBLISHED: "UNPB",
    RecordType.VIDEO: "VIDEO",
}
_ROLES = {Role.AUTHOR: "AU", Role.EDITOR: "ED", Role.TRANSLATOR: "A4"}


def write(records: Iterable[Record], options: Options) -> Iterator[str]:
    """One reference a record, with an empty line after it."""
    for record in records:
        body = tagged.lines(_pairs(record, options.locales(record)), "  - ", "\r\n")
        yield f"{body}ER  - \r\n\r\n"


def _pairs(record: Record, locales: tuple[str, ...]) -> list[Pair]:
    return [
        ("TY", TYPES[record.type]),
        ("ID", record.key),
        ("TI", tagged.title(record.title, record.subtitle, locales)),
        *((tag, tagged.inverted(own.name)) for role, tag in _ROLES.items() for own in record.by_role(role)),
        *_dates(record.issued),
        *_container(record, locales),
        *_numbers(record),
        *_pages(record),
        ("PB", tagged.publisher(record, locales)),
        ("CY", tagged.best(record.place, locales)),
        ("T3", tagged.best(record.series, locales)),
        ("M3", tagged.genre(record)),
        ("DO", record.identifier(Scheme.DOI) or ""),
        *(("SN", number) for number in tagged.standard_numbers(record)),
        *(("UR", link.url) for link in record.links),
        ("Y2", _date(record.visited) if record.visited and record.type is RecordType.ONLINE else ""),
        *(("KW", keyword.text.plain) for keyword in record.keywords),
        ("LA", tagged.language(record)),
        ("AB", tagged.best(record.abstract, locales)),
        ("N1", tagged.best(record.note, locales)),
    ]


def _dates(issued: Issued | None) -> list[Pair]:
    if words := tagged.date_in_words(issued):
        return [("DA", f"///{words}")]
    date = tagged.date(issued)
    return [("PY", f"{date.year:04d}"), ("DA", _date(date))] if date else []


def _date(date: PartialDate) -> str:
    month, day = (f"{part:02d}" if part else "" for part in (date.month, date.day))
    return f"{date.year:04d}/{month}/{day}/"


def _container(record: Record, locales: tuple[str, ...]) -> list[Pair]:
    whole = tagged.container(record, locales)
    short = tagged.best(record.container.short_title, locales) if record.container else ""
    return [("T2", whole), ("JF", whole if record.type.is_serial else ""), ("J2", short)]


def _numbers(record: Record) -> list[Pair]:
    in_series = "" if record.type.is_serial or tagged.is_numbered(record) else record.number
    issue = record.issue or (record.number if record.type.is_serial else "")
    return [
        ("VL", record.volume),
        ("IS", issue),
        ("M1", in_series),
        ("ET", record.edition or record.version),
        ("SE", record.chapter),
    ]


def _pages(record: Record) -> list[Pair]:
    extent = tagged.extent(record)
    first, dash, last = extent.partition("–")
    if not dash or "–" in last or "," in extent:
        # More than one span has no single last page.
        return [("SP", extent)]
    return [("SP", first), ("EP", last)]


RIS = register(Format("ris", ".ris", "application/x-research-info-systems", "RIS", write))
