"""Words of the interface in the language of the page.

flask-babel looks for the locale and the translations of a request anew at each word; here a request looks
once, and what a message is in a language is kept.
"""

from functools import lru_cache
from typing import Any

from babel import Locale
from babel.numbers import format_decimal
from flask import g
from flask_babel import get_locale, get_translations
from markupsafe import Markup, escape

_MOST_KEPT = 4096
"""Messages in each language, all there are, several times over; and numbers in its digits."""


class Label:
    """A word that is written down once and shown in the language of each page."""

    __slots__ = ("_source",)

    def __init__(self, source: str) -> None:
        self._source = source

    def __str__(self) -> str:
        return _message(_translations(), self._source)

    def __html__(self) -> Markup:
        return _escaped(_translations(), self._source)


def translated(source: str, **variables: object) -> Markup:
    """A message for a template: it may hold HTML, its `variables` are escaped."""
    if not variables:
        return _fixed(_translations(), source)
    return Markup(_message(_translations(), source)) % variables


def counted(singular: str, plural: str, number: int, **variables: object) -> Markup:
    """A message in the form that a number asks for, which it may show as `%(num)s`."""
    message = Markup(_translations().ungettext(singular, plural, number))
    return message % {"num": number_text(number), **variables}


def number_text(number: int) -> str:
    """A number with its thousands parted as the language of the interface does it."""
    return _number_text(number, interface_locale())


@lru_cache(_MOST_KEPT)
def _number_text(number: int, locale: Locale) -> str:
    return str(format_decimal(number, locale=locale))


def interface_locale() -> Locale:
    """The locale of this request, for words, numbers and dates."""
    found: Locale | None = g.get("locale")
    if found is None:
        found = g.locale = get_locale()
    return found


def _translations() -> Any:
    """The translations of this request."""
    found = g.get("translations")
    if found is None:
        found = g.translations = get_translations()
    return found


@lru_cache(_MOST_KEPT)
def _message(translations: Any, source: str) -> str:
    return str(translations.ugettext(source))


@lru_cache(_MOST_KEPT)
def _escaped(translations: Any, source: str) -> Markup:
    return escape(_message(translations, source))


@lru_cache(_MOST_KEPT)
def _fixed(translations: Any, source: str) -> Markup:
    # As Jinja reads messages: a percent sign is doubled in all of them, with variables or without.
    return Markup(_message(translations, source)) % {}
