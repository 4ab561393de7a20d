"""JSON of any length, piece by piece, for the formats that are written in it."""

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice

Item = Mapping[str, object]


def one_or_many(items: Iterable[Item], opening: str, closing: str, one: Item | None = None) -> Iterator[str]:
    """A single item as an object, with the members of `one` before its own; several, or none, one a line as
    the array that `opening` begins and `closing` ends."""
    rest = iter(items)
    first = list(islice(rest, 2))
    if len(first) == 1:
        yield _written({**(one or {}), **first[0]}) + "\n"
        return
    separator = opening
    for item in chain(first, rest):
        yield f"{separator}\n{_written(item)}"
        separator = ","
    yield f"{opening}{closing}\n" if separator == opening else f"\n{closing}\n"


def _written(item: Item) -> str:
    return json.dumps(item, ensure_ascii=False)
