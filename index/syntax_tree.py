"""What a person typed, as a tree: still words of text, not yet terms. Made by `index.syntax`."""

from collections.abc import Callable
from dataclasses import dataclass, replace

Place = str | tuple[str, ...] | None
"""Where to look: in a field, in any of several, or (None) wherever words look."""


@dataclass(frozen=True, slots=True)
class Word:
    """Characters without a space, in a field. `keep` it if it is a stop word."""

    text: str
    field: Place = None
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Quoted:
    """Text between quotation marks; with a `distance`, its words in any order, so many others between."""

    text: str
    field: Place = None
    distance: int | None = None


@dataclass(frozen=True, slots=True)
class Beginning:
    """Characters before a `*`."""

    text: str
    field: Place = None


@dataclass(frozen=True, slots=True)
class Pattern:
    """A word in which `*` stands for any letters and `?` for one."""

    text: str
    field: Place = None


@dataclass(frozen=True, slots=True)
class Similar:
    """A word that may be written otherwise by so many letters."""

    text: str
    edits: int
    field: Place = None


@dataclass(frozen=True, slots=True)
class Between:
    """Numbers from `low` to `high`, both included (None: open)."""

    field: str
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Nearby:
    """Words, phrases or alternatives of them, each with at most so many words between it and the next."""

    children: tuple["Tree", ...]
    distances: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Anything:
    """`*` alone, or nothing typed at all."""


@dataclass(frozen=True, slots=True)
class Sequence:
    """What was typed side by side with no operator between: whoever asks decides how many must match."""

    children: tuple["Tree", ...]


@dataclass(frozen=True, slots=True)
class And:
    """All of the children, joined by AND."""

    children: tuple["Tree", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Any of the children."""

    children: tuple["Tree", ...]


@dataclass(frozen=True, slots=True)
class Without:
    """Not the child."""

    child: "Tree"


@dataclass(frozen=True, slots=True)
class Required:
    """The child behind a `+`: it must match, however little is asked of its neighbours."""

    child: "Tree"


@dataclass(frozen=True, slots=True)
class Weighted:
    """The child, of more or less weight than the rest."""

    child: "Tree"
    factor: float


@dataclass(frozen=True, slots=True)
class Alternatives:
    """The child, which was typed, or, at `factor` times the weight, any of what means the same."""

    child: "Tree"
    others: tuple["Tree", ...]
    factor: float


Leaf = Word | Quoted | Beginning | Pattern | Similar | Between | Nearby | Anything
Tree = Leaf | Sequence | And | Or | Without | Required | Weighted | Alternatives


def joined(parts: list[Tree], by: type[Sequence] | type[And] | type[Or]) -> Tree | None:
    """The parts under one node; a single part stands for itself, none for nothing."""
    if len(parts) < 2:
        return parts[0] if parts else None
    flat: list[Tree] = []
    for part in parts:
        flat.extend(part.children if isinstance(part, by) else (part,))
    return by(tuple(flat))


def mapped(tree: Tree, change: Callable[[Leaf], Tree]) -> Tree:
    """The tree with another in the place of each of its leaves."""
    match tree:
        case Sequence(children) | And(children) | Or(children) | Nearby(children):
            return replace(tree, children=tuple(mapped(child, change) for child in children))
        case Without(child) | Required(child) | Weighted(child):
            return replace(tree, child=mapped(child, change))
        case Alternatives(child, others):
            others = tuple(mapped(other, change) for other in others)
            return replace(tree, child=mapped(child, change), others=others)
        case _:
            return change(tree)
