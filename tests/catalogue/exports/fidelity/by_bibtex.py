"""BibTeX itself as a reader, by a style that prints what it has read."""

import shutil
from itertools import islice
from pathlib import Path

from tests.catalogue.exports.fidelity.by_pandoc import unlatexed
from tests.catalogue.exports.fidelity.facts import Facts, Person
from tests.catalogue.exports.fidelity.programs import output

_STYLE = Path(__file__).with_name("facts.bst")
_AUXILIARY = "\\citation{*}\n\\bibdata{export}\n\\bibstyle{facts}\n"


def read(source: str, folder: Path) -> list[Facts]:
    """What BibTeX reads; its LaTeX is left to pandoc."""
    titles, years, people = _printed(source, folder)
    words = iter(unlatexed([*titles, *(part for names in people for name in names for part in name)]))
    plain = list(islice(words, len(titles)))
    return [
        Facts.of(title, [Person(*islice(words, 4)) for _ in names], year)
        for title, names, year in zip(plain, people, years, strict=True)
    ]


def _printed(source: str, folder: Path) -> tuple[list[str], list[str], list[list[list[str]]]]:
    """Titles, years, and of every name its parts."""
    shutil.copy(_STYLE, folder)
    (folder / "export.bib").write_text(source, encoding="utf-8")
    (folder / "export.aux").write_text(_AUXILIARY)
    output(["bibtex", "-terse", "export"], folder=folder)
    titles: list[str] = []
    years: list[str] = []
    people: list[list[list[str]]] = []
    # BibTeX breaks long lines, and begins the rest with two spaces.
    for line in (folder / "export.bbl").read_text(encoding="utf-8").replace("\n  ", " ").splitlines():
        kind, said = line[:1], line[2:]
        if kind == "T":
            titles.append(said)
            people.append([])
        elif kind == "Y":
            years.append(said)
        else:
            people[-1].append(said.split("|"))
    return titles, years, people
