"""What a document is about: which of its terms find documents that resemble it, the same for every engine."""

import numpy as np
from numpy.typing import NDArray

from index.languages import LANGUAGES, stem
from index.scoring import DIGITS, idf
from index.terms import weight_of

TERMS = 25
"""Terms of a document that similar ones are looked for by."""
FEWEST_DOCUMENTS = 2
"""A term that fewer hold leads nowhere."""

_STOP_TERMS = frozenset(
    term
    for language in LANGUAGES.values()
    for word in language.stop_words
    for term in (f":{word}", f"{language.tag}:{stem(language.tag, word)}")
)


def telling(term: str) -> bool:
    """Whether a term may tell what a document is about: it is no stop word, and no other spelling of a word.

    >>> telling("en:migrat"), telling("en:the"), telling("~:nazarbaev")
    (True, False, False)
    """
    return weight_of(term) == 1.0 and term not in _STOP_TERMS


def distinctive(
    frequencies: NDArray[np.floating], holding: NDArray[np.integer], documents: int
) -> NDArray[np.intp]:
    """Where the terms stand that tell most of a document: at most `TERMS`, the most telling first.

    Of each of its telling terms, in ascending order, the weighted frequency in it and the number of documents
    that hold it, of all `documents`. What tells is the product of frequency and idf; of equals the first.
    """
    known = (holding >= FEWEST_DOCUMENTS).nonzero()[0]
    weights = [idf(documents, count) for count in holding[known].tolist()]
    tells = np.round(frequencies[known].astype(np.float64) * np.array(weights), DIGITS)
    return known[np.argsort(-tells, kind="stable")[:TERMS]]
