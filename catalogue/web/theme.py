"""The look of one site, laid over ours: its colours, its logo, its templates and rules, the emblems of its
projects.

A template of the site's own goes before ours of the same name, and finds ours behind an exclamation mark:
`{% extends "!base.html" %}`.
"""

import hashlib
import re
import struct
from collections.abc import Callable
from functools import cache
from pathlib import Path

from flask import url_for
from jinja2 import BaseLoader, Environment, FileSystemLoader
from lxml import etree

from catalogue.colours import lightened
from catalogue.settings import Settings
from catalogue.site import Project
from catalogue.web.addresses import static_url, version_of
from catalogue.web.generation import current_site, shelf
from catalogue.web.languages import interface_language

OURS = "!"
"""Stands before the name of a template that is to be ours, whatever the site has under that name."""
RULES = "style.css"
"""The file among a site's templates whose rules follow ours."""
_FONT = "vendor/source-serif-4-{}-600-normal.woff2"
_LETTERS = {"ru": ("cyrillic",), "kk": ("cyrillic", "cyrillic-ext")}
"""The letters of headings in a language, beside the Latin ones, which have all spaces and digits."""
_HEIGHT = 40
"""Pixels of a logo, at most."""
_WIDTH = 200
_LARGEST = 1e6
"""A side of an image that nobody draws."""

Source = tuple[str, str | None, Callable[[], bool] | None]


class Layered(BaseLoader):
    """Templates of a site, if it has any, before ours."""

    def __init__(self, own: Path | None, ours: Path) -> None:
        self._ours = FileSystemLoader(ours)
        self._both = FileSystemLoader((own, ours)) if own else self._ours

    def get_source(self, environment: Environment, template: str) -> Source:
        """A template by its name, or ours by its name behind `OURS`. Raises TemplateNotFound."""
        if template.startswith(OURS):
            return self._ours.get_source(environment, template.removeprefix(OURS))
        return self._both.get_source(environment, template)

    def list_templates(self) -> list[str]:
        """The names of all files that could be asked for."""
        return self._both.list_templates()


def look_version(settings: Settings) -> str:
    """A digest of the files of a site's own that its pages are made with: templates, styles of citations, the
    logo."""
    digest = hashlib.blake2b(digest_size=12)
    folders = filter(None, (settings.templates, settings.styles))
    files = [path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()]
    for path in [*files, *([settings.logo] if settings.logo else [])]:
        digest.update(str(path).encode() + path.read_bytes())
    return digest.hexdigest()


@cache
def own_rules(settings: Settings) -> str:
    """What a site adds to the stylesheet: its colours, then its rules."""
    file = settings.templates / RULES if settings.templates else None
    written = file.read_text(encoding="utf-8") if file and file.is_file() else ""
    return "\n".join(filter(None, (_colours(settings), written)))


def _colours(settings: Settings) -> str:
    light, dark = settings.accent, settings.accent_dark
    dark = dark or (lightened(light) if light else "")
    rules = f":root {{ --accent: {light}; }}" if light else ""
    if dark:
        rules += f"\n@media (prefers-color-scheme: dark) {{ :root {{ --accent: {dark}; }} }}"
    return rules


def heading_fonts() -> tuple[str, ...]:
    """Addresses of the fonts that headings in the language of this page need: asked for at once, they are
    there when the page is first drawn."""
    letters = ("latin", *_LETTERS.get(interface_language(), ()))
    return tuple(static_url(_FONT.format(each)) for each in letters)


def logo() -> tuple[str, int, int] | None:
    """Address, width and height in pixels of the site's logo, if it has one."""
    path = shelf().settings.logo
    if path is None:
        return None
    version, width, height = _measured(path)
    scale = min(_HEIGHT / height, _WIDTH / width)
    return url_for("look.logo_file", v=version), max(1, round(width * scale)), max(1, round(height * scale))


def emblem(project: Project) -> str:
    """The address of the emblem that a project brings along; empty for none that can be shown."""
    named = project.own_emblem
    return url_for("look.image_file", path=named) if named and named in current_site().files else ""


@cache
def _measured(path: Path) -> tuple[str, float, float]:
    """A digest of an image, and its sides in whatever unit; a square where it does not tell."""
    content = path.read_bytes()
    sides = _png_sides(content) if path.suffix.lower() == ".png" else _svg_sides(content)
    width, height = sides if sides and all(0 < side < _LARGEST for side in sides) else (1.0, 1.0)
    return version_of(content), width, height


def _png_sides(content: bytes) -> tuple[float, float] | None:
    """PNG, section 11.2.1: the header follows the signature, and begins with both sides."""
    if len(content) < 24 or content[12:16] != b"IHDR":
        return None
    width, height = struct.unpack(">II", content[16:24])
    return float(width), float(height)


def _svg_sides(content: bytes) -> tuple[float, float] | None:
    """SVG 2, section 8.2: the view box, or else width and height."""
    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return None
    box = re.findall(r"[-+.\deE]+", root.get("viewBox", ""))[2:4]
    stated = box or [re.sub(r"px$", "", root.get(side, "")) for side in ("width", "height")]
    try:
        width, height = map(float, stated)
    except ValueError:
        return None
    return width, height
