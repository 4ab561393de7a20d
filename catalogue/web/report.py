"""Reporting a mistake in a publication: which line of which file says it, and where to tell of it."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from flask import abort, render_template, request

from catalogue.finding import place_of
from catalogue.model import Origin, Record
from catalogue.search import record_of
from catalogue.setting_values import MAILTO
from catalogue.settings import Settings
from catalogue.site import Site
from catalogue.web.addresses import lasting_url
from catalogue.web.generation import Generation, generation, shelf
from catalogue.web.languages import locales
from catalogue.web.routing import LocalisedBlueprint

reports = LocalisedBlueprint("reports", __name__)


@dataclass(frozen=True, slots=True)
class Ways:
    """Where the line can be seen, and where a mistake can be reported, empty where a site names none; the
    lines that tell in a message which entry it is about; and whom to write to, if reports go by mail."""

    source: str
    report: str
    message: str
    mail: str = ""


@reports.get("/report")
def report() -> str:
    """The page for a mistake in the publication of `?key=`."""
    held, settings = generation(), shelf().settings
    key = request.args.get("key", "")
    record = record_of(held.snapshot, held.site.aliases.get(key, key))
    if record is None:
        abort(404)
    place = _place(held, settings.data, record.key) or _complained_of(held.site, record.key)
    return render_template(
        "report.html",
        record=record,
        place=place,
        ways=ways(settings, record, place),
        stale=held.site.stale.get(record.key, ""),
    )


def _place(held: Generation, data: Path, key: str) -> Origin | None:
    """Where an entry stands, looked up once a generation: that reads all files, and whoever asks for it under
    ever other addresses would keep a worker at it."""
    known = held.places.get(key)
    if known is None:
        place = place_of(data, key)
        known = held.places.put(key, (place,), len(key) + len(place.path if place else ""))
    return known[0]


def ways(settings: Settings, record: Record, place: Origin | None) -> Ways:
    """The addresses that a site names for a mistake in a record, filled in."""
    said = {
        "title": record.titles(locales()),
        "key": record.key,
        "path": place.path if place else "",
        "line": str(place.line) if place else "",
    }
    filled = {name: quote(value, safe="/" if name == "path" else "") for name, value in said.items()}
    report = settings.report.format(**filled) or settings.repository
    return Ways(
        settings.source.format(**filled) if place else "",
        report,
        "\n".join(
            (said["title"], lasting_url(record.key), *([f"{place.path}:{place.line}"] if place else ()))
        ),
        unquote(urlsplit(report).path) if report.startswith(MAILTO) else "",
    )


def _complained_of(site: Site, key: str) -> Origin | None:
    """Where an entry stands that can no longer be read, as the last build says."""
    return next((Origin(own.path, own.line) for own in site.problems if own.key == key and own.line), None)
