"""What long work says of itself."""

import io
from collections.abc import Iterator

import pytest

from catalogue.progress import ProgressReport


class Terminal(io.StringIO):
    """A stream that a person looks at."""

    def isatty(self) -> bool:
        return True


def told(stream: io.StringIO, *steps: tuple[str, int, int], seconds: int) -> str:
    """What is said of steps, each of which takes so many seconds."""
    times: Iterator[float] = iter(float(seconds * number) for number in range(len(steps)))
    report = ProgressReport(stream, clock=times.__next__)
    for step in steps:
        report(*step)
    report.end()
    return stream.getvalue()


def test_a_log_gets_a_line_now_and_then_with_rate_and_time_left() -> None:
    steps = [("index", done, 1000) for done in (0, 50, 100, 150)]
    assert told(io.StringIO(), *steps, seconds=10).splitlines() == [
        "index: 50 of 1,000 records, 5 records/s, 190 s left",
        "index: 100 of 1,000 records, 5 records/s, 180 s left",
        "index: 150 of 1,000 records, 5 records/s, 170 s left",
    ]


def test_bytes_are_told_in_megabytes() -> None:
    steps = [("read", 0, 50_000_000), ("read", 25_000_000, 50_000_000)]
    assert told(io.StringIO(), *steps, seconds=10) == "read: 25 of 50 MB, 2.5 MB/s, 10 s left\n"


def test_each_stage_is_timed_by_itself() -> None:
    steps = [("read", 1, 1), ("index", 0, 100), ("index", 50, 100)]
    assert told(io.StringIO(), *steps, seconds=10) == "index: 50 of 100 records, 5 records/s, 10 s left\n"


@pytest.mark.parametrize("stream", [io.StringIO(), Terminal()])
def test_of_short_work_nothing_is_said(stream: io.StringIO) -> None:
    assert told(stream, ("index", 0, 2), ("index", 1, 2), ("index", 2, 2), seconds=0) == ""


def test_a_terminal_gets_a_bar_with_the_rate() -> None:
    shown = told(Terminal(), ("index", 0, 100), ("index", 50, 100), ("index", 100, 100), seconds=10)
    assert "50%" in shown
    assert "5 records/s" in shown
