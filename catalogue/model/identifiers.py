"""Identifiers: what names a publication, a person or an organisation outside this catalogue.

`normalise` turns each of the spellings in circulation into one, tests the check digit where the
scheme has one, and says what is wrong where it cannot. Sources: ISO 26324 (DOI), ISO 2108 (ISBN),
ISO 3297 (ISSN), ISO 7064 (the check digits of ORCID and ROR), arxiv.org/help/arxiv_identifier.

>>> normalise(Scheme.DOI, "https://doi.org/10.1000/ABC")
'10.1000/abc'
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote


class Scheme(StrEnum):
    """The schemes the catalogue knows; the values are the names used in addresses and files."""

    ARXIV = "arxiv"
    DOI = "doi"
    EID = "eid"
    """Scopus."""
    HANDLE = "hdl"
    ISBN = "isbn"
    ISSN = "issn"
    JSTOR = "jstor"
    PMCID = "pmcid"
    PMID = "pmid"
    WOS = "wos"
    """Web of Science."""


class InvalidIdentifierError(ValueError):
    """A value is no identifier of its scheme; the message says why and carries the value."""


@dataclass(frozen=True, slots=True)
class Identifier:
    """A normalised value in its scheme."""

    scheme: Scheme
    value: str

    @property
    def url(self) -> str | None:
        """Where the identifier resolves, or None where its scheme has no public resolver."""
        template = _RESOLVERS.get(self.scheme)
        return template.format(quote(self.value, safe="/:;().", errors="replace")) if template else None

    @property
    def spellings(self) -> tuple[str, ...]:
        """What it may be called without its scheme, `value` first: an ISBN has 10 digits and 13, an ISSN may
        lack its hyphen, a preprint its version.

        >>> Identifier(Scheme.ISBN, "0306406152").spellings
        ('0306406152', '9780306406157')
        """
        others: tuple[str, ...] = ()
        match self.scheme:
            case Scheme.ARXIV:
                others = (_VERSION.sub("", self.value),)
            case Scheme.ISBN:
                others = _other_isbns(self.value)
            case Scheme.ISSN:
                others = (self.value.replace("-", ""),)
        return tuple(dict.fromkeys((self.value, *others)))


_RESOLVERS = {
    Scheme.ARXIV: "https://arxiv.org/abs/{}",
    Scheme.DOI: "https://doi.org/{}",
    Scheme.HANDLE: "https://hdl.handle.net/{}",
    Scheme.ISSN: "https://portal.issn.org/resource/ISSN/{}",
    Scheme.JSTOR: "https://www.jstor.org/stable/{}",
    Scheme.PMCID: "https://www.ncbi.nlm.nih.gov/pmc/articles/{}/",
    Scheme.PMID: "https://pubmed.ncbi.nlm.nih.gov/{}/",
}
_VERSION = re.compile(r"v\d+$")
_HYPHENS = str.maketrans("", "", "- \u00ad\u2010\u2011\u2012\u2013\u2014\u2212")


def normalise(scheme: Scheme, source: str) -> str:
    """The one spelling of an identifier. Raises InvalidIdentifierError with the reason."""
    return _NORMALISERS[scheme](source.strip())


def _pattern(
    name: str, pattern: str, example: str, *, fold: Callable[[str], str] = str
) -> Callable[[str], str]:
    compiled = re.compile(pattern, re.IGNORECASE)

    def check(source: str) -> str:
        match = compiled.fullmatch(source)
        if not match:
            raise InvalidIdentifierError(f"{source!r} is not {name}; one looks like {example}")
        return fold(match[1])

    return check


def _isbn(source: str) -> str:
    digits = re.sub(r"^(urn:)?isbn(-1[03])?:?", "", source, flags=re.IGNORECASE).translate(_HYPHENS).upper()
    if re.fullmatch(r"\d{9}[\dX]", digits):
        total = _sum_of_10(digits) % 11
    elif re.fullmatch(r"97[89]\d{10}", digits):
        total = _sum_of_13(digits) % 10
    else:
        raise InvalidIdentifierError(f"{source!r} is not an ISBN of 10 or 13 digits")
    if total:
        raise InvalidIdentifierError(f"the check digit of ISBN {source!r} is wrong: a digit is mistyped")
    return digits


def _sum_of_10(digits: str) -> int:
    return sum((10 - place) * _digit(char) for place, char in enumerate(digits))


def _sum_of_13(digits: str) -> int:
    return sum((3 if place % 2 else 1) * int(char) for place, char in enumerate(digits))


def _other_isbns(digits: str) -> tuple[str, ...]:
    """The same ISBN with 13 digits for 10, or 10 for 13 where it has so few."""
    if len(digits) == 10:
        longer = f"978{digits[:9]}"
        return (f"{longer}{-_sum_of_13(longer) % 10}",)
    if digits.startswith("978"):
        shorter = digits[3:12]
        check = -_sum_of_10(shorter) % 11
        return (f"{shorter}{'X' if check == 10 else check}",)
    return ()


def _issn(source: str) -> str:
    digits = re.sub(r"^(urn:)?e?issn:?", "", source, flags=re.IGNORECASE).translate(_HYPHENS).upper()
    if not re.fullmatch(r"\d{7}[\dX]", digits):
        raise InvalidIdentifierError(f"{source!r} is not an ISSN; one looks like 1234-5679")
    if sum((8 - place) * _digit(char) for place, char in enumerate(digits)) % 11:
        raise InvalidIdentifierError(f"the check digit of ISSN {source!r} is wrong: a digit is mistyped")
    return f"{digits[:4]}-{digits[4:]}"


def _digit(char: str) -> int:
    return 10 if char == "X" else int(char)


def orcid(source: str) -> str:
    """`0000-0002-1825-0097` of any spelling of an ORCID iD. Raises InvalidIdentifierError."""
    digits = re.sub(r"^(https?://)?(www\.)?orcid\.org/", "", source.strip(), flags=re.IGNORECASE)
    digits = digits.strip("/").translate(_HYPHENS).upper()
    if not re.fullmatch(r"\d{15}[\dX]", digits):
        raise InvalidIdentifierError(f"{source!r} is not an ORCID iD; one looks like 0000-0002-1825-0097")
    total = 0
    for char in digits[:-1]:
        total = (total + int(char)) * 2
    if (12 - total % 11) % 11 != _digit(digits[-1]):
        raise InvalidIdentifierError(f"the check digit of ORCID iD {source!r} is wrong: a digit is mistyped")
    return "-".join(digits[at : at + 4] for at in range(0, 16, 4))


def scopus_author(source: str) -> str:
    """`7004212771` of an author identifier of Scopus, or of the address of its page. Raises
    InvalidIdentifierError."""
    found = re.fullmatch(r"(?:https?://www\.scopus\.com/\S*authorI[dD]=)?(\d{6,12})", source.strip())
    if not found:
        raise InvalidIdentifierError(
            f"{source!r} is not an author identifier of Scopus; one looks like 7004212771"
        )
    return found[1]


def researcher_id(source: str) -> str:
    """`A-1009-2008` of a ResearcherID, or of the address of its page at Web of Science. Raises
    InvalidIdentifierError."""
    bare = re.sub(r"^https?://(?:www\.)?[\w.]+/(?:\w+/)*", "", source.strip()).upper()
    if not re.fullmatch(r"[A-Z]{1,3}-\d{4}-(?:19|20)\d\d", bare):
        raise InvalidIdentifierError(f"{source!r} is not a ResearcherID; one looks like A-1009-2008")
    return bare


def ror(source: str) -> str:
    """`02mhbdp94` of any spelling of a ROR id. Raises InvalidIdentifierError."""
    code = re.sub(r"^(https?://)?ror\.org/", "", source.strip(), flags=re.IGNORECASE).strip("/").lower()
    if not re.fullmatch(r"0[0-9a-hj-km-np-tv-z]{6}\d{2}", code):
        raise InvalidIdentifierError(f"{source!r} is not a ROR id; one looks like https://ror.org/02mhbdp94")
    number = 0
    for char in code[:7]:
        number = number * 32 + "0123456789abcdefghjkmnpqrstvwxyz".index(char)
    if 98 - number * 100 % 97 != int(code[7:]):
        raise InvalidIdentifierError(
            f"the check digits of ROR id {source!r} are wrong: a character is mistyped"
        )
    return code


_NORMALISERS: dict[Scheme, Callable[[str], str]] = {
    Scheme.ARXIV: _pattern(
        "an arXiv identifier",
        r"(?:https?://arxiv\.org/(?:abs|pdf)/|arxiv:)?(\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[a-z]{2})?/\d{7}(?:v\d+)?)(?:\.pdf)?",
        "2101.00001 or hep-th/9901001",
    ),
    Scheme.DOI: _pattern(
        "a DOI",
        r"(?:(?:https?://)?(?:dx\.|www\.)?doi\.org/|doi:?\s*)?(10\.\d{4,9}(?:\.\d+)*/\S+?)",
        "10.1000/182",
        fold=str.lower,
    ),
    Scheme.EID: _pattern("a Scopus EID", r"(2-s2\.0-\d+)", "2-s2.0-85012345678", fold=str.lower),
    Scheme.HANDLE: _pattern("a handle", r"(?:https?://hdl\.handle\.net/|hdl:)?([\w.]+/\S+)", "20.1000/100"),
    Scheme.ISBN: _isbn,
    Scheme.ISSN: _issn,
    Scheme.JSTOR: _pattern("a JSTOR number", r"(?:https?://www\.jstor\.org/stable/)?([\w./]+)", "2118559"),
    Scheme.PMCID: _pattern("a PMCID", r"(?:PMCID:?\s*)?(PMC\d+)", "PMC3531190", fold=str.upper),
    Scheme.PMID: _pattern(
        "a PubMed number", r"(?:https?://pubmed\.ncbi\.nlm\.nih\.gov/|PMID:?\s*)?(\d{1,8})/?", "23193287"
    ),
    Scheme.WOS: _pattern(
        "a Web of Science number",
        r"(?:ISI:|WOS:|UT\s)?([A-Z]?\d{14,15}[\dX]?)",
        "000301234500001",
        fold=str.upper,
    ),
}
