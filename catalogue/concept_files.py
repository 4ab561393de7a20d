"""The files below `data/concepts/`: from YAML to concepts, and everything that is wrong on the way.

A file is a map from the key of each concept to its labels by language; its name means nothing. `source` and
`note` may stand beside the concepts, and `note` in each, for whoever reads the file. What is wrong with a
label costs the label, what is wrong with a concept that concept.
"""

from collections.abc import Iterable

from catalogue.checks import InvalidValueError, language, sentence
from catalogue.concepts import Concept, Concepts, label_form
from catalogue.model import Problem, Severity
from catalogue.sources.raw import Plain
from catalogue.stated_files import KEY, StatedFile, Way, items, text_of

_REMARKS = ("source", "note")
_FORM = "Write `migration: {en: [migration], ru: [миграция]}`."


def gathered(files: Iterable[StatedFile]) -> tuple[Concepts, tuple[Problem, ...]]:
    """The concepts of all files, in the order of the files, and what is wrong with some."""
    gathering = _Gathering()
    for file in files:
        gathering.add(file)
    return Concepts(tuple(gathering.concepts.values())), tuple(gathering.problems)


class _Gathering:
    """Grows by a file at a time. `_owners` lead from the form of a label to the key of its concept."""

    def __init__(self) -> None:
        self.concepts: dict[str, Concept] = {}
        self.problems: list[Problem] = []
        self._paths: dict[str, str] = {}
        self._owners: dict[str, str] = {}

    def add(self, file: StatedFile) -> None:
        """Takes what can be used of a file."""
        if not isinstance(file.stated, dict):
            if file.stated is not None:
                self._tell(file, "concept-shape", (), "The file does not name concepts.", _FORM)
            return
        for key, stated in file.stated.items():
            if key not in _REMARKS:
                self._add_concept(file, key, stated)
            elif not isinstance(stated, str):
                self._tell(
                    file,
                    "concept-key",
                    (key,),
                    f"{key!r} is no key of a concept.",
                    "Write a text there, or another key.",
                )

    def _add_concept(self, file: StatedFile, key: str, stated: Plain) -> None:
        if not KEY.fullmatch(key):
            message = f"{key!r} is not the key of a concept."
            advice = "Write it in small Latin letters, digits and hyphens, as in `labour-migration`."
            self._tell(file, "concept-key", (key,), message, advice)
        elif key in self.concepts:
            message = f"The concept {key!r} stands in {self._paths[key]}, too; this one is left out."
            self._tell(file, "repeated-concept", (key,), message, "Write all its labels in one place.")
        elif not isinstance(stated, dict):
            self._tell(
                file, "concept-shape", (key,), f"The concept {key!r} has no labels by language.", _FORM
            )
        elif labels := self._labels(file, key, stated):
            self.concepts[key] = Concept(key, labels)
            self._paths[key] = file.path
        else:
            self._tell(file, "no-label", (key,), f"The concept {key!r} has no label.", _FORM)

    def _labels(self, file: StatedFile, key: str, stated: dict[str, Plain]) -> dict[str, tuple[str, ...]]:
        labels: dict[str, tuple[str, ...]] = {}
        for name, value in stated.items():
            if name == "note":
                continue
            try:
                tag = language(name)
            except InvalidValueError as error:
                told = sentence(error.message), sentence(error.advice)
                self._warn(file, "concept-language", (key, name), *told)
                continue
            for way, item in items((key, name), value):
                if label := self._label(file, tag, way, item):
                    labels[tag] = (*labels.get(tag, ()), label)
        return labels

    def _label(self, file: StatedFile, tag: str, way: Way, stated: Plain) -> str:
        """A label that is this concept's alone; "" for what is none."""
        label = text_of(stated, tag)
        form = label_form(tag, label)
        key = str(way[0])
        if " " not in form:
            self._warn(
                file,
                "no-label",
                way,
                "A label is to be a text with letters.",
                "Write one, or a list of them: `[one, two]`.",
            )
            return ""
        owner = self._owners.setdefault(form, key)
        if owner != key:
            message = f"The label {label!r} is also one of the concept {owner!r}, and leads there."
            self._warn(file, "label-of-two", way, message, "Take it out of one of the two.")
            return ""
        return label

    def _tell(self, file: StatedFile, code: str, way: Way, message: str, advice: str) -> None:
        self.problems.append(file.problem(Severity.ERROR, code, way, message, advice))

    def _warn(self, file: StatedFile, code: str, way: Way, message: str, advice: str) -> None:
        self.problems.append(file.problem(Severity.WARNING, code, way, message, advice))
