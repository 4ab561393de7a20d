"""bibutils as a reader: each of its programs turns a format into MODS."""

import re
from collections.abc import Callable
from pathlib import Path

from lxml import etree

from tests.catalogue.exports.fidelity.facts import Facts, Person
from tests.catalogue.exports.fidelity.programs import output

_NAMESPACE = {"m": "http://www.loc.gov/mods/v3"}
_YEARS = "m:part/m:date | m:originInfo/m:dateIssued | m:relatedItem/m:originInfo/m:dateIssued"
_AUTHORS = frozenset({"author", "artist", "writer", "aut"})
"""What MODS calls an author, of a painting and of a film too, as a word or as MARC's code."""


def reader_of(program: str) -> Callable[[str, Path], list[Facts]]:
    """A reader by one of the programs, such as `ris2xml`."""
    # biblatex2xml reads nothing at all where it is told so.
    options = [] if program == "biblatex2xml" else ["--nosplit-title"]

    def read(source: str, folder: Path) -> list[Facts]:
        converted = output([program, "-i", "utf8", *options], source)
        return [mods(item) for item in etree.fromstring(converted.encode())]

    return read


def mods(item: etree._Element) -> Facts:
    """From an element `mods`."""
    title = ": ".join(
        item.xpath("m:titleInfo[not(@type)][1]/*[not(self::m:nonSort)]/text()", namespaces=_NAMESPACE)
    )
    authors = [_person(name) for name in item.xpath("m:name", namespaces=_NAMESPACE) if _is_author(name)]
    dates = [date.text or "" for date in item.xpath(_YEARS, namespaces=_NAMESPACE)]
    return Facts.of(title, authors, next((date for date in dates if re.match(r"-?\d", date)), ""))


def _is_author(name: etree._Element) -> bool:
    return not _AUTHORS.isdisjoint(name.xpath("m:role/m:roleTerm/text()", namespaces=_NAMESPACE))


def _person(name: etree._Element) -> Person:
    def part(condition: str) -> str:
        return " ".join(name.xpath(f"m:namePart[{condition}]/text()", namespaces=_NAMESPACE))

    whole = part("not(@type)")
    return Person(
        part("@type='given'"),
        "",
        whole or part("@type='family'"),
        part("@type='termsOfAddress' or @type='suffix'"),
    )
