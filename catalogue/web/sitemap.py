"""What there is to crawl, for search engines: every record, and the pages that are not only lists of them.

    /sitemap.xml            all of it, or the parts of what is long
    /sitemaps/3.xml         a part

Each page is named in each language it stands in, together with the others, as sitemaps.org and the search
engines want it (https://developers.google.com/search/docs/specialty/international/localized-versions).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO

from flask import Blueprint, Response, abort, stream_with_context, url_for
from lxml import etree

from catalogue.documents import MISSING
from catalogue.model import PartialDate
from catalogue.model.codec import decode
from catalogue.site import Site
from catalogue.web.addresses import base_address, in_languages, publication_url
from catalogue.web.browse_addresses import person_url, value_index_url, value_url
from catalogue.web.browse_index import holds
from catalogue.web.generation import generation, shelf
from index import Query, Sort

sitemap = Blueprint("sitemap", __name__)

MOST_ADDRESSES = 2_000
"""Addresses in one file, which is made anew for whoever asks. sitemaps.org allows many more, but each of ours
names those in the other languages, too, so that these are a megabyte already."""
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"
_PREFIXES = {None: _SITEMAP, "xhtml": _XHTML}
_INDEXED = ("author", "venue", "keyword")
"""Facets of many values, whose pages are reached from their index and from records."""
_LISTED = ("year", "type", "language")
"""Facets of few values, whose pages are named, too."""
_MOST_VALUES = 3000
_FIRST_YEAR = 1000
"""The first that has the four digits of a date there."""
_ROOM = 64 * 1024


@dataclass(frozen=True, slots=True)
class Place:
    """A page by its lasting path, and when it was changed last, as far as that is known."""

    path: str
    changed: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class _Entry:
    """An element of a sitemap, by its name; `alternates` are addresses by language tag."""

    name: str
    address: str
    changed: str = ""
    alternates: Mapping[str, str] = field(default_factory=dict)


@sitemap.get("/sitemap.xml")
def whole() -> Response:
    """All pages, or, of more than fit into a file, the files that name them."""
    fixed = tuple(_fixed())
    parts = _parts(len(fixed))
    if parts == 1:
        return _answer("urlset", _urls(_places(fixed, 0)))
    base = shelf().settings.base_url
    addresses = (base + url_for(".part", number=number) for number in range(1, parts + 1))
    return _answer("sitemapindex", (_Entry("sitemap", address) for address in addresses))


@sitemap.get("/sitemaps/<int:number>.xml")
def part(number: int) -> Response:
    """The pages of a part, which count from 1."""
    fixed = tuple(_fixed())
    if not 0 < number <= _parts(len(fixed)):
        abort(404)
    return _answer("urlset", _urls(_places(fixed, (number - 1) * _on_part())))


def _on_part() -> int:
    """How many pages a file names, each in all of its languages."""
    return MOST_ADDRESSES // len(in_languages("/"))


def _parts(fixed: int) -> int:
    """How many files name the records and so many pages beside them."""
    records = generation().snapshot.search(Query(limit=0)).total
    return -(-(records + fixed) // _on_part())


def _places(fixed: Sequence[Place], begin: int) -> Iterator[Place]:
    """The pages of a file, which begins with one of this number: those that are no records come first, and of
    these the newest last, so that a part changes little."""
    own = fixed[begin : begin + _on_part()]
    yield from own
    if len(own) == _on_part():
        return
    wanted = Query(sort=Sort("added"), offset=max(0, begin - len(fixed)), limit=_on_part() - len(own))
    for hit in generation().snapshot.search(wanted).hits:
        record = decode(hit.stored)
        yield Place(publication_url(record.key), record.modified or record.added)


def _fixed() -> Iterator[Place]:
    """The pages that are no records. Of indexes and lists those that have nothing yet stand in no menu, nor
    here."""
    yield Place(base_address("home.index"))
    yield from (Place(value_index_url(facet)) for facet in _INDEXED if holds(facet))
    for facet in _LISTED:
        yield from _of_values(facet)
    yield from _of_site(generation().site)


def _of_values(facet: str) -> Iterator[Place]:
    """The index of a facet and the pages of its values."""
    values = generation().snapshot.values(facet, limit=_MOST_VALUES)
    stated = [each.key for each in values if each.key != MISSING]
    if stated:
        yield Place(value_index_url(facet))
    yield from (Place(value_url(facet, key)) for key in stated)


def _of_site(site: Site) -> Iterator[Place]:
    """The pages about what has a file of its own."""
    if site.projects:
        yield Place(base_address("projects.listing"))
    yield from (Place(value_url("project", key)) for key in site.projects)
    if site.news:
        yield Place(base_address("articles.news"))
    for news in site.news:
        dates = (version.date for version in news.versions.values())
        yield Place(base_address("articles.news_item", name=news.name), next(filter(None, dates), None))
    yield from (Place(base_address("articles.page", name=name)) for name in site.pages)
    yield from (Place(person_url(site.people.facet_key(own))) for own in site.people.entries)
    yield from (Place(value_url("venue", site.venues.facet_key(own))) for own in site.venues.entries)


def _answer(root: str, entries: Iterable[_Entry]) -> Response:
    return Response(stream_with_context(_document(root, entries)), mimetype="application/xml")


def _urls(places: Iterable[Place]) -> Iterator[_Entry]:
    """An entry for each page in each of its languages, with its addresses in all of them."""
    for place in places:
        addresses = in_languages(place.path)
        for address in addresses.values():
            yield _Entry("url", address, _day(place.changed), addresses if len(addresses) > 1 else {})


def _day(date: PartialDate | None) -> str:
    return str(date) if date and date.year >= _FIRST_YEAR else ""


def _document(root: str, entries: Iterable[_Entry]) -> Iterator[bytes]:
    """The XML of a sitemap, piece by piece."""
    buffer = BytesIO()
    with etree.xmlfile(buffer, encoding="UTF-8") as file:
        file.write_declaration()
        with file.element(f"{{{_SITEMAP}}}{root}", nsmap=_PREFIXES):
            for entry in entries:
                with file.element(f"{{{_SITEMAP}}}{entry.name}"):
                    for name, text in (("loc", entry.address), ("lastmod", entry.changed)):
                        if text:
                            with file.element(f"{{{_SITEMAP}}}{name}"):
                                file.write(text)
                    for tag, address in entry.alternates.items():
                        link = {"rel": "alternate", "hreflang": tag, "href": address}
                        with file.element(f"{{{_XHTML}}}link", link):
                            pass
                if buffer.tell() > _ROOM:
                    file.flush()
                    yield _drained(buffer)
    yield _drained(buffer)


def _drained(buffer: BytesIO) -> bytes:
    written = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return written
