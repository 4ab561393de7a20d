"""Names in the letters of a citation, and the initials they are shortened to.

An initial is romanised from the Cyrillic letter: Шолпан is Sh., Юлия Yu., and not S. and Y. Which styles
shorten a given name only the style knows, so a given name carries its initials along: `INITIAL_END` stands
after the letters that a word is shortened to, and in front of a word that has no initial. The engine takes
it out again.

>>> romanised_given("Шолпан Серік ұлы", "bgn-pcgn", "kk").replace(INITIAL_END, "|")
'Sh|olpan Serik |uly'

In Kazakhstan a patronymic is shortened like a given name (Серікұлы is С.), and so it is here; «ұлы» and
«қызы» standing apart in lower case are left out among initials and kept in a full name. A form in Latin
letters that the record holds stands above every table: it is how its bearer writes it.
"""

import re
from dataclasses import replace

from catalogue.citations.romanisation import SYSTEMS, has_cyrillic, romanise, spelled
from catalogue.model import Contributor, Name, primary_language
from index.romanisation_tables import told_language

INITIAL_END = "\u2063"
"""An invisible separator, which no name has of itself."""

_WORD = re.compile(r"[^\W\d_][\w\u0300-\u036f’'ʼ]*")
_DESCENT = frozenset("ұлы улы қызы кызы оғлы оглы углы uly ūly ülı qyzy kyzy kızı ogly oglu".split())
"""Son and daughter of, in the languages that write it as a word."""


def printed_name(person: Contributor, language: str) -> Name:
    """The name in the form of a language, where the record has one, else as it stands."""
    own = primary_language(language)
    name = next((form for tag, form in person.variants if primary_language(tag) == own), person.name)
    return replace(name, given=_without_descent(name.given)) if name.given else name


def romanised_name(person: Contributor, system: str, language: str) -> Name:
    """The name in Latin letters: as the record holds it, else by a system. Raises UnknownRomanisation."""
    name = printed_name(person, language)
    if not has_cyrillic(name.display):
        return name
    if held := _held(person):
        return replace(held, given=_with_initials_of(held.given, name.given))
    if primary_language(language) == "ru":
        # A Kazakh keeps the name's own letters in a Russian publication.
        language = told_language(name.display.lower()) or language
    return Name(
        family=romanise(name.family, system, language),
        given=romanised_given(name.given, system, language),
        prefix=romanise(name.prefix, system, language),
        suffix=romanise(name.suffix, system, language),
        literal=romanise(name.literal, system, language),
    )


def romanised_given(given: str, system: str, language: str) -> str:
    """A given name in Latin letters that tells its initials. Raises UnknownRomanisation."""
    given = given.replace(INITIAL_END, "")
    pieces = spelled(given, system, language)
    for word in _WORD.finditer(given):
        start, end = word.span()
        if word[0] in _DESCENT:
            pieces[start] = INITIAL_END + pieces[start]
        # What is shortened already ends with its own full stop.
        elif given[start].isupper() and len(pieces[start]) > 1 and given[end : end + 1] != ".":
            pieces[start] += INITIAL_END
    return "".join(pieces)


def _held(person: Contributor) -> Name | None:
    """The form in Latin letters that the record holds, the English one first."""
    forms = sorted(person.variants, key=lambda form: primary_language(form[0]) != "en")
    held = (form for _, form in forms if form.display and not has_cyrillic(form.display))
    return next(held, None)


def _without_descent(given: str) -> str:
    return _WORD.sub(lambda word: INITIAL_END + word[0] if word[0] in _DESCENT else word[0], given)


def _with_initials_of(latin: str, cyrillic: str) -> str:
    """A held form that tells the initials of the Cyrillic one, where their words are as many."""
    words = [word[0] for word in _WORD.finditer(cyrillic.replace(INITIAL_END, ""))]
    latin = _without_descent(latin)
    if len(words) != len(_WORD.findall(latin)):
        return latin
    letters = iter(words)
    return _WORD.sub(lambda word: _told(word, next(letters)[0]), latin)


def _told(word: re.Match[str], letter: str) -> str:
    """A word with the mark after what stands for a Cyrillic letter in one system or another."""
    whole, after = word[0], word.string[word.end() : word.end() + 1]
    ways = {romanise(letter.lower(), system, "ru") for system in SYSTEMS}
    fits = [way for way in ways if len(way) > 1 and whole.lower().startswith(way)]
    if not fits or after == "." or not whole[0].isupper():
        return whole
    end = len(max(fits, key=len))
    return whole[:end] + INITIAL_END + whole[end:]
