"""What a publication is a part of, as a chain of schema.org's `isPartOf`.

An article is in an issue, that in a volume, that in a periodical; a chapter is in a book, that in a series.
"""

from catalogue.exports import standard_numbers
from catalogue.exports.jsonld_terms import IN_BOOKS
from catalogue.exports.jsonld_things import Thing, named, numbers, people, thing
from catalogue.model import Identifier, Record, RecordType, Role, Scheme

_BOOKISH = frozenset({"Book", "Chapter"})


def whole(record: Record, kind: str, locales: tuple[str, ...]) -> Thing:
    """What a record of this type of schema.org is a part of; none where that is not known."""
    if record.type in IN_BOOKS:
        return _book(record, locales)
    if record.type.is_serial and record.type is not RecordType.PERIODICAL:
        return _issue(record, locales)
    if record.container:
        own = "WebSite" if record.type is RecordType.ONLINE else "CreativeWork"
        return thing(own, _container(record, own, standard_numbers.of_container(record), locales))
    return _series(record, kind, standard_numbers.of_series(record), locales)


def _issue(record: Record, locales: tuple[str, ...]) -> Thing:
    identifiers = standard_numbers.of_container(record)
    periodical = thing("Periodical", _container(record, "Periodical", identifiers, locales))
    volume = _inside("PublicationVolume", "volumeNumber", record.volume, periodical)
    return _inside("PublicationIssue", "issueNumber", record.issue or record.number, volume)


def _inside(kind: str, name: str, number: str, outer: Thing) -> Thing:
    return thing(kind, {name: number, "isPartOf": outer}) if number else outer


def _book(record: Record, locales: tuple[str, ...]) -> Thing:
    identifiers = standard_numbers.of_container(record)
    own = tuple(each for each in identifiers if each.scheme is Scheme.ISBN)
    rest = tuple(each for each in identifiers if each not in own)
    return thing(
        "Book",
        {
            **_container(record, "Book", own, locales),
            "author": people(record, Role.CONTAINER_AUTHOR, locales),
            "editor": people(record, Role.EDITOR, locales) if record.container else [],
            "position": record.volume or (record.number if record.series else ""),
            "isPartOf": _series(record, "Book", rest, locales),
        },
    )


def _container(
    record: Record, kind: str, identifiers: tuple[Identifier, ...], locales: tuple[str, ...]
) -> Thing:
    stated = numbers(kind, identifiers)
    if own := record.container:
        stated |= named(own.title, locales, own.subtitle, own.short_title)
    return stated


def _series(
    record: Record, kind: str, identifiers: tuple[Identifier, ...], locales: tuple[str, ...]
) -> Thing:
    own = "BookSeries" if kind in _BOOKISH else "CreativeWorkSeries"
    return thing(own, {**named(record.series, locales), **numbers(own, identifiers)})
