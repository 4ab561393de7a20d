"""Records as the index stores them."""

import json

from hypothesis import given, settings

from catalogue.model import Multilingual, Origin, Record, RecordType
from catalogue.model.codec import decode, encode
from tests.strategies import records


@settings(max_examples=50)
@given(records())
def test_decoding_is_the_inverse_of_encoding(record: Record) -> None:
    assert decode(encode(record)) == record


def test_what_is_not_stated_takes_no_room() -> None:
    record = Record("a", RecordType.BOOK, Multilingual.of({"en": "T"}), origin=Origin("a.bib", 3))
    assert json.loads(encode(record)).keys() == {"key", "type", "title", "origin"}


def test_an_entry_that_only_moved_down_its_file_is_encoded_alike() -> None:
    one, other = (
        Record("a", RecordType.BOOK, Multilingual.of("T"), origin=Origin("a.bib", line)) for line in (3, 9)
    )
    assert encode(one) == encode(other)
