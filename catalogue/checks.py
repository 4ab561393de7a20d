"""The checks of validation: each turns what a source wrote into a value of the model, or says why not.

Every function here raises `InvalidValueError`, which tells the maintainer what is wrong and what to
write instead. `catalogue.schema` decides where the values belong and what becomes of the rejected ones.
"""

import re
from collections.abc import Callable, Mapping
from typing import TypeVar
from urllib.parse import urlsplit

from catalogue import language_tags, vocabularies
from catalogue.model import (
    AccessStatus,
    Classification,
    File,
    Identifier,
    InvalidIdentifierError,
    Issued,
    Link,
    PartialDate,
    Scheme,
)
from catalogue.model.identifiers import normalise
from catalogue.model.identifiers import orcid as normalise_orcid
from catalogue.model.identifiers import ror as normalise_ror
from catalogue.sources import languages

Value = TypeVar("Value")

_CLASSIFICATIONS = {
    "jel": (re.compile(r"[A-Z]\d{0,2}"), "a JEL code such as J61"),
    "mrnti": (re.compile(r"\d\d(\.\d\d){0,2}"), "an MRNTI (GRNTI, IRSTI) code such as 04.21.51"),
    "udc": (re.compile(r"""[\d(="'][^<>{}]*"""), "a UDC number such as 314.7"),
}
_YEAR_OF_DATE = re.compile(r"(\d{4})-\d{1,2}(?:-\d{1,2})?")
_DATE_ADVICE = "write 2021, 2021-03, 2021-03-07, a range as 2021/2023, or a word such as forthcoming"


class InvalidValueError(ValueError):
    """A value is not what its place asks for: `code` names the kind, `advice` the form to write.

    `private` values must not be repeated anywhere, since they tell about the maintainer's machine.
    `written` is the value as its source wrote it, where that is known. What of a value of the record itself
    can be read stands `instead` of it.
    """

    def __init__(
        self, code: str, message: str, advice: str, *, private: bool = False, instead: object = None
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.advice = advice
        self.private = private
        self.instead = instead
        self.written = ""


def sentence(words: str) -> str:
    """The words of a message or an advice, where they stand alone."""
    return f"{words[:1].upper()}{words[1:]}."


def key(source: str) -> str:
    """The key of an entry: something that shows."""
    if not source.strip():
        raise InvalidValueError(
            "missing-key", "the entry has no key", "give it one that stays, as in smith2021"
        )
    return source.strip()


def issued(source: str) -> Issued:
    """When something appeared, in any form that `Issued.parse` reads; of a day or month that the calendar
    does not have, the year stays."""
    try:
        return Issued.parse(source)
    except ValueError as error:
        year = _YEAR_OF_DATE.fullmatch(source.strip())
        kept = Issued(PartialDate(int(year[1]))) if year else None
        message = f"{error}; it counts as {year[1]}" if year else str(error)
        raise InvalidValueError("invalid-date", message, _DATE_ADVICE, instead=kept) from error


def day(source: str) -> PartialDate:
    """A date of the calendar, perhaps without day or month; a time of day is let go."""
    return _parsed(PartialDate.parse, source, "invalid-date", "write it as 2021-03-07")


def identifier(item: Mapping[str, str]) -> Identifier:
    """An identifier of a known scheme, normalised, its check digit tested."""
    scheme = Scheme(item["scheme"])
    value = _parsed(
        lambda source: normalise(scheme, source),
        item["value"],
        "invalid-identifier",
        "correct it, or take the field out",
    )
    return Identifier(scheme, value)


def orcid(source: str) -> str:
    """An ORCID iD."""
    return _parsed(
        normalise_orcid, source, "invalid-orcid", "copy the iD from the person's page at orcid.org"
    )


def ror(source: str) -> str:
    """A ROR id."""
    return _parsed(
        normalise_ror, source, "invalid-ror", "copy the id from the organisation's page at ror.org"
    )


def language(source: str) -> str:
    """A language tag, canonical."""
    try:
        return language_tags.canonical(source)
    except ValueError as error:
        meant = language_tags.suggestion(source) or languages.nearest(source)
        advice = f"write `{meant}`" if meant else "write a BCP 47 tag, such as en, ru or kk"
        raise InvalidValueError("invalid-language", str(error), advice) from error


def license_expression(source: str) -> str:
    """An SPDX licence expression."""
    return _parsed(
        vocabularies.spdx,
        source,
        "invalid-license",
        "write an SPDX identifier such as CC-BY-4.0 (spdx.org/licenses), or, for any other licence, a name "
        "that begins with LicenseRef-; leave out what grants nothing",
    )


def access_status(source: str) -> AccessStatus:
    """Who may read the full text."""
    terms = ", ".join(status.value for status in AccessStatus)
    return _parsed(vocabularies.access_status, source, "invalid-access", f"write one of {terms}")


def link(item: Mapping[str, str]) -> Link:
    """An address on the web that is safe to link to."""
    url = item["url"].strip()
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise InvalidValueError(
            "invalid-url", f"{url!r} is not a web address: {error}", "correct it"
        ) from error
    if parts.scheme in ("http", "https", "ftp") and parts.hostname and not re.search(r"[\s<>\"\\]", url):
        return Link(url, item.get("label", ""))
    if re.fullmatch(r"[\w-]+(\.[\w-]+)+(/\S*)?", url):
        raise InvalidValueError("invalid-url", f"{url!r} lacks its scheme", f"write `https://{url}`")
    raise InvalidValueError(
        "invalid-url",
        f"{url!r} is not a web address",
        "write one that begins with https://, http:// or ftp://",
    )


def file(item: Mapping[str, str]) -> File:
    """A file inside `data/files/`. What points elsewhere is private, and not repeated in the message."""
    path = item["path"].strip().removeprefix("./")
    inside = path.removeprefix("files/")
    parts = inside.split("/")
    if (
        not inside
        or ":" in parts[0]
        or re.search(r"[\\\x00-\x1f]", inside)
        or any(part in ("", ".", "..") for part in parts)
    ):
        raise InvalidValueError(
            "invalid-file",
            "a file of the entry is not named by a path inside data/files/",
            "put the file there, and write its path relative to that folder, as in 2021/smith.pdf",
            private=True,
        )
    return File(inside, item.get("label", ""), item.get("media_type", ""))


def project(source: str) -> str:
    """The key of a project: the name of its file in `data/projects/`, without `.yaml`."""
    if not re.fullmatch(r"\w[\w.-]*", source.strip()):
        raise InvalidValueError(
            "invalid-project",
            f"{source!r} is not the key of a project",
            "write the name of a file in data/projects/ without .yaml; several are parted by commas",
        )
    return source.strip()


def classification(item: Mapping[str, str]) -> Classification:
    """A code of UDC, JEL or MRNTI."""
    scheme, code = item["scheme"], item["code"].strip()
    pattern, example = _CLASSIFICATIONS[scheme]
    if not pattern.fullmatch(code):
        raise InvalidValueError(
            "invalid-classification", f"{code!r} is not a code of {scheme.upper()}", f"write {example}"
        )
    return Classification(scheme, code)


def _parsed(parse: Callable[[str], Value], source: str, code: str, advice: str) -> Value:
    try:
        return parse(source)
    except (ValueError, InvalidIdentifierError) as error:
        raise InvalidValueError(code, str(error), advice) from error
