"""Documents in a file, one pickle behind another, for processes that need nothing else of the catalogue."""

import pickle
from collections.abc import Iterable, Iterator
from pathlib import Path

from index import Document


def write_documents(path: Path, documents: Iterable[Document]) -> None:
    """Put documents into a file, which is there wholly or not at all."""
    unfinished = path.with_suffix(".part")
    with unfinished.open("wb") as file:
        for document in documents:
            pickle.dump(document, file, pickle.HIGHEST_PROTOCOL)
    unfinished.rename(path)


def read_documents(path: Path) -> Iterator[Document]:
    """The documents in a file, in their order."""
    with path.open("rb") as file:
        while file.peek(1):
            yield pickle.load(file)
