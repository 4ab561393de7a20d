"""What passes between a client and the renderer: a line of JSON for a job, a line for its citation or error.

A request is `{"style": …, "locale": …, "item": …, "forms": …}`. An answer is `{"plain": …, "marks": [[kind,
start, end], …]}` or `{"error": …}` with the name of a CitationError and what it holds. A connection carries
any number of them in turn.
"""

import json
import os
from pathlib import Path
from typing import Any

from catalogue.citations.errors import (
    BrokenStyle,
    CitationError,
    RendererBusy,
    RendererUnavailable,
    UnknownStyle,
)
from catalogue.citations.job import Forms, Job
from catalogue.model import Mark, MarkKind, Text

MOST_BYTES = 2_000_000
"""Of a line, either way."""
_LONGEST_ADDRESS = 107
"""Bytes of a socket's path: what `sockaddr_un` holds on Linux, less the zero at its end."""


class MalformedRequest(ValueError):
    """A line is no job."""


def socket_address(path: Path) -> str:
    """The path of a socket in a form that the system can hold. Raises RendererUnavailable."""
    whole = str(path.absolute())
    for form in (whole, os.path.relpath(whole)):
        if len(os.fsencode(form)) <= _LONGEST_ADDRESS:
            return form
    raise RendererUnavailable(
        f"The path {whole} is too long for a socket: more than {_LONGEST_ADDRESS} bytes. "
        "Set CATALOGUE_RENDERER to a shorter one."
    )


def job_line(job: Job) -> bytes:
    """A job as a line."""
    return _line({"style": job.style, "locale": job.locale, "item": dict(job.item), "forms": job.forms.value})


def read_job(line: bytes) -> Job:
    """The job of a line. Raises MalformedRequest."""
    try:
        stated = json.loads(line)
        style, locale, item = stated["style"], stated["locale"], stated["item"]
        forms = Forms(stated["forms"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise MalformedRequest(str(error)) from error
    if not (isinstance(style, str) and isinstance(locale, str) and isinstance(item, dict)):
        raise MalformedRequest("style and locale have to be texts, and item an object")
    return Job(style, locale, item, forms)


def text_line(text: Text) -> bytes:
    """A citation as a line."""
    marks = [(mark.kind.value, mark.start, mark.end) for mark in text.marks]
    return _line({"plain": text.plain, "marks": marks})


def error_line(error: CitationError) -> bytes:
    """An error as a line."""
    match error:
        case UnknownStyle():
            stated: dict[str, Any] = {"error": "UnknownStyle", "name": error.name, "near": error.near}
        case BrokenStyle():
            stated = {"error": "BrokenStyle", "name": error.name, "reason": error.reason}
        case RendererBusy():
            stated = {"error": "RendererBusy", "retry_after": error.retry_after}
        case _:
            stated = {"error": "RendererUnavailable", "reason": str(error)}
    return _line(stated)


def read_text(line: bytes) -> Text:
    """The citation of a line. Raises the CitationError that it holds, RendererUnavailable for any other."""
    try:
        stated = json.loads(line)
        if "error" not in stated:
            marks = tuple(Mark(MarkKind(kind), start, end) for kind, start, end in stated["marks"])
            return Text(str(stated["plain"]), marks)
        error = _error(stated)
    except (ValueError, KeyError, TypeError, RecursionError) as fault:
        raise RendererUnavailable("What makes citations answers in a way that cannot be read.") from fault
    raise error


def _error(stated: dict[str, Any]) -> CitationError:
    match stated["error"]:
        case "UnknownStyle":
            return UnknownStyle(stated["name"], tuple(stated["near"]))
        case "BrokenStyle":
            return BrokenStyle(stated["name"], stated["reason"])
        case "RendererBusy":
            return RendererBusy(int(stated["retry_after"]))
        case _:
            return RendererUnavailable(stated["reason"])


def _line(stated: dict[str, Any]) -> bytes:
    # Half a letter (a lone surrogate), which UTF-8 has no bytes for, is sent as a question mark.
    written = json.dumps(stated, ensure_ascii=False, separators=(",", ":"))
    return written.encode(errors="replace") + b"\n"
