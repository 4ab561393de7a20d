"""Files of concepts, and what is told of their faults."""

import pytest

from catalogue.concept_files import gathered
from catalogue.concepts import Concepts
from catalogue.model import Problem, Severity
from catalogue.sources.yaml import YamlFaultError
from catalogue.stated_files import read


def concepts(*texts: str) -> tuple[Concepts, tuple[Problem, ...]]:
    return gathered(read(f"concepts/{number}.yaml", text.encode()) for number, text in enumerate(texts, 1))


def test_labels_are_a_list_or_one_text_by_language() -> None:
    found, problems = concepts("wall:\n  en: [wall, rampart]\n  ru: стена\n  note: a remark\nsource: ours\n")
    assert problems == ()
    assert [(own.key, dict(own.labels)) for own in found.entries] == [
        ("wall", {"en": ("wall", "rampart"), "ru": ("стена",)})
    ]


def test_concepts_of_all_files_are_one_list() -> None:
    found, problems = concepts("wall: {en: wall}", "", "door: {en: door}")
    assert ([own.key for own in found.entries], problems) == (["wall", "door"], ())


def test_letters_are_repaired_as_those_of_records_are() -> None:
    found, _ = concepts("knowledge: {kk: [бiлiм]}")  # with a Latin i
    assert found.of_label("білім", "kk") is not None


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("- wall", "1:1", "The file does not name concepts"),
        ("door: {en: door}\nWall: {en: wall}", "2:1", "'Wall' is not the key of a concept"),
        ("wall: [wall]", "1:1", "'wall' has no labels by language"),
        ("wall: {note: none}", "1:1", "'wall' has no label"),
        ("wall: {en: []}", "1:1", "'wall' has no label"),
        ("source: {en: source}", "1:1", "'source' is no key of a concept"),
    ],
)
def test_a_concept_that_cannot_be_used_is_left_out(text: str, place: str, message: str) -> None:
    found, problems = concepts(text)
    assert found.get("wall") is None
    assert [(p.severity, p.place, message in p.message, bool(p.advice)) for p in problems] == [
        (Severity.ERROR, f"concepts/1.yaml:{place}", True, True)
    ]


@pytest.mark.parametrize(
    ("text", "place", "message", "advice"),
    [
        ("wall:\n  en: wall\n  kz: қабырға", "3:3", "No language has the code 'kz'", "Write `kk`"),
        ("wall:\n  en: [wall, '…']", "2:14", "is to be a text with letters", "Write one"),
        ("wall:\n  en: [wall, {a: b}]", "2:14", "is to be a text with letters", "Write one"),
        (
            "gate: {en: Gate}\nwall:\n  en: [wall, gate]",
            "3:14",
            "also one of the concept 'gate'",
            "Take it out",
        ),
    ],
)
def test_a_label_that_cannot_be_used_costs_itself(text: str, place: str, message: str, advice: str) -> None:
    found, problems = concepts(text)
    wall = found.get("wall")
    assert wall is not None
    assert dict(wall.labels) == {"en": ("wall",)}
    assert [(p.severity, p.place, message in p.message, advice in p.advice) for p in problems] == [
        (Severity.WARNING, f"concepts/1.yaml:{place}", True, True)
    ]


def test_a_label_may_be_of_two_concepts_in_two_languages() -> None:
    found, problems = concepts("gift: {en: gift}\npoison: {de: Gift}")
    assert problems == ()
    assert [own.key for own in found.entries] == ["gift", "poison"]


def test_a_concept_written_twice_is_told_of_at_the_second_place() -> None:
    found, problems = concepts("wall: {en: wall}", "door: {en: door}\nwall: {ru: стена}")
    wall = found.get("wall")
    assert wall is not None
    assert dict(wall.labels) == {"en": ("wall",)}
    assert [(p.place, "concepts/1.yaml" in p.message) for p in problems] == [("concepts/2.yaml:2:1", True)]


def test_a_file_that_is_no_yaml_is_a_fault() -> None:
    with pytest.raises(YamlFaultError, match="cannot be read"):
        read("concepts/a.yaml", b"wall: {en: [wall}")
