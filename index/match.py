"""How much of what was typed side by side must match: every word, or only some, the best first.

Either way, what its typist insisted on must match: phrases, ranges, what is in a field or behind a `+`; and
what stands behind a `-` must not. Words that say nothing by themselves are dropped beside others.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import Enum, auto
from functools import lru_cache
from itertools import groupby

from index.languages import is_stop_word
from index.requests import boilerplate
from index.syntax_tree import (
    Alternatives,
    And,
    Anything,
    Beginning,
    Between,
    Nearby,
    Or,
    Pattern,
    Quoted,
    Required,
    Sequence,
    Similar,
    Tree,
    Weighted,
    Without,
    Word,
    joined,
)
from index.tokens import tokenise


class Match(Enum):
    """How many of the words typed side by side must match."""

    ALL = auto()
    ANY = auto()


def is_insisted(tree: Tree) -> bool:
    """Whether a part of a sequence must match, or must not, even where any word will do."""
    match tree:
        case Quoted() | Between() | Nearby() | Required() | Without():
            return True
        case Word(_, field, keep):
            return keep or field is not None
        case Beginning() | Pattern() | Similar():
            return tree.field is not None
        case Weighted(child) | Alternatives(child):
            return is_insisted(child)
        case Or(children):
            return all(map(is_insisted, children))
        case And(children) | Sequence(children):
            return any(map(is_insisted, children))
        case Anything():
            return False


def loose_parts(tree: Tree) -> Iterator[Tree]:
    """What need not match where any word will do: parts of sequences, in typed order."""
    match tree:
        case Sequence(children):
            for child in telling(children):
                if is_insisted(child):
                    yield from loose_parts(child)
                else:
                    yield child
        case And(children) | Or(children):
            for child in children:
                yield from loose_parts(child)
        case Required(child) | Weighted(child) | Alternatives(child):
            yield from loose_parts(child)


def bare_words(tree: Tree) -> Iterator[Word]:
    """The words that were typed as words, in order: in no field, no phrase, under no `-`."""
    match tree:
        case Word(_, None):
            if not says_nothing(tree):
                yield tree
        case Sequence(children) | And(children) | Or(children):
            for child in children:
                yield from bare_words(child)
        case Required(child) | Weighted(child) | Alternatives(child):
            yield from bare_words(child)


def subject(tree: Tree) -> Tree:
    """What a request is about, without what is said of the request itself (“I am interested in …”)."""
    if not isinstance(tree, Sequence):
        return tree
    kept: list[Tree] = []
    for is_plain, run in groupby(tree.children, _is_plain):
        part = list(run)
        told = boilerplate([word.text for word in part if isinstance(word, Word)]) if is_plain else ()
        kept += [child for number, child in enumerate(part) if number not in told]
    return joined(kept, Sequence) or tree


def unquoted(tree: Tree) -> Tree:
    """A tree whose phrases, unless in a field, are the words in them: in long requests quotation marks cite
    more often than they insist."""
    match tree:
        case Quoted(text, None, None):
            return joined([Word(word) for word in text.split()], Sequence) or tree
        case Sequence(children):
            return Sequence(tuple(map(unquoted, children)))
        case Alternatives(child):
            return replace(tree, child=unquoted(child))
        case _:
            return tree


def _is_plain(tree: Tree) -> bool:
    return isinstance(tree, Word) and tree.field is None and not tree.keep


def telling(children: Iterable[Tree]) -> list[Tree]:
    """The children without those that say nothing, if anything else that must match is left."""
    every = list(children)
    kept = [child for child in every if not says_nothing(child)]
    return kept if any(not isinstance(child, Without) for child in kept) else every


def says_nothing(tree: Tree) -> bool:
    """Whether a tree is a stop word, or has no letters at all."""
    return isinstance(tree, Word) and not tree.keep and _holds_no_word(tree.text)


@lru_cache(maxsize=1024)
def _holds_no_word(text: str) -> bool:
    return all(is_stop_word(token.word) for token in tokenise(text))
