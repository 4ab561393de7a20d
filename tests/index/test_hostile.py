"""The work of a query is bounded, whatever is typed."""

import pytest

from index import SearchEngine, analyse
from index.query import MAX_EXPANSIONS
from index.syntax import MAX_PREFIXES, MAX_WORDS
from tests.index.shelf import FIELDS, document, query

_TERMS_OF_A_WORD = 2 + 1  # a stem, the folded form, and the value of the one KEYWORD field that is default
_MOST_READ = MAX_WORDS * _TERMS_OF_A_WORD + MAX_PREFIXES * 2 * MAX_EXPANSIONS


@pytest.fixture
def large(engine: SearchEngine) -> SearchEngine:
    engine.update((analyse(document(f"w{n}", f"w{n} common"), FIELDS) for n in range(1000)), [])
    return engine


@pytest.mark.parametrize(
    "text",
    [
        "(" * 2000 + "common" + ")" * 2000,
        " OR ".join(f"w{n}" for n in range(5000)),
        "** ) ~",
        "w* " * 50,
        " ".join(f"w{n}*" for n in range(10, 99)),
        "common-" * 200,
    ],
)
def test_few_terms_are_read(large: SearchEngine, text: str) -> None:
    assert large.snapshot().search(query(text)).expanded <= _MOST_READ
