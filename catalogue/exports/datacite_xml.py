"""DataCite XML of kernel 4.6, as data centres register it and harvesters take it.

`datacite` says what it holds. One record is a document of its own, a `resource`. The kernel has no element
around several, so that several stand in `resources`, which is ours and in no namespace; each `resource` in it
is valid by itself.
"""

from collections.abc import Iterable, Iterator, Mapping

from catalogue.exports.datacite import KERNEL, Resource, resource
from catalogue.exports.datacite_parts import RelatedItem
from catalogue.exports.datacite_people import Person
from catalogue.exports.datacite_values import UNAVAILABLE, Statement
from catalogue.exports.registry import Format, Options, register
from catalogue.exports.xml import Element, Vocabulary, one_or_stream
from catalogue.model import Record

_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_LOCATION = f"{KERNEL} https://schema.datacite.org/meta/kernel-4.6/metadata.xsd"
_DATACITE = Vocabulary(KERNEL, xsi=_XSI)
_SEVERAL = Vocabulary()


def write(records: Iterable[Record], options: Options) -> Iterator[str]:
    """One `resource`, or several inside `resources`."""
    yield from one_or_stream(_SEVERAL.root("resources"), (element(record, options) for record in records))


def element(record: Record, options: Options) -> Element:
    """The `resource` of a record."""
    own = resource(record, options)
    made = _DATACITE.root("resource")
    made.set(f"{{{_XSI}}}schemaLocation", _LOCATION)
    made.extend(part for part in _parts(own) if part is not None)
    return made


def _parts(own: Resource) -> Iterator[Element | None]:
    types, publisher = own["types"], own["publisher"]
    yield _DATACITE("identifier", own.get("doi", UNAVAILABLE), identifierType="DOI")
    yield _DATACITE("creators", (_person("creator", each) for each in own["creators"]))
    yield _DATACITE("titles", _values("title", own["titles"]))
    yield _DATACITE("publisher", publisher["name"], language=publisher.get("lang", ""))
    yield _DATACITE("publicationYear", f"{own['publicationYear']:04d}")
    yield _DATACITE("resourceType", types["resourceType"], resourceTypeGeneral=types["resourceTypeGeneral"])
    yield _DATACITE("subjects", _values("subject", own.get("subjects", [])))
    yield _DATACITE("contributors", (_person("contributor", each) for each in own.get("contributors", [])))
    yield _DATACITE("dates", _values("date", own.get("dates", [])))
    yield _DATACITE("language", own.get("language"))
    yield _DATACITE(
        "alternateIdentifiers", _values("alternateIdentifier", own.get("alternateIdentifiers", []))
    )
    yield _DATACITE("relatedIdentifiers", _values("relatedIdentifier", own.get("relatedIdentifiers", [])))
    yield _DATACITE("sizes", (_DATACITE("size", size) for size in own.get("sizes", [])))
    yield _DATACITE("formats", (_DATACITE("format", kind) for kind in own.get("formats", [])))
    yield _DATACITE("version", own.get("version"))
    yield _DATACITE("rightsList", _values("rights", own.get("rightsList", [])))
    yield _DATACITE("descriptions", _values("description", own.get("descriptions", [])))
    yield _DATACITE("fundingReferences", (_funding(each) for each in own.get("fundingReferences", [])))
    yield _DATACITE("relatedItems", (_related_item(each) for each in own.get("relatedItems", [])))


def _values(name: str, own: Iterable[Statement]) -> Iterator[Element | None]:
    return (_value(name, each) for each in own)


def _value(name: str, own: Mapping[str, str]) -> Element | None:
    """A statement as an element: the value of its own name inside, everything else in attributes."""
    attributes = {key.replace("Uri", "URI"): value for key, value in own.items() if key not in (name, "lang")}
    return _DATACITE(name, own[name], language=own.get("lang", ""), **attributes)


def _person(name: str, own: Person) -> Element | None:
    return _DATACITE(
        name,
        _DATACITE(f"{name}Name", own["name"], nameType=own.get("nameType", "")),
        _DATACITE("givenName", own.get("givenName")),
        _DATACITE("familyName", own.get("familyName")),
        _values("nameIdentifier", own.get("nameIdentifiers", [])),
        (_affiliation(each) for each in own.get("affiliation", [])),
        contributorType=own.get("contributorType", ""),
    )


def _affiliation(own: Statement) -> Element | None:
    return _value("affiliation", {"affiliation" if key == "name" else key: own[key] for key in own})


def _funding(own: Statement) -> Element | None:
    return _DATACITE(
        "fundingReference",
        _DATACITE("funderName", own["funderName"]),
        _DATACITE("awardNumber", own.get("awardNumber"), awardURI=own.get("awardUri", "")),
        _DATACITE("awardTitle", own.get("awardTitle")),
    )


def _related_item(own: RelatedItem) -> Element | None:
    identifier = own.get("relatedItemIdentifier")
    return _DATACITE(
        "relatedItem",
        _value("relatedItemIdentifier", identifier) if identifier else None,
        _DATACITE("creators", (_person("creator", each) for each in own.get("creators", []))),
        _DATACITE("titles", _values("title", own["titles"])),
        _DATACITE("volume", own.get("volume")),
        _DATACITE("issue", own.get("issue")),
        _DATACITE("number", own.get("number"), numberType=own.get("numberType", "")),
        _DATACITE("firstPage", own.get("firstPage")),
        _DATACITE("lastPage", own.get("lastPage")),
        relatedItemType=own["relatedItemType"],
        relationType=own["relationType"],
    )


DATACITE_XML = register(
    Format(
        "datacite-xml",
        ".datacite.xml",
        "application/vnd.datacite.datacite+xml",
        "DataCite XML",
        write,
    )
)
