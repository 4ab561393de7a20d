"""What is compared: whatever is built from documents and answers questions with hits, total and counts."""

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import ClassVar

from index import Document
from tests.benchmarks.questions import Question

HITS = 20
FACETS = ("type", "year", "venue", "keyword", "author")
VALUES = 10
"""Values of each facet that are shown."""

Counts = dict[str, list[tuple[str, int]]]

_SEPARATOR = "\x1f"

TEXTS = {"title": 3.0, "abstract": 1.0, "keyword": 2.0, "author": 2.0}
"""The fields in which words are looked for, with the weights that the catalogue gives them."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The best hits, their ids and what was stored with them; how many there are in all; and of each facet
    the most frequent values."""

    ids: list[str]
    stored: list[str]
    total: int
    counts: Counts = field(default_factory=dict)


class Mode(StrEnum):
    """What is asked for."""

    PAGE = "top 20 + total"
    FACETS = "the same + 5 facets"
    REFINED = "top 20 refined + total"
    SIMILAR = "20 that resemble the best hit"


class Peer(ABC):
    """One engine with its index in a folder, used as its documentation advises."""

    package: ClassVar[str]
    """The distribution whose version is told."""
    modes: ClassVar[tuple[Mode, ...]] = (Mode.PAGE, Mode.FACETS)
    """What it can be asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @abstractmethod
    def build(self, documents: Sequence[Document]) -> None:
        """Make the index, with one process and one thread, up to the moment that it can be searched."""

    @abstractmethod
    def open(self) -> None:
        """Get ready to search."""

    @abstractmethod
    def search(self, question: Question, *, facets: bool) -> Answer:
        """All words must be found, each in any of `TEXTS`; `facets` asks for the counts over all hits."""

    def refined(self, question: Question) -> Answer:
        """The same, the best put in order by where the words stand. Of those whose `modes` say so."""
        raise NotImplementedError(f"{self.package} is not asked to refine")

    def similar(self, id: str) -> Answer:
        """What resembles a document. Of those whose `modes` say so."""
        raise NotImplementedError(f"{self.package} is not asked for what resembles a document")

    def asked(self, question: Question, mode: Mode) -> Callable[[], Answer]:
        """What is to be timed."""
        match mode:
            case Mode.PAGE | Mode.FACETS:
                return partial(self.search, question, facets=mode is Mode.FACETS)
            case Mode.REFINED:
                return partial(self.refined, question)
            case Mode.SIMILAR:
                best = self.search(question, facets=False).ids[:1]
                return partial(self.similar, best[0] if best else "")


def text_of(document: Document, name: str) -> str:
    """The passages of a field, joined."""
    return "\n".join(passage.text for passage in document.texts[name])


def labels_of(document: Document, facet: str) -> list[str]:
    """The values of a facet as printed, each once."""
    return list(dict.fromkeys(value.label for value in document.facets.get(facet, ())))


def joined(labels: Sequence[str]) -> str:
    """Several values as one, for engines whose columns hold one."""
    return _SEPARATOR.join(labels)


def most_frequent(counted: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """The most frequent of values that were `joined`, from the counts of what they were joined to."""
    counts: Counter[str] = Counter()
    for values, count in counted:
        for label in values.split(_SEPARATOR):
            counts[label] += count
    del counts[""]
    return counts.most_common(VALUES)
