"""What crosses files: strings, inheritance, and keys that stand twice."""

from catalogue.model import Severity
from catalogue.resolve import Resolved, resolve
from catalogue.sources import bibtex


def resolved(**files: str) -> Resolved:
    """A library of BibTeX files; `b=…` is the file b.bib."""
    return resolve(item for name, text in files.items() for item in bibtex.read(text.encode(), f"{name}.bib"))


def fields(library: Resolved, key: str) -> dict[str, object]:
    entry = next(entry for entry in library.entries if entry.key == key)
    return {field.name: field.value for field in entry.fields}


def codes(library: Resolved) -> list[str]:
    return [problem.code for problem in library.problems]


def test_a_value_is_joined_from_its_pieces() -> None:
    library = resolved(a='@string{acl = "Proc. " # name}@string{name = {ACL}}@misc{k, note = acl # { 2021}}')
    assert fields(library, "k") == {"note": "Proc. ACL 2021"}


def test_a_string_of_another_file_is_known() -> None:
    library = resolved(a="@misc{k, publisher = mit}", b="@string{mit = {MIT Press}}")
    assert fields(library, "k") == {"publisher": "MIT Press"}


def test_a_file_prefers_its_own_string() -> None:
    library = resolved(a="@string{p = {Other}}", b="@string{p = {Own}}@misc{k, publisher = p}")
    assert fields(library, "k") == {"publisher": "Own"}
    assert codes(library) == []


def test_the_last_definition_above_an_entry_counts() -> None:
    library = resolved(a="@string{p = {One}}\n@misc{k, note = p}\n@string{p = {Two}}\n@misc{l, note = p}")
    assert (fields(library, "k"), fields(library, "l")) == ({"note": "One"}, {"note": "Two"})


def test_strings_elsewhere_that_differ_are_named() -> None:
    library = resolved(a="@string{p = {One}}", b="@string{p = {Two}}", c="@misc{k, note = p}")
    assert fields(library, "k") == {"note": "One"}
    assert [(p.code, p.path, p.line) for p in library.problems] == [("disputed-string", "b.bib", 1)]


def test_an_undefined_string_leaves_its_name() -> None:
    library = resolved(a="@misc{k,\n  note = nowhere}")
    assert fields(library, "k") == {"note": "nowhere"}
    assert [(p.code, p.line) for p in library.problems] == [("undefined-string", 2)]


def test_strings_that_define_each_other_end() -> None:
    library = resolved(a="@string{a = b}@string{b = a}@misc{k, note = a}")
    assert codes(library) == ["undefined-string"]


def test_months_are_known() -> None:
    assert fields(resolved(a='@misc{k, month = "3~" # mar}'), "k") == {"month": "3~March"}


def test_a_paper_takes_the_title_of_its_proceedings_as_its_book_title() -> None:
    library = resolved(
        a="@inproceedings{p, title = {Paper}, crossref = {c}}"
        "@proceedings{c, title = {Conference}, booktitle = {Short}, year = 2020, editor = {A, B}}"
    )
    assert fields(library, "p") == {
        "title": "Paper",
        "crossref": "c",
        "booktitle": "Conference",
        "year": "2020",
        "editor": "A, B",
    }


def test_classic_bibtex_hands_down_the_book_title() -> None:
    library = resolved(a="@inproceedings{p, crossref = {c}}@misc{c, booktitle = {Conference}}")
    assert fields(library, "p")["booktitle"] == "Conference"


def test_a_child_keeps_what_it_says_itself() -> None:
    library = resolved(
        a="@inbook{p, title = {Part}, date = {2020}, crossref = b}@book{b, title = {Book}, year = 1999}"
    )
    assert "year" not in fields(library, "p")


def test_the_author_of_a_book_is_the_author_of_its_part_and_of_the_book() -> None:
    library = resolved(a="@inbook{p, crossref = {b}}@book{b, author = {Writer, A}, title = {Book}}")
    assert fields(library, "p") == {
        "crossref": "b",
        "author": "Writer, A",
        "bookauthor": "Writer, A",
        "booktitle": "Book",
    }


