"""Spellings of one name in Cyrillic and Latin letters, brought together by keys: «Щукин», Shchukin, Shhukin.

A key is written in letters of ISO 9, a letter a sound (`š` for sh, ш), in which what passports, journals and
the systems of romanisation disagree about is left out: kh and h, q and k, gh and g, y and i, ye and e, double
letters, apostrophes; dzh is j. Two words that share a key may be spellings of one name; whether they are,
keys do not tell.

A Cyrillic word has a key for each way in which systems with and without diacritics differ, which folding
(`index.tokens.fold`) takes off: «Жұмабаев» is Zhumabaev, Jumabaev and Žumabaev. A Latin word has a key for
each sound that its letters may stand for: `j` is ж in Kazakh and й in ISO 9, `x` is кс or х.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice, product

from index.romanisation_tables import latin, told_language
from index.tokens import fold

MOST_KEYS = 6
"""Most keys of a word; a Latin word may have more readings."""

_SYSTEMS = {
    "ru": (("bsi", "y"), ("iso-9", "y")),
    "kk": (
        ("bsi", "y"),
        ("bgn-pcgn", "y"),
        ("iso-9", "y"),
        ("kazakh-latin", "zh"),
        ("kazakh-latin-2017", "zh"),
        ("kazakh-latin-2018", "zh"),
    ),
    "uk": (("bsi", "y"), ("bgn-pcgn", "y"), ("ala-lc", "y"), ("iso-9", "y")),
}
"""For each language the systems that lead to different keys, and what `j` stands for in them."""
_READINGS = (
    (re.compile("j"), ("y", "zh")),
    (re.compile("x"), ("kh", "ks")),
    (re.compile("sch"), ("sch", "shch", "sh")),
    (re.compile("sc(?!h)"), ("sc", "shch")),
    (re.compile("yo(?![aeiou])"), ("yo", "e")),
)
"""What letters of a Latin word may stand for. Slavists write šč for щ; `yo` is also how ё is heard, which
folding makes е, but not before a vowel: You is no Еу."""
_DOUBTFUL = re.compile("[jx]|sc|yo")

_CYRILLIC = re.compile("[\u0430-\u045f\u0460-\u052f]+")
_LATIN = re.compile("[a-z\u02b0-\u02ff]+")
_OTHER_SIGNS = re.compile("[^a-z]+")  # apostrophes and their like
_ENDING = re.compile("(?:i[iy]|yy)$")  # -ий, -ый
_SOUNDS = {
    "shch": "ŝ",
    "shh": "ŝ",
    "dzh": "ž",
    "sh": "š",
    "zh": "ž",
    "ch": "č",
    "kh": "h",
    "gh": "g",
    "ts": "c",
    "cz": "c",
}
_SOUND = re.compile("shch|shh|dzh|[szckg]h|ts(?!h)|cz")
_ONE_SOUND = str.maketrans("qy", "ki")
_AFTER_I = re.compile("i+e")
_CASES = re.compile(
    "(.{4,}?)(?:[aeiou]|[aeio]m|[eo]go|[dt](?:an?|en?|in?|[ae]gi)|n(?:[ae]n|in?)|[gk][ae]|[bmp]en)*"
)
_DOUBLE = re.compile(r"(.)(?=\1)")  # without what follows: a quarter of the cost of putting one back
_FOLLOWERS = ("", "h", "s", "z", "e", "ch", "o", "ye", "zh", "ж")
"""What after a first letter changes the sound of it."""
_COMPOUND_LETTER = re.compile("shch|shh|sch|[szckg]h|ts(?!h)|cz|y[aeou]|i[aeou]")


@lru_cache(maxsize=2**16)
def keys(word: str) -> tuple[str, ...]:
    """The keys of a folded word, at most `MOST_KEYS`; none where it is not all Latin or all Cyrillic.

    >>> keys("назарбаев"), keys("nazarbayev"), keys("щукин"), keys("julia")
    (('nazarbaev',), ('nazarbaev',), ('ŝukin', 'sukin'), ('iulia', 'žulia'))
    """
    if _LATIN.fullmatch(word):
        written: Iterator[str] = _readings(word)
    elif _CYRILLIC.fullmatch(word):
        written = _romanised(word)
    else:
        return ()
    return tuple(islice(filter(None, dict.fromkeys(map(_sounds, written))), MOST_KEYS))


def main_key(word: str) -> str:
    """The first of the keys of a folded Cyrillic word, by systems without diacritics; "" if it has none."""
    return _sounds(next(_romanised(word))) if _CYRILLIC.fullmatch(word) else ""


def without_ending(key: str) -> str:
    """A key without what may be endings of cases in Russian and Kazakh, if enough is left: coarse, but the
    same for a name in a text and for one that is asked for in Latin letters.

    >>> [without_ending(key) for key in ("nazarbaeva", "nazarbaevtin", "astana", "astanada", "anna")]
    ['nazarbaev', 'nazarbaev', 'astan', 'astan', 'anna']
    """
    found = _CASES.fullmatch(key)
    return found[1] if found else key


@lru_cache(maxsize=2**12)
def usual(word: str) -> tuple[str, ...]:
    """How English texts are likely to spell a folded Cyrillic word.

    >>> usual("назарбаев"), usual("достоевский"), usual("таджик")
    (('nazarbayev', 'nazarbaev'), ('dostoyevskiy', 'dostoyevsky', 'dostoevskii', 'dostoevsky'), ('tajik',))
    """
    language = told_language(word) or "ru"
    found: dict[str, None] = {}
    for system in ("bgn-pcgn", "bsi"):
        letters = (latin(word, place, system, language) for place in range(len(word)))
        spelling = _OTHER_SIGNS.sub("", fold("".join(letters))).replace("dzh", "j")
        found |= dict.fromkeys((spelling, _ENDING.sub("y", spelling)))
    return tuple(filter(None, found))


def initials(word: str) -> tuple[str, ...]:
    """As what the initial of a folded word may stand: its first letter, and the keys of that letter or of the
    Latin letters that make one.

    >>> initials("шолпан"), initials("sholpan"), initials("donald")
    (('ш', 'š', 's'), ('s', 'š'), ('d',))
    """
    compound = _COMPOUND_LETTER.match(word)
    return _heard(compound.group() if compound else word[:1])


@lru_cache(maxsize=2**10)
def _heard(letter: str) -> tuple[str, ...]:
    """The first letter of what may be a compound one, and its keys."""
    return tuple(dict.fromkeys((*letter[:1], *keys(letter))))


@lru_cache(maxsize=2**12)
def beginnings(letter: str) -> frozenset[str]:
    """The letters, without accents, that a key of a word may begin with which begins with this folded letter;
    a letter that only goes with others (ь) may begin any: then none."""
    followers = _FOLLOWERS if keys(letter) else ()
    return frozenset(unicodedata.normalize("NFD", key)[0] for f in followers for key in keys(letter + f))


def _readings(word: str) -> Iterator[str]:
    """A Latin word in letters that each stand for one sound."""
    if not _DOUBTFUL.search(word):
        yield word  # as most are
        return
    doubtful = [(letters, sounds) for letters, sounds in _READINGS if letters.search(word)]
    for sounds in product(*(sounds for _, sounds in doubtful)):
        read = word
        for (letters, _), sound in zip(doubtful, sounds, strict=True):
            read = letters.sub(sound, read)
        yield read


def _romanised(word: str) -> Iterator[str]:
    language = told_language(word) or "ru"
    for system, j in _SYSTEMS[language]:
        yield word.translate(_table(system, language)).replace("j", j)


@cache
def _table(system: str, language: str) -> dict[int, str]:
    """A system letter by letter: what depends on the letters around makes no other key."""
    letters = map(chr, range(0x430, 0x530))
    return {ord(letter): fold(latin(letter, 0, system, language)) for letter in letters}


def _sounds(spelling: str) -> str:
    """The key of a spelling."""
    plain = spelling if spelling.isascii() and spelling.isalpha() else _OTHER_SIGNS.sub("", spelling)
    heard = _SOUND.sub(_sound, plain).translate(_ONE_SOUND)
    if "ie" in heard:
        heard = _AFTER_I.sub("e", heard)
    return _DOUBLE.sub("", heard)


def _sound(letters: re.Match[str]) -> str:
    return _SOUNDS[letters.group()]
