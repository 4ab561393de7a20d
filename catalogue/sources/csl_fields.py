"""The types and variables of CSL, and where each goes in a record.

Tables only. Sources: the CSL 1.0.2 specification, appendices III (types) and IV (variables), and the
house fields that carry what those have no place for. Names are compared without regard to case, since
pandoc writes `doi` for `DOI`.
"""

from catalogue.model import RecordType, Role, Scheme

TYPES: dict[str, tuple[RecordType, str]] = {
    "article": (RecordType.MISC, "preprint"),
    "article-journal": (RecordType.ARTICLE, ""),
    "article-magazine": (RecordType.ARTICLE, "magazine"),
    "article-newspaper": (RecordType.ARTICLE, "newspaper"),
    "bill": (RecordType.LEGAL, "bill"),
    "book": (RecordType.BOOK, ""),
    "broadcast": (RecordType.VIDEO, "broadcast"),
    "chapter": (RecordType.INCOLLECTION, ""),
    "classic": (RecordType.BOOK, "classic"),
    "collection": (RecordType.MISC, "collection"),
    "dataset": (RecordType.DATASET, ""),
    "document": (RecordType.MISC, ""),
    "entry": (RecordType.INREFERENCE, ""),
    "entry-dictionary": (RecordType.INREFERENCE, "dictionary"),
    "entry-encyclopedia": (RecordType.INREFERENCE, "encyclopedia"),
    "event": (RecordType.MISC, "event"),
    "figure": (RecordType.IMAGE, "figure"),
    "graphic": (RecordType.IMAGE, ""),
    "hearing": (RecordType.LEGAL, "hearing"),
    "interview": (RecordType.MISC, "interview"),
    "legal_case": (RecordType.JURISDICTION, ""),
    "legislation": (RecordType.LEGISLATION, ""),
    "manuscript": (RecordType.UNPUBLISHED, ""),
    "map": (RecordType.IMAGE, "map"),
    "motion_picture": (RecordType.MOVIE, ""),
    "musical_score": (RecordType.MUSIC, "score"),
    "pamphlet": (RecordType.BOOKLET, ""),
    "paper-conference": (RecordType.INPROCEEDINGS, ""),
    "patent": (RecordType.PATENT, ""),
    "performance": (RecordType.PERFORMANCE, ""),
    "periodical": (RecordType.PERIODICAL, ""),
    "personal_communication": (RecordType.LETTER, ""),
    "post": (RecordType.ONLINE, "post"),
    "post-weblog": (RecordType.ONLINE, "weblog"),
    "regulation": (RecordType.LEGAL, "regulation"),
    "report": (RecordType.REPORT, ""),
    "review": (RecordType.REVIEW, ""),
    "review-book": (RecordType.REVIEW, "book"),
    "software": (RecordType.SOFTWARE, ""),
    "song": (RecordType.MUSIC, ""),
    "speech": (RecordType.UNPUBLISHED, "speech"),
    "standard": (RecordType.STANDARD, ""),
    "thesis": (RecordType.THESIS, ""),
    "treaty": (RecordType.LEGAL, "treaty"),
    "webpage": (RecordType.ONLINE, ""),
}

GENRES = {
    "phd thesis": "phdthesis",
    "doctoral dissertation": "phdthesis",
    "doctoral thesis": "phdthesis",
    "master's thesis": "mathesis",
    "master’s thesis": "mathesis",
    "bachelor's thesis": "bathesis",
    "bachelor’s thesis": "bathesis",
    "candidate's thesis": "candthesis",
    "candidate’s thesis": "candthesis",
    "research report": "resreport",
    "technical report": "techreport",
}
"""Usual words for what biblatex's localisation keys name."""

TEXTS = {
    "abstract": "abstract",
    "collection-title": "series",
    "container-subtitle": "container.subtitle",
    "container-title": "container.title",
    "container-title-short": "container.short_title",
    "event": "event.title",
    "event-place": "event.place",
    "event-title": "event.title",
    "institution": "institution",
    "journalabbreviation": "container.short_title",
    "note": "note",
    "printed-title": "printed_title",
    "printedtitle": "printed_title",
    "publisher": "publisher",
    "publisher-place": "place",
    "subtitle": "subtitle",
    "title": "title",
}

STRINGS = {
    "article-number": "article_number",
    "chapter-number": "chapter",
    "collection-number": "number",
    "edition": "edition",
    "issue": "issue",
    "license": "license",
    "number": "number",
    "number-of-pages": "page_total",
    "version": "version",
    "volume": "volume",
}

DATES = {
    "accessed": "visited",
    "added": "added",
    "date-added": "added",
    "date-modified": "modified",
    "event-date": "event.date",
    "issued": "issued",
    "modified": "modified",
}

IDENTIFIERS = {
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

NAMES = {role.value: role for role in Role} | {
    "container-author": Role.CONTAINER_AUTHOR,
    "contributor": Role.COLLABORATOR,
}

CLASSIFICATIONS = ("jel", "mrnti", "udc")

INSTITUTIONAL = {RecordType.THESIS, RecordType.REPORT, RecordType.MANUAL}
"""The types whose `publisher` is a school or the body that issues them."""

UNMODELLED = {
    "archive": "",
    "archive-place": "",
    "archive_collection": "",
    "archive_location": "",
    "authority": "",
    "available-date": "",
    "call-number": "",
    "chair": "",
    "citation-label": "",
    "collection-editor": "",
    "composer": "",
    "curator": "",
    "custom": "",
    "dimensions": "",
    "director": "",
    "division": "",
    "editor-translator": "",
    "editorial-director": "",
    "executive-producer": "",
    "guest": "",
    "host": "",
    "illustrator": "",
    "interviewer": "",
    "jurisdiction": "",
    "keyword-scheme": "",
    "locator": "",
    "medium": "howpublished",
    "narrator": "",
    "number-of-volumes": "volumes",
    "original-author": "",
    "original-date": "origdate",
    "original-publisher": "origpublisher",
    "original-publisher-place": "origlocation",
    "original-title": "origtitle",
    "part-number": "part",
    "part-title": "",
    "performer": "",
    "printing-number": "",
    "producer": "",
    "recipient": "",
    "references": "",
    "reviewed-author": "",
    "reviewed-genre": "",
    "reviewed-title": "",
    "scale": "",
    "script-writer": "",
    "section": "",
    "series-creator": "",
    "source": "",
    "status": "pubstate",
    "submitted": "",
    "supplement-number": "",
    "title-short": "shorttitle",
    "volume-title": "",
    "volume-title-short": "",
}
"""Variables without a place of their own in a record, kept silently, under biblatex's name if it has one."""

PRIVATE = frozenset(("annote", "annotation"))
"""A note of its owner to themself: it goes no further."""

IGNORED = frozenset(
    (
        "citation-key",
        "citation-number",
        "first-reference-note-number",
        "page-first",
        "system_id",
        "year-suffix",
    )
)
"""What styles compute, and what a program writes for itself."""
