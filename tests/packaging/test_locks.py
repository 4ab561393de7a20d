"""What is installed is what was locked: by hash, from wherever, and all that pyproject.toml asks for."""

import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.packaging.sites import PROJECT

PYPROJECT = tomllib.loads((PROJECT / "pyproject.toml").read_text())
EXTRAS = PYPROJECT["project"]["optional-dependencies"]
RUNTIME = [*PYPROJECT["project"]["dependencies"], *EXTRAS["node"], *PYPROJECT["build-system"]["requires"]]
NPM_LOCK = json.loads((PROJECT / "package-lock.json").read_text())


def pins(path: Path) -> dict[str, str]:
    """The locked version of each distribution."""
    return dict(re.findall(r"^([\w.-]+)==(\S+)", path.read_text(), re.MULTILINE))


LOCKS = ["requirements.lock", "requirements-dev.lock"]
LOCKED = pins(PROJECT / "requirements.lock")
LOCKED_DEV = pins(PROJECT / "requirements-dev.lock")


@pytest.mark.parametrize("wanted", RUNTIME)
def test_what_runs_is_locked_at_a_version_that_will_do(wanted: str) -> None:
    requirement = Requirement(wanted)

    assert requirement.specifier.contains(LOCKED[canonicalize_name(requirement.name)])


@pytest.mark.parametrize("wanted", EXTRAS["dev"])
def test_what_tests_is_locked_at_a_version_that_will_do(wanted: str) -> None:
    requirement = Requirement(wanted)

    assert requirement.specifier.contains(LOCKED_DEV[canonicalize_name(requirement.name)])


def test_tests_run_with_what_is_served() -> None:
    assert {name: LOCKED_DEV.get(name) for name in LOCKED} == LOCKED


@pytest.mark.parametrize("name", LOCKS)
def test_every_distribution_has_a_hash(name: str) -> None:
    text = (PROJECT / name).read_text()

    assert re.findall(r"^[\w.-]+==\S+(?! \\\n +--hash=sha256:)$", text, re.MULTILINE) == []


@pytest.mark.parametrize("name", [*LOCKS, ".npmrc"])
def test_no_address_is_recorded(name: str) -> None:
    assert "://" not in (PROJECT / name).read_text()


def test_no_npm_package_says_where_it_came_from() -> None:
    # Where its authors ask for money is no address of a registry.
    stated = [{**package, "funding": ""} for package in NPM_LOCK["packages"].values()]

    assert "://" not in json.dumps(stated)


@pytest.mark.parametrize("name", json.loads((PROJECT / "package.json").read_text())["dependencies"])
def test_every_npm_package_is_locked_by_hash(name: str) -> None:
    assert NPM_LOCK["packages"][f"node_modules/{name}"]["integrity"].startswith("sha512-")


@pytest.mark.skipif(not (PROJECT / ".git").exists(), reason="this is not a clone")
def test_nothing_of_others_is_committed() -> None:
    committed = subprocess.run(["git", "ls-files"], cwd=PROJECT, capture_output=True, text=True, check=True)

    assert not re.search(r"(^|/)(vendor|node_modules)/|\.mo$", committed.stdout, re.MULTILINE)
