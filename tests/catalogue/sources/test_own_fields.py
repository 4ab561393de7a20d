"""The list of the catalogue's own fields is whole, and what it shows is read as it stands."""

import re
from pathlib import Path

import pytest

from catalogue.exports.bibtex_house import dbx
from catalogue.model import Link
from catalogue.sources.bibtex_people import KINDS
from tests.library_records import records_and_problems

TEXT = (Path(__file__).parents[3] / "data" / "FIELDS.md").read_text(encoding="utf-8")
OWN = TEXT.partition("## The catalogue's own fields")[2].partition("\n## ")[0]
EXAMPLES = re.findall(r"`([a-z][\w+:-]*) = (\{[^`]*\})`", OWN)
DECLARED = re.findall(r"DeclareDatamodelFields\[.*?\]\{%\n(.*?)\}", dbx(), re.DOTALL)
HOUSE = sorted({name.strip() for block in DECLARED for name in block.split(",") if "_" not in name})


def shown(field: str) -> bool:
    """Whether the list has an example of a field."""
    return any(name == field for name, _ in EXAMPLES)


@pytest.mark.parametrize("field", HOUSE)
def test_every_field_that_a_full_export_declares_is_listed(field: str) -> None:
    assert shown(field)


@pytest.mark.parametrize("kind", sorted({*KINDS, "affiliation"}))
def test_every_annotation_is_listed(kind: str) -> None:
    assert shown(f"author+an:{kind}") or shown(f"title+an:{kind}")


@pytest.mark.parametrize(("field", "value"), EXAMPLES)
def test_what_is_listed_is_read_without_a_word(field: str, value: str) -> None:
    people = "" if field == "author" else "author = {Berg, Anna}, author+an:affiliation = {1={A}}, "
    if field.startswith("author+an:affiliation"):
        people = "author = {Berg, Anna}, "
    date = "" if field in ("issued", "pubstate") else "date = 2020, "
    written = value.replace("…", "Berg, Anna")
    language = "" if field == "langid" else "langid = {english}, "
    source = f"@misc{{k, title = {{T}}, {people}{date}{language}{field} = {written}}}"
    (_,), problems = records_and_problems(source)
    assert problems == []


@pytest.mark.parametrize(
    "written",
    [
        "Slides:https://example.org/a:b",
        r"Slides:https\://example.org/a\:b",
        "Slides: https://example.org/a:b",
    ],
)
def test_the_colons_of_a_link_may_be_escaped_and_need_not(written: str) -> None:
    (record,), _ = records_and_problems(
        f"@misc{{k, title = {{T}}, links = {{{written}; https://example.org}}}}"
    )
    assert record.links == (Link("https://example.org/a:b", "Slides"), Link("https://example.org"))
