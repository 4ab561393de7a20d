"""The parser of YAML, and its complaints in words that help.

libyaml composes nodes with their places; no scalar is resolved to a number, a date or a truth value.
"""

from collections.abc import Iterator

import yaml

from catalogue.model import Problem, Severity
from catalogue.sources.raw import Place

_MAX_DEPTH = 32
_ADVICE = (
    ("mapping values are not allowed", "Put quotes around a text that holds a colon and a space."),
    ("found undefined alias", "Put quotes around a text that begins with an asterisk."),
    ("while scanning an alias", "Put quotes around a text that begins with an asterisk."),
    ("while scanning an anchor", "Put quotes around a text that begins with &."),
    (
        "cannot start any token",
        "Indent with spaces, and put quotes around a text that begins with @, ` or %.",
    ),
    ("found a tab", "Indent with spaces, not with tabs."),
    ("quoted scalar", "Close the quotes; inside double quotes write \\\\ for a backslash."),
    ("control characters", "Take the character out."),
)
_USUAL_ADVICE = "Compare its indentation, quotes and brackets with the lines around it."


class _TextLoader(yaml.CSafeLoader):
    """Leaves every scalar the text it is."""


_TextLoader.yaml_implicit_resolvers = {}


class SyntaxFaultError(Exception):
    """A text is not YAML; line and column count from 1 inside that text."""

    def __init__(self, line: int, column: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.column = column
        self.message = message

    def problem(self, path: str, offset: int = 0, key: str = "") -> Problem:
        """The fault as a problem of a file, `offset` lines further down, perhaps of a known entry."""
        advice = next((text for sign, text in _ADVICE if sign in self.message), _USUAL_ADVICE)
        message = f"The YAML cannot be read: {self.message}."
        return Problem(
            path, self.line + offset, self.column, Severity.ERROR, "yaml-syntax", message, advice, key
        )


def compose(text: str) -> tuple[list[yaml.Node], tuple[Place, ...]]:
    """The root nodes of all documents in a text, and where aliases stand. Raises SyntaxFaultError."""
    nodes = []
    try:
        aliases = tuple(_aliases(text))
        loader = _TextLoader(text)
        while loader.check_node():
            if node := loader.get_node():
                nodes.append(node)
    except yaml.reader.ReaderError as error:
        before = text[: error.position]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        raise SyntaxFaultError(line, column, str(error.reason)) from error
    except yaml.MarkedYAMLError as error:
        # libyaml notices an unclosed quote at the end of the text; its beginning is the place to mend.
        mark = error.context_mark if "quoted scalar" in str(error.context) else error.problem_mark
        message = ", ".join(part for part in (error.context, error.problem) if part)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise SyntaxFaultError(line, column, message) from error
    return nodes, aliases


def _aliases(text: str) -> Iterator[Place]:
    """Where aliases stand. Composing recurses in C without a limit, so depth is tested here, before it."""
    depth = 0
    for event in yaml.parse(text, _TextLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        mark = event.start_mark
        place = Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)
        if depth > _MAX_DEPTH:
            raise SyntaxFaultError(*place, "lists and maps are nested too deeply")
        if isinstance(event, yaml.AliasEvent):
            yield place
