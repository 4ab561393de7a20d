"""What an engine is asked: a tree of term groups, filters, facets, an order and a page.

The nodes speak of terms as `index.analysis` makes them, never of text, so that every engine gives the same
answer. All values are frozen and hashable.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

MAX_EXPANSIONS = 200
"""Most index terms that a prefix, a wildcard or a fuzzy word may stand for; the first in alphabetical order
are taken.

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
class Near:
    """Different words in any order within `len(words) + distance` positions of one passage; each is a group
    of alternative terms, and has a place of its own."""

    words: tuple[tuple[str, ...], ...]
    distance: int
    fields: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Wildcard:
    """Words of a text that fit a folded pattern, in which `*` stands for any letters and `?` for one.

    The pattern begins with letters. Bounded by `MAX_EXPANSIONS`."""

    pattern: str
    fields: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Words of a text that `edits` changes make of the folded `word`, and that begin with its first letter.

    A change puts in, takes out or replaces a letter, or swaps two neighbours. Bounded by `MAX_EXPANSIONS`."""

    word: str
    edits: int
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


@dataclass(frozen=True, slots=True)
class Boost:
    """Documents that match the child, whose words weigh `factor` times as much."""

    child: "Node"
    factor: float


Expansion = Prefix | Wildcard | Fuzzy
"""What stands for several words of the index; each weighs as one occurrence."""
Leaf = Everything | Nothing | Group | Phrase | Near | Expansion | Keyword | KeywordPrefix | Range
Node = Leaf | All | AnyOf | Not | Boost


def positive_leaves(node: Node) -> tuple[Leaf, ...]:
    """The leaves under no `Not`, in reading order and with repetitions."""
    return tuple(leaf for leaf, _ in _weighted_leaves(node, 1.0))


def scoring_leaves(node: Node) -> tuple[tuple[Group | Expansion | Keyword, float], ...]:
    """The leaves that score, each once with the factor of the boosts around it: the positive ones that can,
    phrases and neighbours as their words. One that stands several times has the sum of its factors."""
    scoring: dict[Group | Expansion | Keyword, float] = defaultdict(float)
    for leaf, factor in _weighted_leaves(node, 1.0):
        if isinstance(leaf, Phrase | Near):
            for word in leaf.words:
                scoring[Group(word, leaf.fields)] += factor
        elif isinstance(leaf, Group | Prefix | Wildcard | Fuzzy | Keyword):
            scoring[leaf] += factor
    return tuple(scoring.items())


def _weighted_leaves(node: Node, factor: float) -> Iterator[tuple[Leaf, float]]:
    match node:
        case Not():
            pass
        case Boost(child, more):
            yield from _weighted_leaves(child, factor * more)
        case All(children) | AnyOf(children):
            for child in children:
                yield from _weighted_leaves(child, factor)
        case _:
            yield node, factor


@dataclass(frozen=True, slots=True)
class Sort:
    """An order by a sort field. Documents without a value come last in both directions; ties go by id."""

    field: str
    descending: bool = False


ENOUGH = 10
"""Documents that make a result; where fewer match, what else may be of use follows them."""

FEWEST_WORDS = 2
"""Words that the best are refined by: one stands beside nothing."""

Filters = tuple[tuple[str, frozenset[str]], ...]


@dataclass(frozen=True, slots=True)
class Query:
    """A question to a snapshot.

    `filters` pair a facet with the keys allowed there: OR inside a facet, AND between facets; a facet's own
    filter does not touch its counts. `facets` names the facets to count, of each at most `facet_limit` values
    (None: all; of those in `whole`, too), behind them the filtered ones and `NONE_STATED`. `sort` None means
    by relevance, ties by id.

    Three things concern relevance alone, and do nothing where there is another order. Of the result,
    documents that match `first` come before all others. Where fewer than `ENOUGH` documents match the tree,
    filters aside, those that match `otherwise` follow behind them, scored by it. `words` are what the best
    are refined by, see `index.rerank`: a group for each word, in typed order and with repetitions.
    """

    tree: Node = Everything()
    filters: Filters = ()
    facets: tuple[str, ...] = ()
    sort: Sort | None = None
    offset: int = 0
    limit: int = 20
    facet_limit: int | None = 100
    whole: frozenset[str] = frozenset()
    first: Node | None = None
    otherwise: Node | None = None
    words: tuple[tuple[str, ...], ...] = ()

    @property
    def refining(self) -> tuple[tuple[str, ...], ...]:
        """Its `words`; none where they are too few."""
        return self.words if len(self.words) >= FEWEST_WORDS else ()
