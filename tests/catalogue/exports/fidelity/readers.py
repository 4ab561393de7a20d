"""Which program reads which format: the rows of the matrix."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from catalogue.exports import PORTABLE
from tests.catalogue.exports.fidelity import (
    by_bibclean,
    by_biber,
    by_bibtex,
    by_bibutils,
    by_citation_js,
    by_lxml,
    by_pandoc,
    by_python,
)
from tests.catalogue.exports.fidelity.facts import Facts, Passage
from tests.catalogue.exports.fidelity.programs import CITATION_JS, NODE

_PROGRAMS = frozenset({"bibclean", "biber", "bibtex", "bibutils"})
"""Readers that may not be installed."""


@dataclass(frozen=True)
class Reader:
    """`read` turns an export into facts, in its order; it may leave files in the folder it is given.

    `every` is the part of a large collection that a slow reader is given: one record of so many, or none
    where it is 0.
    """

    name: str
    suffix: str
    read: Callable[[str, Path], Sequence[Facts | Passage]]
    flavour: str = PORTABLE
    every: int = 1

    def __str__(self) -> str:
        return f"{self.name} {self.form}"

    @property
    def form(self) -> str:
        """The suffix, with the flavour where it is not the usual one: `.bib?ascii`."""
        return self.suffix if self.flavour == PORTABLE else f"{self.suffix}?{self.flavour}"

    @property
    def absent(self) -> str:
        """Why it cannot be asked here, "" where it can."""
        if self.name == "citation-js":
            return "" if NODE and CITATION_JS.is_dir() else "citation-js is not installed here (npm ci)"
        program = {"bibutils": "bib2xml"}.get(self.name, self.name)
        known = self.name not in _PROGRAMS or shutil.which(program)
        return "" if known else f"{self.name} is not installed here"


READERS: tuple[Reader, ...] = (
    Reader("pandoc", ".bib", by_pandoc.reader_of("bibtex")),
    Reader("pybtex", ".bib", by_python.pybtex),
    Reader("bibutils", ".bib", by_bibutils.reader_of("bib2xml")),
    Reader("citation-js", ".bib", by_citation_js.reader_of("@bibtex/text")),
    Reader("bibclean", ".bib", by_bibclean.read),
    Reader("biber", ".bib", by_biber.read, every=10),
    Reader("pandoc", ".bib", by_pandoc.reader_of("bibtex"), flavour="ascii", every=0),
    Reader("bibtex", ".bib", by_bibtex.read, flavour="ascii", every=0),
    Reader("bibutils", ".bib", by_bibutils.reader_of("bib2xml"), flavour="ascii", every=0),
    Reader("pandoc", ".biblatex", by_pandoc.reader_of("biblatex")),
    Reader("pandoc", ".biblatex", by_pandoc.reader_of("biblatex"), flavour="full", every=0),
    Reader("pybtex", ".biblatex", by_python.pybtex),
    Reader("bibutils", ".biblatex", by_bibutils.reader_of("biblatex2xml")),
    Reader("citation-js", ".biblatex", by_citation_js.reader_of("@biblatex/text")),
    Reader("biber", ".biblatex", by_biber.read, every=10),
    Reader("biber", ".biblatex", by_biber.read, flavour="ascii", every=0),
    Reader("biber", ".biblatex", by_biber.read, flavour="full", every=0),
    Reader("pandoc", ".csl.json", by_pandoc.reader_of("csljson")),
    Reader("citation-js", ".csl.json", by_citation_js.reader_of("@else/json")),
    Reader("pandoc", ".csl.yaml", by_pandoc.read_metadata),
    Reader("pandoc", ".ris", by_pandoc.reader_of("ris")),
    Reader("rispy", ".ris", by_python.ris),
    Reader("bibutils", ".ris", by_bibutils.reader_of("ris2xml")),
    Reader("citation-js", ".ris", by_citation_js.reader_of("@ris/file")),
    Reader("bibutils", ".enw", by_bibutils.reader_of("end2xml")),
    Reader("pandoc", ".endnote.xml", by_pandoc.reader_of("endnotexml")),
    Reader("bibutils", ".endnote.xml", by_bibutils.reader_of("endx2xml")),
    Reader("lxml", ".mods.xml", by_lxml.reader_of("m:mods", by_lxml.mods)),
    Reader("bibutils", ".mods.xml", by_bibutils.mods),
    Reader("lxml", ".dc.xml", by_lxml.reader_of("oai_dc:dc", by_lxml.dublin_core)),
    Reader("lxml", ".datacite.xml", by_lxml.reader_of("d:resource", by_lxml.datacite)),
    Reader("json", ".datacite.json", by_python.datacite),
    Reader("csv", ".csv", by_python.table),
    Reader("csv", ".csv", by_python.table, flavour="excel", every=0),
    Reader("extruct", ".jsonld", by_python.json_ld),
    Reader("PyYAML", ".typ.yaml", by_python.hayagriva),
    Reader("pandoc", ".md", by_pandoc.prose_of("commonmark+tex_math_dollars")),
    Reader("pandoc", ".rtf", by_pandoc.prose_of("rtf")),
    Reader("eyes", ".txt", by_python.plain_text),
)
