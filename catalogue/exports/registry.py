"""Export formats by name and by the suffix of an address.

A format is one file in this package that registers itself when it is imported; `catalogue.exports`
imports all of them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import quote

from catalogue.model import Grant, Record, Text

PORTABLE = "portable"
"""The flavour that every format has: what other tools read."""

Cite = Callable[[Iterable[Record]], Iterator[Text]]
"""From records to their finished citations, one each; it may raise what its maker says."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to write.

    `flavour` is one of those of the format. `language` is the tag of the reader's language, for records
    that do not state their own; `asked` is a language that the reader names for this export. `base_url` is
    the site's scheme and host, "" where records have no page; `grants` are the projects by their keys.
    `cite` makes citations for the formats of citation lists; without it they write a plain reference.
    """

    flavour: str = PORTABLE
    language: str = "en"
    asked: str = ""
    base_url: str = ""
    grants: Mapping[str, Grant] = field(default_factory=dict)
    cite: Cite | None = None

    def locales(self, record: Record) -> tuple[str, ...]:
        """The languages to take a text in where there is room for one, the best first."""
        return tuple(tag for tag in (self.asked, record.language, self.language) if tag)

    def address(self, key: str) -> str:
        """The lasting address of a record's page, "" where it has none."""
        return (
            f"{self.base_url}/publications/{quote(key, safe='', errors='replace')}" if self.base_url else ""
        )


Write = Callable[[Iterable[Record], Options], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: `suffix` with its dot, `label` for a menu, `media_type` without parameters.

    `accepts` are further media types under which a client may ask for it, `flavours` its forms, the usual
    one first. `write` turns records into pieces of text one by one, so that a stream of any length takes
    constant memory. `cites` says whether it can consist of finished citations, those of `Options.cite`.
    """

    name: str
    suffix: str
    media_type: str
    label: str
    write: Write
    accepts: tuple[str, ...] = ()
    flavours: tuple[str, ...] = (PORTABLE,)
    cites: bool = False

    def flavour(self, asked: str | None) -> str:
        """The form that is asked for, the usual one where this format has no such form."""
        return asked if asked in self.flavours else self.flavours[0]


_FORMATS: dict[str, Format] = {}


def register(own: Format) -> Format:
    """Makes a format known, its text fit for UTF-8. Raises ValueError where its name or suffix is taken."""
    if own.name in _FORMATS or any(own.suffix == other.suffix for other in _FORMATS.values()):
        raise ValueError(
            f"an export format named {own.name!r} or with suffix {own.suffix!r} is there already"
        )
    _FORMATS[own.name] = known = replace(own, write=_in_utf8(own.write))
    return known


def _in_utf8(write: Write) -> Write:
    """The same, with a question mark for half of a surrogate pair: a string can hold one, no file can."""

    def written(records: Iterable[Record], options: Options) -> Iterator[str]:
        return map(encodable, write(records, options))

    return written


def encodable(text: str) -> str:
    """A text that UTF-8 can encode.

    >>> encodable("half \\ud83d of a pair")
    'half ? of a pair'
    """
    return text.encode(errors="replace").decode()


def formats() -> tuple[Format, ...]:
    """Every format, in the order of registration."""
    return tuple(_FORMATS.values())


def by_name(name: str) -> Format | None:
    """The format of a name, as the command line takes it."""
    return _FORMATS.get(name)


def by_suffix(suffix: str) -> Format | None:
    """The format of a suffix such as `.bib`."""
    return next((own for own in _FORMATS.values() if own.suffix == suffix), None)
