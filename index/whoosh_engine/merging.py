"""Several segments to one, by concatenating arrays; documents that are deleted stay behind."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.numbering import Numbering
from index.whoosh_engine.arrays import ArrayWriter, writing_arrays
from index.whoosh_engine.forward import Moved, merge_forward
from index.whoosh_engine.inverting import Lists, Terms
from index.whoosh_engine.label_words import worded_before, write_label_words
from index.whoosh_engine.ragged import Ints, runs, starts_of
from index.whoosh_engine.strings import Bytes, Strings
from index.whoosh_engine.view import FIRST_PLACE, WORDS, Documents, Postings, SegmentView
from index.whoosh_engine.writing import (
    united,
    write_facet,
    write_ids,
    write_long_strings,
    write_sort,
    write_space_in_parts,
    write_strings,
)

_CHUNK_ITEMS = 1_000_000  # postings and places that are sorted at once
_CHUNK_DOCUMENTS = 1000


class Part(NamedTuple):
    """A segment, and which of its documents live."""

    view: SegmentView
    live: NDArray[np.bool_]


def merge(path: Path, parts: Sequence[Part]) -> None:
    """Write a new file of the living documents of all parts, in order. Raises OSError."""
    with writing_arrays(path) as writer:
        views = [part.view for part in parts]
        for name in sorted({name for view in views for name in view.spaces}):
            terms, numbers = united([view.space(name).terms for view in views])
            merge_space(writer, name, terms, numbers, parts)
        for field in sorted({field for view in views for field in view.facets}):
            _merge_facet(writer, field, parts)
        for field in sorted({field for view in views for field in view.sorts}):
            _merge_sort(writer, field, parts)
        write_ids(writer, [id for part in parts for id in _living(_ids(part.view), part.live)])
        write_strings(
            writer,
            "fingerprints",
            (s for view, live in parts for s in _living(view.fingerprint_strings, live)),
        )
        merge_stored(writer, parts)


def merge_space(
    writer: ArrayWriter, name: str, terms: Sequence[bytes], numbers: Sequence[Terms], parts: Sequence[Part]
) -> None:
    """Write a space of the living documents of all parts; `numbers` are those of each part's terms among
    `terms`, and ascend. Of words, what `forward` keeps goes along."""
    spaces = [view.space(name) for view, _ in parts]
    moved = [_Moved(*of) for of in zip(spaces, numbers, _renumbered(parts), strict=True)]
    left = write_space_in_parts(writer, name, terms, _chunks(moved, len(terms)))
    if name == WORDS:
        _merge_forward(writer, parts, numbers, left)


def merge_stored(writer: ArrayWriter, parts: Sequence[Part]) -> None:
    """Write the lengths of the living documents of all parts, and what is stored with them."""
    writer.put("lengths", np.concatenate([view.lengths[live] for view, live in parts]))
    write_long_strings(
        writer, "stored", (chunk for view, live in parts for chunk in _stored(view.stored_strings, live))
    )


def _renumbered(parts: Sequence[Part]) -> list[Documents]:
    """The new number of each document, -1 of those that stay behind."""
    renumbered: list[Documents] = []
    first = 0
    for _, live in parts:
        numbers = np.cumsum(live, dtype=np.int32) + np.int32(first - 1)
        first += int(live.sum())
        numbers[~live] = -1
        renumbered.append(numbers)
    return renumbered


class _Moved:
    """The posting lists of a part under the numbers of the whole."""

    def __init__(self, space: Postings, numbers: Terms, renumbered: Documents) -> None:
        self._space = space
        self._numbers = numbers
        self._renumbered = renumbered

    def load(self, size: int) -> Ints:
        """How many postings and places each term of the whole has here."""
        items = np.diff(self._space.starts)
        if self._space.place_starts is not None:
            items = items + np.diff(self._space.place_starts)
        load = np.zeros(size, np.int64)
        load[self._numbers] = items
        return load

    def postings(self, first: int, end: int) -> "_Chunk":
        """The living postings of the terms from `first` to `end`."""
        space = self._space
        t, u = np.searchsorted(self._numbers, (first, end)).tolist()
        held = slice(int(space.starts[t]), int(space.starts[u]))
        documents = self._renumbered[space.documents[held]]
        lives = documents >= 0
        terms = np.repeat(self._numbers[t:u] - first, np.diff(space.starts[t : u + 1]))[lives]
        places, lengths = np.empty(0, np.uint32), np.zeros(len(documents), np.int64)
        if space.places is not None and space.place_starts is not None:
            places = space.places[int(space.place_starts[t]) : int(space.place_starts[u])]
            begins = np.flatnonzero(places & np.uint32(FIRST_PLACE))
            lengths = np.diff(begins, append=len(places))
            places = places[np.repeat(lives, lengths)]
        return _Chunk(
            terms,
            documents[lives],
            None if space.frequencies is None else space.frequencies[held][lives],
            None if space.masks is None else space.masks[held][lives],
            lengths[lives],
            places,
        )


class _Chunk(NamedTuple):
    """Postings in order of terms, with how many of the places each has."""

    terms: Terms
    documents: Documents
    frequencies: NDArray[Any] | None
    masks: NDArray[Any] | None
    lengths: Ints
    places: NDArray[np.uint32]


def _chunks(parts: Sequence[_Moved], size: int) -> Iterator[Lists]:
    """The lists of all terms, as many at a time as memory allows."""
    loads = np.cumsum(sum((part.load(size) for part in parts), np.zeros(size, np.int64))).tolist()
    first = done = 0
    while first < size or first == 0:
        end = max(bisect_right(loads, done + _CHUNK_ITEMS), min(first + 1, size))
        yield _joined([part.postings(first, end) for part in parts], end - first)
        if end == size:
            break
        first, done = end, loads[end - 1]


def _joined(chunks: Sequence[_Chunk], size: int) -> Lists:
    """Postings of several parts, those of a term in the order of the parts."""
    terms = np.concatenate([chunk.terms for chunk in chunks])
    order = np.argsort(terms, kind="stable")
    lengths = np.concatenate([chunk.lengths for chunk in chunks])
    places = np.concatenate([chunk.places for chunk in chunks])
    has_places = len(places) > 0 or chunks[0].frequencies is not None
    return Lists(
        np.bincount(terms, minlength=size),
        np.concatenate([chunk.documents for chunk in chunks])[order],
        _concatenated([chunk.frequencies for chunk in chunks], order),
        _concatenated([chunk.masks for chunk in chunks], order),
        np.bincount(terms, lengths, size).astype(np.int64) if has_places else None,
        places[runs(starts_of(lengths)[:-1][order], lengths[order])] if has_places else None,
    )


def _concatenated(arrays: Sequence[NDArray[Any] | None], order: Ints) -> NDArray[Any] | None:
    held = [array for array in arrays if array is not None]
    return np.concatenate(held)[order] if held else None


def _merge_forward(
    writer: ArrayWriter, parts: Sequence[Part], numbers: Sequence[Terms], left: NDArray[np.bool_]
) -> None:
    """`numbers` are those of each part's words among all, of which some are `left`."""
    renumbered = np.cumsum(left, dtype=np.int32) - np.int32(1)
    moved = [
        Moved(view.forward, live, renumbered[own]) for (view, live), own in zip(parts, numbers, strict=True)
    ]
    merge_forward(writer, int(left.sum()), moved)


