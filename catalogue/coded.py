"""Values of the fields that hold codes, by the names that readers have for them: `language:Russian`,
`type:"book chapter"`."""

from dataclasses import replace

from catalogue.model import AccessStatus
from catalogue.model.text import primary_language
from catalogue.sources import languages
from catalogue.type_names import types_named
from index import Notice, NoticeCode
from index.syntax_tree import (
    And,
    Leaf,
    Or,
    Quoted,
    Required,
    Sequence,
    Tree,
    Weighted,
    Without,
    Word,
    joined,
    mapped,
)

_LONGEST_NAME = 5
"""Words of the name of a type."""


def by_codes(tree: Tree) -> tuple[Tree, tuple[Notice, ...]]:
    """A tree that asks for codes where names were typed, and a remark on each value that names none."""
    unknown: dict[Notice, None] = {}

    def coded(leaf: Leaf) -> Tree:
        if not isinstance(leaf, Word | Quoted) or (codes := _codes(leaf)) is None:
            return leaf
        if not codes:
            unknown[Notice(NoticeCode.UNKNOWN_VALUE, (str(leaf.field), leaf.text))] = None
            return leaf
        if leaf.field == "type" and leaf.text.casefold() not in codes:
            codes = (*codes, leaf.text)  # may be a genre, in the words of a record
        leaves = tuple(replace(leaf, text=code) for code in codes)
        return leaves[0] if len(leaves) == 1 else Or(leaves)

    return mapped(_with_whole_names(tree), coded), tuple(unknown)


def _with_whole_names(tree: Tree) -> Tree:
    """The tree with names of types of several words as one: `type:conference paper`, `DT=(Book Chapter)`."""
    match tree:
        case Sequence(children):
            parts: list[Tree] = []
            rest = children
            while rest:
                name, length = _name_at(rest)
                parts.append(name)
                rest = rest[length:]
            return joined(parts, Sequence) or tree
        case And(children) | Or(children):
            return replace(tree, children=tuple(map(_with_whole_names, children)))
        case Without(child) | Required(child) | Weighted(child):
            return replace(tree, child=_with_whole_names(child))
        case _:
            return tree


def _name_at(children: tuple[Tree, ...]) -> tuple[Tree, int]:
    """The first of the children, or the name of a type that begins with it, and how many they are."""
    first = children[0]
    if not isinstance(first, Word) or first.field != "type":
        return _with_whole_names(first), 1
    for length in range(_LONGEST_NAME, 1, -1):
        words = [child for child in children[:length] if isinstance(child, Word)]
        meant = all(word.field == "type" for word in words) or not types_named(first.text)
        if len(words) == length and meant and all(word.field in ("type", None) for word in words):
            text = " ".join(word.text for word in words)
            if types_named(text):
                return replace(first, text=text), length
    return first, 1


def _codes(leaf: Word | Quoted) -> tuple[str, ...] | None:
    """The codes that the text of a leaf stands for; None where its field holds none."""
    match leaf.field:
        case "language":
            tag = languages.read(leaf.text)
            return (primary_language(tag),) if tag else ()
        case "type":
            return types_named(leaf.text)
        case "access":
            status = leaf.text.casefold()
            return (status,) if status in set(AccessStatus) else ()
        case _:
            return None
