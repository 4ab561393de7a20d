"""Words and phrases near each other: what `a W/5 b` asks of an engine.

Engines know windows of single words (`Near`). Alternatives of single words are one word with more terms;
a phrase is near something if it occurs and its words stand in one window with the other's.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise, product

from index.analysis import PASSAGE_GAP
from index.query import All, AnyOf, Group, Near, Node, Phrase
from index.syntax_tree import Alternatives, Nearby, Or, Place, Quoted, Required, Tree, Weighted, Word
from index.tokens import tokenise

MOST_PAIRS = 16
"""Most pairs of alternatives, phrases among them, that are looked for near each other."""

Terms = Callable[[str], tuple[str, ...]]
_Words = tuple[tuple[str, ...], ...]
"""The words of an alternative, each as the group of its terms."""


def near_node(tree: Nearby, terms: Terms, fields: frozenset[str] | None) -> Node | None:
    """The node of words near each other in `fields`; None where a part is neither word nor phrase, or where
    there are more than `MOST_PAIRS`. `terms` gives those of a folded word."""
    parts = [_alternatives(child, terms) for child in tree.children]
    pairs: list[Node] = []
    for (left, right), distance in zip(pairwise(parts), tree.distances, strict=True):
        if not left or not right or len(left) * len(right) > MOST_PAIRS:
            return None
        either = tuple(_pair(one, other, distance, fields) for one, other in product(left, right))
        pairs.append(AnyOf(either) if len(either) > 1 else either[0])
    return All(tuple(pairs)) if len(pairs) > 1 else pairs[0]


def can_be_near(tree: Tree) -> bool:
    """Whether a part is a word, a phrase, or alternatives of them."""
    return all(words is not None for words in _texts(tree))


def place_of(tree: Tree) -> Place:
    """Where the words of a part are looked for: where its first one is."""
    match tree:
        case Word(_, field) | Quoted(_, field):
            return field
        case Or(children) | Nearby(children):
            return place_of(children[0])
        case Weighted(child) | Required(child) | Alternatives(child):
            return place_of(child)
        case _:
            return None


def _alternatives(tree: Tree, terms: Terms) -> list[_Words]:
    """The alternatives of a part, all single words among them as one; none for what cannot be near."""
    singles: dict[str, None] = {}
    phrases: list[_Words] = []
    for tokens in _texts(tree):
        if tokens is None or not tokens:
            return []
        if len(tokens) == 1:
            singles |= dict.fromkeys(terms(tokens[0]))
        else:
            phrases.append(tuple(map(terms, tokens)))
    return [*([(tuple(singles),)] if singles else []), *phrases]


def _texts(tree: Tree) -> Iterator[list[str] | None]:
    """The folded words of each alternative; None for one that is not made of words."""
    match tree:
        case Word(text) | Quoted(text, _, None):
            yield [token.word for token in tokenise(text)]
        case Or(children):
            for child in children:
                yield from _texts(child)
        case Weighted(child) | Required(child) | Alternatives(child):
            yield from _texts(child)
        case _:
            yield None


def _pair(one: _Words, other: _Words, distance: int, fields: frozenset[str] | None) -> Node:
    words = tuple(dict.fromkeys((*one, *other)))
    phrases = [Phrase(part, fields) for part in (one, other) if len(part) > 1]
    if len(words) < 2:
        return Group(words[0], fields)
    together = window(words, distance, fields)
    return All((*phrases, together)) if phrases else together


def window(words: tuple[tuple[str, ...], ...], distance: int, fields: frozenset[str] | None) -> Near:
    """Words with at most so many others between, and never so many that they reach into another passage."""
    return Near(words, max(0, min(distance, PASSAGE_GAP - len(words))), fields)
