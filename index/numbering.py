"""Different values by number, for those that come by the hundred thousand."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from itertools import count
from typing import Generic, TypeVar

H = TypeVar("H", bound=Hashable)


class Numbering(defaultdict[H, int], Generic[H]):
    """Different values, numbered in the order in which they are first asked for, which is that of iteration.

    >>> numbering = Numbering("ab")
    >>> numbering["b"], numbering["c"], list(numbering)
    (1, 2, ['a', 'b', 'c'])
    """

    def __init__(self, values: Iterable[H] = ()) -> None:
        super().__init__(count().__next__)  # which takes no step of Python for a new value
        for value in values:
            self[value]

    def __reduce__(self) -> tuple[type["Numbering[H]"], tuple[list[H]]]:
        return Numbering, (list(self),)
