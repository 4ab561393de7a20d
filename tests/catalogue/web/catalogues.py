"""The words of the interface as tests look at them: what is marked, and what it is called in a language."""

import re
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

PACKAGE = Path(__file__).resolve().parents[3] / "catalogue"
TRANSLATIONS = PACKAGE / "translations"
LANGUAGES = ("kk", "ru")
HOLES = re.compile(r"%\(\w+\)[sd]|\{\d\}|%%")
"""What a page fills in."""
TAGS = re.compile(r"<[^>]+>")


@cache
def marked() -> Catalog:
    """Every message that templates and code mark, as `make translations` finds it."""
    with (TRANSLATIONS / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)
    found = Catalog()
    for _, _, message, _, context in extract_from_dir(PACKAGE, methods, options):
        found.add(message, context=context)
    return found


@cache
def catalogue(language: str) -> Catalog:
    """What messages are in a language."""
    with (TRANSLATIONS / language / "LC_MESSAGES" / "messages.po").open("rb") as file:
        return read_po(file, locale=language)


def messages(catalog: Catalog) -> list[Message]:
    """All but the head of the file."""
    return [message for message in catalog if message.id]


def forms(text: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    """The forms of a message or of its translation, one of each where it does not count."""
    return (text,) if isinstance(text, str) else tuple(text)


def plain(text: str) -> str:
    """A message without what a page fills in and without elements."""
    return TAGS.sub(" ", HOLES.sub(" ", text))
