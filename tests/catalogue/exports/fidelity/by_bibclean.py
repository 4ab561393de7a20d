"""bibclean as a reader: it checks the syntax of BibTeX and writes the file anew, for pybtex to read."""

import subprocess
from pathlib import Path

from tests.catalogue.exports.fidelity import by_python
from tests.catalogue.exports.fidelity.facts import Facts

_COMMAND = ["bibclean", "-no-check-values", "-max-width", "0"]


def read(source: str, folder: Path) -> list[Facts]:
    """What bibclean hands on. Its status says as little of a value too long as of a broken file, so that
    errors are looked for in what it says."""
    run = subprocess.run(_COMMAND, input=source.encode(), capture_output=True, check=False)
    complaints = run.stderr.decode(errors="replace").splitlines()
    errors = [line for line in complaints if line.startswith("??") and "too long" not in line]
    assert not errors, errors
    return by_python.pybtex(run.stdout.decode(), folder)
