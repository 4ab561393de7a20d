"""Values of BibTeX fields: names, lists, addresses, dates and keys, written so that what BibTeX, biber or
the reader of this catalogue would take apart stays whole."""

import re
from collections.abc import Iterable

from catalogue.exports.latex import escape
from catalogue.model import Name

_AND = re.compile(r"\band\b", re.IGNORECASE)
_KEY = re.compile(r"""[\s{}(),="'#%~\\@]""")
_UNBALANCED = {"{": "%7B", "}": "%7D", "\\": "%5C"}
_SPLITTING = re.compile(r"[,{}=\\~\"]|\band\b", re.IGNORECASE)

UNKNOWN = "{}"
"""Stands in a list for a name that is not known, and in a field for what biblatex demands but the source
does not state: biber is content, and readers see nothing."""


def key(source: str) -> str:
    """A key that BibTeX can hold: the letters it cannot are written as `_` and their number in
    hexadecimal. Nearly every key stays as it is.

    >>> key("doe:2020/a"), key("доклад 1")
    ('doe:2020/a', 'доклад_201')
    """
    return _KEY.sub(lambda match: f"_{ord(match.group()):x}", source)


def verbatim(source: str) -> str:
    """An address, DOI or path; braces, which BibTeX counts, in percent-encoding."""
    return re.sub(r"[{}\\]", lambda match: _UNBALANCED[match.group()], source)


def names(people: Iterable[Name], *, others: bool, extended: bool = False) -> str:
    """A list of names. With `extended`, biblatex's `family=…, given=…` is used where the ordinary form
    would be read as other parts; without it, such a part is braced."""
    written = [name(person, extended=extended) for person in people]
    return " and ".join([*written, *(["others"] if others else [])])


def name(person: Name, *, extended: bool = False) -> str:
    """A name in parts, or in braces where it has none.

    >>> name(Name(family="Goethe", given="Johann Wolfgang", prefix="von"))
    'von Goethe, Johann Wolfgang'
    >>> name(Name(literal="Simon and Schuster"))
    '{Simon and Schuster}'
    """
    if person == Name():
        return UNKNOWN
    if person.literal:
        return f"{{{escape(person.literal)}}}"
    if _is_ordinary(person):
        return person.inverted
    parts = {"family": person.family, "given": person.given, "prefix": person.prefix, "suffix": person.suffix}
    if extended:
        return ", ".join(f"{part}={{{escape(value)}}}" for part, value in parts.items() if value)
    if not person.given and not person.suffix:
        return f"{{{escape(person.display)}}}"
    family = " ".join(part for part in (person.prefix, _family(person.family)) if part)
    return ", ".join(part for part in (family, _whole(person.suffix), _whole(person.given)) if part)


def _is_ordinary(person: Name) -> bool:
    """Whether `prefix family, suffix, given` is read back as just that."""
    parts = (person.family, person.given, person.prefix, person.suffix)
    # Initials in the place of a family name would make a reader guess.
    if (
        not person.family
        or "." in person.family
        or any(_SPLITTING.search(part) or escape(part) != part for part in parts)
    ):
        return False
    if not person.given:
        return (
            person.family == person.inverted and " " not in person.family and not person.family[0].islower()
        )
    # biber takes even the last small word before a comma for a prefix.
    return all(word[0].islower() for word in person.prefix.split()) and not any(
        word[0].islower() for word in person.family.split()
    )


def _family(part: str) -> str:
    return f"{{{escape(part)}}}" if any(word[0].islower() for word in part.split()) else _whole(part)


def _whole(part: str) -> str:
    written = escape(part)
    return f"{{{written}}}" if _SPLITTING.search(part) else written


def literals(latex: str) -> str:
    """A list joined by "and", such as publishers, of a text that parts its items by semicolons; an item that
    holds that word stands in braces.

    >>> literals("Simon and Schuster; Wiley")
    '{Simon and Schuster} and Wiley'
    """
    items = latex.split("; ")
    # A semicolon inside braces parts nothing.
    if any(not item.strip() or item.count("{") != item.count("}") for item in items):
        items = [latex]
    return " and ".join(f"{{{item}}}" if _AND.search(item) else item for item in items)


def keyword(latex: str) -> str:
    """A keyword, in braces where it holds what keywords are split at."""
    return f"{{{latex}}}" if re.search("[,;]", latex) else latex


def pages(source: str) -> str:
    """Pages with `--` in ranges."""
    return escape(source.replace("–", "\0")).replace("\0", "--")
