"""The classic form: the types and fields of BibTeX's own styles, and the few more (`doi`, `url`, `isbn`,
`abstract`, `keywords`, `language`, `langid`, `eprint` …) that nearly every style and tool knows by now.
"""

from catalogue.exports import bibtex_entry, bibtex_values
from catalogue.exports.bibtex_entry import Entry, Field, best
from catalogue.exports.csl_terms import CSL_GENRES
from catalogue.exports.latex import escape
from catalogue.exports.registry import Options
from catalogue.model import Multilingual, Record, RecordType, Role, Scheme

_TYPES: dict[RecordType, str] = {
    RecordType.ARTICLE: "article",
    RecordType.BOOK: "book",
    RecordType.BOOKINBOOK: "incollection",
    RecordType.BOOKLET: "booklet",
    RecordType.COLLECTION: "book",
    RecordType.INBOOK: "incollection",
    RecordType.INCOLLECTION: "incollection",
    RecordType.INPROCEEDINGS: "inproceedings",
    RecordType.INREFERENCE: "incollection",
    RecordType.MANUAL: "manual",
    RecordType.MVBOOK: "book",
    RecordType.MVCOLLECTION: "book",
    RecordType.MVPROCEEDINGS: "proceedings",
    RecordType.MVREFERENCE: "book",
    RecordType.PROCEEDINGS: "proceedings",
    RecordType.REFERENCE: "book",
    RecordType.REPORT: "techreport",
    RecordType.REVIEW: "article",
    RecordType.STANDARD: "techreport",
    RecordType.SUPPBOOK: "incollection",
    RecordType.SUPPCOLLECTION: "incollection",
    RecordType.SUPPPERIODICAL: "article",
    RecordType.UNPUBLISHED: "unpublished",
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MASTER = frozenset({"mathesis", "bathesis"})
_MASTER_WORDS = ("master", "magist", "магист", "bachelor", "бакалав", "m.a.", "msc", "m.sc")
_ISSUER = {"phdthesis": "school", "mastersthesis": "school", "techreport": "institution"}
_CONTAINER = {"article": "journal", "incollection": "booktitle", "inproceedings": "booktitle"}


def entry(record: Record, options: Options) -> Entry:
    """The entry of a record."""
    locales = options.locales(record)
    entry_type = _entry_type(record)
    return Entry(entry_type, record.key, tuple(_fields(record, locales, entry_type)))


def _entry_type(record: Record) -> str:
    if record.type is RecordType.THESIS:
        genre = record.genre.casefold()
        is_master = genre in _MASTER or any(word in genre for word in _MASTER_WORDS)
        return "mastersthesis" if is_master else "phdthesis"
    if record.type is RecordType.INBOOK and not record.container:
        return "inbook"
    return _TYPES.get(record.type, "misc")


def _fields(record: Record, locales: tuple[str, ...], entry_type: str) -> list[Field]:
    return [
        Field("author", bibtex_entry.people(record, Role.AUTHOR)),
        Field("editor", bibtex_entry.people(record, Role.EDITOR)),
        Field("title", _whole_title(record.title, record.subtitle, locales)),
        *_container(record, locales, entry_type),
        *_issued(record),
        *bibtex_entry.plain_fields(record),
        Field("number", escape(_number(record, entry_type))),
        Field("eid", escape(record.article_number)),
        Field("type", _genre(record, entry_type)),
        Field("publisher", best(record.publisher, locales)),
        Field(_ISSUER.get(entry_type, "organization"), best(record.institution, locales)),
        Field("address", best(record.place, locales)),
        Field("series", best(record.series, locales)),
        *_identifiers(record),
        Field("language", bibtex_entry.languages(record)),
        Field("langid", bibtex_entry.language_id(record)),
        Field("keywords", bibtex_entry.keywords(keyword.text for keyword in record.keywords)),
        Field("abstract", best(record.abstract, locales)),
        Field("note", best(record.note, locales)),
    ]


def _whole_title(own: Multilingual, beneath: Multilingual, locales: tuple[str, ...]) -> str:
    title, subtitle = bibtex_entry.titles(own, beneath, locales)
    return f"{title}: {subtitle}" if subtitle else title


def _container(record: Record, locales: tuple[str, ...], entry_type: str) -> list[Field]:
    if record.container:
        whole = _whole_title(record.container.title, record.container.subtitle, locales)
        return [Field(_CONTAINER.get(entry_type, "howpublished"), whole)]
    if record.type is RecordType.ONLINE and record.links:
        return [Field("howpublished", f"\\url{{{bibtex_entry.url(record)}}}")]
    return [Field("howpublished", bibtex_entry.extra(record, "howpublished"))]


def _issued(record: Record) -> list[Field]:
    issued = record.issued
    if issued is None:
        return []
    if issued.literal:
        return [Field("year", escape(issued.literal))]
    dates = [date for date in (issued.start, issued.end) if date]
    # pandoc and bibutils read `2019/2021`, but neither `2019--2021` nor a range without an end.
    years = Field("year", "/".join(dict.fromkeys(str(date.year) for date in dates)))
    month, day = dates[0].month, dates[0].day
    if len(dates) > 1 or month is None:
        return [years]
    return [years, Field("month", _MONTHS[month - 1]), Field("day", str(day or ""))]


def _number(record: Record, entry_type: str) -> str:
    return record.issue or record.number if entry_type == "article" else record.number or record.issue


def _genre(record: Record, entry_type: str) -> str:
    """`type`, where the genre says more than the entry type does, in words: classic styles print it."""
    stated_by_type = {"phdthesis": "phdthesis", "mastersthesis": "mathesis", "techreport": "techreport"}
    if entry_type not in stated_by_type or record.genre == stated_by_type[entry_type]:
        return ""
    return escape(CSL_GENRES.get(record.genre, record.genre))


def _identifiers(record: Record) -> list[Field]:
    eprint, kind = bibtex_entry.eprint(record)
    return [
        Field("doi", bibtex_values.verbatim(record.identifier(Scheme.DOI) or "")),
        Field("eprint", eprint),
        Field("archiveprefix", "arXiv" if kind == "arxiv" else kind),
        Field("primaryclass", bibtex_entry.extra(record, "primaryclass", "eprintclass") if eprint else ""),
        Field("isbn", record.identifier(Scheme.ISBN) or ""),
        Field("issn", record.identifier(Scheme.ISSN) or ""),
        Field("url", bibtex_entry.url(record)),
        Field("urldate", str(record.visited or "")),
    ]
