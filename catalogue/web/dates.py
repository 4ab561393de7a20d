"""Dates in the language of the interface, each with its machine-readable form."""

from datetime import UTC, date, datetime
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_datetime, format_interval, format_skeleton
from flask_babel import gettext
from flask_babel import lazy_gettext as _
from markupsafe import Markup, escape

from catalogue.model import Issued, PartialDate, Season
from catalogue.web.words import interface_locale

_SEASONS = {
    Season.SPRING: _("spring %(year)s"),
    Season.SUMMER: _("summer %(year)s"),
    Season.AUTUMN: _("autumn %(year)s"),
    Season.WINTER: _("winter %(year)s"),
}


_EUROPEAN = Locale("en", "GB")
_MOST_KEPT = 4096
"""Dates in the words of a language."""


def _locale() -> Locale:
    """The locale that dates are written in: of English, that of Europe."""
    locale = interface_locale()
    return _EUROPEAN if locale.language == "en" else locale


def today() -> PartialDate:
    """The day it is in UTC."""
    return _whole(datetime.now(UTC).date())


@lru_cache(maxsize=2)
def _whole(day: date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)


def date_text(when: PartialDate) -> str:
    """`2021`, `March 2021`, `7 March 2021`, as the language of the interface writes it."""
    day = _first_day(when)
    return _day_text(day, when.day is not None, _locale()) if day else str(when.year)


@lru_cache(_MOST_KEPT)
def _day_text(day: date, is_whole: bool, locale: Locale) -> str:
    written = (
        format_date(day, "long", locale=locale) if is_whole else format_skeleton("yMMMM", day, locale=locale)
    )
    return str(written)


def _first_day(when: PartialDate) -> date | None:
    """The first day that a date means, where it knows its month and the calendar its year."""
    if when.month is None or not 0 < when.year <= 9999:
        return None
    return date(when.year, when.month, when.day or 1)


def date_html(when: PartialDate) -> Markup:
    """A `<time>` element."""
    return _time_html(str(when), date_text(when))


def moment_html(moment: str) -> Markup:
    """A `<time>` element of a moment in ISO 8601, which is shown in UTC."""
    written = format_datetime(datetime.fromisoformat(moment).astimezone(UTC), "long", locale=_locale())
    return _time_html(moment, written)


def issued_html(issued: Issued) -> Markup:
    """A date of publication: a day, a range, about a year, or its words."""
    if issued.literal:
        return escape(issued.literal)
    is_range = issued.end or issued.open
    shown = period_html(issued.start, issued.end) if is_range else _start_html(issued)
    if issued.circa:
        shown = Markup(gettext("about %(date)s", date=shown))
    return Markup("{} (?)").format(shown) if issued.uncertain else shown


def period_html(start: PartialDate | None, end: PartialDate | None) -> Markup:
    """`2019–2021`, `7 March 2021 – 2022`: a range, open at an end that is None.

    Beside words the dash has spaces, and a year says that it is one where a language does so.
    """
    if start and end and (words := _span_text(start, end)):
        return escape(words)
    is_worded = any(each and _first_day(each) for each in (start, end))
    shown = [_end_html(each, is_worded) if each else "" for each in (start, end)]
    return Markup((" – " if is_worded else "–").join(shown).strip())


def _end_html(when: PartialDate, is_worded: bool) -> Markup:
    if is_worded and when.month is None:
        return _time_html(str(when), gettext("%(year)s", year=when.year))
    return date_html(when)


def _span_text(start: PartialDate, end: PartialDate) -> str | None:
    """`13–17 Sept 1999`, `March – May 2021`: what both have in common is said once.

    None where the two are not equally exact, or know no month.
    """
    first, last = _first_day(start), _first_day(end)
    if first is None or last is None or (start.day is None) != (end.day is None):
        return None
    return str(format_interval(first, last, "yMMMd" if start.day else "yMMMM", locale=_locale()))


def _start_html(issued: Issued) -> Markup:
    if issued.start is None:
        return Markup("")
    if issued.season:
        words = str(_SEASONS[issued.season]) % {"year": issued.start.year}
        return _time_html(f"{issued.start.year:04d}", words)
    return date_html(issued.start)


def _time_html(moment: str, words: str) -> Markup:
    return Markup(f'<time datetime="{escape(moment)}">{escape(words)}</time>')
