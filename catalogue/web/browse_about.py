"""What the page of a value says beside its publications: who or what it is, and what stands near it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from catalogue.concepts import Concept
from catalogue.documents import MISSING
from catalogue.facet_values import BEHIND_NAME, author_of_name
from catalogue.facets import years_of
from catalogue.model import Person
from catalogue.site import Site
from catalogue.venues import Venue
from catalogue.web.browse_addresses import is_person
from catalogue.web.browse_listing import Listed, related
from catalogue.web.languages import locales
from catalogue.web.name_forms import own_form
from catalogue.web.texts import facet_label
from index import FacetCount, Snapshot
from index.field import BETWEEN_FORMS

_MOST_RELATED = 20
_MOST_NAMESAKES = 20
_MOST_FORMS = 4


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a value.

    `title` is what it is called, in the language `tag` ("" where that is not known, the page's where it is
    None); `other_forms` is what else it is called, and `related` what it stands beside most, itself left out.
    `namesakes` are others of the same name, `before` and `after` the years around a year; `is_only_a_name`
    tells that nobody knows whose name it is.
    """

    title: str
    tag: str | None = None
    entry: Person | Venue | Concept | None = None
    other_forms: tuple[str, ...] = ()
    related: tuple[FacetCount, ...] = ()
    namesakes: tuple[FacetCount, ...] = ()
    before: FacetCount | None = None
    after: FacetCount | None = None
    is_only_a_name: bool = False


def about(snapshot: Snapshot, site: Site, found: Listed) -> About:
    """What is known of the value that some publications have."""
    match found.facet:
        case "author":
            return _about_author(snapshot, site, found.value)
        case "venue":
            return _about_venue(site, found.value)
        case "keyword":
            return _about_keyword(snapshot, site, found.value)
        case "year":
            return _about_year(snapshot, found.value)
    return About(_heading(facet_label(found.facet, found.value)))


def _heading(label: str) -> str:
    """A word of the interface as it begins a heading."""
    return label[:1].upper() + label[1:]


def _about_author(snapshot: Snapshot, site: Site, value: FacetCount) -> About:
    person = site.people.of_key(value.key)
    tag, title = person.best(locales()) if person else ("", own_form(value.label))
    return About(
        title,
        tag,
        person,
        other_forms=_others(title, (*(person.forms if person else ()), *value.label.split(BETWEEN_FORMS))),
        related=related(snapshot, "author", value.key, _MOST_RELATED),
        namesakes=_namesakes(snapshot, value),
        is_only_a_name=not is_person(value.key),
    )


def _namesakes(snapshot: Snapshot, value: FacetCount) -> tuple[FacetCount, ...]:
    """Other authors with one of the forms of a name."""
    found: dict[str, FacetCount] = {}
    for form in value.label.split(BETWEEN_FORMS)[:_MOST_FORMS]:
        beginning = f"{form.casefold()}{BEHIND_NAME}"
        for each in snapshot.values("name", prefix=beginning, limit=_MOST_NAMESAKES):
            found.setdefault(author_of_name(each.key), each)
    found.pop(value.key, None)
    return tuple(replace(each, key=key) for key, each in found.items())


def _about_venue(site: Site, value: FacetCount) -> About:
    venue = site.venues.of_key(value.key)
    tag, title = venue.best(locales()) if venue else ("", own_form(value.label))
    forms = venue.forms if venue else value.label.split(BETWEEN_FORMS)
    return About(title, tag, venue, other_forms=_others(title, forms))


def _about_keyword(snapshot: Snapshot, site: Site, value: FacetCount) -> About:
    concept = site.concepts.get(value.key)
    tag, title = concept.best(locales()) if concept else ("", value.label)
    beside = related(snapshot, "keyword", value.key, _MOST_RELATED)
    return About(title, tag, concept, related=beside)


def _about_year(snapshot: Snapshot, value: FacetCount) -> About:
    if value.key == MISSING:
        return About(_heading(facet_label("year", value)))
    own, counts = int(value.key), years_of(snapshot)
    before = max((year for year in counts if year < own), default=None)
    after = min((year for year in counts if year > own), default=None)
    return About(value.key, before=_year(before, counts), after=_year(after, counts))


def _year(year: int | None, counts: Mapping[int, int]) -> FacetCount | None:
    return None if year is None else FacetCount(str(year), str(year), counts[year])


def _others(title: str, forms: Iterable[str]) -> tuple[str, ...]:
    """The forms of a name beside the one that is shown, each once."""
    return tuple(form for form in dict.fromkeys(forms) if form != title)
