"""The best documents of a search as `index.rerank` wants to know them, from the reference engine."""

from collections.abc import Sequence

import numpy as np

from index.memory_matching import Corpus
from index.numbering import Numbering
from index.rerank import DOCUMENT_SHIFT, FEWEST_TELLING, FIELD_SHIFT, Candidates, QueryWord, refined
from index.scoring import idf, norm

Word = tuple[str, ...]


def refined_scores(
    corpus: Corpus, ids: Sequence[str], scores: Sequence[float], words: Sequence[Word]
) -> dict[str, float]:
    """Better scores of the best documents, which are given best first, by id."""
    documents = [corpus.documents[id] for id in ids]
    held = [corpus.telling_terms(id) for id in ids] if len(words) >= FEWEST_TELLING else []
    numbering: Numbering[str] = Numbering()
    candidates = Candidates(
        np.array(scores, np.float64),
        np.array([norm(document.length, corpus.mean_length) for document in documents]),
        tuple(_query_word(corpus, ids, word) for word in words),
        np.array([corpus.weights[field] for field in corpus.texts]),
        np.cumsum([0, *map(len, held)]),
        np.array([numbering[term] for terms in held for term in terms], np.int64),
        np.array([frequency for terms in held for frequency in terms.values()], np.float64),
    )
    return dict(zip(ids, refined(candidates).tolist(), strict=True))


def _query_word(corpus: Corpus, ids: Sequence[str], word: Word) -> QueryWord:
    places = [
        number << DOCUMENT_SHIFT | corpus.texts.index(field) << FIELD_SHIFT | position
        for number, id in enumerate(ids)
        for field, position in corpus.weighing_places(id, word)
    ]
    count = sum(bool(corpus.weighing_places(id, word)) for id in corpus.documents)
    return QueryWord(idf(len(corpus.documents), count), np.array(sorted(places), np.int64))
