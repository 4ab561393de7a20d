"""biber as a reader: its tool mode takes a file apart and writes the parts as biblatexml."""

from itertools import islice
from pathlib import Path

from lxml import etree

from tests.catalogue.exports.fidelity.by_pandoc import unlatexed
from tests.catalogue.exports.fidelity.facts import Facts, Person
from tests.catalogue.exports.fidelity.programs import output

_NAMESPACE = {"b": "http://biblatex-biber.sourceforge.net/biblatexml"}
_AUTHORS = "b:names[@type='author']/b:name"
_COMMAND = "biber --tool --output-format biblatexml --output-file read.bltxml export.bib".split()


def read(source: str, folder: Path) -> list[Facts]:
    """What biber reads; it leaves LaTeX commands that are no letters to LaTeX, here to pandoc."""
    (folder / "export.bib").write_text(source, encoding="utf-8")
    output(_COMMAND, folder=folder)
    entries = etree.parse(folder / "read.bltxml").getroot().findall("b:entry", _NAMESPACE)
    people = [[_parts(name) for name in entry.iterfind(_AUTHORS, _NAMESPACE)] for entry in entries]
    parts = [part for persons in people for person in persons for part in person]
    plain = iter(unlatexed([*(_title(entry) for entry in entries), *parts]))
    titles = list(islice(plain, len(entries)))
    return [
        Facts.of(title, [Person(*islice(plain, 4)) for _ in persons], _year(entry))
        for title, persons, entry in zip(titles, people, entries, strict=True)
    ]


def _title(entry: etree._Element) -> str:
    fields = (entry.findtext(f"b:{name}", "", _NAMESPACE) for name in ("title", "subtitle"))
    return ": ".join(field for field in fields if field)


def _year(entry: etree._Element) -> str:
    date = entry.find("b:date", _NAMESPACE)
    if date is None:
        return ""
    return "".join(date.itertext()).strip()


def _parts(name: etree._Element) -> Person:
    """Each part, its words joined; biblatexml nests the words of a part that has several."""
    parts = {part.get("type"): part for part in name.iterfind("b:namepart", _NAMESPACE)}
    return Person(*(_words(parts.get(kind)) for kind in ("given", "prefix", "family", "suffix")))


def _words(part: etree._Element | None) -> str:
    return "" if part is None else " ".join(" ".join(part.itertext()).split())
