"""Parts of a typed search where they stand in it, so that one can be replaced or left out and the rest stays.

The functions read the text that `index.parse` reads, more coarsely: what they take wrongly for a part makes
a proposal that finds nothing more, which nobody is shown.
"""

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from catalogue.aliases import ALIASES
from index import Tree
from index.languages import is_stop_word
from index.lexer import NEAR, OPERATORS, Lex
from index.syntax_tree import Alternatives, And, Nearby, Or, Quoted, Required, Sequence, Weighted, Word
from index.tokens import Token, tokenise

_NAMES = "|".join(name for name in ALIASES if " " in name)
_PIECE = re.compile(
    rf"(?P<other>\s+|[()]|(?i:{_NAMES}):|[\"“„«][^\"“”„«»]*[\"”“»]|(?<!\w)['‘‚‹][^'‘’›]*['’‘›](?!\w))"
    r"|[^\s()\"“„«]+|[\"“„«]"
)
_AROUND = "\"“”„«»'‘’,;"
"""What may be left of a phrase or of a list around a word, and is no part of it."""
_PHRASE = re.compile(
    r"(?<![^\s(:=+−-])(?:[\"“„«]([^\"“”„«»]*\s[^\"“”„«»]*)[\"”“»]|['‘‚‹]([^'‘’›]*\s[^'‘’›]*)['’‘›](?!\w))"
    r"(?:~\d{1,3})?"
)
_AT_A_GLANCE = 40
"""Letters of a text that a line has room for on a telephone."""
_BEFORE = re.compile(r"[-+−]|.*:|PUBYEAR|[<>=]+")
_AND = re.compile(rf"^(?:{'|'.join(name for name, kind in OPERATORS.items() if kind is Lex.AND)})\s+")


def words_in(text: str, tree: Tree) -> list[Token]:
    """The words of a text that may have been mistyped, in order: those that `tree`, which it was parsed to,
    looks for as they stand, and that are no stop words and no numbers."""
    searched = {token.word for words in _searched(tree) for token in tokenise(words)}
    return [
        token
        for token in tokenise(text)
        if token.word in searched
        and token.word.isalpha()
        and not is_stop_word(token.word)
        and text[token.end : token.end + 1] not in ("*", "?", "~", ":")
        and text[token.start - 1 : token.start] not in ("*", "?")
    ]


def _searched(tree: Tree) -> Iterator[str]:
    match tree:
        case Word(text) | Quoted(text):
            yield text
        case And(children) | Or(children) | Sequence(children) | Nearby(children):
            for child in children:
                yield from _searched(child)
        case Required(child) | Weighted(child) | Alternatives(child):
            yield from _searched(child)


def replaced(text: str, words: Mapping[Token, str]) -> str:
    """The text with some of its words replaced; one that begins with a capital still does.

    >>> replaced('title:"Gendre roles"', {Token("gendre", 7, 13): "gender"})
    'title:"Gender roles"'
    """
    for token in sorted(words, key=lambda token: -token.start):
        other = words[token]
        if text[token.start].isupper():
            other = other.capitalize()
        text = text[: token.start] + other + text[token.end :]
    return text


def changed(text: str, other: str) -> str:
    """What another text says otherwise than a text, with `…` for the words that both have; "" where the other
    is read at a glance, or where the two have nothing in common.

    >>> changed("migration of labour and the rivres in Central Asia", "migration of labour and the rivers in \
Central Asia")
    '… rivers …'
    """
    words, others = text.split(), other.split()
    told: list[str] = []
    for kind, _, _, first, last in SequenceMatcher(None, words, others, autojunk=False).get_opcodes():
        told += ["…"] if kind == "equal" else others[first:last]
    return " ".join(told) if len(other) > _AT_A_GLANCE and "…" in told and {*told} != {"…"} else ""


def without_quotes(text: str) -> str:
    """The text with the words of its phrases side by side, those of one in a field between parentheses.

    >>> without_quotes('"labour law" title:"On women"~3 -"old age"')
    'labour law title:(On women) -(old age)'
    """

    def apart(found: re.Match[str]) -> str:
        words: str = found[1] or found[2]
        return f"({words})" if _leads(text[: found.start()].rpartition(" ")[2]) else words

    return _PHRASE.sub(apart, text)


def parts_of(text: str) -> list[tuple[str, str]]:
    """What must match side by side, each part with the text that is left without it.

    Nothing where there is but one part, or where some are alternatives: less would then find less.

    >>> parts_of('women -title:"labour law" (a OR b)')
    [('women', '-title:"labour law" (a OR b)'), ('-title:"labour law"', 'women (a OR b)'), ('(a OR b)', \
'women -title:"labour law"')]
    """
    parts = _side_by_side(text)
    if len(parts) < 2 or any(OPERATORS.get(part) is Lex.OR or NEAR.fullmatch(part) for part in parts):
        return []
    return [
        (_AND.sub("", part), _AND.sub("", " ".join(parts[:number] + parts[number + 1 :])))
        for number, part in enumerate(parts)
    ]


def _side_by_side(text: str) -> list[str]:
    """The text cut at the spaces that are in no phrase or parenthesis and behind no operator."""
    pieces = [found["other"] or found.group().strip(_AROUND) for found in _PIECE.finditer(text)]
    lonely = _without_partner(pieces)
    parts, depth, begin = [""], 0, False
    for place, piece in enumerate(pieces):
        if not piece or place in lonely:
            continue
        depth += (piece == "(") - (piece == ")")
        if not piece.isspace():
            if begin:
                parts.append("")
                begin = False
            parts[-1] += piece
        elif depth or _leads(parts[-1].rpartition(" ")[2]):
            parts[-1] += " "
        else:
            begin = True
    return [part.strip() for part in parts if part.strip()]


def _without_partner(pieces: list[str]) -> set[int]:
    """Places of the parentheses that nothing opens or closes, which a search passes over."""
    opened: list[int] = []
    unopened = set()
    for place, piece in enumerate(pieces):
        if piece == "(":
            opened.append(place)
        elif piece == ")" and opened:
            opened.pop()
        elif piece == ")":
            unopened.add(place)
    return unopened.union(opened)


def _leads(word: str) -> bool:
    """Whether what follows belongs to a word, or to a sign."""
    return OPERATORS.get(word, Lex.OR) is not Lex.OR or _BEFORE.fullmatch(word) is not None
