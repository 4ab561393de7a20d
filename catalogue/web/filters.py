"""The filters of a search as its page shows them: those that are active, and the years."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale
from markupsafe import Markup, escape

from catalogue.asking import SearchRequest
from catalogue.documents import MISSING
from catalogue.search import SearchPage
from catalogue.web import years
from catalogue.web.histogram import Bar, bars_of
from catalogue.web.querystring import stated_filter, without
from catalogue.web.texts import facet_label, years_label
from catalogue.web.words import counted, interface_locale, number_text
from index import FacetCount, Query, Snapshot

_LONGEST_YEAR = 20
"""Letters that are repeated of what was typed in place of a year."""
_MOST_KEPT = 4096
"""Counts whose words are kept, in any language."""


@dataclass(frozen=True, slots=True)
class ActiveFilter:
    """A filter of a request as an address states it, what it is called, the request without it, and whether
    the form has a field for it."""

    facet: str
    stated: str
    label: str
    rest: SearchRequest
    has_field: bool


@dataclass(frozen=True, slots=True)
class Years:
    """The years of a result: as bars, and the range that they are filtered by, which is empty where there is
    none, or more than one; what its fields hold, and what of that names no year."""

    bars: tuple[Bar, ...]
    first: str
    last: str
    fields: tuple[str, str]
    unread: tuple[str, ...] = ()


def active_filters(snapshot: Snapshot, page: SearchPage) -> list[ActiveFilter]:
    """Each filter of the request, with the request that takes it away.

    The counts of a result are no source for them: an empty result has none.
    """
    fields = {(group.name, value.key) for group in page.facets for value in group.values}
    range_field = _range(page.request) if _group(page, "year") else None
    active = []
    for facet, keys in page.request.filters:
        for stated in stated_filter(facet, keys):
            rest = without(page.request, facet, stated)
            if facet == "year" and stated != MISSING:
                has_field, label = stated == range_field, years_label(stated)
            else:
                has_field = (facet, stated) in fields
                label = facet_label(facet, value_of(snapshot, facet, stated))
            active.append(ActiveFilter(facet, stated, label, rest, has_field))
    return active


def value_of(snapshot: Snapshot, facet: str, key: str, query: Query | None = None) -> FacetCount:
    """A value of a facet, counted among the matches of a query (None: all records)."""
    known = snapshot.values(facet, query=query, prefix=key, limit=1)
    if known and known[0].key == key:
        return known[0]
    return FacetCount(key, value_of(snapshot, facet, key).label if query else key, 0)


def years_of(page: SearchPage, first_typed: str = "", last_typed: str = "") -> Years:
    """The years of a result; what was typed as its first and last stays in the fields where it is no year."""
    chosen = page.request.selected("year")
    first, last = years.ends_of(_range(page.request) or "") or ("", "")
    bars = bars_of(_group(page, "year"), chosen - {MISSING})
    typed = first_typed.strip()[:_LONGEST_YEAR], last_typed.strip()[:_LONGEST_YEAR]
    if unread := tuple(each for each in typed if not years.is_end(each)):
        return Years(bars, first, last, typed, unread)
    return Years(bars, first, last, (first, last))


def value_rows(facet: str, values: Iterable[FacetCount], chosen: Container[str], form: str = "") -> Markup:
    """The values of a facet as boxes, those that are `chosen` checked; `form` is the id of their form where
    they stand outside of it. Each has an id of its own, by which a box is found again where a new page took
    the place of the old.

    A page has a hundred of them: in a template each would take several calls.
    """
    owner, locale = f' form="{form}"' if form else "", interface_locale()
    return Markup(
        "".join(
            f'<label><input type="checkbox"{owner} id="{facet}:{_in_id(key)}" name="{facet}" value="{key}"'
            f"{' checked' if value.key in chosen else ''}> <span>{escape(facet_label(facet, value))}</span>"
            f" <small>{_count(value.count, locale)}</small></label>\n"
            for value, key in ((value, str(escape(value.key))) for value in values)
        )
    )


def _in_id(key: str) -> str:
    """A key as a part of an id, which holds no space."""
    return key.replace("%", "%25").replace(" ", "%20") if " " in key or "%" in key else key


@lru_cache(_MOST_KEPT)
def _count(number: int, locale: Locale) -> str:
    """How many publications a value has: the number to see, and the words around it to hear."""
    sentence = str(counted("%(num)s publication", "%(num)s publications", number))
    before, shown, after = sentence.partition(number_text(number))
    return f"{_heard(before)}{shown}{_heard(after)}"


def _heard(words: str) -> str:
    return f'<span class="visually-hidden">{words}</span>' if words else ""


def _range(asked: SearchRequest) -> str | None:
    """The years that a request filters by, where they are one range."""
    stated = stated_filter("year", asked.selected("year") - {MISSING})
    return stated[0] if len(stated) == 1 else None


def _group(page: SearchPage, facet: str) -> tuple[FacetCount, ...]:
    return next((group.values for group in page.facets if group.name == facet), ())
