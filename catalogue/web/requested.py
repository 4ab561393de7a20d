"""The search that an address asks for, in the terms of today."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from flask import request

from catalogue.asking import SearchRequest
from catalogue.concepts import Concepts
from catalogue.web.generation import current_site, shelf
from catalogue.web.querystring import parse


def requested() -> SearchRequest:
    """The search of the address that is answered.

    Who or what gets a file is counted under its key from then on, as a keyword that becomes a label of a
    concept is counted under that; an older address still leads there.
    """
    asked = parse(request.args, shelf().settings.page_size)
    site = current_site()
    current: dict[str, Callable[[str], str]] = {
        "author": site.people.current_key,
        "venue": site.venues.current_key,
        "keyword": partial(current_keyword, concepts=site.concepts),
    }
    filters = (
        (facet, frozenset(map(current[facet], keys)) if facet in current else keys)
        for facet, keys in asked.filters
    )
    return replace(asked, filters=tuple(filters))


def current_keyword(key: str, concepts: Concepts) -> str:
    """The facet key of today for a keyword's, which may be older than the concept that it became a label
    of."""
    concept = concepts.get(key) or concepts.of_label(key)
    return concept.key if concept else key
