"""A guess at the language of a passage that states none: by script, by letters, by small words.

The guess only decides whose stemmer serves the passage. It is made of every passage that states no language,
so it is cheap; what it cannot tell is English, or Russian in Cyrillic letters.
"""

import re
from collections import Counter
from collections.abc import Mapping

_EXTENT = 300  # characters that are looked at
_RUNS = re.compile(
    "(?P<Latn>[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+)|(?P<Cyrl>[\u0400-\u052f]+)"
    "|(?P<Grek>[\u0370-\u03ff\u1f00-\u1fff]+)|(?P<Armn>[\u0530-\u058f]+)|(?P<Hebr>[\u0590-\u05ff]+)"
    "|(?P<Arab>[\u0600-\u06ff]+)|(?P<Deva>[\u0900-\u097f]+)|(?P<Taml>[\u0b80-\u0bff]+)"
    "|(?P<Geor>[\u10a0-\u10ff]+)|(?P<Kana>[\u3040-\u30ff]+)|(?P<Hani>[\u4e00-\u9fff]+)"
    "|(?P<Hang>[\uac00-\ud7a3]+)"
)
"""Letters in a row, by their script."""

_USUAL = {
    "Latn": "en",
    "Cyrl": "ru",
    "Grek": "el",
    "Armn": "hy",
    "Hebr": "he",
    "Arab": "ar",
    "Deva": "hi",
    "Taml": "ta",
    "Geor": "ka",
    "Kana": "ja",
    "Hani": "zh",
    "Hang": "ko",
}
_LONG_VOWEL = "(?:аа|оо|уу|ээ|өө|үү)"
_BULGARIAN = "ъ[бвгджзклмнпрстфхцчшщ]"
_BY_LETTERS = {
    script: tuple((language, re.compile(pattern, re.DOTALL)) for language, pattern in patterns)
    for script, patterns in {
        "Cyrl": (
            ("ru", rf"\A(?!.*{_BULGARIAN})[^\u0450\u0452-\u052f]*\Z"),
            ("ru", r"ѣ|ъ(?!\w)"),  # as it was spelled before 1918, when it had an і too
            ("uk", r"[їєґ]|\bі\b|ці[яїй]|ість"),
            ("tg", "[ӣӯҷ]"),
            ("uz", "ў.*[қғҳ]|[қғҳ].*ў"),
            ("be", "ў"),
            ("ba", "[ҙҡҫ]"),
            ("tt", "җ"),
            ("kk", "[әғқұһі]"),
            ("ky", f"ң.*{_LONG_VOWEL}|{_LONG_VOWEL}.*ң"),
            ("mn", f"[өү].*{_LONG_VOWEL}|{_LONG_VOWEL}.*[өү]"),
            ("kk", "[өүң]"),
            ("mk", "[ѓќѕ]"),
            ("sr", "[ђћјљњџ]"),
            ("bg", _BULGARIAN),
        ),
        "Arab": (("ur", "[ٹڈڑے]"), ("fa", "[پچژگ]")),
        "Hebr": (("yi", "[\u05f0-\u05f2]|\u05d0[\u05b7\u05b8]"),),
        "Deva": (("ne", "हरू|को\\b|छ।"),),
    }.items()
}
"""Letters and endings that tell languages of a script apart: the first pattern that is found decides."""

