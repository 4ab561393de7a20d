"""What an engine answers: hits, counts and what a reader should be told about the search."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class NoticeCode(StrEnum):
    """What was done to a query that could not be taken as typed; the arguments follow in brackets."""

    NO_WORDS = "no_words"
    """Nothing in the query can be searched [ ]."""
    UNKNOWN_FIELD = "unknown_field"
    """A name before a colon is no field; both were searched as words [name]."""
    LACKING_FIELD = "lacking_field"
    """Others have this field, we have not; what it holds was searched for anywhere [name]."""
    BAD_RANGE = "bad_range"
    """A number or range was expected; the text was searched as words [field, text]."""
    UNKNOWN_VALUE = "unknown_value"
    """A field has a list of values, and this is none of them; searched as it stands [field, value]."""
    UNCLOSED_QUOTE = "unclosed_quote"
    """A quotation mark has no partner and was ignored [ ]."""
    UNBALANCED_PARENTHESIS = "unbalanced_parenthesis"
    """A parenthesis has no partner and was ignored [ ]."""
    DANGLING_OPERATOR = "dangling_operator"
    """An operator has nothing to join and was searched as a word [operator]."""
    NOT_NEAR = "not_near"
    """W/n or its like stands beside what is neither word nor phrase; both must match, wherever [operator]."""
    PATTERN_IN_PHRASE = "pattern_in_phrase"
    """A phrase holds words with `*` or `?`; its words must match, wherever they stand [phrase]."""
    SHORT_PREFIX = "short_prefix"
    """Too few letters stand before `*` or `?`; searched as a word [text, least letters]."""
    TOO_LONG = "too_long"
    """The query was cut [most characters]."""
    TOO_DEEP = "too_deep"
    """Parentheses below this depth were ignored [most levels]."""
    TOO_MANY_WORDS = "too_many_words"
    """Words after these were ignored [most words]."""
    TOO_MANY_PREFIXES = "too_many_prefixes"
    """Words with `*`, `?` or `~` after these were searched as they stand [most of them]."""
    EXPANSION_LIMITED = "expansion_limited"
    """What was typed stands for more words than are searched [text, most words]."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A remark on a query: a code for the translator and its arguments."""

    code: NoticeCode
    args: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A document found: its id, its score (0.0 where nothing scores) and what was stored with it."""

    id: str
    score: float
    stored: str


@dataclass(frozen=True, slots=True)
class ScannedHit:
    """A document met in a scan; a scan with `after=cursor` goes on behind it."""

    id: str
    stored: str
    cursor: str


@dataclass(frozen=True, slots=True)
class FacetCount:
    """A facet value, its most frequent label in the generation (ties: the smallest), and its documents."""

    key: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class WordCount:
    """A folded word, the documents that hold it, and whether it stands in a field of names in any of them."""

    word: str
    count: int
    name: bool


@dataclass(frozen=True, slots=True)
class Results:
    """A page of hits out of `total`, facet counts (by count, then key), and the generation that answered.

    `expanded` is the number of index terms that were read: the measure of a query's work. `exact` is how many
    of the total match the query's `tree` or, of what follows, its `first` (None: all do); they come first.
    """

    hits: tuple[Hit, ...]
    total: int
    facets: Mapping[str, tuple[FacetCount, ...]] = field(default_factory=dict)
    generation: int = 0
    notices: tuple[Notice, ...] = ()
    expanded: int = 0
    exact: int | None = None
