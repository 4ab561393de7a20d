"""Names of people as they are asked for: a family name, and given names or their initials, in one name.

`Knuth, D` is Donald E. Knuth as well as D. E. Knuth; `Knuth, Donald` is also Knuth, D., not Knuth, Ernest.
Given names may stand before the family name or behind it.
"""

from index.analysis import PASSAGE_GAP
from index.query import All, Group, Near, Node, Phrase
from index.spellings import keys
from index.terms import initial_terms, query_terms
from index.tokens import tokenise

_LONGEST_INITIAL = 2


def is_initial(text: str) -> bool:
    """Whether a word is typed as an initial: as a letter, or as Latin letters for one, with a full stop.

    >>> is_initial("Sh."), is_initial("Ю."), is_initial("Sh"), is_initial("etc.")
    (True, True, False, False)
    """
    tokens = list(tokenise(text))
    return len(tokens) == 1 and text.endswith(".") and _is_short(tokens[0].word)


def name_node(text: str, fields: frozenset[str] | None, languages: frozenset[str] | None) -> Node | None:
    """What finds a name, within one passage of the `fields` (None: of any); None if no word is left.

    What stands behind a comma is given names, where short words are initials; where there is no comma, they
    are initials if a full stop follows. `languages` are those whose stems the index holds (None: all).
    """
    family, comma, _ = text.partition(",")
    groups: list[tuple[str, ...]] = []
    whole: list[tuple[str, ...]] = []
    for token in tokenise(text):
        is_given = bool(comma) and token.start > len(family)
        short = _is_short(token.word) and (is_given or text[token.end : token.end + 1] == ".")
        terms = query_terms(token.word, languages, initial=short)
        if is_given and not short:
            terms = tuple(dict.fromkeys((*terms, *initial_terms(token.word, languages))))
        elif comma and not is_given:
            whole.append(terms)
        groups.append(terms)
    return _together(tuple(dict.fromkeys(groups)), tuple(whole), fields)


def _together(
    words: tuple[tuple[str, ...], ...], family: tuple[tuple[str, ...], ...], fields: frozenset[str] | None
) -> Node | None:
    """All words in one passage, and those of the family name in order."""
    if len(words) < 2:
        return Group(words[0], fields) if words else None
    together = Near(words, max(0, PASSAGE_GAP - len(words)), fields)
    return All((Phrase(family, fields), together)) if len(family) > 1 else together


def _is_short(word: str) -> bool:
    return len(word) <= _LONGEST_INITIAL or any(len(key) == 1 for key in keys(word))
