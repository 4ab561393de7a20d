"""Pictures of what a list holds, drawn for any screen and for both schemes of colours.

A picture is drawn in the colour of the text and says by its name what it shows; the same numbers stand in a
table behind it (`_pictures.html`). Words of a picture that stretches are outside of it, so that they never
shrink; only the ties of co-authors have theirs within, in a picture no wider than a telephone.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from markupsafe import Markup

from catalogue.asking import SearchRequest
from catalogue.facets import filters_of
from catalogue.model import Record
from catalogue.pictures import Ties, by_year, co_authors, keywords_over_time
from catalogue.web.addresses import years_address
from catalogue.web.histogram import Bar, Frame, bars_of
from catalogue.web.identities import author_facet
from catalogue.web.texts import facet_label
from catalogue.web.words import number_text
from index import FacetCount, FacetValue, Filters, Snapshot

_BARS = Frame(height=100, step=12, bar=10)
_SPARK = Frame(height=28, step=12, bar=10)
_ROW, _AXIS, _WIDTH = 28, 84, 400
_WITH_KEYWORDS = frozenset({"author", "venue", "project"})
"""Facets whose values are told apart by what they are about."""
_LETTERS = 28
"""Letters of a name beside the ties; the table has it whole."""


@dataclass(frozen=True, slots=True)
class YearsPicture:
    """Publications by year: the bars, and what stands before and behind the years in the address of a search
    for them."""

    bars: tuple[Bar, ...]
    address: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Track:
    """A keyword with its bars over the years that all keywords of a picture share."""

    value: FacetCount
    label: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class KeywordsPicture:
    """Keywords over time, and the periods that have any of them."""

    tracks: tuple[Track, ...]

    @property
    def ends(self) -> tuple[int, int]:
        """The first and the last year."""
        bars = self.tracks[0].bars
        return bars[0].first, bars[-1].last

    @property
    def most(self) -> int:
        """The most publications that a keyword has in a period."""
        return max(bar.count for track in self.tracks for bar in track.bars)

    @property
    def table(self) -> Iterator[tuple[str, list[str]]]:
        """Each period in which any keyword stands, the latest first, with the numbers of all keywords."""
        for column in reversed(list(zip(*(track.bars for track in self.tracks), strict=True))):
            if any(bar.count for bar in column):
                yield column[0].label, [number_text(bar.count) for bar in column]


@dataclass(frozen=True, slots=True)
class TiesPicture:
    """Co-authors of somebody: who they are, and who of them wrote together."""

    ties: Ties
    labels: tuple[str, ...]

    @property
    def table(self) -> Iterator[tuple[FacetCount, str, list[str]]]:
        """Each co-author, with the names of those among the others with whom he wrote as well."""
        for place, value in enumerate(self.ties.people):
            others = [
                self.labels[one + other - place] for one, other in self.ties.pairs if place in (one, other)
            ]
            yield value, self.labels[place], others


@dataclass(frozen=True, slots=True)
class Pictures:
    """All that are drawn of a list; None where there is too little to see, or nothing to ask."""

    years: YearsPicture | None = None
    ties: TiesPicture | None = None
    keywords: KeywordsPicture | None = None


def of_value(snapshot: Snapshot, facet: str, key: str) -> Pictures:
    """The pictures of the publications that have a value."""
    filters = filters_of(facet, key)
    return Pictures(
        years=publications_per_year(snapshot, filters) if facet != "year" else None,
        ties=co_authors_of(snapshot, key) if facet == "author" else None,
        keywords=keywords_by_year(snapshot, filters) if facet in _WITH_KEYWORDS else None,
    )


def of_index(snapshot: Snapshot, facet: str) -> Pictures:
    """The pictures beside all values of a facet."""
    return Pictures(
        years=publications_per_year(snapshot, ()) if facet == "year" else None,
        keywords=keywords_by_year(snapshot, ()) if facet == "keyword" else None,
    )


def publications_per_year(snapshot: Snapshot, filters: Filters) -> YearsPicture | None:
    """The years of the publications that filters leave; None where there is too little to see."""
    counts = by_year(snapshot, filters)
    if counts is None:
        return None
    return YearsPicture(_bars(counts), years_address(SearchRequest(filters=filters)))


def keywords_by_year(snapshot: Snapshot, filters: Filters = ()) -> KeywordsPicture | None:
    """The most frequent keywords over the years; None where there is too little to see."""
    shown = keywords_over_time(snapshot, filters)
    if shown is None:
        return None
    years = shown.years
    return KeywordsPicture(
        tuple(
            Track(value, facet_label("keyword", value), _bars({years[0]: 0, years[-1]: 0} | dict(counts)))
            for value, counts in shown.keywords
        )
    )


def co_authors_of(snapshot: Snapshot, key: str) -> TiesPicture | None:
    """With whom the author of a facet key wrote; None where there is too little to see."""
    ties = co_authors(snapshot, key, _authors)
    if ties is None:
        return None
    return TiesPicture(ties, tuple(facet_label("author", each) for each in ties.people))


def _authors(record: Record) -> Iterator[FacetValue]:
    return map(author_facet, record.credited)


def bars_svg(bars: Sequence[Bar], identifier: str) -> Markup:
    """Upright bars, named by the element with this id."""
    most = max(bar.count for bar in bars)
    drawn = Markup("").join(
        Markup('<g><title>{}: {}</title><path d="{}"/></g>').format(
            bar.label, number_text(bar.count), _BARS.outline(place, bar.count, most)
        )
        for place, bar in enumerate(bars)
        if bar.count
    )
    return _svg("bars", identifier, len(bars) * _BARS.step, _BARS.height, drawn, stretched=True)


def spark_svg(bars: Sequence[Bar], most: int) -> Markup:
    """The years of one keyword, as high as `most` lets them be; its numbers stand elsewhere."""
    path = "".join(_SPARK.outline(place, bar.count, most) for place, bar in enumerate(bars))
    return Markup(
        '<svg class="spark" aria-hidden="true" viewBox="0 0 {} {}" preserveAspectRatio="none" width="100%" '
        'height="{}"><path d="{}"/></svg>'
    ).format(len(bars) * _SPARK.step, _SPARK.height, _SPARK.height, path)


def ties_svg(picture: TiesPicture, identifier: str) -> Markup:
    """A column of names; arcs join those who wrote together, as thick as what they wrote is much."""
    people = picture.ties.people
    arcs = Markup("").join(
        _arc(one, other, number) for (one, other), number in sorted(picture.ties.pairs.items())
    )
    most = max(value.count for value in people)
    names = Markup("").join(
        Markup('<circle cx="{}" cy="{}" r="{}"/><text x="{}" y="{}">{}</text>').format(
            _AXIS,
            _middle(place),
            round(3 + 6 * sqrt(value.count / most), 1),
            _AXIS + 16,
            _middle(place) + 5,
            _cut(label),
        )
        for place, (value, label) in enumerate(zip(people, picture.labels, strict=True))
    )
    return _svg("ties", identifier, _WIDTH, len(people) * _ROW, arcs + names)


def _arc(one: int, other: int, number: int) -> Markup:
    top, bottom = _middle(one), _middle(other)
    radius = (bottom - top) / 2
    return Markup('<path d="M{} {}A{} {} 0 0 0 {} {}" stroke-width="{}"/>').format(
        _AXIS, top, min(radius, _AXIS - 8), radius, _AXIS, bottom, round(1 + sqrt(number), 1)
    )


def _middle(place: int) -> int:
    return place * _ROW + _ROW // 2


def _cut(label: str) -> str:
    return label if len(label) <= _LETTERS else f"{label[: _LETTERS - 1]}…"


def _svg(
    kind: str, identifier: str, width: int, height: int, drawn: Markup, *, stretched: bool = False
) -> Markup:
    size = Markup(' preserveAspectRatio="none" height="{}"').format(height) if stretched else ""
    return Markup(
        '<svg class="{}" role="img" aria-labelledby="{}" width="100%" viewBox="0 0 {} {}"{}>{}</svg>'
    ).format(kind, identifier, width, height, size, drawn)


def _bars(counts: Mapping[int, int]) -> tuple[Bar, ...]:
    return bars_of((FacetCount(str(year), str(year), count) for year, count in counts.items()), frozenset())
