"""What the packages import is what pyproject.toml asks for: nothing is there by another's dependency."""

import ast
import sys
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import packages_distributions

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.packaging.sites import PROJECT
from tests.packaging.test_locks import PYPROJECT

OWN = frozenset(("catalogue", "index"))
DECLARED = {canonicalize_name(Requirement(wanted).name) for wanted in PYPROJECT["project"]["dependencies"]}
DISTRIBUTIONS: Mapping[str, Sequence[str]] = packages_distributions()


def imported() -> Iterator[str]:
    """The first part of each name that a module of ours imports."""
    for path in (path for package in OWN for path in (PROJECT / package).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Import):
                yield from (alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield (node.module or "").partition(".")[0]


@pytest.mark.parametrize("name", sorted(set(imported()) - OWN - sys.stdlib_module_names))
def test_an_import_is_a_declared_dependency(name: str) -> None:
    distributions = {canonicalize_name(distribution) for distribution in DISTRIBUTIONS.get(name, ())}

    assert distributions & DECLARED
