"""A build: from `data/` and the ledger to a new generation of the index.

The ledger is written first, then the index in one transaction; a crash between the two is repaired by the
next build, and at no moment does a reader find half of anything. Where no file, no commit and no code has
changed since the last generation, nothing is parsed at all.
"""

import fcntl
import gc
import hashlib
import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from catalogue.cache import open_cache
from catalogue.code import digest_of
from catalogue.documents import FIELDS, FORMAT, fingerprints
from catalogue.errors import CatalogueError
from catalogue.feeding import feed
from catalogue.history import head, read_history
from catalogue.ledger import open_ledger
from catalogue.library import Library, read_library
from catalogue.model import Problem, summarise
from catalogue.past import Past, Published, reconcile
from catalogue.reading import Progress
from catalogue.scan import FileKind, Scan, scan
from catalogue.settings import Settings
from catalogue.site import Site, dump_site, load_site
from catalogue.workers import Workers, collect_seldom
from index import (
    AnalysedDocument,
    Changes,
    CorruptIndex,
    IndexMissing,
    NewerIndex,
    SearchEngine,
    bring,
    open_engine,
)

LEDGER = "ledger.sqlite"
_LOCK = "build.lock"
_REVISION_DIGITS = 12
CACHE = "cache.sqlite"


class BuildRunningError(CatalogueError):
    """Another build holds the state folder."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did. `was_current` says that there was nothing to do; `seconds` is its duration."""

    changes: Changes
    records: int
    problems: tuple[Problem, ...]
    seconds: float
    was_current: bool


def build(
    settings: Settings,
    *,
    full: bool = False,
    wait: bool = True,
    progress: Progress = lambda stage, done, total: None,
) -> BuildReport:
    """Brings the index to what the data folder says; with `full`, everything is read and made anew.

    Raises BuildRunningError where another build runs and `wait` is false, CatalogueError for a ledger or a
    folder that cannot be used, and the errors of the index.
    """
    started = time.monotonic()
    require_data(settings)
    prepare_state(settings.state)
    engine = open_engine(settings.index, FIELDS)
    try:
        with _alone(settings.state, wait=wait), _seldom_collecting():
            found = scan(settings.data)
            commit = head(found.root)
            report = _current(settings, engine, _source_digest(found, commit)) if not full else None
            report = report or _build(settings, engine, found, commit, full=full, progress=progress)
    finally:
        engine.close()
    return replace(report, seconds=time.monotonic() - started)


def require_data(settings: Settings) -> None:
    """Raises CatalogueError where there is no data folder, which is not one that holds nothing."""
    if not settings.data.exists():
        raise CatalogueError(f"There is no data folder {settings.data}.", "Set CATALOGUE_DATA, or make one.")


