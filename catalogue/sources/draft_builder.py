"""Gathers the parts of a `Draft` as a mapping meets them: the first statement of a thing counts."""

from collections.abc import Mapping
from dataclasses import dataclass

from catalogue.model import Multilingual, Problem, Severity, Text
from catalogue.sources.raw import Draft, Place, RawEntry


@dataclass(frozen=True, slots=True)
class Statement:
    """A field as the mapping reads it.

    `written` is its name in the file, `name` the one it is read as; `language` is the tag its name ends
    with ("" where it has none).
    """

    written: str
    name: str
    language: str
    value: str
    place: Place

    @property
    def source(self) -> tuple[str, Place]:
        """What `Draft.places` holds."""
        return self.written, self.place


class DraftBuilder:
    """The data, places and problems of one entry in the making; paths are those of `Draft.places`."""

    def __init__(self, raw: RawEntry) -> None:
        self._raw = raw
        self._values: dict[str, object] = {}
        self._texts: dict[str, dict[str, Text]] = {}
        self._lists: dict[str, list[object]] = {}
        self._places: dict[str, tuple[str, Place]] = {}
        self._problems: list[Problem] = []

    def put(self, path: str, value: object, own: Statement | None = None) -> bool:
        """States a single thing; False where it is already stated, and not as this."""
        if path in self._values:
            return self._values[path] == value
        self._values[path] = value
        self._place(path, own)
        return True

    def add(self, path: str, item: object, own: Statement | None = None) -> None:
        """States an item of a list; one that is already there is not repeated."""
        items = self._lists.setdefault(path, [])
        if item not in items:
            self._place(f"{path}.{len(items)}", own)
            items.append(item)

    def append(self, path: str, item: object, places: Mapping[str, Statement]) -> None:
        """States an item of a list, be it there or not, with the places of its parts by their paths
        within the item ("" for the item itself)."""
        items = self._lists.setdefault(path, [])
        for inner, own in places.items():
            self._place(f"{path}.{len(items)}.{inner}".rstrip("."), own)
        items.append(item)

    def text(self, path: str, tag: str, text: Text, own: Statement) -> bool:
        """States a text in a language; False where that is already stated, and not as this."""
        texts = self._texts.setdefault(path, {})
        if tag in texts:
            return texts[tag] == text
        texts[tag] = text
        self._place(path, own)
        self._place(f"{path}.{tag}", own)
        return True

    def extra(self, text: Text, own: Statement) -> None:
        """Keeps, under its own name, what has no place in a record."""
        if text:
            self.add("extra", (own.written, text), own)

    def warn(self, own: Statement, code: str, message: str, advice: str) -> None:
        """Warns about a field."""
        self._problems.append(
            self._raw.problem(Severity.WARNING, code, message, advice, at=own.place, subject=own.written)
        )

    def warn_entry(self, code: str, message: str, advice: str, subject: str) -> None:
        """Warns about the entry as a whole."""
        self._problems.append(self._raw.problem(Severity.WARNING, code, message, advice, subject=subject))

    def items(self, path: str) -> list[object]:
        """The items of a list so far."""
        return self._lists.get(path, [])

    def draft(self) -> Draft:
        """All that was stated, nested by the dots of the paths."""
        data: dict[str, object] = {}
        texts = {path: Multilingual.of(by_tag) for path, by_tag in self._texts.items()}
        for path, value in [*self._values.items(), *texts.items(), *self._lists.items()]:
            outer, dot, inner = path.partition(".")
            if not dot:
                data[path] = value
            else:
                nested = data.setdefault(outer, {})
                if isinstance(nested, dict):
                    nested[inner] = value
        return Draft(data, dict(self._places), tuple(self._problems))

    def _place(self, path: str, own: Statement | None) -> None:
        if own:
            self._places.setdefault(path, own.source)
