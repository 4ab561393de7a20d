"""The words of a BibTeX name, and what can be told from a word alone.

BibTeX splits at white space and `~` outside braces, at commas into parts, and calls a word lower case
by its first letter; a group in braces has no case, save a "special character" such as `{\\'e}`.
"""

import re
from collections.abc import Iterator

from catalogue.sources.latex import to_plain

_BRACE_OR_BACKSLASH = re.compile(r"[\\{}]")
_AND = re.compile(r"(?<!\S)and(?!\S)", re.IGNORECASE)
OTHER_CONJUNCTIONS = re.compile(r"(?<!\S)(?:и|және|[мбп]ен|\\?&)(?!\S)")
"""What authors in our region write for `and`; also what stands within the names of organisations."""
_GAP = re.compile(r"[\s~]*[ \t\r\n~\xa0](?![\s~])")
_PIECE = re.compile(r"(?:\\\s|[\s~])+|\\.|[{},;]|[^\\{},;\s~]+|\\", re.DOTALL)
_INITIALS = re.compile(r"(?:[^\W\d_][^\W\d_]?\.-?)+")
_ABBREVIATED = frozenset({"jr.", "sr.", "st.", "dr.", "mr.", "ms.", "co."})
_PATRONYMIC_WORD = re.compile(r"-?(?:[ұу]лы|[қк]ызы|о[гғ]лы|уулу|uly|[qk][yı]zy|o[gğ]l[yu])", re.IGNORECASE)
_KAZAKH_PATRONYMIC = re.compile(r".+(?:[ұу]лы|[қк]ызы|о[гғ]лы|уулу|uly|[qk][yı]zy|ogly|oğlu)", re.IGNORECASE)
_RUSSIAN_PATRONYMIC = re.compile(r".+(?:[оеё]вич|ьич|[оеё]вна|инична|ична)", re.IGNORECASE)

Words = list[str]
"""LaTeX, as written."""


def split_names(source: str, conjunction: re.Pattern[str] = _AND) -> list[str]:
    """The names of a list, at `and` (or another word) outside braces, in any case of letters.

    >>> split_names("Knuth, Donald E. and {Simon and Schuster}")
    ['Knuth, Donald E.', '{Simon and Schuster}']
    """
    names: list[str] = []
    start = 0
    for begin, end in _conjunctions(source, conjunction):
        names.append(source[start:begin].strip())
        start = end
    names.append(source[start:].strip())
    return names


def _conjunctions(source: str, conjunction: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    # White space must stand on both sides; `~` is none, it ties a name together.
    if not _BRACE_OR_BACKSLASH.search(source):
        yield from (word.span() for word in conjunction.finditer(source))
        return
    after_space = True
    for piece, depth in _pieces(source):
        text = piece.group()
        if depth == 0 and after_space and conjunction.fullmatch(text):
            following = source[piece.end() : piece.end() + 1]
            if not following or following.isspace():
                yield piece.span()
        after_space = text.isspace()


def split_parts(name: str, separator: str = ",") -> list[str]:
    """A name cut at commas (or another sign) outside braces."""
    if not _BRACE_OR_BACKSLASH.search(name):
        return name.split(separator)
    parts = [""]
    for piece, depth in _pieces(name):
        text = piece.group()
        if depth == 0 and text == separator:
            parts.append("")
        else:
            parts[-1] += text
    return parts


def split_words(part: str) -> Words:
    """The words of a part of a name."""
    if not _BRACE_OR_BACKSLASH.search(part):
        return [word for word in _GAP.split(part) if word]
    words = [""]
    for piece, depth in _pieces(part):
        text = piece.group()
        if depth == 0 and text[-1] in " \t\r\n~\xa0" and text != "\\~":
            words.append("")
        else:
            words[-1] += text
    return [word for word in words if word]


def is_lower(word: str) -> bool:
    """Whether BibTeX takes the word for a particle: its first letter with a case is a small one.

    Words that end a patronymic (ұлы, қызы) are no particles.
    """
    letters = _outside_groups(word)
    first = next((letter for letter in letters if letter.isalpha()), "")
    return first.islower() and not _PATRONYMIC_WORD.fullmatch(letters)


def is_initials(word: str) -> bool:
    """Whether a word (decoded) holds nothing but initials, as `Н.А.` or `Yu.`."""
    if not _INITIALS.fullmatch(word) or word.lower() in _ABBREVIATED:
        return False
    return all(initial[0].isupper() for initial in re.split(r"[.-]+", word) if initial)


def is_kazakh_patronymic(word: str) -> bool:
    """Whether a word (decoded) is a patronymic in -ұлы or -қызы, or that ending alone."""
    return bool(_KAZAKH_PATRONYMIC.fullmatch(word) or _PATRONYMIC_WORD.fullmatch(word))


def is_russian_patronymic(word: str) -> bool:
    """Whether a word (decoded) looks like a patronymic in -ович or -овна (it may be a family name)."""
    return bool(_RUSSIAN_PATRONYMIC.fullmatch(word))


def space_initials(initials: str) -> str:
    """`Н. А.` of `Н.А.`; the parts of a double name stay together, as in `J.-P.`.

    >>> space_initials("Н.А.")
    'Н. А.'
    """
    return re.sub(r"\.(?=[^\s.-])", ". ", initials)


def _pieces(source: str) -> Iterator[tuple[re.Match[str], int]]:
    """What a name is made of, with the number of braces open behind each piece."""
    depth = 0
    for piece in _PIECE.finditer(source):
        depth = max(depth + {"{": 1, "}": -1}.get(piece.group(), 0), 0)
        yield piece, depth


def _outside_groups(word: str) -> str:
    """A word decoded, without groups that have no case."""
    if "{" not in word and "\\" not in word:
        return word
    kept = []
    special = False
    for piece, depth in _pieces(word):
        text = piece.group()
        if text == "{" and depth == 1:
            special = word.startswith("\\", piece.end())
        if special or (depth == 0 and text != "}"):
            kept.append(text)
        if depth == 0:
            special = False
    return to_plain("".join(kept))
