"""What a leaf of a query matches: documents, how many, which of some, and what they earn by it."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, reduce

import numpy as np

from index.scoring import K1
from index.whoosh_engine.generation import Listing
from index.whoosh_engine.lists import Documents, Floats, Mask, among, different, united, values_of


class Matches:
    """The documents that hold a leaf: those of any of `lists`, in which the frequencies add up."""

    def __init__(self, lists: Iterable[Listing], size: int) -> None:
        self._lists = _gathered([listing for listing in lists if len(listing.documents)])
        self._size = size
        self.bound = sum(len(documents) for documents, _ in self._lists)
        """At least as many as there are documents."""

    @cached_property
    def documents(self) -> Documents:
        """The documents, ascending."""
        if len(self._lists) == 1:
            return self._lists[0].documents
        return united([documents for documents, _ in self._lists], self._size)

    @cached_property
    def count(self) -> int:
        """How many documents there are."""
        if len(self._lists) != 2:
            return len(self.documents)
        (shorter, _), (longer, _) = sorted(self._lists, key=lambda listing: len(listing.documents))
        return self.bound - int(among(longer, shorter, self._size).sum())

    def among(self, asked: Documents) -> Mask:
        """Which of the documents `asked` are there."""
        found = np.zeros(len(asked), np.bool_)
        for documents, _ in self._lists:
            found |= among(documents, asked, self._size)
        return found

    def frequencies(self, asked: Documents) -> Floats:
        """The weighted frequency in each of the documents `asked`."""
        found = [values_of(*listing, asked, self._size) for listing in self._lists]
        return reduce(np.add, found) if found else np.zeros(len(asked))

    def earned(self, asked: Documents, norms: Floats, weight: float) -> Floats:
        """What each of the documents `asked` earns (`index.scoring`); `norms` are those of all documents."""
        frequencies = self.frequencies(asked)
        earned = frequencies * (K1 + 1.0)
        earned /= frequencies + norms.take(asked)
        earned *= weight
        return earned


def _gathered(lists: list[Listing]) -> list[Listing]:
    """The longest of the lists, and one of all others, which are mostly short: two are soon asked."""
    if len(lists) < 3:
        return lists
    lists.sort(key=lambda listing: len(listing.documents))
    *others, longest = lists
    documents = np.concatenate([documents for documents, _ in others])
    order = documents.argsort(kind="stable")  # which takes runs as they are
    documents = documents[order]
    frequencies = np.concatenate([frequencies for _, frequencies in others])[order]
    firsts = different(documents).nonzero()[0]
    return [longest, Listing(documents[firsts], np.add.reduceat(frequencies, firsts))]


class PlacedMatches(Matches):
    """The documents in which words stand in some order; `find` picks them from those that are asked about."""

    def __init__(self, words: Sequence[Matches], find: Callable[[Documents], Documents], size: int) -> None:
        super().__init__((), size)
        self._words = sorted(words, key=lambda word: word.bound)
        self._find = find
        self.bound = self._words[0].bound

    @cached_property
    def documents(self) -> Documents:
        """The documents, ascending."""
        return self._find(self._words[0].documents)

    def among(self, asked: Documents) -> Mask:
        """Which of the documents `asked` are there."""
        return among(self._find(asked), asked, self._size)
