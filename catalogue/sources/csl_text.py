"""From the rich text of CSL to marked text.

CSL-JSON marks up text with a few HTML tags (citeproc-js manual, "HTML-like formatting tags"); pandoc
writes the same in CSL-YAML with its Markdown. Both are read, Markdown only where it can mean nothing
else: `2 * 3 * 4` and `x^2 + y^2` stay as they are.
"""

import re

from catalogue.model import MarkKind, Text
from catalogue.sources.marked_text import MarkedText

_SPECIAL = re.compile(r"[<\\$*^~\]]")
_TOKEN = re.compile(
    r"""
    \\(?P<escaped>[!-/:-@\[-`{-~])
  | \$(?=\S)(?P<math>[^$\n]*[^$\s\\])\$(?!\d)
  | <(?P<open>i|em|b|strong|sup|sub|sc|span(?:\s[^<>]*)?)>
  | </(?P<close>i|em|b|strong|sup|sub|sc|span)>
  | \^(?P<sup>[^\s^]+)\^
  | ~(?P<sub>[^\s~]+)~
  | (?P<bracket>\[)
  | \]\{\.(?P<class>\w+)\}
  | (?P<star>\*{1,2})
    """,
    re.VERBOSE,
)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_TAGS = {
    "b": MarkKind.BOLD,
    "strong": MarkKind.BOLD,
    "i": MarkKind.ITALIC,
    "em": MarkKind.ITALIC,
    "sub": MarkKind.SUB,
    "sup": MarkKind.SUP,
}
_DEEPEST = 16
"""How many marks may be open at a time; a text of nothing but opening tags stays cheap."""
_STARS = {"*": MarkKind.ITALIC, "**": MarkKind.BOLD}


def to_text(source: str) -> Text:
    """The text of a CSL string.

    >>> to_text('<i>Homo</i> in the <span class="nocase">EU</span>').marks[1].kind.value
    'nocase'
    """
    if not _SPECIAL.search(source):
        return Text.of(source)
    tokens = list(_TOKEN.finditer(source))
    pairs = _pairs(source, tokens)
    marked = MarkedText()
    starts: dict[int, int] = {}
    at = 0
    for number, token in enumerate(tokens):
        marked.add(source[at : token.start()])
        at = token.end()
        start = marked.length
        opener = pairs.get(number)
        if opener is None:
            _add_alone(marked, token)
        elif opener == number:
            starts[number] = start
        elif kind := _kind(tokens[opener], token):
            marked.mark(kind, starts[opener])
    marked.add(source[at:])
    return marked.build()


def unescaped(source: str) -> str:
    """An address or an identifier without the backslashes that pandoc's Markdown puts into it.

    >>> unescaped(r"https://example.org/\\~a/\\_b")
    'https://example.org/~a/_b'
    """
    return _ESCAPED.sub(r"\1", source)


def _add_alone(marked: MarkedText, token: re.Match[str]) -> None:
    """Adds what a token says by itself; what belongs to nothing is text."""
    start = marked.length
    inner = next((name for name in ("escaped", "math", "sup", "sub") if token[name]), "")
    marked.add(token[inner] if inner else token.group())
    if inner and inner != "escaped":
        marked.mark(MarkKind(inner), start)


def _pairs(source: str, tokens: list[re.Match[str]]) -> dict[int, int]:
    """Which tokens open and close something: each of both with the number of the opening one."""
    waiting: list[int] = []
    pairs: dict[int, int] = {}
    for number, token in enumerate(tokens):
        wanted = _closes(source, token)
        near = reversed(waiting[-_DEEPEST:]) if wanted else ()
        found = next((own for own in near if _name(tokens[own]) == wanted), None)
        if found is not None:
            pairs[found] = pairs[number] = found
            # What was opened in between and not closed is text.
            del waiting[waiting.index(found) :]
        elif _opens(source, token):
            waiting.append(number)
    return pairs


def _name(token: re.Match[str]) -> str:
    return (token["open"] or token["star"] or token["bracket"] or "").split(" ")[0]


def _opens(source: str, token: re.Match[str]) -> bool:
    if not token["star"]:
        return bool(token["open"] or token["bracket"])
    before, after = _around(source, token)
    return not _in_word(before) and bool(after.strip())


def _closes(source: str, token: re.Match[str]) -> str:
    """The name of what a token closes, "" for one that closes nothing."""
    if token["star"]:
        before, after = _around(source, token)
        return token["star"] if before.strip() and not _in_word(after) else ""
    return token["close"] or ("[" if token["class"] else "")


def _around(source: str, token: re.Match[str]) -> tuple[str, str]:
    start, end = token.span()
    return source[max(start - 1, 0) : start], source[end : end + 1]


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "*"


def _kind(opener: re.Match[str], closer: re.Match[str]) -> MarkKind | None:
    """What two tokens mark; None for what has no mark, such as small capitals."""
    if opener["star"]:
        return _STARS[opener["star"]]
    if opener["bracket"]:
        return MarkKind.NOCASE if closer["class"] == "nocase" else None
    name = opener["open"] or ""
    if name.startswith("span"):
        return MarkKind.NOCASE if "nocase" in name else None
    return _TAGS.get(name)
