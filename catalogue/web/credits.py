"""Who made a publication, as its page names them: by what they did, each in the letters of its title."""

from dataclasses import dataclass

from catalogue.model import Contributor, Record, Role, Text
from catalogue.web.browse_addresses import value_url
from catalogue.web.generation import current_site
from catalogue.web.identities import author_key
from catalogue.web.name_forms import beside
from catalogue.web.texts import best

Form = tuple[str, str]
"""A name, and the BCP 47 tag of the language it is written in; "" for that of the publication itself."""


@dataclass(frozen=True, slots=True)
class Credit:
    """Somebody's part: the form of the name that is shown, the others that were printed, and the address of
    the page of what else that one published ("": there is none, because nothing need be counted there)."""

    person: Contributor
    shown: Form
    others: tuple[Form, ...]
    page: str

    @property
    def has_more(self) -> bool:
        """Whether more is known than stands beside the name."""
        person = self.person
        return bool(self.others or person.orcid or person.affiliations or person.corresponding)


def credits(record: Record) -> list[tuple[Role, list[Credit]]]:
    """The people of each role in printed order, authors first."""
    title = best(record.title)
    roles = dict.fromkeys((Role.AUTHOR, *(person.role for person in record.contributors)))
    counted = record.credited
    made = (
        (role, [_credit(person, title, person in counted) for person in record.by_role(role)])
        for role in roles
    )
    return [(role, people) for role, people in made if people]


def _credit(person: Contributor, title: tuple[str, Text] | None, is_counted: bool) -> Credit:
    forms = {person.name.display: ""}
    for tag, name in person.variants:
        forms.setdefault(name.display, tag)
    shown = beside(title, tuple(forms))
    others = tuple(form for form in forms.items() if form[0] != shown)
    has_page = is_counted or current_site().people.of(person) is not None
    page = value_url("author", author_key(person)) if has_page else ""
    return Credit(person, (shown, forms[shown]), others, page)
