"""When a key was first committed, where the data folder is in a git repository.

One pass over the additions of the history, oldest first; what was found is kept in the ledger, so that a
later build reads only the commits since.
"""

import os
import re
import subprocess
from dataclasses import dataclass
from datetime import date
from pathlib import Path

_COMMIT = re.compile(r"\x00(?P<commit>[0-9a-f]+) (?P<date>\d{4}-\d{2}-\d{2})")
_ADDED_KEY = re.compile(
    r"""\+\s*(?:@\s*\w+\s*[{(]\s*(?P<bibtex>[^\s,{}()"]+)\s*,|-?\s*["']?id["']?:\s*["']?(?P<yaml>[^"'\s]+))"""
)


@dataclass(frozen=True, slots=True)
class History:
    """The commit that was read up to, and the day each key was first added."""

    head: str
    first: dict[str, date]


def head(folder: Path) -> str | None:
    """The commit that a folder's repository is at; None where there is no repository, no commit, or only
    the last part of a history (a shallow clone), whose first commit is nobody's first."""
    found = _git(folder, "rev-parse", "HEAD", "--is-shallow-repository")
    lines = found.split() if found else []
    return lines[0] if len(lines) == 2 and lines[1] == "false" else None


def read_history(folder: Path, until: str, known: History | None = None) -> History | None:
    """The first commit of each key up to a commit, going on from a `known` ancestor of it.

    Where git fails there is nothing new: what is `known` stays, and the next reading goes on from there.
    """
    if known and known.head == until:
        return known
    start = (
        known
        if known and _git(folder, "merge-base", "--is-ancestor", known.head, until) is not None
        else None
    )
    span = f"{start.head}..{until}" if start else until
    log = _git(
        folder,
        *("log", "--reverse", "--no-color", "--no-ext-diff", "--no-textconv", "--unified=0", "--patch"),
        *("--format=%x00%H %as", span, "--", "."),
    )
    if log is None:
        return known
    first = dict(start.first) if start else {}
    day: date | None = None
    for line in log.splitlines():
        if commit := _COMMIT.match(line):
            day = date.fromisoformat(commit["date"])
        elif day and (added := _ADDED_KEY.match(line)):
            first.setdefault(added["bibtex"] or added["yaml"], day)
    return History(until, first)


def _git(folder: Path, *arguments: str) -> str | None:
    """What git prints, or None where it fails. A hook's own GIT_* variables would name another repository."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments],
            capture_output=True,
            check=True,
            env=environment | {"GIT_OPTIONAL_LOCKS": "0"},
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout.decode("utf-8", "replace")
