"""What DataCite's metadata schema 4.6 says of a record, under the names of DataCite's JSON.

`datacite_json` writes this as it stands, `datacite_xml` as XML. All texts are plain.

| property | what it holds |
|---|---|
| `doi` | the first DOI; without one the JSON has no such member, and the XML has `:unav` |
| `url` | the address of the record's page, else its first link; not in the XML |
| `types` | the type (`datacite_terms`), and in words the genre or type; in JSON that of CSL too |
| `creators` | the authors, else the editors, else `:unav`: `Family, Given`, ORCID iD, affiliation with ROR |
| `titles` | in every language: the main one, `TranslatedTitle`, `Subtitle` |
| `publisher` | the publisher, else the institution, else `:unav` |
| `publicationYear` | the year of the start, else of the end; 9999 where that is not known or before 1 |
| `subjects` | the keywords in every language; the codes of UDC, JEL and MRNTI |
| `contributors` | everybody else (`CONTRIBUTORS`), and the editors in any case |
| `dates` | `Issued`, perhaps a range; `Available`, the day an embargo ends |
| `language`, `version` | the main language; the version, else the edition |
| `alternateIdentifiers` | the key, the address, the number of a report, every other identifier, each link |
| `relatedIdentifiers` | ISSN and ISBN of what it appeared in, else the ISSN of its series |
| `relatedItems` | the container with volume, issue, number and pages; the series; the event |
| `sizes`, `formats` | how many pages there are; the media types of files |
| `rightsList` | the licence by SPDX, the access rights by COAR |
| `descriptions` | in every language the abstract, and as `Other` the note |
| `fundingReferences` | funder, number and title of each project |

What is mandatory and not known is `:unav`, and "and others" is `:etal`, by appendix 3 of the schema; 9999 is
the year that its guidance on missing values shows. A date that is circa, uncertain, a season or in words says
so in `dateInformation`.

Lost are: marks (mathematics stays as TeX), further forms of names, a suffix except in the whole name, who
corresponds, languages after the first, places, the volume of a book that is in no series, short and printed
titles, labels of links, files themselves, place and date of an event, aliases, and dates of the entry itself.
"""

from typing import TypedDict

from catalogue.exports import licences, standard_numbers
from catalogue.exports.csl_terms import CSL_GENRES
from catalogue.exports.datacite_parts import RelatedItem, own_number, related_identifiers, related_items
from catalogue.exports.datacite_people import Person, contributors, creators
from catalogue.exports.datacite_terms import ACCESS, CLASSIFICATIONS, IDENTIFIERS, SPECIFIC_TYPES, TYPES
from catalogue.exports.datacite_values import UNAVAILABLE, Statement, best, folded, stated, statement, titles
from catalogue.exports.registry import Options
from catalogue.exports.xml import clean, known, uri
from catalogue.model import Grant, Issued, Multilingual, Record, Scheme

UNKNOWN_YEAR = 9999
_SPDX = {"rightsIdentifierScheme": "SPDX", "schemeUri": "https://spdx.org/licenses/"}
KERNEL = "http://datacite.org/schema/kernel-4"


class Resource(TypedDict, total=False):
    """A publication, by DataCite's names."""

    doi: str
    url: str
    types: Statement
    creators: list[Person]
    titles: list[Statement]
    publisher: Statement
    publicationYear: int
    subjects: list[Statement]
    contributors: list[Person]
    dates: list[Statement]
    language: str
    alternateIdentifiers: list[Statement]
    relatedIdentifiers: list[Statement]
    relatedItems: list[RelatedItem]
    sizes: list[str]
    formats: list[str]
    version: str
    rightsList: list[Statement]
    descriptions: list[Statement]
    fundingReferences: list[Statement]
    schemaVersion: str


