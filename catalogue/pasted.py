"""Identifiers as they are pasted into a search: in addresses, behind their names, with hyphens and versions,
in a sentence, and keys as a manuscript cites them.

Each becomes what it is indexed by, see `catalogue.documents`.
"""

import re
from functools import partial
from urllib.parse import unquote

from catalogue.model.identifiers import Identifier, InvalidIdentifierError, Scheme, normalise, orcid

_DOI = r"10\.\d{4,9}(?:\.\d+)*(?:/|%2F)[^\s\"“”„«»]+"
_DOI_ADDRESS = re.compile(rf"(?:\bhttps?://)?\b(?:dx\.|www\.)?doi\.org/({_DOI})", re.IGNORECASE)
_DOI_PAGE = re.compile(rf"\bhttps?://[^\s\"“”„«»]{{1,200}}?/({_DOI})", re.IGNORECASE)
"""Of publishers, whose addresses hold the DOI, and perhaps more behind it."""
_BEHIND_DOI = re.compile(
    r"(?:/(?:abstract|epdf|full|fulltext|html|meta|pdf)|\.pdf)?(?:[?#].*)?$", re.IGNORECASE
)
_BARE_DOI = re.compile(rf"(?<![\w./%])({_DOI})", re.IGNORECASE)
_CITED = re.compile(r"\\\w{0,20}cite\w{0,20}\*?\{([^\s{},]+)\}|(?<!\S)\[?@([\w:./+-]+)\]?(?!\S)")
"""A key in LaTeX, and in Markdown."""
_HYPHEN = "[-\u2010-\u2014]"
_NUMBER_OF_ORCID = rf"((?:\d{{4}}{_HYPHEN}?){{3}}\d{{3}}[\dX])\b"
_ORCID = re.compile(
    rf"(?:(?:\bhttps?://)?\b(?:www\.)?orcid\.org/|(?<=\borcid:)){_NUMBER_OF_ORCID}", re.IGNORECASE
)
_NAMED_ORCID = re.compile(rf"(?<![\"“«\w])orcid(?:\s+id)?(?:\s*:\s*|\s+){_NUMBER_OF_ORCID}", re.IGNORECASE)

_ISBN = rf"(?:97[89](?:{_HYPHEN}|\s)?)?(?:\d(?:{_HYPHEN}|\s)?){{9}}[\dX]\b"
_ARXIV = r"(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?/\d{7})(?:v\d+)?\b"
_NAMED = tuple(
    (scheme, re.compile(rf"(?<![\"“«\w])(?:{names})(?:\s*:\s*|\s+)({value})", re.IGNORECASE))
    for scheme, names, value in (
        (Scheme.ISBN, r"e?isbn(?:-1[03])?", _ISBN),
        (Scheme.ISSN, r"[ep]?-?issn(?:-l)?", rf"\d{{4}}{_HYPHEN}?\d{{3}}[\dX]\b"),
        (Scheme.ARXIV, r"arxiv", _ARXIV),
        (Scheme.PMID, r"pmid", r"\d{1,8}\b"),
        (Scheme.PMCID, r"pmcid", r"PMC\d+\b"),
        (Scheme.EID, r"eid", r"2-s2\.0-\d+\b"),
    )
)
"""Identifiers behind the names of their schemes, as they stand in references."""
_ADDRESSED = tuple(
    (scheme, re.compile(rf"(?:\bhttps?://)?(?<![\w.])(?:www\.)?{host}({value})/?", re.IGNORECASE))
    for scheme, host, value in (
        (Scheme.ARXIV, r"arxiv\.org/(?:abs|pdf)/", rf"{_ARXIV}(?:\.pdf)?"),
        (Scheme.PMID, r"pubmed\.ncbi\.nlm\.nih\.gov/", r"\d{1,8}\b"),
        (Scheme.PMCID, r"(?:ncbi\.nlm\.nih\.gov/pmc|pmc\.ncbi\.nlm\.nih\.gov)/articles/", r"PMC\d+\b"),
        (Scheme.ISSN, r"portal\.issn\.org/resource/ISSN/", r"\d{4}-\d{3}[\dX]\b"),
        (Scheme.HANDLE, r"hdl\.handle\.net/", r"[\w.]+/[^\s()\"“”„«»,;]+"),
        (Scheme.JSTOR, r"jstor\.org/stable/", r"[\w./]*\w"),
    )
)
_BARE = (
    (
        Scheme.ISBN,
        re.compile(rf"(?<![\w./-])((?:97[89]{_HYPHEN})?\d+{_HYPHEN}\d+{_HYPHEN}\d+{_HYPHEN}[\dX]\b)"),
    ),
    (Scheme.ARXIV, re.compile(r"(?<![\w./-])(\d{4}\.\d{4,5}v\d+\b)")),
)
"""Identifiers that are known by their form, and not indexed so."""
_DIGIT = re.compile(r"\d")
_MOST_PARTS = 4
"""Between spaces, of what is a DOI as a whole: `doi : 10.5555/walls .`"""
_AFTER = ".,;:!?…"
_CLOSING = {")": "(", "]": "[", "}": "{", ">": "<"}


def bare(text: str) -> str:
    """The text with identifiers as they are indexed: those in addresses bare, those behind the name of their
    scheme in their field.

    >>> bare("see https://doi.org/10.1000%2FABC(1)x.")
    'see 10.1000/ABC(1)x .'
    >>> bare("ORCID iD: 0000000218250097, ISSN 1234-5679, 2101.01234v2")
    'orcid:0000-0002-1825-0097, identifier:12345679, 2101.01234'
    >>> bare("@smith2020")
    'smith2020'
    """
    text = _CITED.sub(lambda found: found[1] or found[2], text)
    if not _DIGIT.search(text):
        return text
    text = _DOI_PAGE.sub(lambda found: _BEHIND_DOI.sub("", found[1]), _DOI_ADDRESS.sub(r"\1", text))
    text = _ORCID.sub(_bare_orcid, _BARE_DOI.sub(_bare_doi, text))
    text = _NAMED_ORCID.sub(lambda found: f"orcid:{_bare_orcid(found)}", text)
    for scheme, pattern in _NAMED:
        text = pattern.sub(partial(_named, scheme), text)
    for scheme, pattern in (*_ADDRESSED, *_BARE):
        text = pattern.sub(partial(_unnamed, scheme), text)
    return text


def doi_of(text: str) -> str | None:
    """The DOI that a whole text is, in any of its forms; None if it is none."""
    if len(text.split(None, _MOST_PARTS)) > _MOST_PARTS:
        return None
    try:
        return normalise(Scheme.DOI, bare(text).strip(_AFTER + " "))
    except InvalidIdentifierError:
        return None


def _named(scheme: Scheme, found: re.Match[str]) -> str:
    value = _indexed(scheme, found[1])
    return f"identifier:{value}" if value else found[0]


def _unnamed(scheme: Scheme, found: re.Match[str]) -> str:
    return _indexed(scheme, found[1]) or found[0]


def _indexed(scheme: Scheme, source: str) -> str:
    """The shortest form that an identifier is indexed in; "" if it is none."""
    try:
        return Identifier(scheme, normalise(scheme, source)).spellings[-1]
    except InvalidIdentifierError:
        return ""


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
