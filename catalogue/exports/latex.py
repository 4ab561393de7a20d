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
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
}
_LONE_BRACES = {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"}
_OPENING = {
    MarkKind.BOLD: r"\textbf{",
    MarkKind.ITALIC: r"\textit{",
    MarkKind.SUB: r"\textsubscript{",
    MarkKind.SUP: r"\textsuperscript{",
}
_BRACE = re.compile(r"[{}]")
_FORMULA = re.compile(r"(?:\\[^()\[\]]|[^\\$])+", re.DOTALL)
_PRICE = re.compile(r"\d.*\s", re.DOTALL)


def escape(plain: str) -> str:
    """A plain string in which LaTeX finds nothing but letters.

    >>> print(escape("50% of R&D -- {so}"))
    50\\% of R\\&D -{}- \\{so\\}
    """
    return _Writer(plain, ()).escaped(0, len(plain))


def from_text(text: Text, *, case_protected: bool = True) -> str:
    """The LaTeX of a marked text, without outer braces.

    Protected capitals stand in braces unless `case_protected` is false. A formula whose source could
    not stand in a field (dollars, unbalanced braces, an empty line) is written as plain text.
    """
    marks = (mark for mark in text.marks if case_protected or mark.kind is not MarkKind.NOCASE)
    return "".join(_Writer(text.plain, tuple(marks)).pieces())


class _Writer:
    """Writes one text; marks come in reading order and well nested."""

    def __init__(self, plain: str, marks: tuple[Mark, ...]) -> None:
        self._plain = plain
        self._marks = marks
        # Escaped braces are the common spelling, but BibTeX counts them.
        self._commands = _COMMANDS | ({} if _balanced(plain) else _LONE_BRACES)

    def escaped(self, start: int, end: int) -> str:
        return _SPECIAL.sub(self._command, self._plain[start:end])

    def _command(self, match: re.Match[str]) -> str:
        found = match.group()
        if len(found) > 1:
            return "{}".join(found)
        return self._commands.get(found, f"\\{found}")

    def pieces(self) -> Iterator[str]:
        unclosed: list[Mark] = []
        at = 0
        for mark in self._marks:
            for closed in self._ended(unclosed, mark.start):
                yield self.escaped(at, closed.end) + "}"
                at = closed.end
            yield self.escaped(at, mark.start)
            at = mark.start
            if mark.kind is not MarkKind.MATH:
                yield self._opening(mark)
                unclosed.append(mark)
            elif formula := self._formula(mark):
                yield formula
                at = mark.end
        for closed in self._ended(unclosed, len(self._plain)):
            yield self.escaped(at, closed.end) + "}"
            at = closed.end
        yield self.escaped(at, len(self._plain))

    def _ended(self, unclosed: list[Mark], at: int) -> Iterator[Mark]:
        while unclosed and unclosed[-1].end <= at:
            yield unclosed.pop()

    def _opening(self, mark: Mark) -> str:
        if mark.kind is not MarkKind.NOCASE:
            return _OPENING[mark.kind]
        # A group that begins with a command is BibTeX's "special character" and protects nothing; the
        # empty group in front makes it an ordinary one.
        return "{{}" if self._begins_with_command(mark) else "{"

    def _begins_with_command(self, protected: Mark) -> bool:
        for mark in self._marks[self._marks.index(protected) + 1 :]:
            if mark.start == protected.start:
                if mark.kind in _OPENING:
                    return True
                if mark.kind is MarkKind.MATH and (formula := self._formula(mark)):
                    return formula.startswith("\\")
        return self.escaped(protected.start, protected.end).startswith("\\")

    def _formula(self, mark: Mark) -> str:
        """A formula with its delimiters, "" where its source cannot stand in a field."""
        source = self._plain[mark.start : mark.end]
        if not _FORMULA.fullmatch(source) or "\n\n" in source or not _balanced(source):
            return ""
        # Between dollars, a price could be meant, or a digit that follows.
        if _PRICE.fullmatch(source) or self._plain[mark.end : mark.end + 1].isdigit():
            return f"\\({source}\\)"
        return f"${source}$"


def _balanced(source: str) -> bool:
    depth = 0
    for brace in _BRACE.findall(source):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            return False
    return depth == 0
