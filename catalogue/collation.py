"""The order in which readers of a language look things up: by its alphabet, words before longer words.

A reader's own script comes first, then the others; numbers stand before letters, by their value. Accents,
signs and capitals only decide between what is otherwise alike. Cyrillic letters stand as in Kazakh, whose
alphabet holds the Russian one; but ё is a letter of its own in Kazakh alone, and е in Russian.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from itertools import chain, groupby

from catalogue.model import primary_language
from index.languages import CYRILLIC, LATIN, home_script, script_of
from index.tokens import fold

Weight = tuple[int, int, str]
"""The class of a letter (0 signs, 1 numbers, then scripts), its place there, and what it is."""
Key = tuple[tuple[Weight, ...], str, str]
"""Weights of all letters; to decide between equals, the text without its capitals, and as it is."""

ALPHABET = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
"""The 42 letters of Kazakh."""
_PLACES = {letter: place for place, letter in enumerate(ALPHABET)}
_PARTS = re.compile(r"\d+|\D")
_APOSTROPHES = "'\u2019\u02bc\u2018\u02b9"
_SIGN = 0
_COMMA: Weight = (_SIGN, 0, "")
"""What parts a family name from a given name, so that Li stands before Li-Ming, whatever follows."""
_SPACE: Weight = (_SIGN, 1, "")
_MOST_KEPT = 4096
"""Letters whose weights are kept."""
_MOST_TEXTS = 8192
"""Texts whose keys are kept in each language: each page of an index puts all of its few thousand values in
order."""


@cache
def sort_key(language: str) -> Callable[[str], Key]:
    """The function that `sorted` takes as its key, for readers of a language (a BCP 47 tag).

    >>> sorted(["Бала", "Zebra", "Ән", "Ауыл", "глава 10", "глава 9"], key=sort_key("kk"))
    ['Ауыл', 'Ән', 'Бала', 'глава 9', 'глава 10', 'Zebra']
    """
    primary = primary_language(language)
    own_letters = frozenset(ALPHABET if primary == "kk" else ALPHABET.replace("ё", ""))
    scripts = sorted((CYRILLIC, LATIN), key=lambda script: script != home_script(primary))

    @lru_cache(_MOST_KEPT)
    def weights(part: str) -> tuple[Weight, ...]:
        if part[0].isdecimal():
            digits = "".join(str(unicodedata.decimal(digit)) for digit in part).lstrip("0")
            return ((1, len(digits), digits),)
        if part in _APOSTROPHES or unicodedata.combining(part):
            return ()
        if not part.isalnum():
            return (_COMMA if part == "," else _SPACE,)
        return tuple(map(weight, part if part in own_letters else fold(part)))

    def weight(letter: str) -> Weight:
        script = script_of(letter)
        behind = scripts.index(script) if script in scripts else len(scripts)
        return (2 + behind, _PLACES.get(letter, len(_PLACES)), letter)

    @lru_cache(_MOST_TEXTS)
    def key(text: str) -> Key:
        plain = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).casefold())
        found = chain.from_iterable(map(weights, _PARTS.findall(plain)))
        return _parted(found), plain, text

    return key


def _parted(weights: Iterable[Weight]) -> tuple[Weight, ...]:
    """The same with one sign between two words, the one that parts them most, and none around them."""
    runs = [tuple(run) for _, run in groupby(weights, lambda weight: weight[0] == _SIGN)]
    parts = [(min(run),) if run[0][0] == _SIGN else run for run in runs]
    if parts and parts[0][0][0] == _SIGN:
        del parts[0]
    if parts and parts[-1][0][0] == _SIGN:
        del parts[-1]
    return tuple(chain.from_iterable(parts))
