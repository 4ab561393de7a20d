"""The people whom files under `data/people/` describe, and which contributors of publications they are."""

from catalogue.model import Contributor, Person
from catalogue.registers import Register


class People(Register[Person]):
    """All people there are files of."""

    def of(self, contributor: Contributor) -> Person | None:
        """Who a contributor is: by the ORCID iD, or, where none is stated, by a name that one person alone
        claims."""
        identifiers = (contributor.orcid,) if contributor.orcid else ()
        return self.meant(identifiers, (name.inverted for name in contributor.names))


NO_PEOPLE = People()
