"""Citations of records: which item, terms and forms a wish means, and the asking in batches."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from catalogue.citations import Job, Renderer
from catalogue.exports.csl_json import item
from catalogue.model import UNDETERMINED, Record, Text, primary_language

_BATCH = 50
"""Records a request to the renderer: enough to make the way there cheap, few enough to stream."""
_LOCALES = {"en": "en-US", "kk": "kk-KZ", "ru": "ru-RU"}


@dataclass(frozen=True, slots=True)
class Wish:
    """What a reader wants: a style by its name; the language of its terms as a BCP 47 tag, "" for what the
    style asks for (the publication's own in GOST, the reader's elsewhere); and for a list of references in
    Latin letters the name of a system of romanisation, else ""."""

    style: str
    language: str = ""
    romanisation: str = ""


def cite(records: Iterable[Record], wish: Wish, renderer: Renderer, language: str) -> Iterator[Text]:
    """The citation of each record, for a reader of `language`. Raises CitationError."""
    rest = iter(records)
    while batch := list(islice(rest, _BATCH)):
        yield from renderer.render([_job(record, wish, language) for record in batch])


def _job(record: Record, wish: Wish, language: str) -> Job:
    terms = wish.language or (record.language if wish.style.startswith("gost-") else language)
    if terms == UNDETERMINED:
        terms = language
    locale = _LOCALES.get(primary_language(terms), terms)
    return Job(wish.style, locale, item(record, (record.language, language)))
