"""Names of people as they are asked for: a family name, and given names or their initials, in one name.

`Knuth, D` is Donald E. Knuth as well as D. E. Knuth; `Knuth, Donald` is also Knuth, D., not Knuth, Ernest.
Given names may stand before the family name or behind it. The first of them must be there; further ones are
left out so often that they only tell what comes first.
"""

import re
from typing import NamedTuple

from index.analysis import PASSAGE_GAP
from index.proximity import window
from index.query import All, AnyOf, Everything, Group, Node, Phrase
from index.spellings import keys
from index.terms import initial_terms, query_terms
from index.tokens import Token, fold, tokenise

_LONGEST_INITIAL = 2
_SUFFIXES = frozenset("jr sr ii iii iv".split())
_INITIAL = re.compile(r"[^.\s-]+\.?")
_LISTED = re.compile(r"[^\W\d_][^,]+, ?[^\W\d_][^,]*")
_MOST_LISTED = 6

Terms = tuple[str, ...]
"""A word that is looked for: the terms it may stand as."""


def are_initials(text: str) -> bool:
    """Whether a word is one or more initials: letters, or Latin letters for one, with full stops.

    >>> [are_initials(text) for text in ("Sh.", "Ю.", "D.-E.", "Sh", "etc.")]
    [True, True, True, False, False]
    """
    parts = _INITIAL.findall(text) if "." in text else []
    return bool(parts) and all(map(_is_initial, parts))


def dotted(family: str, initials: str) -> str:
    """A name whose initials stand without full stops, as in PubMed, with them; "" if it reads as none.

    >>> dotted("Tsoi", "VA"), dotted("Yessimova", "Sh"), dotted("vitamin", "D"), dotted("BRICS", "EU")
    ('Tsoi, V. A.', 'Yessimova, Sh.', '', '')
    """
    is_short = initials.isalpha() and len(initials) <= _LONGEST_INITIAL
    if not is_short or not family[:1].isupper() or family.isupper():
        return ""
    if initials.isupper():
        return f"{family}, {' '.join(f'{letter}.' for letter in initials)}"
    return f"{family}, {initials}." if initials.istitle() and _is_sound(fold(initials)) else ""


def as_name(text: str) -> str:
    """What stands in quotes in a field of names, as `name_node` reads names; "" if nothing tells its parts.

    >>> as_name("Knuth, D"), as_name("Tsoi V"), as_name("Donald Knuth")
    ('Knuth, D', 'Tsoi, V.', '')
    """
    if "," in text or "." in text:
        return text
    family, _, last = text.rpartition(" ")
    return dotted(family, last)


def is_listed(text: str) -> bool:
    """Whether a text reads as a name in a list does: `Есимова, Шолпан`."""
    if not _LISTED.fullmatch(text) or len(text.split()) > _MOST_LISTED:
        return False
    family, _, given = text.partition(",")
    return family[0].isupper() and given.strip()[0].isupper()


def name_node(text: str, fields: frozenset[str] | None, languages: frozenset[str] | None) -> Node | None:
    """What finds a name, within one passage of the `fields` (None: of any); None if no word is left.

    What stands behind a comma is given names, where short words are initials; where there is no comma, they
    are initials if a full stop follows. `languages` are those whose stems the index holds (None: all).
    """
    words = _words(text, languages)
    must = tuple(dict.fromkeys(word.terms for word in words if word.must))
    if not must:
        return None
    family = tuple(word.terms for word in words if word.of_family)
    found = [_together(must, fields)]
    if len(family) > 1:
        found.insert(0, Phrase(family, fields))
    if telling := dict.fromkeys(word.telling for word in words if word.telling):
        found.append(AnyOf((Everything(), *(Group(terms, fields) for terms in telling))))
    return found[0] if len(found) == 1 else All(tuple(found))


class _Word(NamedTuple):
    """A word of a name: its terms, whether it must be there, and the terms by which what has them comes
    first."""

    terms: Terms
    must: bool = True
    telling: Terms = ()
    of_family: bool = False


def _words(text: str, languages: frozenset[str] | None) -> list[_Word]:
    tokens = list(tokenise(text))
    comma = text.find(",")
    if comma < 0:
        return _as_read_aloud(text, tokens, languages)
    family = [
        _Word(query_terms(token.word, languages), of_family=True) for token in tokens if token.start < comma
    ]
    given = [token.word for token in tokens if token.start > comma]
    given.sort(key=_SUFFIXES.__contains__)  # King, Jr, Martin Luther
    must = not family
    for number, word in enumerate(given):
        family.append(_given(word, languages, must=must or number == 0))
    return family


def _given(word: str, languages: frozenset[str] | None, *, must: bool) -> _Word:
    """A given name, which may also be an initial of one, or stand as its own initial."""
    terms = query_terms(word, languages, initial=_is_short(word))
    if len(word) == 1:
        return _Word(terms, must, () if must else terms)
    with_initial = tuple(dict.fromkeys((*terms, *initial_terms(word, languages))))
    return _Word(with_initial, must, query_terms(word, languages))


def _as_read_aloud(text: str, tokens: list[Token], languages: frozenset[str] | None) -> list[_Word]:
    """A name without a comma: which word is the family's, nothing tells."""
    short = [_is_short(token.word) and text[token.end : token.end + 1] == "." for token in tokens]
    words: list[_Word] = []
    for number, (token, is_short) in enumerate(zip(tokens, short, strict=True)):
        terms = query_terms(token.word, languages, initial=is_short)
        # A middle initial is left out as often as not.
        is_middle = is_short and number > 0 and (any(short[:number]) or not all(short[number:]))
        words.append(_Word(terms, not is_middle, terms if is_middle else ()))
    return words


def _together(words: tuple[Terms, ...], fields: frozenset[str] | None) -> Node:
    """All words in one passage."""
    if len(words) == 1:
        return Group(words[0], fields)
    return window(words, PASSAGE_GAP, fields)


def _is_initial(text: str) -> bool:
    tokens = list(tokenise(text))
    return len(tokens) == 1 and text.endswith(".") and _is_short(tokens[0].word)


def _is_short(word: str) -> bool:
    return len(word) <= _LONGEST_INITIAL or _is_sound(word)


def _is_sound(word: str) -> bool:
    """Whether a folded word is Latin letters that stand for one of Cyrillic, as sh does."""
    return any(len(key) == 1 for key in keys(word))
