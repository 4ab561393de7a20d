"""Cyrillic text in Latin letters, by the published systems that journals ask for.

>>> romanise("Щукин, Ельцин", "bgn-pcgn", "ru")
'Shchukin, Yelʼtsin'
>>> romanise("Әуезов", "kazakh-latin", "kk")
'Äuezov'

What is not Cyrillic stays as it is. A text of a language without a table is read by the table that its
letters tell, as Russian where they tell nothing. The tables are those that search reads, too.
"""

import re
import unicodedata

from catalogue.citations.errors import UnknownRomanisation
from catalogue.model import Mark, MarkKind, Text, primary_language
from index.romanisation_tables import LANGUAGES, latin, told_language

SYSTEMS = ("bsi", "bgn-pcgn", "gost-7.79-b", "ala-lc", "iso-9", "kazakh-latin")
"""The names of the systems; what each is, `romanisation_tables` says."""

_ELSEWHERE = {"kazakh-latin": "bgn-pcgn"}
"""What a system that has no table for a language is replaced by."""
_CYRILLIC = re.compile("[\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f]")
_DOTTED = {"kazakh-latin": {"i": "İ"}}
"""Capitals that Unicode's own rules do not give."""


def has_cyrillic(source: str) -> bool:
    """Whether a text has a Cyrillic letter."""
    return bool(_CYRILLIC.search(source))


def checked_system(name: str) -> str:
    """The name of a system. Raises UnknownRomanisation for any other name."""
    if name not in SYSTEMS:
        raise UnknownRomanisation(name, SYSTEMS)
    return name


def romanise(source: str, system: str, language: str) -> str:
    """A text of a language (a BCP 47 tag) in Latin letters; raises UnknownRomanisation."""
    return "".join(spelled(source, system, language))


def romanise_text(source: Text, system: str, language: str) -> Text:
    """A passage with its marks, which go with their words; mathematics stays. Raises UnknownRomanisation."""
    pieces = spelled(source.plain, system, language)
    for mark in source.marks:
        if mark.kind is MarkKind.MATH:
            pieces[mark.start : mark.end] = source.plain[mark.start : mark.end]
    at = [0]
    for piece in pieces:
        at.append(at[-1] + len(piece))
    marks = (Mark(mark.kind, at[mark.start], at[mark.end]) for mark in source.marks)
    return Text("".join(pieces), tuple(mark for mark in marks if mark.start < mark.end))


def spelled(source: str, system: str, language: str) -> list[str]:
    """What each character of a text in NFC becomes, one piece for each; raises UnknownRomanisation."""
    checked_system(system)
    own = alphabet(source, language)
    if own != "kk":
        system = _ELSEWHERE.get(system, system)
    lower = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in source)
    pieces: list[str] = []
    base = 0
    for place, letter in enumerate(source):
        if pieces and unicodedata.combining(letter):
            # An accent joins the letter it stands on, so that the whole stays in NFC.
            pieces[base] = unicodedata.normalize("NFC", pieces[base] + letter)
            pieces.append("")
            continue
        base = place
        if not _CYRILLIC.match(letter):
            pieces.append(letter)
            continue
        spelling = latin(lower, place, system, own)
        pieces.append(spelling if letter == lower[place] else _capital(spelling, source, place, system))
    return pieces


def alphabet(source: str, language: str) -> str:
    """The language by whose table a text is read: its own, else the one its letters tell, else Russian."""
    own = primary_language(language)
    return own if own in LANGUAGES else told_language(source.lower()) or "ru"


def _capital(spelling: str, source: str, place: int, system: str) -> str:
    letters = [_DOTTED.get(system, {}).get(letter) or letter.upper() for letter in spelling]
    if len(spelling) > 1 and not _in_capitals(source, place):
        return letters[0] + spelling[1:]
    return "".join(letters)


def _in_capitals(source: str, place: int) -> bool:
    """Whether a capital stands among capitals, not at the start of a word."""
    after = source[place + 1 : place + 2]
    return after.isupper() if after.isalpha() else source[max(place - 1, 0) : place].isupper()
