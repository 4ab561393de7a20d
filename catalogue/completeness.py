"""What a record lacks to be cited and found, and what the lack costs. Such records are published.
A date in words and a title in capitals are lacks as well: nothing can sort by the one or restyle the other.

Google Scholar's guidelines for inclusion ask for a title, an author and a date of publication; a style
prints a part of something larger with the name of the whole.
"""

from collections.abc import Iterator

from catalogue.model import UNDETERMINED, AccessStatus, Problem, Record, RecordType, Severity
from catalogue.sources.raw import RawEntry

_WITHOUT_AUTHOR = {
    RecordType.BIBNOTE,
    RecordType.JURISDICTION,
    RecordType.LEGAL,
    RecordType.LEGISLATION,
    RecordType.PERIODICAL,
    RecordType.SET,
    RecordType.STANDARD,
}
_IN_BOOKS = {
    RecordType.BOOKINBOOK,
    RecordType.INBOOK,
    RecordType.INCOLLECTION,
    RecordType.INPROCEEDINGS,
    RecordType.INREFERENCE,
    RecordType.SUPPBOOK,
    RecordType.SUPPCOLLECTION,
}
_FORMS = {
    "bibtex": {
        "author": "Add `author = {Family, Given and Family, Given}`.",
        "journal": "Add `journaltitle = {…}`.",
        "book": "Add `booktitle = {…}`.",
        "date": "Add `date = {2021-03}`, or `date = {forthcoming}`.",
        "written": "Write the day, the month or the year: `date = {2021-03-07}`, `{2021-03}` or `{2021}`.",
        "language": "Add the language that `title` is in: `langid = {english}`, `{kazakh}` or `{russian}`.",
        "title": "Write it in sentence case, {Names} in braces; the printed form goes into `printedtitle`.",
        "until": "Add `embargo = {2027-01-01}`.",
    },
    "csl": {
        "author": "Add `author: [{family: …, given: …}]`.",
        "journal": "Add `container-title: …`.",
        "book": "Add `container-title: …`.",
        "date": "Add `issued: 2021-03`, or `issued: forthcoming`.",
        "written": "Write the day, the month or the year: `issued: 2021-03-07`, `2021-03` or `2021`.",
        "language": "Add the language that `title` is in: `language: en`, `kk` or `ru`.",
        "title": "Write it in sentence case; the printed form goes into `printed-title`.",
        "until": "Add `embargo: 2027-01-01`.",
    },
}

_Lack = tuple[str, str, str]
"""A code, a message, and which of `_FORMS` advises."""


def missing(record: Record, raw: RawEntry) -> Iterator[Problem]:
    """A warning for each thing the record lacks."""
    forms = _FORMS[raw.syntax]
    for code, message, form in (*_of_its_reference(record), *_of_what_it_says(record)):
        yield raw.problem(Severity.WARNING, code, message, forms[form])


def _of_its_reference(record: Record) -> Iterator[_Lack]:
    if not record.contributors and record.type not in _WITHOUT_AUTHOR:
        yield (
            "no-author",
            "No author is named: styles cite it by its title, and Google Scholar leaves it out.",
            "author",
        )
    if not record.container and record.type.is_serial and record.type is not RecordType.PERIODICAL:
        yield (
            "no-container",
            "No journal is named: no style can cite it as an article in a journal.",
            "journal",
        )
    if not record.container and record.type in _IN_BOOKS:
        yield (
            "no-container",
            "No book or proceedings are named: no style can cite it as a part of them.",
            "book",
        )
    if not record.issued:
        yield (
            "no-date",
            "No date is given: styles cite it as undated, filters by year and Google Scholar leave it out.",
            "date",
        )


def _of_what_it_says(record: Record) -> Iterator[_Lack]:
    # Words without a digit, such as "forthcoming", say all there is to say.
    if record.issued and any(map(str.isdigit, record.issued.literal)):
        yield (
            "unread-date",
            f"{record.issued.literal!r} is read as words, not as a date: filters by year leave it out.",
            "written",
        )
    if any(_is_in_capitals(str(title)) for _, title in record.title):
        yield (
            "title-in-capitals",
            "The title stands in capitals: no style can print it in another case.",
            "title",
        )
    if not record.languages and len(record.title.languages) > 1 and record.title.get(UNDETERMINED):
        yield (
            "no-language",
            "The title is translated, and its own language is not stated: search guesses at it, and neither "
            "screen readers nor styles know it.",
            "language",
        )
    if record.access and record.access.status is AccessStatus.EMBARGOED and not record.access.until:
        yield "no-embargo-end", "The embargo has no end: its files are never shown.", "until"


def _is_in_capitals(title: str) -> bool:
    """Whether it was typed so; a title of two words may consist of abbreviations."""
    return title.isupper() and len(title.split()) > 2