def resource(record: Record, options: Options) -> Resource:
    """All that DataCite has a place for; what is mandatory is always there, the DOI apart."""
    locales = options.locales(record)
    own = Resource(
        doi=record.identifier(Scheme.DOI) or "",
        url=uri(options.address(record.key) or (record.links[0].url if record.links else "")),
        types=_types(record),
        creators=creators(record, locales),
        titles=titles(record.title, record.subtitle, record.language) or [{"title": UNAVAILABLE}],
        publisher=best(record.publisher, locales)
        or best(record.institution, locales)
        or {"name": UNAVAILABLE},
        publicationYear=_year(record.issued),
        subjects=_subjects(record),
        contributors=contributors(record, locales),
        dates=_dates(record),
        language=known(record.language),
        alternateIdentifiers=_alternates(record, options),
        relatedIdentifiers=related_identifiers(record),
        relatedItems=related_items(record, locales),
        sizes=_sizes(record),
        formats=list(dict.fromkeys(file.media_type for file in record.files if file.media_type)),
        version=folded(record.version or record.edition),
        rightsList=_rights(record),
        descriptions=_descriptions(record.abstract, "Abstract") + _descriptions(record.note, "Other"),
        fundingReferences=_funding(record, options),
        schemaVersion=KERNEL,
    )
    return stated(own)


def _types(record: Record) -> Statement:
    genre = folded(CSL_GENRES.get(record.genre, record.genre))
    return {
        "resourceTypeGeneral": SPECIFIC_TYPES.get((record.type, record.genre)) or TYPES[record.type],
        "resourceType": genre or record.type.value,
    }


def _year(issued: Issued | None) -> int:
    year = issued.year if issued else None
    return year if year and year > 0 else UNKNOWN_YEAR


def _subjects(record: Record) -> list[Statement]:
    words = [
        statement(subject=word, lang=known(own.language))
        for own in record.keywords
        if (word := folded(own.text.plain))
    ]
    return words + [
        {"subject": own.code, "subjectScheme": CLASSIFICATIONS.get(own.scheme, own.scheme)}
        for own in record.classification
    ]


def _dates(record: Record) -> list[Statement]:
    dates = [_issued(record.issued)] if record.issued else []
    if record.access and record.access.until:
        dates.append({"date": str(record.access.until), "dateType": "Available"})
    return dates


def _issued(issued: Issued) -> Statement:
    written = folded(str(issued))
    if issued.literal:
        return statement(date=UNAVAILABLE, dateType="Issued", dateInformation=written)
    plain = str(Issued(issued.start, issued.end, issued.open))
    return statement(date=plain, dateType="Issued", dateInformation="" if written == plain else written)


def _alternates(record: Record, options: Options) -> list[Statement]:
    doi = record.identifier(Scheme.DOI)
    pairs = [
        ("Local accession number", folded(record.key)),
        ("URL", options.address(record.key)),
        ("Number", own_number(record)),
        *((IDENTIFIERS[own.scheme], own.value) for own in standard_numbers.of_record(record)),
        *(("URL", link.url) for link in record.links),
    ]
    return [
        {"alternateIdentifier": value, "alternateIdentifierType": kind}
        for kind, value in dict.fromkeys(pairs)
        if value and value != doi
    ]


def _sizes(record: Record) -> list[str]:
    total = folded(record.page_total)
    return [f"{total} pages" if total.isdecimal() else total] if total else []


def _rights(record: Record) -> list[Statement]:
    own = []
    if record.license:
        own.append({"rights": record.license})
        if address := licences.address(record.license):
            own[0] |= {"rightsUri": address, "rightsIdentifier": record.license, **_SPDX}
    if record.access:
        status = record.access.status
        own.append({"rights": ACCESS[status], "rightsUri": status.uri})
    return own


def _descriptions(source: Multilingual, kind: str) -> list[Statement]:
    return [
        statement(description=text, descriptionType=kind, lang=known(tag))
        for tag, own in source
        if (text := clean(own.plain).strip())
    ]


def _funding(record: Record, options: Options) -> list[Statement]:
    locales = options.locales(record)
    known_grants = (options.grants[key] for key in record.projects if key in options.grants)
    return [_grant(grant, locales) for grant in known_grants]


def _grant(grant: Grant, locales: tuple[str, ...]) -> Statement:
    return statement(
        funderName=folded(grant.funder) or UNAVAILABLE,
        awardNumber=folded(grant.number),
        awardUri=uri(grant.url),
        awardTitle=best(grant.title, locales).get("name", "") or folded(grant.acronym),
    )
