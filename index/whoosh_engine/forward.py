"""The terms of each document, written: what `SegmentView.forward` reads, for similar documents."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.similarity import telling
from index.whoosh_engine.arrays import Array, ArrayWriter
from index.whoosh_engine.inverting import Lists, Terms, in_order
from index.whoosh_engine.ragged import places_of, starts_of
from index.whoosh_engine.view import FORWARD, Forward

_CHUNK_DOCUMENTS = 10_000


class Moved(NamedTuple):
    """What documents of a part hold, which of them live, and the new numbers of the part's terms."""

    forward: Forward
    live: NDArray[np.bool_]
    numbers: Terms


def write_forward(writer: ArrayWriter, size: int, terms: Sequence[bytes], lists: Lists) -> None:
    """The telling terms of so many documents, from the posting lists of all terms."""
    frequencies = lists.frequencies
    if frequencies is None:
        raise ValueError("these lists keep no frequencies")
    tells = np.fromiter((telling(term.decode()) for term in terms), np.bool_, len(terms))
    kept = np.repeat(tells, lists.counts)
    numbers = np.repeat(np.arange(len(terms), dtype=np.int32), lists.counts)[kept]
    documents, order = in_order(lists.documents[kept])
    writer.put(f"{FORWARD}.starts", starts_of(np.bincount(documents, minlength=size)))
    writer.put(f"{FORWARD}.terms", numbers[order])
    writer.put(f"{FORWARD}.frequencies", frequencies[kept][order])


def merge_forward(writer: ArrayWriter, parts: Sequence[Moved]) -> None:
    """The terms of the living documents of all parts, in order."""
    counts = [np.diff(part.forward.starts)[part.live] for part in parts]
    writer.put(f"{FORWARD}.starts", starts_of(np.concatenate(counts)))
    writer.put_parts(f"{FORWARD}.terms", np.dtype(np.int32), _chunks(parts, "terms"))
    writer.put_parts(f"{FORWARD}.frequencies", np.dtype(np.float32), _chunks(parts, "frequencies"))


def _chunks(parts: Sequence[Moved], name: str) -> Iterator[Array]:
    """An array of all living documents, some documents at a time."""
    for forward, live, numbers in parts:
        held: Array = getattr(forward, name)
        for first in range(0, len(live), _CHUNK_DOCUMENTS):
            lives = live[first : first + _CHUNK_DOCUMENTS]
            starts = forward.starts[first : first + len(lives) + 1]
            values = held[places_of(starts[:-1][lives], np.diff(starts)[lives])]
            yield numbers[values] if name == "terms" else values
