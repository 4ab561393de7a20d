"""What is exported, other programs read: pybtex, pandoc and bibutils agree on titles, authors and years."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest
from lxml import etree
from pybtex.database import parse_string

from catalogue.exports import BIBLATEX, BIBTEX, Format, Options
from catalogue.model import Record, Role
from tests.corpora import CORPORA, needs_corpora
from tests.library_records import library_records, records_of

needs_pandoc = pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed here")
needs_bibutils = pytest.mark.skipif(shutil.which("bib2xml") is None, reason="bibutils is not installed here")

MODS = {"m": "http://www.loc.gov/mods/v3"}


@pytest.fixture(scope="module")
def library() -> list[Record]:
    return list({record.key: record for record in library_records()}.values())


@pytest.fixture(scope="module")
def bench() -> list[Record]:
    return records_of((CORPORA / "bench_1k.bib").read_bytes())


def exported(own: Format, records: Iterable[Record]) -> str:
    return "".join(own.write(records, Options()))


def letters(text: str) -> str:
    """Letters and digits only: programs differ in quotes, dashes and the tags of their marks."""
    return re.sub(r"[\W_]+", "", re.sub("<[^<>]*>", "", text)).casefold()


def titles(records: Iterable[Record]) -> dict[str, str]:
    return {own.key: letters(own.titles([own.language])) for own in records if not has_math(own)}


def has_math(record: Record) -> bool:
    return any("math" in mark.kind for _, text in record.title for mark in text.marks)


def families(records: Iterable[Record]) -> dict[str, list[str]]:
    return {
        own.key: [
            letters(person.name.literal or person.name.prefix + person.name.family)
            for person in own.by_role(Role.AUTHOR)
        ]
        for own in records
    }


def years(records: Iterable[Record]) -> dict[str, str]:
    return {own.key: str(own.issued.start.year) for own in records if own.issued and own.issued.start}


def by_pandoc(source: str, syntax: str) -> dict[str, dict]:
    command = ["pandoc", "-f", syntax, "-t", "csljson"]
    run = subprocess.run(command, input=source, capture_output=True, text=True, check=True)
    return {item["id"]: item for item in json.loads(run.stdout)}


def pandoc_families(item: dict) -> list[str]:
    """Family names; pandoc makes a particle of whatever begins in lower case, or leaves it there."""
    read = [letters(person.get("literal") or person["family"]) for person in item.get("author", [])]
    return [name for name in read if name != "others"]  # So pandoc reads "and others".


def differing(read: dict[str, dict], written: dict[str, list[str]]) -> list[str]:
    """The keys of entries whose authors pandoc reads otherwise, particles aside."""
    return [
        key
        for key, names in written.items()
        if len(found := pandoc_families(read[key])) != len(names)
        or not all(
            bool(own) == bool(name) and name.endswith(own) for own, name in zip(found, names, strict=True)
        )
    ]


def pandoc_year(item: dict) -> str:
    return str(item["issued"]["date-parts"][0][0])


FORMATS = pytest.mark.parametrize("own", [BIBTEX, BIBLATEX], ids=lambda own: own.name)


@needs_pandoc
@FORMATS
def test_pandoc_reads_the_titles(own: Format, library: list[Record]) -> None:
    read = by_pandoc(exported(own, library), own.name)

    # pandoc puts biblatex's `titleaddon` behind the title.
    assert [
        key for key, title in titles(library).items() if not letters(read[key]["title"]).startswith(title)
    ] == []


@needs_pandoc
@FORMATS
def test_pandoc_reads_the_authors(own: Format, library: list[Record]) -> None:
    read = by_pandoc(exported(own, library), own.name)

    assert differing(read, families(library)) == []


@needs_pandoc
@FORMATS
def test_pandoc_reads_the_years(own: Format, library: list[Record]) -> None:
    read = by_pandoc(exported(own, library), own.name)

    assert {key: pandoc_year(read[key]) for key in years(library)} == years(library)


@needs_pandoc
@needs_corpora
@FORMATS
def test_pandoc_reads_a_real_bibliography(own: Format, bench: list[Record]) -> None:
    read = by_pandoc(exported(own, bench), own.name)

    assert differing(read, families(bench)) == []


@FORMATS
def test_pybtex_reads_the_authors(own: Format, library: list[Record]) -> None:
    read = parse_string(exported(own, library), "bibtex").entries
    found = {
        key: [letters("".join([*person.prelast_names, *person.last_names])) for person in persons]
        for key, persons in ((key, entry.persons.get("author", [])) for key, entry in read.items())
    }

    assert {key: [name for name in found[key] if name not in ("", "others")] for key in found} == families(
        library
    )


@needs_corpora
@FORMATS
def test_pybtex_reads_a_real_bibliography(own: Format, bench: list[Record]) -> None:
    read = parse_string(exported(own, bench), "bibtex").entries
    found = {key: letters(entry.fields["title"]) for key, entry in read.items()}

    assert {key: found[key] for key in titles(bench)} == titles(bench)


def by_bibutils(source: str, folder: Path) -> dict[str, etree._Element]:
    (folder / "export.bib").write_text(source, encoding="utf-8")
    command = ["bib2xml", "-i", "utf8", "-nl", "export.bib"]
    run = subprocess.run(command, cwd=folder, capture_output=True, check=True)
    return {item.get("ID"): item for item in etree.fromstring(run.stdout.lstrip(b"\xef\xbb\xbf"))}


@needs_bibutils
def test_bibutils_reads_the_titles(library: list[Record], tmp_path: Path) -> None:
    read = by_bibutils(exported(BIBTEX, library), tmp_path)
    found = {
        key: "".join(item.xpath("m:titleInfo[1]/*/text()", namespaces=MODS)) for key, item in read.items()
    }

    assert {key: letters(found[key]) for key in titles(library)} == titles(library)


@needs_bibutils
@needs_corpora
def test_bibutils_reads_a_real_bibliography(bench: list[Record], tmp_path: Path) -> None:
    read = by_bibutils(exported(BIBTEX, bench), tmp_path)
    path = "m:originInfo/m:dateIssued/text() | m:part/m:date/text() | m:relatedItem//m:dateIssued/text()"
    found = {key: item.xpath(path, namespaces=MODS)[0][:4] for key, item in read.items()}

    assert {key: found[key] for key in years(bench)} == years(bench)
