"""What a record is and is about, in MODS: its genre, languages, subjects and identifiers, and its grants."""

from collections.abc import Iterator

from catalogue.exports import standard_numbers, tagged
from catalogue.exports.csl_terms import CSL_GENRES
from catalogue.exports.iso639 import bibliographic
from catalogue.exports.mods_terms import CLASSIFICATIONS, GENRES, OTHER_GENRES
from catalogue.exports.mods_values import mods, schemed
from catalogue.exports.registry import Options
from catalogue.exports.xml import Element
from catalogue.model import Grant, Record, primary_language


def genres(record: Record) -> Iterator[Element | None]:
    """The type in MARC's terms, or by its own name; then the genre."""
    if known := GENRES.get(record.type):
        yield mods("genre", known, authority="marcgt")
    else:
        yield mods("genre", OTHER_GENRES.get(record.type, record.type.value))
    yield mods("genre", CSL_GENRES.get(record.genre, record.genre))


def languages(record: Record) -> Iterator[Element | None]:
    """Each language by its codes; the first is the main one."""
    for place, tag in enumerate(record.languages):
        yield mods(
            "language",
            mods("languageTerm", bibliographic(tag), type="code", authority="iso639-2b"),
            mods("languageTerm", tag, type="code", authority="rfc5646"),
            mods("scriptTerm", _script(tag), type="code", authority="iso15924"),
            usage="" if place else "primary",
        )


def subjects(record: Record) -> Iterator[Element | None]:
    """Each keyword, then each code of a classification."""
    for keyword in record.keywords:
        topic = mods("topic", keyword.text.plain)
        yield mods("subject", topic, lang=bibliographic(keyword.language), language=keyword.language)
    for own in record.classification:
        yield mods("classification", own.code, authority=CLASSIFICATIONS.get(own.scheme, own.scheme))


def identifiers(record: Record) -> Iterator[Element | None]:
    """The record's own identifiers, its number, its key, and the keys it had before."""
    yield from schemed(standard_numbers.of_record(record))
    if tagged.is_numbered(record):
        yield mods("identifier", record.number, type=f"{record.type.value} number")
    yield mods("identifier", record.key, type="local")
    for alias in record.aliases:
        yield mods("identifier", alias, type="local", invalid="yes")


def funding(record: Record, options: Options) -> Iterator[Element | None]:
    """Each grant in a line."""
    for key in record.projects:
        if grant := options.grants.get(key):
            yield mods("note", _in_words(grant, options.locales(record)), type="funding")


def _in_words(grant: Grant, locales: tuple[str, ...]) -> str:
    named = ", ".join(part for part in (grant.funder, grant.programme, grant.number) if part)
    title = tagged.best(grant.title, locales) or grant.acronym
    return ": ".join(part for part in (named, title) if part)


def _script(tag: str) -> str:
    """The script that a tag states: `Latn` of `kk-Latn`."""
    subtags = tag.removeprefix(primary_language(tag)).split("-")
    return next((subtag for subtag in subtags if len(subtag) == 4 and subtag.isalpha()), "")
