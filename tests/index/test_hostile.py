"""The work of a query is bounded, whatever is typed."""

import pytest

from index import Match, Query, SearchEngine, Tree, analyse, analyse_query, parse
from index.query import MAX_EXPANSIONS, All, AnyOf, Boost, Node, Not
from index.syntax import MAX_PREFIXES, MAX_WORDS
from index.terms import query_terms
from tests.hostile import HOSTILE
from tests.index.shelf import FIELDS, document

_LANGUAGES = frozenset({"en", "ru", "kk"})
_TERMS_OF_A_WORD = (
    len(query_terms("migration", _LANGUAGES, initial=True)) + 3
)  # and where KEYWORD values look
_MOST_READ = MAX_WORDS * _TERMS_OF_A_WORD + MAX_PREFIXES * 2 * MAX_EXPANSIONS
_NODES_OF_A_WORD = 8
_CUT = {
    "8 kB of different words",
    "5,000 terms",
    "2,000 parentheses",
    "8 kB of signs",
    "a one-letter prefix",
    "two-letter prefixes",
    "slips",
    "2,000 operators",
    "a chain of W/n",
    "a phrase of 1,000 words",
}
"""Some of which the reader must be told that not all of them was searched as typed."""


@pytest.fixture
def large(engine: SearchEngine) -> SearchEngine:
    engine.update(
        (analyse(document(f"w{n}", f"w{n} common gender"), FIELDS) for n in range(MAX_EXPANSIONS + 5)), []
    )
    return engine


def typed(text: str) -> Tree | None:
    return parse(text, FIELDS, {"ti": "title"}).tree


def nodes(node: Node) -> int:
    match node:
        case All(children) | AnyOf(children):
            return 1 + sum(map(nodes, children))
        case Not(child) | Boost(child):
            return 1 + nodes(child)
        case _:
            return 1


@pytest.mark.parametrize("name", HOSTILE)
def test_few_terms_are_read(large: SearchEngine, name: str) -> None:
    tree = analyse_query(typed(HOSTILE[name]), FIELDS, _LANGUAGES, Match.ANY)
    assert large.snapshot().search(Query(tree)).expanded <= _MOST_READ


@pytest.mark.parametrize("match", Match)
@pytest.mark.parametrize("name", HOSTILE)
def test_trees_stay_small(name: str, match: Match) -> None:
    tree = analyse_query(typed(HOSTILE[name]), FIELDS, _LANGUAGES, match)
    assert nodes(tree) <= MAX_WORDS * _NODES_OF_A_WORD


@pytest.mark.parametrize("name", sorted(_CUT))
def test_what_is_cut_is_told(name: str) -> None:
    assert parse(HOSTILE[name], FIELDS).notices
