"""What is wrong with an entry that the splitter gave up on, said so that it can be mended."""

import re
from typing import NamedTuple

from catalogue.model import Problem
from catalogue.sources.bibtex_file import BibtexFile
from catalogue.sources.bibtex_values import next_field_name, scan

_HEAD = re.compile(r'@\s*(?P<type>\w*)\s*[{(]\s*(?P<key>[^\s,={}()"]*)\s*(?P<comma>,?)')
_LONE_BRACE = re.compile(r"\n[ \t]*}\s*\Z")
_SPACE_AND_COMMA = re.compile(r"\s*(?P<comma>,?)\s*")


class _Fault(NamedTuple):
    message: str
    advice: str


def explain(file: BibtexFile, raw: str, start: int) -> Problem:
    """The error of the block `raw`, which starts at offset `start` of the file."""
    head = _HEAD.match(raw)
    if not head or not head["comma"]:
        kind = head["type"] if head else ""
        fault = _Fault(
            f"This `@{kind}` has no key and comma behind its brace.", f"Begin it as @{kind}{{some-key, …"
        )
    else:
        fault = _fault_in_fields(file, raw, head.end(), start)
    return file.error(start, "unreadable-entry", fault.message, fault.advice, key=head["key"] if head else "")


def _fault_in_fields(file: BibtexFile, raw: str, at: int, start: int) -> _Fault:
    while name := next_field_name(raw, at := _past_space(raw, at)):
        line, column = file.place(start + at)
        found = scan(raw, raw.index("=", at) + 1)
        # A value that takes the brace of the entry for its own is not closed either.
        is_last = not raw[found.end :].strip()
        if found.unclosed or (is_last and _LONE_BRACE.search(raw, at, found.end)):
            return _Fault(
                f"The brace or quote that opens `{name}` ({line}:{column}) is never closed.",
                f"Close the value of `{name}` and the entry; each {{ needs its }}.",
            )
        at = found.end
        comma = _SPACE_AND_COMMA.match(raw, at)
        if not comma or not comma["comma"]:
            break
        at = comma.end()
    line, column = file.place(start + min(at, max(len(raw) - 1, 0)))
    if _past_space(raw, at) >= len(raw):
        return _Fault("The entry never ends: its closing brace is missing.", "Write } on a line of its own.")
    return _Fault(
        f"The entry cannot be read from {line}:{column} on, where a field should stand.",
        "Write each field as name = {value}, with one comma between fields.",
    )


def _past_space(raw: str, at: int) -> int:
    while at < len(raw) and raw[at].isspace():
        at += 1
    return at