def prepare_state(folder: Path) -> None:
    """Makes the state folder, for its owner only: what is kept there is trusted when it is read back.

    Raises CatalogueError where it cannot be made or written to, or where others may write to it.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        status = folder.stat()
        if status.st_uid == os.getuid() and status.st_mode & 0o077:
            folder.chmod(0o700)
        (folder / _LOCK).touch()
    except OSError as error:
        message = f"The state folder {folder} cannot be used: {error.strerror}."
        raise CatalogueError(message, "Set CATALOGUE_STATE to a folder that can be written to.") from error
    if status.st_uid != os.getuid() and status.st_mode & 0o022:
        message = f"Others may write to the state folder {folder}, which belongs to another user."
        raise CatalogueError(message, "Give it to the user who builds, or set CATALOGUE_STATE to another.")


def _build(
    settings: Settings,
    engine: SearchEngine,
    found: Scan,
    commit: str | None,
    *,
    full: bool,
    progress: Progress,
) -> BuildReport:
    now = datetime.now(UTC).replace(microsecond=0)
    had_index = _has_index(engine, full=full)
    with open_cache(settings.state / CACHE, code_digest()) as cache, Workers(settings.jobs) as workers:
        if full:
            cache.clear()
        library = read_library(found, cache, progress, workers)
        cache.prune()
        published = _reconciled(settings, library, found.root, commit, now, forgotten=had_index)
        site = Site(
            projects=library.content.projects,
            concepts=library.content.concepts,
            people=library.content.people,
            venues=library.content.venues,
            news=library.content.news,
            pages=library.content.pages,
            problems=summarise((*library.problems, *published.problems)),
            aliases=published.aliases,
            removed=published.removed,
            stale=published.stale,
            built_at=now.isoformat(),
            files=_served(found),
            source_digest=_source_digest(found, commit),
            revision=found.digest[:_REVISION_DIGITS],
        )
        changes = _index(engine, published, site, workers, progress, full=full)
    return BuildReport(changes, len(published.records), site.problems, 0.0, was_current=False)


def _has_index(engine: SearchEngine, *, full: bool) -> bool:
    """Whether there is an index to go on from; one of a later version is replaced only in a full build."""
    try:
        return not engine.rebuild_needed()
    except NewerIndex:
        if not full:
            raise
        return True


def _reconciled(
    settings: Settings, library: Library, root: Path, commit: str | None, now: datetime, *, forgotten: bool
) -> Published:
    """What to publish, given the past, which from then on includes the present. An index that is there is
    `forgotten` by a ledger that is not."""
    with open_ledger(settings.state / LEDGER) as ledger:
        known, entries = ledger.history(), ledger.entries()
        history = read_history(root, commit, known) if commit else known
        past = Past(entries, ledger.last_good, history, forgotten=forgotten and ledger.is_new)
        published = reconcile(library, past, now)
        ledger.write(published.good, published.gone, None if history is known else history, now, entries)
        return published


def _index(
    engine: SearchEngine,
    published: Published,
    site: Site,
    workers: Workers,
    progress: Progress,
    *,
    full: bool,
) -> Changes:
    authorities = site.authorities
    wanted = fingerprints(published.records, published.added, authorities)

    def documents(keys: Sequence[str]) -> Iterator[AnalysedDocument]:
        told = partial(progress, "index")
        return feed(keys, published, wanted, authorities, workers, told)

    return bring(engine, wanted, documents, attachment=dump_site(site), full=full)


def _current(settings: Settings, engine: SearchEngine, source_digest: str) -> BuildReport | None:
    """A report that there is nothing to do, or None where there is."""
    if not (settings.state / LEDGER).exists() or engine.rebuild_needed():
        return None
    try:
        with engine.snapshot() as snapshot:
            site = load_site(snapshot.attachment)
            if site.source_digest != source_digest:
                return None
            changes = Changes((), (), (), snapshot.generation)
            return BuildReport(changes, len(snapshot.fingerprints()), site.problems, 0.0, was_current=True)
    except (IndexMissing, CorruptIndex):
        # Nothing there, damage, or what another version of the catalogue has left: all are made anew.
        return None


def _source_digest(found: Scan, commit: str | None) -> str:
    return hashlib.sha256(f"{found.digest}\0{commit}\0{code_digest()}".encode()).hexdigest()


def code_digest() -> str:
    """A digest of what makes a generation of files: the code, and the year, since late ones are doubted."""
    return f"{FORMAT}:{date.today().year}:{digest_of('*.py', 'model/*.py', 'sources/*.py')}"


def _served(found: Scan) -> frozenset[str]:
    return frozenset(file.path.removeprefix("files/") for file in found.of_kind(FileKind.ATTACHMENT))


@contextmanager
def _alone(state: Path, *, wait: bool) -> Iterator[None]:
    """Holds the state folder for one build; the lock goes with the process, however it ends."""
    with (state / _LOCK).open("w") as stream:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError as error:
            raise BuildRunningError("Another build is running.", "Wait until it has ended.") from error
        yield


@contextmanager
def _seldom_collecting() -> Iterator[None]:
    usual = gc.get_threshold()
    collect_seldom()
    try:
        yield
    finally:
        gc.set_threshold(*usual)
