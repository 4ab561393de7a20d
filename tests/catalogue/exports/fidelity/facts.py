"""What is compared of a publication, and in what form: its title, its authors and its year.

Readers change what no user would call a loss, such as the form of a quotation mark; `folded` says what,
and nothing else is forgiven without a line in `losses.py`.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from catalogue.model import Name, Record, Role

_QUOTES = dict.fromkeys(map(ord, '“”„‟«»‘’‚‛`´ʼ"'), "'")
_DASHES = dict.fromkeys(map(ord, "–—‒―−‐‑"), "-")
_RUNS = re.compile(r"(['-])\1+")
_YEAR = re.compile(r"-?\d{1,4}(?!\d)")


class Person(NamedTuple):
    """A name as a reader has it, in parts or as a whole."""

    given: str = ""
    particle: str = ""
    family: str = ""
    suffix: str = ""

    @classmethod
    def of_inverted(cls, written: str) -> "Person":
        """From `Family, Given, Suffix`, as tagged files have it; an organisation has no comma."""
        family, given, suffix = ([part.strip() for part in written.split(",", 2)] + ["", ""])[:3]
        return cls(given, "", family, suffix)


@dataclass(frozen=True, slots=True)
class Facts:
    """A publication, as somebody says it is; `year` is astronomical, "" where there is none."""

    title: str
    authors: tuple[str, ...]
    year: str

    @classmethod
    def of(cls, title: str, authors: Iterable[Person], year: object) -> "Facts":
        """From what a reader found; a date begins with its year."""
        found = _YEAR.match(str(year or ""))
        names = (_folded_name(" ".join(part for part in author if part)) for author in authors)
        return cls(folded(title), tuple(name for name in names if name), str(int(found[0])) if found else "")

    def agrees(self, field: str, own: "Facts") -> bool:
        """Whether a fact is the same."""
        return bool(getattr(self, field) == getattr(own, field))


@dataclass(frozen=True, slots=True)
class Passage:
    """A publication as prose tells it, for people: whatever is in it is there."""

    text: str

    @classmethod
    def of(cls, text: str) -> "Passage":
        """From what a reader found."""
        return cls(folded(text))

    def agrees(self, field: str, own: Facts) -> bool:
        """Whether it says a fact; names may be in any order."""
        if field == "authors":
            words = set(re.findall(r"[^\s.,;]+", self.text))
            return all(word in words for name in own.authors for word in re.findall(r"[^\s.,;]+", name))
        return str(getattr(own, field)) in self.text


def expected(record: Record) -> Facts:
    """What a reader that loses nothing finds, where the reader's language is English."""
    issued = record.issued
    year = issued.year if issued and not issued.literal else None
    authors = (_person(person.name) for person in record.by_role(Role.AUTHOR))
    return Facts.of(record.titles((record.language, "en")), authors, "" if year is None else str(year))


def _person(name: Name) -> Person:
    return Person(name.given, name.prefix, name.literal or name.family, name.suffix)


def folded(text: str) -> str:
    """Without what readers may choose: capitals, the forms of quotes and dashes, the widths of spaces, and
    whether a letter and its accent are one character or two.

    >>> folded("«Rivers» -- a  Survey") == folded("“Rivers” – a survey")
    True
    """
    plain = unicodedata.normalize("NFC", text).translate(_QUOTES | _DASHES).casefold()
    return _RUNS.sub(r"\1", " ".join(plain.split()))


def _folded_name(name: str) -> str:
    """A name also without its stops and commas: some readers add them to initials or take them away."""
    return folded(re.sub("[.,]", " ", name))


def csl(item: Mapping[str, object]) -> Facts:
    """From an item of CSL-JSON, its markup taken for markup."""
    return Facts.of(_without_markup(str(item.get("title", ""))), _csl_names(item), _csl_year(item))


def _without_markup(text: str) -> str:
    untagged = re.sub(r"</?(?:i|b|sub|sup)>|<span [^>]*>|</span>", "", text)
    return re.sub(r"\$([^$]+)\$", r"\1", untagged)


def _csl_names(item: Mapping[str, object]) -> Iterable[Person]:
    for name in item.get("author", []):
        particles = [name.get(f"{kind}dropping-particle", "") for kind in ("", "non-")]
        yield Person(
            name.get("given", ""),
            " ".join(filter(None, particles)),
            name.get("family") or name.get("literal", ""),
            name.get("suffix", ""),
        )


def _csl_year(item: Mapping[str, object]) -> str:
    ends = item.get("issued", {}).get("date-parts", [])
    years = [int(end[0]) for end in ends if end and int(end[0])]
    if not years:
        return ""
    # CSL has no year 0: its year -1 comes before its year 1.
    return str(years[0] if years[0] > 0 else years[0] + 1)
