"""What every engine keeps: generations, seen wholly or not at all; streams and cursors."""

from collections.abc import Iterator

import pytest

from index import (
    AnalysedDocument,
    CursorExpired,
    CursorInvalid,
    IndexMissing,
    Query,
    SearchEngine,
    Sort,
    analyse,
    synchronise,
)
from tests.index.shelf import FIELDS, SHELF, document, fill, found, query


def test_nothing_answers_before_the_first_update(engine: SearchEngine) -> None:
    with pytest.raises(IndexMissing, match=r"nothing has been indexed|no index"):
        engine.snapshot()


def test_an_empty_update_is_a_generation(engine: SearchEngine) -> None:
    engine.update([], [])
    assert engine.snapshot().search(Query(facets=("year",))).total == 0


def test_generations_rise(shelf: SearchEngine) -> None:
    before = shelf.snapshot().generation
    assert fill(shelf, [document("new")]) > before


def test_an_upsert_replaces_and_a_delete_removes(shelf: SearchEngine) -> None:
    shelf.update([analyse(document("ada", "Novel words"), FIELDS)], ["bo", "nobody"])
    snapshot = shelf.snapshot()
    assert (found(snapshot, "novel"), found(snapshot, "migration")) == ({"ada"}, {"di"})


def test_deleted_documents_count_nowhere(engine: SearchEngine) -> None:
    fill(engine, [document(f"x{n}", "Common", authors=["Gone"]) for n in range(9)])
    engine.update([analyse(d, FIELDS) for d in SHELF], [f"x{n}" for n in range(9)])
    changed = engine.snapshot().search(query("migration"))
    engine.update([analyse(d, FIELDS) for d in SHELF], [], clear=True)
    assert changed.hits == engine.snapshot().search(query("migration")).hits
    assert [c.key for c in engine.snapshot().values("author")] == ["müller, anna", "ode, bea", "çelik, deniz"]


def test_an_old_snapshot_and_its_stream_stay(shelf: SearchEngine) -> None:
    old = shelf.snapshot()
    stream = old.scan(Query())
    first = next(stream).id
    shelf.update([analyse(document("new"), FIELDS)], [], clear=True)
    old.close()
    assert [first, *(hit.id for hit in stream)] == ["ada", "bo", "cy", "di", "ed", "fay"]


def test_a_failed_update_is_not_seen(shelf: SearchEngine) -> None:
    def broken() -> Iterator[AnalysedDocument]:
        yield analyse(document("new", "Novel"), FIELDS)
        raise RuntimeError("no more")

    before = shelf.snapshot().generation
    with pytest.raises(RuntimeError, match="no more"):
        shelf.update(broken(), ["ada"], attachment=b"other")
    assert (shelf.snapshot().generation, found(shelf.snapshot(), "novel")) == (before, set())


def test_an_update_follows_a_failed_one(shelf: SearchEngine) -> None:
    twice = [analyse(document("new"), FIELDS)] * 2
    with pytest.raises(ValueError, match="'new' is given twice"):
        shelf.update(twice, [])
    shelf.update(twice[:1], [])
    assert shelf.snapshot().get("new") is not None


def test_an_attachment_belongs_to_its_generation(engine: SearchEngine) -> None:
    fill(engine, attachment=b"one\n\x00two")
    old = engine.snapshot()
    fill(engine, [document("new")], attachment=b"three")
    assert (old.attachment, engine.snapshot().attachment) == (b"one\n\x00two", b"three")


def test_an_attachment_is_kept_until_there_is_another(engine: SearchEngine) -> None:
    fill(engine, attachment=b"kept")
    fill(engine, [document("new")])
    assert engine.snapshot().attachment == b"kept"


def test_many_small_updates_find_what_one_large_finds(engine: SearchEngine) -> None:
    for n in range(12):
        fill(engine, [SHELF[n % len(SHELF)], document(f"extra{n}", "Extra")])
    snapshot = engine.snapshot()
    assert found(snapshot, "migration policy") == {"bo"}
    assert len(found(snapshot, "extra")) == 12
    assert set(snapshot.fingerprints()) == {d.id for d in SHELF} | {f"extra{n}" for n in range(12)}


