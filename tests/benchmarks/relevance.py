"""`make relevance`: how good the order of results is, on collections whose questions people have judged.

A collection is indexed by the embedded engine, and each question asked as a reader would type it, by the way
that the site asks it. Beside it stands stock Whoosh, with words joined by OR and titles twice as heavy. The
measures are those of the literature: nDCG@10, MAP (of the first thousand) and Recall@100.
"""

import argparse
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from ir_measures import AP, Qrel, R, ScoredDoc, calc_aggregate, nDCG

from catalogue.asking import SearchRequest, ask
from catalogue.documents import FIELDS
from index import Document, Snapshot, open_engine, synchronise
from tests.benchmarks import stock_whoosh
from tests.benchmarks.collection import FILES, Collection, read_collection
from tests.benchmarks.figures import show

DEPTH = 1000
"""Documents of each answer that are looked at."""

MEASURES = {"nDCG@10": nDCG @ 10, "MAP": AP, "Recall@100": R @ 100}

Answer = Callable[[str], Sequence[str]]
"""From what is typed to the ids found, best first."""
Figures = dict[str, dict[str, float]]
"""Way of asking -> measure -> mean over the questions."""


def main() -> None:
    """Prints a table for each measure: a row for each way of asking, a column for each collection."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.relevance", description=__doc__)
    parser.add_argument("collections", type=Path, nargs="+", help=f"folders with {', '.join(FILES)}")
    try:
        collections = [read_collection(folder) for folder in parser.parse_args().collections]
    except (OSError, ValueError) as error:
        parser.error(str(error))
    found = {collection.name: measure(collection) for collection in collections}
    for name in MEASURES:
        _show(name, found)


def measure(collection: Collection) -> Figures:
    """The figures of each way of asking a collection."""
    with (
        tempfile.TemporaryDirectory() as made,
        indexed(collection.documents, Path(made) / "index") as snapshot,
    ):
        stock_whoosh.build(Path(made) / "stock", collection.documents)
        ways: dict[str, Answer] = {
            "stock Whoosh": stock_whoosh.opened(Path(made) / "stock", DEPTH),
            "any, not refined": lambda text: _asked(snapshot, text, "any", refine=False),
            "match=any": lambda text: _asked(snapshot, text, "any"),
            "match=auto": lambda text: _asked(snapshot, text, "auto"),
        }
        return {
            way: evaluate(collection, {q: answer(text) for q, text in collection.questions.items()})
            for way, answer in ways.items()
        }


def evaluate(collection: Collection, answers: Mapping[str, Sequence[str]]) -> dict[str, float]:
    """The measures of answers, by question the ids found; an empty answer counts as nothing found."""
    judged = [
        Qrel(question, document, grade)
        for question in collection.questions
        for document, grade in collection.judgements[question].items()
    ]
    ranked = [
        ScoredDoc(question, document, -float(place))
        for question, documents in answers.items()
        for place, document in enumerate(documents)
    ]
    means = calc_aggregate(list(MEASURES.values()), judged, ranked)
    return {name: float(means[measured]) for name, measured in MEASURES.items()}


def indexed(documents: Sequence[Document], folder: Path) -> Snapshot:
    """A new index of documents in a folder."""
    by_id = {document.id: document for document in documents}
    engine = open_engine(f"whoosh://{folder}", FIELDS)
    synchronise(engine, FIELDS, dict.fromkeys(by_id, ""), by_id.__getitem__, attachment=b"", full=True)
    snapshot = engine.snapshot()
    engine.close()
    return snapshot


def _asked(snapshot: Snapshot, text: str, match: str, *, refine: bool = True) -> list[str]:
    query = ask(SearchRequest(text, match=match, size=DEPTH), snapshot.languages).query
    results = snapshot.search(query if refine else replace(query, words=()))
    return [hit.id for hit in results.hits]


def _show(name: str, found: Mapping[str, Figures]) -> None:
    rows = []
    for way in next(iter(found.values())):
        figures = [collection[way][name] for collection in found.values()]
        means = [sum(figures) / len(figures)] if len(figures) > 1 else []
        rows.append([way, *(f"{figure:.4f}" for figure in figures + means)])
    show(name, ["", *found, *(["mean"] if len(found) > 1 else [])], rows)


if __name__ == "__main__":
    main()
