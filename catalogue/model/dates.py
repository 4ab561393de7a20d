"""Dates as publications carry them: partial, approximate, ranges, seasons, or words.

The written form is ISO 8601-2 (EDTF) level 1, as biblatex reads it: `2021`, `2021-03`, `2021-03-07`,
`2021/2023`, `2021/` (open), `/2021`, `2021~` (circa), `2021?` (uncertain), `2021%` (both), `2021-21`
(spring), `199X` (the decade), `1999-XX` (a month that is not known). Whatever else is written is kept as
a literal, such as `forthcoming`.
"""

import calendar
import re
from dataclasses import dataclass
from enum import IntEnum
from functools import total_ordering

_PARTIAL = re.compile(r"(?P<year>[-−]?\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?:T[\d:.Z+-]*)?")
_UNSPECIFIED = re.compile(r"(\d{2})(\d)?X+")
_MONTH_OR_DAY_UNKNOWN = re.compile(r"(?<=\d)(?:-XX){1,2}(?=/|$)")
_QUALIFIERS = {"~": (True, False), "?": (False, True), "%": (True, True)}


class Season(IntEnum):
    """EDTF's numbers for the divisions of a year that stand where a month would."""

    SPRING = 21
    SUMMER = 22
    AUTUMN = 23
    WINTER = 24


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a month of a year, or a day. Years are astronomical: 0 is 1 BCE.

    A year comes before its months, a month before its days. Raises ValueError for a month or day that
    no calendar has.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.month is None:
            if self.day is not None:
                raise ValueError("a day needs a month")
            return
        if not 1 <= self.month <= 12:
            raise ValueError(f"there is no month {self.month}")
        # The calendar module knows years 1 to 9999; leap years recur every 400.
        days = calendar.monthrange(self.year % 400 + 2000, self.month)[1]
        if self.day is not None and not 1 <= self.day <= days:
            raise ValueError(f"there is no day {self.day} in {self.year:04d}-{self.month:02d}")

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, PartialDate):
            return NotImplemented
        return self._order < other._order

    @property
    def _order(self) -> tuple[int, int, int]:
        return self.year, self.month or 0, self.day or 0

    def ends_before(self, other: "PartialDate") -> bool:
        """Whether all of this lies before the other: of 2021 and 2021-03 neither does."""
        pairs = zip((self.year, self.month, self.day), (other.year, other.month, other.day), strict=True)
        for own, others in pairs:
            if own is None or others is None or own != others:
                return own is not None and others is not None and own < others
        return False

    @classmethod
    def parse(cls, source: str) -> "PartialDate":
        """From `2021`, `2021-03`, `2021-03-07` (a time of day after it is let go); raises ValueError."""
        match = _PARTIAL.fullmatch(source.strip())
        if not match:
            raise ValueError(f"{source!r} is not a date of the form 2021, 2021-03 or 2021-03-07")
        month, day = match["month"], match["day"]
        return cls(
            int(match["year"].replace("−", "-")), int(month) if month else None, int(day) if day else None
        )

    def __str__(self) -> str:
        year = f"{self.year:04d}" if self.year >= 0 else f"-{-self.year:04d}"
        parts = [year, *(f"{part:02d}" for part in (self.month, self.day) if part is not None)]
        return "-".join(parts)


@dataclass(frozen=True, slots=True)
class Issued:
    """When something appeared: a date, a range (perhaps open at one end), or words in `literal`.

    `open` says that the range has no end; a range without a start has `start` None and an `end`.
    """

    start: PartialDate | None = None
    end: PartialDate | None = None
    open: bool = False
    circa: bool = False
    uncertain: bool = False
    season: Season | None = None
    literal: str = ""

    @classmethod
    def parse(cls, source: str) -> "Issued":
        """From any written form; what is not a date becomes the literal.

        Raises ValueError for what has the form of a date and cannot be one (`2021-13`), and for nothing.
        """
        source = source.strip()
        if not source:
            raise ValueError("the date is empty")
        body, circa, uncertain = _strip_qualifier(source)
        body = _MONTH_OR_DAY_UNKNOWN.sub("", body)
        season = _season(body)
        if season:
            return cls(start=PartialDate(int(body[:-3])), circa=circa, uncertain=uncertain, season=season)
        if decade := _UNSPECIFIED.fullmatch(body):
            low, high = (int((decade[1] + (decade[2] or "")).ljust(4, digit)) for digit in "09")
            return cls(start=PartialDate(low), end=PartialDate(high), circa=circa, uncertain=uncertain)
        first, slash, last = body.partition("/")
        try:
            start, end = _range_end(first), _range_end(last)
        except ValueError:
            if _PARTIAL.fullmatch(first) or (slash and _PARTIAL.fullmatch(last)):
                raise
            return cls(literal=source)
        if start is None and end is None:
            return cls(literal=source)
        if start and end and end.ends_before(start):
            raise ValueError(f"the range {source!r} ends before it starts")
        is_open = bool(slash) and end is None
        return cls(start=start, end=end, open=is_open, circa=circa, uncertain=uncertain)

    @property
    def year(self) -> int | None:
        """The year to sort and count by: that of the start, else of the end."""
        date = self.start or self.end
        return date.year if date else None

    def __str__(self) -> str:
        """The written form that `parse` reads back."""
        if self.literal:
            return self.literal
        qualifier = {(True, False): "~", (False, True): "?", (True, True): "%"}.get(
            (self.circa, self.uncertain), ""
        )
        start = str(self.start) if self.start else ""
        if self.season:
            start += f"-{self.season.value}"
        tail = f"/{self.end}" if self.end else ("/" if self.open else "")
        return start + tail + qualifier


def _strip_qualifier(source: str) -> tuple[str, bool, bool]:
    body = source[:-1] if source[-1] in _QUALIFIERS else source
    # biblatex marks each end of a range on its own; one mark speaks for the whole here.
    first, slash, last = body.partition("/")
    marked = source[-1] if source[-1] in _QUALIFIERS else ""
    if first and first[-1] in _QUALIFIERS:
        marked, first = marked or first[-1], first[:-1]
    circa, uncertain = _QUALIFIERS.get(marked, (False, False))
    return first + slash + last, circa, uncertain


def _season(body: str) -> Season | None:
    if re.fullmatch(r"-?\d{4}-2[1-4]", body):
        return Season(int(body[-2:]))
    return None


def _range_end(part: str) -> PartialDate | None:
    part = part.strip()
    return None if part in ("", "..") else PartialDate.parse(part)
