"""The words that the labels of a facet are found by, written: what `LabelWords` in `view` reads."""

from array import array
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from index.field import BETWEEN_FORMS
from index.numbering import Numbering
from index.suggestions import words_of
from index.tokens import pieces
from index.whoosh_engine.arrays import ArrayWriter
from index.whoosh_engine.inverting import Terms, invert
from index.whoosh_engine.ragged import starts_of
from index.whoosh_engine.strings import encoded
from index.whoosh_engine.view import LabelWords
from index.whoosh_engine.writing import kept, united, write_table


class Worded(NamedTuple):
    """Which pairs of a key and a label are found by which words: pair `pairs[n]` by `words[numbers[n]]`."""

    words: list[bytes]
    numbers: Terms
    pairs: Terms


class _PieceWords(dict[str, tuple[int, ...]]):
    """Pieces of labels, which labels share, and the numbers among `words` of what each is found by; `begun`
    are those behind the first word."""

    def __init__(self, words: Numbering[bytes], *, begun: bool) -> None:
        super().__init__()
        self._words = words
        self._begun = begun

    def __missing__(self, piece: str) -> tuple[int, ...]:
        found = words_of(piece, begun=self._begun)
        numbers = self[piece] = tuple(self._words[encoded(word)] for word in found)
        return numbers


def worded(pairs: Sequence[tuple[bytes, bytes]]) -> Worded:
    """Pairs by the words of their labels."""
    words: Numbering[bytes] = Numbering()
    first, others = (_PieceWords(words, begun=begun) for begun in (False, True))
    numbers, counts = array("i"), array("i")
    for _, label in pairs:
        own: set[int] = set()
        for form in label.decode().split(BETWEEN_FORMS):
            begun = False
            for piece in pieces(form):
                held = (others if begun else first)[piece]
                own.update(held)
                begun = begun or bool(held)
        numbers.extend(own)
        counts.append(len(own))
    numbered = np.arange(len(pairs), dtype=np.int32)
    return Worded(list(words), np.array(numbers, np.int32), np.repeat(numbered, np.array(counts, np.int32)))


def worded_before(parts: Sequence[LabelWords], renumbered: Sequence[Terms]) -> Worded:
    """The pairs of several segments by the words that each has found: looking for them again would take most
    of the time that a facet does. `renumbered` are the numbers of the pairs of each part."""
    words, numbers = united([part.words for part in parts])
    spread = [np.repeat(own, np.diff(part.starts)) for own, part in zip(numbers, parts, strict=True)]
    pairs = [own[part.labels] for own, part in zip(renumbered, parts, strict=True)]
    return Worded(words, np.concatenate(spread), np.concatenate(pairs))


def write_label_words(writer: ArrayWriter, field: str, found: Worded, places: Terms) -> None:
    """Write the words of a facet; `places` are the numbers that its pairs are written under, -1 of those that
    are left out."""
    pairs = places[found.pairs]
    order = pairs.argsort(kind="stable")[np.count_nonzero(pairs < 0) :]
    pairs, numbers = pairs[order], found.numbers[order]
    words, renumbered = kept(found.words, np.bincount(numbers, minlength=len(found.words)) > 0)
    lists = invert(len(words), renumbered[numbers], pairs)
    name = f"facet.{field}.words"
    write_table(writer, name, words)
    writer.put(f"{name}.label_starts", starts_of(lists.counts))
    writer.put(f"{name}.labels", lists.documents)