@pytest.mark.parametrize("sort", [None, Sort("year"), Sort("title", descending=True)])
def test_a_scan_goes_on_behind_its_cursor(shelf: SearchEngine, sort: Sort | None) -> None:
    snapshot = shelf.snapshot()
    hits = list(snapshot.scan(query("migration OR policy"), sort))
    assert list(snapshot.scan(query("migration OR policy"), sort, after=hits[1].cursor)) == hits[2:]


def test_a_scan_is_in_the_order_of_a_search(shelf: SearchEngine) -> None:
    snapshot = shelf.snapshot()
    scanned = [hit.id for hit in snapshot.scan(query("migration"))]
    assert scanned == [hit.id for hit in snapshot.search(query("migration")).hits]


def test_a_cursor_expires_with_its_generation(shelf: SearchEngine) -> None:
    cursor = next(iter(shelf.snapshot().scan(Query()))).cursor
    fill(shelf, [document("new")])
    with pytest.raises(CursorExpired, match="begin the scan again"):
        shelf.snapshot().scan(Query(), after=cursor)


@pytest.mark.parametrize("cursor", ["", "nonsense", "1-x-y", "²-1-a"])
def test_what_is_no_cursor_is_named(shelf: SearchEngine, cursor: str) -> None:
    with pytest.raises(CursorInvalid):
        shelf.snapshot().scan(Query(), after=cursor)


def test_a_cursor_of_another_query_is_refused(shelf: SearchEngine) -> None:
    snapshot = shelf.snapshot()
    cursor = next(iter(snapshot.scan(Query()))).cursor
    with pytest.raises(CursorInvalid, match="of another query"):
        snapshot.scan(query("migration"), after=cursor)


def test_synchronise_touches_what_differs(engine: SearchEngine) -> None:
    documents = {d.id: d for d in SHELF}
    synchronise(engine, FIELDS, dict.fromkeys(documents, "1"), documents.__getitem__, attachment=b"")
    wanted = {**dict.fromkeys(documents, "1"), "bo": "2", "new": "1"}
    del wanted["cy"]
    documents |= {"bo": document("bo", "Other", fingerprint="2"), "new": document("new")}
    changes = synchronise(engine, FIELDS, wanted, documents.__getitem__, attachment=b"")
    assert (changes.added, changes.updated, changes.deleted) == (("new",), ("bo",), ("cy",))
    assert engine.snapshot().fingerprints() == wanted


def test_synchronise_makes_no_generation_for_nothing(shelf: SearchEngine) -> None:
    made: list[str] = []
    wanted = dict.fromkeys((d.id for d in SHELF), "1")
    before = shelf.snapshot().generation
    changes = synchronise(shelf, FIELDS, wanted, lambda id: made.append(id) or SHELF[0], attachment=b"")
    assert (changes.generation, made) == (before, [])


def test_synchronise_commits_an_attachment_alone(shelf: SearchEngine) -> None:
    wanted = dict.fromkeys((d.id for d in SHELF), "1")
    synchronise(shelf, FIELDS, wanted, {d.id: d for d in SHELF}.__getitem__, attachment=b"new")
    assert shelf.snapshot().attachment == b"new"


def test_synchronise_reports_its_progress(engine: SearchEngine) -> None:
    calls: list[tuple[int, int]] = []
    documents = {d.id: d for d in SHELF[:3]}
    synchronise(
        engine,
        FIELDS,
        dict.fromkeys(documents, "1"),
        documents.__getitem__,
        attachment=b"",
        progress=lambda done, of: calls.append((done, of)),
    )
    assert calls == [(1, 3), (2, 3), (3, 3)]


def test_synchronise_in_full_makes_all_anew(shelf: SearchEngine) -> None:
    documents = {d.id: d for d in SHELF}
    wanted = dict.fromkeys(documents, "1")
    changes = synchronise(shelf, FIELDS, wanted, documents.__getitem__, attachment=b"", full=True)
    assert changes.updated == tuple(sorted(documents))
