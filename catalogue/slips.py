"""What a record states soundly and is most likely a slip of the fingers. Such records are published as they
stand; what is often right in real bibliographies is not told.
"""

import re
from collections.abc import Iterator
from datetime import date

from catalogue.model import Problem, Record, Severity
from catalogue.sources.raw import RawEntry

_PAGES = re.compile(r"(\d{1,15})\s*(?:-{1,3}|[–—])\s*(\d{1,15})")
_DATES = ("date", "year", "issued")


def likely(record: Record, raw: RawEntry) -> Iterator[Problem]:
    """A warning for each thing that is hardly meant, where its field stands."""

    def warn(code: str, message: str, advice: str, *fields: str) -> Problem:
        place = next((own.place for own in raw.fields if own.name.lower() in fields), raw.place)
        subject = fields[0] if fields else ""
        return raw.problem(Severity.WARNING, code, message, advice, at=place, subject=subject)

    if re.search(r"\s", record.key):
        yield warn(
            "key-with-space",
            "The key has a space in it, and is a part of the page's address for good.",
            f"Write `{'-'.join(record.key.split())}`; if it is published, keep the old one in `ids`.",
        )
    year = record.issued.year if record.issued else None
    if year is not None and year > date.today().year + 1:
        yield warn(
            "late-year",
            f"The year {year} is later than the next one; it comes first in all lists.",
            "Mend the year, or write `forthcoming`.",
            *_DATES,
        )
    if _runs_backwards(record.pages):
        message = f"The pages {record.pages} end before they begin."
        yield warn("reversed-pages", message, "Mend one of the two.", "pages", "page")


def _runs_backwards(pages: str) -> bool:
    """Whether a range ends before it begins. Of the last page the first digits may be left out: 733–47."""
    found = _PAGES.fullmatch(pages)
    if not found:
        return False
    first, last = found.groups()
    whole = first[: max(0, len(first) - len(last))] + last
    return int(whole) < int(first)
