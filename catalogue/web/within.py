"""A publication's page within a result: which publications stand before and behind it, and the way back.

Results lead to `/publications/<key>?at=3&q=rice`, which names the search and the place in it, so that nothing
is kept of what a reader looks at. Where the data has moved on since, another record may stand at that place:
then nothing is said of neighbours.
"""

from dataclasses import dataclass, replace

from flask import request

from catalogue.asking import DEEPEST, SearchRequest
from catalogue.model import Record
from catalogue.search import NOBODY, neighbours
from catalogue.web.addresses import publication_url, search_arguments, search_url, with_query
from catalogue.web.generation import Generation, shelf
from catalogue.web.querystring import arguments_of
from catalogue.web.requested import requested

_LONGEST = len(str(DEEPEST))


@dataclass(frozen=True, slots=True)
class Step:
    """A neighbour in a result, and its address there."""

    record: Record
    address: str


@dataclass(frozen=True, slots=True)
class Within:
    """The place `at` of a result of `total` publications, its neighbours, and the address of where it stands
    in the result. A `total` of 0: the publication stands there no more. `stated` is what the
    address says of all this, for a form that keeps it."""

    at: int
    total: int
    before: Step | None
    after: Step | None
    back: str
    stated: tuple[tuple[str, str], ...]


def within(held: Generation, record: Record) -> Within | None:
    """Where the address that is answered says that its record stands; None where it names no place."""
    at = _place(request.args.get("at", ""))
    if at is None:
        return None
    asked = requested()
    found = neighbours(held.snapshot, asked, at, held.site.concepts)
    if found.here is None or found.here.key != record.key:
        found = NOBODY
    behind = behind_place(asked)
    place = f"#result-{at}" if found.total else ""
    return Within(
        at,
        found.total,
        _step(found.before, at - 1, behind),
        _step(found.after, at + 1, behind),
        search_url(replace(asked, page=(at - 1) // asked.size + 1)) + place,
        (("at", str(at)), *search_arguments(replace(asked, page=1))),
    )


def behind_place(asked: SearchRequest) -> str:
    """What stands behind the place in the addresses of the results of a search.

    Nothing where it asks for nothing: crawlers follow the pages of all publications, and find each there
    under its own address.
    """
    if not asked.text and not asked.filters:
        return ""
    return with_query("", arguments_of(replace(asked, page=1), shelf().settings.page_size)).replace(
        "?", "&", 1
    )


def result_url(key: str, at: int, behind: str) -> str:
    """The address of the result at a place; `behind` is what `behind_place` gave."""
    return f"{publication_url(key)}?at={at}{behind}" if behind else publication_url(key)


def _step(record: Record | None, at: int, behind: str) -> Step | None:
    return Step(record, result_url(record.key, at, behind)) if record else None


def _place(stated: str) -> int | None:
    if not stated.isdecimal() or len(stated) > _LONGEST:
        return None
    return int(stated) if 1 <= int(stated) <= DEEPEST else None
