"""Which words hold wrong letters, and what they should be: one function for each kind of mistake.

The tables of the 8-bit encodings are those of Python's codecs. Each function looks for a sign of its
mistake with one regular expression first, so that a sound text costs next to nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class Reason(StrEnum):
    """What went wrong with a word."""

    MIXED = "mixed"
    LEGACY = "legacy"
    MISREAD = "misread"


@dataclass(frozen=True, slots=True)
class Repair:
    """A word at the character `start` of a text, and what it should be."""

    start: int
    word: str
    repaired: str
    reason: Reason

    @property
    def end(self) -> int:
        """The character after the word."""
        return self.start + len(self.word)


_LATIN = "A-Za-zƏəƟɵÀ-ÖØ-öø-ÿ"
_CYRILLIC = "\u0400-\u0481\u048a-\u04ff"
_NEIGHBOURS = re.compile(f"[{_LATIN}][{_CYRILLIC}]|[{_CYRILLIC}][{_LATIN}]")
# A LaTeX command ends where its letters end, and is no word.
_WORD = re.compile(r"(?<![\\\w])[^\W\d_]+|(?<=\d)[^\W\d_]+")
_TO_CYRILLIC = dict(zip("aceiopxyhkəɵABCEHIKMOPTXYƏƟ", "асеіорхуһкәөАВСЕНІКМОРТХУӘӨ", strict=True))
_TO_LATIN = {cyrillic: latin for latin, cyrillic in _TO_CYRILLIC.items()} | {"ѕ": "s", "ј": "j", "Ѕ": "S"}
_KAZAKH = frozenset("ӘәҒғҚқҢңӨөҰұҮүҺһІі")
_ONLY_KAZAKH = _KAZAKH - frozenset("Іі")
_LATIN_TERMS = frozenset(("pH",))
_ROMAN = re.compile("[IVXLCDMІХСМ]{2,}")
_ABBREVIATION = re.compile(f"[A-Z]{{2,}}[{_CYRILLIC}]+")


def mixed_words(text: str, kazakh: bool) -> Iterator[Repair]:
    """Words whose letters are of two scripts and can all be read in one of them."""
    if not _NEIGHBOURS.search(text):
        return
    table = _TO_CYRILLIC
    if kazakh or _ONLY_KAZAKH.intersection(text):
        # A Russian keyboard has у; who typed a Latin y into a Kazakh word was missing ү.
        table = _TO_CYRILLIC | {"y": "ү", "Y": "Ү"}
    for match in _WORD.finditer(text):
        word = match.group()
        if _NEIGHBOURS.search(word) and (single := _in_one_script(match, table)):
            yield Repair(match.start(), word, single, Reason.MIXED)


def _in_one_script(match: re.Match[str], table: dict[str, str]) -> str:
    """The word in one script, "" where that cannot be."""
    word, text = match.group(), match.string
    cyrillic = [letter for letter in word if _is_cyrillic(letter)]
    latin = [letter for letter in word if not _is_cyrillic(letter)]
    in_latin = _translated(word, _TO_LATIN) if all(letter in _TO_LATIN for letter in cyrillic) else ""
    in_cyrillic = _translated(word, table) if all(letter in table for letter in latin) else ""
    is_formula = word.isupper() and text[match.end() : match.end() + 1].isdecimal()
    if is_formula or _ROMAN.fullmatch(word) or in_latin in _LATIN_TERMS:
        return in_latin
    if _ABBREVIATION.fullmatch(word) and word[-1].islower():
        # An ending after a Latin abbreviation.
        return ""
    if in_latin and in_cyrillic:
        balance = len(cyrillic) - len(latin) or _balance(text)
        return in_cyrillic if balance >= 0 else in_latin
    return in_cyrillic or in_latin


def _translated(word: str, table: dict[str, str]) -> str:
    return "".join(table.get(letter, letter) for letter in word)


def _is_cyrillic(letter: str) -> bool:
    return "\u0400" <= letter <= "\u04ff"


@lru_cache(maxsize=4)
def _balance(text: str) -> int:
    """How many more Cyrillic letters than others a text has."""
    return sum(1 if _is_cyrillic(letter) else -1 for letter in text if letter.isalpha())


def _misread_letters(codec: str) -> dict[str, str]:
    """What the Kazakh letters of an encoding look like where it is taken for Windows-1251."""
    table = {}
    for byte in range(0x80, 0x100):
        meant = bytes([byte]).decode(codec, "replace")
        seen = bytes([byte]).decode("cp1251", "replace")
        if meant in _KAZAKH and seen != meant:
            table[seen] = meant
    return table


_KZ1048 = _misread_letters("kz1048")
_PT154 = _misread_letters("ptcp154")
_ONLY_PT154 = frozenset("ЃѓЊњ")
_LEGACY_SIGN = re.compile(f"[{''.join({*_KZ1048, *_PT154} - set('±µ¤¦‰‡'))}]")
_LEGACY_WORD = re.compile(f"[{_CYRILLIC}{''.join(_PT154)}]+")
_COMMON = set("абвгдежзиклмнопрстуфхцчш")
_ALPHABETS = (
    _COMMON | set("йщьюяґєії"),
    _COMMON | set("ёйыьэюяіў"),
    _COMMON | set("ѓѕјљњќџ"),
    _COMMON | set("ђјљњћџ"),
)
"""Ukrainian, Belarusian, Macedonian, Serbian: the languages whose letters the Kazakh ones appear as."""


def legacy_words(text: str, kazakh: bool) -> Iterator[Repair]:
    """Words of an 8-bit Kazakh encoding that was read as Windows-1251.

    The sign is a word that no language writes, or that a text in Kazakh cannot hold.
    """
    if not _LEGACY_SIGN.search(text):
        return
    suspects = [match for match in _LEGACY_WORD.finditer(text) if _LEGACY_SIGN.search(match.group())]
    if not any(kazakh or _in_no_language(match.group()) for match in suspects):
        return
    table = _PT154 if any(_ONLY_PT154.intersection(match.group()) for match in suspects) else _KZ1048
    for match in suspects if table is _KZ1048 else _LEGACY_WORD.finditer(text):
        if (meant := _translated(match.group(), table)) != match.group():
            yield Repair(match.start(), match.group(), meant, Reason.LEGACY)


def _in_no_language(word: str) -> bool:
    letters = set(word.lower())
    return len(word) > 2 and not any(letters <= alphabet for alphabet in _ALPHABETS)


def _class(codec: str, first: int, last: int) -> str:
    """The characters that bytes become in an encoding, as a class of a regular expression."""
    # What an encoding leaves open, and all of 0x80 to 0x9F in Latin-1, are control characters.
    controls = "".join(chr(byte) for byte in range(first, min(last, 0x9F) + 1))
    letters = bytes(range(first, last + 1)).decode(codec, "ignore")
    return f"[{re.escape(controls + letters)}]"


def _misread_patterns(codec: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Signs that UTF-8 was read in an encoding, and everything that was so read where there is a sign.

    Cyrillic letters have two bytes, of which the first is 0xD0 to 0xD3; quotes and dashes begin with
    0xE2 0x80; the accented letters of the West begin with 0xC2 to 0xC5.
    """
    follower = _class(codec, 0x80, 0xBF)
    cyrillic = f"{_class(codec, 0xD0, 0xD3)}{follower}"
    western = f"{_class(codec, 0xC2, 0xC5)}{follower}"
    sign = f"{_class(codec, 0xE2, 0xE2)}{follower}{follower}"
    alone = f"{western}|{sign}" if codec == "cp1252" else f"{_class(codec, 0xE2, 0xE2)}Ђ{follower}"
    return re.compile(f"(?:{cyrillic}){{2,}}|{alone}"), re.compile(f"(?:{cyrillic}|{western}|{sign})+")


_MISREAD = tuple((codec, *_misread_patterns(codec)) for codec in ("cp1251", "cp1252"))


def misread_utf8(text: str) -> Iterator[Repair]:
    """Letters in UTF-8 that were read in Windows-1251, Windows-1252 or Latin-1."""
    for codec, sign, everything in _MISREAD:
        if not sign.search(text):
            continue
        for match in everything.finditer(text):
            written = b"".join(_as_byte(letter, codec) for letter in match.group())
            try:
                yield Repair(match.start(), match.group(), written.decode(), Reason.MISREAD)
            except UnicodeDecodeError:
                continue


def _as_byte(letter: str, codec: str) -> bytes:
    try:
        return letter.encode(codec)
    except UnicodeEncodeError:
        return bytes([ord(letter)])
