"""Marked, multilingual text.

A title is more than a string: some of its capitals are protected, a species name is italic, a
formula is mathematics; and it may exist in several languages. `Text` holds one passage with its
marks, `Multilingual` holds a passage in each language it is known in.

>>> title = Text("The EU at work", (Mark(MarkKind.NOCASE, 4, 6),))
>>> title.plain[4:6]
'EU'
>>> Multilingual.of({"en": title, "ru": "ЕС за работой"}).best(["ru", "en"])[0]
'ru'
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

UNDETERMINED = "und"
"""BCP 47's tag for a language that the source does not state."""

_PARAGRAPH_BREAK = re.compile(r"\s*\n[^\S\n]*\n\s*")
_LEAST_NEWLINES = 2
"""How many a text with paragraphs has."""


class MarkKind(StrEnum):
    """What a span of text is, beyond its characters."""

    BOLD = "bold"
    ITALIC = "italic"
    MATH = "math"
    """TeX source between (not including) its dollar signs."""
    NOCASE = "nocase"
    """Capitals that no style may change."""
    SUB = "sub"
    SUP = "sup"


@dataclass(frozen=True, slots=True)
class Mark:
    """A kind over the characters `start` to `end` (exclusive) of a `Text`."""

    kind: MarkKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Text:
    """A passage: Unicode in NFC, and the marks over it, well nested and in reading order.

    Raises ValueError where a mark is empty, leaves the text, crosses another, or lies in mathematics.
    """

    plain: str
    marks: tuple[Mark, ...] = ()

    def __post_init__(self) -> None:
        if not self.marks:
            return
        ordered = tuple(sorted(set(self.marks), key=_reading_order))
        _check_nesting(ordered, len(self.plain))
        object.__setattr__(self, "marks", ordered)

    @classmethod
    def of(cls, source: str) -> "Text":
        """The text of a plain string: NFC, spaces folded, blank lines kept as paragraph breaks."""
        if source.count("\n") < _LEAST_NEWLINES:
            plain = " ".join(source.split())
        else:
            paragraphs = (" ".join(part.split()) for part in _PARAGRAPH_BREAK.split(source.strip()))
            plain = "\n\n".join(part for part in paragraphs if part)
        return cls(plain if plain.isascii() else unicodedata.normalize("NFC", plain))

    def __bool__(self) -> bool:
        return bool(self.plain)

    def __str__(self) -> str:
        return self.plain


def _reading_order(mark: Mark) -> tuple[int, int, bool, MarkKind]:
    # Over the same characters mathematics is innermost, since nothing can stand inside it.
    return mark.start, -mark.end, mark.kind is MarkKind.MATH, mark.kind


def _check_nesting(marks: Iterable[Mark], length: int) -> None:
    enclosing: list[Mark] = []
    for mark in marks:
        if not 0 <= mark.start < mark.end <= length:
            raise ValueError(f"mark {mark} lies outside a text of {length} characters")
        while enclosing and enclosing[-1].end <= mark.start:
            enclosing.pop()
        if enclosing and mark.end > enclosing[-1].end:
            raise ValueError(f"marks {enclosing[-1]} and {mark} cross")
        if enclosing and enclosing[-1].kind is MarkKind.MATH:
            raise ValueError(f"mark {mark} lies inside mathematics")
        enclosing.append(mark)


@dataclass(frozen=True, slots=True)
class Multilingual:
    """A passage in each language it is known in, the record's own language first.

    `entries` pairs a BCP 47 tag (`und` where it is not known) with a text; no tag stands twice.
    """

    entries: tuple[tuple[str, Text], ...] = ()

    @classmethod
    def of(cls, source: "Mapping[str, Text | str] | Text | str | None") -> "Multilingual":
        """From a language map, or from one text whose language is not known; empty texts are left out."""
        if source is None:
            return cls()
        if isinstance(source, (str, Text)):
            source = {UNDETERMINED: source}
        texts = ((tag, text if isinstance(text, Text) else Text.of(text)) for tag, text in source.items())
        return cls(tuple((tag, text) for tag, text in texts if text))

    def __bool__(self) -> bool:
        return bool(self.entries)

    def __iter__(self) -> Iterator[tuple[str, Text]]:
        return iter(self.entries)

    @property
    def languages(self) -> tuple[str, ...]:
        """The tags, in order."""
        return tuple(tag for tag, _ in self.entries)

    def get(self, tag: str) -> Text | None:
        """The text under exactly this tag."""
        return next((text for own, text in self.entries if own == tag), None)

    def best(self, locales: Iterable[str]) -> tuple[str, Text] | None:
        """The text that the first of `locales` reads; else the one whose language is not known, which is the
        publication's own; else the first that another of `locales` reads; else the first there is. With its
        tag."""
        if len(self.entries) == 1:
            return self.entries[0]
        own = next((entry for entry in self.entries if entry[0] == UNDETERMINED), None)
        for locale in locales:
            wanted = primary_language(locale)
            exact = next((entry for entry in self.entries if entry[0] == locale), None)
            found = exact or next((e for e in self.entries if primary_language(e[0]) == wanted), None)
            if found or own:
                return found or own
        return own or (self.entries[0] if self.entries else None)


def preferred(names: Mapping[str, tuple[str, ...]], locales: Iterable[str]) -> tuple[str, str]:
    """The first of the names in the first of `locales` that has any, else in the first there is, with its
    tag. `names` are by language tag, at least one of at least one."""
    by_language = {primary_language(tag): tag for tag in reversed(tuple(names))}
    wanted = (own for locale in locales for own in (locale, by_language.get(primary_language(locale))))
    tag = next((own for own in wanted if own in names), None) or next(iter(names))
    return tag, names[tag][0]


def all_forms(names: Mapping[str, tuple[str, ...]], variants: Iterable[str]) -> tuple[str, ...]:
    """Names by language tag and further forms of them, without repetitions."""
    return tuple(dict.fromkeys((*(name for own in names.values() for name in own), *variants)))


NO_TEXT = Multilingual()
"""What is not stated in any language."""


def primary_language(tag: str) -> str:
    """The primary subtag of a BCP 47 tag: `ru` of `ru-RU`."""
    return tag.partition("-")[0].lower()
