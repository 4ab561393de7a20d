"""Terms in circulation for licences and for access, and the one term for each.

Licences become SPDX expressions (spdx.org/licenses), access rights the terms of COAR
(vocabularies.coar-repositories.org/access_rights).

>>> spdx("https://creativecommons.org/licenses/by-nc/4.0/")
'CC-BY-NC-4.0'
>>> access_status("info:eu-repo/semantics/openAccess").value
'open'
"""

import re
from functools import lru_cache

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

from catalogue.model import AccessStatus

_CC_ADDRESS = re.compile(
    r"(?:https?://)?(?:www\.)?creativecommons\.org/(?:licenses|publicdomain)/"
    r"(?P<kind>by(?:-nc)?(?:-nd|-sa)?|zero)/(?P<version>\d\.\d)(?:/\S*)?",
    re.IGNORECASE,
)
_CC_SHORT = re.compile(
    r"cc[\s-]*(?P<kind>by(?:[\s-]+nc)?(?:[\s-]+(?:nd|sa))?|0|zero)[\s-]*(?:v\.?\s*)?(?P<version>\d\.\d)?"
    r"(?:[\s-]+(?:international|unported|intl|universal|deed|licen[sc]e))*",
    re.IGNORECASE,
)
_CC_LONG = re.compile(
    r"creative\s+commons:?\s+(?P<kind>attribution(?:[\s-]+non-?commercial)?"
    r"(?:[\s-]+(?:share-?alike|no-?deriv(?:ative)?s?(?:\s+works)?))?|zero)"
    r"(?:\s+licen[sc]e)?[\s,(]*(?:v(?:ersion|\.)?\s*)?(?P<version>\d\.\d)?"
    r"(?:[\s-]+(?:international|unported|universal|public|licen[sc]e))*(?:\s*\([^)]*\))?",
    re.IGNORECASE,
)
_CC_WORDS = (("attribution", "by"), ("noncommercial", "nc"), ("sharealike", "sa"), ("noderiv", "nd"))

_ACCESS_TERMS = {
    AccessStatus.OPEN: "open|openaccess|oa|free|public|открытый|открытый доступ|ашық",
    AccessStatus.EMBARGOED: "embargo|embargoed|embargoedaccess|delayed",
    AccessStatus.RESTRICTED: "restricted|restrictedaccess|limited|ограниченный доступ",
    AccessStatus.METADATA_ONLY: "metadata|metadata-only|metadataonly|closed|closedaccess",
}
_ACCESS = {term: status for status, terms in _ACCESS_TERMS.items() for term in terms.split("|")}
_ACCESS |= {status.uri.rpartition("/")[2]: status for status in AccessStatus}
_ACCESS_ADDRESS = re.compile(
    r"(?:https?://purl\.org/coar/access_right/|info:eu-repo/semantics/)(?P<term>\w+)", re.IGNORECASE
)


@lru_cache(maxsize=512)
def spdx(source: str) -> str:
    """The SPDX expression of an expression, a Creative Commons address or a usual name.

    Raises ValueError for what names no licence, or one without its version.
    """
    source = " ".join(source.split())
    for pattern in (_CC_ADDRESS, _CC_SHORT, _CC_LONG):
        if match := pattern.fullmatch(source):
            return _creative_commons(source, match["kind"], match["version"])
    try:
        return str(canonicalize_license_expression(source))
    except InvalidLicenseExpression as error:
        raise ValueError(f"{source!r} is not a licence known to SPDX") from error


def _creative_commons(source: str, kind: str, version: str | None) -> str:
    folded = kind.lower()
    if folded in ("0", "zero"):
        return "CC0-1.0"
    if not version:
        raise ValueError(f"{source!r} names a Creative Commons licence without its version")
    if folded.startswith("attribution"):
        words = re.sub(r"[\s-]", "", folded)
        parts = [short for word, short in _CC_WORDS if word in words]
    else:
        parts = re.split(r"[\s-]+", folded)
    return str(canonicalize_license_expression(f"CC-{'-'.join(parts)}-{version}"))


def access_status(source: str) -> AccessStatus:
    """The access right that a term or its address (COAR, info:eu-repo) names. Raises ValueError."""
    folded = " ".join(source.casefold().split())
    match = _ACCESS_ADDRESS.fullmatch(folded)
    term = match["term"] if match else folded
    status = _ACCESS.get(term) or _ACCESS.get(re.sub(r"[\s_-]|access$", "", term))
    if status is None:
        raise ValueError(f"{source!r} is not a term for access")
    return status
