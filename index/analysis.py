"""Documents to terms, above every engine: an engine stores and matches terms, never text.

What terms a word has, `index.terms` says; here the words of a document are counted and placed, with the
vocabulary that documents share.
"""

from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import repeat
from typing import NamedTuple

from index.field import Document, FacetValue, Field, Fields, Kind, LanguageText, text_fields
from index.languages import is_stop_word, primary
from index.numbering import Numbering
from index.terms import passage_terms
from index.tokens import Token, normalise, pieces, single_word, tokenise

PASSAGE_GAP = 100  # positions between two passages of a field: neither phrase nor window reaches across


class Meanings:
    """Terms that the forms of a vocabulary stand for: flat arrays, as forms come by the hundred thousand.

    Form `f` has the entries from `starts[f]` to `starts[f + 1]`: `numbers` among `terms`, and `offsets`, how
    many positions each is from the first of the form.
    """

    def __init__(self) -> None:
        self.terms: Numbering[str] = Numbering()
        self.numbers = array("i")
        self.offsets = array("i")
        self.starts = array("i", [0])

    def add(self, meanings: Iterable[tuple[int, str]]) -> None:
        """The next form stands for these terms, each so many positions from its first."""
        for offset, term in meanings:
            self.numbers.append(self.terms[term])
            self.offsets.append(offset)
        self.starts.append(len(self.numbers))

    def add_word(self, terms: tuple[str, ...]) -> None:
        """The next form stands for these terms, all at its only position."""
        self.numbers.extend(map(self.terms.__getitem__, terms))
        self.offsets.extend(repeat(0, len(terms)))
        self.starts.append(len(self.numbers))

    def of(self, forms: Iterable[int]) -> Iterator[list[tuple[int, str]]]:
        """What `add` was given for each of the forms."""
        terms = list(self.terms)
        for form in forms:
            entries = range(self.starts[form], self.starts[form + 1])
            yield [(self.offsets[entry], terms[self.numbers[entry]]) for entry in entries]


class Vocabulary:
    """The word forms of many documents by number. Grows; for one thread at a time.

    A form is what a piece of text becomes, be it a word, a compound or nothing: some positions (`widths`),
    some words that are no stop words (`counted`), the terms that weigh, and all its words as `folded`.
    """

    def __init__(self) -> None:
        self.widths = array("i")
        self.counted = array("i")
        self.weighing = Meanings()
        self.folded = Meanings()
        self._spellings: dict[tuple[str, bool], _Spellings] = {}

    def __len__(self) -> int:
        return len(self.widths)

    def __getstate__(self) -> dict[str, object]:
        """What documents refer to: all that another process needs of it."""
        return self.__dict__ | {"_spellings": {}}

    def read(self, language: str, text: str, *, names: bool = False) -> list[int]:
        """The numbers of the forms of a passage, in order; `language` is a primary subtag, `names` tells a
        field of names."""
        spellings = self._spellings.get((language, names))
        if spellings is None:
            spellings = self._spellings[language, names] = _Spellings(language, names, self)
        return list(map(spellings.__getitem__, pieces(text)))

    def learn(self, language: str, written: str, *, names: bool = False) -> int:
        """The number of a new form: that of a piece of text in a passage of `language`."""
        if word := single_word(written):  # by far the most
            weighs, folded, *weak = passage_terms(language, word, names)
            self.weighing.add_word((weighs, *weak))
            self.folded.add_word((folded,))
            self.widths.append(1)
            self.counted.append(not is_stop_word(word))
        else:
            self._learn_tokens(language, list(tokenise(written)), names)
        return len(self.widths) - 1

    def _learn_tokens(self, language: str, tokens: list[Token], names: bool) -> None:
        """A new form of several words, or of none."""
        weighing: dict[tuple[int, str], None] = {}  # a set in order: `run-s` stands twice for `run`
        folded: dict[tuple[int, str], None] = {}
        for offset, token in enumerate(tokens):
            for word in filter(None, (token.word, token.joined)):
                weighs, plain, *weak = passage_terms(language, word, names)
                for term in (weighs, *weak):
                    weighing[offset, term] = None
                folded[offset, plain] = None
        self.weighing.add(weighing)
        self.folded.add(folded)
        self.widths.append(len(tokens))
        self.counted.append(sum(not is_stop_word(token.word) for token in tokens))


