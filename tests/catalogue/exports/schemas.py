"""Published XML schemas as judges of the formats written in XML."""

from functools import cache
from pathlib import Path

from lxml import etree

from tests.corpora import SCHEMAS

_FOLDERS = ("", "mods", "oai")


class _Local(etree.Resolver):
    """Finds by its file name what a schema imports by an address of the web."""

    def resolve(self, system_url: str, public_id: str, context: object) -> object:
        name = system_url.rpartition("/")[2]
        places = (SCHEMAS / folder / name for folder in _FOLDERS)
        found = next((place for place in places if place.is_file()), None)
        return self.resolve_filename(str(found), context) if "://" in system_url and found else None


@cache
def schema(path: str) -> etree.XMLSchema:
    """A schema by its path in the folder of schemas."""
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(_Local())
    return etree.XMLSchema(etree.parse(str(Path(SCHEMAS) / path), parser))


def faults(path: str, document: etree._Element) -> list[str]:
    """What a schema says against a document."""
    judge = schema(path)
    judge.validate(document)
    return [f"{fault.line}: {fault.message}" for fault in judge.error_log]
