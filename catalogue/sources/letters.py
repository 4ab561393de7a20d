"""Letters that look right and are not: found, named and put right.

Three mistakes are common where Cyrillic is typed or converted. A word mixes scripts, because a keyboard
lacked і or ә and the Latin letter looked the same. A text in one of the 8-bit Kazakh encodings (KZ-1048,
PT154) was read as Windows-1251, so that Kazakh letters appear as Serbian, Macedonian or Ukrainian ones.
UTF-8 was read as an 8-bit encoding. Search finds none of these words, so the record carries the repaired
text, and a warning shows what to write. Legitimate neighbours of scripts (`IT-технология`, `COVID-19-ға`,
`SMSка`) are let be: only letters that are joined, and can all be read in one script, are repaired.
"""

from collections.abc import Iterator
from dataclasses import replace

from catalogue.model import Problem, Severity
from catalogue.sources import languages
from catalogue.sources.letter_repairs import Reason, Repair, legacy_words, misread_utf8, mixed_words
from catalogue.sources.raw import Plain, RawEntry, RawField

_NOT_TEXT = frozenset(
    """access accessed added aliases arxiv archiveprefix crossref date date-added date-modified doi
    edition eid embargo eprint eprinttype event-date eventdate file files handle hdl ids isbn issn
    issue issued jel jstor langid language license links modified month mrnti number orcid page pages
    pmcid pmid project projects ror scopus udc url urldate volume wos xdata year""".split()
)
_LANGUAGES = ("language", "langid")
_MOST_WORDS = 5
_MESSAGES = {
    Reason.MIXED: ("mixed-letters", "Latin and Cyrillic letters stand in one word"),
    Reason.LEGACY: ("legacy-letters", "Kazakh letters were lost in an old 8-bit encoding"),
    Reason.MISREAD: ("misread-letters", "UTF-8 was once read in another encoding"),
}


def repairs(text: str, *, kazakh: bool = False) -> tuple[Repair, ...]:
    """The words of a text that need repair, in their order; `kazakh` says that its language is known.

    >>> repairs("Қазақ бiлiмi")[0].repaired
    'білімі'
    """
    if text.isascii():
        return ()
    found: list[Repair] = []
    for own in (misread_utf8(text), legacy_words(text, kazakh), mixed_words(text, kazakh)):
        taken = {place for earlier in found for place in range(earlier.start, earlier.end)}
        found += [new for new in own if taken.isdisjoint(range(new.start, new.end))]
    return tuple(sorted(found, key=lambda own: own.start))


def repair(text: str, *, kazakh: bool = False) -> str:
    """The text with every repair made."""
    return _applied(text, repairs(text, kazakh=kazakh))


def repaired(raw: RawEntry) -> tuple[RawEntry, tuple[Problem, ...]]:
    """An entry with the letters of its texts put right, and a warning for each kind of repair in a field.

    Addresses, identifiers, dates and names of files stay as they are.
    """
    if all(isinstance(field.value, str) and field.value.isascii() for field in raw.fields):
        return raw, ()
    kazakh = any(_says_kazakh(field.value) for field in raw.fields if field.name.casefold() in _LANGUAGES)
    fields: list[RawField] = []
    problems: list[Problem] = []
    for field in raw.fields:
        made: list[Repair] = []
        if _is_text(field.name) and not isinstance(field.value, tuple):
            in_kazakh = languages.read(field.name.rpartition("_")[2]) == "kk" if "_" in field.name else kazakh
            value = _walk(field.value, in_kazakh, made)
            if made and value is not None:
                field = replace(field, value=value)
                problems += _warnings(raw, field, made)
        fields.append(field)
    return (replace(raw, fields=tuple(fields)) if problems else raw), tuple(problems)


def _is_text(name: str) -> bool:
    base, _, annotation = name.casefold().partition("+an")
    return base not in _NOT_TEXT and annotation.lstrip(":") not in _NOT_TEXT


def _walk(value: Plain, kazakh: bool, made: list[Repair]) -> Plain:
    """The value with its strings repaired; what was repaired is added to `made`."""
    if isinstance(value, str):
        own = repairs(value, kazakh=kazakh)
        made += own
        return _applied(value, own)
    if isinstance(value, list):
        return [_walk(item, kazakh, made) for item in value]
    if isinstance(value, dict):
        return {
            name: _walk(item, languages.read(name) == "kk" if languages.from_tag(name) else kazakh, made)
            if _is_text(name)
            else item
            for name, item in value.items()
        }
    return value


def _applied(text: str, found: tuple[Repair, ...]) -> str:
    parts, at = [], 0
    for own in found:
        parts += [text[at : own.start], own.repaired]
        at = own.end
    return "".join([*parts, text[at:]])


def _says_kazakh(value: object) -> bool:
    items = value if isinstance(value, list) else [value]
    return any(isinstance(item, str) and languages.read(item) == "kk" for item in items)


def _warnings(raw: RawEntry, field: RawField, made: list[Repair]) -> Iterator[Problem]:
    for reason, (code, message) in _MESSAGES.items():
        words = list(dict.fromkeys((own.word, own.repaired) for own in made if own.reason is reason))
        if not words:
            continue
        wrong, right = (_listed([pair[side] for pair in words]) for side in (0, 1))
        yield raw.problem(
            Severity.WARNING,
            code,
            f"{message}: {wrong}. The catalogue shows it repaired.",
            f"Write {right}.",
            at=field.place,
            subject=field.name,
        )


def _listed(words: list[str]) -> str:
    shown = ", ".join(f"`{word}`" for word in words[:_MOST_WORDS])
    rest = len(words) - _MOST_WORDS
    return f"{shown} and {rest} more" if rest > 0 else shown
