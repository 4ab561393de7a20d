"""What a record lacks to be cited and found, and what the lack costs. Such records are published.
A date in words and a title in capitals are lacks as well: nothing can sort by the one or restyle the other.

Google Scholar's guidelines for inclusion ask for a title, an author and a date of publication; a style
prints a part of something larger with the name of the whole.
"""

from collections.abc import Iterator

from catalogue.model import AccessStatus, Problem, Record, RecordType, Severity
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
        "title": "Write it in sentence case, {Names} in braces; the printed form goes into `printedtitle`.",
        "until": "Add `embargo = {2027-01-01}`.",
    },
    "csl": {
        "author": "Add `author: [{family: …, given: …}]`.",
        "journal": "Add `container-title: …`.",
        "book": "Add `container-title: …`.",
        "date": "Add `issued: 2021-03`, or `issued: forthcoming`.",
        "written": "Write the day, the month or the year: `issued: 2021-03-07`, `2021-03` or `2021`.",
        "title": "Write it in sentence case; the printed form goes into `printed-title`.",
        "until": "Add `embargo: 2027-01-01`.",
    },
}


def missing(record: Record, raw: RawEntry) -> Iterator[Problem]:
    """A warning for each thing the record lacks."""
    forms = _FORMS[raw.syntax]

    def warn(code: str, message: str, form: str) -> Problem:
        return raw.problem(Severity.WARNING, code, message, forms[form])

    if not record.contributors and record.type not in _WITHOUT_AUTHOR:
        yield warn(
            "no-author",
            "No author is named: styles cite it by its title, and Google Scholar leaves it out.",
            "author",
        )
    if not record.container and record.type.is_serial and record.type is not RecordType.PERIODICAL:
        yield warn(
            "no-container", "No journal is named: no style can cite it as an article in a journal.", "journal"
        )
    if not record.container and record.type in _IN_BOOKS:
        yield warn(
            "no-container",
            "No book or proceedings are named: no style can cite it as a part of them.",
            "book",
        )
    if not record.issued:
        yield warn(
            "no-date",
            "No date is given: styles cite it as undated, filters by year and Google Scholar leave it out.",
            "date",
        )
    # Words without a digit, such as "forthcoming", say all there is to say.
    elif any(map(str.isdigit, record.issued.literal)):
        yield warn(
            "unread-date",
            f"{record.issued.literal!r} is read as words, not as a date: filters by year leave it out.",
            "written",
        )
    if any(_is_in_capitals(str(title)) for _, title in record.title):
        yield warn(
            "title-in-capitals",
            "The title stands in capitals: no style can print it in another case.",
            "title",
        )
    if record.access and record.access.status is AccessStatus.EMBARGOED and not record.access.until:
        yield warn("no-embargo-end", "The embargo has no end: its files are never shown.", "until")


def _is_in_capitals(title: str) -> bool:
    """Whether it was typed so; a title of two words may consist of abbreviations."""
    return title.isupper() and len(title.split()) > 2
