"""What EndNote's two formats share: its names of types, and how it reads names, dates and addresses."""

from catalogue.exports import tagged
from catalogue.model import Issued, Name, Record, RecordType, Scheme

TYPES: dict[RecordType, str] = {
    RecordType.ARTICLE: "Journal Article",
    RecordType.ARTWORK: "Artwork",
    RecordType.AUDIO: "Audiovisual Material",
    RecordType.BIBNOTE: "Generic",
    RecordType.BOOK: "Book",
    RecordType.BOOKINBOOK: "Book Section",
    RecordType.BOOKLET: "Pamphlet",
    RecordType.COLLECTION: "Book",
    RecordType.COMMENTARY: "Book",
    RecordType.DATASET: "Dataset",
    RecordType.IMAGE: "Artwork",
    RecordType.INBOOK: "Book Section",
    RecordType.INCOLLECTION: "Book Section",
    RecordType.INPROCEEDINGS: "Conference Proceedings",
    RecordType.INREFERENCE: "Book Section",
    RecordType.JURISDICTION: "Case",
    RecordType.LEGAL: "Generic",
    RecordType.LEGISLATION: "Statute",
    RecordType.LETTER: "Personal Communication",
    RecordType.MANUAL: "Book",
    RecordType.MISC: "Generic",
    RecordType.MOVIE: "Film or Broadcast",
    RecordType.MUSIC: "Music",
    RecordType.MVBOOK: "Book",
    RecordType.MVCOLLECTION: "Book",
    RecordType.MVPROCEEDINGS: "Book",
    RecordType.MVREFERENCE: "Book",
    RecordType.ONLINE: "Web Page",
    RecordType.PATENT: "Patent",
    RecordType.PERFORMANCE: "Generic",
    RecordType.PERIODICAL: "Serial",
    RecordType.PROCEEDINGS: "Book",
    RecordType.REFERENCE: "Book",
    RecordType.REPORT: "Report",
    RecordType.REVIEW: "Journal Article",
    RecordType.SET: "Generic",
    RecordType.SOFTWARE: "Computer Program",
    RecordType.STANDARD: "Standard",
    RecordType.SUPPBOOK: "Book Section",
    RecordType.SUPPCOLLECTION: "Book Section",
    RecordType.SUPPPERIODICAL: "Journal Article",
    RecordType.THESIS: "Thesis",
    RecordType.UNPUBLISHED: "Unpublished Work",
    RecordType.VIDEO: "Film or Broadcast",
}
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def name(own: Name) -> str:
    """A name, so that EndNote parts it where its parts end."""
    written = tagged.inverted(own)
    if own.literal:
        return written.replace(",", ",,", 1) if "," in written else f"{written},"
    return written if "," in written else f"{written},"


def date(issued: Issued | None) -> tuple[str, str]:
    """The year, or words; and the month and day, as `March 7`."""
    own = tagged.date(issued)
    if not own:
        return tagged.date_in_words(issued), ""
    month = _MONTHS[own.month - 1] if own.month else ""
    return f"{own.year:04d}", f"{month} {own.day or ''}".strip()


def addresses(record: Record) -> tuple[str, ...]:
    """Each link and the address of each DOI, once, in order."""
    dois = (own.url for own in record.identifiers if own.scheme is Scheme.DOI)
    return tuple(dict.fromkeys([link.url for link in record.links] + [url for url in dois if url]))
