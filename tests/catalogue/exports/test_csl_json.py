"""CSL-JSON, read back by the catalogue itself and by pandoc."""

import json
import shutil
import subprocess
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.exports.csl_json import item, markup, write
from catalogue.exports.csl_terms import SPECIFIC_TYPES, TYPES
from catalogue.exports.registry import Options
from catalogue.model import (
    Container,
    Contributor,
    Event,
    Identifier,
    Issued,
    Keyword,
    Link,
    Mark,
    MarkKind,
    Multilingual,
    Name,
    PartialDate,
    Record,
    RecordType,
    Role,
    Scheme,
    Season,
    Text,
)
from catalogue.schema import load
from catalogue.sources import csl_fields, yaml
from catalogue.sources.csl_record import to_data
from catalogue.sources.csl_text import to_text
from catalogue.sources.raw import RawEntry
from tests.strategies import records

needs_pandoc = pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc is not installed")


def english(plain: str, *marks: Mark) -> Multilingual:
    return Multilingual.of({"en": Text(plain, marks)})


ARTICLE = Record(
    "doe2021",
    RecordType.ARTICLE,
    english("Homo sapiens: H2O, C*-algebras", Mark(MarkKind.ITALIC, 0, 12), Mark(MarkKind.SUB, 15, 16)),
    abstract=english("Less than 5% < 10 & more."),
    keywords=(Keyword(Text("labour, paid"), "en"), Keyword(Text("water"), "en")),
    container=Container(english("Journal of Rivers"), short_title=english("J. Riv.")),
    contributors=(
        Contributor(Name("Doe", "Jane", "van der", "Jr")),
        Contributor(Name(literal="World Bank")),
        Contributor(Name("Ли", "Вера"), Role.TRANSLATOR),
    ),
    others=(Role.AUTHOR,),
    issued=Issued(PartialDate(2021, 3), PartialDate(2021, 5), circa=True),
    volume="12",
    issue="3",
    pages="101–119",
    article_number="e7",
    publisher=english("River Press"),
    place=english("Almaty"),
    identifiers=(Identifier(Scheme.DOI, "10.1000/abc"), Identifier(Scheme.ISSN, "1234-5679")),
    languages=("en",),
    links=(Link("https://example.org/a"),),
    note=english("In two parts."),
    visited=PartialDate(2022, 1, 2),
)
PAPER = Record(
    "lee2020",
    RecordType.INPROCEEDINGS,
    english("Talk"),
    container=Container(english("Proceedings")),
    event=Event(english("Conference"), english("Astana"), Issued(PartialDate(2020, 6))),
    contributors=(Contributor(Name("Lee", "B.")), Contributor(Name("Kim", "C."), Role.EDITOR)),
    issued=Issued(PartialDate(2020), open=True),
    pages="A-1–A-9",
    number="7",
    series=english("Notes"),
    identifiers=(Identifier(Scheme.ISBN, "9783161484100"),),
    languages=("en",),
)
THESIS = Record(
    "kim1999",
    RecordType.THESIS,
    english("Thesis"),
    contributors=(Contributor(Name("Kim", "C.")),),
    issued=Issued(PartialDate(1999), season=Season.AUTUMN),
    genre="phdthesis",
    institution=english("University"),
    languages=("en",),
)
LIBRARY = (ARTICLE, PAPER, THESIS)


def written(*own: Record) -> str:
    return "".join(write(own, Options()))


def read(source: str) -> list[Record]:
    raws = [raw for raw in yaml.read(source.encode(), "a.yaml") if isinstance(raw, RawEntry)]
    loaded = [load(to_data(raw), raw)[0] for raw in raws]
    return [record for record in loaded if record]


