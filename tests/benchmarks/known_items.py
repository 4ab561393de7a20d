"""How well a paper is found by a part of its title, which is what most users of a catalogue type.

Records of real bibliographies are drawn, always the same, and of each title some words are asked for as a
reader would type them, by the way that the site asks. A question is answered by each record whose title holds
those words as they were taken: side by side, or, where their order was changed or a word left out, all of
them anywhere.
"""

import argparse
import random
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from catalogue.asking import SearchRequest, ask
from index import Document, Snapshot
from index.languages import CYRILLIC, is_stop_word, script_of
from index.tokens import tokenise
from tests.benchmarks.corpus import read_corpus
from tests.benchmarks.figures import show
from tests.benchmarks.relevance import indexed
from tests.benchmarks.store import read_documents

SEED = 1
DRAWN = 500
"""Records, as many of them with a title in Cyrillic letters as there are, up to half."""
DEPTH = 50
"""Results that are looked at."""
FEWEST_WORDS = 4
"""Words of a title that a part can be taken from."""

KINDS = ("2 words", "3 words", "4 words", "5 words", "first half", "in another order", "a stop word less")

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """Words taken from a title, and whether they stand there side by side and in this order."""

    kind: str
    words: Words
    in_order: bool

    @property
    def typed(self) -> str:
        """What a reader types."""
        return " ".join(self.words)

    def answered_by(self, title: Words) -> bool:
        """Whether a title holds the words as they were taken."""
        if not self.in_order:
            return set(self.words) <= set(title)
        size = len(self.words)
        return any(title[at : at + size] == self.words for at in range(len(title) - size + 1))


def main() -> None:
    """Prints a table: a row for each kind of question, with the measures over all questions of it."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.known_items", description=__doc__)
    parser.add_argument("libraries", type=Path, nargs="+", help=".bib and .bib.xz files")
    corpora = map(read_corpus, parser.parse_args().libraries)
    documents = {own.id: own for corpus in corpora for own in read_documents(corpus.documents)}
    found = list(documents.values())
    with tempfile.TemporaryDirectory() as made, indexed(found, Path(made) / "index") as snapshot:
        rows = [_row(kind, ranks) for kind, ranks in measure(snapshot, found).items()]
    show("Known by a part of the title", ["", "questions", "MRR", "first", "among three"], rows)


def measure(snapshot: Snapshot, documents: Sequence[Document]) -> dict[str, list[int]]:
    """For each kind of question, and for all, the places of the best answers, from 1 on; 0: not found."""
    titles = {document.id: title_words(document) for document in documents}
    places: dict[str, list[int]] = {kind: [] for kind in KINDS}
    for question in questions(list(titles.values())):
        query = ask(SearchRequest(question.typed, size=DEPTH), snapshot.languages).query
        found = (question.answered_by(titles[hit.id]) for hit in snapshot.search(query).hits)
        places[question.kind].append(next((place for place, answers in enumerate(found, 1) if answers), 0))
    places["all"] = [place for own in places.values() for place in own]
    return places


def _row(kind: str, places: Sequence[int]) -> list[str]:
    """The mean reciprocal rank, and how often the first result is an answer, and one of the first three."""
    sums = (sum(1 / place for place in places if place), places.count(1), sum(0 < p <= 3 for p in places))
    return [kind, f"{len(places):,}", *(f"{found / max(1, len(places)):.3f}" for found in sums)]


def title_words(document: Document) -> Words:
    """The folded words of a document's first title."""
    return tuple(token.word for passage in document.texts["title"][:1] for token in tokenise(passage.text))


def questions(titles: Sequence[Words]) -> list[Question]:
    """Questions to some of these titles, always the same."""
    chance = random.Random(SEED)
    long = [title for title in titles if len(title) >= FEWEST_WORDS and _telling(title) > 1]
    cyrillic = [title for title in long if script_of(title[0]) == CYRILLIC]
    latin = [title for title in long if script_of(title[0]) != CYRILLIC]
    of_cyrillic = min(DRAWN // 2, len(cyrillic))
    drawn = chance.sample(cyrillic, of_cyrillic)
    drawn += chance.sample(latin, min(DRAWN - of_cyrillic, len(latin)))
    return [question for title in drawn for question in _questions(title, chance)]


def _questions(title: Words, chance: random.Random) -> Iterator[Question]:
    """A question of each kind, so far as the title has words for it: two at least that say something."""
    for size in range(2, 6):
        parts = [title[at : at + size] for at in range(len(title) - size + 1)]
        if telling := [part for part in parts if _telling(part) > 1]:
            yield Question(f"{size} words", chance.choice(telling), in_order=True)
    half = title[: (len(title) + 1) // 2]
    if _telling(half) > 1:
        yield Question("first half", half, in_order=True)
        stops = [at for at, word in enumerate(half) if is_stop_word(word)]
        if stops:
            at = chance.choice(stops)
            yield Question("a stop word less", half[:at] + half[at + 1 :], in_order=False)
    at = chance.randrange(len(title) - 2)
    mixed = list(title[at : at + chance.randint(2, 5)])
    chance.shuffle(mixed)
    if _telling(mixed) > 1:
        yield Question("in another order", tuple(mixed), in_order=False)


def _telling(words: Sequence[str]) -> int:
    """How many different words say something."""
    return len({word for word in words if not is_stop_word(word)})


if __name__ == "__main__":
    main()
