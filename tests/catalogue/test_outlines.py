"""Each file with what it borrows comes to the same as the whole library."""

from collections.abc import Iterator, Mapping

from hypothesis import given
from hypothesis import strategies as st

from catalogue.outlines import Neighbourhood, outline
from catalogue.resolve import Item, Resolved, resolve
from catalogue.sources import bibtex

KEYS = st.sampled_from(["a", "A", "b", "c", "d"])
NAMES = st.sampled_from(["p", "q", "r"])


def fields() -> st.SearchStrategy[str]:
    return st.one_of(
        KEYS.map(lambda key: f"crossref = {{{key}}}"),
        st.lists(KEYS, max_size=2).map(lambda keys: f"xdata = {{{','.join(keys)}}}"),
        st.builds("ids = {{{}}}".format, st.sampled_from(["a", "x", "y"])),
        st.sampled_from(["x", "y"]).map(lambda alias: f"crossref = {{{alias}}}"),
        KEYS.map(lambda key: f"author = {{Ada and xdata={key}-editor-1}}"),
        NAMES.map(lambda name: f"publisher = {name}"),
        NAMES.map(lambda name: f"crossref = {name}"),
        st.just("editor = {Ben and Cy}"),
        st.just("month = jan"),
    )


@st.composite
def entries(draw: st.DrawFn) -> str:
    kind = draw(st.sampled_from(["book", "inbook", "xdata"]))
    return f"@{kind}{{{draw(KEYS)}, {', '.join(draw(st.lists(fields(), max_size=2)))}}}\n"


@st.composite
def strings(draw: st.DrawFn) -> str:
    value = draw(st.one_of(NAMES, st.sampled_from(["{a}", "{One}", "{b} # q"])))
    return f"@string{{{draw(st.one_of(NAMES, st.just('jan')))} = {value}}}\n"


def files() -> st.SearchStrategy[list[str]]:
    return st.lists(st.lists(st.one_of(entries(), strings()), max_size=3).map("".join), max_size=4)


def read(files: list[str]) -> dict[str, tuple[Item, ...]]:
    return {f"{at}.bib": tuple(bibtex.read(text.encode(), f"{at}.bib")) for at, text in enumerate(files)}


def one_by_one(library: Mapping[str, tuple[Item, ...]]) -> Iterator[Resolved]:
    outlines = [outline(path, items) for path, items in library.items()]
    neighbours = Neighbourhood(outlines, library.__getitem__)
    for path, items in library.items():
        borrowed = neighbours.borrowed(path)
        yield resolve((*borrowed.before, *items, *borrowed.after), path)


def has_circle(resolved: Resolved) -> bool:
    return any(problem.code == "reference-cycle" for problem in resolved.problems)


@given(files())
def test_a_file_with_what_it_borrows_comes_to_what_the_library_makes_of_it(files: list[str]) -> None:
    library = read(files)
    whole = resolve(item for items in library.values() for item in items)
    parts = list(one_by_one(library))
    # Where a circle is opened depends on where one comes from.
    assert has_circle(whole) == any(map(has_circle, parts))
    if not has_circle(whole):
        assert sorted(entry.key for part in parts for entry in part.entries) == sorted(
            entry.key for entry in whole.entries
        )
        assert {entry for part in parts for entry in part.entries} == set(whole.entries)
        assert {problem for part in parts for problem in part.problems} == set(whole.problems)


def test_a_file_that_refers_to_nothing_elsewhere_borrows_nothing() -> None:
    library = read(["@book{a, month = jan}", "@string{p = {P}}@book{b, publisher = p, crossref = {b}}"])
    neighbours = Neighbourhood([outline(*own) for own in library.items()], library.__getitem__)
    assert [any(neighbours.borrowed(path)) for path in library] == [False, False]
