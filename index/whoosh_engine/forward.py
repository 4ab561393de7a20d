"""The terms of each document, written: what `SegmentView.forward` reads, for similar documents."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.whoosh_engine.arrays import Array, ArrayWriter
from index.whoosh_engine.inverting import Lists, Terms, in_order
from index.whoosh_engine.ragged import runs, starts_of
from index.whoosh_engine.view import FORWARD, Forward

_CHUNK_DOCUMENTS = 10_000


class Moved(NamedTuple):
    """What documents of a part hold, which of them live, and the new numbers of the part's terms."""

    forward: Forward
    live: NDArray[np.bool_]
    numbers: Terms


def write_forward(
    writer: ArrayWriter, size: int, telling: NDArray[np.bool_], lists: Lists, names: int
) -> None:
    """The telling terms of so many documents, from the posting lists of all terms, of which some are telling;
    `names` are the bits of the fields of names."""
    if lists.frequencies is None or lists.masks is None:
        raise ValueError("these lists keep no frequencies or no fields")
    kept = np.repeat(telling, lists.counts)
    kept &= (lists.masks | names) != names
    numbers = np.repeat(np.arange(len(telling), dtype=np.int32), lists.counts)[kept]
    documents, order = in_order(lists.documents[kept])
    writer.put(f"{FORWARD}.starts", starts_of(np.bincount(documents, minlength=size)))
    writer.put(f"{FORWARD}.terms", numbers[order])
    writer.put(f"{FORWARD}.frequencies", lists.frequencies[kept][order])
    writer.put(f"{FORWARD}.holding", _counted(numbers, len(telling)))


def merge_forward(writer: ArrayWriter, terms: int, parts: Sequence[Moved]) -> None:
    """The telling terms of the living documents of all parts, in order, of so many `terms`."""
    counts = [np.diff(part.forward.starts)[part.live] for part in parts]
    writer.put(f"{FORWARD}.starts", starts_of(np.concatenate(counts)))
    writer.put_parts(f"{FORWARD}.terms", np.dtype(np.int32), _terms(parts))
    writer.put_parts(f"{FORWARD}.frequencies", np.dtype(np.float32), _frequencies(parts))
    holding = np.zeros(terms, np.int32)
    for held in _terms(parts):
        holding += _counted(held, terms)
    writer.put(f"{FORWARD}.holding", holding)


def _counted(numbers: Array, terms: int) -> Array:
    return np.bincount(numbers, minlength=terms).astype(np.int32)


def _terms(parts: Sequence[Moved]) -> Iterator[Array]:
    for forward, live, numbers in parts:
        for held in _living(forward.terms, forward.starts, live):
            yield numbers[held]


def _frequencies(parts: Sequence[Moved]) -> Iterator[Array]:
    for forward, live, _ in parts:
        yield from _living(forward.frequencies, forward.starts, live)


def _living(held: Array, starts: Array, live: NDArray[np.bool_]) -> Iterator[Array]:
    """What living documents hold, some documents at a time."""
    for first in range(0, len(live), _CHUNK_DOCUMENTS):
        lives = live[first : first + _CHUNK_DOCUMENTS]
        own = starts[first : first + len(lives) + 1]
        yield held[runs(own[:-1][lives], np.diff(own)[lives])]
