"""What a prefix, a wildcard or a fuzzy word stands for: the same for every engine."""

import re
from collections.abc import Sequence

from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from index.query import MAX_EXPANSIONS, Expansion, Fuzzy, KeywordPrefix, Prefix, Wildcard
from index.results import Notice, NoticeCode

_SHORT = 5
"""Letters of a word in which one change is as much as two are in a longer one."""
_WILD = re.compile(r"[*?]")


def likely_edits(word: str) -> int:
    """How many changes a word that is written nearly so may need, where nobody says how many."""
    return 1 if len(word) <= _SHORT else 2


def literal_beginning(node: Expansion) -> str:
    """The letters that every word which the node stands for begins with."""
    match node:
        case Prefix(prefix):
            return prefix
        case Wildcard(pattern):
            return _WILD.split(pattern, maxsplit=1)[0]
        case Fuzzy(word):
            return word[:1]


def fitting(node: Expansion, words: Sequence[str]) -> list[str]:
    """Those of some folded `words` that the node stands for, in the same order.

    >>> fitting(Fuzzy("gendre", 1), ["gender", "genre", "gene", "tender"])
    ['gender', 'genre']
    """
    match node:
        case Prefix(prefix):
            return [word for word in words if word.startswith(prefix)]
        case Wildcard(pattern):
            fits = _expression(pattern).fullmatch
            return [word for word in words if fits(word)]
        case Fuzzy(word, edits):
            return _similar(word, edits, words)


def _similar(word: str, edits: int, words: Sequence[str]) -> list[str]:
    near = [other for other in words if other[:1] == word[:1] and abs(len(other) - len(word)) <= edits]
    if not near:
        return []
    distances = cdist([word], near, scorer=OSA.distance, score_cutoff=edits)[0].tolist()
    return [other for other, distance in zip(near, distances, strict=True) if distance <= edits]


def limited(node: Expansion | KeywordPrefix) -> Notice:
    """The remark that a node stands for more words than are searched."""
    return Notice(NoticeCode.EXPANSION_LIMITED, (_written(node), str(MAX_EXPANSIONS)))


def _written(node: Expansion | KeywordPrefix) -> str:
    match node:
        case Prefix(prefix) | KeywordPrefix(prefix):
            return f"{prefix}*"
        case Wildcard(pattern):
            return pattern
        case Fuzzy(word, edits):
            return f"{word}~{edits}"


def _expression(pattern: str) -> re.Pattern[str]:
    """The expression of a pattern. Where the part behind a `*` first fits is where it may stand, whatever
    follows: no other place is tried (`(?>…)`), as a word of one letter repeated would be for ages."""
    first, *inner = [
        "".join("." if sign == "?" else re.escape(sign) for sign in part) for part in pattern.split("*")
    ]
    if not inner:
        return re.compile(first, re.DOTALL)
    *between, last = inner
    return re.compile(first + "".join(f"(?>.*?{part})" for part in between if part) + f".*{last}", re.DOTALL)
