"""An entry as text, and the parts of one that every flavour of BibTeX shares."""

from collections.abc import Iterable
from typing import NamedTuple

from catalogue.exports import bibtex_languages, bibtex_values
from catalogue.exports.latex import escape, from_text
from catalogue.model import Multilingual, Record, Role, Scheme, Text


class Field(NamedTuple):
    """A field and its value, without the outer braces."""

    name: str
    value: str


class Entry(NamedTuple):
    """An entry to be written; `key` is that of the record, `fields` may lack values."""

    type: str
    key: str
    fields: tuple[Field, ...]


EPRINT_TYPES = {
    Scheme.ARXIV: "arxiv",
    Scheme.PMID: "pubmed",
    Scheme.JSTOR: "jstor",
    Scheme.HANDLE: "hdl",
    Scheme.PMCID: "pmcid",
}
"""The values of `eprinttype`, the one to prefer first: an entry has room for one."""

EDITOR_FIELDS = ("editora", "editorb", "editorc")
EDITOR_ROLES = frozenset(
    {
        Role.COMPILER,
        Role.FOUNDER,
        Role.CONTINUATOR,
        Role.REDACTOR,
        Role.REVISER,
        Role.COLLABORATOR,
        Role.ORGANIZER,
    }
)
"""Roles that biblatex has no field for, only a value of `editoratype`."""


def write(entry: Entry) -> str:
    """The text of an entry; fields without a value are left out. A month is a macro, every other value
    stands in braces."""
    lines = [
        f"  {name} = {value if name == 'month' else f'{{{value}}}'},\n"
        for name, value in entry.fields
        if value
    ]
    return f"@{entry.type}{{{bibtex_values.key(entry.key)},\n{''.join(lines)}}}\n\n"


def people(record: Record, role: Role, *, extended: bool = False) -> str:
    """The names of one role."""
    names = [person.name for person in record.by_role(role)]
    return bibtex_values.names(names, others=role in record.others, extended=extended)


def best(text: Multilingual, locales: tuple[str, ...]) -> str:
    """The LaTeX of a text in the first language of `locales` it has."""
    found = text.best(locales)
    return from_text(found[1]) if found else ""


def titles(title: Multilingual, subtitle: Multilingual, locales: tuple[str, ...]) -> tuple[str, str]:
    """The LaTeX of a title and of its subtitle in the same language, "" where there is none."""
    found = title.best(locales)
    if not found:
        return "", ""
    beneath = subtitle.get(found[0])
    return from_text(found[1]), from_text(beneath) if beneath else ""


def extra(record: Record, *names: str) -> str:
    """The LaTeX of the first of a record's extras that has one of these names."""
    return next((from_text(text) for name, text in record.extra if name in names), "")


def identifiers(record: Record, scheme: Scheme) -> str:
    """All identifiers of a scheme."""
    return "; ".join(bibtex_values.verbatim(own.value) for own in record.identifiers if own.scheme is scheme)


def eprint(record: Record) -> tuple[str, str]:
    """The value and the type of the identifier to stand in `eprint`."""
    for scheme, kind in EPRINT_TYPES.items():
        if value := record.identifier(scheme):
            return bibtex_values.verbatim(value), kind
    return "", ""


def url(record: Record) -> str:
    """The main address."""
    return bibtex_values.verbatim(record.links[0].url) if record.links else ""


def languages(record: Record) -> str:
    """The languages, by biblatex's names."""
    return " and ".join(bibtex_languages.name(tag) for tag in record.languages)


def language_id(record: Record) -> str:
    """The main language, by babel's name."""
    return bibtex_languages.name(record.languages[0]) if record.languages else ""


def keywords(texts: Iterable[Text], *, case_protected: bool = False) -> str:
    """Keywords, each once; no style changes their capitals, and most tools show braces as they stand."""
    written = (from_text(text, case_protected=case_protected) for text in texts)
    return ", ".join(dict.fromkeys(bibtex_values.keyword(latex) for latex in written))


def aliases(record: Record) -> str:
    """Other keys of the record, those that BibTeX can hold."""
    return ",".join(alias for alias in record.aliases if bibtex_values.key(alias) == alias)


def plain_fields(record: Record) -> list[Field]:
    """The short fields whose names are the same everywhere."""
    return [
        Field("volume", escape(record.volume)),
        Field("pages", bibtex_values.pages(record.pages)),
        Field("chapter", escape(record.chapter)),
        Field("edition", escape(record.edition)),
    ]
