"""The search that an address asks for, in the terms of today."""

from dataclasses import replace

from flask import request

from catalogue.asking import SearchRequest
from catalogue.concepts import Concepts
from catalogue.web.generation import current_site, shelf
from catalogue.web.querystring import parse


def requested() -> SearchRequest:
    """The search of the address that is answered.

    A keyword that became a label of a concept is counted under the concept, and an older address still leads
    to it.
    """
    asked = parse(request.args, shelf().settings.page_size)
    if not asked.selected("keyword"):
        return asked
    concepts = current_site().concepts
    filters = (
        (facet, frozenset(current_keyword(key, concepts) for key in keys) if facet == "keyword" else keys)
        for facet, keys in asked.filters
    )
    return replace(asked, filters=tuple(filters))


def current_keyword(key: str, concepts: Concepts) -> str:
    """The facet key of today for a keyword's, which may be older than the concept that it became a label
    of."""
    concept = concepts.get(key) or concepts.of_label(key)
    return concept.key if concept else key
