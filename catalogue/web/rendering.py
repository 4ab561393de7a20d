"""What templates may call, all in one table: texts and names in the reader's language, and addresses."""

from collections.abc import Callable, MutableMapping
from typing import Any

import flask.templating
import jinja2.runtime
from flask import Flask

from catalogue.asking import SORTS
from catalogue.documents import MISSING
from catalogue.exports import WANTED, formats, licences, others
from catalogue.model import primary_language
from catalogue.settings import LANGUAGE_NAMES
from catalogue.web import labels
from catalogue.web.addresses import (
    address_prefix,
    alternates,
    canonical,
    export_address,
    facet_url,
    here,
    language_choices,
    lasting_search_url,
    lasting_url,
    publication_url,
    search_arguments,
    search_url,
    static_url,
    years_address,
)
from catalogue.web.browse_addresses import is_orcid, value_index_url, value_url
from catalogue.web.browse_index import holds
from catalogue.web.choice import arguments_of as wish_arguments
from catalogue.web.citations import citation_language, cited
from catalogue.web.concepts import kept_out, narrowed, widened
from catalogue.web.credits import credits
from catalogue.web.dates import date_html, issued_html, moment_html, period_html
from catalogue.web.filters import value_rows
from catalogue.web.generation import current_site, shelf
from catalogue.web.histogram import histogram, year_rows
from catalogue.web.identities import venue_facet
from catalogue.web.keywords import keywords_mine_first
from catalogue.web.languages import (
    interface_language,
    language_name,
    locales,
    reader_language,
)
from catalogue.web.lines import authors_line, facts_line, venue_line
from catalogue.web.look import image_address
from catalogue.web.markup import (
    article_html,
    link_html,
    linked_html,
    message_html,
    paragraphs_html,
    snippet_html,
    text_html,
)
from catalogue.web.metadata import context_object
from catalogue.web.notices import notice_text
from catalogue.web.pager import at_revision, leaps, matching, near, on_page
from catalogue.web.pictures import bars_svg, spark_svg, ties_svg
from catalogue.web.routing import section
from catalogue.web.sharing import shared, shared_of
from catalogue.web.stylesheet import stylesheet_version
from catalogue.web.texts import (
    best,
    facet_label,
    format_label,
    found_title,
    funded,
    mine_first,
    own_title,
    passage,
    plain_title,
    tag_of,
    type_label,
)
from catalogue.web.theme import emblem, heading_fonts, logo
from catalogue.web.words import counted, number_text, translated

_FILTERS: dict[str, Callable[..., Any]] = {
    "at_revision": at_revision,
    "article": lambda html: article_html(html, address_prefix(), image_address),
    "date": date_html,
    "issued": issued_html,
    "is_orcid": is_orcid,
    "leaps": leaps,
    "keywords_mine_first": keywords_mine_first,
    "linked": linked_html,
    "matching": matching,
    "message": message_html,
    "mine_first": mine_first,
    "moment": moment_html,
    "narrowed": narrowed,
    "near": near,
    "number": number_text,
    "page": on_page,
    "paragraphs": paragraphs_html,
    "primary": primary_language,
    "snippet": snippet_html,
    "text": text_html,
    "widened": widened,
}
_GLOBALS: dict[str, Any] = {
    "_": translated,
    "alternates": alternates,
    "authors_line": authors_line,
    "bars_svg": bars_svg,
    "best": best,
    "canonical": canonical,
    "citation_language": citation_language,
    "cite_one": lambda record: cited((record,)),
    "context_object": context_object,
    "credits": credits,
    "current_site": current_site,
    "export_address": export_address,
    "facet_label": facet_label,
    "facet_url": facet_url,
    "emblem": emblem,
    "facts_line": facts_line,
    "found_title": found_title,
    "format_label": format_label,
    "formats": formats,
    "wanted_formats": WANTED,
    "other_formats": others,
    "funded": funded,
    "heading_fonts": heading_fonts,
    "here": here,
    "histogram": histogram,
    "holds": holds,
    "interface_language": interface_language,
    "kept_out": kept_out,
    "labels": labels,
    "language_name": language_name,
    "language_choices": language_choices,
    "lasting_search_url": lasting_search_url,
    "lasting_url": lasting_url,
    "licence_address": licences.address,
    "licence_name": licences.name,
    "link": link_html,
    "logo": logo,
    "locales": locales,
    "missing": MISSING,
    "ngettext": counted,
    "notice_text": notice_text,
    "own_title": own_title,
    "passage": passage,
    "period": period_html,
    "plain_title": plain_title,
    "publication_url": publication_url,
    "reader_language": reader_language,
    "search_arguments": search_arguments,
    "search_url": search_url,
    "section": section,
    "shared": shared,
    "shared_of": shared_of,
    "settings": lambda: shelf().settings,
    "spark_svg": spark_svg,
    "sorts": tuple(SORTS),
    "static_url": static_url,
    "stylesheet_version": stylesheet_version,
    "style_label": lambda name: labels.STYLES.get(name, name),
    "tag_of": tag_of,
    "terms": LANGUAGE_NAMES.items,
    "ties_svg": ties_svg,
    "type_label": type_label,
    "value_rows": value_rows,
    "value_index_url": value_index_url,
    "value_url": value_url,
    "venue_facet": venue_facet,
    "venue_line": venue_line,
    "wish_arguments": wish_arguments,
    "year_rows": year_rows,
    "years_address": years_address,
}


class Context(jinja2.runtime.Context):
    """What a template sees. No function that ours call asks for it, so nobody looks whether one does."""

    def call(
        self,
        function: Callable[..., Any],
        /,
        *arguments: Any,
        _block_vars: object = None,
        _loop_vars: object = None,
        **named: Any,
    ) -> Any:
        """What a function gives; the variables around the call, which Jinja hands over, stay here."""
        return function(*arguments, **named)


class Environment(flask.templating.Environment):
    """Templates that see the globals there are when they are read first, which is after all are set.

    Jinja would look through two maps for each of a hundred globals at every page and every import.
    """

    context_class = Context

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The globals of a template, those of its own first."""
        return {**self.globals, **(d or {})}


def init_rendering(app: Flask) -> None:
    """Give templates their filters and functions."""
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(_FILTERS)
    app.jinja_env.globals.update(_GLOBALS)
    # Letters of all languages stay what they are in JSON: their numbers would take three times the room.
    app.jinja_env.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
