"""bibutils as a reader: each of its programs turns a format into MODS, and others turn MODS into a format."""

from collections.abc import Callable
from pathlib import Path

from lxml import etree

from tests.catalogue.exports.fidelity import by_lxml, by_python
from tests.catalogue.exports.fidelity.facts import Facts
from tests.catalogue.exports.fidelity.programs import output


def reader_of(program: str) -> Callable[[str, Path], list[Facts]]:
    """A reader by one of the programs, such as `ris2xml`."""
    # biblatex2xml reads nothing at all where it is told so.
    options = [] if program == "biblatex2xml" else ["--nosplit-title"]

    def read(source: str, folder: Path) -> list[Facts]:
        converted = output([program, "-i", "utf8", *options], source)
        return [by_lxml.mods(item) for item in etree.fromstring(converted.encode())]

    return read


def mods(source: str, folder: Path) -> list[Facts]:
    """A reader of MODS, which becomes RIS, for rispy to read."""
    return by_python.ris(output(["xml2ris", "-i", "utf8"], source), folder)
