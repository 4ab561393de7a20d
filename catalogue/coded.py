"""Values of the fields that hold codes, by the names that readers have for them: `language:Russian`,
`type:"book chapter"`."""

from dataclasses import replace

from catalogue.model import AccessStatus
from catalogue.model.text import primary_language
from catalogue.sources import languages
from catalogue.type_names import types_named
from index import Notice, NoticeCode, Tree
from index.syntax_tree import Leaf, Or, Quoted, Word, mapped


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

    return mapped(tree, coded), tuple(unknown)


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
