"""Documents and queries to terms, above every engine: an engine stores and matches terms, never text.

A word of a passage becomes the term `language:stem`, if its language has a stemmer, and always `:folded` at
the same position. A query word becomes the group of the terms that it may have become in a document: one stem
for each language of its script, and its folded form.

Where a stem stands beside it, the folded form is *silent*: it matches, but only the stem weighs. So the
weighted frequency of a group is the sum of its terms' frequencies, and no position counts twice.

Stop words are indexed and count in phrases. Between words that all must match they are dropped, unless
nothing else is left, `+` stands before them, or they were given a field of their own.
"""

from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from index.field import Document, FacetValue, Fields, Kind, LanguageText
from index.languages import is_stop_word, primary, stem, stemming_language, stemming_languages
from index.tokens import normalise, pieces, tokenise

PASSAGE_GAP = 100  # positions between two passages of a field: neither phrase nor window reaches across


class WordForm(NamedTuple):
    """What a piece of text becomes, be it a word, a compound or nothing: `width` positions, the terms that
    weigh and those that only match, each with its position from the first, and how many of its words
    are no stop words (`counted`)."""

    width: int
    weighing: tuple[tuple[int, str], ...]
    silent: tuple[tuple[int, str], ...]
    counted: int


class Vocabulary:
    """The word forms of many documents, each kept once under its number. Grows; for one thread at a time."""

    def __init__(self) -> None:
        self.forms: list[WordForm] = []
        self.widths: list[int] = []
        self.counted: list[int] = []
        self._numbers: dict[WordForm, int] = {}
        self._spellings: dict[str, _Spellings] = {}

    def __getstate__(self) -> dict[str, object]:
        """What documents refer to: all that another process needs of it."""
        return self.__dict__ | {"_numbers": {}, "_spellings": {}}

    def read(self, language: str, text: str) -> "array[int]":
        """The numbers of the forms of a passage, in order; `language` is a primary subtag."""
        spellings = self._spellings.get(language)
        if spellings is None:
            spellings = self._spellings[language] = _Spellings(language, self)
        return array("i", [spellings[piece] for piece in pieces(text)])

    def number(self, form: WordForm) -> int:
        """The number of a form, a new one if it was never met."""
        number = self._numbers.setdefault(form, len(self.forms))
        if number == len(self.forms):
            self.forms.append(form)
            self.widths.append(form.width)
            self.counted.append(form.counted)
        return number


class _Spellings(dict[str, int]):
    """Pieces of text as written in one language, and the numbers of their forms."""

    def __init__(self, language: str, vocabulary: Vocabulary) -> None:
        super().__init__()
        self._language = language
        self._vocabulary = vocabulary

    def __missing__(self, written: str) -> int:
        number = self[written] = self._vocabulary.number(word_form(self._language, written))
        return number


class Passage(NamedTuple):
    """A passage of a field: the position of its first word, and the numbers of its word forms."""

    field: str
    start: int
    numbers: "array[int]"


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
    vocabulary: Vocabulary
    passages: tuple[Passage, ...]
    length: float
    keywords: Mapping[str, tuple[str, ...]]
    numbers: Mapping[str, tuple[int, ...]]
    facets: Mapping[str, tuple[FacetValue, ...]]
    sorts: Mapping[str, str | int]
    stored: str
    fingerprint: str

    @property
    def occurrences(self) -> tuple[Occurrence, ...]:
        """The words one by one, for those who are in no hurry."""
        words: list[Occurrence] = []
        for field, start, numbers in self.passages:
            position = start
            for form in map(self.vocabulary.forms.__getitem__, numbers):
                for offset in range(form.width):
                    terms = tuple(word for at, word in form.weighing if at == offset)
                    silent = tuple(word for at, word in form.silent if at == offset)
                    words.append(Occurrence(field, position + offset, terms, silent))
                position += form.width
        return tuple(words)


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


