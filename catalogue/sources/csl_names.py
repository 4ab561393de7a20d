"""Contributors of a CSL entry: names in parts or in one string, in one language or in several.

Where a text may have a language map, a part of a name (`family: {en: …, ru: …}`) and a whole list of
names (`author: {en: […], ru: […]}`, aligned by position) may have one too.
"""

from collections.abc import Iterator

from catalogue.model import UNDETERMINED, Multilingual, Name
from catalogue.sources import languages
from catalogue.sources.csl_text import to_text
from catalogue.sources.raw import Plain

_OTHERS = ("others", "et al.", "et al")
_TRUE = ("true", "yes", "1")
_PART_NAMES = (
    "family",
    "given",
    "dropping-particle",
    "non-dropping-particle",
    "suffix",
    "literal",
    "name",
)


def contributors(value: Plain, role: str, main: str) -> tuple[list[dict[str, object]], bool, bool]:
    """The contributors that a name variable states, in the form that `catalogue.schema` reads.

    `main` is the language of the entry. Also whether "and others" follow them, and whether lists in
    several languages are of equal length (else their names are paired as far as the shorter one goes).
    """
    if (by_language := language_map(value)) is None:
        people = [_contributor(item, role, main) for item in _items(value)]
        others = any(_says_others(person) for person in people)
        return [person for person in people if not _says_others(person)], others, True
    first = main if main in by_language else next(iter(by_language), main)
    people, others, aligned = contributors(by_language.get(first), role, first)
    for tag, items in by_language.items():
        if tag == first:
            continue
        translated, *_ = contributors(items, role, tag)
        aligned = aligned and len(translated) == len(people)
        for person, other in zip(people, translated, strict=False):
            variants = person.setdefault("variants", [])
            if isinstance(variants, list):
                variants.append((tag, other["name"]))
    return people, others, aligned


def name_of(value: Plain) -> Name:
    """One name, written as a text or in parts; an empty one of what is neither."""
    parts = _parts(value) if isinstance(value, str) else value
    return _name(parts) if isinstance(parts, dict) else Name()


def language_map(value: Plain) -> dict[str, Plain] | None:
    """The values of a map by canonical language tag, None for what is no map from languages."""
    if not isinstance(value, dict) or not value:
        return None
    tags = {written: languages.from_tag(written) for written in value}
    if not all(tags.values()):
        return None
    return {languages.read(written) or written: item for written, item in value.items()}


def multilingual(value: Plain, main: str) -> Multilingual:
    """A text in one language or in several; `main` is the language of one that states none."""
    by_language = language_map(value)
    if by_language is None:
        by_language = {main: value}
    return Multilingual.of({tag: to_text(text) for tag, text in by_language.items() if isinstance(text, str)})


def _items(value: Plain) -> Iterator[dict[str, Plain]]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str):
            yield _parts(item)
        elif isinstance(item, dict):
            yield item


def _parts(written: str) -> dict[str, Plain]:
    """`Family, Given`, or a name of no known parts."""
    family, comma, given = written.partition(",")
    return {"family": family.strip(), "given": given.strip()} if comma else {"literal": written.strip()}


def _contributor(item: dict[str, Plain], role: str, main: str) -> dict[str, object]:
    item = {name.casefold(): value for name, value in item.items()}
    names = _names(item, main)
    first = main if main in names else next(iter(names), "")
    person: dict[str, object] = {"name": names.get(first, Name()), "role": role}
    if variants := [(tag, name) for tag, name in names.items() if tag != first]:
        person["variants"] = variants
    if isinstance(orcid := item.get("orcid"), str):
        person["orcid"] = orcid
    if affiliations := list(_affiliations(item.get("affiliation"), main)):
        person["affiliations"] = affiliations
    if str(item.get("corresponding", "")).casefold() in _TRUE:
        person["corresponding"] = True
    return person


def _names(item: dict[str, Plain], main: str) -> dict[str, Name]:
    """The name in each language in which a part of it is stated; a part without one is in all of them."""
    parts = {name: item[name] for name in _PART_NAMES if item.get(name)}
    maps = {name: by_tag for name, value in parts.items() if (by_tag := language_map(value))}
    if not maps:
        return {main: _name(parts)}
    tags = dict.fromkeys(tag for by_tag in maps.values() for tag in by_tag)
    return {tag: _name(parts | {name: by_tag.get(tag) for name, by_tag in maps.items()}) for tag in tags}


def _name(parts: dict[str, Plain]) -> Name:
    text = {name: to_text(part).plain for name, part in parts.items() if isinstance(part, str)}
    particles = (text.get(name, "") for name in ("dropping-particle", "non-dropping-particle"))
    literal = text.get("literal") or text.get("name", "")
    if literal and not text.get("family"):
        return Name(literal=literal)
    return Name(
        family=text.get("family", ""),
        given=text.get("given", ""),
        prefix=" ".join(part for part in particles if part),
        suffix=text.get("suffix", ""),
    )


def _affiliations(value: Plain, main: str) -> Iterator[dict[str, object]]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict) and language_map(item) is None:
            ror = item.get("ror")
            stated: dict[str, object] = {"name": multilingual(item.get("name"), main)}
            yield stated | ({"ror": ror} if isinstance(ror, str) else {})
        elif item:
            yield {"name": multilingual(item, main)}


def _says_others(person: dict[str, object]) -> bool:
    name = person["name"]
    return isinstance(name, Name) and name.literal.casefold() in _OTHERS


def main_language(value: Plain) -> tuple[list[str], str]:
    """The languages that an entry states, and its main one, `und` where it states none."""
    written = value if isinstance(value, list) else [value]
    stated = [item.strip() for item in written if isinstance(item, str) and item.strip()]
    read = [languages.read(item) or item for item in stated]
    return read, read[0] if read else UNDETERMINED
