"""When and where a record appeared, where it is found, and what may be done with it, in MODS."""

from collections.abc import Iterator

from catalogue.exports import licences
from catalogue.exports.mods_terms import ACCESS
from catalogue.exports.mods_values import best, dated, issued, mods
from catalogue.exports.registry import Options
from catalogue.exports.xml import XLINK_HREF, Element, uri
from catalogue.model import Record, RecordType


def origin(record: Record, locales: tuple[str, ...]) -> Element | None:
    """Place, publisher, dates and edition. The institution publishes, unless it is a school."""
    is_thesis = record.type is RecordType.THESIS
    publisher = record.publisher if record.publisher or is_thesis else record.institution
    term = best("placeTerm", record.place, locales, type="text")
    until = record.access.until if record.access else None
    return mods(
        "originInfo",
        mods("place", term),
        best("publisher", publisher, locales),
        issued(record.issued),
        dated("dateOther", until, type="embargo end"),
        mods("edition", record.edition),
        mods("edition", record.version),
        eventType="publication",
    )


def extent(record: Record) -> Element | None:
    """How long the record is, and in which forms it is held."""
    return mods(
        "physicalDescription",
        (mods("internetMediaType", file.media_type) for file in record.files),
        mods("extent", record.page_total, unit="pages"),
    )


def location(record: Record, options: Options) -> Element | None:
    """The address of the record's page, and each link."""
    page = mods("url", uri(options.address(record.key)), access="object in context", usage="primary")
    seen = str(record.visited or "")
    links = (
        mods("url", uri(link.url), displayLabel=link.label, dateLastAccessed=seen) for link in record.links
    )
    return mods("location", page, links)


def access(record: Record) -> Iterator[Element | None]:
    """Who may read the record, and its licence; each with the address of what it means."""
    if own := record.access:
        meaning = {XLINK_HREF: own.status.uri}
        yield mods("accessCondition", ACCESS[own.status], type="restriction on access", **meaning)
    address = licences.address(record.license)
    yield mods("accessCondition", record.license, type="use and reproduction", **{XLINK_HREF: address})


def record_info(record: Record, options: Options) -> Element | None:
    """The key, and the days the entry was added and changed."""
    return mods(
        "recordInfo",
        mods("recordIdentifier", record.key, source=options.base_url),
        dated("recordCreationDate", record.added),
        dated("recordChangeDate", record.modified),
    )
