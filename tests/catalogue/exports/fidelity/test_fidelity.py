"""What is exported, other programs read: titles, authors and years come back, but for what is known to be
lost. The table of what each reader lost is printed at the end of the tests.
"""

import pytest

from catalogue.exports import formats
from tests.catalogue.exports.fidelity.losses import LOSSES, Loss, losses_of
from tests.catalogue.exports.fidelity.matrix import BENCH, OWN, Report, collection, foretold, outcome, read
from tests.catalogue.exports.fidelity.readers import READERS, Reader
from tests.corpora import needs_corpora


def asked(reader: Reader, *others: object, marks: tuple[pytest.MarkDecorator, ...] = ()) -> object:
    """A case of a test, skipped where the reader is not installed."""
    absent = pytest.mark.skipif(bool(reader.absent), reason=reader.absent)
    name = f"{reader}-{others[0]}" if others and isinstance(others[0], str) else str(reader)
    return pytest.param(reader, *others, marks=(absent, *marks), id=name)


@pytest.mark.parametrize(
    ("reader", "name"),
    [asked(reader, OWN) for reader in READERS]
    + [asked(reader, BENCH, marks=(needs_corpora,)) for reader in READERS if reader.every],
)
def test_nothing_is_lost_but_what_the_table_says(reader: Reader, name: str, report: Report) -> None:
    report[reader, name] = found = outcome(reader, name)

    assert (found.found, found.lost) == (found.given, foretold(reader, name))


@pytest.mark.parametrize("loss", LOSSES, ids=lambda loss: f"{loss.readers} {loss.forms} {loss.field}")
def test_every_line_of_the_table_speaks_of_a_reader_and_of_a_record(loss: Loss) -> None:
    readers = [reader for reader in READERS if loss in losses_of(reader)]
    records = [record for record in collection(OWN) if loss.when(record)]

    assert all([readers, records])


@pytest.mark.parametrize(
    ("reader", "loss"),
    [asked(reader, loss) for reader in READERS for loss in losses_of(reader) if loss.field == "file"],
)
def test_what_is_kept_from_a_reader_does_make_it_give_up(reader: Reader, loss: Loss) -> None:
    record = next(filter(loss.when, collection(OWN)))

    with pytest.raises(AssertionError, match="failed"):
        read(reader, [record])


@pytest.mark.parametrize("suffix", [own.suffix for own in formats()])
def test_every_format_has_an_independent_reader(suffix: str) -> None:
    assert suffix in {reader.suffix for reader in READERS}
