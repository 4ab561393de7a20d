"""What pictures show, counted: publications by year, who wrote with whom, keywords over the years.

Each function gives None where there is too little to see: two bars tell less than their numbers. What is
counted is bounded, and so is the number of questions that an engine is asked.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from catalogue.asking import SORTS
from catalogue.documents import MISSING
from catalogue.facets import filters_of, years_of
from catalogue.model import Record
from catalogue.model.codec import decode
from index import FacetCount, FacetValue, Filters, Query, Snapshot

FEWEST_RECORDS = 3
"""Publications below which there is nothing to draw."""
MOST_PEOPLE = 14
MOST_KEYWORDS = 8
MOST_READ = 500
"""Publications of a person, the newest, that are read to tell who wrote with whom."""

_FEWEST_PEOPLE, _FEWEST_KEYWORDS, _FEWEST_YEARS = 3, 3, 3


@dataclass(frozen=True, slots=True)
class Ties:
    """The people whom somebody wrote with most, those who wrote together near each other, with how many
    publications each has with that one; and pairs of places in `people`, with what the two wrote together."""

    people: tuple[FacetCount, ...]
    pairs: Mapping[tuple[int, int], int]


@dataclass(frozen=True, slots=True)
class OverTime:
    """The most frequent keywords, each with its publications by year."""

    keywords: tuple[tuple[FacetCount, Mapping[int, int]], ...]

    @property
    def years(self) -> range:
        """All years from the first to the last that any of them has."""
        known = [year for _, counts in self.keywords for year in counts]
        return range(min(known), max(known) + 1)


def by_year(snapshot: Snapshot, filters: Filters) -> Mapping[int, int] | None:
    """How many of the publications that `filters` leave each year has."""
    counts = years_of(snapshot, filters)
    enough = len(counts) >= _FEWEST_YEARS and sum(counts.values()) >= FEWEST_RECORDS
    return counts if enough else None


def keywords_over_time(snapshot: Snapshot, filters: Filters) -> OverTime | None:
    """The keywords of the publications that `filters`, none of them of keywords, leave."""
    asked = Query(filters=filters, facets=("keyword",), facet_limit=MOST_KEYWORDS + 1, limit=0)
    found = [value for value in snapshot.search(asked).facets["keyword"] if value.key != MISSING]
    tracks = [
        (value, years_of(snapshot, (*filters, *filters_of("keyword", value.key))))
        for value in found[:MOST_KEYWORDS]
    ]
    shown = OverTime(tuple((value, counts) for value, counts in tracks if counts))
    if len(shown.keywords) < _FEWEST_KEYWORDS or len(shown.years) < _FEWEST_YEARS:
        return None
    # Keywords that stand in a single publication each draw nothing but the years of those.
    return shown if any(value.count >= FEWEST_RECORDS for value, _ in shown.keywords) else None


def co_authors(
    snapshot: Snapshot, key: str, authors: Callable[[Record], Iterable[FacetValue]]
) -> Ties | None:
    """With whom the author of this facet key wrote; `authors` are the facet values of a record's authors."""
    written = Query(filters=filters_of("author", key), sort=SORTS["newest"], limit=MOST_READ)
    labels: dict[str, str] = {}
    counts: Counter[str] = Counter()
    together: Counter[frozenset[str]] = Counter()
    for hit in snapshot.search(written).hits:
        others = {value.key: value.label for value in authors(decode(hit.stored)) if value.key != key}
        labels = others | labels
        counts.update(others.keys())
        # Of a paper by a thousand nobody is told who wrote with whom.
        if len(others) <= MOST_PEOPLE:
            together.update(map(frozenset, combinations(sorted(others), 2)))
    most = sorted(counts, key=lambda each: (-counts[each], each))[:MOST_PEOPLE]
    ordered = _side_by_side(most, together)
    pairs = {
        (one, other): number
        for one, other in combinations(range(len(ordered)), 2)
        if (number := together[frozenset((ordered[one], ordered[other]))])
    }
    if len(ordered) < _FEWEST_PEOPLE or not pairs:
        return None
    return Ties(tuple(FacetCount(each, labels[each], counts[each]) for each in ordered), pairs)


def _side_by_side(keys: Sequence[str], together: Mapping[frozenset[str], int]) -> list[str]:
    """The keys so that each is followed by the one that has most in common with those just before it."""
    rest, ordered = list(keys), list[str]()
    while rest:
        near = ordered[-3:]
        best = max(rest, key=lambda each: sum(together[frozenset((each, other))] for other in near))
        rest.remove(best)
        ordered.append(best)
    return ordered
