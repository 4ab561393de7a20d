"""Generations made of analysed documents without an engine: a segment for each batch."""

from collections.abc import Collection, Sequence
from pathlib import Path

from index import AnalysedDocument
from index.field import Fields
from index.languages import VERSION
from index.whoosh_engine.directory import Payload
from index.whoosh_engine.generation import Generation
from index.whoosh_engine.segments import SegmentBuilder
from index.whoosh_engine.view import SegmentView


def generation(
    folder: Path,
    fields: Fields,
    batches: Sequence[Sequence[AnalysedDocument]],
    deletes: Collection[str] = (),
) -> Generation:
    """A segment of each batch; of documents with one id the last lives, of the ids in `deletes` none."""
    segments = []
    documents: list[str] = []
    for number, batch in enumerate(batches):
        with SegmentBuilder(folder, fields) as builder:
            for document in batch:
                builder.add(document)
            segment = builder.finish()
        if segment is not None:
            segments.append((str(number), SegmentView(folder / segment.filename)))
            documents += [document.id for document in batch]
    last = {id: number for number, id in enumerate(documents)}
    dead = (n for n, id in enumerate(documents) if last[id] != n or id in deletes)
    return Generation(1, segments, dead, Payload(fields, VERSION, b""))
