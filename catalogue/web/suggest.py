"""Suggestions while a reader types, as JSON: what README.md states under "For machines".

The words that a list of them shows, and that a screen reader says of it, come along, so that scripts need not
know languages and their plurals.
"""

from collections.abc import Iterator

from flask import Response, jsonify, request

from catalogue.model import Record
from catalogue.suggesting import LONGEST, SuggestedLabel, suggest
from catalogue.web import labels
from catalogue.web.addresses import publication_url, search_url
from catalogue.web.browse_addresses import value_url
from catalogue.web.generation import generation
from catalogue.web.routing import LocalisedBlueprint
from catalogue.web.texts import best, facet_label, tag_of
from catalogue.web.words import counted as ngettext
from catalogue.web.words import translated as _
from index.suggestions import marked

suggestions = LocalisedBlueprint("suggest", __name__)

Entry = dict[str, str | int | tuple[str, ...]]


@suggestions.get("/suggest")
def suggested() -> Response:
    """What may be meant by `?q=`, in the language of the address."""
    text = request.args.get("q", "")[:LONGEST]
    entries = [{**entry, "pieces": marked(str(entry["label"]), text)} for entry in _entries(text)]
    many = ngettext("%(num)s suggestion", "%(num)s suggestions", len(entries))
    response = jsonify(query=text, summary=many if entries else _("No suggestions"), suggestions=entries)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _entries(text: str) -> Iterator[Entry]:
    held = generation()
    found = suggest(held.snapshot, text, held.site.concepts)
    yield from map(_title, found.titles)
    yield from map(_label, found.labels)
    for facet, values in found.values.items():
        for value in values:
            own: Entry = {"label": facet_label(facet, value), "url": value_url(facet, value.key)}
            yield _of(facet, own | _counted(value.count))


def _label(suggested: SuggestedLabel) -> Entry:
    label = suggested.label
    own: Entry = {"label": label.text, "language": tag_of(label.tag), "url": search_url(suggested.request)}
    return _of("concept", own | _counted(suggested.total))


def _title(record: Record) -> Entry:
    title = best(record.title)
    return _of(
        "title",
        {
            "label": title[1].plain if title else record.key,
            "language": tag_of(title[0]) if title else "",
            "key": record.key,
            "url": publication_url(record.key),
        },
    )


def _of(kind: str, own: Entry) -> Entry:
    return {"kind": kind, "kind_label": str(labels.SUGGESTED[kind]), **own}


def _counted(count: int) -> Entry:
    return {"count": count, "count_label": ngettext("%(num)s publication", "%(num)s publications", count)}
