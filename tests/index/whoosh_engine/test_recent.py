"""What was asked lately is kept within its bound."""

from index.whoosh_engine.recent import Recent


def test_what_was_not_asked_for_the_longest_goes() -> None:
    recent = Recent[str, int](2)
    recent.keep("a", 1, weight=1)
    recent.keep("b", 2, weight=1)
    recent.get("a")
    recent.keep("c", 3, weight=1)
    assert [recent.get(key) for key in "abc"] == [1, None, 3]


def test_what_is_too_heavy_costs_the_others_nothing() -> None:
    recent = Recent[str, int](2)
    recent.keep("a", 1, weight=1)
    recent.keep("b", 2, weight=3)
    assert [recent.get(key) for key in "ab"] == [1, None]


def test_a_key_kept_again_weighs_once() -> None:
    recent = Recent[str, int](2)
    for value in range(9):
        recent.keep("a", value, weight=2)
    assert recent.get("a") == 8
