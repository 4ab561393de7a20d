"""What was typed, widened: a label of a concept also stands for the other labels, at lower weight.

Only what its typist left open is widened: no part of a phrase, nothing behind a `+` or a `-`, no word with
`*`, `?` or `~`, and none in a field of names.
"""

from catalogue.concept_labels import Label, Labels, Words
from index.syntax_tree import Alternatives, And, Or, Place, Quoted, Sequence, Tree, Weighted, Word

OTHER_LABELS = 0.4
"""The weight of a label that was not typed beside that of the one that was."""
MOST_CONCEPTS = 6
"""Concepts of one query whose other labels are searched as well."""
MOST_LABELS = 12
"""Labels of one concept that are searched beside the one that was typed."""
ABOUT = ("title", "abstract", "keyword")
"""The fields that say what a publication is about, where other labels are searched: an abbreviation of a
country may be the initials of an author."""


def widen(tree: Tree, labels: Labels, narrow: frozenset[str]) -> tuple[Tree, dict[str, list[Label]]]:
    """A typed tree that also looks for the other labels of the concepts it names, and these labels by the
    keys of their concepts. Concepts in `narrow` stay as they were typed."""
    widening = _Widening(labels, narrow)
    return widening.of(tree), widening.besides


class _Widening:
    """One query's way through the labels; `besides` grows on the way."""

    def __init__(self, labels: Labels, narrow: frozenset[str]) -> None:
        self.besides: dict[str, list[Label]] = {}
        self._labels = labels
        self._narrow = narrow

    def of(self, tree: Tree) -> Tree:
        """A part of the tree, widened where it may be."""
        match tree:
            case Word() | Quoted():
                return self._side_by_side((tree,))[0]
            case Sequence(children):
                parts = self._side_by_side(children)
                return Sequence(parts) if len(parts) > 1 else parts[0]
            case And(children):
                return And(tuple(map(self.of, children)))
            case Or(children):
                return Or(tuple(map(self.of, children)))
            case Weighted(child, factor):
                return Weighted(self.of(child), factor)
            case _:
                return tree

    def _side_by_side(self, children: tuple[Tree, ...]) -> tuple[Tree, ...]:
        """Neighbours, of which one or several together may be a label."""
        parts: list[Tree] = []
        words = [self._comparable(child) for child in children]
        at = 0
        while at < len(children):
            child, found = children[at], self._label_at(at, children, words)
            if found:
                label, width = found
                typed = children[at : at + width]
                others = self._others(label, _field(child))
                whole = typed[0] if width == 1 else Sequence(typed)
                parts += (Alternatives(whole, others, OTHER_LABELS),) if others else typed
                at += width
            else:
                parts.append(child if isinstance(child, Word | Quoted) else self.of(child))
                at += 1
        return tuple(parts)

    def _comparable(self, tree: Tree) -> Words:
        """The words of what may be a label or a part of one; none of all else."""
        match tree:
            case Word(_, None, True):
                return ()  # behind a +
            case Word(text, field) | Quoted(text, field, None) if _tells_subject(field):
                return self._labels.words(text)
            case _:
                return ()

    def _label_at(self, at: int, children: tuple[Tree, ...], words: list[Words]) -> tuple[Label, int] | None:
        """The longest label that begins at one of the neighbours, and how many of them it is written in."""
        if not words[at]:
            return None
        candidates = self._labels.beginning(words[at])
        if not candidates:
            return None
        most = max(len(label.words) for label in candidates)
        run: Words = ()
        found: tuple[Label, int] | None = None
        for width, (child, own) in enumerate(zip(children[at:], words[at:], strict=True), 1):
            if not own or len(run) >= most or (width > 1 and not _are_alike(children[at], child)):
                break
            run += own
            fitting = [label for label in candidates if label.meets(run)]
            if fitting:
                found = max(fitting, key=lambda label: label.is_exactly(run)), width
        return found

    def _others(self, label: Label, field: Place) -> tuple[Tree, ...]:
        """What is to be searched beside a label, if anything."""
        key, is_new = label.key, label.key not in self.besides
        if key in self._narrow or (is_new and len(self.besides) >= MOST_CONCEPTS):
            return ()
        others = self._labels.beside(label)[:MOST_LABELS]
        if is_new and others:
            self.besides[key] = others
        return tuple(_searched(own.text, field) for own in others)


def _tells_subject(field: Place) -> bool:
    return field is None or set(ABOUT).issuperset((field,) if isinstance(field, str) else field)


def _field(tree: Tree) -> Place:
    return tree.field if isinstance(tree, Word | Quoted) else None


def _are_alike(first: Tree, next_: Tree) -> bool:
    """Whether two neighbours may be words of one label."""
    return isinstance(first, Word) and isinstance(next_, Word) and first.field == next_.field


def _searched(text: str, field: Place) -> Word | Quoted:
    where = ABOUT if field is None else field
    return Quoted(text, where) if " " in text else Word(text, where)
