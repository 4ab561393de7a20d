"""What a setting may say: a reader for each kind of value.

A reader makes a value of what a source says (a text of the environment, or whatever TOML holds) and the
folder that its paths start from. It raises ValueError with what is wrong.
"""

import re
import string
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, TemplateSyntaxError

from catalogue.colours import DARK_GROUNDS, LEAST, LIGHT_GROUNDS, channels, least_contrast
from catalogue.language_tags import canonical, suggestion
from catalogue.model import Multilingual

Reader = Callable[[object, Path], Any]

MAILTO = "mailto:"
LOGOS = (".svg", ".png")
"""The kinds of image that a logo may be."""


def path(value: object, base: Path) -> Path:
    """A path, whether or not something is there."""
    return base / Path(text(value, base)).expanduser()


def folder(value: object, base: Path) -> Path:
    """A folder that exists."""
    found = path(value, base)
    if not found.is_dir():
        raise ValueError(f"{found} is not a folder")
    return found


def templates(value: object, base: Path) -> Path:
    """A folder of templates, none of which would keep pages from being made by how it is written."""
    found = folder(value, base)
    for file in sorted(found.rglob("*.html")):
        try:
            Environment().parse(file.read_text(encoding="utf-8"))
        except TemplateSyntaxError as error:
            fault = (error.message or "").rstrip(".")
            raise ValueError(f"{file}, line {error.lineno}, is no template ({fault})") from error
        except (OSError, UnicodeDecodeError) as error:
            raise ValueError(f"{file} cannot be read as UTF-8 ({error})") from error
    return found


def image(value: object, base: Path) -> Path:
    """An SVG or PNG file that exists."""
    found = path(value, base)
    if found.suffix.lower() not in LOGOS:
        raise ValueError(f"{found} is neither an SVG nor a PNG file")
    if not found.is_file():
        raise ValueError(f"{found} is not there")
    return found


def text(value: object, base: Path) -> str:
    """A text that is not empty."""
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{value!r} is not a text")
    return value.strip()


def address(value: object, base: Path) -> str:
    """An address of the web, without its last slash."""
    own = text(value, base)
    parts = urlsplit(own)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(f"{own!r} is not an address such as https://publications.example.org")
    return own.rstrip("/")


def origin(value: object, base: Path) -> str:
    """A scheme and a host."""
    own = address(value, base)
    if own != "{0.scheme}://{0.netloc}".format(urlsplit(own)):
        raise ValueError(f"{own!r} has more than a scheme and a host; one looks like https://example.org")
    return own


def mail(value: object, base: Path) -> str:
    """An address to write to (RFC 6068), such as `mailto:library@example.org?subject=A%20mistake`."""
    own = text(value, base)
    parts = urlsplit(own)
    if parts.scheme != "mailto" or not re.fullmatch(r"[^@\s{}]+@[^@\s{}]+", parts.path):
        raise ValueError(f"{own!r} is not an address such as {MAILTO}library@example.org")
    return own


def pattern(*names: str, by_mail: bool = False) -> Reader:
    """An address with gaps of these names in braces; one to write to as well, if it may be `by_mail`."""
    gaps = " and ".join(f"{{{name}}}" for name in names)

    def read(value: object, base: Path) -> str:
        is_mail = by_mail and text(value, base).startswith(MAILTO)
        own = mail(value, base) if is_mail else address(value, base)
        try:
            found = [part[1:] for part in string.Formatter().parse(own) if part[1] is not None]
        except ValueError as error:
            raise ValueError(f"{own!r} cannot be filled in ({error}); its gaps may be {gaps}") from error
        if any(name not in names or form or conversion for name, form, conversion in found):
            raise ValueError(f"{own!r} has other gaps than {gaps}")
        return own

    return read


def whole(least: int, most: int) -> Reader:
    """A whole number between two."""

    def read(value: object, base: Path) -> int:
        number = int(value) if isinstance(value, str) and value.strip().isdecimal() else value
        if not isinstance(number, int) or isinstance(number, bool) or not least <= number <= most:
            raise ValueError(f"{value!r} is not a whole number from {least} to {most}")
        return number

    return read


def items(value: object, base: Path) -> tuple[str, ...]:
    """A list of texts; in the environment, separated by commas."""
    own = value.split(",") if isinstance(value, str) else value
    if not isinstance(own, list):
        raise ValueError(f"{value!r} is not a list; separate its items with commas")
    return tuple(text(item, base) for item in own)


def words(value: object, base: Path) -> Multilingual:
    """A text, or one for each language."""
    if isinstance(value, dict):
        for tag in map(str, value):
            try:
                canonical(tag)
            except ValueError as error:
                near = suggestion(tag)
                raise ValueError(f"{error}" + (f"; write {near}" if near else "")) from error
        return Multilingual.of({str(tag): text(own, base) for tag, own in value.items()})
    return Multilingual.of(text(value, base))


def light_accent(value: object, base: Path) -> str:
    """A colour that can be read on our paper in the light."""
    return _accent(value, base, LIGHT_GROUNDS, "a darker one is needed")


def dark_accent(value: object, base: Path) -> str:
    """A colour that can be read on our paper in the dark."""
    return _accent(value, base, DARK_GROUNDS, "a lighter one is needed")


def _accent(value: object, base: Path, grounds: tuple[str, ...], need: str) -> str:
    colour = text(value, base)
    channels(colour)
    reached = least_contrast(colour, grounds)
    if reached < LEAST:
        least = " and ".join(grounds)
        raise ValueError(
            f"{colour} stands out from {least} by {reached:.2f} only, where text needs {LEAST}; {need}"
        )
    return colour.lower()
