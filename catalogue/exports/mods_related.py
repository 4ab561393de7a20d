"""What a record is part of, in MODS: its container or its series, and its place in it."""

from collections.abc import Iterator

from catalogue.exports import standard_numbers, tagged
from catalogue.exports.mods_names import host_roles, makers
from catalogue.exports.mods_terms import HOST_GENRES
from catalogue.exports.mods_values import mods, schemed, titles
from catalogue.exports.xml import Element
from catalogue.model import NO_TEXT, Record


def related(record: Record, locales: tuple[str, ...]) -> Iterator[Element | None]:
    """The container with the record's place in it, and the series."""
    if own := record.container:
        yield mods(
            "relatedItem",
            titles(own.title, own.subtitle),
            [
                mods("titleInfo", mods("title", text.plain), type="abbreviated", language=tag)
                for tag, text in own.short_title
            ],
            makers(record, host_roles(record), locales),
            mods("genre", HOST_GENRES.get(record.type, ""), authority="marcgt"),
            schemed(standard_numbers.of_container(record)),
            part(record),
            type="host",
        )
    yield mods(
        "relatedItem",
        titles(record.series, NO_TEXT),
        mods("titleInfo", mods("partNumber", record.number if _is_number_in_series(record) else "")),
        schemed(standard_numbers.of_series(record)),
        type="series",
    )


def part(record: Record) -> Element | None:
    """Where in its container, or of several volumes which, the record is."""
    is_own_number = tagged.is_numbered(record) or _is_number_in_series(record)
    number = "" if is_own_number else record.number
    issue = record.issue or (number if record.type.is_serial else "")
    details = {
        "volume": record.volume,
        "issue": issue,
        "number": "" if issue == number else number,
        "chapter": record.chapter,
        "article": record.article_number,
    }
    return mods(
        "part",
        [mods("detail", mods("number", value), type=kind) for kind, value in details.items()],
        _pages(record.pages),
    )


def _is_number_in_series(record: Record) -> bool:
    return bool(record.series) and not record.type.is_serial and not tagged.is_numbered(record)


def _pages(pages: str) -> Element | None:
    first, dash, last = pages.partition("–")
    if not dash or "–" in last or "," in pages:
        return mods("extent", mods("list", pages), unit="page")
    return mods("extent", mods("start", first), mods("end", last), unit="page")
