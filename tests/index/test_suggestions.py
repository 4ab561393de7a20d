"""What of a label is marked for somebody who types."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.suggestions import marked


@pytest.mark.parametrize(
    ("label", "text", "pieces"),
    [
        ("Rice and reeds", "ri", ("", "Ri", "ce and reeds")),
        ("Rice and reeds", "reeds ric", ("", "Ric", "e and ", "reeds", "")),
        ("Rice and rivers", "r", ("", "R", "ice and ", "r", "ivers")),
        ("Éléments d’État", "ele", ("", "Élé", "ments d’État")),
        ("Straße", "strass", ("", "Straß", "e")),
        ("Қазақстан", "казак", ("", "Қазақ", "стан")),
        ("Yessimova, Sholpan", "есимова", ("", "Yessimova", ", Sholpan")),
        ("Survey", "wetlands", ("Survey",)),
        ("Survey", "", ("Survey",)),
        ("", "rice", ("",)),
    ],
)
def test_what_was_typed_is_marked(label: str, text: str, pieces: tuple[str, ...]) -> None:
    assert marked(label, text) == pieces


def test_another_spelling_is_marked_only_where_nothing_is_written_so() -> None:
    assert marked("Щукин, Shchukin", "shchuk") == ("Щукин, ", "Shchuk", "in")


@given(
    st.text(max_size=40) | st.text("Шщukin éß-’", max_size=12),
    st.text(max_size=12) | st.text("щuk ei", max_size=6),
)
def test_pieces_are_the_label(label: str, text: str) -> None:
    assert "".join(marked(label, text)) == label
