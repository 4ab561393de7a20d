"""What one file of a person or a venue states, value by value; what is wrong with one costs that one."""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePosixPath

from catalogue.checks import InvalidValueError, language, link, sentence
from catalogue.folding import folded_words
from catalogue.model import UNDETERMINED, InvalidIdentifierError, Multilingual, Problem, Severity
from catalogue.sources.csl_names import name_of
from catalogue.sources.raw import Plain
from catalogue.stated_files import KEY, StatedFile, Way, items, text_of

_NUMBER = re.compile(r"[\d-]+[\dx]")
"""What may be an ORCID iD or an ISSN: pages of people and venues without files are found by those."""
_PARTS = frozenset("family given dropping-particle non-dropping-particle suffix literal".split())
_REMARK = "note"
_UNSPACED = re.compile(r"[^\x00-\u058f]")
"""Letters of scripts in which a whole name may be one word."""


class Claims:
    """What the files that were read so far claim.

    `slugs` are the keys of all files; `paths` lead from a key to the file that has it, `owners` from a field
    and a value in it to the key of whoever states it first.
    """

    def __init__(self, slugs: frozenset[str]) -> None:
        self.slugs = slugs
        self.paths: dict[str, str] = {}
        self.owners: dict[tuple[str, str], str] = {}


def key_of(file: StatedFile) -> str:
    """The key that a file gives: its name."""
    return PurePosixPath(file.path).stem


