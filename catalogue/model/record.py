"""The record: what the catalogue knows about one publication.

Every part is a frozen value, so a record is hashable, safe to share and equal to another exactly when
all it states is equal. Where it came from (`origin`) is not part of what it states.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from catalogue.model.dates import Issued, PartialDate
from catalogue.model.identifiers import Identifier, Scheme
from catalogue.model.people import Contributor, Role
from catalogue.model.text import NO_TEXT, UNDETERMINED, Multilingual, Text


class RecordType(StrEnum):
    """biblatex's entry types, its aliases resolved (a PhD thesis is a thesis of genre `phdthesis`)."""

    ARTICLE = "article"
    ARTWORK = "artwork"
    AUDIO = "audio"
    BIBNOTE = "bibnote"
    BOOK = "book"
    BOOKINBOOK = "bookinbook"
    BOOKLET = "booklet"
    COLLECTION = "collection"
    COMMENTARY = "commentary"
    DATASET = "dataset"
    IMAGE = "image"
    INBOOK = "inbook"
    INCOLLECTION = "incollection"
    INPROCEEDINGS = "inproceedings"
    INREFERENCE = "inreference"
    JURISDICTION = "jurisdiction"
    LEGAL = "legal"
    LEGISLATION = "legislation"
    LETTER = "letter"
    MANUAL = "manual"
    MISC = "misc"
    MOVIE = "movie"
    MUSIC = "music"
    MVBOOK = "mvbook"
    MVCOLLECTION = "mvcollection"
    MVPROCEEDINGS = "mvproceedings"
    MVREFERENCE = "mvreference"
    ONLINE = "online"
    PATENT = "patent"
    PERFORMANCE = "performance"
    PERIODICAL = "periodical"
    PROCEEDINGS = "proceedings"
    REFERENCE = "reference"
    REPORT = "report"
    REVIEW = "review"
    SET = "set"
    SOFTWARE = "software"
    STANDARD = "standard"
    SUPPBOOK = "suppbook"
    SUPPCOLLECTION = "suppcollection"
    SUPPPERIODICAL = "suppperiodical"
    THESIS = "thesis"
    UNPUBLISHED = "unpublished"
    VIDEO = "video"

    @property
    def is_serial(self) -> bool:
        """Whether it is a journal or stands in one, so that its number is the number of an issue."""
        return self in _SERIAL


_SERIAL = frozenset({RecordType.ARTICLE, RecordType.PERIODICAL, RecordType.REVIEW, RecordType.SUPPPERIODICAL})


class AccessStatus(StrEnum):
    """The access rights of the COAR vocabulary (vocabularies.coar-repositories.org/access_rights)."""

    OPEN = "open"
    EMBARGOED = "embargoed"
    RESTRICTED = "restricted"
    METADATA_ONLY = "metadata-only"

    @property
    def uri(self) -> str:
        """The term's address in the COAR vocabulary."""
        return f"http://purl.org/coar/access_right/{_COAR_CODES[self]}"


_COAR_CODES = {
    AccessStatus.OPEN: "c_abf2",
    AccessStatus.EMBARGOED: "c_f1cf",
    AccessStatus.RESTRICTED: "c_16ec",
    AccessStatus.METADATA_ONLY: "c_14cb",
}


@dataclass(frozen=True, slots=True)
class Access:
    """Who may read the full text; `until` is the day an embargo ends."""

    status: AccessStatus
    until: PartialDate | None = None

    def is_open(self, today: PartialDate) -> bool:
        """Whether the full text is free on the given day."""
        if self.status is AccessStatus.EMBARGOED:
            return self.until is not None and self.until <= today
        return self.status is AccessStatus.OPEN


@dataclass(frozen=True, slots=True)
class Container:
    """What a publication appeared in: a journal, a book, proceedings."""

    title: Multilingual
    subtitle: Multilingual = NO_TEXT
    short_title: Multilingual = NO_TEXT


