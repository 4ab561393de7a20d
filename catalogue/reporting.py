"""Problems as a maintainer's tools read them: lines for a person, JSON, and GitHub's workflow commands."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path

from catalogue.model import Problem, Severity

_GITHUB_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "notice"}


def as_text(problems: Iterable[Problem], folder: Path) -> Iterator[str]:
    """`data/x.bib:3:5: warning: what is wrong [key]`, and below it what to do; then the counts."""
    problems = tuple(problems)
    for problem in problems:
        key = f" [{problem.key}]" if problem.key else ""
        more = f" (and {problem.count - 1} more of this kind in the file)" if problem.count > 1 else ""
        yield f"{_place(problem, folder)}: {problem.severity}: {problem.message}{key}{more}"
        if problem.advice:
            yield f"    {problem.advice}"
    if problems:
        yield counted(problems)


def counted(problems: Iterable[Problem]) -> str:
    """How many there are of each severity: `2 errors, 1 warning`."""
    counts: Counter[Severity] = Counter()
    for problem in problems:
        counts[problem.severity] += problem.count
    return ", ".join(
        f"{counts[severity]} {severity}{'s' if counts[severity] > 1 else ''}"
        for severity in Severity
        if counts[severity]
    )


def as_json(problems: Iterable[Problem], folder: Path) -> Iterator[str]:
    """A list of objects with the names of `Problem`; `path` starts where one stands."""
    found = [asdict(problem) | {"path": _path(problem, folder)} for problem in problems]
    yield json.dumps(found, ensure_ascii=False, indent=2)


def as_github(problems: Iterable[Problem], folder: Path) -> Iterator[str]:
    """Workflow commands, which GitHub shows beside the lines of a pull request."""
    for problem in problems:
        place = {
            "file": _path(problem, folder),
            "line": problem.line,
            "col": problem.column,
            "title": problem.code,
        }
        properties = ",".join(
            f"{name}={_escaped(str(value), ',:')}" for name, value in place.items() if value
        )
        text = _escaped(f"{problem.message} {problem.advice}".strip())
        yield f"::{_GITHUB_LEVELS[problem.severity]} {properties}::{text}"


REPORTS: Mapping[str, Callable[[Iterable[Problem], Path], Iterator[str]]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
}
"""The forms of a report, by the name that the command line gives them."""


def _path(problem: Problem, folder: Path) -> str:
    """The file from where the reader stands, whole where it lies elsewhere: terminals make links of both."""
    path, here = folder / problem.path, Path.cwd()
    below = path.relative_to(here) if path.is_relative_to(here) else path
    return below.as_posix() if problem.path else ""


def _place(problem: Problem, folder: Path) -> str:
    numbers = [str(number) for number in (problem.line, problem.column) if number]
    return ":".join([_path(problem, folder) or "(catalogue)", *numbers])


def _escaped(text: str, more: str = "") -> str:
    """As GitHub's toolkit escapes data, and in properties commas and colons as well."""
    for character in f"%\r\n{more}":
        text = text.replace(character, f"%{ord(character):02X}")
    return text
