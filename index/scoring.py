"""The one ranking formula of all engines: BM25 over the combined, weighted frequency of a group.

Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), section 3.6: fields
are combined before saturation. Frequency and length are those of `index.analysis`; documents that are deleted
count nowhere. A prefix weighs as one occurrence, a keyword as its field's weight.
"""

import math
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

N = TypeVar("N", float, NDArray[np.floating[Any]])
"""A number, or one for each of many documents."""

K1 = 1.2
B = 0.75
DIGITS = 6
"""Decimals that a score keeps, so that ties are ties whatever the order of additions."""


def idf(documents: int, matching: int) -> float:
    """The weight of a group that `matching` of `documents` hold; never negative."""
    return math.log(1.0 + (documents - matching + 0.5) / (matching + 0.5))


def norm(length: float, mean: float) -> float:
    """The denominator's constant for a document of combined `length` where `mean` is usual."""
    return K1 * (1.0 - B + B * (length / mean if mean else 1.0))


def saturate(frequency: N, normed: N) -> N:
    """The part of a group's weight that a document with this frequency and `norm` earns."""
    return frequency * (K1 + 1.0) / (frequency + normed)
