"""CSL-JSON, which citation processors, pandoc and Zotero read.

The variables are those of CSL 1.0.2. Rich text is marked up with the HTML tags of citeproc-js; mathematics
stands in dollar signs. What CSL has no place for is left out: texts in further languages and further forms
of names, ORCID iDs, affiliations and the corresponding author, roles without a CSL name, identifiers other
than DOI, ISBN, ISSN, PMID and PMCID, links after the first, files, aliases, projects, classification,
licence, access, dates of the entry itself, and whether a date is uncertain. A subtitle joins its title,
the school of a thesis and the issuer of a report are the publisher, and types that CSL does not tell apart
become one (an edited collection is a book). "and others" is a last person with the literal name *others*, as
pandoc and citation-js write it. Tags and dollar signs are not escaped, because CSL-JSON has no sign for it: a
title that holds `<i>` or two dollar signs of its own is read as marked. pandoc drops a date in words when it
writes CSL-JSON.
"""

import json
from collections.abc import Iterable, Iterator
from itertools import pairwise

from catalogue.exports.csl_terms import CSL_GENRES, CSL_ROLES, SPECIFIC_TYPES, TYPES
from catalogue.exports.registry import Format, Options, register
from catalogue.model import (
    UNDETERMINED,
    Issued,
    MarkKind,
    Multilingual,
    Name,
    PartialDate,
    Record,
    Scheme,
    Season,
    Text,
)

Item = dict[str, object]

_TAGS = {
    MarkKind.BOLD: ("<b>", "</b>"),
    MarkKind.ITALIC: ("<i>", "</i>"),
    MarkKind.MATH: ("$", "$"),
    MarkKind.NOCASE: ('<span class="nocase">', "</span>"),
    MarkKind.SUB: ("<sub>", "</sub>"),
    MarkKind.SUP: ("<sup>", "</sup>"),
}
_IDENTIFIERS = {
    Scheme.DOI: "DOI",
    Scheme.ISBN: "ISBN",
    Scheme.ISSN: "ISSN",
    Scheme.PMCID: "PMCID",
    Scheme.PMID: "PMID",
}


def write(records: Iterable[Record], options: Options) -> Iterator[str]:
    """A JSON array, one record a line."""
    separator = "[\n"
    for record in records:
        yield separator + json.dumps(item(record, options.locales(record)), ensure_ascii=False)
        separator = ",\n"
    yield "[]\n" if separator == "[\n" else "\n]\n"


def item(record: Record, locales: tuple[str, ...]) -> Item:
    """The CSL item of a record, with texts in the first of `locales` that they are known in."""
    genre = "" if (record.type, record.genre) in SPECIFIC_TYPES else record.genre
    stated: Item = {
        "id": record.key,
        "type": SPECIFIC_TYPES.get((record.type, record.genre)) or TYPES[record.type],
        "title": _title(record.title, record.subtitle, locales),
        "genre": CSL_GENRES.get(genre, genre),
        "volume": record.volume,
        "issue": record.issue,
        "page": _pages(record.pages),
        "number-of-pages": record.page_total,
        "edition": record.edition,
        "version": record.version,
        "chapter-number": record.chapter,
        "publisher": _markup(record.publisher, locales) or _markup(record.institution, locales),
        "publisher-place": _markup(record.place, locales),
        "collection-title": _markup(record.series, locales),
        "abstract": _markup(record.abstract, locales),
        "note": _markup(record.note, locales),
        "keyword": _keywords(record),
        "language": record.language if record.language != UNDETERMINED else "",
        "URL": record.links[0].url if record.links else "",
        "issued": _issued(record.issued),
        "accessed": _issued(Issued(record.visited) if record.visited else None),
        **_numbers(record),
        **_container(record, locales),
        **_contributors(record),
        **_identifiers(record),
    }
    return {name: value for name, value in stated.items() if value}


