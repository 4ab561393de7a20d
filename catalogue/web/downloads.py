"""Records as a file, sent while it is written."""

import re
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain, islice

from flask import Response, request, stream_with_context

from catalogue.citations import CitationError
from catalogue.exports import Format, Options
from catalogue.model import Record
from catalogue.site import grants
from catalogue.web.choice import asked
from catalogue.web.citations import cite, refusal
from catalogue.web.generation import generation, shelf
from catalogue.web.languages import reader_language

_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")


def stream(chosen: Format, records: Iterable[Record], stem: str) -> Response:
    """Records in a format, `?flavour=` and `?lang=` in one of its forms and in a language, citations among
    them in a `?style=`. `stem` names the file."""
    chunks = chosen.write(records, options_for(chosen))
    # The head and the first record are made now: what fails at once gets a page, not half a file.
    try:
        body: Iterator[str] = chain(list(islice(chunks, 2)), chunks)
    except CitationError as error:
        raise refusal(error) from error
    response = Response(stream_with_context(body), mimetype=chosen.media_type)
    response.headers.set("Content-Disposition", "inline", filename=file_name(stem, chosen.suffix))
    return response


def options_for(chosen: Format) -> Options:
    """How to write a format in this request."""
    return Options(
        flavour=chosen.flavour(request.args.get("flavour")),
        language=reader_language(),
        asked=request.args.get("lang", ""),
        base_url=shelf().settings.base_url,
        grants=grants(generation().site),
        cite=partial(cite, wish=wish) if (wish := asked()) else None,
    )


def file_name(stem: str, suffix: str) -> str:
    """A name that every system can save."""
    return (_UNSAFE.sub("-", stem).strip("-.") or "publication") + suffix
