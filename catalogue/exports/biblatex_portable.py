"""The portable form of biblatex: nothing but biblatex's standard data model, so that biber, pandoc,
Zotero and JabRef read it without a warning. What that model has no place for is in the full form only.
"""

import re

from catalogue.exports import biblatex_model, bibtex_entry, bibtex_values
from catalogue.exports.bibtex_entry import EDITOR_FIELDS, EDITOR_ROLES, Entry, Field, best
from catalogue.exports.latex import escape, from_text
from catalogue.exports.registry import Options
from catalogue.model import Record, RecordType, Role, Scheme

_PUBSTATES = frozenset({"inpreparation", "submitted", "forthcoming", "inpress", "prepublished"})
_JOURNAL_TYPES = frozenset({"article", "periodical"})
_UNDATED = "XXXX"
"""ISO 8601-2 for a year of which no digit is known."""
_WITHOUT_EDITOR = {"collection": "book", "incollection": "inbook", "suppcollection": "suppbook"}
"""The types of biblatex that are the same but for demanding an editor."""
_NOT_TEXT = frozenset(
    """date doi editoratype editorbtype editorctype eventdate isbn issn langid language options origlanguage
    shortauthor shorteditor sortyear url urldate volumes""".split()
)
"""Fields that biblatex reads as more than text; an extra is text that nobody checked, or that failed."""


def entry(record: Record, options: Options) -> Entry:
    """The entry of a record."""
    entry_type = _entry_type(record)
    stated: dict[str, str] = {}
    for name, value in _fields(record, options, entry_type):
        if value and biblatex_model.takes(entry_type, name):
            stated.setdefault(name, value)
    _move_to_addendum(stated, record)
    _state_unknown(stated, entry_type)
    return Entry(entry_type, record.key, tuple(Field(*own) for own in stated.items()))


def _entry_type(record: Record) -> str:
    standard = biblatex_model.standard_type(record.type)
    reachable = record.links or record.identifier(Scheme.DOI) or bibtex_entry.eprint(record)[0]
    if standard == "online" and not reachable:
        return "misc"
    if standard == "book" and record.by_role(Role.EDITOR) and not record.by_role(Role.AUTHOR):
        return "collection"
    return standard if record.by_role(Role.EDITOR) else _WITHOUT_EDITOR.get(standard, standard)


def _fields(record: Record, options: Options, entry_type: str) -> list[Field]:
    """All that may stand in an entry of the type; what else the model forbids is taken out later."""
    locales = options.locales(record)
    title, subtitle = bibtex_entry.titles(record.title, record.subtitle, locales)
    return [
        *_people(record),
        Field("title", title),
        Field("subtitle", subtitle),
        *_container(record, locales, entry_type),
        *_issued(record),
        *_numbers(record, entry_type),
        Field("publisher", bibtex_values.literals(best(record.publisher, locales))),
        Field(_issuer(entry_type), bibtex_values.literals(best(record.institution, locales))),
        Field("location", bibtex_values.literals(best(record.place, locales))),
        Field("series", best(record.series, locales)),
        *_identifiers(record),
        Field("language", bibtex_entry.languages(record)),
        Field("langid", bibtex_entry.language_id(record)),
        Field("keywords", bibtex_entry.keywords(keyword.text for keyword in record.keywords)),
        Field("abstract", best(record.abstract, locales)),
        Field("note", best(record.note, locales)),
        Field("ids", bibtex_entry.aliases(record)),
        *[Field(name, from_text(text)) for name, text in record.extra if name not in _NOT_TEXT],
    ]


def _people(record: Record) -> list[Field]:
    fields = [
        Field(role.value, bibtex_entry.people(record, role)) for role in Role if role not in EDITOR_ROLES
    ]
    special = [role for role in Role if role in EDITOR_ROLES and record.by_role(role)]
    for field, role in zip(EDITOR_FIELDS, special, strict=False):
        fields += [Field(field, bibtex_entry.people(record, role)), Field(f"{field}type", role.value)]
    return fields


def _container(record: Record, locales: tuple[str, ...], entry_type: str) -> list[Field]:
    fields = []
    if record.container:
        title, subtitle = bibtex_entry.titles(record.container.title, record.container.subtitle, locales)
        candidates = ("journaltitle", "booktitle", "howpublished", "organization")
        place = next((own for own in candidates if biblatex_model.takes(entry_type, own)), "booktitle")
        fields = [
            Field(place, title),
            Field(place.replace("title", "subtitle"), subtitle if place.endswith("title") else ""),
            Field(
                "shortjournal", best(record.container.short_title, locales) if entry_type == "article" else ""
            ),
        ]
    if record.event:
        date = record.event.date
        fields += [
            Field("eventtitle", best(record.event.title, locales)),
            Field("venue", best(record.event.place, locales)),
            Field("eventdate", str(date) if date and not date.literal else ""),
        ]
    return fields


def _issued(record: Record) -> list[Field]:
    issued = record.issued
    if issued is None:
        return []
    if not issued.literal:
        return [Field("date", str(issued))]
    return [Field("pubstate", issued.literal)] if issued.literal in _PUBSTATES else []


def _numbers(record: Record, entry_type: str) -> list[Field]:
    number = record.issue or record.number if entry_type in _JOURNAL_TYPES else record.number or record.issue
    genre = record.genre
    if entry_type == "misc" and record.type not in (RecordType.MISC, RecordType.ONLINE):
        genre = genre or record.type.value
    return [
        *bibtex_entry.plain_fields(record),
        Field("number", escape(number)),
        Field("eid", escape(record.article_number)),
        Field("pagetotal", escape(record.page_total)),
        Field("version", escape(record.version)),
        Field("type", escape(genre)),
    ]


def _issuer(entry_type: str) -> str:
    return "institution" if biblatex_model.takes(entry_type, "institution") else "organization"


def _identifiers(record: Record) -> list[Field]:
    eprint, kind = bibtex_entry.eprint(record)
    return [
        Field("doi", bibtex_values.verbatim(record.identifier(Scheme.DOI) or "")),
        Field("eprint", eprint),
        Field("eprinttype", kind),
        Field("eprintclass", bibtex_entry.extra(record, "eprintclass", "primaryclass") if eprint else ""),
        Field("isbn", record.identifier(Scheme.ISBN) or ""),
        Field("issn", record.identifier(Scheme.ISSN) or ""),
        Field("url", bibtex_entry.url(record)),
        Field("urldate", str(record.visited or "")),
    ]


def _move_to_addendum(stated: dict[str, str], record: Record) -> None:
    """What the model takes only in another form goes to the words at the end of a reference."""
    words = [stated.pop("addendum", "")]
    if record.issued and record.issued.literal and "pubstate" not in stated:
        words.append(escape(record.issued.literal))
    if not re.fullmatch(r"-?\d*", stated.get("volume", "")):
        volume = stated.pop("volume")
        words.append(volume if "." in volume else f"vol. {volume}")
    if addendum := ", ".join(word for word in words if word):
        stated["addendum"] = addendum


def _state_unknown(stated: dict[str, str], entry_type: str) -> None:
    """Fills what the type demands and the source does not state, so that nothing is invented and biber
    is content; `options` keeps the empty names out of labels."""
    missing = [name for name in biblatex_model.demanded(entry_type) if name not in stated]
    for name in missing:
        stated[name] = _UNDATED if name == "date" else bibtex_values.UNKNOWN
    if unused := [f"use{name}=false" for name in missing if name in ("author", "editor")]:
        stated["options"] = ",".join(unused)
