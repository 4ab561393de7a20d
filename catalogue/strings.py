"""BibTeX strings across files: each `@string` under the data folder is visible in all of them.

A file's own definition wins, and of several there the last one above the place of use, as BibTeX reads.
Definitions elsewhere that differ are a Problem wherever one of them is needed.
"""

from collections import defaultdict
from collections.abc import Iterable

from catalogue.model import Problem, Severity
from catalogue.sources.raw import Pieces, Place, RawString, StringReference

MONTHS = {
    name[:3]: name.capitalize()
    for name in (
        "january february march april may june july august september october november december".split()
    )
}
_DEEPEST = 50


class Strings:
    """All definitions, and the expansion of values by them. Collects Problems as it expands."""

    def __init__(self, definitions: Iterable[RawString]) -> None:
        self._own: dict[tuple[str, str], list[RawString]] = defaultdict(list)
        self._elsewhere: dict[str, list[RawString]] = defaultdict(list)
        self._disputed: set[str] = set()
        self.problems: list[Problem] = []
        for definition in definitions:
            self._own[definition.path, definition.name].append(definition)
            self._elsewhere[definition.name].append(definition)

    def expand(self, value: str | Pieces, path: str, place: Place, key: str, depth: int = 0) -> str:
        """The text of a value that stands at `place` of the file `path`."""
        if isinstance(value, str):
            return value
        return "".join(
            piece if isinstance(piece, str) else self._text(piece, path, place, key, depth) for piece in value
        )

    def _text(self, reference: StringReference, path: str, place: Place, key: str, depth: int) -> str:
        definition = self._find(reference.name, path, place)
        if definition and depth < _DEEPEST:
            return self.expand(definition.value, definition.path, definition.place, key, depth + 1)
        if definition is None and reference.name in MONTHS:
            return MONTHS[reference.name]
        what = "is defined by itself" if definition else "is not defined in any file"
        self.problems.append(
            Problem(
                path,
                place.line,
                place.column,
                Severity.WARNING,
                "undefined-string",
                f"The string {reference.name!r} {what}; its name stands in for its text.",
                f'Define it (@string{{{reference.name} = "…"}}), or put the value in braces.',
                key,
                reference.name,
            )
        )
        return reference.name

    def _find(self, name: str, path: str, place: Place) -> RawString | None:
        if own := self._own.get((path, name)):
            above = [definition for definition in own if definition.place < place]
            return above[-1] if above else own[0]
        found = self._elsewhere.get(name)
        if not found:
            return None
        if len({definition.value for definition in found}) > 1:
            self._dispute(name, found)
        return found[0]

    def _dispute(self, name: str, found: list[RawString]) -> None:
        if name in self._disputed:
            return
        self._disputed.add(name)
        first = found[0]
        for other in found[1:]:
            if other.value != first.value:
                self.problems.append(
                    Problem(
                        other.path,
                        other.place.line,
                        other.place.column,
                        Severity.WARNING,
                        "disputed-string",
                        f"The string {name!r} says something else at {first.path}:{first.place.line}, "
                        "and files that do not define it themselves use that one.",
                        "Keep one definition, or rename one of the two.",
                        subject=name,
                    )
                )
