"""The files below `data/people/` and `data/venues/`: from YAML to people and venues, and all that is wrong.

A file describes one person or one venue, and its name is the key, which stays for ever. Of what two files
state, an identifier or an alias stays with the first; a name tells neither from the other.
"""

from collections.abc import Callable, Iterable

from catalogue.identity_reading import Claims, Reading, key_of
from catalogue.model import Person, Problem, Scheme
from catalogue.model.identifiers import normalise, orcid, researcher_id, scopus_author
from catalogue.people import People
from catalogue.registers import Entry
from catalogue.stated_files import StatedFile
from catalogue.venues import Venue, Venues


def people(files: Iterable[StatedFile]) -> tuple[People, tuple[Problem, ...]]:
    """The people of all files, in the order of the files, and what is wrong with some."""
    entries, problems = _gathered(files, _person)
    return People(entries), problems


def venues(files: Iterable[StatedFile]) -> tuple[Venues, tuple[Problem, ...]]:
    """The venues of all files, in the order of the files, and what is wrong with some."""
    entries, problems = _gathered(files, _venue)
    return Venues(entries), problems


def _gathered(
    files: Iterable[StatedFile], make: Callable[[Reading], Entry | None]
) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    read = tuple(files)
    claims = Claims(frozenset(map(key_of, read)))
    problems: list[Problem] = []
    readings = (Reading(file, claims, problems) for file in read)
    made = (make(reading) for reading in readings if reading.is_usable())
    return tuple(entry for entry in made if entry), tuple(problems)


def _person(reading: Reading) -> Person | None:
    reading.tell_unknown("name, variants, orcid, scopus, researcherid, affiliation, url, aliases")
    names = reading.person_names()
    if not names:
        return None
    reading.tell_lone_words(name for own in names.values() for name in own)
    return Person(
        reading.key,
        names,
        reading.variants(),
        orcid=reading.identifier("orcid", orcid, "Copy the iD from the person's page at orcid.org."),
        scopus=reading.identifier("scopus", scopus_author, "Copy it from the author's page at scopus.com."),
        researcher_id=reading.identifier(
            "researcherid", researcher_id, "Copy it from the person's page at webofscience.com."
        ),
        url=reading.url(),
        affiliation=reading.texts("affiliation"),
        aliases=reading.aliases(),
    )


def _venue(reading: Reading) -> Venue | None:
    reading.tell_unknown("name, variants, issn, publisher, url, aliases")
    names = reading.venue_names()
    if not names:
        return None
    return Venue(
        reading.key,
        names,
        reading.variants(),
        issns=reading.identifiers("issn", _issn, "Copy it from the journal, or from portal.issn.org."),
        url=reading.url(),
        publisher=reading.texts("publisher"),
        aliases=reading.aliases(),
    )


def _issn(stated: str) -> str:
    return normalise(Scheme.ISSN, stated)
