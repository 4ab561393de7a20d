"""The full form: everything a record states, in biblatex's fields where it has one and in house fields
elsewhere, so that reading an entry back gives the record again. `catalogue.dbx` declares the fields.

Texts in other languages end in their tag (`title_ru`). The field without one holds the first text; where
that is not in the record's language, an annotation says so: `title+an:lang = {="en"}`.
"""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from graphlib import CycleError, TopologicalSorter

from catalogue.exports import bibtex_entry, bibtex_values
from catalogue.exports.bibtex_entry import Entry, Field
from catalogue.exports.latex import escape, from_text
from catalogue.model import (
    Contributor,
    Multilingual,
    Name,
    Record,
    Role,
    Scheme,
    Text,
)

_LITERAL_LISTS = frozenset({"publisher", "institution", "organization", "location"})
_SCHEME_FIELDS = {scheme: scheme.value for scheme in Scheme} | {Scheme.EID: "scopus", Scheme.HANDLE: "handle"}
_ANNOTATION = {'"': r"{}\textquotedbl{}", "|": r"{}\textbar{}"}
"""What ends or parts an annotation. The empty groups in front keep a group around from beginning with a
command, which would take away the protection of its capitals."""

EXTRA_FIELDS = frozenset(
    """addendum booktitleaddon entrysubtype eprintclass eventtitleaddon indextitle issuesubtitle issuetitle
    issuetitleaddon journaltitleaddon label library mainsubtitle maintitle maintitleaddon nameaddon
    origlocation origpublisher origtitle pagination part reprinttitle shorthand shortseries shorttitle
    sorttitle titleaddon usera userb userc userd usere userf""".split()
)
"""Fields of biblatex that a record keeps as extras and that hold plain text."""


def entry(record: Record) -> Entry:
    """The entry of a record."""
    fields = (
        *_people(record),
        *_texts(record),
        *_issued(record),
        *_numbers(record),
        *_identifiers(record),
        *_links(record),
        *_management(record),
        *_extra(record),
    )
    return Entry(record.type.value, record.key, fields)


def _texts(record: Record) -> Iterator[Field]:
    container, event = record.container, record.event
    kind = "journal" if record.type.is_serial else "book"
    yield from _text("title", record.title, record.language)
    yield from _text("subtitle", record.subtitle, record.language)
    yield from _text("printedtitle", record.printed_title, record.language)
    if container:
        yield from _text(f"{kind}title", container.title, record.language)
        yield from _text(f"{kind}subtitle", container.subtitle, record.language)
        yield from _text("shortjournal", container.short_title, record.language)
    if event:
        yield from _text("eventtitle", event.title, record.language)
        yield from _text("venue", event.place, record.language)
        yield Field("eventdate", str(event.date or ""))
    yield from _text("publisher", record.publisher, record.language)
    yield from _text("institution", record.institution, record.language)
    yield from _text("location", record.place, record.language)
    yield from _text("series", record.series, record.language)
    yield from _keywords(record)
    yield from _text("abstract", record.abstract, record.language)
    yield from _text("note", record.note, record.language)


def _text(name: str, text: Multilingual, main: str) -> Iterator[Field]:
    for at, (tag, passage) in enumerate(text):
        value = from_text(passage)
        if name in _LITERAL_LISTS:
            value = bibtex_values.literals(value)
        yield from _in_language(name, value, tag, main, first=at == 0)


def _in_language(name: str, value: str, tag: str, main: str, *, first: bool) -> Iterator[Field]:
    yield Field(name if first else f"{name}_{tag}", value)
    if first and tag != main:
        yield Field(f"{name}+an:lang", f'="{tag}"')


def _keywords(record: Record) -> Iterator[Field]:
    by_language: dict[str, list[Text]] = {}
    for keyword in record.keywords:
        by_language.setdefault(keyword.language, []).append(keyword.text)
    for at, (tag, texts) in enumerate(by_language.items()):
        value = bibtex_entry.keywords(texts, case_protected=True)
        yield from _in_language("keywords", value, tag, record.language, first=at == 0)


def _people(record: Record) -> Iterator[Field]:
    stated = dict.fromkeys([person.role for person in record.contributors] + list(record.others))
    for role in stated:
        people = record.by_role(role)
        yield Field(role.value, bibtex_entry.people(record, role, extended=True))
        for tag in _in_one_order([[tag for tag, _ in person.variants] for person in people]):
            forms = [dict(person.variants).get(tag, Name()) for person in people]
            yield Field(f"{role.value}_{tag}", bibtex_values.names(forms, others=False, extended=True))
        yield from _annotations(role, people, record.language)


