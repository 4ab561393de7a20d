"""Lists of references: those a reader picked (`/list?key=…`), and those that a search found (`/cite?q=…`).

A list is its address: the order of its keys is the order of the list, so it can be shared, printed and
exported without anything being kept on the server. Keys too many for an address come in the body of a POST.
An edit is stated beside the keys (`&without=…`, `&up=…`, `&sort=name`, `&empty=1`), so that a page of many
rows need not repeat all keys in each of them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from flask import Response, abort, redirect, render_template, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response as AnyResponse

from catalogue.collation import sort_key
from catalogue.exports import by_suffix
from catalogue.model import Record
from catalogue.search import count, matching, record_of
from catalogue.web.addresses import base_address
from catalogue.web.citations import Cited, cited
from catalogue.web.downloads import stream
from catalogue.web.generation import Generation, generation, shelf
from catalogue.web.languages import reader_language
from catalogue.web.requested import requested
from catalogue.web.routing import LocalisedBlueprint

lists = LocalisedBlueprint("lists", __name__)

MOST_KEYS = 500
MOST_CITED = 200
"""Citations on one page; whoever wants more exports them."""
_EDITS = frozenset({"without", "up", "sort", "empty"})


@dataclass(frozen=True, slots=True)
class Picked:
    """The records of a list in its order, the keys it was asked by, those of them that name no record, with
    the reason where it is known, and how many more keys were left out."""

    asked: tuple[str, ...]
    records: tuple[Record, ...]
    missing: tuple[tuple[str, str], ...]
    cut: int = 0

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the records, as they are now."""
        return tuple(record.key for record in self.records)


@lists.route("/list", methods=("GET", "POST"))
def picked() -> AnyResponse | str:
    """The publications that somebody picked, with their citations; an edited list leads to its address."""
    held, shareable = generation(), request.method != "POST"
    own = _picked(held, request.values)
    if not _EDITS.isdisjoint(request.values):
        keys = _edited(own, request.values)
        if shareable:
            return redirect(url_for(".picked", key=keys))
        own = _picked(held, MultiDict({"key": keys}))
    shown = cited(own.records)
    return render_template(
        "list.html",
        own=own,
        cited=shown,
        sorted_keys=_sorted_keys(shown),
        shareable=shareable,
        most=MOST_KEYS,
        address=shelf().settings.base_url + base_address("lists.picked", lang=None),
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
    asked = requested()
    concepts = held.site.concepts
    total = count(held.snapshot, asked, concepts)
    records = islice(matching(held.snapshot, asked, concepts), MOST_CITED)
    return render_template("cite.html", asked=asked, total=total, cited=cited(records), most=MOST_CITED)


def _picked(held: Generation, stated: MultiDict[str, str]) -> Picked:
    named = tuple(dict.fromkeys(filter(None, stated.getlist("key"))))
    keys = named[:MOST_KEYS]
    records: dict[str, Record] = {}
    missing = []
    for key in keys:
        record = record_of(held.snapshot, held.site.aliases.get(key, key))
        if record:
            records.setdefault(record.key, record)
        else:
            missing.append((key, held.site.removed.get(key, "")))
    return Picked(keys, tuple(records.values()), tuple(missing), len(named) - len(keys))


def _edited(own: Picked, stated: MultiDict[str, str]) -> list[str]:
    """The keys of a list in which one edit is made."""
    if "empty" in stated:
        return []
    if "without" in stated:
        return without_key(own.keys, stated["without"])
    if "up" in stated:
        return moved_up(own.keys, stated["up"])
    return _sorted_keys(cited(own.records))


def _sorted_keys(shown: Cited) -> list[str]:
    """The keys of a list in the order of what its citations say, by the reader's alphabet."""
    order = sort_key(reader_language())
    rows = sorted(shown.rows, key=lambda row: order(row[1].plain if row[1] else row[0].key))
    return [record.key for record, _ in rows]


def without_key(keys: Iterable[str], key: str) -> list[str]:
    """A list without one of its keys."""
    return [each for each in keys if each != key]


def moved_up(keys: Iterable[str], key: str) -> list[str]:
    """A list with one of its keys a place further up."""
    order = list(keys)
    at = order.index(key) if key in order else 0
    if at:
        order[at - 1], order[at] = order[at], order[at - 1]
    return order
