"""The ASCII flavour: read again as the portable one is, and by programs from before Unicode."""

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from pybtex.database import parse_string

from catalogue.exports import BIBLATEX, BIBTEX, Format, Options
from catalogue.exports.bibtex_ascii import key
from catalogue.exports.latex_ascii import to_ascii
from catalogue.exports.latex_letters import COMMANDS, FORMULAS
from catalogue.model import Contributor, Identifier, Link, Multilingual, Name, Record, RecordType, Scheme
from tests.catalogue.exports import biber
from tests.catalogue.exports.biber import needs_biber
from tests.catalogue.exports.samples import real_records
from tests.corpora import CORPORA, needs_corpora
from tests.library_records import library_records, records_of
from tests.strategies import records

needs_bibtex = pytest.mark.skipif(not shutil.which("bibtex"), reason="bibtex is not installed here")
needs_pdflatex = pytest.mark.skipif(not shutil.which("pdflatex"), reason="pdflatex is not installed here")
FORMATS = pytest.mark.parametrize("own", [BIBTEX, BIBLATEX], ids=lambda own: own.name)
_INCOMPLETE = re.compile(r"Warning--(empty|to sort, need|can't use both)|\(There (was|were) \d+ warning")
"""What plain.bst says of an entry that lacks what its type demands, or has more than it has room for."""


def written(own: Format, *of: Record, flavour: str = "ascii") -> str:
    return "".join(own.write(of, Options(flavour)))


def library() -> list[Record]:
    return list({record.key: record for record in library_records()}.values())


@FORMATS
@settings(max_examples=40)
@given(record=records())
def test_it_is_read_as_the_portable_flavour_is(own: Format, record: Record) -> None:
    portable = [
        replace(read, key=key(read.key)) for read in records_of(written(own, record, flavour="portable"))
    ]

    assert records_of(written(own, record)) == portable


@FORMATS
@settings(max_examples=20)
@given(record=records())
def test_it_is_ascii(own: Format, record: Record) -> None:
    assert written(own, record).isascii()


def test_a_kazakh_entry() -> None:
    record = Record(
        "жұмыс",
        RecordType.MISC,
        Multilingual.of({"kk": "Өзен"}),
        contributors=(Contributor(Name("Әбіш", "Ұлан")),),
        identifiers=(Identifier(Scheme.DOI, "10.1000/ө"),),
        links=(Link("https://example.org/өзен"),),
    )

    assert written(BIBTEX, record) == (
        "@misc{_436_4b1_43c_44b_441,\n"
        r"  author = {{\CYRSCHWA}{\cyrb}{\cyrii}{\cyrsh}, {\CYRYHCRS}{\cyrl}{\cyra}{\cyrn}},"
        "\n"
        r"  title = {{\CYROTLD}{\cyrz}{\cyre}{\cyrn}},"
        "\n"
        "  doi = {10.1000/%D3%A9},\n"
        "  url = {https://example.org/%D3%A9%D0%B7%D0%B5%D0%BD},\n"
        "}\n\n"
    )


def bibtex(source: str, folder: Path) -> tuple[str, list[str]]:
    """The bibliography that BibTeX makes in the style `plain`, and what it says."""
    (folder / "export.bib").write_text(source, encoding="ascii")
    (folder / "export.aux").write_text("\\citation{*}\n\\bibdata{export}\n\\bibstyle{plain}\n")
    run = subprocess.run(
        ["bibtex", "-terse", "export"], cwd=folder, capture_output=True, text=True, check=True
    )
    return (folder / "export.bbl").read_text(encoding="ascii"), run.stdout.splitlines()


@needs_bibtex
def test_bibtex_complains_of_nothing_but_incomplete_entries(tmp_path: Path) -> None:
    _, said = bibtex(written(BIBTEX, *library()), tmp_path)

    assert [line for line in said if not _INCOMPLETE.match(line)] == []


@needs_bibtex
def test_bibtex_cites_every_entry(tmp_path: Path) -> None:
    made, _ = bibtex(written(BIBTEX, *library()), tmp_path)

    assert set(re.findall(r"\\bibitem\{(.*)\}", made)) == {key(record.key) for record in library()}


@needs_bibtex
@needs_corpora
def test_bibtex_complains_of_nothing_in_a_real_bibliography(tmp_path: Path) -> None:
    found = real_records(CORPORA / "bench_1k.bib")

    assert [
        line for line in bibtex(written(BIBTEX, *found), tmp_path)[1] if not _INCOMPLETE.match(line)
    ] == []


@needs_bibtex
def test_bibtex_shortens_a_cyrillic_given_name_to_its_first_letter(tmp_path: Path) -> None:
    source = written(BIBTEX, replace(library()[0], contributors=(Contributor(Name("Әбіш", "Ұлан")),)))
    (tmp_path / "export.bib").write_text(source, encoding="ascii")
    (tmp_path / "export.aux").write_text("\\citation{*}\n\\bibdata{export}\n\\bibstyle{abbrv}\n")

    subprocess.run(["bibtex", "export"], cwd=tmp_path, capture_output=True, check=True)

    assert r"{\CYRYHCRS}.~{\CYRSCHWA}{\cyrb}" in (tmp_path / "export.bbl").read_text(encoding="ascii")


@needs_biber
@FORMATS
def test_biber_reads_the_latin_letters(own: Format, tmp_path: Path) -> None:
    record = Record("k", RecordType.BOOK, Multilingual.of("Müller, Łódź, Erdős, Kaş, Øre, Groß"))

    biber.warnings(written(own, record), tmp_path)

    read = re.sub("[{}]", "", (tmp_path / "out.bib").read_text(encoding="utf-8"))
    assert "TITLE = Müller, Łódź, Erdős, Kaş, Øre, Groß," in read


@needs_biber
def test_biber_finds_nothing_amiss(tmp_path: Path) -> None:
    assert biber.warnings(written(BIBLATEX, *library()), tmp_path) == []


@FORMATS
def test_pybtex_reads_every_author(own: Format) -> None:
    read = parse_string(written(own, *library()), "bibtex").entries
    portable = parse_string(written(own, *library(), flavour="portable"), "bibtex").entries

    counts = {key(name): len(entry.persons.get("author", ())) for name, entry in portable.items()}
    assert {name: len(entry.persons.get("author", ())) for name, entry in read.items()} == counts


@needs_pdflatex
def test_latex_knows_every_command_but_those_of_its_cyrillic_encoding(tmp_path: Path) -> None:
    letters = [letter for letter in [*COMMANDS, *FORMULAS] if not "Ѐ" <= letter <= "ӿ"]
    accented = "éèêëẽēĕėůűěḍșçąḇ"
    body = " ".join(to_ascii(letter) for letter in [*letters, *accented])
    (tmp_path / "all.tex").write_text(
        "\\documentclass{article}\\usepackage[T1]{fontenc}\\begin{document}" + body + "\\end{document}\n"
    )

    run = subprocess.run(
        ["pdflatex", "-interaction=nonstopmode", "all.tex"], cwd=tmp_path, capture_output=True, check=False
    )

    assert [line for line in run.stdout.decode(errors="replace").splitlines() if line.startswith("!")] == []
