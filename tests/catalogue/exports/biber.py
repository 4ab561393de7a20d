"""biber as a judge: what it warns about in a file, by its own data model or with a `.dbx` on top.

biber's tool mode reads no `.dbx` (biblatex does, and hands it on); so the declarations are given to it here
in a configuration of its own, in XML. It adds them to the standard model and takes nothing away: what that
demands (an author, a date), it goes on to demand.
"""

import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

needs_biber = pytest.mark.skipif(shutil.which("biber") is None, reason="biber is not installed here")

_DECLARATION = re.compile(r"\\DeclareDatamodel(?P<kind>\w+)(?:\[(?P<options>[^\]]*)\])?\{(?P<names>[^}]*)\}")


def warnings(source: str, folder: Path, *, datamodel: str = "") -> list[str]:
    """The warnings and errors of biber's validation; `datamodel` is the text of a `.dbx`."""
    (folder / "export.bib").write_text(source, encoding="utf-8")
    command = ["biber", "--tool", "--validate-datamodel", "--output-file", "out.bib", "export.bib"]
    if datamodel:
        _configure(folder / "biber.conf", datamodel)
        command += ["--configfile", "biber.conf"]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert "INFO - Output to out.bib" in run.stdout, run.stdout
    return [line for line in run.stdout.splitlines() if line.startswith(("WARN", "ERROR"))]


def _configure(target: Path, datamodel: str) -> None:
    root = etree.Element("config")
    model = etree.SubElement(root, "datamodel")
    for declaration in _DECLARATION.finditer(re.sub("%.*", "", datamodel)):
        _declare(model, declaration)
    etree.ElementTree(root).write(target, encoding="utf-8", xml_declaration=True)


def _declare(model: etree._Element, declaration: re.Match[str]) -> None:
    kind, options = declaration["kind"].lower(), declaration["options"] or ""
    attributes = dict(option.split("=") for option in options.replace(" ", "").split(",") if option)
    if "type" in attributes:
        attributes["fieldtype"] = attributes.pop("type")
    parent = model.find(kind)
    if parent is None:
        parent = etree.SubElement(model, kind)
    for name in declaration["names"].split(","):
        etree.SubElement(
            parent, "entrytype" if kind == "entrytypes" else "field", attributes
        ).text = name.strip()


def fields_of(entry_type: str) -> set[str]:
    """The fields that biber's standard model allows for a type."""
    allowed: set[str] = set()
    for fields in _standard_model().iterfind("entryfields"):
        types = {own.text for own in fields.iterfind("entrytype")}
        if not types or entry_type in types:
            allowed |= {own.text or "" for own in fields.iterfind("field")}
    return allowed


@cache
def _standard_model() -> etree._Element:
    located = subprocess.run(["biber", "--tool-config"], capture_output=True, text=True, check=False).stdout
    return etree.parse(re.findall(r"\S+biber-tool\.conf", located)[-1]).getroot().find("datamodel")
