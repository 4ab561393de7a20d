"""What an entry inherits through `crossref` and `xdata`: biblatex's rules.

Source: the biblatex manual, "Cross-referencing" and its appendix on inheritance. Every field that an
entry lacks comes from its parent, under the name that the rule for the two types gives; fields that speak
of one entry only are never handed down. An entry of classic BibTeX fares as well: there the parent says
`booktitle` itself.
"""

from collections.abc import Iterable
from dataclasses import replace

from catalogue.sources.raw import Place, RawEntry, RawField

_NEVER_INHERITED = frozenset(
    "ids crossref xref xdata entryset entrysubtype execute label options presort related relatedoptions "
    "relatedstring relatedtype shorthand shorthandintro sortkey".split()
)

_NOT_FROM_THE_WHOLE = frozenset("shorttitle sorttitle indextitle indexsorttitle".split())
_BOOK_PARTS = frozenset("inbook bookinbook suppbook".split())
_COLLECTION_PARTS = frozenset("incollection inreference suppcollection".split())


def _renaming(prefix: str) -> dict[str, str]:
    return {"title": f"{prefix}title", "subtitle": f"{prefix}subtitle", "titleaddon": f"{prefix}titleaddon"}


_MULTIVOLUME = {
    "mvbook": _BOOK_PARTS | {"book"},
    "mvcollection": _COLLECTION_PARTS | {"collection", "reference"},
    "mvreference": _COLLECTION_PARTS | {"collection", "reference"},
    "mvproceedings": frozenset({"proceedings", "inproceedings", "conference"}),
}
_WHOLE = {
    "book": _BOOK_PARTS,
    "collection": _COLLECTION_PARTS,
    "reference": _COLLECTION_PARTS,
    "proceedings": frozenset({"inproceedings", "conference"}),
}
_PERIODICAL_PARTS = frozenset({"article", "suppperiodical"})

_SAME_FIELD = {
    "journal": "journaltitle",
    "address": "location",
    "school": "institution",
    "year": "date",
    "month": "date",
}
"""Names that stand for one statement: who says one of a pair does not inherit the other."""


def inherited(child: RawEntry, parent: RawEntry, place: Place) -> tuple[RawField, ...]:
    """The fields that a child takes from its cross-referenced parent, under their new names.

    They stand at `place`, that of the reference, since what is wrong with them is wrong there too.
    """
    renaming, withheld = _rule(parent.type, child.type)
    taken = {_statement(field.name) for field in child.fields}
    # A renamed field comes before one that bears the name already: `title` of proceedings is the
    # book title of a paper even where the proceedings repeat it as `booktitle`.
    renamed = {_statement(renaming[_base(f.name)]) for f in parent.fields if _base(f.name) in renaming}
    found: list[RawField] = []
    for field in parent.fields:
        base = _base(field.name)
        names = _targets(base, renaming, parent.type, child.type)
        if base in _NEVER_INHERITED or base in withheld:
            continue
        for name in names:
            statement = _statement(name)
            if statement in taken or (name == base and base not in renaming and statement in renamed):
                continue
            found.append(RawField(name + field.name[len(base) :], field.value, place))
    return tuple(found)


def from_data_container(child: RawEntry, container: RawEntry, place: Place) -> tuple[RawField, ...]:
    """The fields that an entry takes from an `xdata` entry: all that it lacks, under their own names."""
    taken = {field.name for field in child.fields}
    return tuple(
        replace(field, place=place)
        for field in container.fields
        if field.name not in taken and field.name not in ("xdata", "ids")
    )


def without(fields: Iterable[RawField], name: str) -> tuple[RawField, ...]:
    """The fields that do not bear this name."""
    return tuple(field for field in fields if field.name != name)


def _rule(parent: str, child: str) -> tuple[dict[str, str], frozenset[str]]:
    if child in _MULTIVOLUME.get(parent, ()):
        return _renaming("main"), _NOT_FROM_THE_WHOLE
    if child in _WHOLE.get(parent, ()):
        return _renaming("book"), _NOT_FROM_THE_WHOLE
    if parent == "periodical" and child in _PERIODICAL_PARTS:
        return _renaming("journal"), _NOT_FROM_THE_WHOLE
    return {}, frozenset()


def _targets(base: str, renaming: dict[str, str], parent: str, child: str) -> tuple[str, ...]:
    if base == "author" and parent in ("book", "mvbook") and child in _BOOK_PARTS:
        return ("author", "bookauthor")
    return (renaming.get(base, base),)


def _base(name: str) -> str:
    """`title` of `title_ru`, `author` of `author+an:orcid`."""
    return name.partition("+")[0].partition("_")[0]


def _statement(name: str) -> str:
    base = _base(name)
    return _SAME_FIELD.get(base, base) + name[len(base) :]
