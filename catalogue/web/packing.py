"""Answers packed by gzip (RFC 9110, section 8.4.1.3), for browsers that take them so, which is all of them.

What is packed depends on its kind: text is, pictures, fonts and PDF are packed already. Streams and parts of
files go out as they are; a packed script goes without its comments. A tag is weak where an answer is packed,
because then it names two bodies.
"""

import gzip
import re
from functools import cache, lru_cache
from pathlib import Path

from flask import Response, current_app, request
from werkzeug.http import parse_accept_header
from werkzeug.security import safe_join

_LEVEL = 4
"""Of a page: a fiftieth longer than the shortest, in two thirds of the time."""
_MOST_LEVEL = 9
"""Of what is packed once for as long as a worker runs."""
_SMALL = 500
"""Bytes below which an answer fits into one packet, packed or not."""
_PACKABLE = re.compile(r"text/.*|image/svg\+xml|application/(?!pdf|zip|octet-stream).*")
_COMMENTS = re.compile(rb"^[ \t]*//.*\n", re.MULTILINE)
"""Lines of a script that only its writers read: a sixth of what is sent of it."""
_MOST_HEADERS = 100
"""Headers whose meaning is kept: browsers send few, and each with every request."""


def pack(body: bytes) -> bytes:
    """A body as gzip packs it; equal bodies are packed alike."""
    return gzip.compress(body, _LEVEL, mtime=0)


def pack_for_good(body: bytes) -> bytes:
    """The same, as short as can be."""
    return gzip.compress(body, _MOST_LEVEL, mtime=0)


def unpack(packed: bytes) -> bytes:
    """The body that was packed."""
    return gzip.decompress(packed)


def takes_packed() -> bool:
    """Whether whoever asks takes gzip."""
    return _takes_packed(request.headers.get("Accept-Encoding", ""))


@lru_cache(_MOST_HEADERS)
def _takes_packed(header: str) -> bool:
    qualities = {coding.lower(): quality for coding, quality in parse_accept_header(header)}
    return qualities.get("gzip", qualities.get("*", 0)) > 0


def send_packed(response: Response, packed: bytes) -> None:
    """Make the packed body the one that is sent."""
    response.set_data(packed)
    response.headers["Content-Encoding"] = "gzip"
    # A part of the packed body would be of no use to who has a part of the other.
    response.headers.pop("Accept-Ranges", None)
    tag = response.headers.get("ETag", "")
    if tag and not tag.startswith("W/"):
        response.headers["ETag"] = f"W/{tag}"


def is_packable(response: Response) -> bool:
    """Whether packing an answer of this kind saves anything; its `Vary` has to say so, packed or not."""
    return bool(_PACKABLE.fullmatch(response.mimetype or ""))


def is_at_hand(response: Response) -> bool:
    """Whether there is a whole body, and one worth packing."""
    if response.is_streamed or response.direct_passthrough or response.status_code in (204, 206, 304):
        return False
    return "Content-Encoding" not in response.headers and len(response.get_data()) >= _SMALL


def send_static_packed(response: Response) -> None:
    """Send a static file packed, if its kind and whoever asks allow it."""
    if not is_packable(response):
        return
    response.vary.add("Accept-Encoding")
    if response.status_code != 200 or not takes_packed():
        return
    path = static_path((request.view_args or {})["filename"])
    if path and path.stat().st_size >= _SMALL:
        response.close()
        response.direct_passthrough = False
        send_packed(response, _packed_file(path))


def static_path(filename: str) -> Path | None:
    """The static file that a name means; None for none, and for what lies outside of their folder. One file
    has endless spellings, and what is kept of each is kept under this path."""
    joined = safe_join(current_app.static_folder or "", filename)
    path = Path(joined) if joined else None
    return path if path and path.is_file() else None


@cache
def _packed_file(path: Path) -> bytes:
    content = path.read_bytes()
    return pack_for_good(_COMMENTS.sub(b"", content) if path.suffix == ".js" else content)
