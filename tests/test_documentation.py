"""The documentation says what the code does."""

import re
from pathlib import Path

import click
import pytest

from catalogue.cli import main
from catalogue.exports import formats
from catalogue.settings import settings_table
from tests.gallery import FOLDER, INVENTED, MOST, PICTURES, table

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


DOCUMENTS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "data/README.md", "catalogue/deploy/README.md")


def test_every_setting_is_documented() -> None:
    assert settings_table() in README


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_command_and_option_is_documented(command: str) -> None:
    line = next(line for line in README.splitlines() if line.startswith(f"catalogue {command}"))
    options = [
        max(option.opts, key=len)
        for option in main.commands[command].params
        if isinstance(option, click.Option)
    ]
    assert [option for option in options if option not in line] == []


def test_every_module_has_its_place_on_the_map() -> None:
    modules = {path.name for path in (ROOT / "catalogue").glob("*.py")} - {"__init__.py"}
    assert {name for name in modules if name not in CONTRIBUTING} == set()


@pytest.mark.parametrize("document", DOCUMENTS)
def test_links_between_files_lead_somewhere(document: str) -> None:
    # A link in code is an example.
    text = re.sub(r"`[^`\n]*`", "", (ROOT / document).read_text(encoding="utf-8"))
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link]
    assert [link for link in links if not ((ROOT / document).parent / link).exists()] == []


def test_every_picture_is_shown_and_small() -> None:
    assert table() in README
    files = [FOLDER / f"{picture.name}.webp" for picture in (*PICTURES, *INVENTED)]
    assert [file.name for file in files if file.stat().st_size > MOST] == []


def test_every_export_format_is_documented() -> None:
    assert [own.suffix for own in formats() if f"`{own.suffix}`" not in README] == []
