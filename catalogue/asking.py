"""From what a reader asks to what an engine is asked.

A typed text is repaired and parsed, its words are widened by concepts, and it is decided how many of them
must match: by default all of up to `FEW` words, followed by the best of the rest where that finds little; of
more words the best matches, whichever words they hold.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from catalogue.aliases import ALIASES
from catalogue.coded import by_codes
from catalogue.concepts import NO_CONCEPTS, Concept, Concepts
from catalogue.documents import SEARCHED
from catalogue.facets import COUNTED, FACETS, WHOLE
from catalogue.folding import folded_words
from catalogue.pasted import bare, doi_of
from catalogue.sources.letters import repair
from catalogue.tags import put_before
from index import (
    Filters,
    Match,
    Notice,
    NoticeCode,
    Query,
    Sort,
    Tree,
    analyse_query,
    parse,
)
from index.match import loose_parts, subject, unquoted
from index.query import AnyOf, Keyword, Node
from index.query_analysis import ranks, refining_words
from index.syntax import MAX_LENGTH
from index.syntax_tree import Sequence, Word
from index.tokens import normalise
from index.typed_names import whole_name, with_names

SORTS: Mapping[str, Sort | None] = MappingProxyType(
    {
        "relevance": None,
        "newest": Sort("issued", descending=True),
        "oldest": Sort("issued"),
        "title": Sort("title"),
        "added": Sort("added", descending=True),
    }
)
"""The orders a result can be read in, by the name that an address carries."""

DEEPEST = 10_000
"""Results that can be paged through; whoever wants more exports them."""

MATCHES = ("auto", "all", "any")
"""How many of the words typed side by side must match, by the name that an address carries."""
FEW = 4
"""Words that must all match where the reader leaves it to us."""

_PEOPLE = "author"
"""The field that names of people stand in."""
_IDENTIFIER = "identifier:"
"""What `pasted.bare` makes of `ISBN` and the like before a number."""
_MOST_ALIKE = 5
"""Notices of one kind."""

_EXCLUDING = re.compile(r"(?:^|[\s(])[-−](?=\S)")


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """What a reader asks for.

    `page` counts from 1; `sort` is a name of `SORTS` ("": relevance where words tell what is relevant, newest
    first where they do not). `match` is one of `MATCHES` ("": auto). `narrow` are the keys of concepts that
    words stand for no more than themselves. `revision` names the state of the data that the reader had seen.
    """

    text: str = ""
    filters: Filters = ()
    sort: str = ""
    page: int = 1
    size: int = 20
    match: str = ""
    narrow: frozenset[str] = frozenset()
    revision: str = ""

    def selected(self, facet: str) -> frozenset[str]:
        """The keys that a facet is filtered by."""
        return next((keys for name, keys in self.filters if name == facet), frozenset())


@dataclass(frozen=True, slots=True)
class Asked:
    """What an engine is asked, what the reader should be told of it, the concepts whose other labels are
    searched for, the tree as typed (None: nothing in it can be searched), the name of the order, and how many
    of the words side by side must match."""

    query: Query
    notices: tuple[Notice, ...]
    also: tuple[Concept, ...]
    tree: Tree | None
    order: str
    match: Match


def ask(
    request: SearchRequest, languages: frozenset[str] | None = None, concepts: Concepts = NO_CONCEPTS
) -> Asked:
    """The query of a request, words stemmed as in `languages` (None: in all there are)."""
    # A Latin i typed inside a Kazakh word would find nothing: what is published is repaired as well.
    text = bare(repair(request.text[: 2 * MAX_LENGTH]))
    parsed = parse(put_before(text), SEARCHED, ALIASES)
    typed = parsed.tree if parsed.tree is None or request.match == "all" else subject(parsed.tree)
    tree = typed
    also: tuple[Concept, ...] = ()
    unknown: tuple[Notice, ...] = ()
    if typed is not None:
        typed, unknown = by_codes(typed)
        tree, also = concepts.expanded(typed, request.narrow)
    match, falls_back = _match(request, typed)
    first = None if typed is None else _meant(text)
    named = None if tree is None else with_names(tree, _PEOPLE)
    node = analyse_query(named, SEARCHED, languages, match)
    if first is not None and not _is_bare(typed) and not _excludes(text):
        node = AnyOf((node, first))  # a title may hold what reads as syntax
    size = max(1, request.size)
    order = _order(request, node)
    query = Query(
        tree=node,
        filters=request.filters,
        facets=FACETS,
        facet_limit=COUNTED,
        whole=WHOLE,
        sort=SORTS[order],
        offset=min((max(1, request.page) - 1) * size, DEEPEST - size),
        limit=size,
        first=_before_all(first, typed, languages),
        otherwise=_otherwise(tree, languages, match) if falls_back else None,
        words=() if typed is None else refining_words(typed, languages),
    )
    return Asked(query, _few((*parsed.notices, *unknown)), also, parsed.tree, order, match)


def _few(notices: tuple[Notice, ...]) -> tuple[Notice, ...]:
    """The first notices of each kind, in their order: nobody reads a hundred alike."""
    told: Counter[NoticeCode] = Counter()
    kept: list[Notice] = []
    for notice in notices:
        told[notice.code] += 1
        if told[notice.code] <= _MOST_ALIKE:
            kept.append(notice)
    return tuple(kept)


def _order(request: SearchRequest, node: Node) -> str:
    """The name of the order that applies."""
    if request.sort in SORTS:
        return request.sort
    return "relevance" if ranks(node) else "newest"


def _match(request: SearchRequest, tree: Tree | None) -> tuple[Match, bool]:
    """How many words must match, and whether those that match less follow where few match."""
    words = 0 if tree is None else sum(1 for _ in loose_parts(tree))
    if request.match == "any":
        return Match.ANY, words > FEW
    if request.match == "all" or words < 2:
        return Match.ALL, False
    return Match.ALL if words <= FEW else Match.ANY, True


def _otherwise(tree: Tree | None, languages: frozenset[str] | None, match: Match) -> Node | None:
    """What else may be of use where little matches the tree; None where that is nothing more."""
    is_strict = match is Match.ALL
    looser = tree if is_strict or tree is None else unquoted(tree)
    if looser is None or (looser == tree and not is_strict):
        return None
    return analyse_query(with_names(looser, _PEOPLE, loosely=is_strict), SEARCHED, languages, Match.ANY)


def _meant(text: str) -> Node | None:
    """The one record that a whole text names: by a DOI, another identifier, a key or its title."""
    doi, title = doi_of(text), folded_words(text)
    identifier = text.removeprefix(_IDENTIFIER)
    named = [
        Keyword(normalise(value), (field,))
        for field, value in (("doi", doi), ("identifier", identifier), ("key", text), ("exact", title))
        if value
    ]
    return AnyOf(tuple(named)) if title else None


def _before_all(meant: Node | None, typed: Tree | None, languages: frozenset[str] | None) -> Node | None:
    """What comes before all else: the record that was meant, and whoever bears the name that was typed,
    since its words may stand more often in a record of several others."""
    name = None if typed is None else whole_name(typed, _PEOPLE)
    if name is None:
        return meant
    named = analyse_query(name, SEARCHED, languages)
    return named if meant is None else AnyOf((meant, named))


def _excludes(text: str) -> bool:
    """Whether a text says of a word that it must not occur: `salt -lakes` is not the title “Salt lakes”, but
    many words that are a title if their signs are passed over were typed as one."""
    return _EXCLUDING.search(text) is not None and len(text.split()) <= FEW


def _is_bare(tree: Tree | None) -> bool:
    """Whether nothing but words was typed."""
    words = tree.children if isinstance(tree, Sequence) else (tree,)
    return all(isinstance(word, Word) and word.field is None for word in words)
