"""FAIR Signposting (signposting.org/FAIR, level 2): typed links that lead a harvester from a record's page to
its identifier, its authors, its files and its descriptions, and from those back.

| relation | what it leads to |
|---|---|
| `cite-as` | the DOI, else the handle, else the lasting address of the page |
| `type` | schema.org's classes of the page (`AboutPage`) and of the publication |
| `license` | where the licence can be read |
| `author` | the ORCID iD of each author; of a work without authors, of each editor |
| `item` | each open file |
| `describedby` | the record in each export format |
| `linkset` | all of these links as a document |
| `collection`, `describes` | the page, from a file and from a description |
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from catalogue.exports import licences
from catalogue.metadata.weblinks import LINKSET_JSON, LINKSET_TEXT, WebLink, header
from catalogue.model import Record, Scheme

_SCHEMA = "https://schema.org/"
_HTML = "text/html"
_MOST = 2500
"""Bytes of a `Link` header: with the others it has to fit into the 4096 that a proxy keeps for headers."""
_FIRST_AUTHORS = 5


@dataclass(frozen=True, slots=True)
class Resource:
    """A file or a description: its absolute address, media type, and the profile of a description, a URI."""

    address: str
    media_type: str
    profile: str = ""


@dataclass(frozen=True, slots=True)
class Landing:
    """A record's page and what belongs to it. `page` and the two linksets are absolute addresses; `kinds`
    are names of classes of schema.org."""

    record: Record
    page: str
    kinds: tuple[str, ...]
    items: tuple[Resource, ...]
    descriptions: tuple[Resource, ...]
    linkset_json: str
    linkset_text: str


def link_header(landing: Landing) -> str:
    """The `Link` header of a record's page: of many authors and formats the first, the linkset has all."""
    authors = tuple(_authors(landing.record))
    # What names its profile says most to a machine.
    descriptions = sorted(landing.descriptions, key=lambda own: not own.profile)
    return header(
        chain(
            _identity(landing),
            _linksets(landing),
            authors[:_FIRST_AUTHORS],
            _items(landing),
            _described(descriptions),
            authors[_FIRST_AUTHORS:],
        ),
        _MOST,
    )


def back_link(page: str, relation: str) -> str:
    """The `Link` header of a file (`collection`) or a description (`describes`), which leads to the page."""
    return str(WebLink(relation, page, _HTML))


def links(landing: Landing) -> list[WebLink]:
    """Every link of the page, its files and its descriptions."""
    own = (
        *_identity(landing),
        *_linksets(landing),
        *_authors(landing.record),
        *_items(landing),
        *_described(landing.descriptions),
    )
    return [
        *(replace(link, anchor=landing.page) for link in own),
        *(WebLink("collection", landing.page, _HTML, anchor=item.address) for item in landing.items),
        *(WebLink("describes", landing.page, _HTML, anchor=each.address) for each in landing.descriptions),
    ]


def _identity(landing: Landing) -> Iterator[WebLink]:
    record = landing.record
    resolvers = (
        own.url
        for scheme in (Scheme.DOI, Scheme.HANDLE)
        for own in record.identifiers
        if own.scheme is scheme
    )
    yield WebLink("cite-as", next(filter(None, resolvers), landing.page))
    for kind in ("AboutPage", *landing.kinds):
        yield WebLink("type", _SCHEMA + kind)
    if licence := licences.address(record.license):
        yield WebLink("license", licence)


def _linksets(landing: Landing) -> Iterator[WebLink]:
    yield WebLink("linkset", landing.linkset_json, LINKSET_JSON)
    yield WebLink("linkset", landing.linkset_text, LINKSET_TEXT)


def _authors(record: Record) -> Iterator[WebLink]:
    people = record.credited
    for orcid in dict.fromkeys(person.orcid for person in people if person.orcid):
        yield WebLink("author", f"https://orcid.org/{orcid}")


def _items(landing: Landing) -> Iterator[WebLink]:
    return (WebLink("item", own.address, own.media_type) for own in landing.items)


def _described(descriptions: Iterable[Resource]) -> Iterator[WebLink]:
    return (WebLink("describedby", own.address, own.media_type, own.profile) for own in descriptions)
