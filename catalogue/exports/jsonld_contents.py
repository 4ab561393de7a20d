"""What a work is about, who stands behind it and who may read it, in the terms of schema.org."""

from catalogue.exports import licences, tagged
from catalogue.exports.csl_terms import CSL_GENRES
from catalogue.exports.datacite_terms import ACCESS, CLASSIFICATIONS
from catalogue.exports.jsonld_things import Thing, named, organisation, passages, thing
from catalogue.exports.registry import Options
from catalogue.model import AccessStatus, Grant, Issued, Multilingual, PartialDate, Record

_FREE = {AccessStatus.OPEN: True, AccessStatus.RESTRICTED: False, AccessStatus.METADATA_ONLY: False}
"""Whether a work is free; of an embargo that depends on the day it is read."""


def origin(record: Record, locales: tuple[str, ...]) -> Thing:
    """The publisher, for which the institution stands in, and the institution."""
    institution = tagged.best(record.institution, locales)
    place = tagged.best(record.place, locales)
    return {
        "publisher": organisation(tagged.publisher(record, locales), location=place),
        "sourceOrganization": organisation(institution),
    }


def contents(record: Record, kind: str, locales: tuple[str, ...]) -> Thing:
    """The abstract, and in which words, languages and classes a work of this type is described."""
    abstract = passages(record.abstract, locales)
    return {
        "abstract": abstract,
        "description": abstract if kind == "Dataset" else "",
        "keywords": [keyword.text.plain for keyword in record.keywords],
        "about": [_subject(own.scheme, own.code) for own in record.classification],
        "genre": CSL_GENRES.get(record.genre, record.genre),
        "inLanguage": list(record.languages),
    }


def rights(record: Record) -> Thing:
    """The licence, and who may read the full text."""
    own = record.access
    licence = licences.address(record.license)
    return {
        "license": licence or thing("CreativeWork", {"name": record.license}),
        "isAccessibleForFree": _FREE.get(own.status) if own else None,
        "conditionsOfAccess": ACCESS[own.status] if own else "",
    }


def funding(record: Record, options: Options) -> list[Thing]:
    """The grants of those projects that are known."""
    grants = (options.grants.get(key, Grant()) for key in record.projects)
    return [own for grant in grants if (own := _grant(grant, options.locales(record)))]


def event(record: Record, locales: tuple[str, ...]) -> Thing:
    """The conference that a paper was read at; none where it is not known."""
    own = record.event
    if not own:
        return {}
    place = thing("Place", {"name": tagged.best(own.place, locales)})
    return thing("Event", {**named(own.title, locales), "location": place, **span(own.date or Issued())})


def span(issued: Issued) -> Thing:
    """The first and the last date of something that lasts."""
    return {"startDate": iso(issued.start), "endDate": iso(issued.end)}


def iso(date: PartialDate | None) -> str:
    """A date by ISO 8601, "" for none."""
    return str(date) if date else ""


def _subject(scheme: str, code: str) -> Thing:
    terms = thing("DefinedTermSet", {"name": CLASSIFICATIONS.get(scheme, scheme)})
    return thing("DefinedTerm", {"name": code, "termCode": code, "inDefinedTermSet": terms})


def _grant(own: Grant, locales: tuple[str, ...]) -> Thing:
    stated = {
        **named(own.title, locales, short=Multilingual.of(own.acronym)),
        "identifier": own.number,
        "url": own.url,
        "funder": organisation(own.funder),
    }
    return thing("Grant", stated)
