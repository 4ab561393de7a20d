"""Strings in arrays, against lists of strings."""

from bisect import bisect_left

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.whoosh_engine import strings as strings_module
from index.whoosh_engine.strings import Strings, StringTable, Sums, pack

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


@given(st.sets(_STRING).map(sorted), _STRING)
def test_a_string_is_found_by_its_sum(strings: list[bytes], wanted: bytes) -> None:
    table = StringTable(*pack(strings), sums=Sums.of(strings))
    assert [table.find(string) for string in strings] == list(range(len(strings)))
    assert table.find(wanted) == (strings.index(wanted) if wanted in strings else -1)


def test_strings_of_one_sum_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strings_module, "crc32", len)
    table = StringTable(*pack([b"a", b"b", b"c", b"dd"]), sums=Sums.of([b"a", b"b", b"c", b"dd"]))
    assert [table.find(string) for string in (b"a", b"b", b"c", b"dd", b"e", b"ee")] == [0, 1, 2, 3, -1, -1]
