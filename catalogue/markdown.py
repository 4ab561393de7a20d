"""Markdown of news and pages as safe HTML, with the images that it shows.

An image lies below `files/` and is looked up there by its name, which is never joined to a path. What cannot
be shown is a Problem at its line, and its words stand in its place.
"""

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from urllib.parse import quote, unquote, urlsplit

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token

from catalogue.model import Problem, Severity
from catalogue.site import IMAGE_TYPES

NO_IMAGES: Mapping[str, int] = MappingProxyType({})
HEAVIEST = 1_000_000
"""Bytes of an image that is shown without a word."""
_LINKS = {"http", "https", "mailto", "tel", "ftp"}
_ATTRIBUTES = nh3.ALLOWED_ATTRIBUTES | {"img": {"src", "alt", "loading"}}
_BREAKS = ("softbreak", "hardbreak")
_FOLDER = re.compile(r"(?:(?:\.\./)*|/)files/")
"""As the way from a file to an image may be written, which other programs that show the file can follow."""
_PARSER = MarkdownIt("commonmark", {"html": False}).enable("table")


@dataclass(frozen=True, slots=True)
class Rendered:
    """Safe HTML, in which the address of an image is its quoted path below `files/`; these paths; and what is
    wrong with other images."""

    html: str
    images: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def render(markdown: str, known: Mapping[str, int] = NO_IMAGES, path: str = "", before: int = 0) -> Rendered:
    """The HTML of a text in CommonMark with tables; HTML inside it is shown as text.

    `known` are the bytes of all images there are, by their paths below `files/`. The text begins in the file
    at `path` after `before` lines.
    """
    tokens = _PARSER.parse(markdown)
    shown: list[str] = []
    problems: list[Problem] = []
    for token, line in _images(tokens):
        stated = str(token.attrGet("src"))
        warn = partial(Problem, path, before + line, 0, Severity.WARNING, subject=stated)
        found = _found(stated, known)
        if not found:
            problems.append(warn(*_not_shown(stated)))
            token.type, token.children = "text", None
            continue
        if not token.content.strip():
            message = f"The image {found!r} says nothing to those who cannot see it."
            problems.append(warn("image-without-words", message, f"Write `![what it shows]({stated})`."))
        if known[found] > HEAVIEST:
            message = f"The image {found!r} has {known[found] / 1e6:.1f} MB, for which readers wait."
            problems.append(warn("heavy-image", message, "Make it smaller: 1,600 pixels across are enough."))
        token.attrs |= {"src": quote(found), "loading": "lazy"}
        shown.append(found)
    html: str = _PARSER.renderer.render(tokens, _PARSER.options, {})
    safe = nh3.clean(html, attributes=_ATTRIBUTES, url_schemes=_LINKS, link_rel=None)
    return Rendered(safe, tuple(dict.fromkeys(shown)), tuple(problems))


def _images(tokens: list[Token]) -> Iterator[tuple[Token, int]]:
    """The images of a text, each with its line, which counts from 1."""
    line = 0
    for block in tokens:
        # A cell of a table does not tell where it stands, its row does.
        line = block.map[0] if block.map else line
        at = line + 1
        for token in block.children or ():
            at += token.type in _BREAKS
            if token.type == "image":
                yield token, at


def _found(stated: str, known: Container[str]) -> str:
    """The path below `files/` of an image as it is stated, empty where there is none."""
    path = unquote(stated)
    return next((own for own in (path, _FOLDER.sub("", path, count=1)) if own in known), "")


def _not_shown(stated: str) -> tuple[str, str, str]:
    """The code, message and advice for an image that no page can show."""
    parts = urlsplit(stated)
    if parts.scheme or parts.netloc:
        message = f"The image {stated[:80]!r} lies elsewhere, and pages load nothing from there."
        return "outside-image", message, "Put it into files/, and write its path below files/."
    message = f"There is no image {unquote(stated)!r} in files/, so only its words are shown."
    advice = f"Write the path below files/ of one that ends in {', '.join(IMAGE_TYPES)}."
    return "unknown-image", message, advice
