"""From lists of names in BibTeX to names in parts.

A name is `First von Last`, `von Last, First` or `von Last, Jr, First`, or in biblatex's extended form
`family=…, given=…`; braces around all of it make it an organisation, which has no parts. What authors
in our region write besides (initials or patronymics behind the family name, without a comma) is read
as meant, with advice that shows the form to write.

A name of two words stays given name first, also in Cyrillic: whether `Абай Құнанбайұлы` is a patronymic
or a family name, only a comma can tell.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from catalogue.model import Name
from catalogue.sources.bibtex_values import is_group
from catalogue.sources.latex import to_plain
from catalogue.sources.name_words import (
    OTHER_CONJUNCTIONS,
    Words,
    is_initials,
    is_kazakh_patronymic,
    is_lower,
    is_russian_patronymic,
    space_initials,
    split_names,
    split_parts,
    split_words,
)

_EXTENDED = re.compile(r'\s*"?\s*[a-z]{4,}(?:-i)?\s*=', re.IGNORECASE)
_ET_AL = re.compile(r"(?:,?\s+|^)(?:et\.?\s+al\b\.?|и\s+др\b\.?|және\s+т\.\s?б\.?)\s*$", re.IGNORECASE)
_SEMICOLON = re.compile(r";\s")
_NAMESAKE = re.compile(r"(?<=\w)\s+0\d{3}$")
"""What dblp puts behind a name to tell it from that of somebody else."""
_OTHERS = "others"
_MOST_PARTS = 3
_LONGEST_SUFFIX = len("III")
_MOST_GIVEN = len(("Айгүл", "Ерік", "қызы"))


@dataclass(frozen=True, slots=True)
class NameAdvice:
    """A name that was read as meant and should be written otherwise.

    `code` is the code of the problem, `name` the name as it stands, `write` how to write it.
    """

    code: str
    message: str
    name: str
    write: str


@dataclass(frozen=True, slots=True)
class NameList:
    """The names of a field; `others` where it ends in `and others`."""

    names: tuple[Name, ...] = ()
    others: bool = False
    advice: tuple[NameAdvice, ...] = ()


@lru_cache(maxsize=2**14)
def parse_names(source: str) -> NameList:
    """The names of a field as written in LaTeX; never raises.

    >>> parse_names("Goethe, Johann Wolfgang von and others").others
    True
    """
    advice: list[NameAdvice] = []
    written = _without_et_al(split_names(source) if source.strip() else [], advice)
    others = bool(advice)
    written = _each_alone(written, advice)
    if written and written[-1].lower() == _OTHERS:
        others = True
        written.pop()
    if not all(written):
        advice.append(_advice("name-empty", "An `and` has no name beside it", source.strip(), "A and B"))
    joined = any(item.code == "name-list" for item in advice)
    # While names are joined wrongly, how to write them singly can wait.
    names = (parse_name(name, None if joined else advice) for name in written)
    # Options of a list, as `useprefix=true`, make a name of nothing.
    return NameList(tuple(name for name in names if name != Name()), others, tuple(advice))


def parse_name(written: str, advice: list[NameAdvice] | None = None) -> Name:
    """One name as written in LaTeX; what should be written otherwise is added to `advice`."""
    name, own = _parsed(written.strip())
    if advice is not None:
        advice += own
    return name


@lru_cache(maxsize=2**16)
def _parsed(written: str) -> tuple[Name, tuple[NameAdvice, ...]]:
    """One name. The people of a library come again and again."""
    advice: list[NameAdvice] = []
    return _read(written, advice), tuple(advice)


def _read(written: str, advice: list[NameAdvice]) -> Name:
    if namesake := _NAMESAKE.search(written):
        written = written[: namesake.start()]
    if literal := _literal(written):
        return Name(literal=literal)
    if _EXTENDED.match(written):
        return _extended(written)
    parts = [split_words(part) for part in split_parts(written)]
    if len(split_names(written, OTHER_CONJUNCTIONS)) > 1:
        write = f"{{{written}}} if it is one organisation, A and B if they are people"
        advice.append(_advice("name-conjunction", "Several names may stand here as one", written, write))
        advice = []  # How to write one name is not how to write two.
    if len(parts) > 1 and not parts[-1]:
        parts.pop()
        if parts[0]:
            advice.append(_advice("name-comma", "A comma ends the name", written, written.rstrip(", ")))
    if len(parts) == 1:
        return _without_comma(parts[0], written, advice)
    return _with_comma(parts, written, advice)


def _literal(written: str) -> str:
    """The text of a name that is one group and no "special character", "" for any other."""
    return to_plain(written[1:-1]) if is_group(written) and not written.startswith("{\\") else ""


def _extended(written: str) -> Name:
    """biblatex's `given=Hans, family=Harman, prefix=von`."""
    parts: dict[str, str] = {}
    for item in split_parts(written):
        key, _, value = item.strip().strip('"').partition("=")
        parts[key.strip().lower()] = to_plain(value.strip().strip('"'))
    # `middle` is a part that biber's configuration may add; we count it to the given names.
    given = " ".join(filter(None, (parts.get("given"), parts.get("middle"))))
    return Name(
        family=parts.get("family", ""),
        given=given,
        prefix=parts.get("prefix", ""),
        suffix=parts.get("suffix", ""),
    )


