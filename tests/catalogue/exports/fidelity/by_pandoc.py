"""pandoc as a reader: formats of references by way of CSL-JSON, LaTeX and prose by way of HTML."""

import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from lxml import html

from tests.catalogue.exports.fidelity.facts import Facts, Passage, csl
from tests.catalogue.exports.fidelity.programs import PANDOC, output

Read = Callable[[str, Path], list[Facts]]

_LATEX = re.compile(r"[\\{}$~`']|--")


def reader_of(syntax: str) -> Read:
    """A reader of one of pandoc's formats of references."""

    def read(source: str, folder: Path) -> list[Facts]:
        return [csl(item) for item in json.loads(output([PANDOC, "-f", syntax, "-t", "csljson"], source))]

    return read


def read_metadata(source: str, folder: Path) -> list[Facts]:
    """References as the metadata of a document, which is where pandoc looks for CSL-YAML."""
    return reader_of("markdown")(f"---\n{source}\n---\n", folder)


def prose_of(syntax: str) -> Callable[[str, Path], list[Passage]]:
    """A reader of documents for people: the passages between lines, or else the paragraphs."""

    def read(source: str, folder: Path) -> list[Passage]:
        page = output([PANDOC, "-f", syntax, "-t", "html", "--katex", "--wrap=none"], source)
        passages = re.split("<hr ?/?>", page) if "<hr" in page else re.findall("(?s)<p>.*?</p>", page)
        return [
            Passage.of(html.fragment_fromstring(own, create_parent=True).text_content()) for own in passages
        ]

    return read


def unlatexed(values: Sequence[str]) -> list[str]:
    """LaTeX as plain strings, formulas as their TeX; all in one run."""
    marked = [value for value in dict.fromkeys(values) if _LATEX.search(value)]
    document = "\n".join(f"\\begin{{quote}}{value}\\end{{quote}}\n" for value in marked)
    page = output([PANDOC, "-f", "latex", "-t", "html", "--katex", "--wrap=none"], document)
    quotes = html.fragment_fromstring(page, create_parent=True).findall("blockquote")
    plain = dict(zip(marked, (quote.text_content().strip() for quote in quotes), strict=True))
    return [plain.get(value, value) for value in values]
