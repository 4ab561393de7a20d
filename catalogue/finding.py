"""Where an entry stands in the data, for whoever wants to mend it.

Nothing of that is stored, because a line moves with every edit above it: who asks has the files searched.
Anybody may ask, so that no key must cost much: files are passed over in blocks of bytes, and one is decoded,
and read as a build reads it, only where an entry in it seems to have the key; of a large one only the parts
that begin so.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from catalogue.model import Origin
from catalogue.scan import FileKind, located, unreadable
from catalogue.sources import bibtex, yaml
from catalogue.sources.decoding import UTF16_BOMS, decode
from catalogue.sources.latex import to_plain
from catalogue.sources.raw import RawEntry

_READERS = {FileKind.BIBTEX: bibtex.read, FileKind.YAML: yaml.read}
_AROUND = {
    FileKind.BIBTEX: (r"@\s*\w+\s*[{(]\s*(?:", r")\s*[,)}]"),
    FileKind.YAML: (r"""id["']?\s*:\s*["']?(?:""", r""")["']?\s*(?:[,}#\r\n]|$)"""),
}
"""What stands around a key where an entry begins. Each starts with a letter or sign of its own, no edge of a
word, since that is looked for ten times as fast."""
_ENCODINGS = ("utf-8", "cp1251", "cp1252")
_BLOCK = 1_000_000
"""Bytes."""
_OVERLAP = 5_000
"""Bytes of a block that are looked at with the next one, too: more than the beginning of an entry has."""
_MOST_READ = 500_000
"""Characters of a file that is read whole, which takes a third of a second at most."""
_OWN_KEY = "recordkey"
"""The field with a key that BibTeX could not read as one."""
_OWN_KEY_LINE = re.compile(rf"{_OWN_KEY}\s*=([^\n]*)")

Part = tuple[str, int]
"""A text that can be read alone, and how many lines of the file stand before it."""


def place_of(data: Path, key: str) -> Origin | None:
    """The file and line of the entry that a key stands for: of several the first, in the order of paths. None
    where there is none, or none that can be found so quickly."""
    signs = {kind: _Signs.of(key, kind) for kind in _READERS}
    for path, relative, kind in located(data):
        if kind not in signs:
            continue
        try:
            if unreadable(data, path, relative) or not any(map(signs[kind].are_in, _blocks(path))):
                continue
            text, _ = decode(path.read_bytes(), relative)
        except OSError:
            continue
        for part, before in signs[kind].parts(text):
            if line := _line_of(key, kind, part):
                return Origin(relative, before + line)
    return None


def _blocks(path: Path) -> Iterator[str]:
    """A file piece by piece, a letter for each byte; the text of one whose letters are pairs of bytes. Raises
    OSError."""
    with path.open("rb") as stream:
        before, block = b"", stream.read(_BLOCK)
        if block.startswith(UTF16_BOMS):
            yield decode(block + stream.read(), "")[0]
            return
        while block:
            yield (before + block).decode("latin-1")
            before, block = block[-_OVERLAP:], stream.read(_BLOCK)


@dataclass(frozen=True, slots=True)
class _Signs:
    """What tells, before it is read, that a file of a kind may hold the entry of a key: how the entry begins,
    and the parts of the key that LaTeX writes as they are."""

    kind: FileKind
    head: re.Pattern[str]
    words: tuple[str, ...]

    @classmethod
    def of(cls, key: str, kind: FileKind) -> Self:
        """Those of a key as it is, or in quotes of YAML or JSON, in a text or in the bytes of one."""
        in_json = (json.dumps(key, ensure_ascii=escaped)[1:-1] for escaped in (True, False))
        written = {key, key.replace("'", "''"), *in_json}
        written |= {
            form.encode(codec, "replace").decode("latin-1") for form in written for codec in _ENCODINGS
        }
        before, behind = _AROUND[kind]
        return cls(
            kind,
            re.compile(before + "|".join(map(re.escape, written)) + behind),
            tuple(re.findall("[A-Za-z0-9]+", key)),
        )

    def are_in(self, text: str) -> bool:
        """Whether a text has any of them."""
        return self.head.search(text) is not None or any(self._own_keys(text))

    def parts(self, text: str) -> Iterator[Part]:
        """What of a file's text is to be read to find the entry."""
        if len(text) <= _MOST_READ:
            if self.are_in(text):
                yield text, 0
        elif self.kind is FileKind.YAML:
            yield from ((own.text, own.offset) for own in yaml.chunks(text) if self.head.search(own.text))
        else:
            # From the start of its line, because it may be commented out there.
            starts = [text.rfind("\n", 0, head.start()) + 1 for head in self.head.finditer(text)]
            starts += [text.rfind("\n@", 0, line.start()) + 1 for line in self._own_keys(text)]
            for start in sorted(starts):
                following = bibtex.ENTRY_HEAD.search(text, start + 1)
                yield text[start : following.start() if following else len(text)], text.count("\n", 0, start)

    def _own_keys(self, text: str) -> Iterator[re.Match[str]]:
        """Where BibTeX may state the key beside the one that an entry is written under."""
        lines = _OWN_KEY_LINE.finditer(text) if self.kind is FileKind.BIBTEX else ()
        return (line for line in lines if all(word in line[1] for word in self.words))


def _line_of(key: str, kind: FileKind, part: str) -> int:
    """The line of the entry with a key in a text, 0 where there is none. One that states nothing, or that
    only others inherit from, becomes no record."""
    entries = (item for item in _READERS[kind](part.encode(), "") if isinstance(item, RawEntry))
    found = (own for own in entries if own.fields and own.type != "xdata" and _key(own) == key)
    return next((own.place.line for own in found), 0)


def _key(entry: RawEntry) -> str:
    own = next((field.value for field in entry.fields if field.name == _OWN_KEY), None)
    if entry.syntax == "bibtex" and isinstance(own, tuple):
        return to_plain("".join(piece for piece in own if isinstance(piece, str))).strip()
    return entry.key.strip()
