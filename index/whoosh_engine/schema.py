"""Documents as Whoosh keeps them: one field of words, one of keywords, and columns.

All TEXT fields share one posting list a term, so that frequencies are combined before they saturate. The
number of the field is part of each position. Only stock Whoosh types are used: they are pickled in the table
of contents, and any Whoosh opens the index.
"""

from collections.abc import Mapping
from typing import Any

from whoosh.columns import NumericColumn, VarBytesColumn
from whoosh.fields import COLUMN, ID, KEYWORD, TEXT, Schema

from index.analysis import AnalysedDocument
from index.field import FacetValue, Fields

DOCUMENT_ID = "id"
WORDS = "words"
KEYWORDS = "keywords"
STORED = "stored"
FINGERPRINT = "fingerprint"
LENGTH = "length"

_POSITION_BITS = 24
_FIELD_BITS = 8
PLACE_BITS = _FIELD_BITS + _POSITION_BITS + 1
"""Bits of a place: field number, position in the field, and 1 if the term is silent there."""

_BETWEEN_VALUES = "\x1e"
_BETWEEN_PARTS = "\x1f"


def facet_column(field: str) -> str:
    """The column of a facet's keys and labels."""
    return f"facet.{field}"


def number_column(field: str) -> str:
    """The column of a NUMBER field's values."""
    return f"number.{field}"


def sort_column(field: str) -> str:
    """The column of a sort's values."""
    return f"sort.{field}"


def keyword_term(field: str, value: str) -> str:
    """The term of a KEYWORD value."""
    return f"{field}{_BETWEEN_PARTS}{value}"


def schema_for(fields: Fields) -> Any:
    """The Whoosh schema of documents with these fields."""
    schema = Schema(
        id=ID(unique=True, sortable=True),
        words=TEXT(phrase=True),
        keywords=KEYWORD(),
        stored=COLUMN(VarBytesColumn()),
        fingerprint=COLUMN(VarBytesColumn()),
        length=COLUMN(NumericColumn("d")),
    )
    for field in fields:
        schema.add(facet_column(field.name), COLUMN(VarBytesColumn()))
        schema.add(number_column(field.name), COLUMN(VarBytesColumn()))
        schema.add(sort_column(field.name), COLUMN(VarBytesColumn()))
    return schema


def place(field: int, position: int, silent: bool) -> int:
    """Where a term stands in a document, as one number; places of neighbours differ by 2."""
    return (field << _POSITION_BITS | min(position, (1 << _POSITION_BITS) - 1)) << 1 | silent


def field_of(places: Any) -> Any:
    """The field number in places of which the silent bit has been dropped; for arrays, too."""
    return places >> _POSITION_BITS & (1 << _FIELD_BITS) - 1


def add_document(
    writer: Any, document: AnalysedDocument, numbers: Mapping[str, int], weights: Mapping[str, float]
) -> None:
    """Hand a document to a Whoosh writer; its words go straight to the pool of postings, being analysed."""
    places: dict[str, list[int]] = {}
    weight: dict[str, float] = {}
    for occurrence in document.occurrences:
        number = numbers[occurrence.field]
        for term in occurrence.terms:
            places.setdefault(term, []).append(place(number, occurrence.position, False))
            weight[term] = weight.get(term, 0.0) + weights[occurrence.field]
        for term in occurrence.silent:
            if term not in occurrence.terms:
                places.setdefault(term, []).append(place(number, occurrence.position, True))
    encode = writer.schema[WORDS].format.encode
    for term, found in places.items():
        posting = (WORDS, term.encode(), writer.docnum, weight.get(term, 0.0), encode(found))
        writer.pool.add(posting)
    writer.add_document(**_values(document))


def _values(document: AnalysedDocument) -> dict[str, object]:
    values: dict[str, object] = {
        DOCUMENT_ID: document.id,
        KEYWORDS: [keyword_term(f, value) for f, held in document.keywords.items() for value in held],
        STORED: _bytes(document.stored),
        FINGERPRINT: _bytes(document.fingerprint),
        LENGTH: document.length,
    }
    for field, facets in document.facets.items():
        values[facet_column(field)] = _pack_facets(facets)
    for field, numbers in document.numbers.items():
        values[number_column(field)] = b"".join(n.to_bytes(8, "little", signed=True) for n in numbers)
    for field, value in document.sorts.items():
        values[sort_column(field)] = _pack_sort(value)
    return values


def _bytes(text: str) -> bytes:
    """UTF-8; a lone surrogate, which a JSON escape may bring, costs itself and not the update."""
    return text.encode(errors="replace")


def _pack_facets(values: tuple[FacetValue, ...]) -> bytes:
    return _bytes(_BETWEEN_VALUES.join(f"{v.key}{_BETWEEN_PARTS}{v.label}" for v in values))


def unpack_facets(column: bytes) -> tuple[tuple[str, str], ...]:
    """The (key, label) pairs of a document."""
    if not column:
        return ()
    pairs = (value.partition(_BETWEEN_PARTS) for value in column.decode().split(_BETWEEN_VALUES))
    return tuple((key, label) for key, _, label in pairs)


def _pack_sort(value: str | int) -> bytes:
    """Bytes that compare as the values do: numbers first, then texts; never empty."""
    if isinstance(value, str):
        return b"t" + _bytes(value)
    return b"n" + (value + (1 << 63)).to_bytes(8, "big")
