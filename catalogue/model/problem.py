"""What is wrong with the data, as a value: where, how bad, and what to do.

Bad data never raises beyond the entry that holds it; it becomes a `Problem` that `catalogue check`
prints, the build reports and the status page shows.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum


class Severity(StrEnum):
    """An error keeps an entry (or a file) out; a warning costs less, and names what; a notice informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend.

    `path` is relative to the data folder, in POSIX form ("" where no file is to blame); `line` and
    `column` count from 1 and are 0 where unknown. `code` names the kind of problem and `subject` what
    it is about (a field, a command), so that those of one kind can be summed. `count` is how many this
    one stands for.
    """

    path: str
    line: int
    column: int
    severity: Severity
    code: str
    message: str
    advice: str = ""
    key: str = ""
    subject: str = ""
    count: int = 1

    @property
    def place(self) -> str:
        """`file:line:column`, as far as known."""
        numbers = [str(number) for number in (self.line, self.column) if number]
        return ":".join([self.path or "(catalogue)", *numbers])


def summarise(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sums the warnings of one kind in one file, in reading order; errors stay one by one."""
    groups: dict[tuple[str, str, str], list[Problem]] = defaultdict(list)
    single = []
    for problem in problems:
        if problem.severity is Severity.ERROR:
            single.append(problem)
        else:
            groups[problem.path, problem.code, problem.subject].append(problem)
    summed = [replace(min(group), count=sum(problem.count for problem in group)) for group in groups.values()]
    return tuple(sorted(single + summed))
