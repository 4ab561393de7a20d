"""Which language a reader gets: the address's, else the one chosen before, else what the browser asks for.

Texts come in the reader's language where they are written in it, words of the interface where they are
translated into it: a page says of each part which language it is in.
"""

import re
from functools import cache, lru_cache

from babel.core import Locale, parse_locale
from flask import g, request
from flask_babel import get_babel, gettext
from werkzeug.datastructures import LanguageAccept
from werkzeug.http import parse_accept_header

from catalogue.model import UNDETERMINED
from catalogue.settings import LANGUAGE_NAMES
from catalogue.web.generation import shelf
from catalogue.web.routing import address_language
from catalogue.web.words import interface_locale

COOKIE = "language"
SOURCE = "en"
"""The language that the words of the interface are written in."""
_MOST_KEPT = 100
"""Names of languages, and headers whose choice is kept: readers send the same with every request."""
_COUNTRIES = {"kz": "kk"}
"""Countries that some devices name in place of a language."""
VARY = "Accept-Language, Cookie"
"""What an unprefixed page depends on beside its address."""


def reader_language() -> str:
    """The language of the interface in this request."""
    known: str | None = g.get("reader_language")
    if known is None:
        known = g.reader_language = _reader_language()
    return known


def _reader_language() -> str:
    offered = shelf().settings.languages
    chosen = request.cookies.get(COOKIE)
    if stated := address_language():
        return stated
    if chosen in offered:
        return chosen
    return _preferred(request.headers.get("Accept-Language"), offered)


@lru_cache(_MOST_KEPT)
def _preferred(header: str | None, offered: tuple[str, ...]) -> str:
    """The offered language that a header likes best, in whatever country or script; else the first."""
    stated = sorted(parse_accept_header(header, LanguageAccept), key=lambda each: -each[1])
    liked = (re.split("[-_]", tag)[0].lower() for tag, quality in stated if quality)
    languages = (_COUNTRIES.get(primary, primary) for primary in liked)
    return next((language for language in languages if language in offered), offered[0])


def select_locale() -> str:
    """The locale for the words of the interface, numbers and dates: the reader's, else English."""
    wanted = reader_language()
    return wanted if wanted in _translated(tuple(get_babel().translation_directories)) else SOURCE


@cache
def _translated(directories: tuple[str, ...]) -> frozenset[str]:
    """The languages that the interface is translated into, with the translations in these folders."""
    return frozenset(locale.language for locale in get_babel().instance.list_translations())


def interface_language() -> str:
    """The language that the words of the interface are in on this page."""
    return str(interface_locale().language)


def locales() -> tuple[str, ...]:
    """The languages to read texts in, the reader's first."""
    known: tuple[str, ...] | None = g.get("locales")
    if known is None:
        known = g.locales = tuple(dict.fromkeys((reader_language(), *shelf().settings.languages, "en")))
    return known


def offered_languages() -> tuple[tuple[str, str], ...]:
    """Tag and own name of each language that readers may choose."""
    return tuple((tag, LANGUAGE_NAMES[tag]) for tag in shelf().settings.languages)


def language_name(tag: str) -> str:
    """The name of a language in the language of the interface; the tag itself where it has none."""
    if tag == UNDETERMINED:
        return str(gettext("language not stated"))
    return _name(tag, interface_locale())


@lru_cache(_MOST_KEPT)
def _name(tag: str, known: Locale) -> str:
    try:
        language, territory, script = parse_locale(tag, sep="-")[:3]
    except ValueError:
        return tag
    details = (known.scripts.get(script), known.territories.get(territory))
    name = known.languages.get(language, tag)
    return " ".join([name, *(f"({detail})" for detail in details if detail)])
