"""Where an entry stands: on which line of which file, however it is written there."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest.mock import Mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue import finding
from catalogue.finding import place_of
from catalogue.library import read_library
from catalogue.model import Origin
from catalogue.scan import scan
from catalogue.sources import bibtex
from catalogue.sources.decoding import decode
from catalogue.sources.raw import RawEntry
from tests.corpora import CORPORA, needs_corpora

ROOT = Path(__file__).resolve().parents[2]
LIBRARY = ROOT / "tests" / "library"


def put(folder: Path, path: str, content: str | bytes) -> None:
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_bytes(content if isinstance(content, bytes) else content.encode())


@pytest.mark.parametrize("data", [ROOT / "data", LIBRARY], ids=["data", "library"])
def test_every_record_is_found_where_a_build_read_it(data: Path) -> None:
    records = read_library(scan(data)).records
    assert {key: place_of(data, key) for key in records} == {key: own.origin for key, own in records.items()}


@pytest.mark.parametrize(
    ("path", "content", "line"),
    [
        ("a.bib", "\n\n@book{key, title = {T}}", 3),
        ("deep/er/a.bibtex", "@book {\n  key ,\n title = {T}}", 1),
        ("a.bib", "@book{other, crossref = {key}}\n@book(key, title = {T})", 2),
        ("a.bib", "% @book{key, title = {T}}\n@book{key, title = {T}}", 2),
        ("a.bib", "@comment{@book{key, title = {T}}}\n\n@book{key, title = {T}}", 3),
        ("a.bib", "@book{o, abstract = {A head:\n@book{key,\n}}}\n@book{key, title={T}}", 4),
        ("a.bib", "@book{keys, title = {T}}\n@book{my-key, title = {T}}\n@book{key, title = {T}}", 3),
        ("a.bib", "@xdata{key, title = {T}}\n@book{other, xdata = {key}}\n@book{key, title = {T}}", 3),
        ("a.bib", "\n@book{other, recordkey = {key}, title = {T}}", 2),
        ("a.bib", "\r\n\r\n@book{key, title = {T}}\r\n", 3),
        ("a.bib", "\n@book{key, title = {Көші-қон}}".encode("utf-16"), 2),
        ("a.bib", "\n@book{key, title = {Миграция}}".encode("cp1251"), 2),
        ("a.bib", "\ufeff@book{key, title = {T}}", 1),
        ("a.bib", "\r\r@book{o, title = {T}}\r@book{key, title = {T}}", 4),
        ("a.yaml", "- id: other\n- id: key\n  title: T", 2),
        ("a.yaml", "- id: other\r- id: key\r  title: T", 2),
        ("a.yaml", "references:\n  - title: T\n    id: key", 2),
        ("a.yml", "# key\n- id: 'key' # mine\n  title: T", 2),
        ("a.yaml", '[{"id": "other", "title": "key"},\n {"title": "T", "id": "key"}]', 2),
    ],
)
def test_an_entry_is_found_however_it_is_written(
    tmp_path: Path, path: str, content: str | bytes, line: int
) -> None:
    put(tmp_path, path, content)
    assert place_of(tmp_path, "key") == Origin(path, line)


@pytest.mark.parametrize("path", ["a.txt", "files/a.bib", "projects/a.yaml", ".hidden.bib"])
def test_only_files_of_publications_are_searched(tmp_path: Path, path: str) -> None:
    put(tmp_path, path, "@book{key, title = {T}}")
    assert place_of(tmp_path, "key") is None


def test_a_link_out_of_the_data_is_not_followed(tmp_path: Path) -> None:
    put(tmp_path, "outside.bib", "@book{key, title = {T}}")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.bib").symlink_to(tmp_path / "outside.bib")
    assert place_of(tmp_path / "data", "key") is None


def test_of_two_copies_the_first_counts(tmp_path: Path) -> None:
    for path in ("b.bib", "a/c.bib"):
        put(tmp_path, path, "@book{key, title = {T}}")
    assert place_of(tmp_path, "key") == Origin("a/c.bib", 1)


def test_where_no_data_lies_nothing_is_found(tmp_path: Path) -> None:
    assert place_of(tmp_path / "nowhere", "key") is None


def test_no_file_is_read_in_which_no_entry_begins_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "a.bib", "@book{keys, title = {key}, crossref = {key}}\n@book{o, recordkey = {others}}")
    put(tmp_path, "b.yaml", "- id: o\n  note: key\n  keyword: key")
    put(tmp_path, "c.bib", "@book{key, title = {T}}")
    decoded = Mock(wraps=decode)
    monkeypatch.setattr(finding, "decode", decoded)
    assert place_of(tmp_path, "key") == Origin("c.bib", 1)
    assert [call.args[1] for call in decoded.call_args_list] == ["c.bib"]


def test_an_entry_may_begin_in_one_block_of_a_file_and_go_on_in_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "_BLOCK", 40)
    monkeypatch.setattr(finding, "_OVERLAP", 20)
    for before in range(80):
        put(tmp_path, "a.bib", "%" * before + "\n@book{key, title = {T}}" + " " * 80)
        assert place_of(tmp_path, "key") == Origin("a.bib", 2), before


def test_a_key_beside_that_of_an_entry_is_found_in_a_large_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "_MOST_READ", 0)
    put(
        tmp_path, "a.bib", "@book{o, title = {T}}\n@book{x,\n title = {T},\n recordkey = {a\\_\\{k{\\'e}y}\n}"
    )
    assert place_of(tmp_path, "a_{kéy") == Origin("a.bib", 2)


KEYS = st.text("aB1:/.-_+'Жқé", min_size=1, max_size=4).filter(lambda key: key.strip(".-+_/:'"))
QUOTINGS: list[Callable[[str], str]] = [
    lambda key: "'" + key.replace("'", "''") + "'",
    json.dumps,
    lambda key: json.dumps(key, ensure_ascii=False),
]
TRAPS = st.sampled_from(["", "% @book{%s, title = {T}}", "see %s,", "%% id: %s", "{%s}", "@string{s = {%s}}"])


@st.composite
def bibtex_entry(draw: st.DrawFn, key: str, keys: list[str]) -> tuple[str, str]:
    """What stands before an entry, and the entry."""
    named = draw(st.sampled_from(keys))
    trap = draw(TRAPS).replace("%s", named)
    inner = draw(st.sampled_from(["See %s.", "@book{%s, x}", "\n@book{%s, x}\n", "- id: %s"]))
    gap = draw(st.sampled_from(["", " ", "\n "]))
    return (
        f"{trap}\n",
        f"@book{{{gap}{key}{gap},\n  title = {{T}}, note = {{{inner.replace('%s', named)}}}}}\n",
    )


@st.composite
def yaml_entry(draw: st.DrawFn, key: str, keys: list[str]) -> tuple[str, str]:
    """The same in YAML."""
    named, quoted = draw(st.sampled_from(keys)), draw(st.sampled_from(QUOTINGS))(key)
    fields = draw(st.permutations([f"id: {quoted}", f"note: {json.dumps(named)}", "title: T"]))
    return f"# id: {named}\n", "- " + "\n  ".join(fields) + "\n"


@st.composite
def files(draw: st.DrawFn) -> tuple[dict[str, str], dict[str, Origin]]:
    """The text of files by path, and the place of each key in them."""
    keys = draw(st.lists(KEYS, min_size=1, max_size=5, unique=True))
    texts: dict[str, str] = {}
    places = {}
    for key in keys:
        path = draw(st.sampled_from(["a.bib", "deep/b.bib", "c.yaml"]))
        written = bibtex_entry(key, keys) if path.endswith("bib") else yaml_entry(key, keys)
        before, entry = draw(written)
        # Without some words in it nobody could tell which alphabet a file is written in.
        text = texts.get(path, "%# Миграция и семья\n"[path.endswith("yaml") :]) + before
        places[key] = Origin(path, text.count("\n") + 1)
        texts[path] = text + entry
    return texts, places


@pytest.fixture(scope="module", params=[finding._MOST_READ, 0], ids=["whole files", "parts of large files"])
def most_read(request: pytest.FixtureRequest) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(finding, "_MOST_READ", request.param)
        yield


@settings(max_examples=40)
@given(made=files(), codec=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1251"]))
@pytest.mark.usefixtures("most_read")
def test_every_key_is_found_among_what_resembles_it(
    tmp_path_factory: pytest.TempPathFactory, made: tuple[dict[str, str], dict[str, Origin]], codec: str
) -> None:
    texts, places = made
    data = tmp_path_factory.mktemp("data")
    for path, text in texts.items():
        fits = text.encode(codec, "ignore").decode(codec) == text
        put(data, path, text.encode(codec if fits else "utf-8"))
    assert {key: place_of(data, key) for key in places} == places


@needs_corpora
def test_what_stands_in_a_large_file_is_found_on_its_line() -> None:
    data, path = CORPORA, CORPORA / "russian_digest.bib"
    entries = [own for own in bibtex.read(path.read_bytes(), path.name) if isinstance(own, RawEntry)]
    for own in entries[:: len(entries) // 5]:
        assert place_of(data, own.key) == own.origin
