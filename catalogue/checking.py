"""`catalogue check`: everything that is wrong with a data folder, without changing anything."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from catalogue.build import LEDGER, require_data
from catalogue.ledger import Entry, open_ledger
from catalogue.library import Progress, read_library
from catalogue.model import Problem, summarise
from catalogue.past import Past, reconcile
from catalogue.scan import scan
from catalogue.settings import Settings


def check(
    settings: Settings, paths: Sequence[Path] = (), progress: Progress = lambda stage, done, total: None
) -> tuple[tuple[Path, tuple[Problem, ...]], ...]:
    """The Problems of each library that was read, with its folder.

    Without paths that is the data folder. A path inside it narrows what is reported, since strings and
    parents of its entries may be elsewhere; any other file or folder is a library of its own.

    Raises CatalogueError where there is no data folder, or a ledger that cannot be used.
    """
    root = settings.data.resolve()
    inside = [path for path in paths if path.resolve().is_relative_to(root)]
    outside = [path for path in paths if path not in inside]
    found = [_check_alone(path, progress) for path in outside]
    if inside or not paths:
        problems = _check_data(settings, progress)
        wanted = tuple(path.resolve().relative_to(root).as_posix() for path in inside)
        kept = tuple(problem for problem in problems if not wanted or _is_below(problem.path, wanted))
        found.insert(0, (settings.data, kept))
    return tuple(found)


def _check_alone(path: Path, progress: Progress) -> tuple[Path, tuple[Problem, ...]]:
    found = scan(path)
    return found.root, summarise(read_library(found, progress=progress).problems)


def _check_data(settings: Settings, progress: Progress) -> tuple[Problem, ...]:
    require_data(settings)
    library = read_library(scan(settings.data), progress=progress)
    published = reconcile(library, Past(_remembered(settings.state / LEDGER)), datetime.now(UTC))
    return summarise((*library.problems, *published.problems))


def _remembered(path: Path) -> dict[str, Entry]:
    if not path.exists():
        return {}
    with open_ledger(path) as ledger:
        return ledger.entries()


def _is_below(path: str, folders: Sequence[str]) -> bool:
    return any(path == folder or folder == "." or path.startswith(f"{folder}/") for folder in folders)