def _merge_facet(writer: ArrayWriter, field: str, parts: Sequence[Part]) -> None:
    pairs: Numbering[tuple[bytes, bytes]] = Numbering()
    renumbered, all_counts, all_values = [], [], []
    for view, live in parts:
        facet = view.facet(field)
        keys = list(facet.keys)
        own = zip((keys[k] for k in facet.key_of_pair), facet.labels, strict=True)
        numbers = np.fromiter((pairs[pair] for pair in own), np.int32, len(facet.labels))
        counts = np.diff(facet.starts)[live]
        renumbered.append(numbers)
        all_counts.append(counts)
        all_values.append(numbers[facet.values[runs(facet.starts[:-1][live], counts)]])
    places = write_facet(writer, field, list(pairs), np.concatenate(all_counts), np.concatenate(all_values))
    words = [view.label_words(field) for view, _ in parts]
    if any(len(part.words) for part in words):
        write_label_words(writer, field, worded_before(words, renumbered), places)


def _merge_sort(writer: ArrayWriter, field: str, parts: Sequence[Part]) -> None:
    columns = [view.sort(field) for view, _ in parts]
    values, numbers = united([column.values for column in columns])
    ranks = [
        np.append(own, np.int32(-1))[column.ranks[live]]  # the rank -1 is the last
        for column, own, (_, live) in zip(columns, numbers, parts, strict=True)
    ]
    write_sort(writer, field, values, np.concatenate(ranks))


def _ids(view: SegmentView) -> list[bytes]:
    """The ids in the order of the documents."""
    ids = list(view.ids)
    return [ids[rank] for rank in view.id_ranks.tolist()]


def _living(strings: Sequence[bytes], live: NDArray[np.bool_]) -> Iterator[bytes]:
    return (string for string, lives in zip(strings, live.tolist(), strict=True) if lives)


def _stored(strings: Strings, live: NDArray[np.bool_]) -> Iterator[tuple[Bytes, Ints]]:
    """The bytes and lengths of living strings, some documents at a time."""
    for first in range(0, len(strings), _CHUNK_DOCUMENTS):
        lives = live[first : first + _CHUNK_DOCUMENTS]
        starts = strings.starts[first : first + len(lives) + 1]
        lengths = np.diff(starts)
        blob = strings.blob[int(starts[0]) : int(starts[-1])]
        yield (blob if lives.all() else blob[np.repeat(lives, lengths)]), lengths[lives]
