"""The Nu HTML checker on every type of page in every language: no error, no warning."""

import json
import shutil
import subprocess
from collections import defaultdict
from pathlib import Path

import pytest
from flask import Flask

from catalogue.settings import LOCALES
from tests.browser.page_types import PAGE_TYPES

JAVA = shutil.which("java")
CHECKER = Path(__file__).resolve().parents[2] / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
EXPLAINED: dict[str, str] = {}
"""Messages that are let pass, by their text, and why."""


@pytest.fixture(scope="module")
def answers(app: Flask, tmp_path_factory: pytest.TempPathFactory) -> dict[Path, str]:
    """Every page as a file, and the address that it is the answer of."""
    folder = tmp_path_factory.mktemp("pages")
    client = app.test_client()
    addresses = [f"/{language}{address}" for address in PAGE_TYPES.values() for language in LOCALES]
    files = {}
    for number, address in enumerate(addresses):
        file = folder / f"{number}.html"
        file.write_bytes(client.get(address).data)
        files[file] = address
    return files


def test_the_checker_finds_nothing(answers: dict[Path, str]) -> None:
    if JAVA is None:
        pytest.skip("Java is not installed (Debian: apt-get install default-jre-headless)")
    if not CHECKER.is_file():
        pytest.skip("vnu-jar is not installed (npm ci)")
    command = [JAVA, "-jar", str(CHECKER), "--format", "json", "--stdout", "--exit-zero-always"]
    told = subprocess.run([*command, *map(str, answers)], capture_output=True, check=True, text=True).stdout
    found = defaultdict(list)
    for each in json.loads(told)["messages"]:
        if each["message"] not in EXPLAINED:
            address = answers[Path(each["url"].removeprefix("file:"))]
            found[f"{each['message']} {each.get('extract', '').strip()}"].append(address)
    lines = [f"{fault} at {len(where)}: {', '.join(where[:3])}" for fault, where in found.items()]
    assert lines == [], "\n".join(lines)
