"""The journals and events that files under `data/venues/` describe, and which records appeared there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from catalogue.model import NO_TEXT, Multilingual, Record, Scheme, all_forms, preferred
from catalogue.registers import Register, Stated, stated_by


@dataclass(frozen=True, slots=True)
class Venue:
    """Where publications appear, as a file under `data/venues/` describes it; `key` is its name, which stays
    for ever.

    `names` are by language tag, at least one, of each language the preferred one first; `variants` are other
    forms that publications print, such as abbreviations. `issns` are normalised, `aliases` are former keys.
    """

    key: str
    names: Mapping[str, tuple[str, ...]]
    variants: tuple[str, ...] = ()
    issns: tuple[str, ...] = ()
    url: str = ""
    publisher: Multilingual = NO_TEXT
    aliases: tuple[str, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """All forms of the name, without repetitions."""
        return all_forms(self.names, self.variants)

    @property
    def identifiers(self) -> tuple[str, ...]:
        """What tells the venue from others of the same name: its ISSNs."""
        return self.issns

    def best(self, locales: Iterable[str]) -> tuple[str, str]:
        """The preferred name in the first possible of `locales`, with its tag."""
        return preferred(self.names, locales)


class Venues(Register[Venue]):
    """All venues there are files of."""

    def of(self, record: Record) -> Venue | None:
        """Where a record appeared: by an ISSN of its journal, or, where none is stated, by a name that one
        venue alone claims."""
        return self.meant(stated_in(record)) if self.entries else None


NO_VENUES = Venues()


def stated_in(record: Record) -> Stated:
    """What a record states of where it appeared, as `Venues.meant` reads it."""
    return stated_by(journal_issns(record), (text.plain for _, text in venue_names(record)))


def venue_names(record: Record) -> Multilingual:
    """What the journal, book or event is called that a record appeared in or at."""
    if record.container:
        return record.container.title
    return record.event.title if record.event else NO_TEXT


def journal_issns(record: Record) -> tuple[str, ...]:
    """The ISSNs of the journal that a record appeared in, the first by its digits first.

    A journal has one for paper and one for screens, which records state in any order; that of a paper in
    proceedings is of their series.
    """
    if not record.type.is_serial:
        return ()
    return tuple(sorted(each.value for each in record.identifiers if each.scheme is Scheme.ISSN))
