"""From a block that the splitter cut out to a raw entry or raw string, with the place of every field.

The splitter tells what a field is but not where; since it hands out exact slices in their order, each
is found again by a search from where the last one ended.
"""

from collections.abc import Iterator
from typing import NamedTuple

from bibtexparser.model import Entry, String

from catalogue.model import Problem, Severity
from catalogue.sources.bibtex_file import BibtexFile
from catalogue.sources.bibtex_values import Scan, next_field_name, scan
from catalogue.sources.raw import Pieces, RawEntry, RawField, RawString


class _Written(NamedTuple):
    """A field's name and value, and the offsets of both in the file."""

    name: str
    name_at: int
    value_at: int
    value_end: int


def read_entry(file: BibtexFile, block: Entry, start: int) -> Iterator[RawEntry | Problem]:
    """The entry that starts at offset `start`, after the warnings about its fields.

    Of fields of one name the first counts, as in BibTeX.
    """
    fields: dict[str, RawField] = {}
    for item in _fields(file, block, start):
        if isinstance(item, Problem):
            yield item
        elif item.name in fields:
            yield _duplicate(file, item, block.key)
        else:
            fields[item.name] = item
    place = file.place(start)
    # As written in the file: the block may have been masked.
    kind = file.text[start + 1 : start + 1 + len(block.entry_type)].lower()
    yield RawEntry("bibtex", kind, block.key, tuple(fields.values()), file.path, place)


def read_string(file: BibtexFile, block: String, start: int) -> Iterator[RawString | Problem]:
    """The `@string` that starts at offset `start`."""
    name_at = file.text.find(block.key, start + len("@string"))
    value_at = file.text.find("=", name_at + len(block.key)) + 1
    end = start + len(block.raw or "") - 1
    found = scan(file.text[value_at:end])
    name = block.key.lower()
    if found.unclosed or value_at + found.end < end:
        yield _stray(file, value_at + found.end, name, "")
    yield RawString(name, found.pieces, file.path, file.place(start))


def _fields(file: BibtexFile, block: Entry, start: int) -> Iterator[RawField | Problem]:
    for written in _written(block, start):
        *above, line = written.name.split("\n")
        if line.lstrip().startswith("%"):
            continue  # Its writer commented it out.
        words = line.split() or [""]
        if len(words) > 1 or not all(comment.lstrip().startswith("%") for comment in above if comment):
            yield _stray(file, written.name_at, words[-1], block.key)
        name_at = written.name_at + len(written.name) - len(words[-1])
        yield from _values(file, words[-1].lower(), name_at, written, block.key)


def _written(block: Entry, start: int) -> Iterator[_Written]:
    raw = block.raw or ""
    at = raw.find(",", raw.find(block.key, len(block.entry_type) + 1) + len(block.key)) + 1
    for field in block.fields:
        name_at = raw.find(field.key, at)
        value_at = raw.find(field.value, raw.find("=", name_at + len(field.key)) + 1)
        at = value_at + len(field.value)
        yield _Written(field.key, start + name_at, start + value_at, start + at)


def _values(
    file: BibtexFile, name: str, name_at: int, written: _Written, key: str
) -> Iterator[RawField | Problem]:
    """A field, and those behind it that the splitter took for a part of it where a comma is missing."""
    source = file.text[written.value_at : written.value_end]
    found = scan(source)
    while following := next_field_name(source, found.end):
        yield RawField(name, found.pieces, file.place(name_at))
        name, name_at = following.lower(), written.value_at + found.end
        yield file.warning(
            name_at,
            "missing-comma",
            f"A comma is missing before the field `{name}`.",
            f"Write a comma after the value before `{name}`.",
            key=key,
            subject=name,
        )
        found = scan(source, source.index("=", found.end) + 1)
    yield from _last_value(file, name, name_at, written.value_at, source, found, key)


def _last_value(
    file: BibtexFile, name: str, name_at: int, value_at: int, source: str, found: Scan, key: str
) -> Iterator[RawField | Problem]:
    pieces: Pieces = found.pieces
    rest = source[found.end :]
    is_comment = rest.startswith("%") and "\n" not in rest.rstrip()
    if found.unclosed or (rest and not is_comment):
        yield _stray(file, value_at + found.end, name, key)
        if not source.lstrip().startswith(("{", '"')):
            pieces = (source.strip(),)
    yield RawField(name, pieces, file.place(name_at))


def _stray(file: BibtexFile, offset: int, name: str, key: str) -> Problem:
    return file.warning(
        min(offset, len(file.text) - 1),
        "stray-text",
        f"Text that belongs to no value stands beside the field `{name}`.",
        "Put the whole value into one pair of braces.",
        key=key,
        subject=name,
    )


def _duplicate(file: BibtexFile, field: RawField, key: str) -> Problem:
    line, column = field.place
    message = f"The field `{field.name}` stands twice in the entry; the first one counts."
    return Problem(
        file.path,
        line,
        column,
        Severity.WARNING,
        "duplicate-field",
        message,
        f"Keep one `{field.name}`.",
        key,
        field.name,
    )
