"""The people whom files under `data/people/` describe, and which contributors of publications they are."""

from catalogue.model import Contributor, Person
from catalogue.registers import Register, Stated, stated_by


class People(Register[Person]):
    """All people there are files of."""

    def of(self, contributor: Contributor) -> Person | None:
        """Who a contributor is: by the ORCID iD, or, where none is stated, by a name that one person alone
        claims."""
        return self.meant(stated_of(contributor)) if self.entries else None


NO_PEOPLE = People()


def stated_of(contributor: Contributor) -> Stated:
    """What a publication states of who a contributor is, as `People.meant` reads it."""
    orcids = (contributor.orcid,) if contributor.orcid else ()
    return stated_by(orcids, (name.inverted for name in contributor.names))
