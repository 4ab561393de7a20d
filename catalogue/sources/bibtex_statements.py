"""The fields of a BibTeX entry as statements: private ones gone, other names of fields translated, the
language a name ends with told apart."""

import re
from collections.abc import Iterator

from catalogue.sources import annotations, habits, languages
from catalogue.sources.bibtex_fields import NAMES, STRUCTURE, TEXTS
from catalogue.sources.bibtex_values import is_group
from catalogue.sources.draft_builder import Statement
from catalogue.sources.html import without_tags
from catalogue.sources.raw import RawEntry, RawField

_SUFFIXED = re.compile(r"(?P<name>[^_+]+)_(?P<language>[a-z]+(?:-[a-z0-9]+)*)")
_WEB_OF_SCIENCE = "unique-id"
"""Web of Science, which alone writes this field, puts two pairs of braces around whatever it exports."""
_OJS_ABSTRACT = "abstractnote"
_MULTILINGUAL = frozenset({*TEXTS, *NAMES, "keywords"})


def statements(raw: RawEntry) -> Iterator[Statement]:
    """What the fields of an entry state, in their order, without the empty and the private ones.

    Raises TypeError where a value is not text, which means it was not resolved.
    """
    doubled = any(field.name == _WEB_OF_SCIENCE for field in raw.fields)
    for field in raw.fields:
        if not isinstance(field.value, str):
            raise TypeError(f"the field {field.name!r} of {raw.key!r} is not resolved")
        value = without_tags(field.value) if field.name.startswith(_OJS_ABSTRACT) else field.value.strip()
        if value and not _is_dropped(field.name):
            yield _statement(field, value[1:-1] if doubled and is_group(value) else value)


def _is_dropped(name: str) -> bool:
    annotated = annotations.split_name(name)
    base = annotated[0] if annotated else name
    suffixed = _SUFFIXED.fullmatch(base)
    for candidate in {base, suffixed["name"] if suffixed else base}:
        own = habits.habit(candidate)
        if own and own.fate is not habits.Fate.MAPPED:
            return True
    return base in STRUCTURE


def _statement(field: RawField, value: str) -> Statement:
    name, language = _own_name(field.name), ""
    suffixed = _SUFFIXED.fullmatch(name)
    if suffixed and (base := _own_name(suffixed["name"])) in _MULTILINGUAL:
        tag = languages.read(suffixed["language"])
        name, language = (base, tag) if tag else (name, "")
    return Statement(field.name, name, language, value, field.place)


def _own_name(name: str) -> str:
    own = habits.habit(name)
    return own.target if own else name
