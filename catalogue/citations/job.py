"""What a renderer is asked for: one citation a job. A job is a plain value that can travel as JSON."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from catalogue.model import Text

Item = Mapping[str, Any]
"""A CSL-JSON item; other forms of its texts and names in `multi`, as citeproc-js has them, under the tags
`ROMANISED` and `TRANSLATED`."""

ROMANISED = "x-romanised"
TRANSLATED = "x-translated"


class Forms(StrEnum):
    """Which forms of names and texts a citation shows."""

    ORIGINAL = "original"
    TRANSLATED = "translated"
    """As they are, the title followed by its translation in brackets."""
    ROMANISED = "romanised"
    """In Latin letters, titles followed by their translations in brackets."""


@dataclass(frozen=True, slots=True)
class Job:
    """A citation to make: the name of a style, the CSL locale of its terms (`ru-RU`), and of what."""

    style: str
    locale: str
    item: Item
    forms: Forms = Forms.ORIGINAL


class Renderer(Protocol):
    """Whatever makes citations: an engine in this process, or the client of one in another."""

    def render(self, jobs: Sequence[Job]) -> list[Text]:
        """The bibliography entry of each job, without a number. Raises CitationError for all at once."""
        ...
