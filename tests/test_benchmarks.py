"""The benchmarks compare like with like: every engine finds the same, and all that is asked is repeatable."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import islice
from pathlib import Path
from threading import Thread

import pytest

from catalogue.documents import document
from catalogue.library import read_library
from catalogue.scan import scan
from index import Document
from tests.benchmarks import invented, peers
from tests.benchmarks.corpus import Corpus
from tests.benchmarks.figures import percentile
from tests.benchmarks.load import fetch, load
from tests.benchmarks.peers.peer import Mode, Peer, joined, most_frequent
from tests.benchmarks.questions import KINDS, Question, questions
from tests.benchmarks.store import read_documents, write_documents

BOOKS = """
@article{walls, title = {Walls of quiet gardens}, author = {Stone, Ann and Brook, Ben}, year = 2001,
  journal = {Gardens}, keywords = {walls, stone}, abstract = {Nothing grows.}}
@book{doors, title = {Doors in garden walls}, author = {Brook, Ben}, year = 2005, keywords = {walls}}
@book{roofs, title = {Roofs of Brook valley}, author = {Stone, Ann}, year = 2010, abstract = {Quiet.}}
"""


def documents_of(bibtex: str, folder: Path) -> list[Document]:
    (folder / "books.bib").write_text(bibtex, encoding="utf-8")
    return [document(record) for record in read_library(scan(folder)).records.values()]


@pytest.fixture(scope="module", params=peers.PEERS)
def peer(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Peer:
    try:
        engine = peers.load(request.param)
    except ImportError:
        pytest.skip(f"{request.param} is not installed here")
    opened = engine(tmp_path_factory.mktemp("peer") / "index")
    opened.build(documents_of(BOOKS, tmp_path_factory.mktemp("data")))
    opened.open()
    return opened


@pytest.mark.parametrize(
    ("question", "found"),
    [
        (Question("word", ("quiet",)), {"walls", "roofs"}),
        (Question("word", ("wall",)), {"walls", "doors"}),
        (Question("two words", ("garden", "brook")), {"walls", "doors"}),
        (Question("phrase", ("garden", "walls")), {"doors"}),
        (Question("author", ("quiet",), author="brook"), {"walls"}),
        (Question("years", ("walls",), years=(2005, 2006)), {"doors"}),
        (Question("prefix", ("gard",)), {"walls", "doors"}),
        (Question("word", ("windows",)), set()),
    ],
    ids=lambda value: value.typed if isinstance(value, Question) else "",
)
@pytest.mark.parametrize("facets", [False, True])
def test_every_engine_finds_the_same(peer: Peer, question: Question, found: set[str], facets: bool) -> None:
    answer = peer.search(question, facets=facets)
    assert (set(answer.ids), answer.total) == (found, len(found))


@pytest.mark.parametrize("peer", [peers.OURS], indirect=True)
def test_what_is_refined_is_the_same_result(peer: Peer) -> None:
    question = Question("three words", ("quiet", "garden", "walls"))
    answers = [peer.asked(question, mode)() for mode in (Mode.PAGE, Mode.REFINED)]
    assert answers[0].ids == answers[1].ids == ["walls"]


@pytest.mark.parametrize("peer", [peers.OURS], indirect=True)
def test_what_resembles_the_best_hit_is_asked_for_by_its_id(peer: Peer) -> None:
    assert peer.asked(Question("word", ("doors",)), Mode.SIMILAR)().ids == ["walls"]
    assert peer.asked(Question("word", ("windows",)), Mode.SIMILAR)().ids == []


def test_every_engine_counts_each_author_of_a_record(peer: Peer) -> None:
    counts = peer.search(Question("word", ("quiet",)), facets=True).counts
    assert dict(counts["author"]) == {"Stone, Ann": 2, "Brook, Ben": 1}


def test_every_engine_gives_back_what_was_stored(peer: Peer, tmp_path: Path) -> None:
    stored = {own.id: own.stored for own in documents_of(BOOKS, tmp_path)}
    answer = peer.search(Question("word", ("valley",)), facets=False)
    assert answer.stored == [stored["roofs"]]


def test_values_in_one_column_are_counted_one_by_one() -> None:
    counted = [(joined(["a", "b"]), 2), (joined(["b"]), 3), (joined([]), 9)]
    assert most_frequent(counted) == [("b", 5), ("a", 2)]


def test_invented_records_are_repeatable_and_without_faults(tmp_path: Path) -> None:
    first, second = ("".join(invented.bibtex(20)) for _ in range(2))
    assert first == second
    assert len(documents_of(first, tmp_path)) == 20


def test_questions_are_different_repeatable_and_of_all_kinds(tmp_path: Path) -> None:
    documents = documents_of("".join(invented.bibtex(100)), tmp_path)
    asked = questions(documents, 200, seed=1)
    assert asked == questions(documents, 200, seed=1)
    assert len(set(asked)) == 200
    assert {question.kind for question in asked} == set(KINDS)


def test_too_few_titles_are_told() -> None:
    with pytest.raises(ValueError, match="too few"):
        questions([], 1, seed=1)


def test_a_corpus_is_spread_over_files_in_its_order(tmp_path: Path) -> None:
    corpus = Corpus("five", ["a", "b", "c", "d", "e"], tmp_path)
    written = corpus.write(tmp_path / "data", files=2)
    assert [path.read_text(encoding="utf-8") for path in written] == ["ab", "cde"]


def test_documents_are_read_back_one_by_one(tmp_path: Path) -> None:
    documents = documents_of(BOOKS, tmp_path)
    write_documents(tmp_path / "documents", documents)
    assert list(islice(read_documents(tmp_path / "documents"), 2)) == documents[:2]


@pytest.mark.parametrize(("percent", "value"), [(50, 2), (75, 3), (99, 4), (0, 1)])
def test_a_percentile_is_one_of_the_values(percent: float, value: float) -> None:
    assert percentile([4, 1, 3, 2], percent) == value


class Page(BaseHTTPRequestHandler):
    """Answers in chunks below `/chunks`, with 404 at `/none`, else with a length."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.send_response(404 if self.path == "/none" else 200)
        chunks = self.path.startswith("/chunks")
        self.send_header(*(("Transfer-Encoding", "chunked") if chunks else ("Content-Length", "5")))
        self.end_headers()
        self.wfile.write(b"5\r\nhello\r\n0\r\n\r\n" if chunks else b"hello")

    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Page) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


def test_a_load_asks_for_every_address_over_kept_connections(port: int) -> None:
    done = load([port], ["/page", "/chunks"] * 20)
    assert len(done.seconds) == 40
    assert done.bytes == 20 * len(fetch(port, "/page")) + 20 * len(fetch(port, "/chunks"))


def test_a_refusal_ends_a_load(port: int) -> None:
    with pytest.raises(ConnectionError, match="404"):
        load([port], ["/page", "/none"])
