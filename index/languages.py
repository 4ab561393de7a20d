"""Languages as data: script, Snowball stemmer, stop words; and a guess at the language of a passage.

A language without a stemmer is served by folding alone (`index.tokens.fold`). Adding a stemmer or a stop list
means adding a row to `LANGUAGES` and raising `VERSION`.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock

from Stemmer import Stemmer

VERSION = 2
"""Raised when words come out differently, so that fingerprints change and documents are analysed again."""

UNDETERMINED = "und"
LATIN = "Latn"
CYRILLIC = "Cyrl"


@dataclass(frozen=True, slots=True)
class Language:
    """A language that is more than folded: its tag, script, Snowball algorithm and stop words."""

    tag: str
    script: str
    stemmer: str | None
    stop_words: frozenset[str]


_ENGLISH_STOP = """
a about above after again against all also am an and any are as at be because been before being below between
both but by can cannot could did do does doing down during each few for from further had has have having he
her here hers him his how i if in into is it its me more most must my no nor not of off on once only or other
our ours out over own same she should so some such than that the their them then there these they this those
through to too under until up upon us very was we were what when where which while who whom why will with
would you your
"""
_RUSSIAN_STOP = """
а без более бы был была были было быть в вам вас весь во вот все всего всех вы где да даже для до его ее если
есть еще же за здесь и из или им их к как какая какой ко когда кто ли либо между меня мне мы на над надо наш
не него нее нет ни них но ну о об однако он она они оно от очень перед по под после при про с сам свой себе
себя со так также такой там те тем то того тоже той только том ты у уж уже хотя чего чей чем что чтобы чье эта
эти это этого этой этом этот эту я
"""

LANGUAGES: dict[str, Language] = {
    language.tag: language
    for language in (
        Language("en", LATIN, "english", frozenset(_ENGLISH_STOP.split())),
        Language("ru", CYRILLIC, "russian", frozenset(_RUSSIAN_STOP.split())),
    )
}
_STOP_WORDS = frozenset(word for language in LANGUAGES.values() for word in language.stop_words)
_CYRILLIC_LANGUAGES = frozenset("ab ba be bg ce cu cv kk ky mk mn os ru sah sr tg tt tyv udm uk".split())
_GUEST = {
    LATIN: "en",
    CYRILLIC: "ru",
}  # whose stemmer serves a word in a script that is not its passage's own

_KAZAKH_LETTERS = re.compile("[әғқңөұүһі]", re.IGNORECASE)
_CYRILLIC_LETTERS = re.compile("[\u0400-\u052f]+")
_LATIN_LETTERS = re.compile("[A-Za-z\u00c0-\u024f]+")


def guess_language(text: str) -> str:
    """The language of a passage by script and letters: "kk", "ru" or "en".

    >>> guess_language("Гендер және көші-қон")
    'kk'
    """
    if text.isascii() or not _CYRILLIC_LETTERS.search(text):
        return "en"
    cyrillic, latin = (
        sum(map(len, letters.findall(text))) for letters in (_CYRILLIC_LETTERS, _LATIN_LETTERS)
    )
    if cyrillic <= latin:
        return "en"
    return "kk" if _KAZAKH_LETTERS.search(text) else "ru"


def primary(tag: str, text: str) -> str:
    """The primary subtag of a BCP 47 tag, in lower case; a guess from `text` if the tag says nothing."""
    return _subtag(tag) or guess_language(text)


@lru_cache(maxsize=1000)
def _subtag(tag: str) -> str:
    """The primary subtag, "" if it says nothing."""
    language = tag.replace("_", "-").partition("-")[0].lower()
    return "" if language in (UNDETERMINED, "mul", "zxx") else language


def script_of(word: str) -> str:
    """The script of a folded word by its first letter: LATIN, CYRILLIC, or "" for digits and all others."""
    for letter in word:
        if "a" <= letter <= "z":
            return LATIN
        if "\u0400" <= letter <= "\u052f":
            return CYRILLIC
        if not letter.isdigit():
            return ""
    return ""


def stemming_language(language: str, word: str) -> str | None:
    """Whose stemmer serves a folded word in a passage of `language` (a primary subtag); None: folding alone.

    A word in a script foreign to its passage (an English term in a Russian text) goes by its own script.
    """
    return _serving(language, script_of(word))


@lru_cache(maxsize=1000)
def _serving(language: str, script: str) -> str | None:
    if not script:
        return None
    at_home = script == (CYRILLIC if language in _CYRILLIC_LANGUAGES else LATIN)
    tag = language if at_home else _GUEST[script]
    known = LANGUAGES.get(tag)
    return tag if known is not None and known.stemmer else None


def stemming_languages(word: str) -> tuple[str, ...]:
    """All languages whose stemmer a query word may have met in a document."""
    script = script_of(word)
    return tuple(tag for tag, known in LANGUAGES.items() if known.stemmer and known.script == script)


def is_stop_word(word: str) -> bool:
    """Whether a folded word says nothing by itself in the language of its script."""
    return word in _STOP_WORDS


# Without a cache of its own, which costs more than stemming does.
_stemmers = {tag: Stemmer(known.stemmer, 0) for tag, known in LANGUAGES.items() if known.stemmer}
_stemming = Lock()  # a Stemmer must not be used by two threads at once


def stem(language: str, word: str) -> str:
    """The Snowball stem of a folded word. Raises KeyError for a language without a stemmer."""
    with _stemming:
        return str(_stemmers[language].stemWord(word))
