"""The Whoosh schema of an index: what Whoosh's own searcher sees of it.

Only stock Whoosh types are used: they are pickled in the table of contents, and any Whoosh opens the index.
"""

from typing import Any

from whoosh.columns import NumericColumn, VarBytesColumn
from whoosh.fields import COLUMN, ID, KEYWORD, NUMERIC, TEXT, Schema

from index.field import Fields
from index.whoosh_engine.view import FORMS, KEYWORDS, WORDS, numbers_of


def schema_for(fields: Fields) -> Any:
    """The schema of documents with these fields: terms by their spaces, and columns."""
    schema = Schema(
        id=ID(unique=True, sortable=True),
        stored=COLUMN(VarBytesColumn()),
        fingerprint=COLUMN(VarBytesColumn()),
        length=COLUMN(NumericColumn("d")),
        **{WORDS: TEXT(phrase=True), FORMS: KEYWORD(), KEYWORDS: KEYWORD()},
    )
    for field in fields:
        if field.numeric:
            schema.add(numbers_of(field.name), NUMERIC(int, bits=64, signed=True, shift_step=0))
    return schema
