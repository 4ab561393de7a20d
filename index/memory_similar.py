"""Documents that resemble one, as the reference engine finds them: each is compared in turn."""

from collections.abc import Mapping

import numpy as np

from index.field import NONE_STATED
from index.memory_matching import Corpus
from index.scoring import DIGITS, idf, norm, saturate
from index.similarity import distinctive


def similar(corpus: Corpus, id: str, signals: Mapping[str, float]) -> dict[str, float]:
    """The documents that resemble one, best first, with their scores; see `index.engine.Snapshot`."""
    chosen = _chosen(corpus, id)
    scores: dict[str, float] = {}
    for other, document in corpus.documents.items():
        normed = norm(document.length, corpus.mean_length)
        earned = sum(w * saturate(corpus.frequency(other, t), normed) for t, w in chosen.items())
        shared = sum(weight * _shared(corpus, id, other, facet) for facet, weight in signals.items())
        scores[other] = round(earned + shared, DIGITS)
    found = [other for other, score in scores.items() if score and other != id]
    return {other: scores[other] for other in sorted(found, key=lambda other: (-scores[other], other))}


def _chosen(corpus: Corpus, id: str) -> dict[str, float]:
    """The most distinctive terms of a document, and the weight (idf) of each."""
    telling = [corpus.telling_terms(other) for other in corpus.documents]
    own = corpus.telling_terms(id)
    holding = [sum(term in terms for terms in telling) for term in own]
    count = len(corpus.documents)
    chosen = distinctive(np.array(list(own.values())), np.array(holding, np.int64), count)
    terms = [list(own)[n] for n in chosen.tolist()]
    return {t: idf(count, sum(corpus.frequency(other, t) > 0 for other in corpus.documents)) for t in terms}


def _shared(corpus: Corpus, one: str, other: str, facet: str) -> float:
    """The sum of the idf of the facet values that two documents have in common."""
    keys = {id: {value.key for value in d.facets.get(facet, ())} for id, d in corpus.documents.items()}
    common = (keys[one] & keys[other]) - {NONE_STATED}
    return sum(idf(len(keys), sum(key in own for own in keys.values())) for key in sorted(common))
