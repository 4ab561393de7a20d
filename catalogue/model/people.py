"""People and organisations as publications print them.

A name as written is not a person: `Name` keeps what was printed, `Contributor` says what its bearer
did for the publication, in each script the name was printed in. Who stands behind a name is known
only by an ORCID iD, or by a file under `data/people/`, which makes a `Person`.

>>> Name(family="Goethe", given="Johann Wolfgang", prefix="von").inverted
'von Goethe, Johann Wolfgang'
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from catalogue.model.text import NO_TEXT, Multilingual, all_forms, preferred


class Role(StrEnum):
    """What a contributor did; the values are biblatex's names of the fields."""

    AUTHOR = "author"
    EDITOR = "editor"
    TRANSLATOR = "translator"
    ADVISOR = "advisor"
    """Supervisor of a thesis."""
    ANNOTATOR = "annotator"
    COMMENTATOR = "commentator"
    INTRODUCTION = "introduction"
    FOREWORD = "foreword"
    AFTERWORD = "afterword"
    CONTAINER_AUTHOR = "bookauthor"
    COMPILER = "compiler"
    FOUNDER = "founder"
    CONTINUATOR = "continuator"
    REDACTOR = "redactor"
    REVISER = "reviser"
    COLLABORATOR = "collaborator"
    ORGANIZER = "organizer"
    HOLDER = "holder"
    """Of a patent."""
    SHORT_AUTHOR = "shortauthor"
    SHORT_EDITOR = "shorteditor"


@dataclass(frozen=True, slots=True)
class Name:
    """A name in parts, or, for an organisation and for what has no parts, a `literal`.

    `prefix` is the nobiliary particle ("von", "de la"), `suffix` what follows ("Jr", "III").
    Kazakh patronymics (-ұлы, -қызы) belong to `given`.
    """

    family: str = ""
    given: str = ""
    prefix: str = ""
    suffix: str = ""
    literal: str = ""

    @property
    def display(self) -> str:
        """As read aloud: `Johann Wolfgang von Goethe`, `Martin Luther King, Jr`."""
        name = self.literal or " ".join(part for part in (self.given, self.prefix, self.family) if part)
        return f"{name}, {self.suffix}" if self.suffix else name

    @property
    def inverted(self) -> str:
        """As listed: `von Goethe, Johann Wolfgang`, `King, Jr, Martin Luther`."""
        family = self.literal or " ".join(part for part in (self.prefix, self.family) if part)
        return ", ".join(part for part in (family, self.suffix, self.given) if part)


def read_aloud(inverted: str) -> str:
    """`display` of a name, for its `inverted`.

    >>> read_aloud("King, Jr, Martin Luther")
    'Martin Luther King, Jr'
    """
    family, *suffixes, given = inverted.split(", ") if ", " in inverted else (inverted, "")
    return ", ".join((f"{given} {family}".strip(), *suffixes))


@dataclass(frozen=True, slots=True)
class Affiliation:
    """An organisation someone worked at, by its names and, where known, its ROR id."""

    name: Multilingual
    ror: str = ""


@dataclass(frozen=True, slots=True)
class Contributor:
    """Somebody's part in a publication.

    `variants` pairs a BCP 47 tag with the name as printed in that language. `orcid` is normalised.
    """

    name: Name
    role: Role = Role.AUTHOR
    variants: tuple[tuple[str, Name], ...] = ()
    orcid: str = ""
    affiliations: tuple[Affiliation, ...] = ()
    corresponding: bool = False

    @property
    def names(self) -> tuple[Name, ...]:
        """Every form of the name, the main one first."""
        return (self.name, *(name for _, name in self.variants))


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom a file under `data/people/` describes; `key` is its name, which stays for ever.

    `names` are inverted and by language tag, at least one, of each language the preferred one first;
    `variants` are other forms in which publications print the name. `orcid` is normalised, `scopus` are the
    digits of an author identifier there, `aliases` are former keys.
    """

    key: str
    names: Mapping[str, tuple[str, ...]]
    variants: tuple[str, ...] = ()
    orcid: str = ""
    scopus: str = ""
    researcher_id: str = ""
    url: str = ""
    affiliation: Multilingual = NO_TEXT
    aliases: tuple[str, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """All forms of the name, without repetitions."""
        return all_forms(self.names, self.variants)

    @property
    def identifiers(self) -> tuple[str, ...]:
        """What tells the person from namesakes: the ORCID iD, if it is known."""
        return (self.orcid,) if self.orcid else ()

    def best(self, locales: Iterable[str]) -> tuple[str, str]:
        """The preferred name in the first possible of `locales`, with its tag."""
        return preferred(self.names, locales)
