"""What an engine is asked: a tree of term groups, filters, facets, an order and a page.

The nodes speak of terms as `index.analysis` makes them, never of text, so that every engine gives the same
answer. All values are frozen and hashable.
"""

from dataclasses import dataclass

MAX_EXPANSIONS = 200
"""Most index terms that one prefix may stand for; the first in alphabetical order are taken.

Words of deleted documents may be among them until an engine merges them away."""


@dataclass(frozen=True, slots=True)
class Everything:
    """All documents."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """No document."""


@dataclass(frozen=True, slots=True)
class Group:
    """One word of a text: documents that hold any of `terms`, in `fields` (None: in any TEXT field)."""

    terms: tuple[str, ...]
    fields: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that follow each other within one passage; each is a group of alternative terms."""

    words: tuple[tuple[str, ...], ...]
    fields: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Prefix:
    """Words of a text that begin with the folded `prefix`, bounded by `MAX_EXPANSIONS`."""

    prefix: str
    fields: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Keyword:
    """Documents with this whole value in one of the KEYWORD `fields`."""

    value: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeywordPrefix:
    """Documents with a value that begins so in one of the KEYWORD `fields`, bounded by `MAX_EXPANSIONS`."""

    prefix: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Range:
    """Documents with a number from `low` to `high`, both included, in a NUMBER field (None: open)."""

    field: str
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class All:
    """Documents that match every child."""

    children: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Documents that match at least one child."""

    children: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Documents that do not match the child."""

    child: "Node"


Leaf = Everything | Nothing | Group | Phrase | Prefix | Keyword | KeywordPrefix | Range
Node = Leaf | All | AnyOf | Not


def positive_leaves(node: Node) -> tuple[Leaf, ...]:
    """The leaves under no `Not`, in reading order and with repetitions."""
    match node:
        case Not():
            return ()
        case All(children) | AnyOf(children):
            return tuple(leaf for child in children for leaf in positive_leaves(child))
        case _:
            return (node,)


def scoring_leaves(node: Node) -> tuple[Group | Prefix | Keyword, ...]:
    """The leaves that score: the positive ones that can, a phrase as its words."""
    scoring: list[Group | Prefix | Keyword] = []
    for leaf in positive_leaves(node):
        if isinstance(leaf, Phrase):
            scoring += [Group(word, leaf.fields) for word in leaf.words]
        elif isinstance(leaf, Group | Prefix | Keyword):
            scoring.append(leaf)
    return tuple(scoring)


@dataclass(frozen=True, slots=True)
class Sort:
    """An order by a sort field. Documents without a value come last in both directions; ties go by id."""

    field: str
    descending: bool = False


Filters = tuple[tuple[str, frozenset[str]], ...]


@dataclass(frozen=True, slots=True)
class Query:
    """A question to a snapshot.

    `filters` pair a facet with the keys allowed there: OR inside a facet, AND between facets; a facet's own
    filter does not touch its counts. `facets` names the facets to count, of each at most `facet_limit` values
    and the filtered ones (None: all). `sort` None means by relevance, ties by id.
    """

    tree: Node = Everything()
    filters: Filters = ()
    facets: tuple[str, ...] = ()
    sort: Sort | None = None
    offset: int = 0
    limit: int = 20
    facet_limit: int | None = 100
