"""The keywords of a publication as its page shows them: as they were printed, the reader's language first."""

from dataclasses import dataclass

from catalogue.model import Keyword, Multilingual, Record, Text
from catalogue.web.generation import current_site
from catalogue.web.identities import keyword_key
from catalogue.web.languages import reader_language
from catalogue.web.texts import best


@dataclass(frozen=True, slots=True)
class ShownKeyword:
    """A keyword on a page: the key it is counted under, what it is called, and in which language."""

    key: str
    text: Text
    language: str


def keywords_mine_first(record: Record) -> list[tuple[str, list[ShownKeyword]]]:
    """The keywords of each language that a publication has them in, the reader's first.

    Where it has none in the reader's language, what concepts are called in that goes before those that were
    printed, as filters and indexes call them; what is no concept stands there as it was printed.
    """
    groups: dict[str, list[ShownKeyword]] = {}
    for keyword in record.keywords:
        groups.setdefault(keyword.language, []).append(_as_printed(keyword))
    first = best(Multilingual(tuple((tag, shown[0].text) for tag, shown in groups.items())))
    if first is None:
        return []
    ordered = sorted(groups.items(), key=lambda group: group[0] != first[0])
    mine = reader_language()
    printed = ordered[0][1]
    called = list({shown.key: _called(shown, mine) for shown in printed}.values())
    if mine in groups or {shown.text for shown in called} <= {shown.text for shown in printed}:
        return ordered
    return [(mine, called), *ordered]


def _as_printed(keyword: Keyword) -> ShownKeyword:
    return ShownKeyword(keyword_key(keyword), keyword.text, keyword.language)


def _called(keyword: ShownKeyword, language: str) -> ShownKeyword:
    """A keyword as its concept is called in a language, where it has a concept that is called anything."""
    concept = current_site().concepts.get(keyword.key)
    labels = concept.labels.get(language) if concept else None
    return ShownKeyword(keyword.key, Text(labels[0]), language) if labels else keyword
