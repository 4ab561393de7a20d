"""Reader of CSL-YAML files, and of CSL-JSON, since JSON is YAML.

A file holds a list of entries, alone or under `references:`, as pandoc, Quarto and Zotero write it.
Every scalar stays text as written (`no`, `010`, `12:30`); only a bare `null`, `~` or nothing is absent.
What makes YAML mean other than it says (aliases, repeated names, a second document) is a `Problem` and
costs its entry. Where the syntax breaks, the items of the list are read one by one, so that the broken
one costs only itself. What the names mean is the matter of `catalogue.sources.csl_record`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeGuard

import yaml

from catalogue.model import Problem, Severity
from catalogue.sources.decoding import decode
from catalogue.sources.raw import Place, Plain, RawEntry, RawField
from catalogue.sources.yaml_faults import SyntaxFaultError, compose

_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_ITEM = re.compile(r"^(?P<indent> *)-(?:[ \t]|$)")
_KEY = re.compile(r"^[ -]*id:[ \t]*['\"]?(?P<key>[^\s'\"]+)", re.MULTILINE)
# JSON escapes what lies beyond U+FFFF by two halves; YAML does not.
_SURROGATES = re.compile(
    r"(?<!\\)(?P<before>(?:\\\\)*)\\u(?P<high>d[89ab][0-9a-f]{2})\\u(?P<low>d[c-f][0-9a-f]{2})", re.IGNORECASE
)
_LIST_NAME = "references"

Way = tuple[str | int, ...]
"""The names, and in lists the numbers (from 0), that lead to a part of a file; () is the whole."""
Places = Mapping[Way, Place]


class _RejectedError(Exception):
    """An entry, or a part of a file, cannot be taken as it is written."""

    def __init__(self, node: yaml.Node, code: str, message: str, advice: str) -> None:
        super().__init__(message)
        self.node = node
        self.code = code
        self.message = message
        self.advice = advice


class YamlFaultError(ValueError):
    """A file is not the YAML that it should be; `problem` says where, and what to do."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class Chunk(NamedTuple):
    """A part of a file that can be read on its own, and how many lines stand before it."""

    text: str
    offset: int = 0


def read(content: bytes, path: str) -> Iterator[RawEntry | Problem]:
    """Everything in a file, in its order; `path` is what problems call the file. Never raises."""
    text, problems = decode(content, path)
    yield from problems
    text = _SURROGATES.sub(_joined, text)
    try:
        yield from _read_chunk(Chunk(text), path)
    except SyntaxFaultError as fault:
        yield from _recovered(text, path, fault)


def load(content: bytes, path: str, offset: int = 0) -> Plain:
    """The data of a file that holds no entries, such as a project's; it stands `offset` lines down in `path`.

    Raises YamlFaultError.
    """
    return load_with_places(content, path, offset)[0]


def load_with_places(content: bytes, path: str, offset: int = 0) -> tuple[Plain, Places]:
    """The same, and where each part of it stands. Raises YamlFaultError."""
    text, problems = decode(content, path)
    if problems:
        raise YamlFaultError(problems[0])
    reader = _Reader(path, offset, ())
    try:
        nodes, aliases = compose(text)
        if aliases:
            raise YamlFaultError(reader.alias(aliases[0]))
        full = [node for node in nodes if not _is_null(node)]
        for node in full[1:]:
            raise _second_document(node)
        if not full:
            return None, {}
        return _plain(full[0]), dict(reader.places(full[0]))
    except SyntaxFaultError as fault:
        raise YamlFaultError(fault.problem(path, offset)) from fault
    except _RejectedError as rejected:
        raise YamlFaultError(reader.problem(rejected)) from rejected


def _read_chunk(chunk: Chunk, path: str) -> list[RawEntry | Problem]:
    documents, aliases = compose(chunk.text)
    return list(_Reader(path, chunk.offset, aliases).documents(documents))


def _recovered(text: str, path: str, fault: SyntaxFaultError) -> Iterator[RawEntry | Problem]:
    """The items of a broken file, each read on its own."""
    explained = False
    for chunk in chunks(text):
        try:
            yield from _read_chunk(chunk, path)
        except SyntaxFaultError as own:
            explained = True
            named = _KEY.search(chunk.text)
            yield own.problem(path, chunk.offset, named["key"] if named else "")
    if not explained:
        yield fault.problem(path)


def _joined(match: re.Match[str]) -> str:
    halves = int(match["high"], 16).to_bytes(2, "big") + int(match["low"], 16).to_bytes(2, "big")
    return match["before"] + halves.decode("utf-16-be")


def chunks(text: str) -> Iterator[Chunk]:
    """The items of the outermost list, found by their hyphens and their indentation alone."""
    lines = text.split("\n")
    first = next((match for line in lines if (match := _ITEM.match(line))), None)
    if not first:
        return
    indent = len(first["indent"])
    item: list[str] = []
    for number, line in enumerate([*lines, "."]):
        bare = line.lstrip(" ")
        # A comment or a tab, at whatever depth, ends nothing.
        outside = bool(bare) and len(line) - len(bare) <= indent and bare[0] not in "#\t"
        if outside and item:
            yield Chunk("\n".join(item) + "\n", number - len(item))
            item = []
        if item or (outside and _ITEM.match(line)):
            item.append(line)


