"""SQLite's full-text index FTS5, with tables beside it for the facets."""

import sqlite3
from collections.abc import Sequence

from index import Document
from tests.benchmarks.peers.peer import FACETS, HITS, TEXTS, VALUES, Answer, Peer, labels_of, text_of
from tests.benchmarks.questions import Question

_FILE = "index.sqlite"
_CACHE = "PRAGMA cache_size = -64000; PRAGMA mmap_size = 4000000000; PRAGMA temp_store = MEMORY;"
_TABLES = f"""
CREATE VIRTUAL TABLE texts USING fts5 (
    {", ".join(TEXTS)}, content='', tokenize='porter unicode61 remove_diacritics 2', prefix='3 4');
INSERT INTO texts (texts, rank) VALUES ('rank', 'bm25({", ".join(map(str, TEXTS.values()))})');
CREATE TABLE documents (number INTEGER PRIMARY KEY, id TEXT UNIQUE, year INTEGER, stored TEXT);
"""
_FACET_TABLES = """
CREATE TABLE {0}_labels (value INTEGER PRIMARY KEY, label TEXT UNIQUE);
CREATE TABLE {0}_values (number INTEGER, value INTEGER, PRIMARY KEY (number, value)) WITHOUT ROWID;
"""
_MATCHING = "FROM texts WHERE texts MATCH :words"
# CROSS JOIN keeps this order; else SQLite looks up the words for each document of these years.
_IN_YEARS = """FROM texts CROSS JOIN documents AS dated ON dated.number = texts.rowid
    WHERE texts MATCH :words AND dated.year BETWEEN :first AND :last"""
_COUNTS = f"""
SELECT label, hits FROM {{0}}_labels JOIN (
    SELECT value, count(*) AS hits FROM found JOIN {{0}}_values USING (number)
    GROUP BY value ORDER BY hits DESC, value LIMIT {VALUES}) USING (value)
"""


class Engine(Peer):
    """Words stemmed by Porter; to count facets, the hits of a question go into a temporary table."""

    package = f"SQLite {sqlite3.sqlite_version}"

    def build(self, documents: Sequence[Document]) -> None:
        self.folder.mkdir(parents=True)
        database = sqlite3.connect(self.folder / _FILE)
        database.executescript(_CACHE + _TABLES + "".join(map(_FACET_TABLES.format, FACETS)))
        columns, marks = ", ".join(TEXTS), ", ".join("?" * len(TEXTS))
        known: dict[str, dict[str, int]] = {name: {} for name in FACETS}
        with database:
            for number, document in enumerate(documents, 1):
                year = document.numbers["year"][0] if document.numbers["year"] else None
                database.execute(
                    "INSERT INTO documents VALUES (?, ?, ?, ?)", (number, document.id, year, document.stored)
                )
                texts = [text_of(document, name) for name in TEXTS]
                database.execute(
                    f"INSERT INTO texts (rowid, {columns}) VALUES (?, {marks})", (number, *texts)
                )
                for name, values in known.items():
                    held = [values.setdefault(own, len(values)) for own in labels_of(document, name)]
                    rows = ((number, value) for value in held)
                    database.executemany(f"INSERT INTO {name}_values VALUES (?, ?)", rows)
            for name, values in known.items():
                labels = ((value, label) for label, value in values.items())
                database.executemany(f"INSERT INTO {name}_labels VALUES (?, ?)", labels)
        database.close()

    def open(self) -> None:
        self._database = sqlite3.connect(self.folder / _FILE)
        self._database.executescript(_CACHE + "CREATE TEMP TABLE found (number INTEGER PRIMARY KEY)")

    def search(self, question: Question, *, facets: bool) -> Answer:
        first, last = question.years or (0, 0)
        named = {"words": _typed(question), "first": first, "last": last}
        matching = _IN_YEARS if question.years else _MATCHING
        ask = self._database.execute
        counts = {}
        if facets:
            ask("DELETE FROM found")
            total = ask(f"INSERT INTO found SELECT texts.rowid {matching}", named).rowcount
            counts = {name: ask(_COUNTS.format(name)).fetchall() for name in FACETS}
        else:
            (total,) = ask(f"SELECT count(*) {matching}", named).fetchone()
        best = f"SELECT texts.rowid AS number, rank AS score {matching} ORDER BY rank LIMIT {HITS}"
        hits = ask(
            f"SELECT id, stored FROM ({best}) JOIN documents USING (number) ORDER BY score", named
        ).fetchall()
        return Answer([id for id, _ in hits], [stored for _, stored in hits], total, counts)


def _typed(question: Question) -> str:
    if question.kind == "phrase":
        return '"{}"'.format(" ".join(question.words))
    words = " ".join(f'"{word}"' for word in question.words)
    if question.kind == "prefix":
        return words + "*"
    return f'author : "{question.author}" AND {words}' if question.author else words
