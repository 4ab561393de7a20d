"""CSL-YAML, read back by the catalogue itself, by pandoc and by another reader of YAML."""

import json
import subprocess

import pypandoc
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.exports import csl_json
from catalogue.exports.csl_markdown import to_markdown
from catalogue.exports.csl_yaml import CSL_YAML, dump, write
from catalogue.exports.registry import Options, by_suffix
from catalogue.model import Identifier, Link, Mark, MarkKind, Multilingual, Record, RecordType, Scheme, Text
from catalogue.sources.csl_text import to_text
from tests.catalogue.exports.test_csl_json import LIBRARY, read
from tests.library_records import library_records
from tests.strategies import records

AMBIGUOUS = [
    "no",
    "Yes",
    "ON",
    "y",
    "010",
    "0o17",
    "0x1F",
    "12:30",
    "1e3",
    "1_000",
    ".5",
    "-1",
    "+2",
    "~",
    "null",
]
AMBIGUOUS += ["NaN", ".inf", "2021-03-07", "2021", "=", "<<", "true", ""]


def written(*own: Record) -> str:
    return "".join(write(own, Options()))


def pandoc(source: str, syntax: str) -> list[dict]:
    """The items that pandoc finds."""
    command = [pypandoc.get_pandoc_path(), "-f", syntax, "-t", "csljson"]
    run = subprocess.run(command, input=source, capture_output=True, text=True, check=True)
    return [_comparable(item) for item in json.loads(run.stdout)]


def _comparable(item: dict) -> dict:
    """Without what pandoc reads otherwise in JSON: it takes variables out of notes, and words for no date."""
    kept = {name: value for name, value in item.items() if name not in ("note", "number")}
    if item.get("issued", {}).get("date-parts", [])[:1] in ([], [[0]]):
        kept.pop("issued", None)
    return kept


def test_the_format_is_found_by_its_suffix() -> None:
    assert by_suffix(".csl.yaml") is CSL_YAML


@pytest.mark.parametrize("record", LIBRARY, ids=lambda own: own.key)
def test_what_csl_has_is_read_back(record: Record) -> None:
    assert read(written(record)) == [record]


def test_the_library_is_read_as_from_csl_json() -> None:
    library = library_records()

    assert read(written(*library)) == read("".join(csl_json.write(library, Options())))


@settings(max_examples=20)
@given(st.lists(records(), max_size=2))
def test_every_record_is_one_item(own: list[Record]) -> None:
    assert [item["id"] for item in yaml.safe_load(written(*own))["references"]] == [one.key for one in own]


def test_pandoc_reads_what_it_reads_of_csl_json() -> None:
    library = [*LIBRARY, *{record.key: record for record in library_records()}.values()]
    source = "".join(csl_json.write(library, Options()))

    assert pandoc(f"---\n{written(*library)}---\n", "markdown-smart") == pandoc(source, "csljson")


@pytest.mark.parametrize("value", AMBIGUOUS)
def test_what_looks_like_another_type_stands_in_quotes(value: str) -> None:
    assert dump([value])[2] in "'\""


@given(st.text() | st.text(st.sampled_from("a \n\r\t\x0b\x1c\x85\u2028-:#'\"|>"), max_size=8))
def test_a_string_stays_a_string(value: str) -> None:
    assert yaml.safe_load(dump([value])) == [value]


def test_paragraphs_stand_apart() -> None:
    assert dump(["First.\n\nSecond."]) == "- |-\n  First.\n\n  Second.\n"


def test_addresses_and_identifiers_are_read_back() -> None:
    record = Record(
        "k",
        RecordType.BOOK,
        Multilingual.of("T"),
        identifiers=(Identifier(Scheme.DOI, "10.1000/a_b_(2)*c*"),),
        links=(Link("https://example.org/~a/_b_?c=1&amp;d=$e$"),),
    )

    (again,) = read(written(record))

    assert (again.identifiers, again.links) == (record.identifiers, record.links)


@pytest.mark.parametrize(
    ("csl", "markdown"),
    [
        ("<i>Homo sapiens</i>.", "*Homo sapiens*."),
        ("a<i>b</i>c", "a<i>b</i>c"),
        ("<i>H<sub>2</sub>O</i>", "<i>H~2~O</i>"),
        ("<b>x</b>", "**x**"),
        ("x<sup>2</sup>", "x^2^"),
        ("x<sup>a b</sup>", "x<sup>a b</sup>"),
        ('<span class="nocase">EU</span>', "[EU]{.nocase}"),
        ("$x_1^2$", "$x_1^2$"),
        ("$5 and $6", r"\$5 and \$6"),
        ("a_b _c_ [d] @e", r"a_b \_c\_ \[d\] \@e"),
        ("R&D &amp; x", r"R&D \&amp; x"),
        ("a < b <c>", r"a < b \<c>"),
        ("1. First", r"1\. First"),
        ("10.1000/x", "10.1000/x"),
        ("# one\n\n> two\n\n- three", "\\# one\n\n\\> two\n\n\\- three"),
        ("a--b...", r"a\--b\..."),
    ],
)
def test_markdown_is_written_where_it_means_one_thing(csl: str, markdown: str) -> None:
    assert to_markdown(csl) == markdown


WORDS = st.lists(
    st.sampled_from(["Homo", "a_b", "*", "2*3", "_x_", "[z]", "#", "R&D", "ән", "x^2", "~", "50%"])
)


@given(
    WORDS.map(" ".join).filter(bool),
    st.sampled_from([kind for kind in MarkKind if kind is not MarkKind.MATH]),
)
def test_marked_text_is_read_again(plain: str, kind: MarkKind) -> None:
    text = Text(f"{plain} {plain}", (Mark(kind, 0, len(plain)),))

    assert to_text(to_markdown(csl_json.markup(text))) == text


def test_records_are_written_one_by_one() -> None:
    assert next(write(iter([*LIBRARY, *LIBRARY]), Options())) == written(LIBRARY[0])


def test_nothing_is_an_empty_list() -> None:
    assert yaml.safe_load(written()) == {"references": []}
