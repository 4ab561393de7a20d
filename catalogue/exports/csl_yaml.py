"""CSL-YAML, which pandoc, Quarto and this catalogue read: the items of CSL-JSON under `references:`.

The variables and the losses are those of CSL-JSON (see `csl_json`). Texts are in pandoc's Markdown (see
`csl_markdown`). Whatever some version of YAML would take for a number, a truth value, a date or nothing at
all (`no`, `010`, `12:30`, `1e3`, `~`) stands in quotes. Keys and types are written as they are.
"""

import re
from collections.abc import Iterable, Iterator

import yaml

from catalogue.exports.csl_json import item
from catalogue.exports.csl_markdown import to_markdown
from catalogue.exports.registry import Format, Options, encodable, register
from catalogue.model import Record

_VERBATIM = frozenset({"id", "type", "language"})
_AMBIGUOUS = re.compile(
    r"[-+.\d].*|[=~]|<<|null|nan|inf|y|n|yes|no|true|false|on|off", re.IGNORECASE | re.DOTALL
)
"""What looks like another type, by YAML 1.1 or 1.2 or by a reader of its own mind."""

_PARAGRAPHS = re.compile(r"[^\W_](?:.*\S)?(?:\n\n\S(?:.*\S)?)+")


class _Dumper(yaml.CSafeDumper):
    """Quotes generously, and writes paragraphs as they are."""

    def ignore_aliases(self, data: object) -> bool:
        """Equal dates are written twice: our reader takes no aliases."""
        return True


def _string(dumper: yaml.CSafeDumper, value: str) -> yaml.ScalarNode:
    style: str | None
    value = encodable(value)  # libyaml takes UTF-8 only.
    if len(value.splitlines()) > 1:
        # As a block only what every reader takes for the same one.
        style = "|" if _PARAGRAPHS.fullmatch(value) else '"'
    else:
        style = "'" if _AMBIGUOUS.fullmatch(value) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


_Dumper.add_representer(str, _string)


def write(records: Iterable[Record], options: Options) -> Iterator[str]:
    """A list under `references:`, one item a record."""
    head = "references:\n"
    for record in records:
        yield head + dump([_in_markdown(item(record, options.locales(record)))])
        head = ""
    if head:
        yield "references: []\n"


def dump(data: object) -> str:
    """Strings, numbers, lists and maps as YAML, each string on one line or as its own paragraphs."""
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=2**31 - 1)


def _in_markdown(own: dict[str, object]) -> dict[str, object]:
    return {name: value if name in _VERBATIM else _converted(value) for name, value in own.items()}


def _converted(value: object) -> object:
    if isinstance(value, str):
        return to_markdown(value)
    if isinstance(value, list):
        return [_converted(part) for part in value]
    if isinstance(value, dict):
        return {name: _converted(part) for name, part in value.items()}
    return value


CSL_YAML = register(
    Format(
        "csl-yaml",
        ".csl.yaml",
        "application/vnd.citationstyles.csl+yaml",
        "CSL-YAML",
        write,
        accepts=("application/yaml", "text/yaml"),
    )
)
