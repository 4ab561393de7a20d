"""What a build keeps of its work, and when it does not trust what it kept."""

from pathlib import Path

import pytest

from catalogue.cache import open_cache
from catalogue.errors import CatalogueError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache.sqlite"


def keep(path: Path, *names: str, code: str = "v1") -> None:
    with open_cache(path, code) as cache:
        for name in names:
            cache.put(name.upper(), name)


def test_what_was_put_is_there_the_next_time(path: Path) -> None:
    keep(path, "a")
    with open_cache(path, "v1") as cache:
        assert (cache.get("a"), cache.get("b")) == ("A", None)


def test_other_code_makes_everything_anew(path: Path) -> None:
    keep(path, "a")
    with open_cache(path, "v2") as cache:
        assert cache.get("a") is None


def test_what_nobody_asked_for_is_forgotten(path: Path) -> None:
    keep(path, "a", "b")
    with open_cache(path, "v1") as cache:
        cache.get("a")
        cache.prune()
    with open_cache(path, "v1") as cache:
        assert (cache.get("a"), cache.get("b")) == ("A", None)


def test_a_reading_that_fails_keeps_nothing(path: Path) -> None:
    with pytest.raises(AttributeError), open_cache(path, "v1") as cache:
        cache.put([cache.put("A", "a"), lambda: None], "b")
    with open_cache(path, "v1") as cache:
        assert cache.get("a") is None


def test_a_damaged_file_is_replaced(path: Path) -> None:
    path.write_bytes(b"This is no database, and long enough to be seen as none." * 10)
    keep(path, "a")
    with open_cache(path, "v1") as cache:
        assert cache.get("a") == "A"


def test_damage_that_shows_late_says_what_to_do(path: Path) -> None:
    keep(path, *map(str, range(2000)))
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + bytes(len(whole) - 8192))
    with pytest.raises(CatalogueError, match="Delete it"), open_cache(path, "v1") as cache:
        cache.prune()
