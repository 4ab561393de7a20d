"""The examples in docstrings are true."""

import doctest
import importlib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def with_examples() -> list[str]:
    """The modules of both packages that show an example."""
    paths = [path for package in ("catalogue", "index") for path in sorted((ROOT / package).glob("**/*.py"))]
    shown = [path.relative_to(ROOT).with_suffix("") for path in paths if ">>> " in path.read_text("utf-8")]
    return [".".join(path.parts).removesuffix(".__init__") for path in shown]


@pytest.mark.parametrize("name", with_examples())
def test_the_examples_of_a_module_are_true(name: str) -> None:
    results = doctest.testmod(importlib.import_module(name))
    assert (results.failed, results.attempted > 0) == (0, True)
