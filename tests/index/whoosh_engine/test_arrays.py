"""Files of arrays: what is written is read, and damage is named."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from index.errors import CorruptIndex, NewerIndex
from index.whoosh_engine.arrays import FORMAT, ArrayFile, writing_arrays

_ARRAY = st.sampled_from(["<i4", "<i8", "<f4", "<f8", "|u1", "<u2", ">i4"]).flatmap(
    lambda dtype: (
        arrays.arrays(np.dtype(dtype), st.integers(0, 40), elements={"allow_nan": False})
        if np.dtype(dtype).kind == "f"
        else arrays.arrays(np.dtype(dtype), st.integers(0, 40))
    )
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "file.arrays"
    with writing_arrays(path) as writer:
        writer.put("numbers", np.arange(1000, dtype=np.int64))
    return path


@given(written=st.dictionaries(st.text(min_size=1), _ARRAY), streamed=st.lists(_ARRAY, max_size=3))
def test_what_is_written_is_read(
    tmp_path_factory: pytest.TempPathFactory,
    written: dict[str, np.ndarray],
    streamed: list[np.ndarray],
) -> None:
    path = tmp_path_factory.mktemp("arrays") / "file"
    with writing_arrays(path) as writer:
        stream = writer.stream(" streamed", np.dtype(np.float64))
        for name, array in written.items():
            writer.put(name, array)
        for array in streamed:
            stream.append(array)
    read = ArrayFile(path)
    read.verify()
    expected = {**written, " streamed": np.concatenate([np.empty(0), *streamed])}
    assert {name: array.tolist() for name, array in read.items()} == {
        name: array.tolist() for name, array in expected.items()
    }


def test_arrays_are_aligned_little_endian_and_read_only(path: Path) -> None:
    array = ArrayFile(path)["numbers"]
    assert (array.ctypes.data % 64, array.dtype.str, array.flags.writeable) == (0, "<i8", False)


def test_a_block_that_fails_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(AttributeError), writing_arrays(tmp_path / "file") as writer:
        writer.put("a", "no array")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("length", [0, 1, 63, 64, 500, -1])
def test_a_cut_file_is_not_opened(path: Path, length: int) -> None:
    path.write_bytes(path.read_bytes()[:length])
    with pytest.raises(CorruptIndex, match="catalogue index --full"):
        ArrayFile(path)


def test_a_file_of_something_else_is_not_opened(path: Path) -> None:
    path.write_bytes(b"no arrays" * 100)
    with pytest.raises(CorruptIndex, match="no segment"):
        ArrayFile(path)


def test_a_newer_format_is_named(path: Path) -> None:
    held = bytearray(path.read_bytes())
    held[8:12] = (FORMAT + 1).to_bytes(4, "little")
    path.write_bytes(held)
    with pytest.raises(NewerIndex, match="upgrade"):
        ArrayFile(path)


def test_damage_within_an_array_is_found_by_verifying(path: Path) -> None:
    held = bytearray(path.read_bytes())
    held[200] ^= 1
    path.write_bytes(held)
    file = ArrayFile(path)
    with pytest.raises(CorruptIndex, match="'numbers'"):
        file.verify()


def test_every_damaged_byte_of_the_directory_is_noticed(path: Path) -> None:
    held = path.read_bytes()
    directory = held.rindex(b'{"numbers"')
    for place in range(directory, len(held)):
        path.write_bytes(held[:place] + bytes([held[place] ^ 1]) + held[place + 1 :])
        with pytest.raises(CorruptIndex):
            ArrayFile(path)
