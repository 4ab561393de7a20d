"""BibTeX and biblatex: the portable form for other tools, also in ASCII, and the full form for this
catalogue."""

from collections.abc import Callable, Iterable, Iterator

from catalogue.exports import biblatex_portable, bibtex_ascii, bibtex_classic, bibtex_entry, bibtex_full
from catalogue.exports.bibtex_entry import Entry
from catalogue.exports.registry import PORTABLE, Format, Options, register
from catalogue.model import Record

_FULL = "full"
"""All that is known, for this catalogue to read again."""
_ASCII = "ascii"
"""The portable form with LaTeX's commands for whatever is not ASCII."""
_FLAVOURS = (PORTABLE, _ASCII, _FULL)


def biblatex(records: Iterable[Record], options: Options) -> Iterator[str]:
    """Entries for biblatex and biber, in UTF-8 or in ASCII; in the full flavour with the house fields, which
    `catalogue.dbx` declares."""
    return _entries(records, options, biblatex_portable.entry)


def bibtex(records: Iterable[Record], options: Options) -> Iterator[str]:
    """Entries for BibTeX's classic styles, in UTF-8 or in ASCII. Its full flavour is that of biblatex: the
    classic types and fields cannot hold what it holds."""
    return _entries(records, options, bibtex_classic.entry)


def _entries(
    records: Iterable[Record], options: Options, portable: Callable[[Record, Options], Entry]
) -> Iterator[str]:
    for record in records:
        own = bibtex_full.entry(record) if options.flavour == _FULL else portable(record, options)
        yield bibtex_entry.write(bibtex_ascii.entry(own) if options.flavour == _ASCII else own)


BIBTEX = register(
    Format("bibtex", ".bib", "application/x-bibtex", "BibTeX", bibtex, ("text/x-bibtex",), flavours=_FLAVOURS)
)
BIBLATEX = register(
    Format("biblatex", ".biblatex", "application/x-biblatex", "biblatex", biblatex, flavours=_FLAVOURS)
)
