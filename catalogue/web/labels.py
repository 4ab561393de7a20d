"""What the words of the model are called on a page, in the language of the interface."""

from catalogue.documents import MISSING
from catalogue.model import AccessStatus, RecordType, Role, Scheme, Severity
from catalogue.web.words import Label as _

TYPES = {
    RecordType.ARTICLE: _("article"),
    RecordType.ARTWORK: _("artwork"),
    RecordType.AUDIO: _("audio recording"),
    RecordType.BIBNOTE: _("bibliographic note"),
    RecordType.BOOK: _("book"),
    RecordType.BOOKINBOOK: _("book within a book"),
    RecordType.BOOKLET: _("booklet"),
    RecordType.COLLECTION: _("collection"),
    RecordType.COMMENTARY: _("commentary"),
    RecordType.DATASET: _("dataset"),
    RecordType.IMAGE: _("image"),
    RecordType.INBOOK: _("part of a book"),
    RecordType.INCOLLECTION: _("chapter"),
    RecordType.INPROCEEDINGS: _("conference paper"),
    RecordType.INREFERENCE: _("reference work entry"),
    RecordType.JURISDICTION: _("court decision"),
    RecordType.LEGAL: _("legal document"),
    RecordType.LEGISLATION: _("legislation"),
    RecordType.LETTER: _("letter"),
    RecordType.MANUAL: _("manual"),
    RecordType.MISC: _("other"),
    RecordType.MOVIE: _("film"),
    RecordType.MUSIC: _("music"),
    RecordType.MVBOOK: _("book in several volumes"),
    RecordType.MVCOLLECTION: _("collection in several volumes"),
    RecordType.MVPROCEEDINGS: _("proceedings in several volumes"),
    RecordType.MVREFERENCE: _("reference work in several volumes"),
    RecordType.ONLINE: _("web page"),
    RecordType.PATENT: _("patent"),
    RecordType.PERFORMANCE: _("performance"),
    RecordType.PERIODICAL: _("journal issue"),
    RecordType.PROCEEDINGS: _("proceedings"),
    RecordType.REFERENCE: _("reference work"),
    RecordType.REPORT: _("report"),
    RecordType.REVIEW: _("review"),
    RecordType.SET: _("set"),
    RecordType.SOFTWARE: _("software"),
    RecordType.STANDARD: _("standard"),
    RecordType.SUPPBOOK: _("supplement to a book"),
    RecordType.SUPPCOLLECTION: _("supplement to a collection"),
    RecordType.SUPPPERIODICAL: _("supplement to a journal"),
    RecordType.THESIS: _("thesis"),
    RecordType.UNPUBLISHED: _("unpublished work"),
    RecordType.VIDEO: _("video"),
}

GENRES = {
    "phdthesis": _("doctoral thesis"),
    "mathesis": _("master’s thesis"),
    "bathesis": _("bachelor’s thesis"),
    "candthesis": _("candidate’s thesis"),
    "techreport": _("technical report"),
    "resreport": _("research report"),
}
"""biblatex's own refinements of a type; any other genre is shown as written."""

STYLES = {
    "apa": "APA 7",
    "chicago-author-date": "Chicago 18",
    "gost-7-1-2003": "ГОСТ 7.1–2003",
    "gost-r-7-0-100-2018": "ГОСТ Р 7.0.100–2018",
    "gost-r-7-0-5-2008-numeric": "ГОСТ Р 7.0.5–2008",
    "harvard-cite-them-right": "Harvard",
    "ieee": "IEEE",
    "modern-language-association": "MLA 9",
    "nlm-citation-sequence": "Vancouver",
}
"""Short names of citation styles, the same in every language; any other style goes by its own name."""

ROMANISATIONS = {
    "bsi": "BSI",
    "bgn-pcgn": "BGN/PCGN",
    "gost-7.79-b": "ГОСТ 7.79 B",
    "ala-lc": "ALA-LC",
    "iso-9": "ISO 9",
    "kazakh-latin": "Qazaq (2021)",
}
"""Short names of the systems of romanisation."""

