"""A record as statements of Dublin Core: for `oai_dc`, and for the `DC.` tags in the head of a page.

The values follow the habits of repositories (DRIVER 2.0, the OpenAIRE Guidelines for Literature Repositories
version 3), so that harvesters understand them. `language` is the BCP 47 tag of a value that is a text.

| element | what it holds |
|---|---|
| `title` | the title in each language, after a colon its subtitle |
| `creator` | one author each, as `Family, Given, Suffix`, or an organisation |
| `subject` | each keyword; each code, as `info:eu-repo/classification/udc/314.7` |
| `description` | the abstract in each language, then the note |
| `publisher` | the publisher, else the institution |
| `contributor` | everybody else, editors and translators first |
| `date` | the date or the range (ISO 8601); the end of an embargo, as `info:eu-repo/date/embargoEnd/…` |
| `type` | the kind in `info:eu-repo/semantics/`; the type of DCMI; the genre |
| `format` | the media type of each file |
| `identifier` | the address of the page, else the key; DOI, handle, … as addresses, ISBN as a URN; links |
| `source` | what it appeared in, as `Journal 12(3), 1–9`; its ISSN and ISBN as URNs |
| `language` | each language, as a BCP 47 tag |
| `relation` | each grant, as `info:eu-repo/grantAgreement/…` if of the EU; the series; the event |
| `rights` | who may read it, as `info:eu-repo/semantics/openAccess`; the licence, by its address |

`coverage` is never stated. Lost are: marks (mathematics stays as TeX), further forms of names, the roles of
contributors, "and others", ORCID iDs and affiliations; dates in words, seasons, circa and uncertain; the
edition, chapter, place, and pages without a container; labels, aliases, dates of the entry itself, and
whatever else the record states. An organisation whose name holds a comma cannot be told from a person.
"""

from collections.abc import Iterator
from typing import NamedTuple

from catalogue.exports import dublin_core_terms as terms
from catalogue.exports import licences, standard_numbers, tagged
from catalogue.exports.csl_terms import CSL_GENRES
from catalogue.exports.registry import Options
from catalogue.exports.xml import known
from catalogue.model import Grant, Identifier, Issued, Multilingual, PartialDate, Record, Role, Scheme

ELEMENTS = (
    "title",
    "creator",
    "subject",
    "description",
    "publisher",
    "contributor",
    "date",
    "type",
    "format",
    "identifier",
    "source",
    "language",
    "relation",
    "coverage",
    "rights",
)
"""The elements of Dublin Core, version 1.1."""

_ROLES = tuple(Role)
_NO_CONTRIBUTORS = (Role.AUTHOR, Role.CONTAINER_AUTHOR, Role.SHORT_AUTHOR, Role.SHORT_EDITOR)
"""Who has written the record or its container, and forms of names that are stated in full elsewhere."""


class Statement(NamedTuple):
    """An element of Dublin Core, its value, and the language of a value that is a text ("" if unknown)."""

    name: str
    value: str
    language: str = ""


def statements(record: Record, options: Options) -> list[Statement]:
    """What Dublin Core can say of a record, in the order of `ELEMENTS`. Nothing is empty, and nothing is said
    twice but the name that two authors share."""
    authors = [Statement("creator", tagged.inverted(own.name)) for own in record.by_role(Role.AUTHOR)]
    said = (*_work(record), *_contributors(record), *_whole(record, options), *_use(record, options))
    ordered = sorted((*authors, *dict.fromkeys(said)), key=lambda own: ELEMENTS.index(own.name))
    return [own for own in ordered if own.value]


def _work(record: Record) -> Iterator[Statement]:
    for tag, text in record.title:
        beneath = record.subtitle.get(tag)
        yield Statement("title", f"{text}: {beneath}" if beneath else text.plain, known(tag))
    for keyword in record.keywords:
        yield Statement("subject", keyword.text.plain, known(keyword.language))
    for code in record.classification:
        yield Statement("subject", terms.classification(code.scheme, code.code))
    for tag, text in (*record.abstract, *record.note):
        yield Statement("description", text.plain, known(tag))
    for language in record.languages:
        yield Statement("language", known(language))
    yield Statement("date", _date(record.issued))
    yield from _types(record)


def _contributors(record: Record) -> Iterator[Statement]:
    others = (person for person in record.contributors if person.role not in _NO_CONTRIBUTORS)
    for person in sorted(others, key=lambda own: _ROLES.index(own.role)):
        yield Statement("contributor", tagged.inverted(person.name))


def _whole(record: Record, options: Options) -> Iterator[Statement]:
    """Who published the record, and what it is part of."""
    locales = options.locales(record)
    yield _best("publisher", record.publisher or record.institution, locales)
    if record.container and (found := record.container.title.best(locales)):
        whole = tagged.title(record.container.title, record.container.subtitle, locales)
        numbers = record.volume + (f"({record.issue})" if record.issue else "")
        within = ", ".join(part for part in (f"{whole} {numbers}".strip(), tagged.extent(record)) if part)
        yield Statement("source", within, known(found[0]))
    for number in (*standard_numbers.of_container(record), *standard_numbers.of_series(record)):
        yield Statement("source", _reference(number))
    for project in record.projects:
        if grant := options.grants.get(project):
            yield Statement("relation", _grant(grant))
    yield _best("relation", record.series, locales)
    if record.event:
        yield _best("relation", record.event.title, locales)


def _use(record: Record, options: Options) -> Iterator[Statement]:
    """Where it is found, and what may be done with it."""
    for file in record.files:
        yield Statement("format", file.media_type)
    yield Statement("identifier", options.address(record.key) or record.key)
    for own in standard_numbers.of_record(record):
        yield Statement("identifier", _reference(own))
    for link in record.links:
        yield Statement("identifier", link.url)
    if record.access:
        yield Statement("rights", terms.access(record.access.status))
        if record.access.until and record.access.until.day:
            yield Statement("date", terms.embargo_end(str(record.access.until)))
    yield Statement("rights", licences.address(record.license) or record.license)


def _types(record: Record) -> Iterator[Statement]:
    kind = terms.kind(record)
    yield Statement("type", kind)
    yield Statement("type", terms.resource(record))
    genre = CSL_GENRES.get(record.genre, record.genre)
    yield Statement("type", genre or (record.type.value if kind == terms.OTHER else ""))


def _best(name: str, source: Multilingual, locales: tuple[str, ...]) -> Statement:
    found = source.best(locales)
    return Statement(name, found[1].plain, known(found[0])) if found else Statement(name, "")


def _date(issued: Issued | None) -> str:
    """The date, or both ends of a range; "" where ISO 8601 has no plain form for it."""
    if not issued:
        return ""
    ends = [str(end) for end in (issued.start, issued.end) if end and _is_plain(end)]
    return "/".join(ends)


def _is_plain(date: PartialDate) -> bool:
    return 0 < date.year <= 9999


def _reference(own: Identifier) -> str:
    """An identifier that says of which scheme it is."""
    if own.scheme in (Scheme.ISBN, Scheme.ISSN):
        return f"urn:{own.scheme.value.upper()}:{own.value}"
    return own.url or f"{own.scheme.value}:{own.value}"


def _grant(grant: Grant) -> str:
    named = " ".join(part for part in (grant.funder, grant.number) if part) if grant.number else ""
    return terms.grant_agreement(grant) or named or grant.url
