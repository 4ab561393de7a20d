"""DataCite JSON, the form of DataCite's REST API and of its content negotiation; Zotero reads it.

`datacite` says what it holds. One record is an object, as DataCite serves it; several, or none, are an array
of such objects.
"""

from collections.abc import Iterable, Iterator

from catalogue.exports.csl_terms import SPECIFIC_TYPES, TYPES
from catalogue.exports.datacite import Resource, resource
from catalogue.exports.json_stream import one_or_many
from catalogue.exports.registry import Format, Options, register
from catalogue.model import Record


def write(records: Iterable[Record], options: Options) -> Iterator[str]:
    """One object, or an array of several with one record a line."""
    yield from one_or_many((attributes(record, options) for record in records), "[", "]")


def attributes(record: Record, options: Options) -> Resource:
    """What DataCite has of a record, and the type of CSL, by which Zotero chooses its own."""
    own = resource(record, options)
    own["types"]["citeproc"] = SPECIFIC_TYPES.get((record.type, record.genre)) or TYPES[record.type]
    return own


DATACITE_JSON = register(
    Format(
        "datacite-json",
        ".datacite.json",
        "application/vnd.datacite.datacite+json",
        "DataCite JSON",
        write,
    )
)
