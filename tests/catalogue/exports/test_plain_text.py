"""Plain text: what a person sees of a record, and lists of citations."""

from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.exports.plain_text import PLAIN_TEXT, write
from catalogue.exports.registry import Options, by_suffix
from catalogue.model import Keyword, Multilingual, Record, RecordType, Text
from tests.strategies import records

RECORD = Record(
    "doe 1",
    RecordType.BOOK,
    Multilingual.of({"en": "Roads", "ru": "Дороги"}),
    abstract=Multilingual.of({"en": "One.\n\nTwo.", "ru": "Раз."}),
    keywords=(Keyword(Text("roads")), Keyword(Text("bridges, old"))),
    languages=("en",),
)


def written(*own: Record, **options: object) -> str:
    return "".join(write(own, Options(**options)))


def test_the_format_is_found_by_its_suffix() -> None:
    assert by_suffix(".txt") is PLAIN_TEXT


def test_a_record() -> None:
    assert written(RECORD, base_url="https://c.example") == (
        "Roads.\nhttps://c.example/publications/doe%201\n\nroads; bridges, old\n\nOne.\n\nTwo.\n\n\n"
    )


def test_a_record_of_which_only_the_title_is_known() -> None:
    assert written(Record("k", RecordType.MISC, Multilingual.of("Roads"))) == "Roads.\n\n\n"


def test_texts_are_in_the_language_asked_for() -> None:
    assert written(RECORD, asked="ru") == "Дороги.\n\nroads; bridges, old\n\nРаз.\n\n\n"


@settings(max_examples=20)
@given(st.lists(records(), max_size=3))
def test_two_empty_lines_end_every_record(own: list[Record]) -> None:
    assert written(*own).count("\n\n\n") == len(own)


def test_citations_stand_alone() -> None:
    assert written(RECORD, RECORD, cite=lambda own: (Text(f"{record.key}\n(cited)") for record in own)) == (
        "doe 1 (cited)\n\ndoe 1 (cited)\n\n"
    )


def test_records_are_written_one_by_one() -> None:
    assert next(write(iter([RECORD, RECORD]), Options())) == written(RECORD)
