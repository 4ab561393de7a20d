"""biblatex's standard data model, as far as a record can fill it: which type takes which fields, and
which it demands. Source: biblatex's `blx-dm.def`; biber holds exports to it (`--validate-datamodel`).
"""

from catalogue.model import RecordType

_COMMON = "addendum language note pubstate subtitle title titleaddon"
_EDITORS = "editor editora editoratype editorb editorbtype editorc editorctype"
_BOOK_PEOPLE = f"{_EDITORS} author afterword annotator commentator foreword introduction translator"
_BOOK = f"{_BOOK_PEOPLE} edition isbn location number origlanguage publisher series volume volumes"
_MAIN_TITLE = "mainsubtitle maintitle maintitleaddon part"
_IN_BOOK = f"{_BOOK} {_MAIN_TITLE} bookauthor booksubtitle booktitle booktitleaddon chapter eid pages"
_EVENT = "eventdate eventtitle eventtitleaddon venue"
_PROCEEDINGS = f"editor {_EVENT} isbn location number organization publisher series"
_WRITTEN = "author chapter eid location pages pagetotal type"

_ANYWHERE = frozenset(
    """abstract date doi entrysubtype eprint eprintclass eprinttype ids indextitle isan ismn iswc keywords
    label langid langidopts library nameaddon options origlocation origpublisher origtitle pagination
    reprinttitle shortauthor shorteditor shorthand shorthandintro shortjournal shortseries shorttitle
    sorttitle url urldate usera userb userc userd usere userf""".split()
)
_FIELDS: dict[str, str] = {
    "article": f"{_EDITORS} annotator author commentator eid issn issue issuetitle issuesubtitle "
    "issuetitleaddon journalsubtitle journaltitle journaltitleaddon number origlanguage pages series "
    "translator version volume",
    "book": f"{_BOOK} {_MAIN_TITLE} chapter eid pages pagetotal",
    "booklet": f"{_WRITTEN} editor howpublished",
    "bookinbook": _IN_BOOK,
    "collection": f"{_BOOK} {_MAIN_TITLE} chapter eid pages pagetotal",
    "dataset": "author edition editor location number organization publisher series type version",
    "inbook": _IN_BOOK,
    "incollection": _IN_BOOK,
    "inproceedings": f"{_PROCEEDINGS} {_MAIN_TITLE} author booksubtitle booktitle booktitleaddon chapter eid "
    "pages volume volumes",
    "inreference": _IN_BOOK,
    "manual": f"{_WRITTEN} edition editor isbn number organization publisher series version",
    "misc": "author editor howpublished location organization type version",
    "mvbook": f"{_BOOK} pagetotal",
    "mvcollection": _BOOK,
    "mvproceedings": f"{_PROCEEDINGS} pagetotal volumes",
    "mvreference": _BOOK,
    "online": "author editor organization version",
    "patent": "author holder location number type version",
    "periodical": f"{_EDITORS} issn issue issuetitle issuesubtitle issuetitleaddon number series volume",
    "proceedings": f"{_PROCEEDINGS} {_MAIN_TITLE} chapter eid pages pagetotal volume volumes",
    "reference": f"{_BOOK} {_MAIN_TITLE} chapter eid pages pagetotal",
    "report": f"{_WRITTEN} institution isrn number version",
    "software": "author editor howpublished location organization type version",
    "suppbook": _IN_BOOK,
    "suppcollection": _IN_BOOK,
    "thesis": f"{_WRITTEN} institution",
    "unpublished": f"author {_EVENT} howpublished location type",
}
_LACKING = {
    "collection": {"author"},
    "incollection": {"bookauthor"},
    "inreference": {"bookauthor"},
    "mvcollection": {"series"},
    "mvreference": {"series"},
    "patent": {"language"},
    "reference": {"author"},
    "suppcollection": {"bookauthor"},
}
_TAKEN = {
    own: frozenset(f"{fields} {_COMMON}".split()) - _LACKING.get(own, set())
    for own, fields in _FIELDS.items()
}
_DEMANDED: dict[str, str] = {
    "article": "author journaltitle date",
    "book": "author date",
    "bookinbook": "author booktitle date",
    "booklet": "author date",
    "collection": "editor date",
    "inbook": "author booktitle date",
    "incollection": "author editor booktitle date",
    "inproceedings": "author booktitle date",
    "inreference": "author editor booktitle date",
    "manual": "date",
    "misc": "date",
    "mvbook": "author date",
    "mvcollection": "editor date",
    "mvreference": "editor",
    "online": "date",
    "patent": "author number date",
    "periodical": "editor date",
    "proceedings": "date",
    "reference": "editor date",
    "report": "author type institution date",
    "suppbook": "author booktitle date",
    "suppcollection": "author editor booktitle date",
    "thesis": "author type institution date",
    "unpublished": "author date",
}
_WITHOUT_FIELDS = {
    RecordType.REVIEW: "article",
    RecordType.STANDARD: "manual",
    RecordType.SUPPPERIODICAL: "article",
}


def standard_type(own: RecordType) -> str:
    """The type itself, or the nearest one where biblatex's model gives it no fields of its own."""
    if own.value in _FIELDS:
        return own.value
    return _WITHOUT_FIELDS.get(own, "misc")


def takes(entry_type: str, field: str) -> bool:
    """Whether a type has a field."""
    return field in _ANYWHERE or field in _TAKEN[entry_type]


def demanded(entry_type: str) -> tuple[str, ...]:
    """The fields a type demands, beside a title."""
    return tuple(_DEMANDED.get(entry_type, "").split())
