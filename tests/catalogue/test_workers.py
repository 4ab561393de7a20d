"""Work that processes share: its results, and what becomes of it where one of them dies."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from catalogue import workers as sharing
from catalogue.errors import CatalogueError
from catalogue.library import Library, read_library
from catalogue.scan import scan
from catalogue.workers import Workers, usual_jobs
from tests.catalogue.conftest import Desk

ROOT = Path(__file__).resolve().parents[2]
LARGE = 10**9
PATIENCE = 30
"""Seconds after which something that should happen at once is taken not to happen."""


def test_small_work_stays_here() -> None:
    with Workers(2) as workers:
        assert list(workers.map(os.getpid, [()], size=1)) == [os.getpid()]


def test_large_work_goes_elsewhere_and_comes_back_in_order() -> None:
    with Workers(2) as workers:
        assert os.getpid() not in set(workers.map(os.getpid, [()], size=LARGE))
        assert list(workers.map(pow, [(2, power) for power in range(40)], size=LARGE)) == [
            2**power for power in range(40)
        ]


def test_processes_take_no_modules_from_the_folder_where_they_start(tmp_path: Path) -> None:
    (tmp_path / "index").mkdir()
    (tmp_path / "index" / "__init__.py").touch()
    program = tmp_path / "program" / "main.py"
    program.parent.mkdir()
    program.write_text(
        "from catalogue.workers import Workers\n"
        "from index import Query\n"
        "if __name__ == '__main__':\n"
        f"    with Workers(2) as workers: print(*workers.map(pow, [(2, 3), (2, 4)], {LARGE}))"
    )
    done = subprocess.run(
        [sys.executable, program],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    assert (done.stdout, done.stderr) == ("8 16\n", "")


@pytest.mark.parametrize(("cores", "jobs"), [({5}, 1), ({2, 3}, 2), (set(range(96)), sharing._MOST)])
def test_there_are_as_many_as_cores_up_to_a_bound(
    monkeypatch: pytest.MonkeyPatch, cores: set[int], jobs: int
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda process: cores)
    assert usual_jobs() == jobs


def test_where_the_system_names_no_cores_they_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "sched_getaffinity")
    monkeypatch.setattr(os, "cpu_count", lambda: 3)
    assert usual_jobs() == 3


@pytest.mark.parametrize("needed", ["ensure_running", "ProcessPoolExecutor"])
def test_where_no_process_can_be_started_all_work_is_done_here(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, needed: str
) -> None:
    def refuse(*_: object, **more: object) -> None:
        raise OSError("Function not implemented")

    monkeypatch.setattr(sharing, needed, refuse)
    with Workers(2) as workers:
        for _ in range(2):
            assert list(workers.map(os.getpid, [()], size=LARGE)) == [os.getpid()]
    assert len(caplog.records) == 1


def test_a_process_that_dies_is_told_of() -> None:
    with Workers(2) as workers, pytest.raises(CatalogueError, match="CATALOGUE_JOBS=1"):
        list(workers.map(os._exit, [(1,)], size=LARGE))


def test_want_of_memory_in_another_process_is_told_of() -> None:
    with Workers(2) as workers, pytest.raises(CatalogueError, match=r"memory.*CATALOGUE_JOBS=1"):
        list(workers.map(bytes, [(sys.maxsize - 1000,)], size=LARGE))


def test_an_error_in_another_process_comes_back() -> None:
    with Workers(2) as workers, pytest.raises(ZeroDivisionError):
        list(workers.map(divmod, [(1, 0)], size=LARGE))


def test_a_library_read_by_several_is_that_read_by_one(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.write("strings.bib", "@string{hall = {Great Hall Press}}")
    for number in range(6):
        desk.write(
            f"{number}.bib",
            f"@book{{k{number}, title = {{T}}, publisher = hall, unknown = {{1}},"
            f" crossref = {{k{number + 1}}}}}"
            f"@book{{K{number - 1}, author = {{A}}}} @misc{{other, title = {{{number}}}}}",
        )

    def seen(library: Library) -> tuple[object, ...]:
        return dict(library.records), library.broken, library.unread, library.problems

    alone = seen(read_library(scan(desk.settings.data)))
    monkeypatch.setattr(sharing, "_WORTHWHILE", 0)
    with Workers(2) as workers:
        assert seen(read_library(scan(desk.settings.data), workers=workers)) == alone


def test_a_build_that_is_killed_leaves_nobody_behind() -> None:
    code = (
        "import os, time\n"
        "from catalogue.workers import Workers\n"
        "with Workers(2) as workers:\n"
        "    print(*workers.map(os.getpid, [()], size=10**9), flush=True)\n"
        "    time.sleep(600)\n"
    )
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    process = subprocess.Popen([sys.executable, "-c", code], env=environment, stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline().strip().isdigit()
    process.kill()
    # The pipe ends when the last of those who hold it has ended.
    process.communicate(timeout=PATIENCE)
