"""The commands of the guide for servers do what it says, in the order that it says."""

import re
import shlex
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from catalogue.ledger import open_ledger
from tests.packaging.sites import DEPLOY

GUIDE = (DEPLOY / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^ *```sh\n(.*?)^ *```", GUIDE, re.MULTILINE | re.DOTALL)


def block(containing: str) -> list[str]:
    """The commands of the one block that contains a text."""
    (found,) = (each for each in BLOCKS if containing in each)
    return [line.strip() for line in found.splitlines()]


def test_the_backup_is_whole_while_a_build_writes(tmp_path: Path) -> None:
    ledger, backup = tmp_path / "ledger.sqlite", tmp_path / "backup.sqlite"
    with open_ledger(ledger):
        pass
    (line,) = (each for each in block(".backup(") if ".backup(" in each)
    python, *arguments = shlex.split(line.removeprefix("runuser -u catalogue -- "))[:-2]

    with closing(sqlite3.connect(ledger)) as building:
        building.execute("INSERT INTO facts VALUES ('unfinished', '')")
        subprocess.run([python.replace("python3", sys.executable), *arguments, ledger, backup], check=True)

    with closing(sqlite3.connect(backup)) as copied:
        assert copied.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert copied.execute("SELECT count(*) FROM facts WHERE name = 'unfinished'").fetchone() == (0,)


def test_the_program_is_renewed_by_its_owner_and_builds_before_its_workers_change() -> None:
    commands = block("pull --ff-only")
    steps = ["pull", "make", "publish.sh", "restart catalogue-citations", "reload catalogue"]
    assert [step in command for step, command in zip(steps, commands, strict=True)] == [True] * len(steps)
    assert [each for each in commands[:3] if not each.startswith("runuser -u catalogue -- ")] == []
