"""Tagged exports as bibutils reads them: an opinion on them that is not ours."""

import re
import shutil
import subprocess
from urllib.parse import unquote

import pytest
from lxml import etree

from catalogue.model import Record, Role, Scheme

needs_bibutils = pytest.mark.skipif(shutil.which("ris2xml") is None, reason="bibutils is not installed here")
_MODS = {"m": "http://www.loc.gov/mods/v3"}
_YEARS = "m:part/m:date | .//m:dateIssued"
_OTHERS = frozenset({"editor", "translator", "patent holder"})

Facts = tuple[str, frozenset[str], str, str]
"""The letters of a title, the words in the names of the authors, the year, the DOI."""


def facts(program: str, exported: str) -> list[Facts]:
    """What `ris2xml` or `end2xml` finds, reference by reference."""
    command = [program, "-i", "utf8", "--nosplit-title"]
    run = subprocess.run(command, input=exported.encode(), capture_output=True, check=True)
    return [_found(item) for item in etree.fromstring(run.stdout.lstrip(b"\xef\xbb\xbf"))]


def expected(record: Record) -> Facts:
    """What it should find of a record."""
    names = [person.name.display for person in record.by_role(Role.AUTHOR)]
    date = (record.issued.start or record.issued.end) if record.issued else None
    year = f"{date.year:04d}" if date else ""
    title = record.titles((record.language, "en"))
    return letters(title), words(names), year, record.identifier(Scheme.DOI) or ""


def _found(item: etree._Element) -> Facts:
    authors = [
        " ".join(name.xpath("m:namePart/text()", namespaces=_MODS))
        for name in item.xpath("m:name", namespaces=_MODS)
        if name.xpath("string(m:role/m:roleTerm)", namespaces=_MODS) not in _OTHERS
    ]
    title = item.xpath("string(m:titleInfo/m:title)", namespaces=_MODS)
    dates = [date.text or "" for date in item.xpath(_YEARS, namespaces=_MODS)]
    year = next((date[:4] for date in dates if re.match(r"\d{4}", date)), "")
    doi = item.xpath("string(m:identifier[@type='doi'])", namespaces=_MODS)
    return letters(title), words(authors), year, unquote(doi)


def letters(text: str) -> str:
    """Letters and digits only: readers differ in quotes, dashes and spaces."""
    return "".join(character for character in text.casefold() if character.isalnum())


def words(names: list[str]) -> frozenset[str]:
    """The words of names, each once, as bibutils keeps equal names once; `and` is lost, because it parts
    names there."""
    return frozenset(word for name in names for word in re.findall(r"\w+", name.casefold()) if word != "and")