ROLES = {
    Role.AUTHOR: (_("Author"), _("Authors")),
    Role.EDITOR: (_("Editor"), _("Editors")),
    Role.TRANSLATOR: (_("Translator"), _("Translators")),
    Role.ADVISOR: (_("Advisor"), _("Advisors")),
    Role.ANNOTATOR: (_("Annotator"), _("Annotators")),
    Role.COMMENTATOR: (_("Commentator"), _("Commentators")),
    Role.INTRODUCTION: (_("Author of the introduction"), _("Authors of the introduction")),
    Role.FOREWORD: (_("Author of the foreword"), _("Authors of the foreword")),
    Role.AFTERWORD: (_("Author of the afterword"), _("Authors of the afterword")),
    Role.CONTAINER_AUTHOR: (_("Author of the book"), _("Authors of the book")),
    Role.COMPILER: (_("Compiler"), _("Compilers")),
    Role.FOUNDER: (_("Founder"), _("Founders")),
    Role.CONTINUATOR: (_("Continuator"), _("Continuators")),
    Role.REDACTOR: (_("Redactor"), _("Redactors")),
    Role.REVISER: (_("Reviser"), _("Revisers")),
    Role.COLLABORATOR: (_("Collaborator"), _("Collaborators")),
    Role.ORGANIZER: (_("Organiser"), _("Organisers")),
    Role.HOLDER: (_("Holder"), _("Holders")),
    Role.SHORT_AUTHOR: (_("Author, in short"), _("Authors, in short")),
    Role.SHORT_EDITOR: (_("Editor, in short"), _("Editors, in short")),
}
"""What one person of a role is called, and what several are."""

ACCESS = {
    AccessStatus.OPEN: _("open access"),
    AccessStatus.EMBARGOED: _("under embargo"),
    AccessStatus.RESTRICTED: _("restricted access"),
    AccessStatus.METADATA_ONLY: _("description only"),
}

SCHEMES = {
    Scheme.ARXIV: "arXiv",
    Scheme.DOI: "DOI",
    Scheme.EID: "Scopus EID",
    Scheme.HANDLE: "Handle",
    Scheme.ISBN: "ISBN",
    Scheme.ISSN: "ISSN",
    Scheme.JSTOR: "JSTOR",
    Scheme.PMCID: "PMCID",
    Scheme.PMID: "PubMed",
    Scheme.WOS: "Web of Science",
}

CLASSIFICATIONS = {"mrnti": _("IRSTI"), "udc": _("UDC")}
"""Classifications that go by other letters in each language."""

EXTRAS = {
    "maintitle": _("Work in several volumes"),
    "part": _("Part"),
    "volumes": _("Number of volumes"),
    "issuetitle": _("Title of the issue"),
    "origtitle": _("Original title"),
    "origdate": _("First published"),
    "origpublisher": _("First publisher"),
    "origlanguage": _("Original language"),
    "titleaddon": _("Beside the title"),
    "howpublished": _("How published"),
    "addendum": _("Addendum"),
}
"""What a record states beside the fields that every record may have, as far as readers want to know it."""

SEVERITIES = {
    Severity.ERROR: _("Error"),
    Severity.WARNING: _("Warning"),
    Severity.NOTICE: _("Notice"),
}

FACETS = {
    "type": _("Type"),
    "year": _("Year"),
    "author": _("Author"),
    "venue": _("Journal, book or event"),
    "keyword": _("Keyword"),
    "language": _("Language"),
    "project": _("Project"),
    "access": _("Access"),
    "has": _("Abstract"),
}

SUGGESTED = {
    "title": _("Publication"),
    "concept": _("Concept"),
    "author": FACETS["author"],
    "keyword": FACETS["keyword"],
    "venue": FACETS["venue"],
}
"""What is suggested to somebody who types."""

INDEXES = {
    "author": _("People"),
    "venue": _("Journals, books and events"),
    "keyword": _("Keywords"),
    "year": _("Years"),
    "type": _("Types of publication"),
    "language": _("Languages of publications"),
}
"""What the pages to browse by a facet are called."""

HAS = {
    "abstract": _("with an abstract"),
    MISSING: _("without an abstract"),
}
NOT_STATED = _("not stated")
"""What a facet calls the records that state no value of it."""

MATCHES = {
    "auto": _("automatic"),
    "all": _("all words"),
    "any": _("any word"),
}
"""How many of the words of a search must match."""

SORTS = {
    "relevance": _("relevance"),
    "newest": _("newest first"),
    "oldest": _("oldest first"),
    "title": _("title"),
    "added": _("recently added"),
}