@dataclass(frozen=True)
class _Reader:
    """Turns the nodes of a text into entries; `aliases` are the places of aliases in it."""

    path: str
    offset: int
    aliases: tuple[Place, ...]

    def documents(self, nodes: list[yaml.Node]) -> Iterator[RawEntry | Problem]:
        """The entries of the first document that is not empty, and complaints about what else there is."""
        full = [node for node in nodes if not _is_null(node)]
        for node in full[:1]:
            yield from self._guarded(self._entries(node))
        for node in full[1:]:
            yield self.problem(_second_document(node))

    def _guarded(self, entries: Iterator[RawEntry | Problem], key: str = "") -> Iterator[RawEntry | Problem]:
        try:
            yield from entries
        except _RejectedError as rejected:
            yield self.problem(rejected, key)

    def _entries(self, root: yaml.Node) -> Iterator[RawEntry | Problem]:
        items: list[yaml.Node] = []
        for node in _lists(root):
            if not isinstance(node, yaml.SequenceNode):
                raise _RejectedError(
                    node,
                    "yaml-shape",
                    "The entries are not a list.",
                    "Begin each entry with a hyphen: `- id: …`.",
                )
            items += node.value
        end = Place(0, 0)
        reported: set[Place] = set()
        for item in items:
            start, past = _start(item), Place(item.end_mark.line + 1, item.end_mark.column + 1)
            if start < end or _is_null(item):
                # What an alias stands for was read at its own place.
                continue
            end = past
            if within := [place for place in self.aliases if start <= place < end]:
                reported.update(within)
                yield self.alias(within[0], _key(item))
            else:
                yield from self._guarded(self._entry(item), _key(item))
        yield from (self.alias(place) for place in self.aliases if place not in reported)

    def _entry(self, node: yaml.Node) -> Iterator[RawEntry | Problem]:
        if not isinstance(node, yaml.MappingNode):
            raise _RejectedError(
                node,
                "yaml-shape",
                "An entry is not a map of names to values.",
                "Write it as `- id: …` and so on.",
            )
        fields = []
        head = {"id": "", "type": ""}
        for key, value in _pairs(node):
            plain = _plain(value)
            if plain is None:
                continue
            if key.value in head and isinstance(plain, str):
                head[key.value] = plain
            else:
                fields.append(RawField(key.value, plain, self._place(key)))
        yield RawEntry("csl", head["type"], head["id"], tuple(fields), self.path, self._place(node))

    def _place(self, node: yaml.Node) -> Place:
        line, column = _start(node)
        return Place(line + self.offset, column)

    def places(self, node: yaml.Node, way: Way = ()) -> Iterator[tuple[Way, Place]]:
        """Where a node and all in it stand; what has a name stands where its name does."""
        if not way:
            yield way, self._place(node)
        if isinstance(node, yaml.MappingNode):
            for name, value in _pairs(node):
                yield (*way, name.value), self._place(name)
                yield from self.places(value, (*way, name.value))
        elif isinstance(node, yaml.SequenceNode):
            for number, item in enumerate(node.value):
                yield (*way, number), self._place(item)
                yield from self.places(item, (*way, number))

    def problem(self, rejected: _RejectedError, key: str = "") -> Problem:
        """What was rejected, as a problem of the file."""
        line, column = self._place(rejected.node)
        return Problem(
            self.path, line, column, Severity.ERROR, rejected.code, rejected.message, rejected.advice, key
        )

    def alias(self, place: Place, key: str = "") -> Problem:
        """An alias, as a problem of the file."""
        return Problem(
            self.path,
            place.line + self.offset,
            place.column,
            Severity.ERROR,
            "yaml-alias",
            "An alias (*name) stands for text written elsewhere; its entry is left out.",
            "Write the text itself; put quotes around a text that begins with an asterisk.",
            key,
        )


def _second_document(node: yaml.Node) -> _RejectedError:
    return _RejectedError(
        node,
        "yaml-document",
        "A second document stands in the file, and is left out.",
        "Keep one in a file: take out the line `---`, and what does not belong to the first.",
    )


def _lists(root: yaml.Node) -> Iterator[yaml.Node]:
    if not isinstance(root, yaml.MappingNode):
        yield root
        return
    lists = [value for key, value in _pairs(root) if key.value == _LIST_NAME]
    if not lists:
        raise _RejectedError(
            root,
            "yaml-shape",
            "The file holds a map without `references`.",
            "Begin each entry with a hyphen (`- id: …`), alone or under `references:`.",
        )
    yield from (node for node in lists if not _is_null(node))


def _pairs(node: yaml.MappingNode) -> Iterator[tuple[yaml.ScalarNode, yaml.Node]]:
    """The names and values of a map, the names tested."""
    names: set[str] = set()
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise _RejectedError(key, "yaml-shape", "A name is not plain text.", "Write `name: value`.")
        if key.value in names:
            raise _RejectedError(
                key,
                "yaml-repeated",
                f"The name {key.value!r} stands twice in one map; its entry is left out.",
                "Keep one of the two.",
            )
        names.add(key.value)
        yield key, value


def _key(node: yaml.Node) -> str:
    """The key of an entry, whatever else is wrong with it."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((str(value.value) for key, value in pairs if key.value == "id" and not _is_null(value)), "")


def _plain(node: yaml.Node) -> Plain:
    if isinstance(node, yaml.ScalarNode):
        return None if _is_null(node) else str(node.value)
    if isinstance(node, yaml.MappingNode):
        return {key.value: _plain(value) for key, value in _pairs(node)}
    return [_plain(item) for item in node.value]


def _is_null(node: yaml.Node) -> TypeGuard[yaml.ScalarNode]:
    # In quotes, or after | or >, even nothing is text.
    return isinstance(node, yaml.ScalarNode) and not node.style and node.value in _NULLS


def _start(node: yaml.Node) -> Place:
    return Place(node.start_mark.line + 1, node.start_mark.column + 1)
