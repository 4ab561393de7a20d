"""How many publications each year has, as a small picture and as a table of links.

The picture is drawn in the colour of the text, so that it needs no style and suits the dark; what it shows is
said by its name and by the table.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from catalogue.web.words import number_text
from index import FacetCount

_MOST_BARS = 60
_WIDTHS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
"""Years that a bar may stand for."""
_LEAST = 2
"""How high the bar of a single publication is at least."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where upright bars stand: how high the highest is, how far from one to the next, and how wide each."""

    height: int
    step: int
    bar: int

    def outline(self, place: int, count: int, most: int) -> str:
        """The path of the bar at a place, where the highest shows `most`; "" for nothing."""
        if not count:
            return ""
        height = max(_LEAST, round(count * self.height / most))
        return f"M{place * self.step + 1} {self.height}v-{height}h{self.bar}v{height}z"


_FRAME = Frame(height=48, step=10, bar=8)


@dataclass(frozen=True, slots=True)
class Bar:
    """The publications of the years from `first` to `last`, and whether they are among those chosen."""

    first: int
    last: int
    count: int
    is_chosen: bool

    @property
    def stated(self) -> str:
        """How an address filters by it."""
        return str(self.first) if self.first == self.last else f"{self.first}..{self.last}"

    @property
    def label(self) -> str:
        """Its years as a page shows them."""
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


def bars_of(values: Iterable[FacetCount], chosen: frozenset[str]) -> tuple[Bar, ...]:
    """A bar for each year from the first to the last that has publications, or for as many years as make no
    more than sixty bars; what is no year is left out. Of no `chosen` years, all are."""
    counts = {int(value.key): value.count for value in values if value.key.lstrip("-").isdecimal()}
    if not counts:
        return ()
    low, high = min(counts), max(counts)
    width = next((each for each in _WIDTHS if high // each - low // each < _MOST_BARS), high - low + 1)
    summed = dict.fromkeys(range(low // width, high // width + 1), 0)
    for year, count in counts.items():
        summed[year // width] += count
    return tuple(
        Bar(
            max(low, at * width),
            min(high, at * width + width - 1),
            count,
            not chosen or any(str(year) in chosen for year in range(at * width, at * width + width)),
        )
        for at, count in summed.items()
    )


def histogram(bars: Sequence[Bar], name: str) -> Markup:
    """The picture of bars; `name` says what it shows. Over the bars stands what a reader draws, and the first
    year of each bar, for static/years.js."""
    most = max(bar.count for bar in bars)
    shown = Markup("").join(
        Markup('<path fill="currentColor" fill-opacity="{}" d="{}"/>').format(opacity, path)
        for opacity, path in (
            ("0.35", _path(bars, most, is_chosen=False)),
            ("1", _path(bars, most, is_chosen=True)),
        )
        if path
    )
    years = " ".join(str(bar.first) for bar in bars)
    width, height = len(bars) * _FRAME.step, _FRAME.height
    return Markup(
        f'<svg class="histogram" role="img" aria-label="{escape(name)}" width="100%" height="{height}" '
        f'viewBox="0 0 {width} {height}" preserveAspectRatio="none" data-years="{years}">{shown}'
        f'<rect class="drawn" fill="currentColor" fill-opacity="0.2" width="0" height="{height}"/></svg>'
    )


def year_rows(bars: Iterable[Bar], before: str, after: str) -> Markup:
    """The rows of a table of bars that have publications, the latest first; each leads to its years, whose
    address has this `before` and `after` them."""
    before, after = escape(before), escape(after)
    return Markup(
        "".join(
            f'<tr><th scope="row"><a href="{before}{bar.stated}{after}" rel="nofollow">{bar.label}</a></th>'
            f"<td>{number_text(bar.count)}</td></tr>\n"
            for bar in reversed(tuple(bars))
            if bar.count
        )
    )


def _path(bars: Sequence[Bar], most: int, *, is_chosen: bool) -> str:
    """The outlines of the bars that are chosen, or of the others."""
    return "".join(
        _FRAME.outline(place, bar.count, most) for place, bar in enumerate(bars) if bar.is_chosen is is_chosen
    )
