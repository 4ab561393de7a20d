"""The words that repositories expect in Dublin Core.

`info:eu-repo` is the vocabulary of DRIVER and OpenAIRE (Guidelines for Literature Repositories, version 3):
the kind of a publication, who may read it, what paid for it. The type of a resource is one of DCMI's.
"""

from urllib.parse import quote

from catalogue.model import AccessStatus, Grant, Record, RecordType

_EU_REPO = "info:eu-repo"
OTHER = f"{_EU_REPO}/semantics/other"
"""The kind of what the vocabulary has no word for."""

_KINDS: dict[RecordType, str] = {
    RecordType.ARTICLE: "article",
    RecordType.BOOK: "book",
    RecordType.BOOKINBOOK: "bookPart",
    RecordType.BOOKLET: "book",
    RecordType.COLLECTION: "book",
    RecordType.COMMENTARY: "book",
    RecordType.DATASET: "dataset",
    RecordType.INBOOK: "bookPart",
    RecordType.INCOLLECTION: "bookPart",
    RecordType.INPROCEEDINGS: "conferenceObject",
    RecordType.INREFERENCE: "bookPart",
    RecordType.MVBOOK: "book",
    RecordType.MVCOLLECTION: "book",
    RecordType.MVPROCEEDINGS: "conferenceObject",
    RecordType.MVREFERENCE: "book",
    RecordType.PATENT: "patent",
    RecordType.PROCEEDINGS: "conferenceObject",
    RecordType.REFERENCE: "book",
    RecordType.REPORT: "report",
    RecordType.REVIEW: "review",
    RecordType.SUPPBOOK: "bookPart",
    RecordType.SUPPCOLLECTION: "bookPart",
    RecordType.SUPPPERIODICAL: "contributionToPeriodical",
}
_KINDS_BY_GENRE: dict[tuple[RecordType, str], str] = {
    (RecordType.ARTICLE, "magazine"): "contributionToPeriodical",
    (RecordType.ARTICLE, "newspaper"): "contributionToPeriodical",
    (RecordType.MISC, "preprint"): "preprint",
    (RecordType.THESIS, "bathesis"): "bachelorThesis",
    (RecordType.THESIS, "candthesis"): "doctoralThesis",
    (RecordType.THESIS, "mathesis"): "masterThesis",
    (RecordType.THESIS, "phdthesis"): "doctoralThesis",
    (RecordType.UNPUBLISHED, "speech"): "lecture",
}
_RESOURCES: dict[RecordType, str] = {
    RecordType.ARTWORK: "Image",
    RecordType.AUDIO: "Sound",
    RecordType.DATASET: "Dataset",
    RecordType.IMAGE: "StillImage",
    RecordType.MOVIE: "MovingImage",
    RecordType.MUSIC: "Sound",
    RecordType.PERFORMANCE: "Event",
    RecordType.SET: "Collection",
    RecordType.SOFTWARE: "Software",
    RecordType.VIDEO: "MovingImage",
}
_ACCESS = {
    AccessStatus.OPEN: "openAccess",
    AccessStatus.EMBARGOED: "embargoedAccess",
    AccessStatus.RESTRICTED: "restrictedAccess",
    AccessStatus.METADATA_ONLY: "closedAccess",
}
_EUROPEAN_UNION = frozenset({"ec", "eu", "european commission", "european union", "европейский союз"})
_PROGRAMMES = {"horizon 2020": "H2020", "horizon europe": "HE", "seventh framework programme": "FP7"}


def kind(record: Record) -> str:
    """What sort of publication it is."""
    name = _KINDS_BY_GENRE.get((record.type, record.genre)) or _KINDS.get(record.type)
    return f"{_EU_REPO}/semantics/{name}" if name else OTHER


def resource(record: Record) -> str:
    """The type in DCMI's vocabulary."""
    return _RESOURCES.get(record.type, "Text")


def access(status: AccessStatus) -> str:
    """Who may read it."""
    return f"{_EU_REPO}/semantics/{_ACCESS[status]}"


def embargo_end(day: str) -> str:
    """That an embargo ends on a day, as `2027-01-31`."""
    return f"{_EU_REPO}/date/embargoEnd/{day}"


def classification(scheme: str, code: str) -> str:
    """A code of a classification; MRNTI, which info:eu-repo does not know, with its name before it."""
    if scheme == "mrnti":
        return f"MRNTI {code}"
    return f"{_EU_REPO}/classification/{scheme}/{code}"


def grant_agreement(grant: Grant) -> str:
    """A grant of the European Union by its number, "" for any other."""
    if not grant.number or " ".join(grant.funder.casefold().split()) not in _EUROPEAN_UNION:
        return ""
    programme = _PROGRAMMES.get(grant.programme.casefold(), grant.programme)
    path = (quote(programme, safe="+", errors="replace"), quote(grant.number, safe="", errors="replace"))
    return "/".join((f"{_EU_REPO}/grantAgreement/EC", *path))
