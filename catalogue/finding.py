"""Where an entry stands in the data, for whoever wants to mend it.

Nothing of that is stored, because a line moves with every edit above it: who asks has the files searched. A
file that cannot hold the key is not decoded, one that seems to is read as a build reads it, and of a large
one only the parts that begin with the key, so that nobody waits for the rest.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from catalogue.model import Origin
from catalogue.scan import FileKind, located, unreadable
from catalogue.sources import bibtex, yaml
from catalogue.sources.decoding import decode
from catalogue.sources.latex import to_plain
from catalogue.sources.raw import RawEntry

_READERS = {FileKind.BIBTEX: bibtex.read, FileKind.YAML: yaml.read}
_ENCODINGS = ("utf-8", "cp1251", "cp1252", "utf-16-le", "utf-16-be")
_MOST_READ = 500_000
"""Characters of a file that is read whole, which takes a third of a second at most."""
_OWN_KEY = "recordkey"
"""The field with a key that BibTeX could not read as one."""

Part = tuple[str, int]
"""A text that can be read alone, and how many lines of the file stand before it."""


def place_of(data: Path, key: str) -> Origin | None:
    """The file and line of the entry that a key stands for: of several the first, in the order of paths. None
    where there is none, or none that can be found so quickly."""
    written = _written(key)
    encoded = {form.encode(codec, "replace") for form in written for codec in _ENCODINGS}
    for path, relative, kind in located(data):
        if kind not in _READERS:
            continue
        try:
            content = b"" if unreadable(data, path, relative) else path.read_bytes()
        except OSError:
            continue
        if any(form in content for form in encoded) or _OWN_KEY.encode() in content:
            for part, before in _parts(kind, decode(content, relative)[0], written):
                if line := _line_of(key, kind, part):
                    return Origin(relative, before + line)
    return None


def _written(key: str) -> set[str]:
    """The key as files may write it: as it is, or in quotes of YAML or JSON."""
    return {
        key,
        key.replace("'", "''"),
        *(json.dumps(key, ensure_ascii=escaped)[1:-1] for escaped in (True, False)),
    }


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


def _parts(kind: FileKind, text: str, written: set[str]) -> Iterator[Part]:
    """What of a file is to be read to find an entry with a key."""
    return (_of_bibtex if kind is FileKind.BIBTEX else _of_yaml)(text, "|".join(map(re.escape, written)))


def _of_bibtex(text: str, written: str) -> Iterator[Part]:
    heads = list(re.finditer(rf"@\s*\w+\s*[{{(]\s*(?:{written})\s*[,)}}]", text))
    if len(text) <= _MOST_READ:
        if heads or _OWN_KEY in text:
            yield text, 0
        return
    for head in heads:
        # From the start of its line, because it may be commented out there.
        start = text.rfind("\n", 0, head.start()) + 1
        following = bibtex.ENTRY_HEAD.search(text, head.end())
        yield text[start : following.start() if following else len(text)], text.count("\n", 0, start)


def _of_yaml(text: str, written: str) -> Iterator[Part]:
    names = re.compile(rf"""\bid["']?\s*:\s*["']?(?:{written})["']?\s*(?:[,}}#\n]|$)""")
    if not names.search(text):
        return
    if len(text) <= _MOST_READ:
        yield text, 0
    else:
        yield from ((chunk.text, chunk.offset) for chunk in yaml.chunks(text) if names.search(chunk.text))
