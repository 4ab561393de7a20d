"""Four habits of the region in one entry: each is warned about where it stands, and the record is right."""

import pytest

from catalogue.model import Name, Problem, Record, Severity
from tests.catalogue.conftest import Desk

ENTRY = """@article{nazarbayev-2021,
  author   = {Назарбаев Н.А.},
  title    = {Адам капиталы және бiлiм},
  title_kz = {Адам капиталы},
  langid   = {russian},
  keywords = {education; human capital},
  journal  = {Хабаршы},
  year     = {2021},
}
"""


@pytest.fixture
def published(desk: Desk) -> tuple[Record, dict[int, Problem]]:
    desk.write("a.bib", ENTRY)
    warnings = {p.line: p for p in desk.build().problems if p.severity is Severity.WARNING}
    record = desk.record("nazarbayev-2021")
    assert record is not None
    return record, warnings


@pytest.mark.parametrize(
    ("line", "repair"),
    [(2, "Назарбаев, Н. А."), (3, "білім"), (4, "title_kk"), (6, "education, human capital")],
)
def test_each_is_warned_about_with_its_repair(
    published: tuple[Record, dict[int, Problem]], line: int, repair: str
) -> None:
    problem = published[1][line]
    assert repair in problem.message + problem.advice


def test_a_sentence_ends_with_one_stop(published: tuple[Record, dict[int, Problem]]) -> None:
    assert published[1][2].message.endswith("comma: Назарбаев Н.А.")


def test_the_record_is_right(published: tuple[Record, dict[int, Problem]]) -> None:
    record, _ = published
    assert record.contributors[0].name == Name(family="Назарбаев", given="Н. А.")
    assert {tag: text.plain for tag, text in record.title} == {
        "ru": "Адам капиталы және білім",
        "kk": "Адам капиталы",
    }
    assert [keyword.text.plain for keyword in record.keywords] == ["education", "human capital"]


@pytest.mark.parametrize("typed", ["білім", "бiлiм", "title:бiлiм", '"және бiлiм"'])
def test_the_repaired_word_is_found_however_it_is_typed(desk: Desk, typed: str) -> None:
    desk.write("a.bib", ENTRY)
    desk.build()
    assert desk.found(typed) == ["nazarbayev-2021"]
