"""COinS: a publication as an OpenURL ContextObject in the title of an empty `<span class="Z3988">`.

Zotero, Mendeley and link resolvers pick publications out of any page by it, also out of a list.
The keys are those of the Z39.88-2004 metadata formats in key/encoded-value form (KEV): `journal` for what
stands in a journal, `dissertation`, `patent`, `book` for books, their parts, papers of conferences and
reports, and `dc` for whatever else there is, with Zotero's name of the type. Texts stand in the
publication's own language. Only the first authors are named, because a list must stay light; the page of one
publication adds what `ABOUT` names, which Zotero takes although those formats have no such keys.
"""

from collections.abc import Iterator
from urllib.parse import quote

from catalogue.exports import tagged
from catalogue.metadata import pages
from catalogue.model import Record, RecordType, Scheme

Pair = tuple[str, str]

ABOUT = frozenset({"description", "subject", "language"})
"""Keys of Dublin Core that tell what a publication is about: its abstract, keywords and language."""

_FORMAT = "info:ofi/fmt:kev:mtx:"
_MOST_AUTHORS = 20
_GENRES = {
    RecordType.BOOK: "book",
    RecordType.BOOKINBOOK: "bookitem",
    RecordType.BOOKLET: "document",
    RecordType.COLLECTION: "book",
    RecordType.COMMENTARY: "book",
    RecordType.INBOOK: "bookitem",
    RecordType.INCOLLECTION: "bookitem",
    RecordType.INPROCEEDINGS: "proceeding",
    RecordType.INREFERENCE: "bookitem",
    RecordType.MANUAL: "document",
    RecordType.MVBOOK: "book",
    RecordType.MVCOLLECTION: "book",
    RecordType.MVPROCEEDINGS: "conference",
    RecordType.MVREFERENCE: "book",
    RecordType.PROCEEDINGS: "conference",
    RecordType.REFERENCE: "book",
    RecordType.REPORT: "report",
    RecordType.SUPPBOOK: "bookitem",
    RecordType.SUPPCOLLECTION: "bookitem",
}
"""What is written in the format `book`, and its genre there."""
_PARTS = frozenset({"bookitem", "proceeding"})
_ZOTERO_TYPES = {
    RecordType.ARTWORK: "artwork",
    RecordType.AUDIO: "audioRecording",
    RecordType.DATASET: "dataset",
    RecordType.IMAGE: "artwork",
    RecordType.JURISDICTION: "case",
    RecordType.LEGISLATION: "statute",
    RecordType.LETTER: "letter",
    RecordType.MOVIE: "film",
    RecordType.MUSIC: "audioRecording",
    RecordType.ONLINE: "webpage",
    RecordType.SOFTWARE: "computerProgram",
    RecordType.STANDARD: "standard",
    RecordType.UNPUBLISHED: "manuscript",
    RecordType.VIDEO: "videoRecording",
}


def context_object(record: Record, page: str, *, about: bool = False) -> str:
    """The ContextObject of a record as a query string, with what it is `about` where it stands alone; `page`
    is the absolute address of its page."""
    kind, described = _described(record)
    if about:
        described += [pair for pair in _about(record) if pair not in described]
    doi = record.identifier(Scheme.DOI)
    stated = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", _FORMAT + kind),
        ("rft_id", f"info:doi/{doi}" if doi else ""),
        ("rft_id", page),
        *((f"rft.{name}", value) for name, value in described),
    ]
    return "&".join([f"{name}={value.translate(_QUOTED)}" for name, value in stated if value])


class _Quoted(dict[int, str]):
    """How a query string writes a sign, by its number: `quote` would look at each byte of each value anew."""

    def __missing__(self, number: int) -> str:
        written = self[number] = quote(chr(number), safe="")
        return written


_QUOTED = _Quoted()


def _described(record: Record) -> tuple[str, list[Pair]]:
    """The name of the metadata format for a record, and what is said in it."""
    title = tagged.title(record.title, record.subtitle, _own(record))
    if record.type.is_serial:
        return "journal", [*_journal(record, title), *_common(record)]
    if record.type is RecordType.THESIS:
        school = tagged.publisher(record, _own(record))
        return "dissertation", [("title", title), ("inst", school), *_common(record)]
    if record.type is RecordType.PATENT:
        return "patent", [
            ("title", title),
            ("number", record.number),
            *_people(record, "inventor"),
            _date(record),
        ]
    if genre := _GENRES.get(record.type):
        return "book", [*_book(record, title, genre), *_common(record)]
    return "dc", list(_anything(record, title))


def _journal(record: Record, title: str) -> Iterator[Pair]:
    journal = tagged.container(record, _own(record))
    if record.type is RecordType.PERIODICAL:
        yield from (("genre", "issue"), ("jtitle", journal or title))
    else:
        yield from (("genre", "article"), ("atitle", title), ("jtitle", journal))
    if record.container:
        yield "stitle", tagged.best(record.container.short_title, _own(record))
    yield "volume", record.volume
    yield "issue", record.issue or record.number
    yield "artnum", record.article_number
    yield from _pages(record)


def _book(record: Record, title: str, genre: str) -> Iterator[Pair]:
    yield "genre", genre
    if genre in _PARTS:
        yield from (("atitle", title), ("btitle", tagged.container(record, _own(record))))
        yield from _pages(record)
    else:
        yield from (("btitle", title), ("tpages", record.page_total))
    yield "edition", record.edition
    yield "series", tagged.best(record.series, _own(record))
    yield "place", tagged.best(record.place, _own(record))
    yield "pub", tagged.publisher(record, _own(record))


def _anything(record: Record, title: str) -> Iterator[Pair]:
    yield "type", _ZOTERO_TYPES.get(record.type, "document")
    yield "title", title
    yield from _people(record, "creator")
    yield _date(record)
    yield "source", tagged.container(record, _own(record))
    yield "publisher", tagged.publisher(record, _own(record))
    yield "language", tagged.language(record)


def _about(record: Record) -> Iterator[Pair]:
    yield "description", tagged.best(record.abstract, _own(record))
    yield from (("subject", keyword.text.plain) for keyword in record.keywords)
    yield "language", tagged.language(record)


def _common(record: Record) -> Iterator[Pair]:
    """What journals, books and theses share."""
    yield from _people(record, "au")
    yield _date(record)
    for scheme in (Scheme.ISSN, Scheme.ISBN):
        yield scheme.value, record.identifier(scheme) or ""


def _people(record: Record, name: str) -> Iterator[Pair]:
    people = record.credited
    return ((name, tagged.inverted(person.name)) for person in people[:_MOST_AUTHORS])


def _pages(record: Record) -> Iterator[Pair]:
    first, last = pages.span(record)
    yield from (("spage", first), ("epage", last), ("pages", record.pages))


def _date(record: Record) -> Pair:
    date = tagged.date(record.issued)
    return "date", str(date) if date else ""


def _own(record: Record) -> tuple[str, ...]:
    return (record.language,)
