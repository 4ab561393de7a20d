"""Run as a program: commits generation after generation into a folder until it is killed.

Usage: python killed_update.py FOLDER. The documents of a generation carry its number in their titles, and the
attachment carries it, too; every other update is a full rebuild.
"""

import sys
from itertools import count

from index import AnalysedDocument, analyse, open_engine
from tests.index.shelf import FIELDS, document

DOCUMENTS = 25


def batch(number: int) -> list[AnalysedDocument]:
    """The documents of one generation."""
    return [analyse(document(f"d{n}", f"round{number} common"), FIELDS) for n in range(DOCUMENTS)]


if __name__ == "__main__":
    engine = open_engine(f"whoosh://{sys.argv[1]}", FIELDS)
    for number in count(1):
        engine.update(batch(number), [], attachment=str(number).encode(), clear=number % 2 == 0)
        print(number, flush=True)
