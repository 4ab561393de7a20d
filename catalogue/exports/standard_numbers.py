"""Whose an ISBN or an ISSN is: the record's own, that of what the record appeared in, or that of its series.

A record states them side by side. Formats that describe a container or a series apart ask here.
"""

from catalogue.model import Identifier, Record, RecordType, Scheme

_OF_WHOLES = (Scheme.ISBN, Scheme.ISSN)


def of_container(record: Record) -> tuple[Identifier, ...]:
    """The ISBNs and ISSNs of a record that stands in a container."""
    return tuple(own for own in record.identifiers if own.scheme in _OF_WHOLES) if record.container else ()


def of_series(record: Record) -> tuple[Identifier, ...]:
    """The ISSNs of a record that has a series and no container; a periodical has its own."""
    if record.container or not record.series or record.type is RecordType.PERIODICAL:
        return ()
    return tuple(own for own in record.identifiers if own.scheme is Scheme.ISSN)


def of_record(record: Record) -> tuple[Identifier, ...]:
    """Every other identifier."""
    others = (*of_container(record), *of_series(record))
    return tuple(own for own in record.identifiers if own not in others)
