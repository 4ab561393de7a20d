"""From text to LaTeX, as BibTeX fields hold it: the inverse of reading it.

What a letter can say stays a letter (UTF-8); only what LaTeX or BibTeX would take for something else is
written as a command. Braces are always balanced, since BibTeX counts them even behind a backslash.
"""

import re
from collections.abc import Iterator

from catalogue.model import Mark, MarkKind, Text

_SPECIAL = re.compile(r"[\\{}$&%#_^~]|--+|''+|``+|[?!]`")
_COMMANDS = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
}
_OPENING = {
    MarkKind.BOLD: r"\textbf{",
    MarkKind.ITALIC: r"\textit{",
    MarkKind.SUB: r"\textsubscript{",
    MarkKind.SUP: r"\textsuperscript{",
}
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_FORMULA = re.compile(r"(?:\\[^()\[\]]|[^\\$])+", re.DOTALL)
_INLINE = re.compile(r"(?!\d.*\s\Z)", re.DOTALL)


def escape(plain: str) -> str:
    """A plain string in which LaTeX finds nothing but letters.

    >>> print(escape("50% of R&D -- {so}"))
    50\\% of R\\&D -{}- \\textbraceleft{}so\\textbraceright{}
    """
    return _SPECIAL.sub(_escaped, plain)


def from_text(text: Text, *, case_protected: bool = True) -> str:
    """The LaTeX of a marked text, without outer braces.

    Protected capitals stand in braces unless `case_protected` is false. A formula whose source could
    not stand in a field (dollars, unbalanced braces, an empty line) is written as plain text.
    """
    marks = [mark for mark in text.marks if case_protected or mark.kind is not MarkKind.NOCASE]
    return "".join(_pieces(text.plain, marks))


def _escaped(match: re.Match[str]) -> str:
    found = match.group()
    if len(found) > 1:
        return "{}".join(found)
    return _COMMANDS.get(found, f"\\{found}")


def _pieces(plain: str, marks: list[Mark]) -> Iterator[str]:
    # Marks come in reading order and well nested: those still open form a stack.
    open_marks: list[Mark] = []
    at = 0
    for mark in [*marks, None]:
        start = mark.start if mark else len(plain)
        while open_marks and open_marks[-1].end <= start:
            closing = open_marks.pop()
            yield escape(plain[at : closing.end])
            yield "}"
            at = closing.end
        yield escape(plain[at:start])
        at = start
        if mark is None:
            return
        formula = _formula(plain, mark) if mark.kind is MarkKind.MATH else None
        if formula is not None:
            yield formula
            at = mark.end
        elif mark.kind is not MarkKind.MATH:
            yield _OPENING.get(mark.kind) or _protecting(plain, mark, marks)
            open_marks.append(mark)


def _protecting(plain: str, mark: Mark, marks: list[Mark]) -> str:
    # A group that begins with a command is BibTeX's "special character" and protects nothing; the empty
    # group in front makes it an ordinary one.
    inner = (other for other in marks if other.start == mark.start and other.end <= mark.end)
    command_first = any(other.kind not in {MarkKind.NOCASE, MarkKind.MATH} for other in inner)
    delimited = any(_formula(plain, other) for other in inner if other.kind is MarkKind.MATH)
    return "{{}" if command_first or delimited or escape(plain[mark.start]).startswith("\\") else "{"


def _formula(plain: str, mark: Mark) -> str | None:
    source = plain[mark.start : mark.end]
    if not _FORMULA.fullmatch(source) or "\n\n" in source or not _balanced(source):
        return None
    # As dollars, a price could be meant, or a digit that follows.
    if _INLINE.match(source) and not plain[mark.end : mark.end + 1].isdigit():
        return f"${source}$"
    return f"\\({source}\\)"


def _balanced(source: str) -> bool:
    depth = 0
    for match in _BRACE.finditer(source):
        depth += {"{": 1, "}": -1}.get(match.group()[-1], 0)
        if depth < 0:
            return False
    return depth == 0
