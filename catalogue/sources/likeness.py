"""What was most likely meant by a name that nobody knows."""

from collections.abc import Iterable
from difflib import get_close_matches

_LIKE = 0.8
"""How much of two names is the same, as difflib counts, where one may be a slip for the other."""


def meant(written: str, known: Iterable[str]) -> str:
    """The known name that differs from the written one by a letter or two, "" where there is none.

    >>> meant("titel", ["title", "subtitle"]), meant("colour", ["title"])
    ('title', '')
    """
    return next(iter(get_close_matches(written, sorted(known), 1, _LIKE)), "")
