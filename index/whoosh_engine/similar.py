"""Documents that resemble one: by its most telling terms, and by facet values that they have in common."""

from collections.abc import Mapping

import numpy as np

from index.query import Group
from index.scoring import idf
from index.similarity import distinctive
from index.whoosh_engine.answer import SCALE
from index.whoosh_engine.generation import Generation
from index.whoosh_engine.leaves import Leaves
from index.whoosh_engine.lists import Floats
from index.whoosh_engine.ranking import first


def similar(
    generation: Generation, document: int, signals: Mapping[str, float], limit: int
) -> list[tuple[int, float]]:
    """The documents that resemble one most, best first, with their scores; see `index.engine.Snapshot`."""
    scores = _by_terms(generation, document)
    for facet, weight in signals.items():
        for documents, shared in generation.facets(facet).sharing(document):
            scores[documents] += weight * shared
    scores[generation.deleted] = 0.0
    scores[document] = 0.0
    found = scores.nonzero()[0]
    units = np.rint(scores[found] * SCALE)
    at = first(-units, limit, lambda at: generation.id_ranks.take(found[at]))
    at = at[units[at] > 0]
    return list(zip(found[at].tolist(), (units[at] / SCALE).tolist(), strict=True))


def _by_terms(generation: Generation, document: int) -> Floats:
    """What every document earns by the terms that tell most of one."""
    terms = generation.terms_of(np.array([document], np.int32))
    holding = generation.holding.take(terms.numbers)
    chosen = distinctive(terms.frequencies, holding, generation.count)
    leaves = Leaves(generation)
    scores = np.zeros(generation.size)
    for number in terms.numbers[chosen].tolist():
        term = leaves[Group((generation.words[number].decode(),))]
        weight = idf(generation.count, term.count)
        scores[term.documents] += term.earned(term.documents, generation.norms, weight)
    return scores
