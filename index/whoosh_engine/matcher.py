"""A posting list as Whoosh walks it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.matching.mcore import LeafMatcher

from index.whoosh_engine.ragged import Ints
from index.whoosh_engine.view import FIRST_PLACE, Postings


class ArrayMatcher(LeafMatcher):  # type: ignore[misc]  # Whoosh ships no types
    """A posting list. It has no blocks, so that nothing is left out for its quality."""

    def __init__(
        self, lists: Postings, number: int, term: tuple[str, bytes], format_: Any, scorer: Any, at: int = 0
    ) -> None:
        self._of = (lists, number, term, format_, scorer)
        held = slice(int(lists.starts[number]), int(lists.starts[number + 1]))
        self._ids: list[int] = lists.documents[held].tolist()
        self._weights: Sequence[float] | None = None
        if lists.frequencies is not None:
            self._weights = lists.frequencies[held].tolist()
        self._at = at
        self._term = term
        self.format = format_
        self.scorer = scorer

    def is_active(self) -> bool:
        """Whether there is a posting."""
        return self._at < len(self._ids)

    def reset(self) -> None:
        """Go to the first."""
        self._at = 0

    def copy(self) -> "ArrayMatcher":
        """Another that stands here."""
        return ArrayMatcher(*self._of, at=self._at)

    def id(self) -> int:
        """Its document."""
        return self._ids[self._at]

    def all_ids(self) -> Iterator[int]:
        """The documents of all."""
        return iter(self._ids)

    def next(self) -> None:
        """Go on."""
        self._at += 1

    def skip_to(self, id: int) -> None:
        """Go on to a document, or to the one behind where it would be."""
        self._at = bisect_left(self._ids, id, lo=self._at)

    def weight(self) -> float:
        """Its frequency, combined and weighted."""
        return 1.0 if self._weights is None else self._weights[self._at]

    def supports_block_quality(self) -> bool:
        """They are not."""
        return False

    def value(self) -> bytes:
        """Its positions, encoded."""
        return bytes(self.format.encode(self._positions()))

    def value_as(self, astype: str) -> Any:
        """Its positions, or what Whoosh makes of them."""
        return self._positions() if astype == "positions" else self.format.decoder(astype)(self.value())

    def _positions(self) -> list[int]:
        """A number for each place: neighbours in a field follow each other."""
        places, begins = self._places
        here = places[int(begins[self._at]) : int(begins[self._at + 1])]
        return list(map(int, here & np.uint32(FIRST_PLACE - 1)))

    @cached_property
    def _places(self) -> tuple[NDArray[np.uint32], Ints]:
        """The places of all postings, and where those of each begin."""
        lists, number = self._of[:2]
        if lists.places is None or lists.place_starts is None:
            return np.empty(0, np.uint32), np.zeros(len(self._ids) + 1, np.int64)
        places = lists.places[int(lists.place_starts[number]) : int(lists.place_starts[number + 1])]
        begins = np.flatnonzero(places & np.uint32(FIRST_PLACE))
        return places, np.append(begins, len(places))