SMALL_WORDS = {
    "en": "a the of and in to for with from by on is are this that an at its how what as can do between or",
    "ca": "el la els les de del dels en amb per que un una és les seva entre",
    "cs": "na se je pro od jako jeho které nebo jsou ve při mezi",
    "da": "og af det en den til er som på for med der de et fra ved ikke mellem",
    "de": "der die das und in von zu den mit für im des auf eine ein ist dem zur als zum über bei nach",
    "es": "el la los las de del en que un una por con para es al se como entre sobre su",
    "et": "ja on ning ei et kui see selle mis oma või eesti",
    "eu": "eta da ez bat du dira ere izan zen euskal",
    "fi": "ja on ei että se oli myös sekä kuin tai joka ovat suomen",
    "fr": "le la les de des du et en un une dans pour par sur au aux est que qui avec ce se entre",
    "hu": "az és hogy nem egy meg mint vagy volt szerint között",
    "id": "dan yang di dari untuk dengan pada dalam ini adalah ke oleh terhadap antara",
    "it": "il lo la gli le di del della dei delle in un una per con che nel nella è al da tra sul",
    "lt": "ir yra kad su iš apie į kaip lietuvos tarp bei",
    "nl": "de het een van en in op te voor met door dat aan bij naar uit zijn tussen",
    "no": "og av det en den til er som på for med de et fra ved ikke mellom",
    "pl": "w na do się nie jest dla oraz od przez jako ich przy między",
    "pt": "os de do da dos das em no na um uma por com para que é ao se como entre sobre",
    "ro": "și în de la din cu pe pentru un ale al sau prin care este între",
    "sv": "och att det en som av för är på den till med de ett om från inte mellan",
    "tr": "ve bir bu ile için olarak da de olan üzerine arasında ilişkin göre",
}
"""Small words by which languages in Latin letters are told apart; of English ones, hardly any but its own."""

_LETTERS = {
    "cs": "ě ř ů",
    "da": "ø æ",
    "de": "ß",
    "es": "ñ ¿ ¡",
    "hu": "ő ű",
    "lt": "ė ų į",
    "no": "ø æ",
    "pl": "ą ę ł ś ź ż",
    "pt": "ã",
    "ro": "ș ț ă",
    "tr": "ğ ş ı",
}
_WORDS = re.compile(r"[^\W\d_]+")
_FOREIGN = 2  # small words and letters that a language must be ahead of English by


def _languages_of(owned: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The languages of each word or letter, given those of each language."""
    items = {item for own in owned.values() for item in own.split()}
    return {item: tuple(language for language, own in owned.items() if item in own.split()) for item in items}


_SPEAKERS = _languages_of(SMALL_WORDS)
_FOREIGN_WORDS = frozenset(word for word, languages in _SPEAKERS.items() if languages != ("en",))
_ENGLISH_WORDS = frozenset(SMALL_WORDS["en"].split())
_WRITERS = _languages_of(_LETTERS)


def guess_language(text: str) -> str:
    """The primary subtag of the language that a passage seems to be in.

    >>> guess_language("Гендер және көші-қон"), guess_language("Die Rolle der Frau"), guess_language("Gender")
    ('kk', 'de', 'en')
    """
    if text.isascii() and (" the " in text or " and " in text):
        return "en"  # most texts by far
    return _by_script(text[:_EXTENT])


def _by_script(text: str) -> str:
    script = "Latn" if text.isascii() else _prevailing(text)
    if script == "Latn":
        return _by_small_words(text)
    lowered = text.lower()
    told = (language for language, pattern in _BY_LETTERS.get(script, ()) if pattern.search(lowered))
    return next(told, _USUAL[script])


def _prevailing(text: str) -> str:
    """The script that most letters are in; Latin among equals, and where no letter is known."""
    letters = Counter({"Latn": 0})
    for run in _RUNS.finditer(text):
        letters[str(run.lastgroup)] += len(run.group())
    return max(letters, key=letters.__getitem__)


def _by_small_words(text: str) -> str:
    """The language that more of the small words and letters belong to than to any other; in doubt English."""
    lowered = text.lower()
    words = _WORDS.findall(lowered)
    foreign, english = (sum(map(own.__contains__, words)) for own in (_FOREIGN_WORDS, _ENGLISH_WORDS))
    if text.isascii() and foreign - english < _FOREIGN:
        return "en"  # most of the others: no language can be so far ahead
    votes = Counter(language for word in words for language in _SPEAKERS.get(word, ()))
    if not text.isascii():
        votes.update(language for letter in lowered for language in _WRITERS.get(letter, ()))
    (first, most), (_, second) = (*votes.most_common(2), ("en", 0), ("en", 0))[:2]
    return first if most > second and most - votes["en"] >= _FOREIGN else "en"