def _without_comma(words: Words, written: str, advice: list[NameAdvice]) -> Name:
    """`First von Last`; or, where the words themselves tell so, the family name first."""
    if family_words := _family_first(words):
        name = Name(_decode(words[:family_words]), space_initials(_decode(words[family_words:])))
        advice.append(
            _advice("name-order", "The family name stands first, without a comma", written, name.inverted)
        )
        return name
    low = [index for index, word in enumerate(words[:-1]) if is_lower(word)]
    first, last = (low[0], low[-1] + 1) if low else (len(words) - 1, len(words) - 1)
    return Name(_decode(words[last:]), _decode(words[:first]), _decode(words[first:last]))


def _family_first(words: Words) -> int:
    """How many words at the start are a family name with given names behind, 0 for none.

    Told by initials at the end (`Назарбаев Н.А.`), or by a patronymic there (`Назарбаев Нұрсұлтан
    Әбішұлы`) unless one stands in the middle, as in `Анна Ивановна Абрамович`.
    """
    plain = [to_plain(word) for word in words]
    count = len(plain)
    if count > 1 and is_initials(plain[-1]) and not is_initials(plain[0]):
        return next(index for index in range(count, 0, -1) if not is_initials(plain[index - 1]))
    if count > 2 and (is_kazakh_patronymic(plain[-1]) or is_russian_patronymic(plain[-1])):
        return 0 if any(is_russian_patronymic(word) for word in plain[1:-1]) else 1
    return 0


def _with_comma(parts: list[Words], written: str, advice: list[NameAdvice]) -> Name:
    """`von Last, First` and `von Last, Jr, First`."""
    family = parts[0]
    low = [index for index, word in enumerate(family[:-1]) if is_lower(word)]
    last = low[-1] + 1 if low else 0
    suffix = parts[1] if len(parts) >= _MOST_PARTS else []
    given = [word for part in parts[2 if len(parts) >= _MOST_PARTS else 1 :] for word in part]
    name = Name(_decode(family[last:]), _decode(given), _decode(family[:last]), _decode(suffix))
    if len(parts) > _MOST_PARTS:
        better = name.inverted if len(name.suffix) <= _LONGEST_SUFFIX else _in_pairs(parts)
        advice.append(_advice("name-comma", "The name has too many commas", written, better))
    return name


def _in_pairs(parts: list[Words]) -> str:
    """`Family, Given, Family, Given` as the names it was meant for."""
    words = [_decode(part) for part in parts]
    return " and ".join(", ".join(filter(None, words[at : at + 2])) for at in range(0, len(words), 2))


def _without_et_al(written: list[str], advice: list[NameAdvice]) -> list[str]:
    """The names without the words at their end that say that there are more."""
    if not written or not (shortened := _ET_AL.search(last := " ".join(written[-1].split()))):
        return written
    advice.append(_advice("name-et-al", "Further names are left out in words", written[-1], "… and others"))
    return [*written[:-1], *filter(None, [last[: shortened.start()].rstrip(",; ")])]


def _each_alone(written: list[str], advice: list[NameAdvice]) -> list[str]:
    """The names of a list, also of one that is joined by other means than `and`."""
    names: list[str] = []
    for name in written:
        if _EXTENDED.match(name) or not (apart := _taken_apart(name)):
            names.append(name)
            continue
        names += apart
        write = " and ".join(parse_name(each).inverted for each in apart)
        advice.append(_advice("name-list", "Names are joined by something else than `and`", name, write))
    return names


def _taken_apart(name: str) -> list[str]:
    """The names in what should be one name: joined by semicolons, by another word than `and` where all
    are told to be people's, or by commas where initials tell so."""
    if _SEMICOLON.search(name) and len(apart := _stripped(split_parts(name, ";"))) > 1:
        return _each_taken_apart(apart)
    if OTHER_CONJUNCTIONS.search(name) and len(apart := _stripped(split_names(name, OTHER_CONJUNCTIONS))) > 1:
        people = _each_taken_apart(apart)
        return people if all(map(_is_persons, people)) else []
    apart = _stripped(split_parts(name))
    if len(apart) > 1 and all(_is_family_and_initials(each) for each in apart):
        return apart
    if len(apart) > _MOST_PARTS and len(apart) % 2 == 0:
        families, givens = apart[::2], apart[1::2]
        if all(is_initials(to_plain(word)) for given in givens for word in split_words(given)):
            return [f"{family}, {given}" for family, given in zip(families, givens, strict=True)]
    return []


def _each_taken_apart(names: list[str]) -> list[str]:
    return [each for name in names for each in _taken_apart(name) or [name]]


def _stripped(parts: list[str]) -> list[str]:
    return [stripped for part in parts if (stripped := part.strip(" \t\n…&"))]


def _is_family_and_initials(name: str) -> bool:
    words = split_words(name)
    return len(words) > 1 and (_family_first(words) > 0 or is_initials(to_plain(words[0])))


def _is_persons(name: str) -> bool:
    """Whether initials, a patronymic or a comma tell that a name is a person's."""
    family, *others = [split_words(part) for part in split_parts(name)]
    if not family or is_lower(family[-1]) or len(others) > 1:
        return False
    if not others:
        return _is_family_and_initials(name)
    [given] = others
    if all(is_initials(to_plain(word)) for word in given):
        return bool(given)
    # Who is given in full is told from a place behind an institution, if at all, by being called one word.
    return len(given) <= _MOST_GIVEN and not any(map(is_lower, given)) and all(map(is_lower, family[:-1]))


def _decode(words: Words) -> str:
    return to_plain(" ".join(words)) if words else ""


def _advice(code: str, message: str, name: str, write: str) -> NameAdvice:
    return NameAdvice(code, f"{message}: {name}", name, write)
