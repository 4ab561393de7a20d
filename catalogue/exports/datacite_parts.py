"""What a publication is a part of, as DataCite has it: container, series and event as related items."""

from typing import TypedDict

from catalogue.exports import standard_numbers
from catalogue.exports.datacite_people import Person, in_role
from catalogue.exports.datacite_terms import CONTAINERS, IDENTIFIERS
from catalogue.exports.datacite_values import UNAVAILABLE, Statement, folded, stated, titles
from catalogue.exports.tagged import is_numbered
from catalogue.model import NO_TEXT, Identifier, Record, Role, Scheme

_WITH_ISBN = frozenset({"Book", "ConferenceProceeding"})


class RelatedItem(TypedDict, total=False):
    """A container, a series or an event, by DataCite's names."""

    relatedItemType: str
    relationType: str
    relatedItemIdentifier: Statement
    creators: list[Person]
    titles: list[Statement]
    volume: str
    issue: str
    number: str
    numberType: str
    firstPage: str
    lastPage: str


def related_items(record: Record, locales: tuple[str, ...]) -> list[RelatedItem]:
    """The container, the series and the event, as far as they are known."""
    items = (_container(record, locales), _series(record), _event(record))
    return [stated(own) for own in items if own]


def related_identifiers(record: Record) -> list[Statement]:
    """The standard numbers of the container, else of the series."""
    wholes = {
        "IsPublishedIn": standard_numbers.of_container(record),
        "IsPartOf": standard_numbers.of_series(record),
    }
    return [
        {
            "relatedIdentifier": own.value,
            "relatedIdentifierType": IDENTIFIERS[own.scheme],
            "relationType": relation,
        }
        for relation, numbers in wholes.items()
        for own in numbers
    ]


def own_number(record: Record) -> str:
    """The number that is the publication's own: no issue's, and no place in a series."""
    if record.type.is_serial or (record.series and not is_numbered(record)):
        return ""
    return folded(record.number)


def _container(record: Record, locales: tuple[str, ...]) -> RelatedItem | None:
    whole = record.container
    if not whole and record.type not in CONTAINERS:
        return None
    kind = CONTAINERS.get(record.type, "Other")
    named = titles(whole.title, whole.subtitle, record.language) if whole else []
    first, last = _pages(record)
    own = RelatedItem(
        relatedItemIdentifier=_number(standard_numbers.of_container(record), kind),
        creators=_creators(record, locales),
        titles=named,
        volume=folded(record.volume),
        issue=folded(record.issue or (record.number if record.type.is_serial else "")),
        number=folded(record.article_number or record.chapter),
        firstPage=first,
        lastPage=last,
    )
    if not any(own.values()):
        return None
    if own["number"]:
        own["numberType"] = "Article" if record.article_number else "Chapter"
    own["titles"] = named or [{"title": UNAVAILABLE}]
    return RelatedItem(**(own | RelatedItem(relatedItemType=kind, relationType="IsPublishedIn")))


def _creators(record: Record, locales: tuple[str, ...]) -> list[Person]:
    # The schema has a place for their names alone here.
    people = in_role(record, Role.CONTAINER_AUTHOR, locales)
    return [stated(Person(**(own | Person(nameIdentifiers=[], affiliation=[])))) for own in people]


def _number(numbers: tuple[Identifier, ...], kind: str) -> Statement:
    """The number that a whole of this kind is known by: there is room for one."""
    usual = Scheme.ISBN if kind in _WITH_ISBN else Scheme.ISSN
    first = next(iter(sorted(numbers, key=lambda own: own.scheme is not usual)), None)
    if not first:
        return {}
    return {"relatedItemIdentifier": first.value, "relatedItemIdentifierType": IDENTIFIERS[first.scheme]}


def _pages(record: Record) -> tuple[str, str]:
    first, _, last = record.pages.partition("–")
    # Of more than one span, the first page is where reading begins, and no page is the last.
    return folded(first.partition(",")[0]), "" if "," in record.pages or "–" in last else folded(last)


def _series(record: Record) -> RelatedItem | None:
    named = titles(record.series, NO_TEXT, record.language)
    if not named:
        return None
    number = "" if record.type.is_serial or is_numbered(record) else folded(record.number)
    return RelatedItem(
        relatedItemType="Collection",
        relationType="IsPartOf",
        relatedItemIdentifier=_number(standard_numbers.of_series(record), "Collection"),
        titles=named,
        volume="" if record.container or record.type in CONTAINERS else folded(record.volume),
        number=number,
        numberType="Other" if number else "",
    )


def _event(record: Record) -> RelatedItem | None:
    named = titles(record.event.title, NO_TEXT, record.language) if record.event else []
    if not named:
        return None
    return RelatedItem(relatedItemType="Event", relationType="IsPartOf", titles=named)
