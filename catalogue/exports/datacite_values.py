"""The leaves of DataCite's metadata: texts, their languages, and the codes for what is not known."""

from collections.abc import Mapping
from typing import TypeVar, cast

from catalogue.exports.xml import clean, known
from catalogue.model import Multilingual

Statement = dict[str, str]
"""A value and what is said of it, by DataCite's names; nothing in it is empty."""

UNAVAILABLE = ":unav"
"""Stands for a mandatory value that is not known (appendix 3 of the schema)."""
AND_OTHERS = ":etal"
"""Stands for people too many to be listed (the same appendix)."""

Stated = TypeVar("Stated", bound=Mapping[str, object])


def stated(own: Stated) -> Stated:
    """The members of a mapping that have a value."""
    return cast(Stated, {name: value for name, value in own.items() if value})


def statement(**values: str) -> Statement:
    """The values that say something."""
    return stated(values)


def folded(text: str) -> str:
    """A text on one line, without the characters that XML forbids, so that both forms hold the same."""
    return " ".join(clean(text).split())


def best(source: Multilingual, locales: tuple[str, ...]) -> Statement:
    """The `name` of something in the first of `locales` that it has, and its `lang`; empty without one."""
    found = source.best(locales)
    if not found or not folded(found[1].plain):
        return {}
    return statement(name=folded(found[1].plain), lang=known(found[0]))


def titles(title: Multilingual, subtitle: Multilingual, language: str) -> list[Statement]:
    """Every title and subtitle, that of `language` first; the titles in others are translated ones."""
    main = title.best((language,))
    ordered = sorted(title, key=lambda entry: entry != main)
    own = [
        statement(
            title=folded(text.plain),
            titleType="" if (tag, text) == main else "TranslatedTitle",
            lang=known(tag),
        )
        for tag, text in ordered
    ]
    own += [
        statement(title=folded(text.plain), titleType="Subtitle", lang=known(tag)) for tag, text in subtitle
    ]
    return [entry for entry in own if "title" in entry]
