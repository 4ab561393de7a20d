"""Many jobs before one engine: what is kept, what is rationed, and who is sent away."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from threading import Event, Thread

import pytest

from catalogue.citations import BrokenStyle, Job, RendererBusy
from catalogue.citations.engine import Engine
from catalogue.citations.styles import Style, Styles
from catalogue.citations.workshop import MOST_WAITING, Bucket, Kept, Workshop
from catalogue.model import Text
from tests.catalogue.citations.shelf import a_job

STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
<citation><layout><text variable="title"/></layout></citation>
<bibliography><layout><text variable="title"/></layout></bibliography><!-- {} --></style>"""
RARE = [f"rare{number}" for number in range(9)]


class Clock:
    """A clock that is set by hand."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


class CountingEngine(Engine):
    """An engine that counts its work, and does it in `slowly`'s time."""

    def __init__(self, styles: Styles) -> None:
        super().__init__(styles)
        self.cited: list[Job] = []
        self.compiled: list[str] = []
        self.slowly: Callable[[], object] = lambda: None

    def cite(self, style: Style, job: Job) -> Text:
        self.cited.append(job)
        self.slowly()
        return super().cite(style, job)

    def compile(self, style: Style, locale: str) -> str:
        if not self.is_compiled(style, locale):
            self.compiled.append(style.name)
        return super().compile(style, locale)


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[CountingEngine]:
    for name in ("usual", *RARE):
        (tmp_path / f"{name}.csl").write_text(STYLE.format(name))
    (tmp_path / "broken.csl").write_text(STYLE.format("").replace("<text", "<invention"))
    engine = CountingEngine(Styles(tmp_path))
    yield engine
    engine.close()


def busy(jobs: Sequence[Job], workshop: Workshop) -> list[int]:
    """For each job after how many seconds it is to come back, 0 where it was done."""
    told = []
    for job in jobs:
        try:
            workshop.cite(job)
        except RendererBusy as error:
            told.append(error.retry_after)
        else:
            told.append(0)
    return told


def test_what_was_made_is_not_made_again(engine: CountingEngine) -> None:
    workshop = Workshop(engine)
    made = [workshop.cite(a_job("usual")) for _ in range(3)]
    assert (len(engine.cited), made[0]) == (1, made[2])


@pytest.mark.parametrize(
    "other",
    [a_job("rare0"), a_job("usual", title="Other"), a_job("usual", "ru-RU"), a_job("usual", page="1")],
)
def test_whatever_makes_a_difference_makes_another(engine: CountingEngine, other: Job) -> None:
    workshop = Workshop(engine)
    workshop.cite(a_job("usual"))
    workshop.cite(other)
    assert len(engine.cited) == 2


def test_an_edited_style_makes_another(engine: CountingEngine, tmp_path: Path) -> None:
    workshop = Workshop(engine)
    workshop.cite(a_job("usual"))
    (tmp_path / "usual.csl").write_text(STYLE.format("edited"))
    workshop.cite(a_job("usual"))
    assert len(engine.cited) == 2


def test_a_failure_is_told_from_memory(engine: CountingEngine) -> None:
    workshop = Workshop(engine)
    for title in ("One", "Two"):
        with pytest.raises(BrokenStyle, match="“broken”"):
            workshop.cite(a_job("broken", title=title))
    assert engine.compiled == ["broken"]


def test_compiling_of_rare_styles_is_rationed(engine: CountingEngine) -> None:
    told = busy([a_job(name) for name in RARE], Workshop(engine, ["usual"], ["en"]))
    assert (told[0], told[-1] > 0) == (0, True)


def test_usual_styles_are_not_rationed(engine: CountingEngine) -> None:
    workshop = Workshop(engine, ["usual"], ["en"])
    busy([a_job(name) for name in RARE], workshop)
    assert busy([a_job("usual")], workshop) == [0]


def test_usual_styles_are_rationed_in_unusual_languages(engine: CountingEngine) -> None:
    locales = ["de-DE", "fr-FR", "it-IT", "nl-NL", "pl-PL", "sv-SE", "tr-TR"]
    told = busy([a_job("usual", locale) for locale in locales], Workshop(engine, ["usual"], ["en"]))
    assert (told[0], told[-1] > 0) == (0, True)


def test_a_rare_style_that_is_compiled_is_not_rationed(engine: CountingEngine) -> None:
    workshop = Workshop(engine)
    busy([a_job(name) for name in RARE], workshop)
    assert busy([a_job(RARE[0], title=f"Title {n}") for n in range(20)], workshop) == [0] * 20


def test_whoever_finds_too_many_waiting_is_sent_away(engine: CountingEngine) -> None:
    workshop, go_on = Workshop(engine, ["usual"], ["en"]), Event()
    engine.slowly = go_on.wait
    told: list[int] = []
    jobs = [a_job("usual", title=f"Title {n}") for n in range(MOST_WAITING + 1)]
    waiting = [Thread(target=lambda job=job: told.extend(busy([job], workshop))) for job in jobs]
    for thread in waiting:
        thread.start()
    while not told:
        pass
    go_on.set()
    for thread in waiting:
        thread.join()
    assert sorted(seconds > 0 for seconds in told) == [*([False] * MOST_WAITING), True]


def test_a_bucket_gives_as_many_as_it_holds_and_fills_again() -> None:
    clock = Clock()
    bucket = Bucket(burst=2, refill=10, clock=clock)
    bucket.take()
    bucket.take()
    clock.now = 4
    with pytest.raises(RendererBusy) as sent:
        bucket.take()
    clock.now += sent.value.retry_after
    bucket.take()


def test_a_bucket_never_holds_more_than_its_burst() -> None:
    clock = Clock()
    bucket = Bucket(burst=1, refill=10, clock=clock)
    clock.now = 1_000
    bucket.take()
    with pytest.raises(RendererBusy):
        bucket.take()


def test_what_was_not_asked_for_longest_is_dropped() -> None:
    kept = Kept(most=2)
    for name in "abac":
        kept.get(name)
        kept.put(name, Text(name))
    assert [kept.get(name) for name in "abc"] == [Text("a"), None, Text("c")]


def test_a_failure_is_kept_for_a_while_only() -> None:
    clock = Clock()
    kept = Kept(clock=clock)
    kept.put("a", BrokenStyle("x", "no"))
    with pytest.raises(BrokenStyle):
        kept.get("a")
    clock.now = 3_600
    assert kept.get("a") is None
