"""What the YAML reader makes of a file, whole and broken."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.model import Problem, Severity
from catalogue.sources.raw import Place, RawEntry
from catalogue.sources.yaml import read


def entries(source: str) -> list[RawEntry]:
    return [item for item in read(source.encode(), "a.yaml") if isinstance(item, RawEntry)]


def problems(source: str) -> list[Problem]:
    return [item for item in read(source.encode(), "a.yaml") if isinstance(item, Problem)]


def problem(source: str) -> Problem:
    [found] = problems(source)
    return found


def value(source: str) -> object:
    """What the reader takes `source` for, to the right of `note:`."""
    [entry] = entries(f"- id: a\n  note: {source}\n")
    return next((field.value for field in entry.fields), None)


class TestScalars:
    @pytest.mark.parametrize(
        "source",
        ["no", "yes", "010", "12:30", "1.10", "2021-03-07", "0x1F", "1e3", ".inf", "true", "<<", "="],
    )
    def test_every_scalar_is_the_text_that_is_written(self, source: str) -> None:
        assert value(source) == source

    @pytest.mark.parametrize("source", ["", "~", "null"])
    def test_nothing_is_absent(self, source: str) -> None:
        assert value(source) is None

    @pytest.mark.parametrize("source", ["'null'", '"null"', "!!str null-ish"])
    def test_nothing_in_quotes_is_text(self, source: str) -> None:
        assert isinstance(value(source), str)

    def test_maps_and_lists_keep_their_shape(self) -> None:
        assert value("{en: [a, {b: 1}], ru: ~}") == {"en": ["a", {"b": "1"}], "ru": None}

    def test_a_tag_makes_no_object(self) -> None:
        assert value("!!python/object/apply:os.getcwd []") == []


class TestShapes:
    @pytest.mark.parametrize(
        "source",
        [
            "- id: a\n",
            "references:\n- id: a\n",
            "---\nnocite: '[@*]'\nreferences:\n  - id: a\n...\n",
            "---\nreferences:\n- id: a\n---\n",
            "---\n---\n- id: a\n",
            '[{"id": "a"}]',
            "\ufeff- id: a\r\n",
        ],
    )
    def test_a_list_alone_or_under_references(self, source: str) -> None:
        assert ([entry.key for entry in entries(source)], problems(source)) == (["a"], [])

    @pytest.mark.parametrize("source", ["", "---\n", "# nothing yet\n", "references:\n"])
    def test_an_empty_file_is_no_problem(self, source: str) -> None:
        assert list(read(source.encode(), "a.yaml")) == []

    @pytest.mark.parametrize("source", ["words", "id: a\ntitle: T\n", "references: words\n", "- words\n"])
    def test_anything_else_is_told_apart(self, source: str) -> None:
        assert problem(source).code == "yaml-shape"

    def test_an_entry_knows_its_place_key_and_type(self) -> None:
        [entry] = entries("# a comment\n- type: book\n  id: 010\n")
        assert (entry.syntax, entry.key, entry.type, entry.place) == ("csl", "010", "book", Place(2, 3))

    def test_a_field_knows_its_place(self) -> None:
        [entry] = entries("- id: a\n\n  title: T\n")
        assert entry.fields[0].place == Place(3, 3)

    def test_an_entry_without_an_id_has_an_empty_key(self) -> None:
        assert entries("- title: T\n")[0].key == ""


BROKEN = {
    "an unclosed quote": "  title: 'T\n",
    "a colon": "  title: T: an essay\n",
    "an unclosed bracket": "  author: [{family: A}\n",
    "a tab": "\ttitle: T\n",
    "a control character": "  title: \x07\n",
    "an asterisk": "  title: *very* good\n",
    "an alias": "  title: *other\n",
    "a repeated name": "  title: T\n  title: U\n",
    "a name that is a list": "  ? [a]\n  : b\n",
}


class TestBrokenEntries:
    @pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
    @pytest.mark.parametrize("head", ["", "references:\n", "---\nreferences:\n"])
    def test_one_costs_only_itself(self, broken: str, head: str) -> None:
        source = f"{head}- id: first\n  title: T\n- id: second\n{broken}- id: third\n  title: T\n"
        assert [entry.key for entry in entries(source)] == ["first", "third"]

    @pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
    def test_its_problem_is_an_error_that_names_line_and_key(self, broken: str) -> None:
        found = problem(f"- id: first\n  title: T\n- id: second\n{broken}- id: third\n  title: T\n")
        assert (found.severity, found.key) == (Severity.ERROR, "second")
        assert 4 <= found.line <= 5

    @pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
    def test_its_problem_tells_what_to_do(self, broken: str) -> None:
        assert problem(f"- id: second\n{broken}").advice

    def test_a_tab_is_called_a_tab(self) -> None:
        assert "tabs" in problem("- id: second\n\ttitle: T\n").advice

    @given(st.integers(0, 99))
    def test_any_of_many_may_be_broken(self, number: int) -> None:
        lines = [f"- id: k{own}\n  title: T\n" for own in range(100)]
        lines[number] = f"- id: k{number}\n  title: 'T\n"
        source = "".join(lines)
        found = problem(source)
        assert (found.line, found.column, len(entries(source))) == (2 * number + 2, 10, 99)

    def test_a_hyphen_inside_a_block_of_text_begins_no_entry(self) -> None:
        source = "- id: a\n  note: |\n    - one\n    - two\n- id: b\n  note: 'x\n"
        assert [entry.fields[0].value for entry in entries(source)] == ["- one\n- two\n"]


class TestWhatYamlWouldHide:
    def test_an_alias_is_an_error_at_its_place(self) -> None:
        found = problem("- id: a\n  title: &t T\n- id: b\n  title: *t\n")
        assert (found.code, found.line, found.column) == ("yaml-alias", 4, 10)

    def test_an_entry_that_is_an_alias_is_an_error(self) -> None:
        source = "- &one\n  id: a\n- *one\n- id: b\n"
        assert ([entry.key for entry in entries(source)], problem(source).line) == (["a", "b"], 3)

    def test_aliases_are_never_multiplied_out(self) -> None:
        levels = "".join(f"  l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]\n" for n in range(1, 12))
        assert problem(f"- id: a\n  l0: &l0 [x]\n{levels}").code == "yaml-alias"

    def test_an_anchor_alone_does_no_harm(self) -> None:
        assert entries("- id: a\n  title: &t T\n")[0].fields[0].value == "T"

    def test_a_second_document_is_an_error_at_its_place(self) -> None:
        source = "- id: a\n---\n- id: b\n"
        assert ([entry.key for entry in entries(source)], problem(source).code, problem(source).line) == (
            ["a"],
            "yaml-document",
            3,
        )

    @pytest.mark.parametrize("opener", ["[", "{a: ", "- "])
    def test_depth_is_bounded(self, opener: str) -> None:
        assert problem(opener * 50_000).code == "yaml-syntax"


def test_another_encoding_is_read_and_warned_about() -> None:
    items = list(read("- id: a\n  title: Миграция\n".encode("cp1251"), "a.yaml"))
    assert [item.code for item in items if isinstance(item, Problem)] == ["encoding"]
    assert [item.fields[0].value for item in items if isinstance(item, RawEntry)] == ["Миграция"]


def nested(inner: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3)


JSON = st.recursive(st.text(), nested, max_leaves=8)


@given(st.dictionaries(st.text().filter(lambda name: name not in ("id", "type")), JSON, max_size=4))
def test_json_is_read_as_json(fields: dict[str, object]) -> None:
    source = json.dumps([{"id": "a"} | fields])
    [entry] = entries(source)
    assert {field.name: field.value for field in entry.fields} == fields


@given(st.text())
def test_no_text_raises(source: str) -> None:
    assert all(isinstance(item, (RawEntry, Problem)) for item in read(source.encode(), "a.yaml"))


@given(st.binary())
def test_no_bytes_raise(content: bytes) -> None:
    assert all(isinstance(item, (RawEntry, Problem)) for item in read(content, "a.yaml"))
