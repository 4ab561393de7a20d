"""What belongs to the index on disk: safety, damage, other fields, locks, killed writers, threads."""

import json
import os
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
import whoosh.index
from whoosh.fields import Schema

from index import (
    AnalysedDocument,
    CorruptIndex,
    EngineError,
    Field,
    ForeignIndex,
    IndexMissing,
    Kind,
    Locked,
    NewerIndex,
    Query,
    RebuildNeeded,
    SearchEngine,
    UnknownEngine,
    analyse,
    open_engine,
    synchronise,
    whoosh_engine,
)
from index.whoosh_engine.directory import FORMAT, Directory
from tests.index import killed_update
from tests.index.shelf import FIELDS, SHELF, document, fill, found, query

ROOT = Path(__file__).resolve().parents[2]
OTHER_FIELDS = (Field("venue", Kind.KEYWORD, facet=True), *FIELDS[:2], Field("key", Kind.KEYWORD, sort=True))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "state" / "index"


@pytest.fixture
def engine(folder: Path) -> SearchEngine:
    return open_engine(f"whoosh://{folder}", FIELDS)


def reopened(folder: Path) -> SearchEngine:
    return open_engine(f"whoosh://{folder}", FIELDS)


def damage(folder: Path, pattern: str) -> None:
    for path in folder.glob(pattern):
        path.write_bytes(b"damaged" * 20)


def test_another_process_sees_what_was_committed(engine: SearchEngine, folder: Path) -> None:
    fill(engine, attachment=b"site")
    snapshot = reopened(folder).snapshot()
    assert (found(snapshot, "migration"), snapshot.attachment) == ({"ada", "bo", "di"}, b"site")


def test_a_running_engine_follows_another(engine: SearchEngine, folder: Path) -> None:
    fill(engine)
    engine.snapshot()
    fill(reopened(folder), [document("new", "Novel")])
    assert found(engine.snapshot(), "novel") == {"new"}


def test_a_snapshot_is_the_same_while_nothing_is_new(engine: SearchEngine, folder: Path) -> None:
    fill(engine)
    engine.snapshot()
    for path in folder.glob("MAIN_*.arrays"):
        path.unlink()  # so that nothing could be opened again
    assert found(engine.snapshot(), "migration") == {"ada", "bo", "di"}


def test_a_folder_made_anew_is_noticed(engine: SearchEngine, folder: Path) -> None:
    fill(engine)
    engine.snapshot()
    folder.rename(folder.with_name("gone"))
    fill(reopened(folder), [document("new")])
    assert set(engine.snapshot().fingerprints()) == {"new"}


def test_another_index_in_the_same_inodes_is_noticed(
    engine: SearchEngine, folder: Path, tmp_path: Path
) -> None:
    """As a file system leaves it that gives the inodes of a deleted folder to the next."""
    fill(engine, [document("old")])
    engine.snapshot()
    fill(reopened(tmp_path / "other"), [document("new")])
    for path in folder.glob("*.arrays"):
        path.unlink()
    for path in (tmp_path / "other").iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    assert set(engine.snapshot().fingerprints()) == {"new"}


