"""The entry types and fields of BibTeX and biblatex, and where each goes in a record.

Tables only. Sources: the biblatex manual, section 2 (types, fields, aliases), Patashnik's "BibTeXing"
(the classic styles), and the house fields that carry what those have no place for.
"""

from catalogue.model import RecordType, Role, Scheme

TYPE_ALIASES: dict[str, tuple[RecordType, str]] = {
    "conference": (RecordType.INPROCEEDINGS, ""),
    "electronic": (RecordType.ONLINE, ""),
    "www": (RecordType.ONLINE, ""),
    "phdthesis": (RecordType.THESIS, "phdthesis"),
    "mastersthesis": (RecordType.THESIS, "mathesis"),
    "bathesis": (RecordType.THESIS, "bathesis"),
    "techreport": (RecordType.REPORT, "techreport"),
    **{f"custom{letter}": (RecordType.MISC, "") for letter in "abcdef"},
}
"""Other names of types, with the genre (a value of biblatex's `type`) that the name states."""

TEXTS: dict[str, str] = {
    "abstract": "abstract",
    "address": "place",
    "booktitle": "container.title",
    "booksubtitle": "container.subtitle",
    "eventtitle": "event.title",
    "institution": "institution",
    "journal": "container.title",
    "journalsubtitle": "container.subtitle",
    "journaltitle": "container.title",
    "location": "place",
    "note": "note",
    "organization": "institution",
    "printedtitle": "printed_title",
    "publisher": "publisher",
    "school": "institution",
    "series": "series",
    "shortjournal": "container.short_title",
    "subtitle": "subtitle",
    "title": "title",
    "venue": "event.place",
}
"""Texts that may stand in several languages (`title_ru`), and where they go."""

LITERAL_LISTS = frozenset({"address", "institution", "location", "organization", "publisher", "school"})
"""The texts that are lists joined by "and" to biblatex."""

STRINGS: dict[str, str] = {
    "chapter": "chapter",
    "edition": "edition",
    "eid": "article_number",
    "issue": "issue",
    "license": "license",
    "pagetotal": "page_total",
    "seriesnumber": "number",
    "type": "genre",
    "version": "version",
    "volume": "volume",
}
"""Short plain strings. `number` depends on the type; `seriesnumber` is the house name where it means the
issue."""

DATES: dict[str, str] = {"date-added": "added", "date-modified": "modified", "urldate": "visited"}

NAMES: dict[str, Role] = {role.value: role for role in Role}
EDITOR_TYPES = {field: f"{field}type" for field in ("editor", "editora", "editorb", "editorc")}
"""Lists of editors, and the field that says what they did where that is not editing."""

IDENTIFIERS: dict[str, Scheme] = {
    "arxiv": Scheme.ARXIV,
    "doi": Scheme.DOI,
    "handle": Scheme.HANDLE,
    "isbn": Scheme.ISBN,
    "issn": Scheme.ISSN,
    "jstor": Scheme.JSTOR,
    "pmcid": Scheme.PMCID,
    "pmid": Scheme.PMID,
    "scopus": Scheme.EID,
    "wos": Scheme.WOS,
}
EPRINT_TYPES: dict[str, Scheme] = {
    "arxiv": Scheme.ARXIV,
    "hdl": Scheme.HANDLE,
    "jstor": Scheme.JSTOR,
    "pmcid": Scheme.PMCID,
    "pubmed": Scheme.PMID,
    "pmid": Scheme.PMID,
}
"""The values of `eprinttype` (BibTeX: `archiveprefix`) that name a scheme."""

CLASSIFICATIONS = ("jel", "mrnti", "udc")

LANGUAGES = ("language", "langid", "hyphenation")

STRUCTURE = frozenset({"crossref", "xdata"})
"""Resolved before an entry comes here."""

STANDARD = frozenset(
    """addendum archiveprefix authortype booktitleaddon bookpagination editoratype editorbtype editorctype
    editortype entryset entrysubtype eprintclass eprinttype eventtitleaddon execute gender howpublished
    indexsorttitle indextitle isan ismn isrn issuesubtitle issuetitle issuetitleaddon iswc
    journaltitleaddon key label langidopts library lista listb listc listd liste listf mainsubtitle
    maintitle maintitleaddon namea nameaddon nameatype nameb namebtype namec namectype number options
    origdate origlanguage origlocation origpublisher origtitle origyear pagination part presort
    primaryclass pubdate related relatedoptions relatedstring relatedtype reprinttitle
    shorthand shorthandintro shortseries shorttitle sortkey sortname sortshorthand sorttitle sortyear
    titleaddon urlday urlmonth urlyear usera userb userc userd usere userf verba verbb verbc volumes
    xref entrytype""".split()
)
"""Fields of BibTeX and biblatex without a place of their own in a record: kept as they are, silently."""

ISSUED = ("date", "year", "month", "day", "issued", "pubstate")
"""What states when something appeared; `issued` is the house field for words that are no `pubstate`."""

JOURNALS = frozenset({"journal", "journaltitle", "journalsubtitle", "shortjournal"})
