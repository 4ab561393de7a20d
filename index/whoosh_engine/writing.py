"""The arrays of a segment, written: what `index.whoosh_engine.view` reads, part by part.

What no document has is left out: terms without postings, facet values and sort values that nobody holds.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import compress
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.whoosh_engine.arrays import ArrayStream, ArrayWriter
from index.whoosh_engine.inverting import Lists, Terms, in_order, ranked
from index.whoosh_engine.ragged import Ints, starts_of
from index.whoosh_engine.strings import STRETCH, Bytes, Strings, Sums, pack
from index.whoosh_engine.view import FIRST_PLACE, LANDMARK, signposts_of, sums_of

_PARTS = ("documents", "frequencies", "masks", "places")
_NONE = np.empty(0, np.int32)


def write_space(writer: ArrayWriter, name: str, terms: Sequence[bytes], lists: Lists) -> None:
    """A space of posting lists, of all its sorted terms."""
    for part in _PARTS:
        array: NDArray[Any] | None = getattr(lists, part)
        if array is not None:
            writer.put(f"{name}.{part}", array)
    if lists.places is not None:
        landmarks = _Landmarks()
        landmarks.pass_by(lists.places)
        landmarks.write(writer, name)
    _write_terms(writer, name, terms, [lists])


def write_space_in_parts(
    writer: ArrayWriter, name: str, terms: Sequence[bytes], parts: Iterable[Lists]
) -> NDArray[np.bool_]:
    """A space of posting lists that come in parts, at least one, each of the next of the sorted terms. Says
    which of the terms are left, since they have postings."""
    streams: dict[str, ArrayStream] = {}
    counted: list[Lists] = []
    landmarks = _Landmarks()
    for lists in parts:
        counted.append(Lists(lists.counts, _NONE, place_counts=lists.place_counts))
        if lists.places is not None:
            landmarks.pass_by(lists.places)
        for part in _PARTS:
            array: NDArray[Any] | None = getattr(lists, part)
            if array is not None:
                if part not in streams:
                    streams[part] = writer.stream(f"{name}.{part}", array.dtype)
                streams[part].append(array)
    if "places" in streams:
        landmarks.write(writer, name)
    return _write_terms(writer, name, terms, counted)


class _Landmarks:
    """Where the places of every `LANDMARK`-th posting begin, as all places pass by in order."""

    def __init__(self) -> None:
        self._postings = self._places = 0
        self._found = [np.empty(0, np.int64)]

    def pass_by(self, places: NDArray[np.uint32]) -> None:
        """Take the next places, of whole postings."""
        begins = np.flatnonzero(places >= FIRST_PLACE)
        self._found.append(begins[-self._postings % LANDMARK :: LANDMARK] + self._places)
        self._postings += len(begins)
        self._places += len(places)

    def write(self, writer: ArrayWriter, name: str) -> None:
        """Write them, and where all places end."""
        self._found.append(np.array([self._places]))
        writer.put(f"{name}.landmarks", np.concatenate(self._found))


def _write_terms(
    writer: ArrayWriter, name: str, terms: Sequence[bytes], parts: Sequence[Lists]
) -> NDArray[np.bool_]:
    """The terms that have postings, and where the postings and places of each begin."""
    counts = np.concatenate([lists.counts for lists in parts])
    used = counts > 0
    write_table(writer, f"{name}.terms", list(compress(terms, used.tolist())))
    writer.put(f"{name}.starts", starts_of(counts[used]))
    places = [lists.place_counts for lists in parts if lists.place_counts is not None]
    if places:
        writer.put(f"{name}.place_starts", starts_of(np.concatenate(places)[used]))
    return used


def write_table(writer: ArrayWriter, name: str, strings: Sequence[bytes]) -> None:
    """Different strings in ascending order; of many, those that a search begins among stand together, too."""
    write_strings(writer, name, strings)
    if len(strings) > STRETCH:
        write_strings(writer, signposts_of(name), strings[::STRETCH])
        for part, array in Sums.of(strings)._asdict().items():
            writer.put(f"{sums_of(name)}.{part}", array)


def write_strings(writer: ArrayWriter, name: str, strings: Iterable[bytes]) -> None:
    """Strings, sorted or not."""
    blob, starts = pack(strings)
    writer.put(f"{name}.blob", blob)
    writer.put(f"{name}.starts", starts)


def write_long_strings(writer: ArrayWriter, name: str, parts: Iterable[tuple[Bytes, Ints]]) -> None:
    """Strings that come in parts: the bytes of many, and the length of each."""
    lengths = [np.empty(0, np.int64)]

    def blobs() -> Iterator[Bytes]:
        for blob, held in parts:
            lengths.append(held)
            yield blob

    writer.put_parts(f"{name}.blob", np.dtype(np.uint8), blobs())
    writer.put(f"{name}.starts", starts_of(np.concatenate(lengths)))


def write_ids(writer: ArrayWriter, ids: Sequence[bytes]) -> None:
    """The ids of the documents, in the documents' order."""
    ordered, ranks = ranked(ids)
    write_table(writer, "ids", ordered)
    writer.put("id_documents", np.argsort(ranks).astype(np.int32))
    writer.put("id_ranks", ranks)


