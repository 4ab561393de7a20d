"""Keyboards as data, and texts as another keyboard would have typed them.

Where the wrong layout was on, `привет` reads `ghbdtn`. A row below has the signs of the same 47 keys for each
layout, without shift: those of Windows for the United States, Russia and Kazakhstan. The Kazakh ө is on the
key of the hyphen, so that what reads as a hyphen may be either: who means that layout types it elsewhere.
"""

import re
from collections.abc import Collection, Iterator, Mapping

from index.tokens import tokenise

LAYOUTS = {
    "en": "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./",
    "ru": "ё1234567890-=йцукенгшщзхъ\\фывапролджэячсмитьбю.",
    "kk": '("әіңғ,.үұқөһйцукенгшщзхъ\\фывапролджэячсмитьбю№',
}
_PIECE = re.compile(r"\s+|[^\s:]+:(?=\S)|\S+")
_LETTER = re.compile(r"[^\W\d_]")
_LETTER_AND_DIGIT = re.compile(r"[^\W\d_]\d|\d[^\W\d_]")
_SLIPS = (("en", "ru"), ("en", "kk"), ("ru", "en"), ("kk", "en"), ("ru", "kk"))
"""Which layout was on, and which was meant. Nobody means digits where Kazakh letters came."""
_BEHIND_A_VOWEL = re.compile(r"([аәеёиоөұүуыіэюя][^\Wө]*)ө", re.IGNORECASE)


def retyped(text: str, kept: Collection[str] = ()) -> tuple[str, ...]:
    """What a text may have been meant to be, if another layout was on than its author thought; the folded
    words that are `kept` were meant as they stand, as names of fields are.

    >>> retyped("Ghbdtn"), retyped("руддщ")
    (('Привет',), ('hello',))
    >>> "қазақстан" in retyped("0аза0стан"), retyped("r-i3-0jy")
    (True, ('көші-қон', 'көшіөқон'))
    >>> retyped("title:ghbdtn world", {"world"})[0]
    'title:привет world'
    """
    meant = (other for slip in _SLIPS for other in _typed_again(text, *slip, kept))
    return tuple(dict.fromkeys(other for other in meant if other and other != text))


def _typed_again(text: str, on: str, meant: str, kept: Collection[str]) -> Iterator[str]:
    """The text of the same keys in the layout that was meant; "" if the one that was on has not its letters,
    or if no words come of it. First with the hyphens that it is likely to have, then without.

    What neither has stays, and so does a number; a capital stays one where it can.
    """
    keys = dict(zip(LAYOUTS[on], LAYOUTS[meant], strict=True))
    pieces = [(piece, _stays(piece, kept)) for piece in _PIECE.findall(text)]
    for hyphenated in (_with_hyphens, str):
        words = [piece if stays else hyphenated(_word_again(piece, keys)) for piece, stays in pieces]
        yield "".join(words) if all(words) and not _LETTER_AND_DIGIT.search("".join(words)) else ""


def _stays(piece: str, kept: Collection[str]) -> bool:
    return (
        piece.endswith(":")
        or not _LETTER.search(piece)
        or all(token.word in kept for token in tokenise(piece))
    )


def _with_hyphens(word: str) -> str:
    """A word in which each ө behind a vowel is a hyphen: there it stands only in compounds without one, as
    in көкөніс."""
    return _BEHIND_A_VOWEL.sub(r"\1-", word)


def _word_again(word: str, keys: Mapping[str, str]) -> str:
    """A word of these keys; "" where a letter has none, or where a digit or the first letter would become a
    sign."""
    again = [_as_written(sign, keys.get(sign.lower(), sign)) for sign in word]
    if word[0].isalpha() and not again[0].isalpha():
        return ""
    for sign, other in zip(word, again, strict=True):
        if (sign.isalpha() and sign.lower() not in keys) or (sign.isdigit() and not other.isalnum()):
            return ""
    return "".join(again)


def _as_written(letter: str, other: str) -> str:
    return other.upper() if letter != letter.lower() else other
