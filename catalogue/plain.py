"""Values of the model as plain data, and back: the leaves of the schema.

The reading functions take a value of the model as it is, because drafts hold texts and names ready
made, and plain data as the writing functions give it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from typing import Any, TypeVar

from catalogue.model import (
    Classification,
    File,
    Identifier,
    Keyword,
    Link,
    Mark,
    MarkKind,
    Multilingual,
    Name,
    Origin,
    Text,
)

Value = TypeVar("Value")


def read_text(value: "Text | str | Mapping[str, Any]") -> Text:
    """A text of a string, or of `{"plain": …, "marks": [[kind, start, end], …]}`."""
    if isinstance(value, Text):
        return value
    if isinstance(value, str):
        return Text.of(value)
    marks = tuple(Mark(MarkKind(kind), start, end) for kind, start, end in value["marks"])
    return Text(value["plain"], marks)


def write_text(text: Text) -> object:
    """The inverse of `read_text`."""
    marks = [[mark.kind.value, mark.start, mark.end] for mark in text.marks]
    return {"plain": text.plain, "marks": marks} if marks else text.plain


def read_multilingual(value: "Multilingual | Mapping[str, Any]") -> Multilingual:
    """A multilingual text of a map from language tags to texts."""
    if isinstance(value, Multilingual):
        return value
    return Multilingual.of({tag: read_text(text) for tag, text in value.items()})


def write_multilingual(value: Multilingual) -> object:
    """The inverse of `read_multilingual`."""
    return {tag: write_text(text) for tag, text in value}


def read_name(value: "Name | Mapping[str, str]") -> Name:
    """A name of its parts. Raises ValueError for one in which nothing is stated."""
    name = value if isinstance(value, Name) else Name(**value)
    if not name.display:
        raise ValueError("a name is empty")
    return name


def read_origin(value: "Origin | Mapping[str, Any]") -> Origin:
    """An origin of its parts."""
    return value if isinstance(value, Origin) else Origin(**value)


def write_parts(value: "Classification | File | Identifier | Link | Name | Origin") -> object:
    """What a flat value states, by name."""
    stated = ((name, part) for name, part in asdict(value).items() if part)
    return {name: str(part) if isinstance(part, str) else part for name, part in stated}


def read_keyword(value: "Keyword | Sequence[Any]") -> Keyword:
    """A keyword of its language and its text. Raises ValueError for an empty one."""
    keyword = value if isinstance(value, Keyword) else Keyword(read_text(value[1]), value[0])
    if not keyword.text:
        raise ValueError("a keyword is empty")
    return keyword


def write_keyword(keyword: Keyword) -> object:
    """The inverse of `read_keyword`."""
    return [keyword.language, write_text(keyword.text)]


def read_pair(read: Callable[[Any], Value]) -> Callable[[Any], tuple[str, Value]]:
    """A function that reads a label and what it labels."""
    return lambda value: (str(value[0]), read(value[1]))


def write_pair(write: Callable[[Value], object]) -> Callable[[tuple[str, Value]], object]:
    """The inverse of `read_pair`."""
    return lambda pair: [pair[0], write(pair[1])]
