"""What the examples of `/search/help` ask for: values of the records at hand, so that something is found."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from catalogue.model import PartialDate, Record, Scheme
from catalogue.model.codec import decode
from catalogue.model.text import primary_language
from index import Query, Snapshot, Sort

_MOST = 50
"""Records that are looked at, the latest added."""
_LONGEST = 100
"""Letters of a value that still makes an example."""
_SPAN = 5
"""Years before that of a record in which ranges begin."""


def samples(snapshot: Snapshot, projects: Collection[str]) -> dict[str, str]:
    """A value by each name that an example may have between braces; none for what no record states, nor for a
    project that is none of `projects`.

    As many as possible are of one record, that which states most.
    """
    hits = snapshot.search(Query(sort=Sort("added", descending=True), limit=_MOST)).hits
    stated = [dict(_stated(decode(hit.stored), projects)) for hit in hits]
    found: dict[str, str] = {}
    for values in sorted(stated, key=len, reverse=True):
        found = values | found
    return found


def _stated(record: Record, projects: Collection[str]) -> Iterator[tuple[str, str]]:
    candidates: Mapping[str, str | None] = {
        "key": record.key,
        "title": record.titles(record.languages),
        "venue": _first(text.plain for _, text in record.container.title) if record.container else None,
        "publisher": _first(text.plain for _, text in (*record.publisher, *record.institution)),
        "keyword": _first(word.text.plain for word in record.keywords),
        "language": _first(map(primary_language, record.languages)),
        "project": _first(key for key in record.projects if key in projects),
        "access": record.access.status.value if record.access else None,
        "doi": _first(each.value for each in record.identifiers if each.scheme is Scheme.DOI),
        "identifier": _first(each.value for each in record.identifiers if each.scheme is not Scheme.DOI),
        "orcid": _first(person.orcid for person in record.contributors if person.orcid),
        "added": _month(record.added) if record.added else None,
        "before_added": str(record.added.year - 1) if record.added else None,
        **_named(record),
        **_issued(record),
    }
    for name, value in candidates.items():
        if value and len(value) <= _LONGEST and value.isprintable() and '"' not in value:
            yield name, value


def _named(record: Record) -> dict[str, str]:
    """An author, whole and in short, and the year in which they published."""
    names = (person.name for person in record.contributors)
    name = next((name for name in names if name.family.isalpha() and name.given[:1].isalpha()), None)
    if name is None:
        return {}
    year = record.issued and record.issued.year
    return {"family": name.family, "initial": name.given[0]} | ({"family_year": str(year)} if year else {})


def _issued(record: Record) -> dict[str, str]:
    date = record.issued and (record.issued.start or record.issued.end)
    if not date or date.year <= _SPAN:
        return {}
    return {"year": str(date.year), "earlier": str(date.year - _SPAN), "issued": _month(date)}


def _month(date: PartialDate) -> str:
    return f"{date.year:04}-{date.month:02}" if date.month else f"{date.year:04}"


def _first(values: Iterable[str]) -> str | None:
    return next(iter(values), None)
