"""How lists inside values come apart."""

import re

from hypothesis import given
from hypothesis import strategies as st

from catalogue.sources.bibtex_lists import keywords, literals, split, with_commas

ITEMS = st.lists(
    st.text(st.sampled_from("ab ,;я")).map(str.strip).filter(lambda item: item.strip(",; ")), min_size=1
)


@given(ITEMS)
def test_keywords_come_apart_as_they_were_joined(items: list[str]) -> None:
    assert keywords(with_commas(items)) == items


@given(st.lists(st.sampled_from(["Wiley", "{Simon and Schuster}", "{A {and} B} House"]), min_size=1))
def test_items_of_a_list_come_apart_at_and_outside_braces(items: list[str]) -> None:
    assert literals(" and ".join(items)) == [
        item.removeprefix("{").removesuffix("}") if item.endswith("}") else item for item in items
    ]


def test_an_escaped_brace_opens_nothing() -> None:
    assert split(r"a \{; b", re.compile(";")) == [r"a \{", "b"]


def test_a_brace_too_many_closes_nothing() -> None:
    assert split("a}; {b; c}", re.compile(";")) == ["a}", "{b; c}"]
