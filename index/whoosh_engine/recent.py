"""What was asked lately, kept within a bound."""

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Recent(Generic[K, V]):
    """The latest values by key, of at most `most` weight in all. Safe to share between threads."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._weight = 0
        self._held: OrderedDict[K, tuple[V, int]] = OrderedDict()
        self._changing = Lock()

    def get(self, key: K) -> V | None:
        """The value that was kept under a key, if it is still there."""
        with self._changing:
            if key not in self._held:
                return None
            self._held.move_to_end(key)
            return self._held[key][0]

    def keep(self, key: K, value: V, weight: int) -> None:
        """Keep a value, and let go of what was not asked for the longest; one too heavy is not kept."""
        if weight > self._most:
            return
        with self._changing:
            self._weight += weight - self._held.pop(key, (value, 0))[1]
            self._held[key] = value, weight
            while self._weight > self._most:
                _, (_, dropped) = self._held.popitem(last=False)
                self._weight -= dropped
