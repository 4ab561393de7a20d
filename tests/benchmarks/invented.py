"""Invented records as BibTeX, for whoever has no corpus at hand: words as frequent as in life, seeded.

Words are drawn by Zipf's law, the n-th with a frequency of about 1/n, from a vocabulary that begins with the
commonest words of English and goes on with invented ones. The same seed gives the same records.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

SEED = 7
_VOCABULARY, _FAMILIES, _VENUES, _TOPICS = 60_000, 20_000, 300, 4_000
_COMMON = (
    "the of and to in a is for that we with on as by this are from which an be can our these it have "
    "model data method results using between approach learning based new study system analysis language"
).split()
_ONSETS = "b br c ch d dr f fl g gr h j k l m n p pr qu r s sh st t th tr v w z".split()
_NUCLEI = "a e i o u ai ea ee io ou".split()
_CODAS = ["", "", "", *"l m n r s t nd rt st x".split()]
_YEARS = range(1985, 2026)


class Zipf:
    """Draws from a sequence, the n-th item with a frequency of 1/n."""

    def __init__(self, random: random.Random, items: Sequence[str]) -> None:
        self._random = random
        self._items = items
        self._cumulated = list(accumulate(1 / rank for rank in range(1, len(items) + 1)))

    def draw(self, number: int) -> list[str]:
        """So many items, with repetitions."""
        return self._random.choices(self._items, cum_weights=self._cumulated, k=number)


@dataclass(frozen=True, slots=True)
class _Stock:
    """What records are made from."""

    words: Zipf
    families: Zipf
    given: Sequence[str]
    venues: Zipf
    topics: Zipf


def bibtex(number: int, seed: int = SEED) -> Iterator[str]:
    """The texts of so many entries."""
    chance = random.Random(seed)
    stock = _stock(chance)
    for serial in range(number):
        yield _entry(chance, stock, serial)


def _stock(chance: random.Random) -> _Stock:
    words = _invented(chance, _VOCABULARY)
    rare = words[_VOCABULARY // 50 :]
    return _Stock(
        Zipf(chance, [*_COMMON, *words]),
        Zipf(chance, [word.capitalize() for word in chance.sample(rare, _FAMILIES)]),
        [word.capitalize() for word in chance.sample(rare, 800)],
        Zipf(chance, [_title(["journal", "of", *chance.sample(rare, 2)]) for _ in range(_VENUES)]),
        Zipf(chance, [" ".join(chance.sample(words[:5000], chance.randint(1, 2))) for _ in range(_TOPICS)]),
    )


def _invented(chance: random.Random, number: int) -> list[str]:
    """Different words that can be pronounced."""
    found: dict[str, None] = {}
    while len(found) < number:
        syllables = range(chance.choice((1, 2, 2, 3, 3, 4)))
        word = "".join(chance.choice(_ONSETS) + chance.choice(_NUCLEI) for _ in syllables)
        found[word + chance.choice(_CODAS)] = None
    return list(found)


def _entry(chance: random.Random, stock: _Stock, serial: int) -> str:
    in_journal = chance.random() < 0.4
    families = dict.fromkeys(stock.families.draw(chance.choice((1, 2, 2, 3, 3, 4, 5, 8))))
    authors = [f"{family}, {chance.choice(stock.given)}" for family in families]
    year = chance.choice(_YEARS)
    fields = {
        "title": _title(stock.words.draw(chance.randint(5, 14))),
        "author": " and ".join(authors),
        "journal" if in_journal else "booktitle": stock.venues.draw(1)[0],
        "year": str(year),
        "keywords": ", ".join(dict.fromkeys(stock.topics.draw(chance.randint(0, 5)))),
        "abstract": " ".join(_sentence(chance, stock.words) for _ in range(chance.randint(4, 10))),
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    kind = "article" if in_journal else "inproceedings"
    key = f"{next(iter(families)).lower()}{year}-{serial}"
    return f"@{kind}{{{key},\n{''.join(lines)}}}\n"


def _sentence(chance: random.Random, words: Zipf) -> str:
    return _title(words.draw(chance.randint(8, 28))) + "."


def _title(words: Sequence[str]) -> str:
    return " ".join(words).capitalize()
