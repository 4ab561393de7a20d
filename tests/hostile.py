"""Queries at the bounds of what is searched, and beyond: for tests of their work, and for the clock."""

from collections.abc import Mapping

from catalogue.concepts import Concept, Concepts

_WORDS = (
    "gender migration policy women labour rights law city border state europe asia people region work".split()
)


def _repeated(part: str, letters: int = 8000) -> str:
    return part * (letters // len(part) + 1)


HOSTILE: Mapping[str, str] = {
    "8 kB of different words": " ".join(f"w{number}" for number in range(1500)),
    "8 kB of the same words": _repeated(" ".join(_WORDS) + " "),
    "5,000 terms": " OR ".join(f"w{number}" for number in range(5000)),
    "5,000 terms that all must match": " AND ".join(f"w{number}" for number in range(5000)),
    "2,000 parentheses": "(" * 2000 + "gender" + ")" * 2000,
    "2,000 groups": "(gender OR (migration AND (policy NOT (" * 500 + "women",
    "signs": '** ) ~ "',
    "8 kB of signs": _repeated('** ) ~ " ^ : - + « ” ‘ ( '),
    "a one-letter prefix": "m*",
    "one-letter prefixes": _repeated("w* "),
    "two-letter prefixes": " ".join(f"{word[:2]}*" for word in _WORDS * 99),
    "patterns": _repeated("mi*t*i*o*n*s* "),
    "one long pattern": "mi" + "*i?" * 1300,
    "slips": " ".join(f"{word}~2" for word in _WORDS * 99),
    "2,000 names of fields": "title:" * 2000 + "gender",
    "2,000 fielded words": _repeated("ti:gender TITLE-ABS-KEY(women) PUBYEAR > 2000 "),
    "900 names of types": " ".join(f"type:w{number}" for number in range(900)),
    "a list without spaces": ",".join(_WORDS * 99),
    "2,000 operators": "AND OR NOT " * 700,
    "2,000 negations": "NOT -" * 1000 + "gender",
    "a chain of W/n": " W/9 ".join(_WORDS * 99),
    "alternatives near alternatives": " W/9 ".join(
        f'({" OR ".join(_WORDS)} OR "women work")' for _ in range(99)
    ),
    "a phrase of 1,000 words": '"' + " ".join(_WORDS * 70) + '"',
    "1,000 words near each other": '"' + " ".join(f"w{n} {w}" for n, w in enumerate(_WORDS * 35)) + '"~99',
    "initials": _repeated("A. "),
    "a compound of 1,000 parts": "-".join(_WORDS * 70),
    "quotation marks": _repeated("„‹‘"),
    "apostrophes": _repeated(" 'a'b"),
    "boosts": _repeated("gender^99 "),
    "ranges": _repeated("year:1..999999999999999 "),
    "addresses without a DOI": "1 " + _repeated("https://"),
    "citations of no key": "\\" + _repeated("cite"),
}
"""What is typed, by what is hostile about it."""


def _concept(word: str) -> Concept:
    others = [other for other in _WORDS if other != word]
    return Concept(word, {"en": (word, *map(" ".join, zip(others, others[2:], strict=False)))})


CONCEPTS = Concepts(tuple(map(_concept, _WORDS)))
"""Each of the words that occur most is a label, beside phrases of the others."""
