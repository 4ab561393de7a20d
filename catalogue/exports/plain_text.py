"""Plain text for people: of each record its reference, and below it the address of its page, its keywords and
its abstract; where citations are asked for, nothing but these, one a paragraph.

The reference is that of `reference`, the abstract stands in the first language of `Options.locales` it has,
with its paragraphs. Two empty lines part the records. Lost are marks (mathematics stays as TeX), texts in
further languages, and whatever else the record states.
"""

from collections.abc import Iterable, Iterator

from catalogue.exports.reference import citations, reference
from catalogue.exports.registry import Format, Options, register
from catalogue.model import Record


def write(records: Iterable[Record], options: Options) -> Iterator[str]:
    """One citation, or one record with its abstract, after another."""
    if options.cite:
        yield from (f"{_line(citation.plain)}\n\n" for citation in citations(records, options))
        return
    for record in records:
        yield "\n\n".join(passage for passage in _passages(record, options) if passage) + "\n\n\n"


def _passages(record: Record, options: Options) -> Iterator[str]:
    locales = options.locales(record)
    head = (reference(record, locales).plain, options.address(record.key))
    yield "\n".join(_line(part) for part in head if part)
    yield _line("; ".join(keyword.text.plain for keyword in record.keywords))
    if abstract := record.abstract.best(locales):
        yield from (_line(paragraph) for paragraph in abstract[1].plain.split("\n\n"))


def _line(passage: str) -> str:
    return " ".join(passage.split())


PLAIN_TEXT = register(Format("text", ".txt", "text/plain", "Plain text", write, cites=True))
