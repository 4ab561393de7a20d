"""Lines between a client and the renderer: both ends read what the other writes."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.citations import (
    BrokenStyle,
    CitationError,
    Forms,
    Job,
    RendererBusy,
    RendererUnavailable,
    UnknownStyle,
)
from catalogue.citations.wire import (
    MalformedRequest,
    error_line,
    job_line,
    read_job,
    read_text,
    socket_address,
    text_line,
)
from catalogue.model import Text
from tests.strategies import texts

VALUES = st.recursive(
    st.text() | st.integers() | st.booleans() | st.none(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(st.text(), st.text(), st.dictionaries(st.text(), VALUES), st.sampled_from(Forms))
def test_a_job_arrives(style: str, locale: str, item: dict[str, object], forms: Forms) -> None:
    job = Job(style, locale, item, forms)
    assert read_job(job_line(job)) == job


@given(texts())
def test_a_text_arrives(text: Text) -> None:
    assert read_text(text_line(text)) == text


@given(st.text())
def test_a_message_is_one_line(words: str) -> None:
    assert text_line(Text(words)).count(b"\n") == 1


@pytest.mark.parametrize(
    "error",
    [
        UnknownStyle("apaa", ("apa",)),
        BrokenStyle("apa", "it is broken."),
        RendererUnavailable("Not now."),
        RendererBusy(7),
    ],
)
def test_an_error_arrives_as_itself(error: CitationError) -> None:
    with pytest.raises(type(error)) as arrived:
        read_text(error_line(error))
    assert (type(arrived.value), str(arrived.value)) == (type(error), str(error))


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"\xff\n",
        b"[]\n",
        b"3\n",
        b"{}\n",
        b'{"plain": "a", "marks": 3}\n',
        b'{"plain": "a", "marks": [["bold", 0, 9]]}\n',
        b'{"plain": "a", "marks": [["loud", 0, 1]]}\n',
        b'{"error": "UnknownStyle"}\n',
        b"[" * 100_000,
    ],
)
def test_an_answer_that_is_none_is_no_citation(line: bytes) -> None:
    with pytest.raises(RendererUnavailable):
        read_text(line)


@pytest.mark.parametrize(
    "stated",
    [
        b"GET / HTTP/1.1\r\n",
        b"\xff\n",
        b"{}\n",
        b"[" * 100_000,
        json.dumps({"style": 3, "locale": "en-US", "item": {}, "forms": "original"}).encode(),
        json.dumps({"style": "apa", "locale": "en-US", "item": [], "forms": "original"}).encode(),
        json.dumps({"style": "apa", "locale": "en-US", "item": {}, "forms": "sung"}).encode(),
    ],
)
def test_a_request_that_is_none_is_refused(stated: bytes) -> None:
    with pytest.raises(MalformedRequest):
        read_job(stated)


def test_a_long_path_is_taken_from_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / ("a" * 60) / ("b" * 60)
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    assert socket_address(folder / "citations.sock") == "citations.sock"


def test_a_path_that_is_too_long_comes_with_advice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(RendererUnavailable, match="Set CATALOGUE_RENDERER to a shorter one"):
        socket_address(tmp_path / ("a" * 120) / "citations.sock")


def test_half_a_letter_is_sent_as_a_question_mark() -> None:
    assert b'"name":"apa?"' in error_line(UnknownStyle("apa\ud800", ()))
