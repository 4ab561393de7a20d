"""Highwire Press tags (`citation_*`), by which Google Scholar and Zotero read a record's page.

The rules are those of Google Scholar's Inclusion Guidelines for Webmasters (section "Indexing"): title,
author and date of publication are required, and a page that lacks one of them is read as if it had no tag at
all; each author stands in a tag of their own, without affiliation or degree, as `Family, Given`; a date is
`2010/5/12` or else a year alone; a PDF stands in the directory of the page. Names of tags beyond that page
(`citation_author_orcid`, `citation_inbook_title`, `citation_keywords` …) are those that publishers send and
Zotero's translator "Embedded Metadata" reads.

| tag | what it holds |
|---|---|
| `citation_title` | the title and subtitle in the publication's own language, as its PDF has them |
| `citation_author` | each author; of a work that is edited as a whole and has no author, each editor |
| `citation_author_institution`, `citation_author_orcid` | of the author before them |
| `citation_editor` | each editor who does not stand as an author |
| `citation_publication_date` | the day `2021/03/07`, else the year |
| `citation_journal_title`, `citation_journal_abbrev` | the journal of an article |
| `citation_conference_title` | the proceedings, else the name of the conference |
| `citation_inbook_title` | the book of a chapter |
| `citation_dissertation_institution` | the school of a thesis |
| `citation_technical_report_institution`, `…_number` | of a report |
| `citation_volume`, `citation_issue`, `citation_firstpage`, `citation_lastpage` | where in its container |
| `citation_issn`, `citation_isbn`, `citation_doi`, `citation_publisher`, `citation_language` | as named |
| `citation_keywords`, `citation_abstract` | each keyword; the abstract in the language of the title |
| `citation_abstract_html_url`, `citation_pdf_url` | the page, and the open file |
"""

from collections.abc import Iterator

from catalogue.exports import tagged
from catalogue.metadata import pages
from catalogue.model import Contributor, Record, RecordType, Role, Scheme

Tag = tuple[str, str]
"""The name and the content of a `<meta>` element."""

TITLE, AUTHOR, DATE = "title", "author", "date"
"""What Google Scholar requires of a page."""

_EDITED = frozenset(
    {
        RecordType.BOOK,
        RecordType.COLLECTION,
        RecordType.MVBOOK,
        RecordType.MVCOLLECTION,
        RecordType.MVPROCEEDINGS,
        RecordType.MVREFERENCE,
        RecordType.PERIODICAL,
        RecordType.PROCEEDINGS,
        RecordType.REFERENCE,
        RecordType.SET,
    }
)
"""Types of a whole that its editors answer for where it has no author."""
_CHAPTERS = frozenset(
    {
        RecordType.BOOKINBOOK,
        RecordType.INBOOK,
        RecordType.INCOLLECTION,
        RecordType.INREFERENCE,
        RecordType.SUPPBOOK,
        RecordType.SUPPCOLLECTION,
    }
)


def tags(record: Record, page: str, pdf: str = "") -> list[Tag]:
    """The tags of a record, none where Google Scholar would read none.

    `page` is the absolute address of its page, `pdf` that of its file where everyone may read it, else "".
    """
    if missing(record):
        return []
    locales = (record.language,)
    stated = [
        ("citation_title", _title(record)),
        *_people(record),
        ("citation_publication_date", _date(record)),
        *_container(record, locales),
        *_issuer(record, locales),
        *_extent(record),
        *(("citation_issn", own.value) for own in record.identifiers if own.scheme is Scheme.ISSN),
        *(("citation_isbn", own.value) for own in record.identifiers if own.scheme is Scheme.ISBN),
        ("citation_doi", record.identifier(Scheme.DOI) or ""),
        ("citation_language", tagged.language(record)),
        *(("citation_keywords", keyword.text.plain) for keyword in record.keywords),
        ("citation_abstract", tagged.best(record.abstract, locales)),
        ("citation_abstract_html_url", page),
        ("citation_pdf_url", pdf),
    ]
    folded = ((name, " ".join(content.split())) for name, content in stated)
    return [(name, content) for name, content in folded if content]


def missing(record: Record) -> tuple[str, ...]:
    """What Google Scholar requires and this record lacks: some of `TITLE`, `AUTHOR` and `DATE`."""
    stated = {
        TITLE: _title(record).strip(),
        AUTHOR: _authors(record),
        DATE: _date(record),
    }
    return tuple(name for name, value in stated.items() if not value)


def _title(record: Record) -> str:
    return tagged.title(record.title, record.subtitle, (record.language,))


def _authors(record: Record) -> tuple[Contributor, ...]:
    """Those the publication is cited under, as far as they have a name."""
    roles = (Role.AUTHOR, Role.EDITOR, Role.COMPILER) if record.type in _EDITED else (Role.AUTHOR,)
    groups = (tuple(person for person in record.by_role(role) if _name(person).strip()) for role in roles)
    return next(filter(None, groups), ())


def _people(record: Record) -> Iterator[Tag]:
    authors = _authors(record)
    for person in authors:
        yield "citation_author", _name(person)
        for affiliation in person.affiliations:
            yield "citation_author_institution", tagged.best(affiliation.name, (record.language,))
        if person.orcid:
            yield "citation_author_orcid", f"https://orcid.org/{person.orcid}"
    for person in record.by_role(Role.EDITOR):
        if person not in authors:
            yield "citation_editor", _name(person)


def _name(person: Contributor) -> str:
    # Inverted, because then nobody needs to guess which part is the family name.
    return tagged.inverted(person.name)


def _date(record: Record) -> str:
    """The day or else the year that references would name; "" for a date in words."""
    when = tagged.date(record.issued)
    if when is None:
        return ""
    return str(when).replace("-", "/") if when.day else f"{when.year:04d}"


def _container(record: Record, locales: tuple[str, ...]) -> Iterator[Tag]:
    title = tagged.container(record, locales)
    if record.type is RecordType.PERIODICAL:
        # An issue is its own container: its title is the journal's.
        yield "citation_journal_title", title or _title(record)
    elif record.type.is_serial:
        yield "citation_journal_title", title
        if record.container:
            yield "citation_journal_abbrev", tagged.best(record.container.short_title, locales)
    elif record.type is RecordType.INPROCEEDINGS:
        yield "citation_conference_title", title
    elif record.type in _CHAPTERS:
        yield "citation_inbook_title", title


def _issuer(record: Record, locales: tuple[str, ...]) -> Iterator[Tag]:
    institution = tagged.best(record.institution, locales) or tagged.best(record.publisher, locales)
    if record.type is RecordType.THESIS:
        yield "citation_dissertation_institution", institution
    elif record.type is RecordType.REPORT:
        yield "citation_technical_report_institution", institution
        yield "citation_technical_report_number", record.number
    yield "citation_publisher", tagged.best(record.publisher, locales)


def _extent(record: Record) -> Iterator[Tag]:
    yield "citation_volume", record.volume
    yield "citation_issue", record.issue or (record.number if record.type.is_serial else "")
    first, last = pages.span(record)
    yield "citation_firstpage", first
    yield "citation_lastpage", last
