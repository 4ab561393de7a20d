"""The controlled terms of DataCite's metadata schema 4.6 (its appendix 1) for types and roles."""

from catalogue.model import AccessStatus, RecordType, Role, Scheme

TYPES: dict[RecordType, str] = {
    RecordType.ARTICLE: "JournalArticle",
    RecordType.ARTWORK: "Image",
    RecordType.AUDIO: "Sound",
    RecordType.BIBNOTE: "Text",
    RecordType.BOOK: "Book",
    RecordType.BOOKINBOOK: "BookChapter",
    RecordType.BOOKLET: "Book",
    RecordType.COLLECTION: "Book",
    RecordType.COMMENTARY: "Book",
    RecordType.DATASET: "Dataset",
    RecordType.IMAGE: "Image",
    RecordType.INBOOK: "BookChapter",
    RecordType.INCOLLECTION: "BookChapter",
    RecordType.INPROCEEDINGS: "ConferencePaper",
    RecordType.INREFERENCE: "BookChapter",
    RecordType.JURISDICTION: "Text",
    RecordType.LEGAL: "Text",
    RecordType.LEGISLATION: "Text",
    RecordType.LETTER: "Text",
    RecordType.MANUAL: "Book",
    RecordType.MISC: "Other",
    RecordType.MOVIE: "Audiovisual",
    RecordType.MUSIC: "Sound",
    RecordType.MVBOOK: "Book",
    RecordType.MVCOLLECTION: "Book",
    RecordType.MVPROCEEDINGS: "ConferenceProceeding",
    RecordType.MVREFERENCE: "Book",
    RecordType.ONLINE: "Text",
    RecordType.PATENT: "Other",
    RecordType.PERFORMANCE: "Event",
    RecordType.PERIODICAL: "Journal",
    RecordType.PROCEEDINGS: "ConferenceProceeding",
    RecordType.REFERENCE: "Book",
    RecordType.REPORT: "Report",
    RecordType.REVIEW: "JournalArticle",
    RecordType.SET: "Collection",
    RecordType.SOFTWARE: "Software",
    RecordType.STANDARD: "Standard",
    RecordType.SUPPBOOK: "BookChapter",
    RecordType.SUPPCOLLECTION: "BookChapter",
    RecordType.SUPPPERIODICAL: "JournalArticle",
    RecordType.THESIS: "Dissertation",
    RecordType.UNPUBLISHED: "Text",
    RecordType.VIDEO: "Audiovisual",
}
"""`resourceTypeGeneral`."""

SPECIFIC_TYPES: dict[tuple[RecordType, str], str] = {
    (RecordType.ARTICLE, "magazine"): "Text",
    (RecordType.ARTICLE, "newspaper"): "Text",
    (RecordType.MISC, "event"): "Event",
    (RecordType.MISC, "preprint"): "Preprint",
    (RecordType.MUSIC, "score"): "Text",
}
"""Types of DataCite that are a type and a genre here."""

CONTAINERS: dict[RecordType, str] = {
    RecordType.ARTICLE: "Journal",
    RecordType.BOOKINBOOK: "Book",
    RecordType.INBOOK: "Book",
    RecordType.INCOLLECTION: "Book",
    RecordType.INPROCEEDINGS: "ConferenceProceeding",
    RecordType.INREFERENCE: "Book",
    RecordType.REVIEW: "Journal",
    RecordType.SUPPBOOK: "Book",
    RecordType.SUPPCOLLECTION: "Book",
    RecordType.SUPPPERIODICAL: "Journal",
}
"""What a type appears in (`relatedItemType`); whatever else has a container appears in "Other"."""

CONTRIBUTORS: dict[Role, str] = {
    Role.EDITOR: "Editor",
    Role.TRANSLATOR: "Translator",
    Role.ADVISOR: "Supervisor",
    Role.HOLDER: "RightsHolder",
    Role.ANNOTATOR: "Other",
    Role.COMMENTATOR: "Other",
    Role.INTRODUCTION: "Other",
    Role.FOREWORD: "Other",
    Role.AFTERWORD: "Other",
    Role.COMPILER: "Other",
    Role.FOUNDER: "Other",
    Role.CONTINUATOR: "Other",
    Role.REDACTOR: "Other",
    Role.REVISER: "Other",
    Role.COLLABORATOR: "Other",
    Role.ORGANIZER: "Other",
}
"""`contributorType`. Authors are creators; authors of a container are creators of that."""

IDENTIFIERS: dict[Scheme, str] = {
    Scheme.ARXIV: "arXiv",
    Scheme.DOI: "DOI",
    Scheme.EID: "EID",
    Scheme.HANDLE: "Handle",
    Scheme.ISBN: "ISBN",
    Scheme.ISSN: "ISSN",
    Scheme.JSTOR: "JSTOR",
    Scheme.PMCID: "PMCID",
    Scheme.PMID: "PMID",
    Scheme.WOS: "WOS",
}
"""The type of an alternate or related identifier."""

CLASSIFICATIONS = {"jel": "JEL", "mrnti": "GRNTI", "udc": "UDC"}
"""`subjectScheme`; MRNTI numbers its headings as GRNTI does."""

ACCESS: dict[AccessStatus, str] = {
    AccessStatus.OPEN: "open access",
    AccessStatus.EMBARGOED: "embargoed access",
    AccessStatus.RESTRICTED: "restricted access",
    AccessStatus.METADATA_ONLY: "metadata only access",
}
"""The labels of COAR's access rights."""
