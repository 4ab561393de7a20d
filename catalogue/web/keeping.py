"""What a worker keeps of the pages it has made: the newest, and what is asked for again and again.

A page is a function of its generation and of what its validator says beside it, so it can be sent again as it
is: what a record's page says of others that resemble it is of the generation, too. Its parts, many of which
stand on other pages, need not be made for each.
"""

from collections import OrderedDict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from threading import Lock
from typing import Generic, Self, TypeVar

from catalogue.web.packing import pack, unpack

Thing = TypeVar("Thing")

_LARGE = 20
"""What takes up more than one of so many parts of the room is not kept: it would cost too many others."""


class Kept(Generic[Thing]):
    """Things by what they depend on, as many of those asked for last as fit into `room`."""

    def __init__(self, room: int) -> None:
        self._room, self._taken = room, 0
        self._things: OrderedDict[Hashable, tuple[Thing, int]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable) -> Thing | None:
        """What is kept under a key."""
        with self._lock:
            found = self._things.get(key)
            if found is None:
                return None
            self._things.move_to_end(key)
        return found[0]

    def put(self, key: Hashable, thing: Thing, size: int) -> Thing:
        """The thing itself, kept if it is not too large; `size` is in the unit of `room`."""
        if size * _LARGE > self._room:
            return thing
        with self._lock:
            _, before = self._things.pop(key, (None, 0))
            self._things[key] = thing, size
            self._taken += size - before
            while self._taken > self._room:
                self._taken -= self._things.popitem(last=False)[1][1]
        return thing


@dataclass(frozen=True, slots=True)
class Page:
    """A finished page with all its headers but those of its packing. It is packed once, and sent so to almost
    everybody; unpacking it takes a fiftieth of the time that making it does."""

    packed: bytes
    headers: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, body: bytes, headers: Iterable[tuple[str, str]]) -> Self:
        """A page to keep."""
        return cls(pack(body), tuple(headers))

    @property
    def body(self) -> bytes:
        """What is sent to who takes nothing packed."""
        return unpack(self.packed)

    @property
    def size(self) -> int:
        """The bytes that it takes up, nearly."""
        return len(self.packed) + sum(len(value) for _, value in self.headers)
