"""An entry in ASCII: the portable form for plain BibTeX, for biber on old files, and for whatever tool or
journal takes nothing beyond it. `latex_ascii` says how letters are written, and what is lost.

Letters of a key that ASCII lacks are written as those that BibTeX cannot hold: as `_` and their number in
hexadecimal.
"""

import re

from catalogue.exports import latex_ascii
from catalogue.exports.bibtex_entry import Entry, Field

_VERBATIM = frozenset({"doi", "eprint", "isbn", "issn", "url"})
"""Fields in which a command would stand for itself."""


def entry(own: Entry) -> Entry:
    """The entry with the same fields, in ASCII."""
    return Entry(own.type, key(own.key), tuple(_field(field) for field in own.fields))


def key(source: str) -> str:
    """A key in ASCII.

    >>> key("жук-1")
    '_436_443_43a-1'
    """
    return re.sub(r"[^\x00-\x7f]", lambda match: f"_{ord(match.group()):x}", source)


def _field(own: Field) -> Field:
    if own.name in _VERBATIM:
        return Field(own.name, latex_ascii.verbatim(own.value))
    if own.name == "ids":
        return Field(own.name, key(own.value))
    return Field(own.name, latex_ascii.to_ascii(own.value))
