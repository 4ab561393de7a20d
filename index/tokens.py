"""Text to words: where they stand, how they fold, and what parts a compound has.

`gender-sensitive` is two words that follow each other, and at the place of the first also the joined form
`gendersensitive`; so `e-mail` and `email` find each other. A possessive `'s` belongs to no word.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from anyascii import anyascii

_NUKTA = 7  # the combining class of the dot that marks a borrowed sound
_VOWEL_SIGNS = "".join(
    sign
    for sign in map(chr, range(0x0900, 0x0E00))  # the scripts of India
    if unicodedata.category(sign) in ("Mc", "Mn") and unicodedata.combining(sign) != _NUKTA
)
"""Marks that are no accents: without them little is left of a word."""
_MARKS = f"\u00ad\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u093c\u09bc\u200c\u200d{_VOWEL_SIGNS}"
_LETTER = r"[^\W_]"
_ALONE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"  # written without spaces: each sign is a word
_PART = rf"(?:[{_ALONE}]|(?:(?![{_ALONE}]){_LETTER}[{_MARKS}]*)+)"
_APOSTROPHES = "'\u2019\u02bc\u2018\u02b9"
_JOINTS = _APOSTROPHES + "\\-\u2010\u2011"
_COMPOUND = re.compile(rf"{_PART}(?:[{_JOINTS}]{_PART})*")
# The same where no mark is and no sign stands alone, and in ASCII: a half and a third of the cost.
_PLAIN_COMPOUND = re.compile(rf"{_LETTER}+(?:[{_JOINTS}]{_LETTER}+)*")
_ASCII_COMPOUND = re.compile("[0-9A-Za-z]+(?:['-][0-9A-Za-z]+)*")
_SPECIAL = re.compile(f"[{_ALONE}{_MARKS}]")
_PARTS = re.compile(_PART)
_ASCII_PARTS = re.compile("[0-9A-Za-z]+")
_SIGNS = re.compile(f"[{_ALONE}]")
_UNSPACED = re.compile(f"[{_ALONE}\u0e00-\u109f\u1780-\u17ff]")  # scripts with no spaces between words
_WITHOUT_SIGNS = bytes(
    byte if byte >= 0x80 or chr(byte) in "'-" else ord(chr(byte).lower()) if chr(byte).isalnum() else ord(" ")
    for byte in range(256)
)
"""For UTF-8: ASCII letters in lower case, spaces for what is in no compound, all else as it is."""
_MOST_JOINED = 4  # longer chains are lists, codes or sequences, which nobody writes in one piece
_LONGEST = 100  # letters of a word that count: beyond are only damaged files

_KEPT = {("и", "\u0306"), ("у", "\u0306"), ("і", "\u0308")}  # й, ў and ї are letters of their own


class Token(NamedTuple):
    """A folded word, its place in the text, and the joined form of the compound that it begins (or "")."""

    word: str
    start: int
    end: int
    joined: str = ""


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """Lower case without diacritics: Latin letters to ASCII, Cyrillic ё to е; letters of other scripts stay.

    >>> fold("État"), fold("Søren"), fold("Ещё"), fold("Чайковский")
    ('etat', 'soren', 'еще', 'чайковский')
    """
    if word.isascii():
        return word.lower()
    letters: list[str] = []
    for letter in unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word).casefold()):
        if letter in _VOWEL_SIGNS:
            letters.append(letter)
        elif unicodedata.combining(letter):
            if letters and (letters[-1], letter) in _KEPT:
                letters[-1] = unicodedata.normalize("NFC", letters[-1] + letter)
        elif letter.isalnum():
            letters.append(_to_ascii(letter) if "\u0080" <= letter <= "\u02af" else letter)
    return unicodedata.normalize("NFC", "".join(letters))


def _to_ascii(letter: str) -> str:
    return "".join(filter(str.isalnum, anyascii(letter).lower())) or letter


def normalise(value: str) -> str:
    """A KEYWORD value as it is compared: one form of each letter, no case, single spaces, no control signs.

    >>> normalise("  Gender  Studies ")
    'gender studies'
    """
    if not value.isprintable():
        value = "".join(" " if unicodedata.category(letter) in ("Cc", "Cs") else letter for letter in value)
    return " ".join(unicodedata.normalize("NFKC", value).casefold().split())


def tokenise(text: str, start: int = 0) -> Iterator[Token]:
    """The words of a text in order; the n-th stands at position n.

    With `start`, those from there on, which is to be where a piece of the text begins.
    """
    if not start and (word := single_word(text)):
        yield Token(word, 0, len(text))
    else:
        for compound in compounds(text, start):
            yield from _tokens(compound)


def compounds(text: str, start: int = 0) -> Iterator[re.Match[str]]:
    """The compounds of a text as they are written, from `start` on."""
    if text.isascii():
        return _ASCII_COMPOUND.finditer(text, start)
    # Of a text that is begun in the middle few words are wanted: not worth looking through the whole.
    general = start or _SPECIAL.search(text)
    return (_COMPOUND if general else _PLAIN_COMPOUND).finditer(text, start)


def pieces(text: str) -> list[str]:
    """A text cut up between words: the words of the pieces, one piece after the other, are those of the text.

    Most pieces are a word or a compound, so that many texts share them. The cut is coarse and fast.

    >>> pieces("An e-mail (from) “the EU's")
    ['an', 'e-mail', 'from', '“the', "eu's"]
    """
    spaced = cleared(text)
    return _COMPOUND.findall(text) if spaced is None else spaced.split()


def cleared(text: str) -> str | None:
    """A text of the same length, in which spaces part the pieces; None where words stand without spaces.

    >>> cleared("An e-mail (from) “the EU's")
    "an e-mail  from  “the eu's"
    """
    if not text.isascii() and _UNSPACED.search(text):
        return None
    return text.encode("utf-8", "surrogatepass").translate(_WITHOUT_SIGNS).decode("utf-8", "surrogatepass")


def single_word(text: str) -> str:
    """The folded word of a text that is all letters, "" for other texts."""
    if text.isalnum():
        if text.isascii():
            return text[:_LONGEST].lower()
        if not _SIGNS.search(text):
            return fold(text[:_LONGEST])
    return ""


def _tokens(compound: re.Match[str]) -> list[Token]:
    written = compound.group()
    start = compound.start()
    if word := single_word(written):
        return [Token(word, start, compound.end())]  # by far the most
    parts = [
        Token(word, start + part.start(), start + part.end())
        for part in (_ASCII_PARTS if written.isascii() else _PARTS).finditer(written)
        if (word := fold(part.group()[:_LONGEST]))
    ]
    if len(parts) > 1 and parts[-1].word == "s" and written[-2] in _APOSTROPHES:
        parts.pop()
    if 1 < len(parts) <= _MOST_JOINED:
        word, begins, ends, _ = parts[0]
        parts[0] = Token(word, begins, ends, "".join([part.word for part in parts]))
    return parts
