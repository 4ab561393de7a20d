"""Relevance collections: documents, questions that people asked of them, and which documents answer those.

A folder holds `docs.jsonl` (an object a line: id, title, authors, text, and perhaps keywords and year),
`queries.tsv` (id, text) and `qrels.tsv` (query, document, grade). Documents become records of the catalogue,
and what the index knows of them is what it knows of any record.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from catalogue.documents import document
from catalogue.model import Contributor, Issued, Keyword, Multilingual, PartialDate, Record, RecordType, Text
from catalogue.sources.names import parse_name
from index import Document

FILES = ("docs.jsonl", "queries.tsv", "qrels.tsv")


@dataclass(frozen=True, slots=True)
class Collection:
    """`questions` are texts by id, those alone that somebody judged; `judgements` are the grades by question
    and document."""

    name: str
    documents: Sequence[Document]
    questions: Mapping[str, str]
    judgements: Mapping[str, Mapping[str, int]]


def read_collection(folder: Path) -> Collection:
    """The collection in a folder. Raises OSError, and ValueError where a line says too little."""
    docs, queries, qrels = (folder / name for name in FILES)
    judgements: dict[str, dict[str, int]] = {}
    for question, judged, grade in _rows(qrels, 3):
        judgements.setdefault(question, {})[_key(judged)] = int(grade)
    with docs.open(encoding="utf-8") as lines:
        documents = [document(_record(json.loads(line))) for line in lines if line.strip()]
    questions = {question: text for question, text in _rows(queries, 2) if question in judgements}
    return Collection(folder.name, documents, questions, judgements)


def _rows(path: Path, columns: int) -> Iterator[list[str]]:
    """The lines of a file in columns between tabs; the last has whatever else there is."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        row = line.split("\t", columns - 1)
        if len(row) == columns:
            yield row
        elif line.strip():
            raise ValueError(f"{path}, line {number}: there should be {columns} columns between tabs")


def _key(id: str) -> str:
    """The key of a document: no mere number, which would answer to any number in a question."""
    return f"document-{id}"


def _record(line: Mapping[str, Any]) -> Record:
    """The record that a line of `docs.jsonl` states; it may lack a title, as none in a library does."""
    keywords, authors, year = (line.get(name) or "" for name in ("keywords", "authors", "year"))
    if isinstance(keywords, str):
        keywords = keywords.split(",")
    if isinstance(authors, str):
        authors = authors.split(";")
    return Record(
        key=_key(line["id"]),
        type=RecordType.ARTICLE,
        title=Multilingual.of(line.get("title")),
        abstract=Multilingual.of(line.get("text")),
        keywords=tuple(Keyword(Text.of(word)) for word in keywords if word.strip()),
        contributors=tuple(Contributor(parse_name(name)) for name in authors if name.strip()),
        issued=Issued(PartialDate(int(year))) if str(year).isdecimal() else None,
    )
