"""The units of systemd and the configurations of servers are read by those who will read them."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest

from catalogue.exports import formats
from catalogue.settings import Settings
from catalogue.web.metadata import LINKSETS
from tests.packaging.sites import DEPLOY, PROJECT

UNITS = [
    "catalogue.service",
    "catalogue-citations.service",
    "catalogue-update.service",
    "catalogue-update.timer",
]

needs_systemd = pytest.mark.skipif(
    shutil.which("systemd-analyze") is None, reason="systemd-analyze is not installed"
)


def stand_in(path: Path) -> None:
    """An executable in the place of one that a server has."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)


@needs_systemd
def test_systemd_finds_no_fault_in_the_units(tmp_path: Path) -> None:
    for name in UNITS:
        text = (DEPLOY / name).read_text()
        (tmp_path / name).write_text(text.replace("/srv/catalogue", f"{tmp_path}/srv"))
    stand_in(tmp_path / "srv/app/.venv/bin/gunicorn")
    stand_in(tmp_path / "srv/app/.venv/bin/catalogue")

    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *(str(tmp_path / name) for name in UNITS)],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, str(tmp_path) in done.stderr) == (0, False), done.stderr


@pytest.mark.parametrize(
    "path", re.findall(r"app/(catalogue/deploy/\S+)", (DEPLOY / "catalogue-update.service").read_text())
)
def test_what_the_update_starts_is_there(path: str) -> None:
    assert (PROJECT / path).is_file()


def test_gunicorn_accepts_its_configuration(tmp_path: Path) -> None:
    (tmp_path / "toy.py").write_text("def app(environ, start_response):\n    return []\n")

    done = subprocess.run(
        [sys.executable, "-m", "gunicorn", "--check-config", "-c", DEPLOY / "gunicorn.conf.py", "toy:app"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr


def test_nginx_compresses_every_format() -> None:
    (stated,) = re.findall(r"gzip_types([^;]+);", (DEPLOY / "nginx.conf").read_text())
    sent = {each.media_type for each in formats()} | set(LINKSETS.values())
    assert sent - set(stated.split()) == set()


def test_the_example_environment_sets_only_what_is_read() -> None:
    example = (DEPLOY / "catalogue.env").read_text()
    readers = (DEPLOY / "publish.sh").read_text() + " ".join(
        f"CATALOGUE_{field.name.upper()}" for field in fields(Settings)
    )

    unread = [name for name in re.findall(r"^(\w+)=", example, re.MULTILINE) if name not in readers]

    assert unread == []


@pytest.mark.parametrize("name", ["publish.sh", "post-receive"])
def test_a_script_can_be_started(name: str) -> None:
    assert os.access(DEPLOY / name, os.X_OK)
