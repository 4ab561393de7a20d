"""Strings in arrays, against lists of strings."""

from bisect import bisect_left

from hypothesis import given
from hypothesis import strategies as st

from index.whoosh_engine.strings import Strings, StringTable, pack

_STRING = st.text("abя\U0001f600").map(str.encode) | st.binary(max_size=3)


@given(st.lists(_STRING))
def test_strings_come_back(strings: list[bytes]) -> None:
    held = Strings(*pack(strings))
    assert list(held) == strings == [held[i] for i in range(len(held))] == held[:]


@given(st.sets(_STRING).map(sorted), _STRING)
def test_a_table_finds_like_a_list(strings: list[bytes], wanted: bytes) -> None:
    table = StringTable(*pack(strings))
    assert table.lower(wanted) == bisect_left(strings, wanted)
    assert table.find(wanted) == (strings.index(wanted) if wanted in strings else -1)
    assert strings[slice(*table.span(wanted))] == [s for s in strings if s.startswith(wanted)]
