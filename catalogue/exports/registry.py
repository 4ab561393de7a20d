"""Export formats by name and by the suffix of an address.

A format is one file in this package that registers itself when it is imported; `catalogue.exports`
imports all of them.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from catalogue.model import Record


@dataclass(frozen=True, slots=True)
class Options:
    """How to write: `flavour` is `portable` (what other tools read) or `full` (all that is known, for
    this catalogue to read again); `language` is the tag of the reader's language, which the portable
    flavour prefers where a record does not state its own."""

    flavour: str = "portable"
    language: str = "en"


FLAVOURS = ("portable", "full")


@dataclass(frozen=True, slots=True)
class Format:
    """A format: `suffix` with its dot, `label` for a menu. `write` turns records into pieces of text one
    by one, so that a stream of any length takes constant memory."""

    name: str
    suffix: str
    media_type: str
    label: str
    write: Callable[[Iterable[Record], Options], Iterator[str]]


_FORMATS: dict[str, Format] = {}


def register(own: Format) -> Format:
    """Makes a format known. Raises ValueError where its name or suffix is taken."""
    if own.name in _FORMATS or any(own.suffix == other.suffix for other in _FORMATS.values()):
        raise ValueError(
            f"an export format named {own.name!r} or with suffix {own.suffix!r} is there already"
        )
    _FORMATS[own.name] = own
    return own


def formats() -> tuple[Format, ...]:
    """Every format, in the order of registration."""
    return tuple(_FORMATS.values())


def by_name(name: str) -> Format | None:
    """The format of a name, as the command line takes it."""
    return _FORMATS.get(name)


def by_suffix(suffix: str) -> Format | None:
    """The format of a suffix such as `.bib`."""
    return next((own for own in _FORMATS.values() if own.suffix == suffix), None)
