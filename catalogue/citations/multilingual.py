"""CSL items for citations in several languages and letters: what the bare item of an export lacks.

citeproc-js keeps the other forms of an item's texts and names in `multi`; it asks for them in titles, names
of journals, of publishers and of places. What it knows only in one form is replaced in the item itself.
"""

from collections.abc import Mapping
from typing import Any

from catalogue.citations.genres import genre_term
from catalogue.citations.job import ROMANISED, TRANSLATED, Item
from catalogue.model import Record, RecordType

_WITH_FORMS = frozenset(
    (
        "title",
        "container-title",
        "container-title-short",
        "collection-title",
        "publisher",
        "publisher-place",
        "event-place",
        "genre",
    )
)
"""Variables that citeproc-js looks up in `multi`."""
_NUMBERED = frozenset(
    (
        RecordType.JURISDICTION,
        RecordType.LEGAL,
        RecordType.LEGISLATION,
        RecordType.PATENT,
        RecordType.STANDARD,
    )
)
"""Types whose number is their own, also where they stand in a series."""


def completed(item: Item, record: Record, terms: str) -> Item:
    """An item with what styles ask for beyond CSL-JSON: genres in the language of the terms, the number of
    a law, hyphens in numbers that stay hyphens, and the event and the court under the names that older styles
    know them by."""
    whole = dict(item)
    if term := genre_term(record.genre, terms):
        whole["genre"] = term
    if record.type in _NUMBERED and record.number:
        whole["number"] = record.number
    if "number" in whole:
        # It names one thing: citeproc-js takes a hyphen for a range, and prints a dash, unless it is escaped.
        whole["number"] = str(whole["number"]).replace("-", r"\-")
    if record.type is RecordType.JURISDICTION and "publisher" in whole:
        whole["authority"] = whole["publisher"]
    if "event-title" in whole:
        whole["event"] = whole["event-title"]
    return whole


def with_forms(item: Item, romanised: Item | None = None, translated: str = "") -> Item:
    """An item that holds its romanised forms, taken from an item of the same record in Latin letters, and
    the translation of its title."""
    keys: dict[str, dict[str, str]] = {}
    whole = dict(item)
    for variable, latin in (romanised or {}).items():
        own = item.get(variable)
        if own is None or own == latin:
            continue
        if isinstance(own, list):
            pairs = zip(own, latin, strict=True)
            whole[variable] = [_name_with_form(name, form) for name, form in pairs]
        elif variable in _WITH_FORMS:
            keys[variable] = {ROMANISED: latin}
        else:
            whole[variable] = latin
    if translated and translated != item.get("title"):
        keys.setdefault("title", {})[TRANSLATED] = translated
    return {**whole, "multi": {"_keys": keys}}


def _name_with_form(name: Mapping[str, Any], latin: Mapping[str, Any]) -> Mapping[str, Any]:
    return name if name == latin else {**name, "multi": {"_key": {ROMANISED: latin}}}