def test_other_languages_are_inherited_under_the_same_rule() -> None:
    library = resolved(
        a="@inproceedings{p, crossref = c}@proceedings{c, title_ru = {Труды}, shorttitle = {X}}"
    )
    assert fields(library, "p") == {"crossref": "c", "booktitle_ru": "Труды"}


def test_what_speaks_of_one_entry_is_not_inherited() -> None:
    library = resolved(
        a="@inproceedings{p, crossref = {c}}@proceedings{c, ids = {old}, label = {L}, xref = {x}}"
    )
    assert fields(library, "p") == {"crossref": "c"}


def test_inheritance_goes_over_several_levels() -> None:
    library = resolved(
        a="@inbook{p, crossref = {b}}@book{b, title = {Volume}, crossref = {m}}@mvbook{m, title = {Whole}}"
    )
    found = fields(library, "p")
    assert (found["booktitle"], found["maintitle"]) == ("Volume", "Whole")


def test_xdata_gives_what_is_missing_and_is_no_publication() -> None:
    library = resolved(
        a="@article{k, note = {Own}, xdata = {x, y}}",
        b="@xdata{x, note = {Theirs}, publisher = {P}, xdata = {z}}"
        "@xdata{y, location = {L}}@xdata{z, url = {u}}",
    )
    assert [entry.key for entry in library.entries] == ["k"]
    assert fields(library, "k") == {"note": "Own", "publisher": "P", "url": "u", "location": "L"}


def test_one_item_of_xdata_can_be_named() -> None:
    library = resolved(
        a="@book{k, author = {A, One and xdata=x-author-2 and xdata=x-editor}}"
        "@xdata{x, author = {B, Two and C, Three}, editor = {D, Four}}"
    )
    assert fields(library, "k")["author"] == "A, One and C, Three and D, Four"


def test_a_circle_of_references_is_a_problem_and_ends() -> None:
    library = resolved(a="@book{a, title = {A}, crossref = {b}}\n@book{b, title = {B}, crossref = {a}}")
    assert {entry.key for entry in library.entries} == {"a", "b"}
    assert codes(library) == ["reference-cycle"]


def test_a_missing_parent_is_named_at_the_reference() -> None:
    library = resolved(a="@book{a,\n  title = {A},\n  crossref = {nobody}}")
    assert [(p.code, p.line, p.severity) for p in library.problems] == [
        ("missing-parent", 3, Severity.WARNING)
    ]


def test_a_parent_is_found_by_its_alias_and_in_another_case() -> None:
    library = resolved(
        a="@inbook{p, crossref = old}@inbook{q, crossref = {BOOK}}@book{book, ids = {old}, note = {N}}"
    )
    assert fields(library, "p")["note"] == fields(library, "q")["note"] == "N"


def test_equal_copies_are_published_once_and_warned_about() -> None:
    library = resolved(a="@book{k, title = {T}, year = 2000}", b="@book{k, year = {2000}, title = {T}}")
    assert [entry.path for entry in library.entries] == ["a.bib"]
    assert [(p.code, p.path, p.severity) for p in library.problems] == [
        ("duplicate", "b.bib", Severity.WARNING)
    ]


def test_different_entries_with_one_key_are_errors_at_both_places() -> None:
    library = resolved(a="@book{k, title = {T}}", b="@book{k, title = {U}}")
    assert library.entries == ()
    assert [(p.code, p.path, p.severity) for p in library.problems] == [
        ("disputed-key", "a.bib", Severity.ERROR),
        ("disputed-key", "b.bib", Severity.ERROR),
    ]


def test_of_many_entries_with_one_key_each_names_a_few() -> None:
    library = resolved(a="\n".join(f"@book{{k, title = {{{title}}}}}" for title in "ABCDEF"))
    assert [problem.message.partition("at ")[2] for problem in library.problems[:1]] == [
        "a.bib:2, a.bib:3, a.bib:4 and at 2 more."
    ]
    assert len(library.problems) == 6


def test_keys_that_differ_only_in_case_are_both_kept() -> None:
    library = resolved(a="@book{Key, title = {T}}@book{key, title = {U}}")
    assert [entry.key for entry in library.entries] == ["Key", "key"]
    assert codes(library) == ["case-of-key"]