def write_sort(writer: ArrayWriter, field: str, values: Sequence[bytes], numbers: Terms) -> None:
    """The values of a sort; document `d` has `values[numbers[d]]`, or none where that is -1."""
    has = numbers >= 0
    used = np.bincount(numbers[has], minlength=len(values)) > 0
    ordered, renumbered = kept(values, used)
    ranks = np.full(len(numbers), -1, np.int32)
    ranks[has] = renumbered[numbers[has]]
    write_table(writer, f"sort.{field}.values", ordered)
    writer.put(f"sort.{field}.ranks", ranks)


def write_facet(
    writer: ArrayWriter, field: str, pairs: Sequence[tuple[bytes, bytes]], counts: Ints, values: Terms
) -> Terms:
    """The values of a facet: different (key, label) `pairs`, how many each document has, and which.

    Answers under which number each pair is written, -1 where no document has it.
    """
    name = f"facet.{field}"
    held = np.bincount(values, minlength=len(pairs))
    ordered, renumbered = kept(pairs, held > 0)
    values = renumbered[values]
    keys = list(dict.fromkeys(key for key, _ in ordered))
    numbers = {key: number for number, key in enumerate(keys)}
    key_of_pair = np.fromiter((numbers[key] for key, _ in ordered), np.int32, len(ordered))
    write_table(writer, f"{name}.keys", keys)
    write_strings(writer, f"{name}.labels", (label for _, label in ordered))
    writer.put(f"{name}.key_of_pair", key_of_pair)
    writer.put(
        f"{name}.pair_starts", starts_of(np.bincount(key_of_pair, minlength=len(keys))).astype(np.int32)
    )
    writer.put(f"{name}.pair_counts", np.bincount(values, minlength=len(ordered)).astype(np.int32))
    writer.put(f"{name}.starts", starts_of(counts).astype(np.int32))
    writer.put(f"{name}.values", values)
    _, by_pair = in_order(values)
    writer.put(f"{name}.documents", np.repeat(np.arange(len(counts), dtype=np.int32), counts)[by_pair])
    return np.where(held > 0, renumbered, np.int32(-1))


def kept(values: Sequence[Any], used: NDArray[np.bool_]) -> tuple[list[Any], Terms]:
    """The values that are used, in order, and the new number of each (0 of those that are not)."""
    ordered, ranks = ranked(list(compress(values, used.tolist())))
    renumbered = np.zeros(len(values), np.int32)
    renumbered[used] = ranks
    return ordered, renumbered


def united(tables: Sequence[Strings]) -> tuple[list[bytes], list[Terms]]:
    """The strings of all tables in order, and the new numbers of each table's strings, which ascend."""
    held = [list(table) for table in tables]
    united = sorted(set().union(*held))
    number = {string: number for number, string in enumerate(united)}
    return united, [np.fromiter(map(number.__getitem__, own), np.int32, len(own)) for own in held]
