"""Formats in XML, read by the names that their standards give: MODS, Dublin Core, DataCite."""

import re
from collections.abc import Callable
from pathlib import Path

from lxml import etree

from tests.catalogue.exports.fidelity.facts import Facts, Person

_NAMESPACES = {
    "m": "http://www.loc.gov/mods/v3",
    "dc": "http://purl.org/dc/elements/1.1/",
    "oai_dc": "http://www.openarchives.org/OAI/2.0/oai_dc/",
    "d": "http://datacite.org/schema/kernel-4",
}
_MODS_DATES = "m:part/m:date | m:originInfo/m:dateIssued | m:relatedItem/m:originInfo/m:dateIssued"
_MODS_AUTHORS = frozenset({"author", "artist", "writer", "aut"})
"""What MODS calls an author, of a painting and of a film too, as a word or as MARC's code."""
DATACITE_CODES = frozenset({":unav", ":etal"})
"""DataCite's words where a name is not known or others follow."""


def reader_of(path: str, facts: Callable[[etree._Element], Facts]) -> Callable[[str, Path], list[Facts]]:
    """A reader of the elements at a path, such as `m:mods`."""

    def read(source: str, folder: Path) -> list[Facts]:
        root = etree.fromstring(source.encode())
        return [facts(element) for element in root.iterfind(path, _NAMESPACES)]

    return read


def mods(item: etree._Element) -> Facts:
    """From an element `mods`."""
    titles = "m:titleInfo[not(@type)][1]/*[self::m:title or self::m:subTitle]"
    authors = [_mods_person(name) for name in item.iterfind("m:name", _NAMESPACES) if _is_author(name)]
    years = [date for date in _texts(item, _MODS_DATES) if re.match(r"-?\d", date)]
    return Facts.of(": ".join(_texts(item, titles)), authors, "".join(years[:1]))


def _is_author(name: etree._Element) -> bool:
    return not _MODS_AUTHORS.isdisjoint(_texts(name, "m:role/m:roleTerm"))


def _mods_person(name: etree._Element) -> Person:
    given, family, suffix, whole = (
        " ".join(_texts(name, f"m:namePart[{condition}]"))
        for condition in (
            "@type='given'",
            "@type='family'",
            "@type='termsOfAddress' or @type='suffix'",
            "not(@type)",
        )
    )
    return Person(given, "", whole or family, suffix)


def dublin_core(item: etree._Element) -> Facts:
    """From an element `oai_dc:dc`; the first title is the main one."""
    authors = map(Person.of_inverted, _texts(item, "dc:creator"))
    return Facts.of("".join(_texts(item, "dc:title[1]")), authors, "".join(_texts(item, "dc:date[1]")))


def datacite(item: etree._Element) -> Facts:
    """From an element `resource`."""
    titles = _texts(item, "d:titles/d:title[not(@titleType)]") + _texts(
        item, "d:titles/d:title[@titleType='Subtitle'][1]"
    )
    people = (_datacite_person(creator) for creator in item.iterfind("d:creators/d:creator", _NAMESPACES))
    dates = "d:dates/d:date[@dateType='Issued' and . != ':unav'] | d:publicationYear[not(../d:dates/*)]"
    return Facts.of(": ".join(titles), people, "".join(_texts(item, dates)[:1]).lstrip("/"))


def _datacite_person(creator: etree._Element) -> Person:
    whole, given, family = (
        "".join(_texts(creator, f"d:{name}")) for name in ("creatorName", "givenName", "familyName")
    )
    if whole in DATACITE_CODES:
        return Person()
    return Person(given, "", family) if given or family else Person(family=whole)


def _texts(element: etree._Element, path: str) -> list[str]:
    found = element.xpath(path, namespaces=_NAMESPACES)
    return ["".join(one.itertext()) for one in found]
