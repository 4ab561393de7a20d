"""Files in YAML that say what publications name: from text to values that know where they stand."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from catalogue.model import Problem, Severity
from catalogue.sources import yaml
from catalogue.sources.letters import repair
from catalogue.sources.raw import Place, Plain

Way = yaml.Way
KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""What the key of a concept, a person or a venue looks like: it stands in addresses."""

_NOWHERE = Place(0, 0)  # in a file that holds nothing


class StatedFile(NamedTuple):
    """A file that was read: its path, what it holds, and where."""

    path: str
    stated: Plain
    places: yaml.Places

    def problem(self, severity: Severity, code: str, way: Way, message: str, advice: str) -> Problem:
        """Something wrong with the part of the file to which `way` leads."""
        place, subject = self.places.get(way, _NOWHERE), "/".join(map(str, way))
        return Problem(self.path, *place, severity, code, message, advice, subject=subject)


def read(path: str, content: bytes) -> StatedFile:
    """A file as it stands. Raises YamlFaultError."""
    return StatedFile(path, *yaml.load_with_places(content, path))


def items(way: Way, stated: Plain) -> Iterator[tuple[Way, Plain]]:
    """The items of a list, or the one value that stands for a list of one."""
    if isinstance(stated, list):
        yield from (((*way, number), item) for number, item in enumerate(stated))
    else:
        yield way, stated


def text_of(stated: Plain, tag: str = "") -> str:
    """A text with its letters repaired and in one line, "" for what is none; `tag` is its language."""
    return " ".join(repair(stated, kazakh=tag == "kk").split()) if isinstance(stated, str) else ""
