"""Dublin Core in the XML of OAI-PMH, which every harvester reads.

A single record is a document `oai_dc:dc`. Several (or none) stand in `oai_dc:dcCollection`, a root that the
schema of the Open Archives Initiative does not know, though converters of the Library of Congress write it
too; each element in it is valid by itself. What the elements hold, and what is lost, is told in
`catalogue.exports.dublin_core`; the language of a text is its `xml:lang`.

Source: openarchives.org/OAI/2.0/oai_dc.xsd; the media type is that of InvenioRDM, since none is registered.
"""

from collections.abc import Iterable, Iterator

from catalogue.exports.dublin_core import statements
from catalogue.exports.registry import Format, Options, register
from catalogue.exports.xml import Element, Vocabulary, fill, one_or_stream
from catalogue.model import Record

_OAI_DC = "http://www.openarchives.org/OAI/2.0/oai_dc/"
_DC = "http://purl.org/dc/elements/1.1/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_SCHEMA = "http://www.openarchives.org/OAI/2.0/oai_dc.xsd"
_SCHEMA_LOCATION = f"{{{_XSI}}}schemaLocation"
_OAI = Vocabulary(_OAI_DC, "oai_dc", dc=_DC, xsi=_XSI)
_CORE = Vocabulary(_DC, "dc")


def element(record: Record, options: Options) -> Element:
    """The element `oai_dc:dc` of a record, with the location of its schema as OAI-PMH asks."""
    said = (_CORE(name, value, language=language) for name, value, language in statements(record, options))
    return fill(_OAI.root("dc", **{_SCHEMA_LOCATION: f"{_OAI_DC} {_SCHEMA}"}), said)


def write(records: Iterable[Record], options: Options) -> Iterator[str]:
    """The document of a record, or one of all of them."""
    return one_or_stream(_OAI.root("dcCollection"), (element(record, options) for record in records))


OAI_DC = register(Format("oai-dc", ".dc.xml", "application/x-dc+xml", "Dublin Core", write))
