"""Random queries to the libraries of `libraries`: typed ones, and trees of all nodes."""

from dataclasses import replace

from hypothesis import strategies as st

from index import Match, Query, Sort, analyse_query, parse
from index.field_names import Aliases
from index.names import name_node
from index.query import (
    All,
    AnyOf,
    Boost,
    Everything,
    Fuzzy,
    Group,
    Keyword,
    KeywordPrefix,
    Near,
    Node,
    Not,
    Nothing,
    Phrase,
    Prefix,
    Range,
    Wildcard,
)
from index.terms import query_terms
from index.tokens import tokenise
from tests.index.libraries import NAMES, WORDS
from tests.index.shelf import FIELDS

_ALL_DEFAULT = tuple(replace(field, default=True) for field in FIELDS)
_PIECE = st.sampled_from(
    [
        *WORDS,
        *NAMES,
        *'( ) OR AND NOT - + * ? ~ ~2 ^2 " title: note: key: year: author: 2019..2021 >0'.split(),
        *"mi* m?grate labuor~ K:1".split(),
        *"W/0 W/3 NEAR/2 НЕ ИЛИ AND( « » ABOUT(".split(),
        *["year > 2000", 'author:"Щукин, Ю"', "Ю."],
    ]
)
_ALIASES: Aliases = {"about": ("title", "abstract", "key")}
_TYPED = st.lists(_PIECE, max_size=8).flatmap(lambda p: st.sampled_from([" ".join(p), "".join(p)]))
_TYPED_TREE = st.builds(
    lambda typed, fields, match: analyse_query(parse(typed, fields, _ALIASES).tree, fields, None, match),
    _TYPED,
    st.sampled_from([FIELDS, _ALL_DEFAULT]),
    st.sampled_from(Match),
)

_IN = st.none() | st.frozensets(st.sampled_from(["title", "abstract", "note", "author"]), min_size=1)
_WORD = st.sampled_from([token.word for word in (*WORDS, *NAMES) for token in tokenise(word)])
_GROUP = st.builds(query_terms, _WORD, initial=st.booleans())
_NAME = st.lists(st.sampled_from([*NAMES, ",", "Sh.", "Ю."]), min_size=1, max_size=3).map(" ".join)
_NUMBER = st.none() | st.integers(-6, 2022)
_LEAF: st.SearchStrategy[Node] = st.one_of(
    st.sampled_from([Everything(), Nothing()]),
    st.builds(Group, _GROUP, _IN),
    st.builds(Phrase, st.lists(_GROUP, min_size=2, max_size=3).map(tuple), _IN),
    st.builds(Near, st.lists(_GROUP, min_size=2, max_size=3, unique=True).map(tuple), st.integers(0, 4), _IN),
    st.builds(lambda name, fields: name_node(name, fields, None) or Nothing(), _NAME, _IN),
    st.builds(Prefix, st.sampled_from(["mi", "migr", "ет", "q"]), _IN),
    st.builds(Wildcard, st.sampled_from(["mi*", "mi?ra*n", "et?t", "ми*я"]), _IN),
    st.builds(Fuzzy, st.one_of(_WORD, st.sampled_from(["migrtae", "labuor"])), st.integers(1, 2), _IN),
    st.builds(Keyword, st.sampled_from(["k:1", "k2", "email", "z"]), st.just(("key",))),
    st.builds(KeywordPrefix, st.sampled_from(["k", "e", ""]), st.just(("key",))),
    st.builds(Range, st.just("year"), _NUMBER, _NUMBER),
)


def _joined(nodes: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    several = st.lists(nodes, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        st.builds(All, several),
        st.builds(AnyOf, several),
        st.builds(Not, nodes),
        st.builds(Boost, nodes, st.sampled_from([0.5, 2.0])),
    )


_TREE = _TYPED_TREE | st.recursive(_LEAF, _joined, max_leaves=6)
_KEYS = st.frozensets(st.sampled_from(["a", "b", "d", "2020"]), min_size=1)

QUERY = st.builds(
    Query,
    tree=_TREE,
    filters=st.lists(st.tuples(st.sampled_from(["author", "year"]), _KEYS), max_size=3).map(tuple),
    facets=st.just(("author", "year")),
    sort=st.none() | st.builds(Sort, st.sampled_from(["year", "title"]), st.booleans()),
    offset=st.integers(0, 2),
    limit=st.sampled_from([0, 1, 3, 20]),
    facet_limit=st.none() | st.integers(0, 3),
    whole=st.frozensets(st.sampled_from(["author", "year"])),
    first=st.none() | _TREE,
    otherwise=st.none() | _TREE,
    words=st.lists(_GROUP, max_size=5).map(tuple),
)
