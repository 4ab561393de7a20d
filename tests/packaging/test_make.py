"""The two commands: what the Makefile says when it can't go on, and when it has nothing to do."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.packaging.sites import PROJECT

MAKEFILE = (PROJECT / "Makefile").read_text()
MADE = (".venv", "catalogue/static/vendor", "catalogue/citations/vendor")
"""Folders that steps make, besides what they put there."""
OLD_PYTHON = "#!/bin/sh\ncase $1 in -V) echo Python 3.9.2 ;; *) exit 1 ;; esac\n"


def machine(root: Path, *commands: str) -> Path:
    """A folder of programs with only these (found on this machine), to be all of a PATH."""
    programs = root / "bin"
    programs.mkdir()
    for name in commands:
        found = shutil.which(name)
        assert found, f"{name} is needed here"
        (programs / name).symlink_to(found)
    return programs


def program(folder: Path, name: str, text: str) -> None:
    """A program of our own in this folder."""
    (folder / name).write_text(text)
    (folder / name).chmod(0o755)


def run(*command: str, within: Path, path: Path) -> subprocess.CompletedProcess[str]:
    """Runs a command that sees only the programs of `path`."""
    found = shutil.which(command[0], path=str(path))
    assert found
    return subprocess.run(
        [found, *command[1:]],
        cwd=within,
        env={"PATH": str(path), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A folder with what make reads, and nothing made yet."""
    folder = tmp_path / "clone"
    (folder / ".ci").mkdir(parents=True)
    for name in (
        *("Makefile", "pyproject.toml", "requirements.lock", "requirements-dev.lock"),
        *("package.json", "package-lock.json", ".npmrc", ".ci/run"),
    ):
        shutil.copy(PROJECT / name, folder / name)
    return folder


def test_a_python_that_is_too_old_is_named(clone: Path, tmp_path: Path) -> None:
    path = machine(tmp_path, "make", "sh", "touch")
    program(path, "python3", OLD_PYTHON)

    done = run("make", "install", within=clone, path=path)

    assert "No Python 3.11 or later with venv was found (python3: Python 3.9.2)" in done.stderr


def test_no_python_at_all_fails(clone: Path, tmp_path: Path) -> None:
    done = run("make", "install", within=clone, path=machine(tmp_path, "make", "sh", "touch"))

    assert done.returncode != 0


def test_a_made_environment_is_not_made_again(clone: Path, tmp_path: Path) -> None:
    path = machine(tmp_path, "make", "sh", "touch")
    run("make", "--touch", "install", within=clone, path=path)
    for made in MADE:
        (clone / made).mkdir(parents=True, exist_ok=True)
    run("make", "--touch", "install", within=clone, path=path)

    done = run("make", "install", within=clone, path=path)

    assert done.stdout == "make: Nothing to be done for 'install'.\n", done.stderr


def test_a_newer_lock_is_installed(clone: Path, tmp_path: Path) -> None:
    path = machine(tmp_path, "make", "sh", "touch")
    for made in MADE:
        (clone / made).mkdir(parents=True)
    run("make", "--touch", "install", within=clone, path=path)
    (clone / "requirements.lock").touch()

    done = run("make", "--dry-run", "install", within=clone, path=path)

    assert "--require-hashes -r requirements.lock" in done.stdout


@pytest.mark.parametrize("target", re.findall(r"^([a-z-]+):(?!.*=)", MAKEFILE, re.MULTILINE))
def test_help_names_every_target(target: str) -> None:
    done = subprocess.run(
        ["make", "--no-print-directory", "help"], cwd=PROJECT, capture_output=True, text=True, check=True
    )

    assert f"make {target} " in done.stdout


def test_ci_fails_when_debian_brings_nothing(clone: Path, tmp_path: Path) -> None:
    path = machine(tmp_path, "bash", "dirname", "id", "make")
    program(path, "apt-get", "#!/bin/sh\nexit 100\n")
    program(path, "sudo", '#!/bin/sh\nshift\nexec "$@"\n')

    done = run("bash", ".ci/run", within=clone, path=path)

    assert done.returncode == 100, done.stderr


def test_ci_names_what_is_still_absent(clone: Path, tmp_path: Path) -> None:
    path = machine(tmp_path, "bash", "dirname", "id", "make", "true")
    program(path, "apt-get", "#!/bin/sh\nexit 0\n")
    program(path, "sudo", '#!/bin/sh\nshift\nexec "$@"\n')

    done = run("bash", ".ci/run", within=clone, path=path)

    assert "Still absent after the installation: git chromium pandoc" in done.stderr


def test_ci_fails_when_a_test_fails(clone: Path, tmp_path: Path) -> None:
    path = machine(tmp_path, "bash", "sh", "dirname", "make")
    program(path, "python3", f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    for name in ("git", "chromium", "pandoc", "bib2xml", "biber", "bibtex", "bibclean", "java", "hunspell"):
        program(path, name, "#!/bin/sh\n")
    program(path, "fc-list", "#!/bin/sh\necho a font\n")
    (clone / "Makefile").write_text("test:\n\t@false\n")

    done = run("bash", ".ci/run", within=clone, path=path)

    assert done.returncode == 2, done.stderr
