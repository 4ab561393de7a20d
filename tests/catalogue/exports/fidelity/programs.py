"""Calls of the programs that judge the exports."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pypandoc

ROOT = Path(__file__).resolve().parents[4]
PANDOC = pypandoc.get_pandoc_path()
"""That of the package `pypandoc-binary`, which reads more formats than older ones that a system may have."""

NODE = shutil.which("node", path=os.pathsep.join([str(Path(sys.prefix) / "bin"), os.environ.get("PATH", "")]))
CITATION_JS = ROOT / "node_modules" / "citation-js"


def output(command: list[str], source: str = "", *, folder: Path | None = None) -> str:
    """What a command prints, given a text; AssertionError with its complaint where it fails."""
    run = subprocess.run(command, input=source.encode(), capture_output=True, check=False, cwd=folder)
    assert run.returncode == 0, f"{command[0]} failed: {run.stderr.decode(errors='replace')}"
    return run.stdout.decode().removeprefix("\ufeff")
