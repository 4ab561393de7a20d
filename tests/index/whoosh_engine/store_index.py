"""Run as a program: makes `stored_index.zip`, an index as this version writes it, for later ones to open.

Usage: python -m tests.index.whoosh_engine.store_index. To be run when `directory.FORMAT` or `arrays.FORMAT`
is raised, and then only: an index of the same format must open as long as the format stands.
"""

from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile

from index import open_engine
from tests.index.shelf import FIELDS, SHELF, document, fill

STORED = Path(__file__).with_name("stored_index.zip")


def store(path: Path) -> None:
    """The shelf in two segments, with a document deleted and one replaced."""
    with TemporaryDirectory() as name:
        folder = Path(name).resolve() / "index"
        engine = open_engine(f"whoosh://{folder}", FIELDS)
        fill(engine, SHELF, attachment=b"site")
        engine.update([], ["cy"])
        fill(engine, [document("bo", "Replaced", authors=["Müller, Anna"], year=2024)])
        with ZipFile(path, "w", ZIP_DEFLATED) as archive:
            for file in sorted(folder.iterdir()):
                archive.write(file, file.name)


if __name__ == "__main__":
    store(STORED)
