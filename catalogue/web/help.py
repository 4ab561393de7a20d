"""How to search: every element of what can be typed, with examples that are links."""

from collections.abc import Mapping

from flask import render_template

from catalogue.aliases import ALIASES
from catalogue.asking import SearchRequest
from catalogue.documents import SEARCHED
from catalogue.web.examples import SECTIONS, Example, Section
from catalogue.web.generation import generation
from catalogue.web.routing import LocalisedBlueprint
from catalogue.web.samples import samples
from index.syntax import MAX_DEPTH, MAX_LENGTH, MAX_PREFIXES, MAX_WORDS

guide = LocalisedBlueprint("guide", __name__)

_HIDDEN = {"exact"}
"""Fields that are asked by the catalogue itself."""


@guide.get("/search/help")
def searching() -> str:
    """What can be typed into a search."""
    held = generation()
    return render_template(
        "help.html",
        sections=shown(samples(held.snapshot, held.site.projects)),
        request_for=SearchRequest,
        names=field_names(),
        limits={
            "letters": MAX_LENGTH,
            "words": MAX_WORDS,
            "levels": MAX_DEPTH,
            "patterns": MAX_PREFIXES,
        },
    )


def shown(values: Mapping[str, str]) -> list[tuple[Section, list[tuple[str, Example]]]]:
    """The sections, each with its examples and what is typed in them; without those that lack a value."""
    filled = ((section, [(each.filled(values), each) for each in section.examples]) for section in SECTIONS)
    return [(section, [(typed, each) for typed, each in examples if typed]) for section, examples in filled]


def field_names() -> dict[tuple[str, ...], tuple[str, ...]]:
    """What each field is called elsewhere, as it is typed; at the end, names of several fields at once, and
    under () of all that words look in."""
    others: dict[tuple[str, ...], list[str]] = {(f.name,): [] for f in SEARCHED if f.name not in _HIDDEN}
    for alias, named in ALIASES.items():
        if named is None:
            continue
        others.setdefault((named,) if isinstance(named, str) else named, []).append(_typed(alias))
    return {names: tuple(typed) for names, typed in others.items()}


def _typed(alias: str) -> str:
    if alias.endswith("("):
        return f"{alias.upper()})"
    return alias.upper() if alias.endswith("=") else f"{alias}:"
