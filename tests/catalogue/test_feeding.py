"""Documents on their way to the index."""

import pickle
from dataclasses import replace

import pytest

from catalogue import feeding, workers
from catalogue.documents import FIELDS, document
from catalogue.model import PartialDate, Record
from catalogue.model.codec import encode
from index import AnalysedDocument, analyse
from tests.catalogue.conftest import Desk
from tests.library_records import library_records


def said(document: AnalysedDocument) -> tuple[object, ...]:
    rest = (document.facets, *(getattr(document, name) for name in feeding._REST))
    return (*document.occurrences, *rest)


@pytest.mark.parametrize("record", library_records(), ids=lambda record: record.key)
def test_a_document_arrives_as_it_was_made(record: Record) -> None:
    source = feeding.Source(encode(record), "2020-05-06", "print")
    [parcel] = pickle.loads(pickle.dumps(feeding.analysed((source,))))
    dated = replace(record, added=PartialDate(2020, 5, 6))
    assert said(feeding._unpacked(parcel)) == said(analyse(document(dated, fingerprint="print"), FIELDS))


def test_a_build_shared_by_several_makes_what_one_makes(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(4):
        desk.write(
            f"{number}.bib",
            "".join(f"@book{{k{number}-{each}, title = {{On Wall {each}}}}}\n" for each in range(5)),
        )

    def seen() -> tuple[object, ...]:
        return desk.fingerprints(), replace(desk.site(), built_at=""), desk.found("wall"), desk.record("k1-1")

    desk.settings = replace(desk.settings, jobs=1)
    desk.build()
    alone = seen()
    desk.lose_state()
    monkeypatch.setattr(workers, "_WORTHWHILE", 0)
    monkeypatch.setattr(feeding, "_PORTION", 3)
    desk.settings = replace(desk.settings, jobs=2)
    desk.build()
    assert seen() == alone
