"""The server and the builds that follow the data, as processes."""

import fcntl
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Timer

import pytest

from catalogue import sheets
from catalogue.build import BuildReport
from catalogue.serving import watch
from tests.catalogue.conftest import Desk

ROOT = Path(__file__).resolve().parents[2]
SERVE = [sys.executable, "-P", "-c", "from catalogue.cli import main; main()", "serve", "--port"]
PATIENCE = 30
"""Seconds after which something that should happen at once is taken not to happen."""


class Site:
    """A running `catalogue serve`."""

    def __init__(self, desk: Desk) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"http://127.0.0.1:{free.getsockname()[1]}"
        self.desk = desk
        self.process = subprocess.Popen(
            [*SERVE, self.address.rpartition(":")[2]],
            cwd=desk.folder,
            env=os.environ
            | {
                "CATALOGUE_DATA": str(desk.settings.data),
                "CATALOGUE_STATE": str(desk.settings.state),
                "PYTHONPATH": str(ROOT),
            },
        )

    def get(self, path: str) -> tuple[int, str]:
        """Status and body of an address."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=PATIENCE) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def wait_for(self, condition: Callable[[], bool]) -> None:
        """Waits until something is so; fails where it does not come."""
        deadline = time.monotonic() + PATIENCE
        while not condition():
            assert self.process.poll() is None, "the server has ended"
            assert time.monotonic() < deadline, "it did not happen"
            time.sleep(0.05)

    def answers(self) -> bool:
        """Whether the server is up."""
        try:
            return self.get("/healthz")[0] == 200
        except OSError:
            return False


@pytest.fixture
def site(desk: Desk) -> Iterator[Site]:
    desk.write("books.bib", "@book{walls, title = {On Walls}, year = 2019}")
    with started(desk) as running:
        yield running


@contextmanager
def started(desk: Desk) -> Iterator[Site]:
    """A site that answers, until it is left."""
    running = Site(desk)
    try:
        running.wait_for(running.answers)
        yield running
    finally:
        running.process.terminate()
        running.process.wait(PATIENCE)


def test_an_edit_goes_online_without_a_failed_request(site: Site) -> None:
    statuses = []

    def shows(title: str) -> bool:
        status, body = site.get("/publications/walls")
        statuses.append(status)
        return title in body

    for edition in range(3):
        site.desk.write("books.bib", f"@book{{walls, title = {{Edition {edition}}}, year = 2019}}")
        site.wait_for(lambda edition=edition: shows(f"Edition {edition}"))
    assert set(statuses) == {200}


def test_folders_where_it_was_started_are_not_taken_for_its_packages(desk: Desk) -> None:
    for name in ("index", "catalogue"):
        (desk.folder / name).mkdir()
        (desk.folder / name / "__init__.py").touch()
    desk.write("books.bib", "@book{walls, title = {On Walls}, year = 2019}")
    with started(desk) as site:
        site.wait_for(lambda: 'class="citation"' in site.get("/publications/walls")[1])


def test_a_build_by_another_process_is_followed(site: Site) -> None:
    site.desk.write("more.bib", "@book{doors, title = {On Doors}, year = 2020}")
    site.desk.build()
    site.wait_for(lambda: site.get("/publications/doors")[0] == 200)
    assert 'href="/publications/doors?at=1' in site.get("/search?q=doors")[1]


def test_a_broken_file_leaves_the_site_standing(site: Site) -> None:
    site.desk.write("books.bib", "@book{walls, title = {On Walls}, year = 2019")
    site.wait_for(lambda: "books.bib" in site.get("/status")[1])
    assert "On Walls" in site.get("/publications/walls")[1]


def test_a_folder_that_is_replaced_by_another_is_followed(site: Site) -> None:
    data = site.desk.settings.data
    data.rename(data.with_name("old"))
    site.desk.write("books.bib", "@book{doors, title = {On Doors}, year = 2020}")
    site.wait_for(lambda: site.get("/publications/doors")[0] == 200)
    site.desk.write("books.bib", "@book{keys, title = {On Keys}, year = 2020}")
    site.wait_for(lambda: site.get("/publications/keys")[0] == 200)


def test_a_signal_ends_the_server_and_its_workers(desk: Desk) -> None:
    desk.write("books.bib", "@book{walls, title = {On Walls}, year = 2019}")
    site = Site(desk)
    site.wait_for(site.answers)
    site.process.send_signal(signal.SIGTERM)
    assert site.process.wait(PATIENCE) == 0
    assert not site.answers()


def test_what_was_indexed_last_is_served_while_a_build_at_the_start_takes_its_time(desk: Desk) -> None:
    desk.write("books.bib", "@book{walls, title = {On Walls}, year = 2019}")
    desk.build()
    desk.write("books.bib", "@book{walls, title = {On Doors}, year = 2019}")
    with (desk.settings.state / "build.lock").open("w") as lock:
        # The build begins when this lets go.
        fcntl.flock(lock, fcntl.LOCK_EX)
        site = Site(desk)
        try:
            site.wait_for(site.answers)
            assert "On Walls" in site.get("/publications/walls")[1]
            fcntl.flock(lock, fcntl.LOCK_UN)
            site.wait_for(lambda: "On Doors" in site.get("/publications/walls")[1])
        finally:
            fcntl.flock(lock, fcntl.LOCK_UN)
            site.process.terminate()
            site.process.wait(PATIENCE)


def test_a_port_that_is_taken_is_named(site: Site) -> None:
    port = site.address.rpartition(":")[2]
    second = subprocess.run(
        [*SERVE, port],
        env=os.environ | {"CATALOGUE_DATA": str(site.desk.settings.data), "PYTHONPATH": str(ROOT)},
        cwd=site.desk.folder,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    assert second.returncode == 1
    assert f"port {port}".encode() in second.stderr


def test_a_build_that_nobody_waits_for_is_left(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    stop, make = Event(), sheets.make_record
    monkeypatch.setattr(sheets, "make_record", lambda raw: (stop.set(), make(raw))[1])
    desk.write("books.bib", "@book{walls, title = {On Walls}, year = 2019}")
    reports: list[BuildReport] = []
    watch(desk.settings, reports.append, stop)
    assert reports == []
    assert desk.build().changes.added == ("walls",)


def test_what_changed_before_the_watch_began_is_built(desk: Desk) -> None:
    desk.write("books.bib", "@book{walls, title = {On Walls}, year = 2019}")
    desk.build()
    desk.write("books.bib", "@book{walls, title = {On Doors}, year = 2019}")
    stop = Event()
    timer = Timer(PATIENCE, stop.set)
    timer.start()
    reports: list[BuildReport] = []

    def report(done: BuildReport) -> None:
        reports.append(done)
        stop.set()

    watch(desk.settings, report, stop)
    timer.cancel()
    assert [done.changes.updated for done in reports] == [("walls",)]