def pandoc(source: str, target: str) -> str:
    command = ["pandoc", "--standalone", "--wrap=none", "-f", "csljson", "-t", target]
    return subprocess.run(command, input=source, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("record", LIBRARY, ids=lambda own: own.key)
def test_what_csl_has_is_read_back(record: Record) -> None:
    assert read(written(record)) == [record]


@needs_pandoc
@pytest.mark.parametrize("target", ["csljson", "markdown"])
def test_pandoc_keeps_the_fields(target: str) -> None:
    assert read(pandoc(written(*LIBRARY), target)) == list(LIBRARY)


@needs_pandoc
def test_pandoc_finds_nothing_amiss() -> None:
    command = ["pandoc", "-f", "csljson", "-t", "csljson", "--fail-if-warnings"]
    done = subprocess.run(command, input=written(*LIBRARY), capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@settings(max_examples=50)
@given(st.lists(records(), max_size=3))
def test_any_records_are_an_array_of_json(own: list[Record]) -> None:
    assert [entry["id"] for entry in json.loads(written(*own))] == [record.key for record in own]


@settings(max_examples=50)
@given(records())
def test_an_item_states_nothing_empty(record: Record) -> None:
    assert all(item(record, (record.language, "en")).values())


PROSE = st.text("abcжқ éÉ中", min_size=1, max_size=6).map(str.strip).filter(bool)


@st.composite
def marked(draw: st.DrawFn) -> Text:
    """Words, each with at most two marks of prose."""
    plain, marks = "", []
    for word in draw(st.lists(PROSE.map(lambda own: " ".join(own.split())), min_size=1, max_size=4)):
        start = len(plain) + bool(plain)
        plain = f"{plain} {word}" if plain else word
        kinds = draw(st.lists(st.sampled_from(list(MarkKind)), max_size=2, unique=True))
        marks += [Mark(kind, start, len(plain)) for kind in kinds]
    return Text(plain, tuple(marks))


@given(marked())
def test_marks_survive_as_tags(text: Text) -> None:
    assert to_text(markup(text)) == text


@pytest.mark.parametrize("kind", RecordType)
def test_every_type_has_one_in_csl_that_the_reader_knows(kind: RecordType) -> None:
    assert TYPES[kind] in csl_fields.TYPES


@pytest.mark.parametrize(("types", "variable"), SPECIFIC_TYPES.items())
def test_types_with_a_genre_are_read_back(types: tuple[RecordType, str], variable: str) -> None:
    assert csl_fields.TYPES[variable] == types


def test_every_type_of_csl_that_the_reader_knows_is_written() -> None:
    assert csl_fields.TYPES.keys() - set(TYPES.values()) == set(SPECIFIC_TYPES.values()) | {"classic"}


@pytest.mark.parametrize(
    ("date", "csl"),
    [
        (Issued(PartialDate(-43)), {"date-parts": [[-44]]}),
        (Issued(PartialDate(0)), {"date-parts": [[-1]]}),
        (Issued(literal="forthcoming"), {"literal": "forthcoming"}),
        (Issued(end=PartialDate(2021)), {"literal": "/2021"}),
        (Issued(PartialDate(2021), open=True), {"date-parts": [[2021], [0]]}),
    ],
)
def test_dates_beyond_the_plain_ones(date: Issued, csl: dict[str, object]) -> None:
    assert item(replace(ARTICLE, issued=date), ())["issued"] == csl


def test_the_title_is_in_the_language_of_the_record() -> None:
    record = replace(ARTICLE, title=Multilingual.of({"en": "A", "ru": "Б"}), languages=("ru",))
    assert item(record, (record.language, "en"))["title"] == "Б"


def test_the_reader_s_language_counts_where_the_record_states_none() -> None:
    record = replace(ARTICLE, title=Multilingual.of({"en": "A", "ru": "Б"}), languages=())
    assert item(record, ("ru",))["title"] == "Б"


def test_a_subtitle_joins_its_title() -> None:
    record = replace(THESIS, subtitle=english("A study"))
    assert item(record, (record.language, "en"))["title"] == "Thesis: A study"
