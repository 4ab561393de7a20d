"""LaTeX in ASCII: what `latex` leaves as letters becomes commands, for the tools and styles from before
Unicode.

A document that shows Cyrillic needs `\\usepackage[T1,T2A]{fontenc}`, one that shows «guillemets» or letters
such as ð `\\usepackage[T1]{fontenc}`. Each letter stands in a group of its own, so that BibTeX counts it as
one letter where it shortens a given name. Lost are: zero-width and control characters; whatever has no
command is written in Latin letters as `anyascii` has it, or as a question mark; Greek letters and signs of
mathematics become formulas. Programs that read BibTeX without LaTeX know the Latin letters; the Cyrillic ones
biber and bibutils leave as commands, and pandoc leaves them out.
"""

import re
import unicodedata
from functools import lru_cache
from urllib.parse import quote

from anyascii import anyascii

from catalogue.exports.latex import escape
from catalogue.exports.latex_letters import ACCENTS, COMMANDS, FORMULAS

_PART = re.compile(
    r"""(?P<address>\\url\{[^{}]*\})
    | (?P<math>\\\(.*?\\\)|(?<!\\)\$(?:\\.|[^\\$])+\$(?!\d))
    | (?P<command>\\(?:[A-Za-z]+|.))
    | (?P<dash>(?<![-–—])[–—](?![-–—]))
    | (?P<quote>(?<![`'!?‘’“”])[“”](?![`'‘’“”]))
    | (?P<letter>[A-Za-z](?=[\u0300-\u036f])[\u0300-\u036f]+|[^\x00-\x7f][\u0300-\u036f]*)""",
    re.VERBOSE | re.DOTALL,
)
_LIGATURES = {"–": "--", "—": "---", "“": "``", "”": "''"}
_MATH_LETTER = re.compile(r"[^\x00-\x7f][\u0300-\u036f]*")
_SILENT = frozenset({"Cc", "Cf", "Mn", "Me"})
_ABOVE = unicodedata.combining("\u0301")
"""The class of the accents that stand above a letter, and take the dot off an i."""
_DOTLESS_OF_THEMSELVES = frozenset("\u0300\u0301\u0302\u0308")
"""Those that do so in OT1 and T1 untold; where they are told, pandoc and citation-js do not understand."""


def to_ascii(latex: str) -> str:
    """A LaTeX value with nothing but ASCII in it.

    >>> print(to_ascii("Müller – Қала"))
    M{\\"u}ller -- {\\CYRKDSC}{\\cyra}{\\cyrl}{\\cyra}
    """
    return latex if latex.isascii() else _PART.sub(_written, latex)


def verbatim(value: str) -> str:
    """An address, a DOI or another value that holds no commands: letters in percent-encoding."""
    return "".join(letter if letter.isascii() else quote(letter, errors="replace") for letter in value)


def _written(part: re.Match[str]) -> str:
    found = part.group()
    match part.lastgroup:
        case "address":
            return verbatim(found)
        case "math":
            return _MATH_LETTER.sub(lambda letter: _in_math(letter.group()), found)
        case "dash" | "quote":
            return _LIGATURES[found]
        case "letter":
            return _letter(found)
    return found


@lru_cache(maxsize=2**12)
def _letter(found: str) -> str:
    if found == "\xa0":
        return "~"
    if command := _command(found):
        return f"{{{command}}}"
    if formula := FORMULAS.get(found):
        # In a group, because BibTeX would put the letters of its commands into lower case.
        return f"{{${formula}$}}"
    return "".join(_nearest(letter) for letter in found)


def _command(found: str) -> str:
    """The command of a letter with its accents, "" where there is none."""
    composed = unicodedata.normalize("NFC", found)
    if known := COMMANDS.get(composed):
        return known
    decomposed = unicodedata.normalize("NFD", composed)
    bare, accent = decomposed[:-1], decomposed[-1]
    inner = bare if bare.isascii() and bare.isalpha() else _command(bare) if bare else ""
    if not inner or accent not in ACCENTS:
        return ""
    name = ACCENTS[accent]
    is_above = unicodedata.combining(accent) == _ABOVE
    if is_above and (inner == "j" or (inner == "i" and accent not in _DOTLESS_OF_THEMSELVES)):
        inner = f"\\{inner}"
    return f"\\{name}{inner}" if len(inner) == 1 and not name.isalpha() else f"\\{name}{{{inner}}}"


def _nearest(letter: str) -> str:
    if unicodedata.category(letter) in _SILENT:
        return ""
    latin = escape(anyascii(letter) or "?")
    # A sign must not join its neighbours to a dash or a quotation mark.
    return latin if latin.isalnum() else f"{{}}{latin}{{}}"


def _in_math(letter: str) -> str:
    if formula := FORMULAS.get(letter):
        return f"{formula} " if formula[-1].isalpha() else formula
    return f"{{\\mbox{{{_letter(letter)}}}}}"