@lru_cache(maxsize=2**16)
def word_form(language: str, written: str) -> WordForm:
    """The form of a piece of text in a passage of `language` (a primary subtag).

    >>> word_form("en", "e-mails").weighing
    ((0, 'en:e'), (0, 'en:email'), (1, 'en:mail'))
    """
    tokens = list(tokenise(written))
    if len(tokens) == 1:  # by far the most
        weighs, beside = passage_terms(language, tokens[0].word)
        counted = 0 if is_stop_word(tokens[0].word) else 1
        return WordForm(1, ((0, weighs),), tuple([(0, other) for other in beside]), counted)
    weighing: dict[tuple[int, str], None] = {}
    silent: dict[tuple[int, str], None] = {}
    for offset, token in enumerate(tokens):
        for word in filter(None, (token.word, token.joined)):
            weighs, beside = passage_terms(language, word)
            weighing[offset, weighs] = None
            for other in beside:
                silent[offset, other] = None
    counted = sum(not is_stop_word(token.word) for token in tokens)
    return WordForm(len(tokens), tuple(weighing), tuple(silent), counted)


class Analyser:
    """Turns documents into terms of `fields`, for one thread at a time.

    Documents in a row share a vocabulary. One that has more than `most_forms` is left to the documents that
    it serves, and the next begin another, so that memory is bounded (250,000 forms take about 200 MB).
    """

    def __init__(self, fields: Fields, most_forms: int = 250_000) -> None:
        self._vocabulary = Vocabulary()
        self._most_forms = most_forms
        self._texts = [(field.name, field.weight) for field in fields if field.kind is Kind.TEXT]
        self._keywords = [field.name for field in fields if field.kind is Kind.KEYWORD]
        self._numbers = [field.name for field in fields if field.kind is Kind.NUMBER]
        self._facets = [field.name for field in fields if field.facet]
        self._sorts = [field.name for field in fields if field.sort]

    def analyse(self, document: Document) -> AnalysedDocument:
        """A document in terms; what it holds under names that no field has is left out.

        Of the values of a facet with the same key the first is kept; control signs in keys and labels
        become spaces.
        """
        if len(self._vocabulary.forms) > self._most_forms:
            self._vocabulary = Vocabulary()
        passages: list[Passage] = []
        length = 0.0
        for name, weight in self._texts:
            if texts := document.texts.get(name):
                length += weight * self._read(name, texts, passages)
        return AnalysedDocument(
            id=document.id,
            vocabulary=self._vocabulary,
            passages=tuple(passages),
            length=length,
            keywords={name: _normalised(document.terms.get(name, ())) for name in self._keywords},
            numbers={name: document.numbers.get(name, ()) for name in self._numbers},
            facets={name: _distinct(document.facets.get(name, ())) for name in self._facets},
            sorts={name: document.sorts[name] for name in self._sorts if name in document.sorts},
            stored=document.stored,
            fingerprint=document.fingerprint,
        )

    def _read(self, field: str, texts: tuple[LanguageText, ...], passages: list[Passage]) -> int:
        """Adds the passages of a field; how many of its words are no stop words."""
        vocabulary = self._vocabulary
        counted = start = 0
        for passage in texts:
            numbers = vocabulary.read(primary(passage.language, passage.text), passage.text)
            passages.append(Passage(field, start, numbers))
            counted += sum(map(vocabulary.counted.__getitem__, numbers))
            if len(texts) > 1:
                start += sum(map(vocabulary.widths.__getitem__, numbers)) + PASSAGE_GAP
        return counted


def analyse(document: Document, fields: Fields) -> AnalysedDocument:
    """One document in terms of `fields`; of many, one `Analyser` makes less work."""
    return Analyser(fields).analyse(document)


def _normalised(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(normalise, values))))


def _distinct(values: tuple[FacetValue, ...]) -> tuple[FacetValue, ...]:
    first: dict[str, FacetValue] = {}
    for value in values:
        if not (value.key.isprintable() and value.label.isprintable()):
            value = FacetValue(_one_line(value.key), _one_line(value.label))
        first.setdefault(value.key, value)
    return tuple(first.values())


def _one_line(text: str) -> str:
    return "".join(c if c >= " " and c != "\x7f" else " " for c in text)
