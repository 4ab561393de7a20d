"""What every format in the registry keeps to."""

import json
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
import yaml
from lxml import etree

from catalogue.exports import Format, Options, formats
from catalogue.exports.registry import register
from catalogue.model import RecordType
from tests.catalogue.exports import hostile

HALF = "a\ud800b\udfff"
"""Two halves of surrogate pairs, which a string of Python can hold and UTF-8 cannot."""
CONTROLS = "a\x00b\x07\x1b\x7f\x85\u200f\u2028\ufeff\ufffe"
FORMS = [
    pytest.param(own, flavour, id=f"{own.name} {flavour}") for own in formats() for flavour in own.flavours
]
PARSERS: dict[str, Callable[[bytes], object]] = {
    "json": json.loads,
    "jsonld": json.loads,
    "xml": etree.fromstring,
    "yaml": yaml.safe_load,
}
"""By the last part of a suffix."""


def written(own: Format, flavour: str, value: str) -> bytes:
    """A record of each type, as a file."""
    options = Options(
        flavour, asked=value, base_url="https://example.org", grants={value: hostile.grant_of(value)}
    )
    records = [
        replace(hostile.record_of(value, kind), key=f"{value}{number}")
        for number, kind in enumerate(RecordType)
    ]
    return "".join(own.write(records, options)).encode()


@pytest.mark.parametrize(("own", "flavour"), FORMS)
def test_half_of_a_surrogate_pair_is_a_question_mark_or_nothing(own: Format, flavour: str) -> None:
    assert re.search(r"a(?:\{\}|\?|%3F)*b", written(own, flavour, HALF).decode())


@pytest.mark.parametrize("value", [HALF, CONTROLS], ids=["half", "controls"])
@pytest.mark.parametrize(
    ("own", "parse"),
    [
        pytest.param(own, PARSERS[ending], id=own.name)
        for own in formats()
        if (ending := own.suffix.rpartition(".")[2]) in PARSERS
    ],
)
def test_no_character_breaks_a_structure(own: Format, parse: Callable[[bytes], object], value: str) -> None:
    assert parse(written(own, own.flavours[0], value)) is not None


def test_a_name_or_a_suffix_is_taken_once() -> None:
    with pytest.raises(ValueError, match="is there already"):
        register(formats()[0])
