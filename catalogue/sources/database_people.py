"""What Web of Science and Scopus say of authors in fields of their own, matched to the authors by name.

Web of Science writes `ORCID-Numbers = {Family, Given/0000-…}` with one author to a line, and marks the
corresponding author within `Affiliation`. Scopus lists affiliations without saying whose they are.
"""

import re
from collections.abc import Sequence

from catalogue.model import Name

_ORCID = re.compile(r"(?P<name>[^/;\n]+?)\s*/\s*(?P<orcid>\d{4}-\d{4}-\d{4}-\d{3}[\dXx])")
_CORRESPONDING = re.compile(
    r"(?:^|\.\s+|\n\s*)(?P<names>[^.\n]+?\.?)\s*\((?:[Cc]orresponding|[Rr]eprint) [Aa]uthor\)", re.DOTALL
)


def orcids(source: str, authors: Sequence[Name]) -> dict[int, str]:
    """ORCID iDs of `ORCID-Numbers`, by the position of the author; those of nobody listed left out.

    >>> orcids("Berg, Anna/0000-0002-1825-0097", [Name(family="Berg", given="A.")])
    {0: '0000-0002-1825-0097'}
    """
    found = {}
    for match in _ORCID.finditer(source):
        at = _position(match["name"], authors)
        if at is not None:
            found[at] = match["orcid"]
    return found


def corresponding(source: str, authors: Sequence[Name]) -> frozenset[int]:
    """The positions of the authors whom Web of Science's `Affiliation` marks as corresponding."""
    marked = (match["names"].rpartition(";")[2] for match in _CORRESPONDING.finditer(source))
    found = (_position(name, authors) for name in marked)
    return frozenset(at for at in found if at is not None)


def shared_affiliation(source: str) -> str | None:
    """The affiliation of Scopus where there is only one, which then is that of all authors."""
    if re.search(r"\((?:[Cc]orresponding|[Rr]eprint) [Aa]uthor\)|\n", source.strip()):
        return None
    return None if ";" in source else source.strip()


def _position(written: str, authors: Sequence[Name]) -> int | None:
    family, _, given = (part.strip().casefold() for part in written.partition(","))
    for at, author in enumerate(authors):
        own_family = (author.literal or author.family).casefold()
        if own_family == family and author.given.casefold()[:1] == given[:1]:
            return at
    return None
