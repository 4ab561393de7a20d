"""Records as documents of the search index: which fields there are, and what a record holds in each.

`FIELDS` is the one table that says what can be searched, filtered, counted and sorted by. A document's
fingerprint covers all that the document is made of: the record, what it takes from projects, the code here
and in the model, and how texts become terms. So a build indexes again exactly the records that a change
touches, and makes no document of the others.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping

from catalogue.code import digest_of
from catalogue.model import Contributor, Issued, Multilingual, PartialDate, Record, Role, Scheme
from catalogue.model.codec import encode
from catalogue.model.text import primary_language
from catalogue.records import Records
from catalogue.site import Project
from index import Document, FacetValue, Field, Kind, LanguageText
from index.languages import VERSION as LANGUAGES_VERSION
from index.tokens import fold

FIELDS = (
    Field("title", Kind.TEXT, weight=3.0, sort=True, suggest=True),
    Field("abstract", Kind.TEXT),
    Field("keyword", Kind.TEXT, weight=2.0, facet=True, suggest=True),
    Field("author", Kind.TEXT, weight=2.0, facet=True, suggest=True, names=True),
    Field("venue", Kind.TEXT, facet=True, suggest=True, names=True),
    Field("year", Kind.NUMBER, facet=True),
    Field("type", Kind.KEYWORD, default=False, facet=True),
    Field("language", Kind.KEYWORD, default=False, facet=True),
    Field("project", Kind.KEYWORD, default=False, facet=True),
    Field("access", Kind.KEYWORD, default=False, facet=True),
    Field("has", Kind.KEYWORD, default=False, facet=True),
    Field("orcid", Kind.KEYWORD),
    Field("doi", Kind.KEYWORD),
    Field("key", Kind.KEYWORD),
    Field("exact", Kind.KEYWORD, default=False),
    Field("issued", Kind.DATE, default=False, sort=True),
    Field("added", Kind.DATE, default=False, sort=True),
)
ALIASES = {"lang": "language", "keywords": "keyword", "journal": "venue", "id": "key"}
"""Other names of fields that a query may use."""

FORMAT = f"{LANGUAGES_VERSION}:{digest_of('documents.py', 'model/*.py')}"
"""What, beside its record and projects, makes a document what it is."""

_WORD = re.compile(r"\w+")
_NAME = "mis"
"""The language of names: none, so that Hughes is not stemmed to hugh."""
_LONGEST_SPAN = 20
"""Years of a range that are found one by one; of a longer one only the ends are."""


def document(record: Record, projects: Mapping[str, Project], fingerprint: str = "") -> Document:
    """What the index is to know about a record; `projects` are those of the catalogue, and the fingerprint
    is that of `fingerprints`."""
    own = _projects(record, projects)
    years = _years(record.issued)
    languages = _languages(record)
    return Document(
        id=record.key,
        texts={
            "title": (
                *_passages(record.title),
                *_passages(record.subtitle),
                *_passages(record.printed_title),
            ),
            "abstract": _passages(record.abstract),
            "keyword": tuple(LanguageText(word.language, word.text.plain) for word in record.keywords),
            "author": tuple(LanguageText(_NAME, name) for name in _written_names(record.contributors)),
            "venue": _venues(record),
        },
        terms={
            "type": tuple(filter(None, (record.type.value, record.genre))),
            "language": languages,
            "project": _distinct(
                name for project in own for name in (project.key, project.acronym, project.number)
            ),
            "doi": tuple(
                form
                for own in record.identifiers
                if own.scheme is Scheme.DOI
                for form in (own.value, f"https://doi.org/{own.value}")
            ),
            "key": (record.key, *record.aliases),
        },
        numbers={"year": years},
        facets={
            "type": (FacetValue(record.type.value, record.type.value),),
            "year": tuple(FacetValue(str(year), str(year)) for year in years),
            "author": tuple(author_facet(person) for person in _credited(record)),
            "keyword": tuple(FacetValue(folded(w.text.plain), w.text.plain) for w in record.keywords),
            "language": tuple(FacetValue(tag, tag) for tag in languages),
            "project": tuple(FacetValue(project.key, _label(project)) for project in own),
            "venue": tuple(FacetValue(folded(text), text) for text in _venue_names(record)[:1]),
        },
        sorts=_sorts(record),
        stored=encode(record),
        fingerprint=fingerprint,
    )


def fingerprints(
    records: Records, added: Mapping[str, str], projects: Mapping[str, Project]
) -> dict[str, str]:
    """The fingerprint of each record's document, without making either; `added` are the days they were
    added."""
    form = _digest(FORMAT)
    found = {key: f"{digest} {added[key]} {form}" for key, digest in records.digests.items()}
    for key, facts in records.facts.items():
        taken = [_taken(projects[name]) for name in facts.projects if name in projects]
        if taken:
            found[key] += f" {_digest(repr(taken))}"
    return found


def _taken(project: Project) -> tuple[str, ...]:
    """What a document takes from a project."""
    return project.key, project.acronym, project.number, _label(project)


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode(errors="surrogatepass"), digest_size=8).hexdigest()


def folded(text: str) -> str:
    """A text as facets compare it: words in lower case without diacritics, between the same signs."""
    words = text.lower() if text.isascii() else _WORD.sub(lambda word: fold(word[0]), text)
    return " ".join(words.split())


def author_facet(person: Contributor) -> FacetValue:
    """The facet value of a contributor: the ORCID iD, else the folded name; labelled as printed."""
    return FacetValue(person.orcid or folded(person.name.inverted), person.name.inverted)


def _passages(texts: Multilingual) -> tuple[LanguageText, ...]:
    return tuple(LanguageText(tag, text.plain) for tag, text in texts)


def _written_names(contributors: Iterable[Contributor]) -> tuple[str, ...]:
    return _distinct(name.display for person in contributors for name in person.names)


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


def _venues(record: Record) -> tuple[LanguageText, ...]:
    texts = [record.series]
    if record.container:
        texts += [record.container.title, record.container.subtitle, record.container.short_title]
    if record.event:
        texts += [record.event.title]
    return tuple(passage for text in texts for passage in _passages(text))


def _venue_names(record: Record) -> tuple[str, ...]:
    return tuple(text.plain for _, text in record.container.title) if record.container else ()


def _languages(record: Record) -> tuple[str, ...]:
    return _distinct(primary_language(tag) for tag in record.languages)


def _credited(record: Record) -> tuple[Contributor, ...]:
    """The authors, or of a publication without any its editors."""
    return record.by_role(Role.AUTHOR) or record.by_role(Role.EDITOR)


def _projects(record: Record, projects: Mapping[str, Project]) -> list[Project]:
    return [projects[key] for key in record.projects if key in projects]


def _label(project: Project) -> str:
    best = project.title.best(("en",))
    return project.acronym or (best[1].plain if best else project.key)


def _years(issued: Issued | None) -> tuple[int, ...]:
    dates = [date.year for date in (issued.start, issued.end) if date] if issued else []
    if len(dates) == 2 and dates[1] - dates[0] <= _LONGEST_SPAN:
        return tuple(range(dates[0], dates[1] + 1))
    return tuple(dates)


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