def _annotations(role: Role, people: tuple[Contributor, ...], main: str) -> Iterator[Field]:
    said: dict[str, list[str]] = {}
    tags = _in_one_order([own.name.languages for person in people for own in person.affiliations])
    for name in ["orcid", *(_affiliation(tag, main) for tag in tags)]:
        said[name] = []
    for at, person in enumerate(people, start=1):
        for name, value in _sayings(person, main):
            said.setdefault(name, []).append(f'{at}="{value}"')
    for name, items in said.items():
        # A name without items has no value, and is left out.
        yield Field(f"{role.value}+an:{name}", "; ".join(items))


def _sayings(person: Contributor, main: str) -> Iterator[tuple[str, str]]:
    if person.orcid:
        yield "orcid", person.orcid
    tags = dict.fromkeys(tag for affiliation in person.affiliations for tag in affiliation.name.languages)
    for tag in tags:
        texts = [affiliation.name.get(tag) for affiliation in person.affiliations]
        yield _affiliation(tag, main), " | ".join(_annotation(text) if text else "" for text in texts)
    if any(affiliation.ror for affiliation in person.affiliations):
        yield "ror", " | ".join(affiliation.ror for affiliation in person.affiliations)
    if person.corresponding:
        yield "corresponding", "true"


def _affiliation(tag: str, main: str) -> str:
    return "affiliation" if tag == main else f"affiliation_{tag}"


def _in_one_order(lists: Iterable[Sequence[str]]) -> list[str]:
    """The items of all lists in an order that none of them contradicts; that of their first where two
    contradict each other."""
    lists = list(lists)
    graph: dict[str, list[str]] = {item: [] for own in lists for item in own}
    for own in lists:
        for earlier, later in itertools.pairwise(own):
            graph[later].append(earlier)
    try:
        return list(TopologicalSorter(graph).static_order())
    except CycleError:
        return list(graph)


def _annotation(text: Text) -> str:
    return "".join(_ANNOTATION.get(letter, letter) for letter in from_text(text))


def _issued(record: Record) -> Iterator[Field]:
    if record.issued and record.issued.literal:
        yield Field("issued", escape(record.issued.literal))
    elif record.issued:
        yield Field("date", str(record.issued))


def _numbers(record: Record) -> Iterator[Field]:
    journal = record.type.is_serial
    yield from bibtex_entry.plain_fields(record)
    yield Field("number" if journal else "issue", escape(record.issue))
    yield Field("seriesnumber" if journal else "number", escape(record.number))
    yield Field("eid", escape(record.article_number))
    yield Field("pagetotal", escape(record.page_total))
    yield Field("version", escape(record.version))
    yield Field("type", escape(record.genre))


def _identifiers(record: Record) -> Iterator[Field]:
    for own in dict.fromkeys(own.scheme for own in record.identifiers):
        yield Field(_SCHEME_FIELDS[own], bibtex_entry.identifiers(record, own))


def _links(record: Record) -> Iterator[Field]:
    listed = record.links
    if listed and not listed[0].label:
        yield Field("url", bibtex_values.verbatim(listed[0].url))
        listed = listed[1:]
    yield Field("links", ";".join(_listed(own.label, own.url) for own in listed))
    yield Field("urldate", str(record.visited or ""))
    yield Field("file", ";".join(_listed(own.label, own.path, own.media_type) for own in record.files))


def _listed(*parts: str) -> str:
    """Parts of an item of `file` or `links`; what separates them is escaped, braces are encoded."""
    return ":".join(_part(part) for part in parts)


def _part(part: str) -> str:
    for letter in "%{}":
        part = part.replace(letter, f"%{ord(letter):X}")
    for letter in "\\:;":
        part = part.replace(letter, f"\\{letter}")
    return part


def _management(record: Record) -> Iterator[Field]:
    yield Field("language", bibtex_entry.languages(record))
    yield Field("langid", bibtex_entry.language_id(record))
    yield Field("license", escape(record.license))
    if record.access:
        yield Field("access", record.access.status.value)
        yield Field("embargo", str(record.access.until or ""))
    yield Field("project", ", ".join(record.projects))
    for scheme in dict.fromkeys(own.scheme for own in record.classification):
        yield Field(
            scheme, "; ".join(escape(own.code) for own in record.classification if own.scheme == scheme)
        )
    yield Field("ids", bibtex_entry.aliases(record))
    yield Field("date-added", str(record.added or ""))
    yield Field("date-modified", str(record.modified or ""))
    if bibtex_values.key(record.key) != record.key:
        yield Field("recordkey", escape(record.key))


def _extra(record: Record) -> Iterator[Field]:
    """Extras of biblatex's own in their own fields; from the first that is not, all in one field
    `extra = {name="text"; name="text"}`, because order counts and a name may be one that is read."""
    own = list(itertools.takewhile(lambda extra: extra[0] in EXTRA_FIELDS, record.extra))
    own = own if len(dict(own)) == len(own) else []
    yield from (Field(name, from_text(text)) for name, text in own)
    yield Field(
        "extra", "; ".join(f'{name}="{_annotation(text)}"' for name, text in record.extra[len(own) :])
    )
