"""Contributors of a BibTeX entry: names, their forms in other languages, and what annotations add.

A list in another language (`author_ru`) is aligned by position with the main one; `{}` stands for a name
that is not known there. Annotations (`author+an:orcid`) count positions too.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from catalogue.model import Multilingual, Name, Role, Text
from catalogue.sources import annotations, database_people, languages
from catalogue.sources.bibtex_fields import EDITOR_TYPES, NAMES
from catalogue.sources.draft_builder import DraftBuilder, Statement
from catalogue.sources.latex import to_plain, to_text
from catalogue.sources.name_words import split_names
from catalogue.sources.names import parse_names

_LANGUAGE = "lang"
"""`title+an:lang = {="de"}` is the house way to tell the language of a field without a suffix."""
_GAP = "{}"
_AFFILIATION = re.compile(r"affiliation(?:_(?P<language>[a-z0-9-]+))?")
_PIPE = re.compile(r"\s*\|\s*")
"""Between several affiliations of one person."""
_TRUE = frozenset({"true", "yes", "1", "corresponding"})

_ROLES = {role.value: role for role in Role}
KINDS = frozenset({_LANGUAGE, "orcid", "ror", "corresponding"})
"""What annotations say, beside affiliations."""


@dataclass(frozen=True, slots=True)
class _Saying:
    """What is said of one name, and by which field."""

    value: str
    source: Statement


class People:
    """The lists of names of one entry, gathered field by field and stated together."""

    def __init__(self, draft: DraftBuilder, by_name: Mapping[str, Statement], main_language: str) -> None:
        self._draft = draft
        self._by_name = by_name
        self._main = main_language
        self._lists: list[tuple[Role, Statement]] = []
        self._variants: dict[str, list[Statement]] = defaultdict(list)
        self._sayings: dict[str, dict[str, dict[int, _Saying]]] = defaultdict(dict)
        self._database: list[Statement] = []
        self._misplaced: dict[str, Statement] = {}
        for own in by_name.values():
            self._read_annotation(own)

    def language_of(self, field: str) -> str | None:
        """The language that an annotation states for a field without a suffix."""
        own = self._by_name.get(f"{field}+an:{_LANGUAGE}")
        said = annotations.parse(own.value) if own else ()
        return languages.read(said[0].value) if said else None

    def takes(self, own: Statement) -> bool:
        """Whether the statement is about people; if so, it is kept in mind for `state`."""
        if annotated := annotations.split_name(own.name):
            if not self._understands(own, *annotated):
                self._draft.extra(to_text(own.value), own)
            return True
        if own.name in EDITOR_TYPES.values():
            return self._role_stated_by(own) is not None
        if own.name not in NAMES and own.name not in EDITOR_TYPES:
            return False
        if own.language:
            self._variants[own.name].append(own)
        else:
            self._lists.append((self._role(own.name), own))
        return True

    def state(self) -> None:
        """States the contributors, list by list."""
        listed = {own.name for _, own in self._lists}
        for field, variants in self._variants.items():
            # A list that stands only in another language is the main one.
            if field not in listed:
                self._lists.append((self._role(field), variants.pop(0)))
        for role, own in self._lists:
            self._state_list(role, own)
        for field in self._sayings.keys() - {own.name for _, own in self._lists}:
            for kind, sayings in self._sayings[field].items():
                if kind != _LANGUAGE:
                    self._placed(sayings, 0)
        for own in self._misplaced.values():
            self._draft.extra(to_text(own.value), own)
            self._draft.warn(
                own,
                "annotation-position",
                f"`{own.written}` is about a name that is not there; it is kept, unread.",
                'Begin each item with the position of a name in the list, as in {1="…"}.',
            )

    def _state_list(self, role: Role, own: Statement) -> None:
        main = self._read(own)
        variants = [(variant, self._read(variant)) for variant in self._variants[own.name]]
        for variant, names in variants:
            self._check_length(own, len(main), variant, len(names))
        said = self._said(own, main)
        for at, name in enumerate(main):
            if name == Name():
                continue
            forms = [
                (variant.language, names[at])
                for variant, names in variants
                if at < len(names) and names[at] != Name()
            ]
            person: dict[str, object] = {"name": name, "role": role.value}
            if forms:
                person["variants"] = forms
            here = {kind: sayings[at] for kind, sayings in said.items() if at in sayings}
            places = {"": own} | {kind: saying.source for kind, saying in here.items()}
            self._draft.append("contributors", person | self._described(here), places)

    def _read(self, own: Statement) -> tuple[Name, ...]:
        written = split_names(own.value)
        names: list[Name] = []
        # A list is read whole, since some ways to write one are known only there, unless it has gaps.
        for source in written if _GAP in written else [own.value]:
            read = parse_names(source)
            names += read.names or ([Name()] if source == _GAP else [])
            for advice in read.advice:
                self._draft.warn(
                    own, advice.code, advice.message.removesuffix(".") + ".", f"Write: {advice.write}"
                )
            if read.others and not own.language:
                self._draft.add("others", self._role(own.name).value, own)
        return tuple(names)

    def _said(self, own: Statement, names: Sequence[Name]) -> dict[str, dict[int, _Saying]]:
        """What annotations and databases say of each name of a list, by kind and position."""
        said = {kind: self._placed(sayings, len(names)) for kind, sayings in self._sayings[own.name].items()}
        for written, found in self._databases(own.name, names):
            for kind, by_position in found.items():
                for at, value in by_position.items():
                    said.setdefault(kind, {}).setdefault(at, _Saying(value, written))
        return said

    def _placed(self, sayings: Mapping[int, _Saying], count: int) -> dict[int, _Saying]:
        """Those that are about one of `count` names; what is said of the whole of a list of one is."""
        placed = {}
        for at, saying in sayings.items():
            position = 0 if at < 0 and count == 1 else at
            if 0 <= position < count:
                placed[position] = saying
            else:
                self._misplaced[saying.source.written] = saying.source
        return placed

    def _databases(
        self, field: str, names: Sequence[Name]
    ) -> Iterator[tuple[Statement, dict[str, dict[int, str]]]]:
        if field != "author":
            return
        for own in self._database:
            plain = "\n".join(to_plain(line) for line in own.value.splitlines())
            if own.name.endswith("orcid"):
                yield own, {"orcid": database_people.orcids(plain, names)}
            else:
                marked = database_people.corresponding(plain, names)
                yield own, {"corresponding": dict.fromkeys(marked, "true")}
                if shared := database_people.shared_affiliation(own.value):
                    yield own, {"affiliation": dict.fromkeys(range(len(names)), shared)}
                elif not marked:
                    self._draft.extra(to_text(own.value), own)

    def _described(self, here: Mapping[str, _Saying]) -> dict[str, object]:
        """The parts of a contributor that sayings make up."""
        parts: dict[str, object] = {}
        if orcid := here.get("orcid"):
            parts["orcid"] = to_plain(orcid.value)
        if affiliations := self._affiliations(here):
            parts["affiliations"] = affiliations
        if (marked := here.get("corresponding")) and to_plain(marked.value).casefold() in _TRUE:
            parts["corresponding"] = True
        return parts

    def _affiliations(self, here: Mapping[str, _Saying]) -> list[dict[str, object]]:
        by_language: dict[str, list[Text]] = {}
        for kind, saying in here.items():
            if match := _AFFILIATION.fullmatch(kind):
                tag = languages.read(match["language"]) if match["language"] else self._main
                by_language[tag or self._main] = [to_text(part) for part in _PIPE.split(saying.value)]
        rors = _PIPE.split(to_plain(here["ror"].value)) if "ror" in here else []
        found = []
        for at in range(max([len(rors), *(len(texts) for texts in by_language.values())])):
            names = {tag: texts[at] for tag, texts in by_language.items() if at < len(texts)}
            one: dict[str, object] = {"name": Multilingual.of(names)}
            if at < len(rors) and rors[at].strip():
                one["ror"] = rors[at].strip()
            found.append(one)
        return found

    def _read_annotation(self, own: Statement) -> None:
        annotated = annotations.split_name(own.name)
        if not annotated:
            return
        if "+an" not in own.written:
            self._database.append(own)
            return
        field, kind = annotated
        for annotation in annotations.parse(own.value):
            value = annotation.value
            about = kind
            if kind == "default" and value.casefold() == "corresponding":
                about, value = "corresponding", "true"
            if _is_known(about):
                self._sayings[field].setdefault(about, {})[annotation.item - 1] = _Saying(value, own)

    def _understands(self, own: Statement, field: str, kind: str) -> bool:
        if "+an" not in own.written:
            return True
        if kind == "default":
            return any(said.source is own for said in self._sayings[field].get("corresponding", {}).values())
        return _is_known(kind)

    def _role(self, field: str) -> Role:
        stated = self._by_name.get(EDITOR_TYPES.get(field, ""))
        if stated is None:
            return NAMES.get(field, Role.EDITOR)
        # Whoever `editora` calls an illustrator is no editor.
        return self._role_stated_by(stated) or NAMES.get(field, Role.COLLABORATOR)

    def _role_stated_by(self, own: Statement) -> Role | None:
        written = to_plain(own.value).casefold()
        return _ROLES.get(written)

    def _check_length(self, own: Statement, count: int, variant: Statement, other: int) -> None:
        if count != other:
            self._draft.warn(
                variant,
                "name-count",
                f"`{variant.written}` has {other} names and `{own.written}` has {count}; "
                "they are aligned by position.",
                "Write {} for a name that is not known in this language.",
            )


def _is_known(kind: str) -> bool:
    return kind in KINDS or bool(_AFFILIATION.fullmatch(kind))
