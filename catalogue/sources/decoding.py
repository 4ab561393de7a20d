"""From the bytes of a source file to its text.

A file should be UTF-8. One that is not is read all the same, line by line: a line that is no UTF-8 is
taken for Windows-1251 or Latin-1, whichever its bytes look like, and a `Problem` names the guess, the
first such place and the command that mends the file. Newlines of every kind become `\\n`.
"""

import re
from typing import NamedTuple

from catalogue.model import Problem, Severity

_UTF8_BOM = b"\xef\xbb\xbf"
UTF16_BOMS = (b"\xff\xfe", b"\xfe\xff")
"""What a file in UTF-16 begins with."""
_NEWLINE = re.compile(r"\r\n?")
_HIGH = re.compile(rb"[\x80-\xff]+")


class _Encoding(NamedTuple):
    codec: str
    title: str


_CYRILLIC = _Encoding("cp1251", "Windows-1251 (Cyrillic)")
_WESTERN = _Encoding("cp1252", "Latin-1 (Western European)")


def decode(content: bytes, path: str) -> tuple[str, tuple[Problem, ...]]:
    """The text of a file, without a byte order mark, and a warning where it is not UTF-8.

    Never raises: a byte that no encoding explains becomes U+FFFD.
    """
    if content.startswith(UTF16_BOMS):
        text = content.decode("utf-16", "replace")
        return _unix_newlines(text), (_problem(path, 1, 1, "UTF-16", "utf-16"),)
    content = content.removeprefix(_UTF8_BOM)
    try:
        return _unix_newlines(content.decode()), ()
    except UnicodeDecodeError as error:
        return _decode_by_line(content, error.start, path)


def _decode_by_line(content: bytes, start: int, path: str) -> tuple[str, tuple[Problem, ...]]:
    lines = content.splitlines(keepends=True)
    foreign = [line for line in lines if not _is_utf8(line)]
    encoding = _guess(b"".join(foreign))
    before = content[:start].splitlines(keepends=True)
    head = before[-1] if before and not before[-1].endswith((b"\n", b"\r")) else b""
    line = len(before) if head else len(before) + 1
    text = "".join(line.decode() if _is_utf8(line) else _lenient(line, encoding.codec) for line in lines)
    problem = _problem(path, line, len(head.decode()) + 1, encoding.title, encoding.codec)
    return _unix_newlines(text), (problem,)


def _problem(path: str, line: int, column: int, title: str, codec: str) -> Problem:
    return Problem(
        path,
        line,
        column,
        Severity.WARNING,
        "encoding",
        f"The file is not UTF-8; it is read as {title}.",
        f"Save it as UTF-8, for example with: iconv -f {codec} -t utf-8. Then compare the letters.",
        subject=codec,
    )


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


def _lenient(line: bytes, codec: str) -> str:
    try:
        return line.decode(codec)
    except UnicodeDecodeError:
        # Bytes that Windows leaves open are control characters in ISO 8859-1: nobody means them.
        return line.decode(codec, "replace")


def _guess(content: bytes) -> _Encoding:
    # A Western accent stands alone between ASCII letters; Cyrillic letters come in words.
    runs = [match.end() - match.start() for match in _HIGH.finditer(content)]
    in_words = sum(length for length in runs if length > 2)
    return _CYRILLIC if 2 * in_words > sum(runs) else _WESTERN


def _unix_newlines(text: str) -> str:
    return _NEWLINE.sub("\n", text) if "\r" in text else text
