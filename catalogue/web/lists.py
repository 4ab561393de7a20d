"""Lists of references: those a reader picked (`/list?key=…`), and those that a search found (`/cite?q=…`).

A list is its address: the order of its keys is the order of the list, so it can be shared, printed and
exported without anything being kept on the server. Keys too many for an address come in the body of a POST.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from flask import Response, abort, render_template, request
from werkzeug.datastructures import MultiDict

from catalogue.exports import by_suffix
from catalogue.model import Record
from catalogue.search import find, matching, record_of
from catalogue.web.citations import cited
from catalogue.web.downloads import stream
from catalogue.web.generation import Generation, generation, shelf
from catalogue.web.languages import locales
from catalogue.web.querystring import parse
from catalogue.web.routing import LocalisedBlueprint

lists = LocalisedBlueprint("lists", __name__)

MOST_KEYS = 500
MOST_CITED = 200
"""Citations on one page; whoever wants more exports them."""


@dataclass(frozen=True, slots=True)
class Picked:
    """The records of a list in its order, and the keys that name none, with the reason where it is known."""

    records: tuple[Record, ...]
    missing: tuple[tuple[str, str], ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the records, as they are now."""
        return tuple(record.key for record in self.records)


@lists.route("/list", methods=("GET", "POST"))
def picked() -> str:
    """The publications that somebody picked, with their citations."""
    held = generation()
    own = _picked(held, request.values)
    shown = cited(own.records)
    by_name = sorted(shown.rows, key=lambda row: (row[1].plain if row[1] else row[0].key).casefold())
    return render_template(
        "list.html",
        own=own,
        cited=shown,
        sorted_keys=tuple(record.key for record, _ in by_name),
        shareable=request.method == "GET",
    )


@lists.route("/list.<suffix>", methods=("GET", "POST"))
def picked_export(suffix: str) -> Response:
    """The same in a format."""
    chosen = by_suffix(f".{suffix}")
    if chosen is None:
        abort(404)
    return stream(chosen, _picked(generation(), request.values).records, "list")


@lists.get("/cite")
def found() -> str:
    """The citations of what a search finds."""
    held = generation()
    asked = parse(request.args, shelf().settings.page_size)
    total = find(held.snapshot, asked, locales()).total
    records = islice(matching(held.snapshot, asked), MOST_CITED)
    return render_template("cite.html", asked=asked, total=total, cited=cited(records), most=MOST_CITED)


def _picked(held: Generation, stated: MultiDict[str, str]) -> Picked:
    keys = dict.fromkeys(key for key in stated.getlist("key")[:MOST_KEYS] if key)
    records: dict[str, Record] = {}
    missing = []
    for key in keys:
        record = record_of(held.snapshot, held.site.aliases.get(key, key))
        if record:
            records.setdefault(record.key, record)
        else:
            missing.append((key, held.site.removed.get(key, "")))
    return Picked(tuple(records.values()), tuple(missing))


def without_key(keys: Iterable[str], key: str) -> list[str]:
    """A list without one of its keys."""
    return [each for each in keys if each != key]


def moved_up(keys: Iterable[str], key: str) -> list[str]:
    """A list with one of its keys a place further up."""
    order = list(keys)
    at = order.index(key)
    if at:
        order[at - 1], order[at] = order[at], order[at - 1]
    return order
