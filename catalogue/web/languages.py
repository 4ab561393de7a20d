"""Which language a reader gets: the address's, else the one chosen before, else what the browser asks for."""

from babel.core import parse_locale
from flask import request
from flask_babel import get_locale, gettext

from catalogue.model import UNDETERMINED
from catalogue.settings import LANGUAGE_NAMES
from catalogue.web.generation import shelf
from catalogue.web.routing import address_language

COOKIE = "language"
VARY = "Accept-Language, Cookie"
"""What an unprefixed page depends on beside its address."""


def reader_language() -> str:
    """The language of the interface in this request."""
    offered = shelf().settings.languages
    chosen = request.cookies.get(COOKIE)
    if stated := address_language():
        return stated
    if chosen in offered:
        return chosen
    return request.accept_languages.best_match(offered) or offered[0]


def locales() -> tuple[str, ...]:
    """The languages to read texts in, the reader's first."""
    return tuple(dict.fromkeys((reader_language(), *shelf().settings.languages, "en")))


def offered_languages() -> tuple[tuple[str, str], ...]:
    """Tag and own name of each language that readers may choose."""
    return tuple((tag, LANGUAGE_NAMES[tag]) for tag in shelf().settings.languages)


def language_name(tag: str) -> str:
    """The name of a language in the language of the interface; the tag itself where it has none."""
    if tag == UNDETERMINED:
        return str(gettext("language not stated"))
    try:
        language, territory, script = parse_locale(tag, sep="-")[:3]
    except ValueError:
        return tag
    known = get_locale()
    details = (known.scripts.get(script), known.territories.get(territory))
    name = known.languages.get(language, tag)
    return " ".join([name, *(f"({detail})" for detail in details if detail)])
