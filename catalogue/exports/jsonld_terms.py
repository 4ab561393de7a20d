"""The types that schema.org has for publications, and what sets some of them apart."""

from catalogue.model import RecordType

TYPES: dict[RecordType, str] = {
    RecordType.ARTICLE: "ScholarlyArticle",
    RecordType.ARTWORK: "VisualArtwork",
    RecordType.AUDIO: "AudioObject",
    RecordType.BIBNOTE: "CreativeWork",
    RecordType.BOOK: "Book",
    RecordType.BOOKINBOOK: "Chapter",
    RecordType.BOOKLET: "Book",
    RecordType.COLLECTION: "Book",
    RecordType.COMMENTARY: "Book",
    RecordType.DATASET: "Dataset",
    RecordType.IMAGE: "ImageObject",
    RecordType.INBOOK: "Chapter",
    RecordType.INCOLLECTION: "Chapter",
    RecordType.INPROCEEDINGS: "ScholarlyArticle",
    RecordType.INREFERENCE: "Article",
    RecordType.JURISDICTION: "CreativeWork",
    RecordType.LEGAL: "Legislation",
    RecordType.LEGISLATION: "Legislation",
    RecordType.LETTER: "CreativeWork",
    RecordType.MANUAL: "Book",
    RecordType.MISC: "CreativeWork",
    RecordType.MOVIE: "Movie",
    RecordType.MUSIC: "MusicRecording",
    RecordType.MVBOOK: "Book",
    RecordType.MVCOLLECTION: "Book",
    RecordType.MVPROCEEDINGS: "Book",
    RecordType.MVREFERENCE: "Book",
    RecordType.ONLINE: "WebPage",
    RecordType.PATENT: "CreativeWork",
    RecordType.PERFORMANCE: "CreativeWork",
    RecordType.PERIODICAL: "Periodical",
    RecordType.PROCEEDINGS: "Book",
    RecordType.REFERENCE: "Book",
    RecordType.REPORT: "Report",
    # A Review of schema.org has to name the thing that it rates.
    RecordType.REVIEW: "ScholarlyArticle",
    RecordType.SET: "Collection",
    RecordType.SOFTWARE: "SoftwareSourceCode",
    RecordType.STANDARD: "CreativeWork",
    RecordType.SUPPBOOK: "Chapter",
    RecordType.SUPPCOLLECTION: "Chapter",
    RecordType.SUPPPERIODICAL: "Article",
    RecordType.THESIS: "Thesis",
    RecordType.UNPUBLISHED: "Manuscript",
    RecordType.VIDEO: "VideoObject",
}

SPECIFIC_TYPES: dict[tuple[RecordType, str], str] = {
    (RecordType.ARTICLE, "magazine"): "Article",
    (RecordType.ARTICLE, "newspaper"): "NewsArticle",
    (RecordType.IMAGE, "map"): "Map",
    (RecordType.LEGAL, "hearing"): "CreativeWork",
    (RecordType.MISC, "preprint"): "ScholarlyArticle",
    (RecordType.MUSIC, "score"): "SheetMusic",
    (RecordType.ONLINE, "post"): "SocialMediaPosting",
    (RecordType.ONLINE, "weblog"): "BlogPosting",
    (RecordType.UNPUBLISHED, "speech"): "CreativeWork",
}
"""Types of schema.org that are a type and a genre here."""

ARTICLES = frozenset(
    {"Article", "BlogPosting", "NewsArticle", "Report", "ScholarlyArticle", "SocialMediaPosting"}
)
"""The type Article and those below it."""

PAGED = ARTICLES | {"Chapter"}
"""What has pages in something else."""

WITH_ISSN = frozenset({"BookSeries", "CreativeWorkSeries", "Dataset", "Periodical", "WebSite"})
"""What has the property `issn`."""

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
"""Types whose container is a book, and whose editors are those of the book."""
