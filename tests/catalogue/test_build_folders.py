"""What a build needs around it: a state folder of its own, a data folder, and time to finish."""

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from catalogue import build as building
from catalogue.build import BuildRunningError
from catalogue.errors import CatalogueError
from tests.catalogue.conftest import Desk


@pytest.fixture
def library(desk: Desk) -> Desk:
    desk.write("books.bib", "@book{walls, title = {On Walls}}")
    desk.build()
    return desk


def test_only_one_build_runs_at_a_time(library: Desk) -> None:
    with building._alone(library.settings.state, wait=False), pytest.raises(BuildRunningError):
        building.build(library.settings, wait=False)


def test_a_state_folder_that_cannot_be_is_named(library: Desk, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CatalogueError, match=r"file/state cannot be used: .*CATALOGUE_STATE"):
        building.build(replace(library.settings, state=tmp_path / "file" / "state"))


def test_the_state_is_for_its_owner_only(library: Desk) -> None:
    assert library.settings.state.stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(os.getuid() != 0, reason="only root can give a folder away")
def test_a_state_folder_that_others_may_write_to_is_refused(library: Desk) -> None:
    os.chown(library.settings.state, 12345, 12345)
    library.settings.state.chmod(0o777)
    with pytest.raises(CatalogueError, match="Others may write"):
        library.build()


def test_a_missing_data_folder_is_named(desk: Desk) -> None:
    desk.settings.data.rmdir()
    with pytest.raises(CatalogueError, match="CATALOGUE_DATA"):
        desk.build()


def test_a_build_that_is_killed_leaves_a_good_generation(desk: Desk) -> None:
    """Kills a build at many moments; readers find the last generation or the next."""
    command = [sys.executable, "-c", "from catalogue.cli import main; main(['index'])"]
    environment = os.environ | {
        "CATALOGUE_DATA": str(desk.settings.data),
        "CATALOGUE_STATE": str(desk.settings.state),
        "PYTHONPATH": str(Path(__file__).resolve().parents[2]),
    }
    desk.write("a.bib", "@book{first, title = {The First}}")
    desk.build()
    for attempt in range(20):
        entries = (f"@book{{k{number}, title = {{Edition {attempt}}}}}\n" for number in range(300))
        desk.write("a.bib", "@book{first, title = {The First}}" + "".join(entries))
        process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
        time.sleep(0.25 + attempt * 0.06)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert desk.record("first") is not None
        assert (
            len({str(desk.record(f"k{number}") and desk.record(f"k{number}").title) for number in (0, 299)})
            == 1
        )
    desk.build()
    assert len(desk.fingerprints()) == 301
