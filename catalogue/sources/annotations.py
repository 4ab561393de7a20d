"""Data annotations of biblatex: `author+an:orcid = {1="0000-0002-1825-0097"; 2="…"}`.

An annotation says something about a field, about an item of its list, or about a part of an item
(biblatex manual, "Data Annotations"). Literal values stand in quotes; tools also write them without.
Inside quotes a semicolon does not separate here, although it does to biber.
"""

import re
from dataclasses import dataclass

_SEPARATED = re.compile(r'(?:[^;"]|"[^"]*"?)+')
_ITEM = re.compile(
    r"\s*(?P<item>\d+(?=\s*[:=]))?\s*:?\s*(?P<part>[^\s;=\x22]+)?\s*=\s*(?P<value>.*)", re.DOTALL
)
_FIELD = re.compile(r"(?P<field>.+?)\+an(?::(?P<name>.+))?")


@dataclass(frozen=True, slots=True)
class Annotation:
    """A value said of the item `item` (from 1) of a list, or of the whole field where `item` is 0; or of
    a named part of either."""

    item: int
    value: str
    part: str = ""


def split_name(field: str) -> tuple[str, str] | None:
    """The annotated field and the name of the annotation (`default` where it has none); None for a field
    that is no annotation.

    >>> split_name("author+an:orcid")
    ('author', 'orcid')
    """
    match = _FIELD.fullmatch(field) if "+" in field else None
    return (match["field"], match["name"] or "default") if match else None


def parse(source: str) -> tuple[Annotation, ...]:
    """What a value annotates; what has no `=` is said of the whole field.

    >>> parse('1="a; b"; 2=c')
    (Annotation(item=1, value='a; b', part=''), Annotation(item=2, value='c', part=''))
    """
    found = []
    for piece in _SEPARATED.findall(source):
        match = _ITEM.fullmatch(piece)
        item, part, value = match.group("item", "part", "value") if match else (None, None, piece)
        if value := _unquoted(value.strip()):
            found.append(Annotation(int(item or 0), value, part or ""))
    return tuple(found)


def _unquoted(value: str) -> str:
    return value[1:-1].strip() if len(value) > 1 and value[0] == value[-1] == '"' else value
