"""The records that are measured with: the entries of a BibTeX file, and what the catalogue makes of them.

A corpus is read through the catalogue's own reader. What is made of it is kept below `.cache/bench`, in a
folder named by a digest of its entries: its documents until the code that makes them changes.
"""

import hashlib
import lzma
import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from catalogue.build import code_digest
from catalogue.documents import document
from catalogue.library import read_library
from catalogue.scan import scan
from index import Document
from tests.benchmarks.invented import bibtex
from tests.benchmarks.store import write_documents

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / ".cache" / "bench"

_ENTRY = re.compile(r"^(?=@)", re.MULTILINE)
_FILES = 20


@dataclass(frozen=True)
class Corpus:
    """BibTeX entries, each with what follows it. `folder` keeps whatever is made of them."""

    name: str
    entries: Sequence[str]
    folder: Path

    @property
    def documents(self) -> Path:
        """A file of the documents, made if need be; `read_documents` reads it."""
        path = self.folder / f"documents-{hashlib.sha256(code_digest().encode()).hexdigest()[:16]}.pickle"
        if not path.exists():
            for outdated in self.folder.glob("documents-*"):
                outdated.unlink()
            write_documents(path, self._read())
        return path

    def part(self, number: int) -> "Corpus":
        """The first entries as a corpus of their own."""
        return _corpus(f"{self.name}, first {number:,}", self.entries[:number])

    def write(self, folder: Path, files: int) -> list[Path]:
        """Spread the entries evenly over so many files of a new folder."""
        folder.mkdir(parents=True)
        written = []
        for number in range(files):
            first, last = (len(self.entries) * edge // files for edge in (number, number + 1))
            path = folder / f"part-{number + 1:03}.bib"
            path.write_text("".join(self.entries[first:last]), encoding="utf-8")
            written.append(path)
        return written

    def _read(self) -> Iterator[Document]:
        with tempfile.TemporaryDirectory() as made:
            data = Path(made) / "data"
            self.write(data, _FILES)
            for record in read_library(scan(data)).records.values():
                yield document(record)


def read_corpus(path: Path) -> Corpus:
    """The corpus in a `.bib` or `.bib.xz` file."""
    content = path.read_bytes()
    text = (lzma.decompress(content) if path.suffix == ".xz" else content).decode("utf-8")
    return _corpus(path.name, [entry for entry in _ENTRY.split(text) if entry.strip()])


def invent_corpus(records: int) -> Corpus:
    """A corpus of invented records, always the same."""
    return _corpus(f"{records:,} invented records", list(bibtex(records)))


def _corpus(name: str, entries: Sequence[str]) -> Corpus:
    digest = hashlib.sha256()
    for entry in entries:
        digest.update(entry.encode())
    folder = CACHE / digest.hexdigest()[:16]
    folder.mkdir(parents=True, exist_ok=True)
    return Corpus(name, entries, folder)
