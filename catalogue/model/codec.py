"""Records as compact JSON, and back: the form that an index stores.

Defaults are left out; a text without marks is a string; a multilingual text is an object. The inverse
trusts its input, because only `encode` writes it, and so costs a page little. What data/ says is
validated elsewhere, by `catalogue.schema`.
"""

import json
import types
import typing
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache, lru_cache
from typing import Any, NamedTuple

from catalogue.model.dates import Issued, PartialDate
from catalogue.model.record import Record
from catalogue.model.text import Mark, MarkKind, Multilingual, Text


class _Form(NamedTuple):
    """How values of a type are written as JSON, and read from what JSON gave, which may be changed."""

    write: Callable[[Any], Any]
    read: Callable[[Any], Any]


def encode(record: Record) -> str:
    """The JSON of a record; equal records give equal strings. Its origin is left out, because an entry that
    moves states the same."""
    return _to_json(_form(Record).write(record))


def decode(stored: str) -> Record:
    """The record of what `encode` wrote. Raises ValueError, KeyError or TypeError for anything else."""
    plain = json.loads(stored)
    plain.pop("origin", None)  # ledgers remember records that were written with one
    record: Record = _form(Record).read(plain)
    return record


_to_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _same(value: Any) -> Any:
    return value


def _write_text(text: Text) -> Any:
    if not text.marks:
        return text.plain
    return {"plain": text.plain, "marks": [[mark.kind.value, mark.start, mark.end] for mark in text.marks]}


def _read_text(plain: Any) -> Text:
    if isinstance(plain, str):
        return Text(plain)
    return Text(
        plain["plain"], tuple(Mark(MarkKind(kind), start, end) for kind, start, end in plain["marks"])
    )


def _write_texts(texts: Multilingual) -> Any:
    return {tag: _write_text(text) for tag, text in texts.entries}


def _read_texts(plain: Any) -> Multilingual:
    return Multilingual(tuple([(tag, _read_text(text)) for tag, text in plain.items()]))


_UNCHANGED = _Form(_same, _same)
_MOST_DATES = 10_000  # that are remembered: a library has few different ones
_LEAVES: dict[Any, _Form] = {
    str: _UNCHANGED,
    int: _UNCHANGED,
    bool: _UNCHANGED,
    Text: _Form(_write_text, _read_text),
    Multilingual: _Form(_write_texts, _read_texts),
    Issued: _Form(str, lru_cache(_MOST_DATES)(Issued.parse)),
    PartialDate: _Form(str, lru_cache(_MOST_DATES)(PartialDate.parse)),
}


@cache
def _form(hint: Any) -> _Form:
    """The form of an annotated type; made once for each."""
    if hint in _LEAVES:
        return _LEAVES[hint]
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is types.UnionType:
        return _form(next(argument for argument in arguments if argument is not types.NoneType))
    if origin is tuple:
        return _series(_form(arguments[0])) if arguments[-1] is Ellipsis else _parts(arguments)
    if is_dataclass(hint):
        return _object(hint)
    members: type[Enum] = hint
    return _Form(
        {member: member.value for member in members}.__getitem__,
        {member.value: member for member in members}.__getitem__,
    )


def _series(each: _Form) -> _Form:
    if each is _UNCHANGED:
        return _Form(_same, tuple)
    write, read = each
    return _Form(
        lambda values: [write(value) for value in values],
        lambda plain: tuple([read(item) for item in plain]),
    )


def _parts(hints: tuple[Any, ...]) -> _Form:
    writers, readers = zip(*map(_form, hints), strict=True)
    return _Form(
        lambda values: [write(value) for write, value in zip(writers, values, strict=True)],
        lambda plain: tuple([read(item) for read, item in zip(readers, plain, strict=True)]),
    )


def _object(owner: Any) -> _Form:
    """The form of a dataclass: what differs from its default, by name."""
    hints = typing.get_type_hints(owner)
    forms = {own.name: _form(hints[own.name]) for own in fields(owner)}
    written = [
        (own.name, own.default, forms[own.name].write) for own in fields(owner) if own.name != "origin"
    ]
    readers = {name: form.read for name, form in forms.items() if form is not _UNCHANGED}

    def write(value: Any) -> dict[str, Any]:
        plain = {}
        for name, default, write in written:
            item = getattr(value, name)
            if item is not default and item != default:
                plain[name] = write(item)
        return plain

    def read(plain: dict[str, Any]) -> Any:
        for name, item in plain.items():
            if reader := readers.get(name):
                plain[name] = reader(item)
        return owner(**plain)

    return _Form(write, read)