class _Spellings(dict[str, int]):
    """Pieces of text as written in one language, in names or not, and the numbers of their forms."""

    def __init__(self, language: str, names: bool, vocabulary: Vocabulary) -> None:
        super().__init__()
        self._language = language
        self._names = names
        self._vocabulary = vocabulary

    def __missing__(self, written: str) -> int:
        number = self[written] = self._vocabulary.learn(self._language, written, names=self._names)
        return number


class Passage(NamedTuple):
    """A passage of a field: the position of its first word, and the numbers of its word forms."""

    field: str
    start: int
    numbers: "array[int]"


class Occurrence(NamedTuple):
    """The terms of one word in a document: those that weigh (see `weight_of`) and those that only match
    (`silent`)."""

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
        vocabulary = self.vocabulary
        for field, position, numbers in self.passages:
            meanings = zip(vocabulary.weighing.of(numbers), vocabulary.folded.of(numbers), strict=True)
            for form, (weighing, folded) in zip(numbers, meanings, strict=True):
                for offset in range(vocabulary.widths[form]):
                    terms = tuple(word for at, word in weighing if at == offset)
                    silent = tuple(word for at, word in folded if at == offset and word not in terms)
                    words.append(Occurrence(field, position + offset, terms, silent))
                position += vocabulary.widths[form]
        return tuple(words)


class Analyser:
    """Turns documents into terms of `fields`, for one thread at a time.

    Documents in a row share a vocabulary. One that has more than `most_forms` is left to the documents that
    it serves, and the next begin another, so that memory is bounded (400,000 forms take about 180 MB).
    """

    def __init__(self, fields: Fields, most_forms: int = 400_000) -> None:
        self._vocabulary = Vocabulary()
        self._most_forms = most_forms
        self._texts = text_fields(fields)
        self._keywords = [field.name for field in fields if field.kind is Kind.KEYWORD]
        self._numbers = [field.name for field in fields if field.numeric]
        self._facets = [field.name for field in fields if field.facet]
        self._sorts = [field.name for field in fields if field.sort]

    def analyse(self, document: Document) -> AnalysedDocument:
        """A document in terms; what it holds under names that no field has is left out.

        Of the values of a facet with the same key the first is kept; control signs in keys and labels
        become spaces.
        """
        if len(self._vocabulary) > self._most_forms:
            self._vocabulary = Vocabulary()
        passages: list[Passage] = []
        length = 0.0
        for field in self._texts:
            if texts := document.texts.get(field.name):
                length += field.weight * self._read(field, texts, passages)
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

    def _read(self, field: Field, texts: tuple[LanguageText, ...], passages: list[Passage]) -> int:
        """Adds the passages of a field; how many of its words are no stop words."""
        vocabulary = self._vocabulary
        counted = start = 0
        for passage in texts:
            language = primary(passage.language, passage.text)
            numbers = vocabulary.read(language, passage.text, names=field.names)
            passages.append(Passage(field.name, start, array("i", numbers)))
            counted += sum(map(vocabulary.counted.__getitem__, numbers))
            if len(texts) > 1:
                start += sum(map(vocabulary.widths.__getitem__, numbers)) + PASSAGE_GAP
        return counted


def analyse(document: Document, fields: Fields) -> AnalysedDocument:
    """One document in terms of `fields`; of many, one `Analyser` makes less work."""
    return Analyser(fields).analyse(document)


def _normalised(values: tuple[str, ...]) -> tuple[str, ...]:
    return values and tuple(dict.fromkeys(filter(None, map(normalise, values))))


def _distinct(values: tuple[FacetValue, ...]) -> tuple[FacetValue, ...]:
    first: dict[str, FacetValue] = {}
    for value in values:
        if not (value.key.isprintable() and value.label.isprintable()):
            value = FacetValue(_one_line(value.key), _one_line(value.label))
        first.setdefault(value.key, value)
    return tuple(first.values())


def _one_line(text: str) -> str:
    return "".join(c if c >= " " and c != "\x7f" else " " for c in text)
