"""Names of fields where other systems write them, put where the syntax has them.

PubMed's stand behind what is looked for, back to an operator or a parenthesis: `Knuth D[au] AND walls[ti]`.
Google Scholar's `allintitle:` concerns all that follows it. In Lucene `doi:*` is whatever has a DOI.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

_FIELDS = {
    "title": "ti title",
    "title-abs": "tiab title/abstract",
    "abstract": "ab abstract",
    "author": "au author 1au auth lastau author-first author-last",
    "venue": "ta journal jour",
    "issued": "dp pdat date-publication publication-date",
    "keyword": "mh mesh mesh-terms majr mesh-major-topic ot other-term",
    "language": "la lang language",
    "type": "pt ptyp publication-type",
    "doi": "doi aid lid",
    "identifier": "pmid uid",
    "affil": "ad affil affiliation",
    "all": "all all-fields tw text-word",
}
_TAGS: Mapping[str, str] = MappingProxyType(
    {tag: field for field, tags in _FIELDS.items() for tag in tags.split()}
)
_TAG = re.compile(r"(?<!\s)\s*\[([^\[\]]{2,20})\]")
_BETWEEN_WORDS = re.compile(r"[\s-]+")
_BEFORE = re.compile(r"(?<!\S)(?:AND|OR|NOT)(?!\S)|[()\[\]]|(?<!\S)-(?=\S)")
_OF_ALL = re.compile(r"\s*allin(title|author|text):\s*(?=\S)(.+)", re.IGNORECASE | re.DOTALL)
_RANGE = re.compile(r"(\d{4}[\d/]*)\s*:\s*(\d{4}[\d/]*)")
_STATED = re.compile(r"(?<![\w:])(\w+):\*(?=[\s)]|$)")
_TRAITS = {"keyword": "keywords", "year": "date", "issued": "date"} | {
    name: name for name in ("abstract", "author", "doi", "language", "orcid", "project", "venue")
}
"""What `has:` calls it that a field is stated."""


def put_before(text: str) -> str:
    """The text with such names before what they belong to.

    >>> put_before("(Knuth D[au] OR Morris[Author]) AND stone walls[Title/Abstract] AND 2015:2016[dp]")
    '(author:"Knuth D" OR author:"Morris") AND title-abs:(stone walls) AND issued:2015..2016'
    >>> put_before("allintitle: stone walls")
    'title:(stone walls)'
    >>> put_before("walls doi:*")
    'walls has:doi'
    """
    text = _STATED.sub(lambda found: f"has:{trait}" if (trait := _TRAITS.get(found[1])) else found[0], text)
    if of_all := _OF_ALL.fullmatch(text):
        field = of_all[1].lower()
        return f"{'all' if field == 'text' else field}:({of_all[2]})"
    done, at = "", 0
    for tag in _TAG.finditer(text):
        if field := _TAGS.get(_BETWEEN_WORDS.sub("-", tag[1].strip().casefold())):
            start = at + _start(text[at : tag.start()])
            meant = text[start : tag.start()]
            done += text[at:start] + _fielded(field, meant) if meant else text[at : tag.end()]
            at = tag.end()
    return done + text[at:]


def _start(before: str) -> int:
    """Where that begins which a tag behind a text belongs to: at its last phrase, or behind an operator."""
    if before.endswith('"') and before.count('"') > 1:
        return before.rindex('"', 0, -1)
    start = max((found.end() for found in _BEFORE.finditer(before)), default=0)
    return start + len(before[start:]) - len(before[start:].lstrip())


def _fielded(field: str, text: str) -> str:
    if text.startswith('"'):
        return f"{field}:{text}"
    if field == "author":
        return f'{field}:"{text}"'
    if field == "issued":
        return f"{field}:" + _RANGE.sub(r"\1..\2", text).replace("/", "-")
    return f"{field}:({text})" if " " in text else f"{field}:{text}"
