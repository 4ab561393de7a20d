"""Forty fabricated records, and jobs of citing them."""

from functools import cache

from catalogue.citations import Job
from catalogue.exports.csl_json import Item, item
from catalogue.model import Record
from catalogue.resolve import resolve
from catalogue.schema import load
from catalogue.sources.csl_record import to_data
from catalogue.sources.yaml import read
from tests.library_records import LIBRARY


@cache
def records() -> tuple[Record, ...]:
    """The records of `cited.csl.yaml`, none of which has anything wrong."""
    resolved = resolve(read((LIBRARY / "cited.csl.yaml").read_bytes(), "cited.csl.yaml"))
    loaded = [load(to_data(entry), entry) for entry in resolved.entries]
    return tuple(record for record, _ in loaded if record)


@cache
def items() -> tuple[Item, ...]:
    """The same as CSL items, in their own languages."""
    return tuple(item(record, (record.language,)) for record in records())


def an_item(**variables: object) -> dict[str, object]:
    """An article with an author, a journal and a year, and what else is said of it."""
    usual: dict[str, object] = {
        "id": "wells",
        "type": "article-journal",
        "title": "On wells",
        "author": [{"family": "Brook", "given": "Ada"}],
        "container-title": "Waters",
        "issued": {"date-parts": [[2019]]},
    }
    return usual | variables


def a_job(style: str = "apa", locale: str = "en-US", **variables: object) -> Job:
    """The citing of such an article."""
    return Job(style, locale, an_item(**variables))
