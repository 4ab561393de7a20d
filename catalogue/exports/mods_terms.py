"""The words of MODS: MARC's terms for kinds, MARC's codes for roles, and the codes of classifications.

Sources: loc.gov/standards/mods, loc.gov/marc/relators, loc.gov/standards/valuelist/marcgt.html,
loc.gov/standards/sourcelist/classification.html.
"""

from catalogue.model import AccessStatus, RecordType, Role

RESOURCES: dict[RecordType, str] = {
    RecordType.ARTWORK: "still image",
    RecordType.AUDIO: "sound recording",
    RecordType.DATASET: "software, multimedia",
    RecordType.IMAGE: "still image",
    RecordType.MOVIE: "moving image",
    RecordType.MUSIC: "sound recording",
    RecordType.SET: "mixed material",
    RecordType.SOFTWARE: "software, multimedia",
    RecordType.VIDEO: "moving image",
}
"""What a record of a type consists of; every other type is text."""

GENRES: dict[RecordType, str] = {
    RecordType.ARTICLE: "article",
    RecordType.ARTWORK: "art original",
    RecordType.AUDIO: "sound",
    RecordType.BOOK: "book",
    RecordType.BOOKLET: "book",
    RecordType.COLLECTION: "book",
    RecordType.COMMENTARY: "book",
    RecordType.IMAGE: "picture",
    RecordType.JURISDICTION: "law report or digest",
    RecordType.LEGISLATION: "legislation",
    RecordType.LETTER: "letter",
    RecordType.MANUAL: "handbook",
    RecordType.MOVIE: "motion picture",
    RecordType.MVBOOK: "book",
    RecordType.MVCOLLECTION: "book",
    RecordType.MVPROCEEDINGS: "conference publication",
    RecordType.MVREFERENCE: "book",
    RecordType.ONLINE: "web site",
    RecordType.PATENT: "patent",
    RecordType.PERIODICAL: "periodical",
    RecordType.PROCEEDINGS: "conference publication",
    RecordType.REFERENCE: "book",
    RecordType.REPORT: "technical report",
    RecordType.REVIEW: "review",
    RecordType.STANDARD: "standard or specification",
    RecordType.THESIS: "thesis",
    RecordType.VIDEO: "videorecording",
}
"""The genre of a type in the list `marcgt`."""

OTHER_GENRES: dict[RecordType, str] = {
    RecordType.BOOKINBOOK: "book chapter",
    RecordType.INBOOK: "book chapter",
    RecordType.INCOLLECTION: "book chapter",
    RecordType.INPROCEEDINGS: "conference paper",
    RecordType.INREFERENCE: "encyclopedia entry",
    RecordType.SUPPBOOK: "book chapter",
    RecordType.SUPPCOLLECTION: "book chapter",
    RecordType.SUPPPERIODICAL: "article",
}
"""Genres that MARC has no word for; what is in neither list has its type's own name."""

HOST_GENRES: dict[RecordType, str] = {
    RecordType.ARTICLE: "periodical",
    RecordType.BOOKINBOOK: "book",
    RecordType.INBOOK: "book",
    RecordType.INCOLLECTION: "book",
    RecordType.INPROCEEDINGS: "conference publication",
    RecordType.INREFERENCE: "book",
    RecordType.ONLINE: "web site",
    RecordType.REVIEW: "periodical",
    RecordType.SUPPBOOK: "book",
    RecordType.SUPPCOLLECTION: "book",
    RecordType.SUPPPERIODICAL: "periodical",
}
"""The genre of what a record of a type stands in."""

IN_BOOKS = frozenset(
    {
        RecordType.BOOKINBOOK,
        RecordType.INBOOK,
        RecordType.INCOLLECTION,
        RecordType.INPROCEEDINGS,
        RecordType.INREFERENCE,
        RecordType.SUPPBOOK,
        RecordType.SUPPCOLLECTION,
    }
)
"""The types whose container is a book, with editors of its own."""

ROLES: dict[Role, tuple[str, str]] = {
    Role.AUTHOR: ("aut", "author"),
    Role.EDITOR: ("edt", "editor"),
    Role.TRANSLATOR: ("trl", "translator"),
    Role.ADVISOR: ("ths", "thesis advisor"),
    Role.ANNOTATOR: ("ann", "annotator"),
    Role.COMMENTATOR: ("cwt", "commentator for written text"),
    Role.INTRODUCTION: ("aui", "author of introduction, etc."),
    Role.FOREWORD: ("aui", "author of introduction, etc."),
    Role.AFTERWORD: ("aft", "author of afterword, colophon, etc."),
    Role.CONTAINER_AUTHOR: ("aut", "author"),
    Role.COMPILER: ("com", "compiler"),
    Role.FOUNDER: ("", "founder"),
    Role.CONTINUATOR: ("", "continuator"),
    Role.REDACTOR: ("red", "redaktor"),
    Role.REVISER: ("", "reviser"),
    Role.COLLABORATOR: ("ctb", "contributor"),
    Role.ORGANIZER: ("orm", "organizer"),
    Role.HOLDER: ("pth", "patent holder"),
}
"""MARC's code and term for a role; no code where MARC has none. Short forms of names have no role here."""

CLASSIFICATIONS = {"jel": "jelc", "mrnti": "rugasnti", "udc": "udc"}

ACCESS = {
    AccessStatus.OPEN: "open access",
    AccessStatus.EMBARGOED: "embargoed access",
    AccessStatus.RESTRICTED: "restricted access",
    AccessStatus.METADATA_ONLY: "metadata only access",
}
"""The labels of COAR's access rights."""
