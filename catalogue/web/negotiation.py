"""Content negotiation on a record's address, as doi.org does it.

`Accept` chooses among the page, every export format, and a finished citation:

    Accept: application/x-bibtex
    Accept: text/x-bibliography; style=apa; locale=ru-RU

Each representation has the quality of the most specific range that names it (RFC 9110, section 12.5.1). Of
those of one quality that which is named most exactly is sent; among these the page, so that every browser
gets it; then that which is named first.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from flask import Response, request, url_for
from flask_babel import gettext
from werkzeug.datastructures import MIMEAccept
from werkzeug.http import parse_accept_header, parse_options_header

from catalogue.citations import CitationError
from catalogue.citing import Wish
from catalogue.exports import Format, formats
from catalogue.model import Record
from catalogue.web.citations import cite, refusal
from catalogue.web.generation import shelf

CITATION = "text/x-bibliography"
_PAGE_TYPES = ("text/html", "application/xhtml+xml")
_USUAL_STYLE = "apa"
"""As on doi.org, whatever the site's own favourite is: its clients rely on it."""
_MOST_RANGES = 100
_LONGEST_NAME = 100
_MOST_KEPT = 100
"""Headers whose choice is kept: browsers send few, and each at every page."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What is sent: a format, a citation by a wish, or, with neither, the page."""

    format: Format | None = None
    wish: Wish | None = None

    @property
    def name(self) -> str:
        """A name that no other choice has, in every process."""
        if self.wish:
            return f"{CITATION}; {self.wish!r}"
        return self.format.name if self.format else "page"


PAGE = Choice()


@dataclass(frozen=True, slots=True)
class _Range:
    """A range of media types, such as `text/*`, with its parameters, quality, and place in the header."""

    type: str
    parameters: dict[str, str]
    quality: float
    place: int

    def specificity(self, media_type: str) -> int:
        """How exactly the range names a media type: 3 by name, 2 by its kind, 1 as anything, 0 not at all."""
        if self.type == media_type:
            return 3
        if self.type == "*/*":
            return 1
        return 2 if self.type == f"{media_type.partition('/')[0]}/*" else 0


def choose(accepted: MIMEAccept) -> Choice | None:
    """The representation that an `Accept` header asks for, None where none of them is acceptable."""
    ranges = list(_ranges(accepted))
    if not ranges:
        return PAGE
    rated = [(rating, choice) for choice, rating in _rated(ranges) if rating[0] > 0]
    # max keeps the first of equals: that which was registered first.
    return max(rated, key=lambda each: each[0])[1] if rated else None


def chosen() -> Choice | None:
    """The representation that this request asks for."""
    return _chosen(request.headers.get("Accept"))


@lru_cache(_MOST_KEPT)
def _chosen(header: str | None) -> Choice | None:
    return choose(parse_accept_header(header, MIMEAccept))


def citation(record: Record, wish: Wish) -> Response:
    """A finished citation as text in UTF-8, or a sentence that says why there is none."""
    try:
        (text,) = cite((record,), wish)
    except CitationError as error:
        refused = refusal(error)
        waits = [header for header in refused.get_headers() if header[0] == "Retry-After"]
        return Response(f"{refused.description}\n", refused.code, waits, mimetype="text/plain")
    return Response(f"{text.plain}\n", mimetype=CITATION)


def not_acceptable(record: Record) -> Response:
    """The answer to who accepts nothing that there is: a list of what there is, and where it stands."""
    page = url_for("publications.publication", key=record.key)
    address = shelf().settings.base_url + page
    known = [(_PAGE_TYPES[0], address)]
    known += [(own.media_type, address + own.suffix) for own in formats()]
    known += [(f"{CITATION}; style={_USUAL_STYLE}; locale=en-US", address)]
    said = gettext("This publication is not available in any of the media types you accept. There is:")
    lines = (f"{media_type}  <{place}>" for media_type, place in known)
    return Response("\n".join([str(said), "", *lines, ""]), 406, mimetype="text/plain")


def _ranges(accepted: MIMEAccept) -> Iterator[_Range]:
    for place, (value, quality) in enumerate(list(accepted)[:_MOST_RANGES]):
        name, parameters = parse_options_header(value)
        yield _Range(name.lower(), parameters, quality, place)


_Rating = tuple[float, int, bool, int]
"""The quality of a representation, how exactly it is named, whether it is the page, how early it is named."""


def _rated(ranges: list[_Range]) -> Iterator[tuple[Choice, _Rating]]:
    """Each representation that some range names."""
    offers = [(PAGE, _PAGE_TYPES), *((Choice(own), (own.media_type, *own.accepts)) for own in formats())]
    for choice, media_types in [*offers, (None, (CITATION,))]:
        if found := _best(ranges, media_types):
            named, specificity = found
            rating = (named.quality, specificity, choice is PAGE, -named.place)
            yield choice or Choice(wish=_wish(named)), rating


def _best(ranges: list[_Range], media_types: tuple[str, ...]) -> tuple[_Range, int] | None:
    """The range that names a representation most exactly, and how exactly. The first of its types is that in
    which it is sent; the others count only where they are named themselves."""
    own, *others = media_types
    named = [(each, 3 if each.type in others else each.specificity(own)) for each in ranges]
    best, specificity = max(named, key=lambda each: (each[1], each[0].quality))
    return (best, specificity) if specificity else None


def _wish(own: _Range) -> Wish:
    style, locale = (own.parameters.get(name, "").strip()[:_LONGEST_NAME] for name in ("style", "locale"))
    return Wish(style or _USUAL_STYLE, locale)