class Reading:
    """A file as it is read: what is wrong is added to `problems`, what it claims to `claims`."""

    def __init__(self, file: StatedFile, claims: Claims, problems: list[Problem]) -> None:
        self.key = key_of(file)
        self._file = file
        self._claims = claims
        self._problems = problems
        self._stated = file.stated if isinstance(file.stated, dict) else {}

    def is_usable(self) -> bool:
        """Whether the file has a key of its own, and holds a map."""
        first = self._claims.paths.setdefault(self.key, self._file.path)
        if not KEY.fullmatch(self.key) or _NUMBER.fullmatch(self.key):
            message = f"{self.key!r} can be no address."
            advice = "Name the file in small Latin letters and hyphens, as in zhandosov-sholpanbai.yaml."
            self._tell(Severity.ERROR, "file-name", (), message, advice)
        elif first != self._file.path:
            message = f"{first} has this name, too; this one is left out."
            self._tell(Severity.ERROR, "repeated-file", (), message, "Write all in one file.")
        elif not isinstance(self._file.stated, dict):
            message = "The file is not a map of names to values."
            self._tell(Severity.ERROR, "file-shape", (), message, "Write `name: …`.")
        else:
            return True
        return False

    def person_names(self) -> dict[str, tuple[str, ...]]:
        """The names of a person by language, inverted."""
        return self._names("Write `name: {en: 'Zhandosov, Sholpanbai'}`.", inverted=True)

    def venue_names(self) -> dict[str, tuple[str, ...]]:
        """The names of a venue by language."""
        return self._names("Write `name: {en: Journal of Invented Deltas}`.", inverted=False)

    def variants(self) -> tuple[str, ...]:
        """Other forms of the name, as they are printed."""
        read = (self._name(way, item, UNDETERMINED) for way, item in self._items("variants"))
        return tuple(dict.fromkeys(filter(None, read)))

    def tell_lone_words(self, names: Iterable[str]) -> None:
        """Tells of other forms of a person's `names` that are one word, a family name alone: they claim
        whatever is published under it."""
        if not all(len(name.split()) > 1 for name in names):
            return
        for way, item in self._items("variants"):
            words = folded_words(item).split() if isinstance(item, str) else []
            if len(words) == 1 and not _UNSPACED.search(words[0]):
                message = f"{item!r} alone would claim the publications of all who are called so."
                advice = 'Write "Family, Given", in quotation marks: without, a comma parts two forms.'
                self._warn("lone-word", way, message, advice)

    def identifiers(self, field: str, normalise: Callable[[str], str], advice: str) -> tuple[str, ...]:
        """The identifiers in a field that nobody else has."""
        found: dict[str, None] = {}
        for way, item in self._items(field):
            try:
                value = normalise(item if isinstance(item, str) else "")
            except InvalidIdentifierError as error:
                self._warn(f"invalid-{field}", way, sentence(str(error)), advice)
                continue
            owner = self._claims.owners.setdefault((field, value), self.key)
            if owner == self.key:
                found[value] = None
            else:
                message = f"{value} is also stated of {owner!r}, where it stays."
                self._warn("claimed-twice", way, message, "Take it out of one of the two files.")
        return tuple(found)

    def identifier(self, field: str, normalise: Callable[[str], str], advice: str) -> str:
        """The one identifier in a field, "" where there is none."""
        found = self.identifiers(field, normalise, advice)
        if len(found) > 1:
            self._warn("too-many", (field,), f"Only the first of several is read: {found[0]}.", "Keep one.")
        return found[0] if found else ""

    def texts(self, field: str) -> Multilingual:
        """A text, in one language or in several."""
        texts: dict[str, str] = {}
        for tag, way, stated in self._by_language(field):
            if text := text_of(stated, tag):
                texts[tag] = text
            elif stated is not None:
                self._warn("no-text", way, "A text belongs here.", "Write one, or a map: `{en: …, ru: …}`.")
        return Multilingual.of(texts)

    def url(self) -> str:
        """An address on the web, "" where there is none that is safe to link to."""
        for way, stated in self._items("url"):
            try:
                return link({"url": stated if isinstance(stated, str) else ""}).url
            except InvalidValueError as error:
                self._warn(error.code, way, sentence(error.message), sentence(error.advice))
        return ""

    def aliases(self) -> tuple[str, ...]:
        """Former keys, which no file has now."""
        found: dict[str, None] = {}
        for way, item in self._items("aliases"):
            alias = item if isinstance(item, str) else ""
            owner = alias if alias in self._claims.slugs else self._claims.owners.get(("aliases", alias))
            if not KEY.fullmatch(alias) or _NUMBER.fullmatch(alias):
                message = f"{alias!r} can be no former name of a file."
                self._warn("alias-name", way, message, "Write it without .yaml, or take it out.")
            elif owner not in (None, self.key) or alias == self.key:
                message = f"{alias!r} leads to {owner!r}, whose name or alias it is."
                self._warn("taken-alias", way, message, "Take it out of `aliases`.")
            else:
                self._claims.owners["aliases", alias] = self.key
                found[alias] = None
        return tuple(found)

    def tell_unknown(self, known: str) -> None:
        """Tells of what stands there beside the `known` fields, which are parted by commas."""
        for name in self._stated:
            if name != _REMARK and name not in known.split(", "):
                message = f"Nothing is known of {name!r}."
                self._warn("unknown-field", (name,), message, f"Write one of {known}, or take it out.")

    def _names(self, form: str, *, inverted: bool) -> dict[str, tuple[str, ...]]:
        names: dict[str, tuple[str, ...]] = {}
        for tag, way, stated in self._by_language("name"):
            for own, item in items(way, stated):
                if name := self._name(own, item, tag):
                    printed = self._inverted(own, item, name) if inverted else name
                    names[tag] = tuple(dict.fromkeys((*names.get(tag, ()), printed)))
        if not names:
            way = ("name",) if "name" in self._stated else ()
            self._tell(Severity.ERROR, "no-name", way, "There is no name; the file is left out.", form)
        return names

    def _inverted(self, way: Way, stated: Plain, name: str) -> str:
        """The name of a person as it is listed."""
        # In a list, a comma without quotation marks around the name parts it in two.
        is_listed = isinstance(way[-1], int) and way[-1] > 0
        if isinstance(stated, str) and "," not in name and (" " in name or is_listed):
            message = f"Nothing tells the family name in {name!r}, which is listed as it stands."
            self._warn("name-order", way, message, 'Write "Family, Given", with the quotation marks.')
        return name_of(name).inverted

    def _name(self, way: Way, stated: Plain, tag: str) -> str:
        """A form of the name, "" for what is none."""
        if isinstance(stated, dict):
            stated = name_of({part: text_of(value, tag) for part, value in stated.items()}).inverted
        name = text_of(stated, tag)
        form = folded_words(name)
        if not form:
            message = "A name is to be a text with letters."
            self._warn("no-name", way, message, "Write one, or a list of them.")
            return ""
        owner = self._claims.owners.setdefault(("name", form), self.key)
        if owner != self.key:
            message = f"{name!r} is also a name of {owner!r}: by itself it says neither is meant."
            advice = "Let publications state an identifier, or take the name out of one of the two files."
            self._warn("name-of-two", way, message, advice)
        return name

    def _items(self, field: str) -> Iterator[tuple[Way, Plain]]:
        stated = self._stated.get(field)
        return items((field,), stated) if stated is not None else iter(())

    def _by_language(self, field: str) -> Iterator[tuple[str, Way, Plain]]:
        """What a field says in each language, `und` where none is stated."""
        stated = self._stated.get(field)
        if not isinstance(stated, dict) or (stated and stated.keys() <= _PARTS):
            if stated is not None:
                yield UNDETERMINED, (field,), stated
            return
        for name, value in stated.items():
            try:
                yield language(name), (field, name), value
            except InvalidValueError as error:
                self._warn(error.code, (field, name), sentence(error.message), sentence(error.advice))

    def _warn(self, code: str, way: Way, message: str, advice: str) -> None:
        self._tell(Severity.WARNING, code, way, message, advice)

    def _tell(self, severity: Severity, code: str, way: Way, message: str, advice: str) -> None:
        self._problems.append(self._file.problem(severity, code, way, message, advice))
