"""Who made a publication, as DataCite has it: creators, and contributors of a type."""

from collections.abc import Iterable
from typing import TypedDict

from catalogue.exports.datacite_terms import CONTRIBUTORS
from catalogue.exports.datacite_values import AND_OTHERS, UNAVAILABLE, Statement, best, folded, stated
from catalogue.model import Affiliation, Contributor, Record, Role

_ORCID = "https://orcid.org"
_ROR = "https://ror.org"


class Person(TypedDict, total=False):
    """Somebody, by DataCite's names; `contributorType` only of a contributor."""

    name: str
    nameType: str
    givenName: str
    familyName: str
    nameIdentifiers: list[Statement]
    affiliation: list[Statement]
    contributorType: str


def creators(record: Record, locales: tuple[str, ...]) -> list[Person]:
    """The authors, or of a publication without any its editors, else the code for what is not known."""
    role = Role.AUTHOR if record.by_role(Role.AUTHOR) else Role.EDITOR
    return in_role(record, role, locales) or [Person(name=UNAVAILABLE)]


def contributors(record: Record, locales: tuple[str, ...]) -> list[Person]:
    """Everybody who is no author, with the type of what they did."""
    return [
        stated(Person(**person, contributorType=own))
        for role, own in CONTRIBUTORS.items()
        for person in in_role(record, role, locales)
    ]


def in_role(record: Record, role: Role, locales: tuple[str, ...]) -> list[Person]:
    """The people of one role, at their end the code for "and others" where the list goes on."""
    own = _people(record.by_role(role), locales)
    return [*own, Person(name=AND_OTHERS)] if role in record.others else own


def _people(people: Iterable[Contributor], locales: tuple[str, ...]) -> list[Person]:
    return [stated(_person(own, locales)) for own in people if folded(own.name.inverted)]


def _person(own: Contributor, locales: tuple[str, ...]) -> Person:
    name = own.name
    return Person(
        name=folded(name.inverted),
        nameType="Organizational" if name.literal else "Personal",
        givenName="" if name.literal else folded(name.given),
        familyName="" if name.literal else folded(f"{name.prefix} {name.family}"),
        nameIdentifiers=[_orcid(own.orcid)] if own.orcid else [],
        affiliation=[entry for place in own.affiliations if (entry := _affiliation(place, locales))],
    )


def _orcid(own: str) -> Statement:
    return {"nameIdentifier": f"{_ORCID}/{own}", "nameIdentifierScheme": "ORCID", "schemeUri": _ORCID}


def _affiliation(own: Affiliation, locales: tuple[str, ...]) -> Statement:
    name = best(own.name, locales).get("name")
    if not name or not own.ror:
        return {"name": name} if name else {}
    return {
        "name": name,
        "affiliationIdentifier": f"{_ROR}/{own.ror}",
        "affiliationIdentifierScheme": "ROR",
        "schemeUri": _ROR,
    }
