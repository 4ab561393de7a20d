"""Many documents of few words, for what small random libraries are too small for."""

import random

from index import Document
from tests.index.shelf import document

WORDS = "open water rises slowly under frozen ground while rivers carry silt".split()
_NAMES = "Ash Birch Cedar Elm Fir".split()


def many(number: int) -> list[Document]:
    """Documents of random words, always the same."""
    chance = random.Random(1)
    return [
        document(
            f"{n:03}",
            " ".join(chance.choices(WORDS, k=4)),
            abstract=" ".join(chance.choices(WORDS, k=chance.randint(3, 20))),
            authors=chance.sample(_NAMES, chance.randint(0, 2)),
            year=chance.choice([2019, 2020]),
        )
        for n in range(number)
    ]
