"""What fields may be called by, and how a name is told from a word.

A name stands before a colon (`title:x`), before `=` (`TI=x`), in capitals before a parenthesis (`TITLE(x)`),
or, of a field of numbers or days, before a comparison (`year > 2020`). An alias that ends with `(` or `=`
holds for that form only, because other systems mean different fields by one word.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from index.field import Field
from index.syntax_tree import Place

Aliases = Mapping[str, str | tuple[str, ...] | None]
"""Other names of fields: of one, of several that are searched at once, or () for all that words look in. None
where others have a field and we have not: it is looked for in all, and the reader is told."""

_NAME = r"[^\W\d][\w.-]{0,39}+"  # the whole or nothing: no part of a word is a name
_BEFORE_COLON = re.compile(rf"({_NAME})(?: ({_NAME}))?:(?!//)\s*(?=\S)")
_BEFORE_PARENTHESIS = re.compile(rf"({_NAME})\s*(?=\()")
_BEFORE_EQUALS = re.compile(rf"({_NAME})(?:=|\s+=\s+|\s*=\s*(?=\())(?=\S)")
_BEFORE_COMPARISON = re.compile(rf"({_NAME})\s*(?=[<>≤≥]|(?:AFT|BEF|IS)\b)")


class Named(NamedTuple):
    """Where a name leads, where that begins which is looked for there, and the name if there is no such field
    here (else "")."""

    place: Place
    end: int
    lacking: str = ""


class FieldNames:
    """The names of `fields` and of `aliases` to them, all of them in lower case; that of a query does not
    matter."""

    def __init__(self, fields: Mapping[str, Field], aliases: Aliases) -> None:
        self._fields = fields
        self._aliases = aliases

    def at(self, text: str, start: int) -> Named | None:
        """The name that stands at that place of a text, if there is one."""
        if not text[start].isalpha():
            return None
        if found := _BEFORE_COLON.match(text, start):
            spaced = f"{found[1]} {found[2]}".casefold()
            if found[2] is None or spaced in self._aliases:
                return self._found(found, spaced if found[2] else found[1], ":")
        elif (found := _BEFORE_PARENTHESIS.match(text, start)) and (found[1].isupper() or "-" in found[1]):
            return self._found(found, found[1], "(")
        elif found := _BEFORE_EQUALS.match(text, start):
            return self._found(found, found[1], "=")
        elif found := _BEFORE_COMPARISON.match(text, start):
            named = self._found(found, found[1], "")
            return named if named and self._is_numeric(named.place) else None
        return None

    def _is_numeric(self, place: Place) -> bool:
        return isinstance(place, str) and self._fields[place].numeric

    def _found(self, found: re.Match[str], name: str, sign: str) -> Named | None:
        folded, end = name.casefold(), found.end()
        alias = folded + sign
        if alias not in self._aliases:
            if folded in self._fields:
                return Named(folded, end)
            if folded not in self._aliases:
                return None
            alias = folded
        named = self._aliases[alias]
        if named is None:
            return Named(None, end, name)
        known = tuple(n for n in ((named,) if isinstance(named, str) else named) if n in self._fields)
        if named and not known:
            return None
        return Named(known[0] if len(known) == 1 else known or None, end)
