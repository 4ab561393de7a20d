"""Records as compact JSON, and back: the form that an index stores.

Defaults are left out; a text without marks is a string; a multilingual text is an object. The inverse
trusts its input, because only `encode` writes it, and so costs a page little. What data/ says is
validated elsewhere, by `catalogue.schema`.
"""

import json
import types
import typing
from collections.abc import Callable
from dataclasses import Field, fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any

from catalogue.model.dates import Issued, PartialDate
from catalogue.model.record import Record
from catalogue.model.text import Mark, MarkKind, Multilingual, Text

Decoder = Callable[[Any], Any]


def encode(record: Record) -> str:
    """The JSON of a record; equal records give equal strings. The line of its origin is left out,
    because it moves with every edit above it."""
    plain = _to_plain(record)
    plain["origin"] = record.origin.path
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def decode(stored: str) -> Record:
    """The record of what `encode` wrote. Raises ValueError, KeyError or TypeError for anything else."""
    plain = json.loads(stored)
    plain["origin"] = {"path": plain["origin"]}
    record: Record = _decoder(Record)(plain)
    return record


def _to_plain(value: Any) -> Any:
    if type(value) is str:  # most are
        return value
    if isinstance(value, Text):
        marks = [[mark.kind.value, mark.start, mark.end] for mark in value.marks]
        return {"plain": value.plain, "marks": marks} if marks else value.plain
    if isinstance(value, Multilingual):
        return {tag: _to_plain(text) for tag, text in value.entries}
    if isinstance(value, (Issued, PartialDate)):
        return str(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_to_plain(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        kept = ((name, getattr(value, name), default) for name, default in _defaults(type(value)))
        return {name: _to_plain(item) for name, item, default in kept if item != default}
    return value


@cache
def _defaults(owner: type) -> tuple[tuple[str, Any], ...]:
    """The fields that are written, and the value that need not be."""
    declared: tuple[Field[Any], ...] = fields(owner)
    return tuple((own.name, own.default) for own in declared if own.name != "origin")


def _text(plain: Any) -> Text:
    if isinstance(plain, str):
        return Text(plain)
    return Text(
        plain["plain"], tuple(Mark(MarkKind(kind), start, end) for kind, start, end in plain["marks"])
    )


def _multilingual(plain: Any) -> Multilingual:
    return Multilingual(tuple((tag, _text(text)) for tag, text in plain.items()))


_LEAVES: dict[Any, Decoder] = {
    str: str,
    int: int,
    bool: bool,
    Text: _text,
    Multilingual: _multilingual,
    Issued: Issued.parse,
    PartialDate: PartialDate.parse,
}


@cache
def _decoder(hint: Any) -> Decoder:
    """How to read a value of an annotated type; made once for each type."""
    if hint in _LEAVES:
        return _LEAVES[hint]
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is types.UnionType:
        return _decoder(next(argument for argument in arguments if argument is not types.NoneType))
    if origin is tuple and arguments[-1] is Ellipsis:
        each = _decoder(arguments[0])
        return lambda plain: tuple([each(item) for item in plain])
    if origin is tuple:
        parts = [_decoder(argument) for argument in arguments]
        return lambda plain: tuple(part(item) for part, item in zip(parts, plain, strict=True))
    if isinstance(hint, type) and is_dataclass(hint):
        build: Callable[..., Any] = hint
        own = {name: _decoder(inner) for name, inner in typing.get_type_hints(hint).items()}
        return lambda plain: build(**{name: own[name](item) for name, item in plain.items()})
    enumeration: Decoder = hint
    return enumeration
