"""The files of publications, each read and settled, or taken from the store as an earlier reading left it.

Under `sheet` and `items` the store holds what is a function of a file alone, under `settled` and `made` what
is one of the file and what it borrows; each with digests of what it was made of. So a file that changes costs
itself and its borrowers, and in a file the entries that changed.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from catalogue import sheets
from catalogue.cache import Store
from catalogue.model import Problem, Severity
from catalogue.outlines import Borrowed, Neighbourhood
from catalogue.resolve import Item
from catalogue.scan import FileKind, Scan, SourceFile
from catalogue.sheets import Settled, Sheet
from catalogue.workers import Workers

Progress = Callable[[str, int, int], None]
"""Called with the name of a stage, what is done of it, and what there is to do."""


class Reading:
    """One reading of the files of a data folder."""

    def __init__(self, scan: Scan, store: Store, progress: Progress, workers: Workers) -> None:
        self.problems: list[Problem] = []
        """Of files that could not be read."""
        self._scan = scan
        self._store = store
        self._progress = progress
        self._workers = workers
        self._settled_alone: dict[str, Settled] = {}

    def settled(self) -> Mapping[str, Settled]:
        """What is in each file, by path and in the order of paths."""
        sheets_read = self._sheets()
        neighbours = Neighbourhood([own.outline for own in sheets_read.values()], self._items)
        borrowed = {path: neighbours.borrowed(path) for path in sheets_read}
        made_of = {path: f"{own.digest}:{borrowed[path].digest}" for path, own in sheets_read.items()}
        found = {path: self._known(path, made_of[path], borrowed[path]) for path in sheets_read}
        new = [path for path, own in found.items() if own is None]
        size = sum(len(self._store.pickled("items", path) or b"") for path in new)
        tasks = (self._settling(path, borrowed[path]) for path in new)
        settling = self._workers.map(sheets.settle, tasks, size)
        for number, (path, (settled, made)) in enumerate(zip(new, settling, strict=True), 1):
            found[path] = settled
            self._store.put((made_of[path], settled), "settled", path)
            self._store.put_pickled(made, "made", path)
            self._progress("resolved", number, len(new))
        return {path: own for path, own in found.items() if own is not None}

    def _sheets(self) -> Mapping[str, Sheet]:
        """Every file that can be read; those that the store does not know are read now."""
        files = {file.path: file for file in self._scan.of_kind(FileKind.BIBTEX, FileKind.YAML)}
        found: dict[str, Sheet] = {}
        for path, file in files.items():
            known: Sheet | None = self._store.get("sheet", path)
            if known and known.digest == file.digest:
                self._store.keep("items", path)
                found[path] = known
        new = [file for path, file in files.items() if path not in found]
        done, size = 0, sum(file.size for file in new)
        for sheet, items, alone in self._workers.map(sheets.read, self._contents(new), size):
            path = sheet.outline.path
            found[path] = sheet
            self._store.put(sheet, "sheet", path)
            self._store.put_pickled(items, "items", path)
            if alone:
                self._settled_alone[path], made = alone
                self._store.put_pickled(made, "made", path)
            done += files[path].size
            self._progress("read", done, size)
        return {path: found[path] for path in files if path in found}

    def _contents(self, files: Iterable[SourceFile]) -> Iterator[tuple[Any, ...]]:
        """What there is to read, with what was made of an earlier version of it."""
        for file in files:
            try:
                content = self._scan.content(file)
            except OSError as error:
                message = f"The file cannot be read: {error.strerror}."
                advice = "Check that it is still there."
                self.problems.append(Problem(file.path, 0, 0, Severity.ERROR, "unreadable", message, advice))
            else:
                yield file.path, file.kind, content, self._store.pickled("made", file.path)

    def _known(self, path: str, made_of: str, borrowed: Borrowed) -> Settled | None:
        """A file that was settled by an earlier reading, or by this one as it needs nothing of others."""
        kept: tuple[str, Settled] | None = self._store.get("settled", path)
        if kept and kept[0] == made_of:
            self._store.keep("made", path)
            return kept[1]
        if path in self._settled_alone and not any(borrowed):
            self._store.put((made_of, self._settled_alone[path]), "settled", path)
            return self._settled_alone[path]
        return None

    def _settling(self, path: str, borrowed: Borrowed) -> tuple[Any, ...]:
        return path, self._store.pickled("items", path), borrowed, self._store.pickled("made", path)

    def _items(self, path: str) -> Iterable[Item]:
        found: Iterable[Item] = self._store.get("items", path)
        return found