@dataclass(frozen=True, slots=True)
class Event:
    """The conference or other event a publication was presented at."""

    title: Multilingual = NO_TEXT
    place: Multilingual = NO_TEXT
    date: Issued | None = None


@dataclass(frozen=True, slots=True)
class Keyword:
    """A keyword in its language (`und` where not known)."""

    text: Text
    language: str = UNDETERMINED


@dataclass(frozen=True, slots=True)
class Link:
    """An address on the web: http, https or ftp; `label` is what the source calls it."""

    url: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class File:
    """A file under `data/files/`, by its POSIX path relative to that folder."""

    path: str
    label: str = ""
    media_type: str = ""


@dataclass(frozen=True, slots=True)
class Classification:
    """A code of a classification: `udc`, `jel` or `mrnti` (GRNTI and IRSTI are the same scheme)."""

    scheme: str
    code: str


@dataclass(frozen=True, slots=True)
class Origin:
    """The file (POSIX path relative to the data folder) and the line (from 1) of an entry."""

    path: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Record:
    """A publication. Only `key`, `type` and `title` are always there.

    `languages` are BCP 47 tags, the main one first. `genre` refines the type (`phdthesis`, `techreport`,
    or free text). `printed_title` is the title as printed where `title` was put into sentence case.
    `others` names the roles whose list ends with "and others". `license` is an SPDX expression. `extra`
    holds, by name, what the source states and the model has no place for.
    """

    key: str
    type: RecordType
    title: Multilingual
    subtitle: Multilingual = NO_TEXT
    printed_title: Multilingual = NO_TEXT
    abstract: Multilingual = NO_TEXT
    keywords: tuple[Keyword, ...] = ()
    container: Container | None = None
    event: Event | None = None
    contributors: tuple[Contributor, ...] = ()
    others: tuple[Role, ...] = ()
    issued: Issued | None = None
    genre: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    article_number: str = ""
    page_total: str = ""
    edition: str = ""
    version: str = ""
    number: str = ""
    """The number of a report, a patent or a standard, and of a volume in its series."""
    chapter: str = ""
    publisher: Multilingual = NO_TEXT
    institution: Multilingual = NO_TEXT
    """The school of a thesis, the issuer of a report, the organisation of a manual."""
    place: Multilingual = NO_TEXT
    series: Multilingual = NO_TEXT
    identifiers: tuple[Identifier, ...] = ()
    aliases: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    license: str = ""
    access: Access | None = None
    links: tuple[Link, ...] = ()
    files: tuple[File, ...] = ()
    projects: tuple[str, ...] = ()
    classification: tuple[Classification, ...] = ()
    note: Multilingual = NO_TEXT
    visited: PartialDate | None = None
    """The day the web address was last seen (biblatex `urldate`)."""
    added: PartialDate | None = None
    modified: PartialDate | None = None
    extra: tuple[tuple[str, Text], ...] = ()
    origin: Origin = field(default=Origin(""), compare=False)

    @property
    def credited(self) -> tuple[Contributor, ...]:
        """The authors, or of a publication without any its editors."""
        return self.by_role(Role.AUTHOR) or self.by_role(Role.EDITOR)

    def by_role(self, role: Role) -> tuple[Contributor, ...]:
        """The contributors of one role, in printed order."""
        return tuple(person for person in self.contributors if person.role is role)

    def identifier(self, scheme: Scheme) -> str | None:
        """The first identifier of a scheme, normalised."""
        return next((own.value for own in self.identifiers if own.scheme is scheme), None)

    @property
    def language(self) -> str:
        """The main language, `und` where the source does not state it."""
        return self.languages[0] if self.languages else UNDETERMINED

    def titles(self, locales: Iterable[str]) -> str:
        """The plain title with its subtitle, as the first of `locales` reads it."""
        locales = tuple(locales)
        found = self.title.best(locales)
        if not found:
            return self.key
        tag, title = found
        subtitle = self.subtitle.get(tag)
        return f"{title.plain}: {subtitle.plain}" if subtitle else title.plain
