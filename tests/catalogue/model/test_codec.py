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


def test_a_record_that_was_written_with_its_origin_is_still_read() -> None:
    record = Record("a", RecordType.BOOK, Multilingual.of({"en": "T"}))
    assert decode(json.dumps(json.loads(encode(record)) | {"origin": "a.bib"})) == record


def test_what_is_not_stated_takes_no_room() -> None:
    record = Record("a", RecordType.BOOK, Multilingual.of({"en": "T"}), origin=Origin("a.bib", 3))
    assert json.loads(encode(record)).keys() == {"key", "type", "title"}


def test_an_entry_that_only_moved_is_encoded_alike() -> None:
    encoded = {
        encode(Record("a", RecordType.BOOK, Multilingual.of("T"), origin=place))
        for place in (Origin("a.bib", 3), Origin("a.bib", 9), Origin("b.bib", 3))
    }
    assert len(encoded) == 1
