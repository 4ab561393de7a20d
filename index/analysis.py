"""Documents and queries to terms, above every engine: an engine stores and matches terms, never text.

A word of a passage becomes the term `language:stem`, if its language has a stemmer, and always `:folded` at
the same position. A query word becomes the group of the terms that it may have become in a document: one stem
for each language of its script, and its folded form.

Where a stem stands beside it, the folded form is *silent*: it matches, but only the stem weighs. So the
weighted frequency of a group is the sum of its terms' frequencies, and no position counts twice.

Stop words are indexed and count in phrases. Between words that all must match they are dropped, unless
nothing else is left, `+` stands before them, or they were given a field of their own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from index.field import Document, FacetValue, Fields, Kind, LanguageText
from index.languages import is_stop_word, primary, stem, stemming_language, stemming_languages
from index.tokens import normalise, tokenise

PASSAGE_GAP = 100  # positions between two passages of a field: neither phrase nor window reaches across


class Occurrence(NamedTuple):
    """The terms of one word in a document: those that weigh and those that only match (`silent`)."""

    field: str
    position: int
    terms: tuple[str, ...]
    silent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnalysedDocument:
    """A document in terms. `length` counts its words that are no stop words, times their fields' weight."""

    id: str
    occurrences: tuple[Occurrence, ...]
    length: float
    keywords: Mapping[str, tuple[str, ...]]
    numbers: Mapping[str, tuple[int, ...]]
    facets: Mapping[str, tuple[FacetValue, ...]]
    sorts: Mapping[str, str | int]
    stored: str
    fingerprint: str


def term(language: str, word: str) -> str:
    """A term: `language` "" for the folded form, else for the stem in that language."""
    return f"{language}:{word}"


def query_terms(word: str) -> tuple[str, ...]:
    """The group of a folded word: its stem in every language of its script, and its folded form."""
    stems = (term(language, stem(language, word)) for language in stemming_languages(word))
    return (*stems, term("", word))


def passage_terms(language: str, word: str) -> tuple[str, tuple[str, ...]]:
    """The term of a folded word in a passage that weighs, and those that are silent beside it."""
    stemmed_as = stemming_language(language, word)
    folded = term("", word)
    return (folded, ()) if stemmed_as is None else (term(stemmed_as, stem(stemmed_as, word)), (folded,))


def analyse(document: Document, fields: Fields) -> AnalysedDocument:
    """A document in terms of `fields`; what it holds under other names is left out.

    Of the values of a facet with the same key the first is kept; control signs in keys and labels become
    spaces.
    """
    occurrences: list[Occurrence] = []
    length = 0.0
    for field in fields:
        if field.kind is Kind.TEXT:
            found, words = _occurrences(field.name, document.texts.get(field.name, ()))
            occurrences.extend(found)
            length += words * field.weight
    keywords = {f.name: document.terms.get(f.name, ()) for f in fields if f.kind is Kind.KEYWORD}
    return AnalysedDocument(
        id=document.id,
        occurrences=tuple(occurrences),
        length=length,
        keywords={
            name: tuple(dict.fromkeys(filter(None, map(normalise, values))))
            for name, values in keywords.items()
        },
        numbers={f.name: document.numbers.get(f.name, ()) for f in fields if f.kind is Kind.NUMBER},
        facets={f.name: _distinct(document.facets.get(f.name, ())) for f in fields if f.facet},
        sorts={f.name: document.sorts[f.name] for f in fields if f.sort and f.name in document.sorts},
        stored=document.stored,
        fingerprint=document.fingerprint,
    )


def _occurrences(field: str, passages: tuple[LanguageText, ...]) -> tuple[list[Occurrence], int]:
    occurrences: list[Occurrence] = []
    words = 0
    position = 0
    for passage in passages:
        language = primary(passage.language, passage.text)
        for token in tokenise(passage.text):
            weighing, silent = passage_terms(language, token.word)
            terms = [weighing]
            if token.joined:
                joined, beside = passage_terms(language, token.joined)
                terms += [joined] * (joined != weighing)
                silent = tuple(dict.fromkeys(silent + beside))
            occurrences.append(Occurrence(field, position, tuple(terms), silent))
            words += not is_stop_word(token.word)
            position += 1
        position += PASSAGE_GAP
    return occurrences, words


def _distinct(values: tuple[FacetValue, ...]) -> tuple[FacetValue, ...]:
    first: dict[str, FacetValue] = {}
    for value in values:
        key = _one_line(value.key)
        first.setdefault(key, FacetValue(key, _one_line(value.label)))
    return tuple(first.values())


def _one_line(text: str) -> str:
    return text if text.isprintable() else "".join(c if c >= " " and c != "\x7f" else " " for c in text)
