"""What the BibTeX reader makes of a file, whole and broken."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database.input.bibtex import Parser, month_names

from catalogue.model import Problem, Severity
from catalogue.sources.bibtex import read
from catalogue.sources.raw import Place, RawEntry, RawString, StringReference
from tests.corpora import CORPORA, needs_corpora


def entries(source: str) -> list[RawEntry]:
    return [item for item in read(source.encode(), "a.bib") if isinstance(item, RawEntry)]


def entry(source: str) -> RawEntry:
    [found] = entries(source)
    return found


def value(source: str) -> object:
    """What the reader takes `source` for, to the right of an equals sign."""
    [field] = entry(f"@misc{{key,\n  title = {source}\n}}").fields
    return field.value


def problems(source: str) -> list[Problem]:
    return [item for item in read(source.encode(), "a.bib") if isinstance(item, Problem)]


def problem(source: str) -> Problem:
    [found] = problems(source)
    return found


class TestEntries:
    def test_types_and_field_names_are_in_lower_case_and_keys_as_written(self) -> None:
        found = entry("@ARTICLE{Key:1/A, Title = {T}}")
        assert (found.type, found.key, found.fields[0].name) == ("article", "Key:1/A", "title")

    def test_an_entry_and_its_fields_know_their_places(self) -> None:
        found = entry("% Notes\n\n  @misc{key,\n    title = {T}, year\n  = 2020\n}")
        assert [found.place, *(field.place for field in found.fields)] == [
            Place(3, 3),
            Place(4, 5),
            Place(4, 18),
        ]

    def test_places_are_true_behind_a_value_of_many_lines(self) -> None:
        found = entry("@misc{key,\n  abstract = {One \\\\\ntwo \\\n\nthree},\n  year = 2020}")
        assert found.fields[1].place == Place(6, 3)

    def test_the_path_is_the_one_given(self) -> None:
        [found] = read(b"@misc{key, title = {T}}", "2025/new.bib")
        assert isinstance(found, RawEntry)
        assert found.path == "2025/new.bib"

    def test_parentheses_delimit_as_well_as_braces(self) -> None:
        found = entry("@misc(key, title = {A (short) title}, year = 2020)")
        assert [field.value for field in found.fields] == [("A (short) title",), ("2020",)]

    def test_a_comma_may_stand_behind_the_last_field(self) -> None:
        assert len(entry("@misc{key, title = {T},}").fields) == 1

    def test_an_entry_without_fields_is_read(self) -> None:
        assert entry("@misc{key}").fields == ()

    @pytest.mark.parametrize("head", ["@ misc{key,", "@misc {key,", "@misc\n{key,", "@\nmisc{ key ,"])
    def test_space_around_the_type_is_no_matter(self, head: str) -> None:
        assert entry(f"{head} title = {{T}}}}").key == "key"

    def test_entries_may_share_a_line(self) -> None:
        found = entries("@misc{a, title = {A}} @misc{b, title = {B}}")
        assert [each.key for each in found] == ["a", "b"]

    def test_both_entries_of_one_key_are_read(self) -> None:
        found = entries("@misc{a, title = {First}}\n@misc{a, title = {Second}}")
        assert [each.fields[0].value for each in found] == [("First",), ("Second",)]

    def test_crlf_and_a_byte_order_mark_leave_no_trace(self) -> None:
        plain, windows = "@misc{a,\n  title = {One\ntwo}\n}", "\ufeff@misc{a,\r\n  title = {One\r\ntwo}\r\n}"
        assert entries(windows) == entries(plain)


class TestValues:
    @pytest.mark.parametrize("source", ["{A title}", '"A title"', '{A} # " title"', '"A "#{title}'])
    def test_literals(self, source: str) -> None:
        pieces = value(source)
        assert isinstance(pieces, tuple)
        assert "".join(map(str, pieces)) == "A title"

    def test_a_number_needs_no_delimiter(self) -> None:
        assert value("2020") == ("2020",)

    def test_a_name_is_a_reference_in_lower_case(self) -> None:
        assert value('"1~" # Jan') == ("1~", StringReference("jan"))

    @pytest.mark.parametrize(
        "text",
        [
            "a {b, c = {d}} e",
            "LeQua @ {CLEF}",
            "As the manual says:\n@param{x} is the first\n  @1{}",
            "mail@example.org (work)",
            r"ends with \\",
            r"50\% {\"o} \{x\}",
            "100% of it",
            "a\n\n  b",
            'the "quoted", word',
            "#1 = one",
            "",
        ],
    )
    def test_what_braces_hold_is_left_as_it_is(self, text: str) -> None:
        assert value("{" + text + "}") == (text,)

    @pytest.mark.parametrize(
        "text", ['a {"}b{"}', 'a {"b", c} d', r"{\"U}ber, all", "a {b} c", "f(x) = y, z"]
    )
    def test_what_quotes_hold_is_left_as_it_is(self, text: str) -> None:
        assert value(f'"{text}"') == (text,)

    def test_a_value_of_several_bare_words_is_kept_with_a_warning(self) -> None:
        assert value("A bare title") == ("A bare title",)

    def test_an_empty_value_is_empty(self) -> None:
        assert value("") == ("",)


class TestStrings:
    def test_a_string_is_read_with_its_references(self) -> None:
        [found] = read(b'@String{JCR = "Journal of " # colour # { research}}', "a.bib")
        assert found == RawString(
            "jcr", ("Journal of ", StringReference("colour"), " research"), "a.bib", Place(1, 1)
        )

    def test_a_string_may_stand_in_parentheses(self) -> None:
        [found] = read(b'@string(a = "b)c")', "a.bib")
        assert isinstance(found, RawString)
        assert found.value == ("b)c",)

    def test_both_definitions_of_one_name_are_read(self) -> None:
        assert len(list(read(b"@string{a = {x}}\n@string{a = {y}}", "a.bib"))) == 2


class TestWhatIsNoEntry:
    @pytest.mark.parametrize(
        "prose",
        [
            "Write to someone@example.org, or @ home {or so}.",
            "someone@example{x} said",
            "@comment{jabref-meta: databaseType:bibtex;}",
            '@preamble{"\\newcommand{\\noop}[1]{}"}',
            "@comment{ never closed",
            "% @misc{out, title = {Commented out}} @misc{too, title = {Out}}",
        ],
    )
    def test_it_passes_in_silence(self, prose: str) -> None:
        found = list(read(f"{prose}\n\n@misc{{key, title = {{T}}}}".encode(), "a.bib"))
        assert [getattr(item, "key", item) for item in found] == ["key"]

    def test_a_comment_may_stand_between_fields(self) -> None:
        found = entry(
            "@misc{key, % the key, of course\n title = {50% {T}}, % {the title\n % year = 1\n year = 2}"
        )
        assert [field.value for field in found.fields] == [("50% {T}",), ("2",)]

    def test_a_field_commented_out_is_left_out(self) -> None:
        found = entry("@misc{key,\n title = {T},\n %year = {1},\n note = {N}\n}")
        assert [field.name for field in found.fields] == ["title", "note"]


FAULTS = {
    "an unclosed brace": "@misc{bad,\n  title = {A {B},\n  year = 2020\n}",
    "an unclosed quote": '@misc{bad,\n  title = "A,\n  year = 2020\n}',
    "no closing brace": "@misc{bad,\n  title = {A},\n  year = 2020\n",
    "no equals sign": "@misc{bad,\n  title {A},\n  year = 2020\n}",
    "no key": "@misc{title = {A},\n  year = 2020\n}",
    "two commas": "@misc{bad,\n  title = {A},,\n  year = 2020\n}",
    "the wrong delimiter": "@misc{bad,\n  title = {A}\n)",
    "nothing": "@misc{",
}
NEIGHBOURS = (
    "@misc{{before, title = {{B}}}}\n\n{}\n\n@misc{{after, title = {{A}}, note = {{see @ {{this}}}}}}\n"
)


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
class TestAFault:
    def test_it_costs_no_other_entry(self, fault: str) -> None:
        assert [found.key for found in entries(NEIGHBOURS.format(fault))] == ["before", "after"]

    def test_it_is_one_error_at_the_entry(self, fault: str) -> None:
        found = problem(NEIGHBOURS.format(fault))
        assert (found.severity, found.line, found.column) == (Severity.ERROR, 3, 1)

    def test_it_is_explained(self, fault: str) -> None:
        found = problem(fault)
        assert found.message
        assert found.advice


class TestProblems:
    def test_an_unclosed_brace_among_a_thousand_entries_costs_one(self) -> None:
        sources = [f"@misc{{key{n},\n  title = {{Title {n}}},\n  year = {{2020}},\n}}\n" for n in range(1000)]
        sources[500] = sources[500].replace("500}", "500")
        found = list(read("\n".join(sources).encode(), "a.bib"))
        assert next(item for item in found if isinstance(item, Problem)).place == "a.bib:2501:1"
        assert [item.key for item in found if isinstance(item, RawEntry)] == [
            f"key{n}" for n in range(1000) if n != 500
        ]

    def test_an_unclosed_brace_is_named_with_its_field_and_key(self) -> None:
        found = problem("@misc{key,\n  title = {T},\n  note = {N\n}\n")
        assert ("`note` (3:3)" in found.message, found.key) == (True, "key")

    def test_of_a_repeated_field_the_first_counts_with_a_warning_at_the_second(self) -> None:
        source = "@misc{key,\n  title = {One},\n  Title = {Two}\n}"
        assert [field.value for field in entry(source).fields] == [("One",)]
        assert (problem(source).code, problem(source).line) == ("duplicate-field", 3)

    def test_a_missing_comma_costs_nothing_but_a_warning(self) -> None:
        source = "@misc{key,\n  title = {T}\n  year = 2020\n  note = {N}\n}"
        assert [(field.name, field.place.line) for field in entry(source).fields] == [
            ("title", 2),
            ("year", 3),
            ("note", 4),
        ]
        assert [(found.code, found.line) for found in problems(source)] == [
            ("missing-comma", 3),
            ("missing-comma", 4),
        ]

    def test_a_brace_too_many_is_told_by_the_field_left_outside(self) -> None:
        found = problem("@misc{key,\n  title = {T}},\n  year = {2020}\n}\n")
        assert (found.code, found.key, found.line) == ("text-outside", "key", 2)

    def test_text_beside_a_value_is_warned_about(self) -> None:
        assert problem("@misc{key, title = {A} and more}").code == "stray-text"

    def test_a_type_that_is_no_word_is_warned_about(self) -> None:
        assert problem("@on-line{key, title = {T}}").code == "unread-entry"

    def test_an_entry_without_its_at_is_told_from_prose(self) -> None:
        found = problem("See set{a, b}.\n\narticle{key,\n  title = {T},\n}\n")
        assert (found.code, found.line, "`@article{`" in found.advice) == ("unread-entry", 3, True)


NAMES = st.from_regex(r"[a-z][a-z0-9-]{0,5}", fullmatch=True)
TEXTS = st.recursive(
    st.text(st.sampled_from("aБ1 \n,=#@()%'-"), max_size=6),
    lambda inner: st.lists(inner | st.just('"'), max_size=3).map(lambda parts: "{" + "".join(parts) + "}"),
)
LITERALS = st.builds("{{{}}}".format, TEXTS) | st.builds('"{}"'.format, TEXTS)
VALUES = st.lists(LITERALS | st.just("jan") | st.integers(0, 99).map(str), min_size=1, max_size=3).map(
    " # ".join
)
FIELDS = st.dictionaries(NAMES, VALUES, max_size=4)


@given(st.dictionaries(NAMES, FIELDS, max_size=3), st.booleans())
def test_well_formed_files_are_read_as_pybtex_reads_them(
    library: dict[str, dict[str, str]], parens: bool
) -> None:
    opening, closing = "()" if parens else "{}"
    blocks = [
        f"@misc{opening}{key},\n"
        + ",\n".join(f"{name} = {text}" for name, text in fields.items())
        + f"\n{closing}\n"
        for key, fields in library.items()
    ]
    source = "\n".join(blocks)
    theirs = Parser(person_fields=[]).parse_string(source).entries
    strings = {name.lower(): text for name, text in month_names.items()}
    ours = {
        item.key: {
            field.name: " ".join(
                "".join(
                    piece if isinstance(piece, str) else strings[piece.name] for piece in field.value
                ).split()
            )
            for field in item.fields
        }
        for item in entries(source)
    }
    assert ours == {key: dict(other.fields) for key, other in theirs.items()}


@needs_corpora
class TestRealFiles:
    def test_a_bibliography_in_seven_files_is_read_whole(self) -> None:
        found = [
            item for path in CORPORA.glob("bib/iridia/*.bib") for item in read(path.read_bytes(), path.name)
        ]
        assert Counter(map(type, found)) == {RawEntry: 3305, RawString: 1872}

    def test_a_thousand_entries_that_are_not_escaped_raise_no_problem(self) -> None:
        found = list(read((CORPORA / "bench_1k.bib").read_bytes(), "bench_1k.bib"))
        assert [type(item) for item in found] == [RawEntry] * 1000

    @pytest.mark.parametrize("name", ["encoding1.bib", "encoding3.bib", "encoding4.bib"])
    def test_latin_1_is_told(self, name: str) -> None:
        content = (CORPORA / "bib/biber/t/tdata" / name).read_bytes()
        assert [item.code for item in read(content, name) if isinstance(item, Problem)] == ["encoding"]


def test_a_name_with_text_before_it_is_warned_about() -> None:
    found = problem("@misc{key,\n  stray title = {T}\n}")
    assert (found.code, found.subject) == ("stray-text", "title")


def test_a_string_with_text_behind_it_is_warned_about() -> None:
    assert problem("@string{a = {x} y}").code == "stray-text"


def test_an_escaped_brace_counts_where_only_that_makes_sense() -> None:
    text = "@book{a,\n title = {A na\\{i}ve view},\n year = 2020\n}\n@book{b,\n title = {Sets \\{x\\}}\n}"
    found = list(read(text.encode(), "x.bib"))
    assert [(entry.key, entry.fields[0].value) for entry in found if isinstance(entry, RawEntry)] == [
        ("a", ("A na\\{i}ve view",)),
        ("b", ("Sets \\{x\\}",)),
    ]
    assert len(found) == 2
