"""Identifiers as they are pasted into a search: DOIs and ORCID iDs in addresses, as they are indexed."""

import re
from urllib.parse import unquote

from catalogue.model.identifiers import InvalidIdentifierError, Scheme, normalise, orcid

_DOI_ADDRESS = re.compile(
    r"(?:\bhttps?://)?\b(?:dx\.|www\.)?doi\.org/(10\.\d{4,9}(?:\.\d+)*(?:/|%2F)[^\s\"“”„«»]+)", re.IGNORECASE
)
_ORCID = re.compile(
    r"(?:(?:\bhttps?://)?\b(?:www\.)?orcid\.org/|(?<=\borcid:))((?:\d{4}[-\u2010-\u2014]?){3}\d{3}[\dX])\b",
    re.IGNORECASE,
)
_AFTER = ".,;:!?…"
_CLOSING = {")": "(", "]": "[", "}": "{", ">": "<"}


def bare(text: str) -> str:
    """The text with the addresses of DOIs and ORCID iDs as bare identifiers.

    >>> bare("see https://doi.org/10.1000%2FABC(1)x.")
    'see 10.1000/ABC(1)x .'
    >>> bare("orcid:https://orcid.org/0000000218250097")
    'orcid:0000-0002-1825-0097'
    """
    return _ORCID.sub(_bare_orcid, _DOI_ADDRESS.sub(_bare_doi, text))


def doi_of(text: str) -> str | None:
    """The DOI that a whole text is, in any of its forms; None if it is none."""
    try:
        return normalise(Scheme.DOI, bare(text).strip(_AFTER + " "))
    except InvalidIdentifierError:
        return None


def _bare_doi(found: re.Match[str]) -> str:
    doi, rest = unquote(found[1]), ""
    while doi[-1] in _AFTER or doi.count(doi[-1]) > doi.count(_CLOSING.get(doi[-1], doi[-1])):
        doi, rest = doi[:-1], doi[-1] + rest  # the sentence around it
    return f"{doi} {rest}" if rest else doi


def _bare_orcid(found: re.Match[str]) -> str:
    try:
        return orcid(found[1])
    except InvalidIdentifierError:
        return found[1]  # mistyped: it will find nothing, as it stands
