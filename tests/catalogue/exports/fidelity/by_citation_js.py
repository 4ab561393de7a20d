"""citation-js as a reader, started once for a whole export: node takes its time to start."""

import json
from collections.abc import Callable
from pathlib import Path

from tests.catalogue.exports.fidelity.facts import Facts, csl
from tests.catalogue.exports.fidelity.programs import CITATION_JS, NODE, output

_SCRIPT = Path(__file__).with_name("citation_js.cjs")


def reader_of(syntax: str) -> Callable[[str, Path], list[Facts]]:
    """A reader of one of citation-js's formats, such as `@ris/file`."""

    def read(source: str, folder: Path) -> list[Facts]:
        printed = output([str(NODE), str(_SCRIPT), str(CITATION_JS), syntax], source)
        return [csl(item) for item in json.loads(printed)]

    return read
