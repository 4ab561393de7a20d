"""Bring an engine to what is wanted: the difference of fingerprints, committed as one generation."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.analysis import AnalysedDocument, Analyser
from index.engine import SearchEngine
from index.errors import CorruptIndex, IndexMissing, NewerIndex
from index.field import Document, Fields

Progress = Callable[[int, int], None]
"""Called with the documents done and the documents to do."""


@dataclass(frozen=True, slots=True)
class Changes:
    """The ids that an update touched, in order, and the generation that answers now."""

    added: tuple[str, ...]
    updated: tuple[str, ...]
    deleted: tuple[str, ...]
    generation: int


def synchronise(
    engine: SearchEngine,
    fields: Fields,
    wanted: Mapping[str, str],
    make: Callable[[str], Document],
    *,
    attachment: bytes,
    full: bool = False,
    progress: Progress | None = None,
) -> Changes:
    """Make `engine` hold the documents `wanted` (id -> fingerprint) and `attachment`, in one transaction.

    `make` is called once for each id that is new or whose fingerprint differs, or for all if `full` or if the
    engine cannot go on from what it holds. Where nothing differs no generation is made. Raises what `update`
    raises.
    """

    def documents(ids: Sequence[str]) -> Iterator[AnalysedDocument]:
        return _analysed(ids, fields, make, progress)

    return bring(engine, wanted, documents, attachment=attachment, full=full)


def bring(
    engine: SearchEngine,
    wanted: Mapping[str, str],
    documents: Callable[[Sequence[str]], Iterable[AnalysedDocument]],
    *,
    attachment: bytes,
    full: bool = False,
) -> Changes:
    """As `synchronise`, for who analyses documents elsewhere: `documents` gives those of the ids that it is
    called with, in any order, with the fingerprints that are `wanted`."""
    full = full or engine.rebuild_needed()
    old, generation, same = _standing(engine, attachment)
    added = tuple(sorted(wanted.keys() - old.keys()))
    differing = wanted.items() - old.items()
    updated = tuple(sorted(id for id, _ in (wanted.items() if full else differing) if id in old))
    deleted = tuple(sorted(old.keys() - wanted.keys()))
    if full or added or updated or deleted or not same:
        made = documents((*added, *updated))
        generation = engine.update(made, () if full else deleted, attachment=attachment, clear=full)
    return Changes(added, updated, deleted, generation)


def _standing(engine: SearchEngine, attachment: bytes) -> tuple[dict[str, str], int, bool]:
    """Fingerprints and number of the newest generation, and whether its attachment is the same."""
    try:
        with engine.snapshot() as snapshot:
            return snapshot.fingerprints(), snapshot.generation, snapshot.attachment == attachment
    except (IndexMissing, CorruptIndex, NewerIndex):
        return {}, 0, False


def _analysed(
    ids: Sequence[str], fields: Fields, make: Callable[[str], Document], progress: Progress | None
) -> Iterator[AnalysedDocument]:
    analyser = Analyser(fields)
    for done, id in enumerate(ids, 1):
        yield analyser.analyse(make(id))
        if progress is not None:
            progress(done, len(ids))
