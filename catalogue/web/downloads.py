"""Records as a file, sent while it is written."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from flask import Response, request, stream_with_context

from catalogue.exports import FLAVOURS, Format, Options
from catalogue.model import Record
from catalogue.web.languages import reader_language

_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")


def stream(chosen: Format, records: Iterable[Record], stem: str) -> Response:
    """Records in a format; `?flavour=full` asks for its full form. `stem` names the file."""
    asked = request.args.get("flavour")
    options = Options(flavour=asked if asked in FLAVOURS else FLAVOURS[0], language=reader_language())
    chunks = chosen.write(records, options)
    # The first chunk is made now: what fails at once is answered by a page, not by half a file.
    body: Iterator[str] = chain([next(chunks, "")], chunks)
    response = Response(stream_with_context(body), mimetype=chosen.media_type)
    response.headers.set("Content-Disposition", "inline", filename=file_name(stem, chosen.suffix))
    return response


def file_name(stem: str, suffix: str) -> str:
    """A name that every system can save."""
    return (_UNSAFE.sub("-", stem).strip("-.") or "publication") + suffix
