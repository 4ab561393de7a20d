"""`catalogue check`: everything that is wrong with a data folder, without changing anything."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from catalogue.build import LEDGER, require_data
from catalogue.ledger import open_ledger
from catalogue.library import Library, read_library
from catalogue.model import Problem, summarise
from catalogue.past import Past, Published, reconcile
from catalogue.reading import Progress
from catalogue.scan import scan
from catalogue.scholar import passed_over
from catalogue.settings import Settings
from catalogue.workers import Workers


def check(
    settings: Settings,
    paths: Sequence[Path] = (),
    progress: Progress = lambda stage, done, total: None,
    scholar: bool = False,
) -> tuple[tuple[Path, tuple[Problem, ...]], ...]:
    """The Problems of each library that was read, with its folder.

    Without paths that is the data folder. A path inside it narrows what is reported, since strings and
    parents of its entries may be elsewhere; any other file or folder is a library of its own. With `scholar`
    each publication that Google Scholar would pass over is among them.

    Raises CatalogueError where there is no data folder, or a ledger that cannot be used.
    """
    root = settings.data.resolve()
    inside = [path for path in paths if path.resolve().is_relative_to(root)]
    outside = [path for path in paths if path not in inside]
    found = [_check_alone(path, progress, scholar) for path in outside]
    if inside or not paths:
        problems = _check_data(settings, progress, scholar)
        wanted = tuple(path.resolve().relative_to(root).as_posix() for path in inside)
        kept = tuple(problem for problem in problems if not wanted or _is_below(problem.path, wanted))
        found.insert(0, (settings.data, kept))
    return tuple(found)


def _check_alone(path: Path, progress: Progress, scholar: bool) -> tuple[Path, tuple[Problem, ...]]:
    found = scan(path)
    library = read_library(found, progress=progress)
    return found.root, _reported(library, library.problems, scholar)


def _check_data(settings: Settings, progress: Progress, scholar: bool) -> tuple[Problem, ...]:
    require_data(settings)
    with Workers(settings.jobs) as workers:
        library = read_library(scan(settings.data), progress=progress, workers=workers)
    published = _reconciled(library, settings.state / LEDGER)
    return _reported(library, (*library.problems, *published.problems), scholar)


def _reported(library: Library, problems: Iterable[Problem], scholar: bool) -> tuple[Problem, ...]:
    # What Google Scholar passes over is a list to work through, so it is never summed.
    more = passed_over(library.records.values()) if scholar else ()
    return tuple(sorted((*summarise(problems), *more)))


def _reconciled(library: Library, path: Path) -> Published:
    now = datetime.now(UTC)
    if not path.exists():
        return reconcile(library, Past({}, lambda key: None), now)
    with open_ledger(path) as ledger:
        return reconcile(library, Past(ledger.entries(), ledger.last_good), now)


def _is_below(path: str, folders: Sequence[str]) -> bool:
    return any(path == folder or folder == "." or path.startswith(f"{folder}/") for folder in folders)
