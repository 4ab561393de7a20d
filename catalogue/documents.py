"""Records as documents of the search index: which fields there are, and what a record holds in each.

`FIELDS` is the one table that says what can be searched, filtered, counted and sorted by. A document's
fingerprint covers all that the document is made of: the record, what it takes from other files (authorities),
the code here and in the model, and how texts become terms. So a build indexes again exactly the records that
a change touches, and makes no document of the others.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping

from catalogue.code import digest_of
from catalogue.facet_values import author_facet, keyword_facet, name_facets, venue_facet
from catalogue.folding import folded, folded_words
from catalogue.model import (
    UNDETERMINED,
    AccessStatus,
    Identifier,
    Issued,
    Multilingual,
    PartialDate,
    Person,
    Record,
    Scheme,
)
from catalogue.model.codec import encode
from catalogue.model.people import read_aloud
from catalogue.model.text import primary_language
from catalogue.people import People
from catalogue.records import Facts, Records
from catalogue.site import NO_AUTHORITIES, Authorities, Project
from catalogue.venues import Venue
from index import Document, FacetValue, Field, Kind, LanguageText
from index.field import NONE_STATED
from index.languages import VERSION as LANGUAGES_VERSION

SEARCHED = (
    Field("title", Kind.TEXT, weight=3.0, sort=True, suggest=True),
    Field("abstract", Kind.TEXT),
    Field("keyword", Kind.TEXT, weight=2.0, facet=True, suggest=True),
    Field("author", Kind.TEXT, weight=2.0, facet=True, suggest=True, names=True),
    Field("venue", Kind.TEXT, facet=True, suggest=True, names=True),
    Field("publisher", Kind.TEXT, weight=0.5, names=True),
    Field("year", Kind.NUMBER, facet=True),
    Field("type", Kind.KEYWORD, default=False, facet=True),
    Field("language", Kind.KEYWORD, default=False, facet=True),
    Field("project", Kind.KEYWORD, default=False, facet=True),
    Field("access", Kind.KEYWORD, default=False, facet=True),
    Field("has", Kind.KEYWORD, default=False, facet=True),
    Field("orcid", Kind.KEYWORD),
    Field("doi", Kind.KEYWORD),
    Field("identifier", Kind.KEYWORD),
    Field("key", Kind.KEYWORD),
    Field("exact", Kind.KEYWORD, default=False),
    Field("issued", Kind.DATE, default=False, sort=True),
    Field("added", Kind.DATE, default=False, sort=True),
)
"""The fields that a query can name."""

FIELDS = (*SEARCHED, Field("name", Kind.KEYWORD, default=False, facet=True))
"""And `name`, by whose values pages list people: in it nothing is searched, and by it nothing is filtered."""

MISSING = NONE_STATED
"""The key of a facet for records that state no value of it, so that they can be counted and filtered, too."""

_MAKERS = (
    *("documents.py", "facet_values.py", "folding.py"),
    *("concepts.py", "people.py", "registers.py", "venues.py", "model/*.py"),
)
FORMAT = f"{LANGUAGES_VERSION}:{digest_of(*_MAKERS)}"
"""What, beside its record and what this takes from other files, makes a document what it is."""

_NAME = "mis"
"""The language of names: none, so that Hughes is not stemmed to hugh."""
_NONE = (FacetValue(MISSING, MISSING),)
_LONGEST_SPAN = 20
"""Years of a range that are found one by one; of a longer one only the ends are."""


def document(record: Record, authorities: Authorities = NO_AUTHORITIES, fingerprint: str = "") -> Document:
    """What the index is to know about a record; the fingerprint is that of `fingerprints`."""
    own = _projects(record.projects, authorities.projects)
    people = _meant(record, authorities.people)
    venue = authorities.venues.of(record)
    return Document(
        id=record.key,
        texts=_texts(record, people, venue),
        terms=_terms(record, own, people, venue),
        numbers={
            "year": _years(record.issued),
            "issued": _issued_days(record.issued),
            "added": (_ordinal(record.added),) if record.added else (),
        },
        facets={
            **{name: values or _NONE for name, values in _facets(record, own, authorities).items()},
            "name": name_facets(record, authorities.people),
        },
        sorts=_sorts(record),
        stored=encode(record),
        fingerprint=fingerprint,
    )


def _meant(record: Record, people: People) -> tuple[Person, ...]:
    """The contributors who have files."""
    return tuple(filter(None, map(people.of, record.contributors))) if people.entries else ()


def _texts(
    record: Record, people: tuple[Person, ...], venue: Venue | None
) -> dict[str, tuple[LanguageText, ...]]:
    return {
        "title": tuple(
            passage
            for titles in (record.title, record.subtitle, record.printed_title)
            for passage in _passages(titles)
        ),
        "abstract": _passages(record.abstract),
        "keyword": tuple(LanguageText(word.language, word.text.plain) for word in record.keywords),
        "author": tuple(LanguageText(_NAME, name) for name in _people(record, people)),
        "venue": _venues(record, venue),
        "publisher": (*_passages(record.publisher), *_passages(record.institution)),
    }


def _terms(
    record: Record, own: list[Project], people: tuple[Person, ...], venue: Venue | None
) -> dict[str, tuple[str, ...]]:
    dois = (each.value for each in record.identifiers if each.scheme is Scheme.DOI)
    orcids = filter(None, (*(own.orcid for own in record.contributors), *(own.orcid for own in people)))
    issns = (Identifier(Scheme.ISSN, issn) for issn in (venue.issns if venue else ()))
    return {
        "type": tuple(filter(None, (record.type.value, record.genre))),
        "language": _languages(record),
        "project": _distinct(
            name for project in own for name in (project.key, project.acronym, project.number)
        ),
        "access": (record.access.status.value,) if record.access else (),
        "has": traits(record),
        "orcid": _distinct(form for orcid in orcids for form in (orcid, f"https://orcid.org/{orcid}")),
        "doi": tuple(form for doi in dois for form in (doi, f"https://doi.org/{doi}")),
        "identifier": _distinct(
            form
            for each in (*record.identifiers, *issns)
            if each.scheme is not Scheme.DOI
            for form in each.spellings
        ),
        "key": (record.key, *record.aliases),
        "exact": _distinct(map(folded_words, _whole_titles(record))),
    }


def _facets(
    record: Record, own: list[Project], authorities: Authorities
) -> dict[str, tuple[FacetValue, ...]]:
    """The values that each facet counts a record under; none where the record states none."""
    return {
        "type": (_same(record.type.value),),
        "year": tuple(_same(str(year)) for year in _years(record.issued)),
        "author": tuple(author_facet(person, authorities.people) for person in record.credited),
        "venue": tuple(filter(None, (venue_facet(record, authorities.venues),))),
        "keyword": tuple(keyword_facet(word, authorities.concepts) for word in record.keywords),
        "language": tuple(map(_same, _languages(record))),
        "project": tuple(FacetValue(project.key, _label(project)) for project in own),
        "access": (_same(record.access.status.value),) if record.access else (),
        "has": (_same("abstract"),) if record.abstract else (),
    }


def fingerprints(
    records: Records, added: Mapping[str, str], authorities: Authorities = NO_AUTHORITIES
) -> dict[str, str]:
    """The fingerprint of each record's document, without making either; `added` are the days they were
    added."""
    form = _digest(FORMAT)
    found = {key: f"{digest} {added[key]} {form}" for key, digest in records.digests.items()}
    for key, facts in records.facts.items():
        if taken := list(_taken(facts, authorities)):
            found[key] += f" {_digest(repr(taken))}"
    return found


def _taken(facts: Facts, authorities: Authorities) -> Iterator[tuple[str, ...]]:
    """What a document takes from other files, with the place of what it is taken for: an edited file may take
    a keyword or an author, or let them go."""
    for own in _projects(facts.projects, authorities.projects):
        yield own.key, own.acronym, own.number, _label(own)
    if authorities.concepts.entries:
        for place, concept in enumerate(map(authorities.concepts.of_form, facts.keywords)):
            if concept:
                yield str(place), concept.key, concept.names
    if authorities.people.entries:
        for place, person in enumerate(map(authorities.people.meant, facts.people)):
            if person:
                yield str(place), person.key, *person.identifiers, *person.forms
    if venue := authorities.venues.meant(facts.venue):
        yield venue.key, *venue.identifiers, *venue.forms


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode(errors="surrogatepass"), digest_size=8).hexdigest()


def traits(record: Record) -> tuple[str, ...]:
    """What `has:` finds a record by: the names of what it has.

    `fulltext` is a PDF that everyone may read; of an embargo only the pages know on which day it ends.
    """
    schemes = {each.scheme for each in record.identifiers}
    is_open = record.access is not None and record.access.status is AccessStatus.OPEN
    has = {
        "abstract": record.abstract,
        "keywords": record.keywords,
        "author": record.credited,
        "date": record.issued,
        "venue": record.container,
        "language": record.languages,
        "project": record.projects,
        "link": record.links,
        "note": record.note,
        "license": record.license,
        "orcid": any(person.orcid for person in record.contributors),
        "file": record.files,
        "fulltext": is_open and any(file.path.lower().endswith(".pdf") for file in record.files),
        **{scheme.value: scheme in schemes for scheme in Scheme},
    }
    return tuple(name for name, there in has.items() if there)


def _same(key: str) -> FacetValue:
    """A value of a vocabulary, which pages name in their own language."""
    return FacetValue(key, key)


def _passages(texts: Multilingual) -> tuple[LanguageText, ...]:
    return tuple(LanguageText(tag, text.plain) for tag, text in texts)


def _people(record: Record, people: Iterable[Person]) -> tuple[str, ...]:
    """The names of all contributors as printed, and others of those who have files, so that they are found by
    the name that they have in another script, or once had."""
    printed = _distinct(name.display for own in record.contributors for name in own.names)
    further = tuple(read_aloud(form) for person in people for form in person.forms)
    return _telling(printed, further) if further else printed


def _telling(printed: tuple[str, ...], further: Iterable[str]) -> tuple[str, ...]:
    """What is printed, and of the further names those with a word that none before has: what is said twice
    weighs more."""
    names = list(printed)
    words = {word for name in names for word in folded_words(name).split()}
    for name in further:
        own = set(folded_words(name).split())
        if not own <= words:
            names.append(name)
            words |= own
    return tuple(names)


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


def _venues(record: Record, venue: Venue | None) -> tuple[LanguageText, ...]:
    texts = [record.series]
    if record.container:
        texts += [record.container.title, record.container.subtitle, record.container.short_title]
    if record.event:
        texts += [record.event.title]
    passages = tuple(passage for text in texts for passage in _passages(text))
    if venue is None:
        return passages
    printed = tuple(passage.text for passage in passages)
    further = _telling(printed, venue.forms)[len(printed) :]
    return (*passages, *(LanguageText(UNDETERMINED, name) for name in further))


def _whole_titles(record: Record) -> Iterator[str]:
    """The titles in each language, with and without their subtitles, and as printed."""
    for tag, title in record.title:
        yield title.plain
        if subtitle := record.subtitle.get(tag):
            yield f"{title.plain} {subtitle.plain}"
    yield from (title.plain for _, title in record.printed_title)


def _languages(record: Record) -> tuple[str, ...]:
    return _distinct(primary_language(tag) for tag in record.languages)


def _projects(keys: Iterable[str], projects: Mapping[str, Project]) -> list[Project]:
    return [projects[key] for key in keys if key in projects]


def _label(project: Project) -> str:
    best = project.title.best(("en",))
    return project.acronym or (best[1].plain if best else project.key)


def _years(issued: Issued | None) -> tuple[int, ...]:
    dates = [date.year for date in (issued.start, issued.end) if date] if issued else []
    if len(dates) == 2 and dates[1] - dates[0] <= _LONGEST_SPAN:
        return tuple(range(dates[0], dates[1] + 1))
    return tuple(dates)


def _issued_days(issued: Issued | None) -> tuple[int, ...]:
    """When a record appeared, as `Kind.DATE` has it: of a range both ends and the years between them."""
    if issued is None:
        return ()
    ends = [_ordinal(date) for date in (issued.start, issued.end) if date]
    years = [_ordinal(PartialDate(year)) for year in _years(issued)[1:-1]]
    return tuple(sorted({*ends, *years}))


def _sorts(record: Record) -> dict[str, str | int]:
    found: dict[str, str | int] = {"title": folded(record.titles(record.languages))}
    issued = record.issued and (record.issued.start or record.issued.end)
    for name, date in (("issued", issued), ("added", record.added)):
        if date:
            found[name] = _ordinal(date)
    return found


def _ordinal(date: PartialDate) -> int:
    """A number that orders dates; a year comes before its months, and a month before its days."""
    return date.year * 10_000 + (date.month or 0) * 100 + (date.day or 0)
