"""The things that schema.org says something of beside publications: people, organisations, identifiers.

Where a text is known in several languages, the best one is a plain string, which every reader of schema.org
understands; the others are JSON-LD's values with a language.
"""

from collections.abc import Iterable

from catalogue.exports import tagged
from catalogue.exports.datacite_terms import IDENTIFIERS
from catalogue.exports.jsonld_terms import WITH_ISSN
from catalogue.model import (
    NO_TEXT,
    UNDETERMINED,
    Affiliation,
    Contributor,
    Identifier,
    Multilingual,
    Record,
    Role,
    Scheme,
)

Thing = dict[str, object]
"""A node of JSON-LD; nothing in it is empty."""

_NOTHING: tuple[object, ...] = ("", None, [], {})


def thing(kind: str, stated: Thing) -> Thing:
    """A node of a type with what is stated of it; none where nothing is."""
    own = {name: value for name, value in stated.items() if value not in _NOTHING}
    return {"@type": kind, **own} if own else {}


def named(
    title: Multilingual,
    locales: tuple[str, ...],
    subtitle: Multilingual = NO_TEXT,
    short: Multilingual = NO_TEXT,
) -> Thing:
    """The name in the first of `locales` that it has, after a colon its subtitle, and every other name."""
    return {
        "name": tagged.title(title, subtitle, locales),
        "alternateName": _others(title, locales, subtitle) + [_value(tag, text.plain) for tag, text in short],
    }


def passages(source: Multilingual, locales: tuple[str, ...]) -> str | list[object]:
    """A text in every language, the best first; a string where there is one only."""
    first, others = tagged.best(source, locales), _others(source, locales)
    return [first, *others] if others else first


def people(record: Record, role: Role, locales: tuple[str, ...]) -> list[Thing]:
    """Those of a role, in printed order."""
    return [_agent(own, locales) for own in record.by_role(role)]


def organisation(name: str, **stated: object) -> Thing:
    """An organisation; none without a name."""
    return thing("Organization", {"name": name, **stated}) if name else {}


def numbers(kind: str, identifiers: Iterable[Identifier], number: str = "") -> Thing:
    """ISBN and ISSN where a type has a property for them, every other identifier as a value of its scheme;
    `number` is one of no scheme."""
    own = tuple(identifiers)
    places = {Scheme.ISBN: "isbn" if kind == "Book" else "", Scheme.ISSN: "issn" if kind in WITH_ISSN else ""}
    stated: Thing = {
        place: [each.value for each in own if each.scheme is scheme]
        for scheme, place in places.items()
        if place
    }
    values = [
        _property_value(IDENTIFIERS[each.scheme], each.value, each.url or "")
        for each in own
        if not places.get(each.scheme)
    ]
    return stated | {"identifier": ([_property_value("number", number)] if number else []) + values}


def _property_value(scheme: str, value: str, url: str = "") -> Thing:
    return thing("PropertyValue", {"propertyID": scheme, "value": value, "url": url})


def _others(source: Multilingual, locales: tuple[str, ...], subtitle: Multilingual = NO_TEXT) -> list[object]:
    best = source.best(locales)
    return [
        _value(tag, tagged.title(source, subtitle, (tag,))) for tag, text in source if (tag, text) != best
    ]


def _value(language: str, text: str) -> object:
    return text if language == UNDETERMINED else {"@language": language, "@value": text}


def _agent(own: Contributor, locales: tuple[str, ...]) -> Thing:
    name = own.name
    orcid = f"https://orcid.org/{own.orcid}" if own.orcid else ""
    stated: Thing = {
        "@id": orcid,
        "name": name.display,
        "alternateName": [_value(tag, variant.display) for tag, variant in own.variants],
        "sameAs": orcid,
    }
    if name.literal:
        return thing("Organization", stated)
    parts = {
        "givenName": name.given,
        "familyName": " ".join(part for part in (name.prefix, name.family) if part),
        "honorificSuffix": name.suffix,
        "affiliation": [_affiliation(place, locales) for place in own.affiliations],
    }
    return thing("Person", stated | parts)


def _affiliation(own: Affiliation, locales: tuple[str, ...]) -> Thing:
    ror = f"https://ror.org/{own.ror}" if own.ror else ""
    return thing("Organization", {"@id": ror, **named(own.name, locales), "sameAs": ror})
