r"""Files and links as reference managers list them: `label:path:type;label:path:type`.

Zotero, JabRef and Mendeley separate items by `;` and parts by `:`, with a backslash before either inside
a part; Better BibTeX also writes bare paths. The house field `links` is written in the same way, as
`label:address`. Paths on somebody's computer are private, and are left out here.

>>> files("Full text:papers/a.pdf:application/pdf")
[{'path': 'papers/a.pdf', 'label': 'Full text', 'media_type': 'application/pdf'}]
"""

import re

_PARTS = re.compile(r"((?:\\.|[^\\:])*)(:|$)", re.DOTALL)
_ITEMS = re.compile(r"((?:\\.|[^\\;])*)(;|$)", re.DOTALL)
_ESCAPE = re.compile(r"\\([\\:;_&%#${}])")
_COLON_OF_MENDELEY = re.compile(r"\$\\backslash\$:?")
_ABSOLUTE = re.compile(r"[/\\~]|[A-Za-z]:|file:|(?:home|Users|Documents and Settings)[/\\]", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?|ftp)://", re.IGNORECASE)
_LABELLED = re.compile(r"(?:(?P<label>[^\\:]*):\s*)??(?P<url>(?:https?|ftp)://[^\\]*)", re.IGNORECASE)
"""A link whose colons are not escaped."""
_MEDIA_TYPES = {
    "pdf": "application/pdf",
    "html": "text/html",
    "txt": "text/plain",
    "epub": "application/epub+zip",
}
_ENCODED = re.compile(r"%(7B|7D|25)", re.IGNORECASE)


def files(source: str) -> list[dict[str, str]]:
    """The files of a `file` field by path, label and media type; those with an absolute path left out,
    and addresses on the web too (see `addresses`)."""
    return [
        item for item in _listed(source) if not _ADDRESS.match(item["path"]) and not _private(item["path"])
    ]


def addresses(source: str) -> list[dict[str, str]]:
    """The web addresses that stand in a `file` field."""
    return [
        {"url": item["path"], "label": item["label"]}
        for item in _listed(source)
        if _ADDRESS.match(item["path"])
    ]


def links(source: str) -> list[dict[str, str]]:
    """The links of the house field `links`; an item without a label is its address alone."""
    found = []
    for item in _items(source):
        if plain := _LABELLED.fullmatch(item.strip()):
            label, url = plain["label"] or "", plain["url"]
        else:
            label, url = _split(item)[:2] if len(_split(item)) > 1 else ("", _split(item)[0])
        if _ADDRESS.match(f"{label}:{url}"):
            label, url = "", f"{label}:{url}"
        found.append({"url": _decoded(url), "label": _decoded(label)})
    return found


def _listed(source: str) -> list[dict[str, str]]:
    source = _COLON_OF_MENDELEY.sub(r"\\:", source)
    found = []
    for item in _items(source):
        parts = _split(item)
        if _ADDRESS.match(item) or re.match(r"[A-Za-z]:[\\/]", item) or len(parts) == 1:
            label, path, kind = "", item, ""
        else:
            label, path, kind = (*parts, "")[:3]
        media_type = kind if "/" in kind else _MEDIA_TYPES.get(kind.lower(), "")
        if path.strip():
            found.append(
                {
                    "path": _decoded(path).strip().replace("\\", "/"),
                    "label": _decoded(label).strip(),
                    "media_type": media_type,
                }
            )
    return found


def _private(path: str) -> bool:
    return bool(_ABSOLUTE.match(path))


def _items(source: str) -> list[str]:
    return [match[1].strip() for match in _ITEMS.finditer(source) if match[1].strip()]


def _split(item: str) -> list[str]:
    return [match[1] for match in _PARTS.finditer(item) if match.end() > match.start() or match[2]]


def _decoded(part: str) -> str:
    return _ENCODED.sub(lambda match: chr(int(match[1], 16)), _ESCAPE.sub(r"\1", part))
