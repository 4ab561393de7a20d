"""What a tree finds in a generation, before filters, order and page."""

from typing import NamedTuple

from index.results import Notice
from index.whoosh_engine.lists import Documents, Floats

_OVERHEAD = 2000  # bytes of a small answer and its tree, about


class Answer(NamedTuple):
    """The documents that match, ascending, and their scores in whole units of the last digit.

    `scores` is None where nothing scores or nobody asked; `expanded` counts the index terms that were read.
    """

    documents: Documents
    scores: Floats | None
    notices: tuple[Notice, ...]
    expanded: int

    @property
    def weight(self) -> int:
        """The bytes that it takes, about."""
        return self.documents.nbytes + (0 if self.scores is None else self.scores.nbytes) + _OVERHEAD
