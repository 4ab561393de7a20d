"""Suggestions while a reader types, as JSON: what README.md states under "For machines"."""

from collections.abc import Iterator

from flask import Response, jsonify, request

from catalogue.model import Record
from catalogue.suggesting import LONGEST, SuggestedLabel, suggest
from catalogue.web.addresses import found_url, publication_url, search_url
from catalogue.web.generation import generation
from catalogue.web.routing import LocalisedBlueprint
from catalogue.web.texts import best, facet_label, tag_of

suggestions = LocalisedBlueprint("suggest", __name__)

Entry = dict[str, str | int]


@suggestions.get("/suggest")
def suggested() -> Response:
    """What may be meant by `?q=`, in the language of the address."""
    text = request.args.get("q", "")[:LONGEST]
    response = jsonify(query=text, suggestions=list(_entries(text)))
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _entries(text: str) -> Iterator[Entry]:
    held = generation()
    found = suggest(held.snapshot, text, held.site.concepts)
    yield from map(_title, found.titles)
    yield from map(_label, found.labels)
    for facet, values in found.values.items():
        for value in values:
            url = found_url(facet, value.key)
            yield {"kind": facet, "label": facet_label(facet, value), "count": value.count, "url": url}


def _label(suggested: SuggestedLabel) -> Entry:
    label = suggested.label
    return {
        "kind": "concept",
        "label": label.text,
        "language": tag_of(label.tag),
        "count": suggested.total,
        "url": search_url(suggested.request),
    }


def _title(record: Record) -> Entry:
    title = best(record.title)
    return {
        "kind": "title",
        "label": title[1].plain if title else record.key,
        "language": tag_of(title[0]) if title else "",
        "key": record.key,
        "url": publication_url(record.key),
    }
