"""The table of what each reader lost, printed when all tests are done."""

from collections.abc import Iterator

import pytest

from tests.catalogue.exports.fidelity.matrix import BENCH, FIELDS, OWN, Outcome, Report

_REPORT = pytest.StashKey[Report]()


@pytest.fixture
def report(pytestconfig: pytest.Config) -> Report:
    """Where outcomes are put for the table."""
    return pytestconfig.stash.setdefault(_REPORT, {})


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    found = config.stash.get(_REPORT, {})
    if found:
        terminalreporter.section("what each reader lost of the exports")
        for line in _lines(found):
            terminalreporter.write_line(line)


def _lines(found: Report) -> Iterator[str]:
    yield f"{'reader':12} {'format':15}" + "".join(
        f"{f'{name}: records':>19} {_heads()}" for name in (OWN, BENCH)
    )
    for reader in dict.fromkeys(reader for reader, _ in found):
        cells = (_cells(found.get((reader, name))) for name in (OWN, BENCH))
        yield f"{reader.name:12} {reader.form:15}" + "".join(cells)


def _heads() -> str:
    return " ".join(f"{field + 's':>8}".replace("ss", "s") for field in FIELDS)


def _cells(one: Outcome | None) -> str:
    if one is None:
        return ""
    return f"{one.given:19} " + " ".join(f"{one.count(field):8}" for field in FIELDS)
