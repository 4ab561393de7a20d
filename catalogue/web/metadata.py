"""What a record's page tells machines, with the addresses of this site: tags for its head, and typed links.

Tags for search engines stand on the lasting address alone, in the publication's own language, so that no
language page competes with it: those have a COinS span, for reference managers. A preview of a shared link is
in the language of the page.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import Response

from catalogue.exports import Options, dublin_core, formats, jsonld, tagged
from catalogue.exports.dublin_core import Statement
from catalogue.metadata import coins, highwire, opengraph, signposting
from catalogue.metadata.highwire import Tag
from catalogue.metadata.opengraph import Property
from catalogue.metadata.signposting import Landing, Resource
from catalogue.metadata.weblinks import LINKSET_JSON, LINKSET_TEXT, linkset_json, linkset_text
from catalogue.model import Record
from catalogue.site import grants
from catalogue.web import files
from catalogue.web.addresses import canonical, lasting_url, with_query
from catalogue.web.generation import generation, shelf
from catalogue.web.languages import locales, reader_language
from catalogue.web.routing import address_language

LINKSETS = {".linkset.json": LINKSET_JSON, ".linkset": LINKSET_TEXT}
"""The suffixes of a record's links as a document, and their media types."""

_PROFILES = {
    "datacite-xml": "http://datacite.org/schema/kernel-4",
    "jsonld": "https://schema.org/",
    "mods": "http://www.loc.gov/mods/v3",
    "oai-dc": "http://www.openarchives.org/OAI/2.0/oai_dc/",
}
"""The vocabularies of formats whose media type does not tell, by the name of the format."""


@dataclass(frozen=True, slots=True)
class Head:
    """The tags in the head of a record's page: Highwire's, Dublin Core, schema.org and Open Graph, and what
    a search engine says of it."""

    description: str
    citation: tuple[Tag, ...] = ()
    statements: tuple[Statement, ...] = ()
    schema: Mapping[str, object] | None = None
    preview: tuple[Property, ...] = ()


def head(landing: Landing) -> Head:
    """The tags of a record's page, which is answered."""
    record, site = landing.record, tagged.best(shelf().settings.name, locales())
    preview = tuple(opengraph.properties(record, canonical(), site, locales()))
    description = opengraph.description(record, locales())
    if address_language():
        return Head(description, preview=preview)
    pdf = landing.items[0].address if landing.items else ""
    options = Options(
        language=reader_language(), base_url=shelf().settings.base_url, grants=grants(generation().site)
    )
    return Head(
        description,
        tuple(highwire.tags(record, landing.page, pdf)),
        tuple(dublin_core.statements(record, options)),
        jsonld.item(record, options),
        preview,
    )


def context_object(record: Record, *, about: bool = False) -> str:
    """A record for the title of a COinS span, on its own page with what it is about."""
    return coins.context_object(record, lasting_url(record.key), about=about)


def linkset(record: Record, suffix: str) -> Response:
    """The links of a record as a document; `suffix` is one of `LINKSETS`."""
    links = signposting.links(landing_of(record))
    body = linkset_json(links) if LINKSETS[suffix] == LINKSET_JSON else linkset_text(links)
    return Response(body, mimetype=LINKSETS[suffix])


def landing_of(record: Record) -> Landing:
    """A record's page and all that belongs to it, by their lasting addresses."""
    page = lasting_url(record.key)
    opened = files.open_files(record, generation().site)
    return Landing(
        record,
        page,
        (jsonld.kind_of(record),),
        tuple(
            Resource(
                with_query(page + files.SUFFIX, {"file": number if number > 1 else None}), "application/pdf"
            )
            for number in range(1, len(opened) + 1)
        ),
        tuple(Resource(page + own.suffix, own.media_type, _PROFILES.get(own.name, "")) for own in formats()),
        *(page + suffix for suffix in LINKSETS),
    )
