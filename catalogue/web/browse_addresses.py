"""Where the pages of people, names, venues, keywords, years, types and languages stand.

A page of a value has an address that is short and lasts: `/people/<slug or ORCID iD>`, `/names/<name>`,
`/venues/<slug, ISSN or name>`, `/years/2021`. What a facet has as its key, an address says without the sign
that parts those of files from others.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from catalogue.documents import MISSING
from catalogue.registers import FROM_FILE
from catalogue.web.addresses import base_address, found_url
from catalogue.web.routing import quoted_key

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "venues": "venue",
        "keywords": "keyword",
        "years": "year",
        "types": "type",
        "languages": "language",
    }
)
"""The facet whose values a kind of pages shows, by the first word of their addresses; people are apart."""
UNSTATED = "none"
"""What an address says for the records that state no value."""

MAYBE_UNSTATED = frozenset({"year", "language"})
"""Facets with a page of the records that state no value."""

_KIND_OF = {facet: kind for kind, facet in KINDS.items()}
_ORCID = re.compile(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]", re.ASCII)


def value_url(facet: str, key: str) -> str:
    """The address of the page about a value of a facet; of a facet without such pages that of the search that
    finds the value."""
    if facet == "author" and key != MISSING:
        return person_url(key)
    if facet == "project" and key != MISSING:
        return base_address("projects.project", key="") + quoted_key(key)
    kind = _KIND_OF.get(facet)
    if kind is None or (key == MISSING and facet not in MAYBE_UNSTATED):
        return found_url(facet, key)
    if key == MISSING:
        key = UNSTATED
    elif facet == "venue":
        key = key.removeprefix(FROM_FILE)
    return base_address("browse.value", kind=kind, key="") + quoted_key(key)


def value_index_url(facet: str) -> str:
    """The address of the index of a facet's values."""
    kind = _KIND_OF.get(facet)
    return base_address("browse.values", kind=kind) if kind else base_address("browse.people")


def person_url(key: str) -> str:
    """The address of the page of an author's key: of a person where it is known who that is, else of the
    name."""
    if is_person(key):
        return base_address("browse.person", id="") + quoted_key(key.removeprefix(FROM_FILE))
    return base_address("browse.name", name="") + quoted_key(key)


def is_person(key: str) -> bool:
    """Whether the key of an author tells who that is, as a file or an ORCID iD does, and is no mere name."""
    return key.startswith(FROM_FILE) or is_orcid(key)


def is_orcid(key: str) -> bool:
    """Whether a key is an ORCID iD."""
    return _ORCID.fullmatch(key) is not None