def test_what_a_later_writer_has_begun_is_left_alone(
    engine: SearchEngine, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clean = Directory.clean

    def late(directory: Directory, number: int) -> None:
        monkeypatch.setattr(Directory, "clean", clean)
        fill(reopened(folder), [document("later")])
        clean(directory, number)

    monkeypatch.setattr(Directory, "clean", late)
    fill(engine, [document("first")])
    assert set(reopened(folder).snapshot().fingerprints()) == {"first", "later"}


def test_the_folder_is_private(engine: SearchEngine, folder: Path) -> None:
    fill(engine)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_stock_whoosh_opens_the_index(engine: SearchEngine, folder: Path) -> None:
    fill(engine)
    with whoosh.index.open_dir(folder).searcher() as searcher:
        assert {searcher.stored_fields(n) is not None for n in range(searcher.doc_count())} == {True}
        assert searcher.doc_count() == len(SHELF)


def test_only_the_newest_generation_stays_on_disk(engine: SearchEngine, folder: Path) -> None:
    for n in range(3):
        fill(engine, [document(f"d{n}")])
    assert sorted(p.suffix for p in folder.iterdir() if p.suffix != ".arrays") == ["", ".3", ".toc"]


def test_many_updates_leave_few_segments(engine: SearchEngine, folder: Path) -> None:
    for n in range(40):
        fill(engine, [document(f"d{n}", "Common")])
    assert len(list(folder.glob("*.arrays"))) < 10
    assert len(found(engine.snapshot(), "common")) == 40


def test_a_change_of_one_record_leaves_the_large_segment_alone(engine: SearchEngine, folder: Path) -> None:
    fill(engine)
    (large,) = folder.glob("*.arrays")
    written = large.stat().st_mtime_ns
    fill(engine, [document("bo", "Changed")])
    assert (large.stat().st_mtime_ns, len(list(folder.glob("*.arrays")))) == (written, 2)


def test_segments_that_grow_together_are_merged(
    engine: SearchEngine, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(whoosh_engine.engine, "_FEW", 0)
    fill(engine, [document(f"a{n}") for n in range(8)])
    fill(engine, [document("b0"), document("b1")])  # no more than a quarter
    assert len(list(folder.glob("*.arrays"))) == 2
    fill(engine, [document("c")])
    assert len(list(folder.glob("*.arrays"))) == 1


def test_space_of_deleted_documents_is_won_back(engine: SearchEngine, folder: Path) -> None:
    fill(engine)
    engine.update([], ["ada", "bo", "cy"])
    assert whoosh.index.open_dir(folder).doc_count_all() == 6
    engine.update([], ["di"])
    assert whoosh.index.open_dir(folder).doc_count_all() == 2


def test_a_segment_without_a_living_document_goes(engine: SearchEngine, folder: Path) -> None:
    fill(engine, [document("a")])
    engine.update([], ["a"])
    assert list(folder.glob("*.arrays")) == []


def test_all_is_on_disk_before_a_generation_appears(
    engine: SearchEngine, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: set[int] = set()
    unsafe: list[set[str]] = []
    rename = os.rename

    def record(descriptor: int) -> None:
        synced.add(os.fstat(descriptor).st_ino)

    def check(old: str, new: str) -> None:
        if str(new).endswith(".toc"):
            unsafe.append({path.name for path in folder.iterdir() if path.stat().st_ino not in synced})
        rename(old, new)

    fill(engine, [document("old")])
    monkeypatch.setattr("index.whoosh_engine.directory.os.fsync", record)
    monkeypatch.setattr("whoosh.filedb.filestore.os.rename", check)
    fill(engine)
    assert unsafe == [set()]
    assert folder.stat().st_ino in synced


def test_what_a_killed_build_has_left_goes_with_the_next(engine: SearchEngine, folder: Path) -> None:
    fill(engine)
    names = ("MAIN_killed.arrays.0", "MAIN_killed.arrays", "_MAIN_1.toc.17", "payload.1.part")
    for name in names:
        (folder / name).touch()
    fill(engine, [document("new")])
    assert [name for name in names if (folder / name).exists()] == []
    assert set(engine.snapshot().fingerprints()) == {"new", *(d.id for d in SHELF)}


def test_a_folder_that_others_may_write_is_not_opened(engine: SearchEngine, folder: Path) -> None:
    fill(engine)
    folder.chmod(0o777)
    with pytest.raises(ForeignIndex, match="chmod 700"):
        reopened(folder).snapshot()


def test_a_folder_of_other_files_is_left_alone(engine: SearchEngine, folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "thesis.txt").write_text("mine")
    with pytest.raises(ForeignIndex, match="holds other files"):
        fill(engine)


def test_a_file_is_no_folder(engine: SearchEngine, folder: Path) -> None:
    folder.parent.mkdir()
    folder.write_text("mine")
    with pytest.raises(ForeignIndex, match="is a file"):
        engine.snapshot()


def test_an_index_of_another_program_is_not_ours(engine: SearchEngine, folder: Path) -> None:
    folder.mkdir(parents=True, mode=0o700)
    whoosh.index.create_in(folder, Schema())
    with pytest.raises(ForeignIndex, match="another program"):
        engine.snapshot()


@pytest.mark.parametrize("pattern", ["*.toc", "payload.*", "*.arrays"])
def test_damage_is_named(engine: SearchEngine, folder: Path, pattern: str) -> None:
    fill(engine)
    damage(folder, pattern)
    with pytest.raises(CorruptIndex, match="build"):
        reopened(folder).snapshot().search(query("migration"))


@pytest.mark.parametrize("pattern", ["*.toc", "payload.*", "*.arrays"])
def test_a_damaged_index_is_built_anew_in_place(engine: SearchEngine, folder: Path, pattern: str) -> None:
    fill(engine)
    damage(folder, pattern)
    documents = {d.id: d for d in SHELF}
    other = reopened(folder)
    changes = synchronise(other, FIELDS, dict.fromkeys(documents, "1"), documents.__getitem__, attachment=b"")
    assert (changes.generation > 1, found(other.snapshot(), "labour")) == (True, {"ada", "fay"})


def newer_payload(folder: Path) -> None:
    (folder / "payload.1").write_text(json.dumps({"format": 99}) + "\n")


def newer_segment(folder: Path) -> None:
    for path in folder.glob("*.arrays"):
        held = path.read_bytes()
        path.write_bytes(held[:8] + (99).to_bytes(4, "little") + held[12:])


@pytest.mark.parametrize("make_newer", [newer_payload, newer_segment])
def test_a_newer_index_is_named_and_replaced_when_that_is_wished(
    engine: SearchEngine, folder: Path, make_newer: Callable[[Path], None]
) -> None:
    fill(engine)
    make_newer(folder)
    other = reopened(folder)
    with pytest.raises(NewerIndex, match=r"upgrade .* --full"):
        other.update([], [])
    other.update([analyse(d, FIELDS) for d in SHELF], [], clear=True)
    assert found(other.snapshot(), "labour") == {"ada", "fay"}


def test_an_index_of_an_earlier_version_is_built_anew(engine: SearchEngine, folder: Path) -> None:
    fill(engine)
    payload = folder / "payload.1"
    written = payload.read_text()
    payload.write_text(written.replace(f'"format": {FORMAT}', f'"format": {FORMAT - 1}'))
    other = reopened(folder)
    with pytest.raises(CorruptIndex, match=r"an earlier version .* \(catalogue index\)"):
        other.snapshot()
    assert other.rebuild_needed()


def test_documents_of_another_program_are_not_ours(engine: SearchEngine, folder: Path) -> None:
    fill(engine)
    with whoosh.index.open_dir(folder).writer() as writer:
        writer.add_document(id="theirs")
    (folder / "payload.2").write_bytes((folder / "payload.1").read_bytes())
    other = reopened(folder)
    with pytest.raises(CorruptIndex, match=r"another program .* \(catalogue index\)"):
        other.snapshot()
    other.update([analyse(d, FIELDS) for d in SHELF], [], clear=True)
    assert set(other.snapshot().fingerprints()) == {d.id for d in SHELF}


def test_verifying_finds_what_opening_does_not(engine: SearchEngine, folder: Path) -> None:
    fill(engine)
    engine.verify()
    path = next(folder.glob("*.arrays"))
    held = bytearray(path.read_bytes())
    held[64] ^= 1
    path.write_bytes(held)
    other = reopened(folder)
    other.snapshot()
    with pytest.raises(CorruptIndex, match=r"is damaged: .* --full"):
        other.verify()


def test_a_merge_does_not_spread_damage(
    engine: SearchEngine, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(whoosh_engine.engine, "_MOST_SMALL", 1)
    fill(engine, [document("a", "Word"), document("b", "Word")])
    fill(engine, [document("c", "Word")])
    for path in folder.glob("*.arrays"):
        held = bytearray(path.read_bytes())
        held[64] ^= 1
        path.write_bytes(held)
    with pytest.raises(CorruptIndex, match="is damaged"):
        fill(reopened(folder), [document("d", "Word")])


def test_missing_files_are_named(engine: SearchEngine, folder: Path) -> None:
    fill(engine)
    for path in folder.glob("*.arrays"):
        path.unlink()
    with pytest.raises(CorruptIndex, match="missing"):
        reopened(folder).snapshot()


def test_other_fields_need_a_rebuild(engine: SearchEngine, folder: Path) -> None:
    fill(engine)
    other = open_engine(f"whoosh://{folder}", OTHER_FIELDS)
    assert other.rebuild_needed()
    with pytest.raises(RebuildNeeded, match="other fields"):
        other.update([], [])


def test_a_rebuild_with_other_fields_follows_in_place(engine: SearchEngine, folder: Path) -> None:
    before = fill(engine)
    old = engine.snapshot()
    other = open_engine(f"whoosh://{folder}", OTHER_FIELDS)
    after = other.update([analyse(d, OTHER_FIELDS) for d in SHELF[:1]], [], clear=True)
    assert (after > before, other.rebuild_needed(), other.snapshot().values("venue")) == (True, False, ())
    assert found(old, "migration") == {"ada", "bo", "di"}


def test_an_engine_with_former_fields_answers_from_a_later_index(engine: SearchEngine, folder: Path) -> None:
    fill(engine)
    other = open_engine(f"whoosh://{folder}", OTHER_FIELDS)
    other.update([analyse(d, OTHER_FIELDS) for d in SHELF], [], clear=True)
    results = engine.snapshot().search(Query(query("migration").tree, facets=("year",)))
    assert (results.total, results.facets["year"]) == (3, ())


def test_a_first_update_may_have_other_fields_than_a_failed_one(engine: SearchEngine, folder: Path) -> None:
    other = open_engine(f"whoosh://{folder}", OTHER_FIELDS)
    with pytest.raises(ValueError, match="given twice"):
        other.update([analyse(SHELF[0], OTHER_FIELDS)] * 2, [])
    assert fill(engine) > 0


def test_a_second_writer_is_told_to_wait(engine: SearchEngine, folder: Path) -> None:
    def meanwhile() -> Iterator[AnalysedDocument]:
        with pytest.raises(Locked, match="another process is writing"):
            reopened(folder).update([], [])
        yield analyse(document("new"), FIELDS)

    fill(engine)
    engine.update(meanwhile(), [])
    assert engine.snapshot().get("new") is not None


def test_a_closed_snapshot_says_so(engine: SearchEngine) -> None:
    fill(engine)
    with engine.snapshot() as snapshot:
        pass
    with pytest.raises(EngineError, match="has been closed"):
        snapshot.get("ada")


def test_generations_that_nobody_reads_are_freed(engine: SearchEngine) -> None:
    fill(engine)
    open_files = Path("/proc/self/maps")
    if not open_files.exists():
        pytest.skip("this system does not list mapped files")
    for n in range(5):
        engine.update([analyse(document("ada", f"Word{n}"), FIELDS)], [], clear=True)
        engine.snapshot().search(query("word*"))
    assert open_files.read_text().count("(deleted)\n") <= 2


def test_threads_may_share_an_engine(engine: SearchEngine) -> None:
    fill(engine)
    expected = {"migration": {"ada", "bo", "di"}, '"migration policy"': {"bo"}, "labour": {"ada", "fay"}}

    def ask(text: str) -> bool:
        return all(found(engine.snapshot(), text) == expected[text] for _ in range(30))

    with ThreadPoolExecutor(len(expected)) as pool:
        answers = [pool.submit(ask, text) for text in expected]
        for n in range(10):
            fill(engine, [document("other", f"Other{n}")])
    assert all(answer.result() for answer in answers)


def test_a_lone_surrogate_costs_itself_only(engine: SearchEngine) -> None:
    fill(engine, [document("a", "One \ud800 word", authors=["A \ud800"])])
    assert (found(engine.snapshot(), "word"), len(engine.snapshot().values("author"))) == ({"a"}, 1)


def test_an_unwritable_folder_is_named(engine: SearchEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("index.whoosh_engine.directory.os.fsync", full)
    with pytest.raises(EngineError, match="has room"):
        fill(engine)


def test_an_update_after_a_full_disk_goes_on(engine: SearchEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(engine)
    with monkeypatch.context() as patch:
        patch.setattr("index.whoosh_engine.directory.os.fsync", lambda _: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            fill(engine, [document("new")])
    fill(engine, [document("new")])
    assert set(engine.snapshot().fingerprints()) == {"new", *(d.id for d in SHELF)}


def test_an_update_in_vain_leaves_nothing(engine: SearchEngine, folder: Path) -> None:
    with pytest.raises(IndexMissing):
        engine.snapshot()
    assert not folder.exists()


@pytest.mark.parametrize("url", ["whoosh:relative", "whoosh://host/folder", "sqlite:///x", ""])
def test_an_address_of_no_engine_is_named(url: str) -> None:
    with pytest.raises(UnknownEngine):
        open_engine(url, FIELDS)


def test_killed_updates_leave_a_whole_generation(tmp_path: Path) -> None:
    """Each of twenty writers dies in another moment; the index answers, and the next update completes."""
    folder = tmp_path / "index"
    for attempt in range(20):
        _write_until_killed(folder, after=0.013 * attempt)
        snapshot = reopened(folder).snapshot()
        number = snapshot.attachment.decode()
        assert len(found(snapshot, f"round{number}")) == killed_update.DOCUMENTS
        assert snapshot.search(query("common")).total == killed_update.DOCUMENTS
    assert reopened(folder).update(killed_update.batch(0), [], attachment=b"0") > snapshot.generation
    assert len(found(reopened(folder).snapshot(), "round0")) == killed_update.DOCUMENTS


def test_a_reader_meets_whole_generations_while_another_process_writes(tmp_path: Path) -> None:
    seen: set[int] = set()
    with _writing(tmp_path / "index"):
        engine = reopened(tmp_path / "index")
        while len(seen) < 15:
            snapshot = engine.snapshot()
            number = snapshot.attachment.decode()
            assert len(found(snapshot, f"round{number}")) == killed_update.DOCUMENTS
            seen.add(snapshot.generation)


def _write_until_killed(folder: Path, after: float) -> None:
    with _writing(folder):
        time.sleep(after)


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    """A process that commits generations; it is killed at the end, whatever it is doing."""
    program = [sys.executable, "-m", "tests.index.killed_update", str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(program, cwd=ROOT, env=environment, stdout=subprocess.PIPE) as writer:
        try:
            assert writer.stdout is not None
            writer.stdout.readline()  # at least one generation
            yield
        finally:
            writer.kill()
