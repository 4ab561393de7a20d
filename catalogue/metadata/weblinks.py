"""Typed links of the web, and their three written forms: the `Link` header (RFC 8288), and a set of links as
a document, in the same syntax or as JSON (RFC 9264)."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

LINKSET_TEXT = "application/linkset"
LINKSET_JSON = "application/linkset+json"


@dataclass(frozen=True, slots=True)
class WebLink:
    """A link by its relation; all addresses are absolute URIs. `anchor` is where it starts, "" where that is
    the address of the answer; `media_type` and `profile` say what stands at its target."""

    relation: str
    target: str
    media_type: str = ""
    profile: str = ""
    anchor: str = ""

    def __str__(self) -> str:
        media_type = f'; type="{self.media_type}"' if self.media_type else ""
        profile = f'; profile="{self.profile}"' if self.profile else ""
        anchor = f'; anchor="{self.anchor}"' if self.anchor else ""
        return f'<{self.target}>; rel="{self.relation}"{media_type}{profile}{anchor}'


def header(links: Iterable[WebLink], most: int) -> str:
    """The value of a `Link` header, as many links of the beginning as fit into `most` bytes."""
    value = ""
    for link in links:
        longer = f"{value}, {link}" if value else str(link)
        if len(longer) > most:
            break
        value = longer
    return value


def linkset_text(links: Iterable[WebLink]) -> str:
    """Links as `application/linkset`, one a line."""
    return ",\n".join(map(str, links)) + "\n"


def linkset_json(links: Iterable[WebLink]) -> str:
    """Links as `application/linkset+json`, grouped by where they start.

    Profiles stay away: RFC 9264 wants a list where clients read a string.
    """
    contexts: dict[str, dict[str, list[dict[str, str]]]] = {}
    for link in links:
        stated = {"href": link.target, "type": link.media_type}
        target = {name: value for name, value in stated.items() if value}
        contexts.setdefault(link.anchor, {}).setdefault(link.relation, []).append(target)
    linkset = [({"anchor": anchor} if anchor else {}) | relations for anchor, relations in contexts.items()]
    return json.dumps({"linkset": linkset}, ensure_ascii=False, indent=1) + "\n"
