"""Which publications Google Scholar passes over, because their pages cannot state what it requires."""

from collections.abc import Iterable, Iterator

from catalogue.metadata.highwire import AUTHOR, DATE, TITLE, missing
from catalogue.model import Problem, Record, Severity

_ADVICE = {
    TITLE: "State its title.",
    AUTHOR: "State its authors, or the editors of a work that is edited as a whole.",
    DATE: "State the year in which it appeared.",
}


def passed_over(records: Iterable[Record]) -> Iterator[Problem]:
    """A warning for each record that lacks a title, an author or a date, at its entry."""
    for record in records:
        if lacks := missing(record):
            yield Problem(
                record.origin.path,
                record.origin.line,
                0,
                Severity.WARNING,
                "scholar",
                f"Google Scholar passes over this publication: it has no {' and no '.join(lacks)}.",
                " ".join(_ADVICE[part] for part in lacks),
                record.key,
            )
