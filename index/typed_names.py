"""Names among what was typed: `Tsoi V`, `Yessimova Sh.`, `"Есімова, Шолпан"` are also looked for as one name.

Words side by side may stand anywhere in a record, and an initial anywhere means little; so a family name and
the initials beside it are looked for together, and apart only as they were typed. A few words that are all of
a search may be a name, too, in either order: `wang wei`. So may those between quotation marks in a field of
names, where a middle name is often left out: `author:"Donald Knuth"`.
"""

import re
from dataclasses import replace
from typing import NamedTuple

from index.analysis import PASSAGE_GAP
from index.languages import is_stop_word
from index.names import are_initials, as_name, dotted, is_listed
from index.syntax_tree import (
    Alternatives,
    And,
    Or,
    Quoted,
    Required,
    Sequence,
    Tree,
    Weighted,
    Without,
    Word,
)
from index.tokens import fold

MOST_NAMES = 8
"""Names of one query that are looked for as such."""
_MOST_INITIALS = 4
_MOST_OF_A_NAME = 4
"""Words of a search that may be nothing but a name."""
_UNCERTAIN = 0.25
"""The weight of a name without full stops: `Vitamin D` is none."""
_FAMILY = re.compile("(?=..)[^\\W\\d_]+(?:['\u2019-][^\\W\\d_]+)*")
_PUNCTUATION = ",;"


def with_names(tree: Tree, field: str, *, loosely: bool = False) -> Tree:
    """A typed tree in which what reads as a name is also looked for as one, in `field`.

    With `loosely`, a family name is enough, whatever initials stand beside it.
    """
    named = _Naming(field, loosely).of(tree)
    whole = _as_a_whole(tree, field) if named == tree else None
    return Alternatives(tree, (whole,), 1.0) if whole and is_listed(whole.text) else named


def whole_name(tree: Tree, field: str) -> Quoted | None:
    """What looks for a name in `field`, if all that was typed may be one: `Lee E`."""
    match with_names(tree, field):
        case Alternatives(_, (Quoted() as name,)) if not isinstance(tree, Alternatives):
            return name
        case _:
            return _as_a_whole(tree, field)


class _Name(NamedTuple):
    """A name in so many words side by side: its family name, and the whole as `index.names` reads it."""

    family: Word
    initials: tuple[Word, ...]
    text: str
    certain: bool


class _Naming:
    """One query's way through its names."""

    def __init__(self, field: str, loosely: bool) -> None:
        self._field = field
        self._loosely = loosely
        self._left = MOST_NAMES

    def of(self, tree: Tree) -> Tree:
        """A part of the tree with its names."""
        match tree:
            case Quoted(text, None, None) if is_listed(text) and self._may():
                return Alternatives(tree, (Quoted(text, self._field),), 1.0)
            case Sequence(children):
                parts = self._side_by_side(children)
                return Sequence(parts) if len(parts) > 1 else parts[0]
            case Quoted(text, self._field, None) if not as_name(text):
                return replace(tree, distance=PASSAGE_GAP)
            case And(children) | Or(children):
                return replace(tree, children=tuple(map(self.of, children)))
            case Weighted(child) | Required(child) | Without(child):
                return replace(tree, child=self.of(child))
            case _:
                return tree

    def _side_by_side(self, children: tuple[Tree, ...]) -> tuple[Tree, ...]:
        parts: list[Tree] = []
        at = 0
        while at < len(children):
            name = self._name_at(at, children)
            if name and self._may():
                parts.append(self._also_as(name))
                at += 1 + len(name.initials)
            else:
                parts.append(self.of(children[at]))
                at += 1
        return tuple(parts)

    def _may(self) -> bool:
        self._left -= 1
        return self._left >= 0

    def _also_as(self, name: _Name) -> Tree:
        typed: Tree = name.family
        if not (self._loosely and (name.certain or _says_little(name.initials))):
            typed = Sequence(
                (name.family, *(replace(word, text=word.text.strip(".")) for word in name.initials))
            )
        return Alternatives(typed, (Quoted(name.text, self._field),), 1.0 if name.certain else _UNCERTAIN)

    def _name_at(self, at: int, children: tuple[Tree, ...]) -> _Name | None:
        """The name that begins at one of the children: initials before or behind a family name."""
        first = self._word(children[at])
        if first is None:
            return None
        if are_initials(first.text):
            initials = self._initials(at, children)
            end = at + len(initials)
            family = self._word(children[end]) if end < len(children) else None
            return _name(family, initials) if family else None
        following = self._word(children[at + 1]) if at + 1 < len(children) else None
        if following is None:
            return None
        if text := dotted(first.text, following.text) if _may_be_family(first.text) else "":
            return _Name(first, (following,), text, certain=False)
        return _name(first, self._initials(at + 1, children))

    def _initials(self, at: int, children: tuple[Tree, ...]) -> tuple[Word, ...]:
        """The words from there on that are initials with full stops."""
        initials: list[Word] = []
        for tree in children[at : at + _MOST_INITIALS]:
            word = self._word(tree)
            if word is None or not are_initials(word.text):
                break
            initials.append(word)
        return tuple(initials)

    def _word(self, tree: Tree) -> Word | None:
        """A word that may be part of a name, without the comma behind it."""
        if isinstance(tree, Word) and (tree.field == self._field or (tree.field is None and not tree.keep)):
            bare = tree.text.strip(_PUNCTUATION)
            return tree if bare == tree.text else replace(tree, text=bare)
        return None


def _as_a_whole(tree: Tree, field: str) -> Quoted | None:
    """A name in the words of a tree, if it is no more than a few words side by side."""
    words = tree.children if isinstance(tree, Sequence) else ()
    if not 1 < len(words) <= _MOST_OF_A_NAME or not all(map(_may_be_of_a_name, words)):
        return None
    text = " ".join(word.text for word in words if isinstance(word, Word))
    return Quoted(text, field, None if is_listed(text) or as_name(text) else PASSAGE_GAP)


def _may_be_of_a_name(tree: Tree) -> bool:
    if not isinstance(tree, Word) or tree.field is not None or tree.keep:
        return False
    return are_initials(tree.text) or _may_be_family(tree.text.strip(_PUNCTUATION))


def _name(family: Word, initials: tuple[Word, ...]) -> _Name | None:
    if not initials or not _may_be_family(family.text):
        return None
    given = " ".join(word.text for word in initials)
    if family.text[0].isupper() != given[0].isupper():
        return None  # the U.S. economy
    return _Name(family, initials, f"{family.text}, {given}", certain=True)


def _says_little(initials: tuple[Word, ...]) -> bool:
    """Whether words are letters, and not what may be an abbreviation: Germany UK."""
    return all(len(word.text) == 1 for word in initials)


def _may_be_family(text: str) -> bool:
    return _FAMILY.fullmatch(text) is not None and not is_stop_word(fold(text))
