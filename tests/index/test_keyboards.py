"""Texts as another keyboard would have typed them."""

import pytest

from index.keyboards import retyped


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("к-ш3-0он", "көші-қон"),
        ("r-i3-0jy", "көші-қон"),
        ("R-i3-0jy cfzcfns", "Көші-қон саясаты"),
        ("-м3р", "өмір"),
        ("5ылыми-зерттеу", "ғылыми-зерттеу"),
        ("0о5амды0-саяси", "қоғамдық-саяси"),
        ("к-к-н3с", "көкөніс"),  # the second ө of which is the only one behind a vowel
        ("=а0ан 9лытау", "һақан ұлытау"),
        ("rfr-nj", "как-то"),
    ],
)
def test_what_another_layout_typed_is_among_what_may_be_meant(typed: str, meant: str) -> None:
    assert meant in retyped(typed)


def test_a_hyphen_is_a_letter_where_it_can_be_one() -> None:
    """In Kazakh words of one piece an ө stands before any other vowel."""
    assert [text for text in retyped("к-ш3-0он") if "қ" in text] == ["көші-қон", "көшіөқон"]
    assert [text for text in retyped("м-лшер") if "ө" in text] == ["мөлшер"]


def test_a_word_that_is_kept_keeps_its_letters() -> None:
    assert "көкөніс қазақ" in retyped("көкөніс 0аза0", {"көкөніс"})
