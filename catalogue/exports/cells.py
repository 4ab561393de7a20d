"""Cells of a table that spreadsheets can open: one line each, and never a formula.

A spreadsheet runs a cell that begins with `=`, `+`, `-` or `@`, or with one of their full-width forms, and
the title of a publication is nobody's formula. An apostrophe before such a sign makes it text again, as the
page of OWASP on CSV injection advises. A spreadsheet that is set to semicolons begins a cell after each of
them, so the same is done there.
"""

import re

_SIGN = "[=+\\-@＝＋－＠]"
_FORMULA = re.compile(rf"""(\A|;)(["\s]*)('*{_SIGN})""")
_GUARDED = re.compile(rf"""(\A|;)(["\s]*)'('*{_SIGN})""")
_CONTROLS = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000)])
"""Control characters, and the halves of surrogate pairs, which UTF-8 has no place for."""


def cell(text: str) -> str:
    """A text on one line, without control characters, and with an apostrophe wherever a formula would start.

    >>> cell("=1+1")
    "'=1+1"
    """
    return _FORMULA.sub(r"\1\2'\3", folded(text))


def plain(guarded: str) -> str:
    """The text that `cell` was made of, on one line.

    >>> plain("'=1+1")
    '=1+1'
    """
    return _GUARDED.sub(r"\1\2\3", guarded)


def folded(text: str) -> str:
    """A text on one line: white space of any kind is a space, and what no spreadsheet can show is gone."""
    return " ".join(" ".join(text.split()).translate(_CONTROLS).split())
