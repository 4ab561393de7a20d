"""Cursors of a scan: which generation, which query, how far."""

import hashlib

from index.errors import CursorExpired, CursorInvalid
from index.query import Query, Sort


def digest(query: Query, order: Sort | None) -> str:
    """A short name of what a scan asks; equal for equal questions in every process."""
    filters = sorted((facet, sorted(keys)) for facet, keys in query.filters)
    relevance = (query.first, query.otherwise, query.words) if order is None else ()
    asked = repr((_stable(query.tree), filters, order, _stable(relevance)))
    return hashlib.blake2b(asked.encode(errors="surrogatepass"), digest_size=6).hexdigest()


def _stable(node: object) -> str:
    """`repr` with the members of frozen sets in order."""
    if isinstance(node, frozenset):
        return repr(sorted(node))
    if isinstance(node, tuple):
        return "(" + ",".join(map(_stable, node)) + ")"
    slots = getattr(type(node), "__slots__", ())
    if slots and not isinstance(node, str):
        return type(node).__name__ + _stable(tuple(getattr(node, slot) for slot in slots))
    return repr(node)


def cursor(generation: int, position: int, asked: str) -> str:
    """The cursor of the hit at `position` (0 is the first) in the scan that `digest` names."""
    return f"{generation}-{position}-{asked}"


def resume(after: str | None, generation: int, asked: str) -> int:
    """The position of the first hit behind the cursor. Raises CursorExpired, CursorInvalid."""
    if after is None:
        return 0
    made, _, rest = after.partition("-")
    position, _, of = rest.partition("-")
    if not (made.isascii() and made.isdigit() and position.isascii() and position.isdigit()):
        raise CursorInvalid(f"{after!r} is not a cursor: begin the scan again without one")
    if int(made) != generation:
        raise CursorExpired(
            f"the cursor {after!r} is of generation {made}, and generation {generation} answers now: "
            "begin the scan again without a cursor"
        )
    if of != asked:
        raise CursorInvalid(f"the cursor {after!r} is of another query: begin this scan without a cursor")
    return int(position) + 1