def _title(title: Multilingual, subtitle: Multilingual, locales: tuple[str, ...]) -> str:
    found = title.best(locales)
    if not found:
        return ""
    tag, text = found
    beneath = subtitle.get(tag)
    return f"{markup(text)}: {markup(beneath)}" if beneath else markup(text)


def _markup(source: Multilingual, locales: tuple[str, ...]) -> str:
    found = source.best(locales)
    return markup(found[1]) if found else ""


def markup(text: Text) -> str:
    """A text with its marks as tags."""
    # At one place inner tags close first and outer ones open first: marks come in reading order.
    ends: dict[int, str] = {}
    starts: dict[int, str] = {}
    for mark in text.marks:
        opening, closing = _TAGS[mark.kind]
        starts[mark.start] = starts.get(mark.start, "") + opening
        ends[mark.end] = closing + ends.get(mark.end, "")
    edges = sorted({0, len(text.plain), *starts, *ends})
    parts = [ends.get(0, "") + starts.get(0, "")]
    for begin, end in pairwise(edges):
        parts += [text.plain[begin:end], ends.get(end, ""), starts.get(end, "")]
    return "".join(parts)


def _pages(pages: str) -> str:
    # A hyphen parts the pages, unless their numbers hold hyphens themselves.
    return pages if "-" in pages else pages.replace("–", "-")


def _keywords(record: Record) -> str:
    words = [markup(keyword.text) for keyword in record.keywords]
    if any("," in word for word in words):
        return "; ".join(words) + (";" if len(words) == 1 else "")
    return ", ".join(words)


def _numbers(record: Record) -> Item:
    if record.type.is_serial:
        return {"number": record.article_number, "collection-number": record.number}
    return {"collection-number" if record.series else "number": record.number}


def _container(record: Record, locales: tuple[str, ...]) -> Item:
    stated: Item = {}
    if own := record.container:
        stated["container-title"] = _title(own.title, own.subtitle, locales)
        stated["container-title-short"] = _markup(own.short_title, locales)
    if event := record.event:
        stated["event-title"] = _markup(event.title, locales)
        stated["event-place"] = _markup(event.place, locales)
        stated["event-date"] = _issued(event.date)
    return stated


def _contributors(record: Record) -> Item:
    stated: Item = {}
    for role, variable in CSL_ROLES.items():
        names = [_name(person.name) for person in record.by_role(role)]
        if role in record.others:
            names.append({"literal": "others"})
        stated[variable] = names
    return stated


def _name(name: Name) -> Item:
    if name.literal:
        return {"literal": name.literal}
    parts = {
        "family": name.family,
        "given": name.given,
        "non-dropping-particle": name.prefix,
        "suffix": name.suffix,
    }
    return {variable: part for variable, part in parts.items() if part}


def _identifiers(record: Record) -> Item:
    stated: Item = {}
    for scheme, variable in _IDENTIFIERS.items():
        stated[variable] = " ".join(own.value for own in record.identifiers if own.scheme is scheme)
    return stated


def _issued(issued: Issued | None) -> Item:
    if not issued:
        return {}
    if issued.start is None:
        return {"literal": str(issued)}
    parts = [_date_parts(issued.start, issued.season)]
    if issued.end:
        parts.append(_date_parts(issued.end))
    elif issued.open:
        # pandoc and citeproc-js both read a year 0 as an end that is not known.
        parts.append([0])
    stated: Item = {"date-parts": parts}
    return stated | ({"circa": True} if issued.circa else {})


def _date_parts(date: PartialDate, season: Season | None = None) -> list[int]:
    # CSL has no year 0: its year -1 comes before its year 1.
    year = date.year if date.year > 0 else date.year - 1
    parts = (year, season.value if season else date.month, date.day)
    return [part for part in parts if part is not None]


CSL_JSON = register(
    Format(
        "csl-json",
        ".csl.json",
        "application/vnd.citationstyles.csl+json",
        "CSL-JSON",
        write,
        accepts=("application/citeproc+json", "application/json"),
    )
)
