"""What a record is counted under as the work of somebody, in a journal, on a subject: keys and labels.

An identity counts before an identifier, and that before a name as it is written.
"""

from catalogue.concepts import Concepts
from catalogue.folding import folded
from catalogue.model import Contributor, Keyword, Record
from catalogue.people import NO_PEOPLE, People
from catalogue.registers import FROM_FILE, joined
from catalogue.venues import NO_VENUES, Venues, journal_issns, venue_names
from index import FacetValue

BEHIND_NAME = " \u241f"
"""In a key of `name`, what stands between a name and the key of the author: a sign that no name has."""


def author_facet(contributor: Contributor, people: People = NO_PEOPLE) -> FacetValue:
    """The facet value of a contributor: the person, else the ORCID iD, else the folded name; labelled with
    all forms of the name that file and publication have."""
    printed = tuple(name.inverted for name in contributor.names)
    if person := people.of(contributor):
        return FacetValue(people.facet_key(person), joined(person.forms, printed))
    return FacetValue(contributor.orcid or _key_of_name(printed[0]), joined(printed))


def author_of_name(key: str) -> str:
    """The key of the author that a key of `name` lists."""
    return key.partition(BEHIND_NAME)[2]


def name_facets(record: Record, people: People) -> tuple[FacetValue, ...]:
    """What those who are credited are listed by: a name for each family name that somebody goes by; as the
    file has it, if there is one, so that it is listed with all publications."""
    found: list[FacetValue] = []
    for own in record.credited:
        person = people.of(own)
        forms = person.forms if person else tuple(name.inverted for name in own.names)
        key = author_facet(own, people).key
        by_family = {folded(form).partition(",")[0]: form for form in reversed(forms)}
        found += [FacetValue(f"{form.casefold()}{BEHIND_NAME}{key}", form) for form in by_family.values()]
    return tuple(found)


def keyword_facet(keyword: Keyword, concepts: Concepts) -> FacetValue:
    """The facet value of a keyword: the concept that it is a label of, else the folded keyword, labelled as
    written."""
    text = keyword.text.plain
    if concept := concepts.of_label(text, keyword.language):
        return FacetValue(concept.key, concept.names)
    return FacetValue(folded(text), text)


def venue_facet(record: Record, venues: Venues = NO_VENUES) -> FacetValue | None:
    """The journal, book or event a record appeared in or at: the venue that has a file, else the ISSN of
    a journal, else the folded name; labelled with all forms of the name that file and record have."""
    printed = tuple(text.plain for _, text in venue_names(record))
    if not printed:
        return None
    if venue := venues.of(record):
        return FacetValue(venues.facet_key(venue), joined(venue.forms, printed))
    issns = journal_issns(record)
    return FacetValue(issns[0] if issns else _key_of_name(printed[0]), joined(printed))


def _key_of_name(name: str) -> str:
    """A folded name, which cannot be taken for the key of a file."""
    own = folded(name)
    return own.lstrip(FROM_FILE) or own
