"""The text of a BibTeX file under reading: places by offset, and problems at them."""

import re
from bisect import bisect_right

from catalogue.model import Problem, Severity
from catalogue.sources.raw import Place


class BibtexFile:
    """A decoded text, the path that problems call it by, and where its lines start."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def place(self, offset: int) -> Place:
        """Line and column of a character."""
        line = bisect_right(self._starts, offset)
        return Place(line, offset - self._starts[line - 1] + 1)

    def error(self, offset: int, code: str, message: str, advice: str, *, key: str) -> Problem:
        """Something that keeps an entry out."""
        line, column = self.place(offset)
        return Problem(self.path, line, column, Severity.ERROR, code, message, advice, key)

    def warning(
        self, offset: int, code: str, message: str, advice: str, *, key: str = "", subject: str = ""
    ) -> Problem:
        """Something that was read, in a way the maintainer should know."""
        line, column = self.place(offset)
        return Problem(self.path, line, column, Severity.WARNING, code, message, advice, key, subject)
