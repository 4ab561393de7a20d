"""Where a text answers a query: spans to mark, and a snippet around the best of them; never HTML."""

from dataclasses import dataclass

from index.analysis import passage_terms
from index.languages import primary
from index.query import Group, Node, Phrase, Prefix, positive_leaves
from index.tokens import Token, tokenise

Span = tuple[int, int]
"""Start and end of a marked part, in characters of the text."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A part of a text: `pieces` are (text, whether to mark it); the flags say whether text was left out."""

    pieces: tuple[tuple[str, bool], ...]
    leading: bool = False
    trailing: bool = False


def marks(text: str, language: str, tree: Node, field: str | None = None) -> tuple[Span, ...]:
    """The spans of `text` that the query asks for, in order and without overlap.

    `language` is that of the passage, as in its document. With `field`, words that are asked for in other
    fields only are left alone.
    """
    wanted = [leaf for leaf in positive_leaves(tree) if isinstance(leaf, Group | Phrase | Prefix)]
    wanted = [leaf for leaf in wanted if field is None or leaf.fields is None or field in leaf.fields]
    if not wanted or not text:
        return ()
    tokens = list(tokenise(text))
    spoken = primary(language, text)
    terms = [_terms(token, spoken) for token in tokens]
    found: set[Span] = set()
    for leaf in wanted:
        match leaf:
            case Group(alternatives):
                found.update(_words(tokens, terms, frozenset(alternatives)))
            case Phrase(words):
                found.update(_phrases(tokens, terms, words))
            case Prefix(prefix):
                found.update((t.start, t.end) for t in tokens if t.word.startswith(prefix))
    return _without_overlap(found)


def snippet(text: str, language: str, tree: Node, width: int, field: str | None = None) -> Snippet:
    """About `width` characters of `text`, cut between words, where most different marks stand."""
    spans = marks(text, language, tree, field)
    start, end = _window(text, spans, width)
    start += len(text[start:end]) - len(text[start:end].lstrip())
    end -= len(text[start:end]) - len(text[start:end].rstrip())
    pieces: list[tuple[str, bool]] = []
    at = start
    for begin, stop in spans:
        if begin >= at and stop <= end:
            pieces += [(text[at:begin], False), (text[begin:stop], True)]
            at = stop
    pieces.append((text[at:end], False))
    kept = tuple(piece for piece in pieces if piece[0])
    return Snippet(kept, leading=bool(text[:start].strip()), trailing=bool(text[end:].strip()))


def _terms(token: Token, language: str) -> frozenset[str]:
    weighing, silent = passage_terms(language, token.word)
    return frozenset((weighing, *silent))


def _words(tokens: list[Token], terms: list[frozenset[str]], wanted: frozenset[str]) -> list[Span]:
    """Tokens that are wanted, and whole compounds that are wanted in one piece."""
    spans = [(t.start, t.end) for t, held in zip(tokens, terms, strict=True) if held & wanted]
    joined = {term.partition(":")[2] for term in wanted if term.startswith(":")}
    for i, token in enumerate(tokens):
        if token.joined in joined and token.joined:
            last, written = i, token.word
            while len(written) < len(token.joined):
                last += 1
                written += tokens[last].word
            spans.append((token.start, tokens[last].end))
    return spans


def _phrases(
    tokens: list[Token], terms: list[frozenset[str]], words: tuple[tuple[str, ...], ...]
) -> list[Span]:
    last = len(tokens) - len(words)
    return [
        (tokens[at].start, tokens[at + len(words) - 1].end)
        for at in range(last + 1)
        if all(not terms[at + i].isdisjoint(word) for i, word in enumerate(words))
    ]


def _without_overlap(spans: set[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _window(text: str, spans: tuple[Span, ...], width: int) -> Span:
    """The stretch with most different marked words; the first of equals. Ends between words."""
    if len(text) <= width:
        return 0, len(text)
    lead = width // 6
    best, most = 0, -1
    for begin, _ in spans:
        # A match near the beginning is best read from there.
        start = 0 if begin < width // 2 else min(begin - lead, len(text) - width)
        inside = {text[b:e].casefold() for b, e in spans if b >= start and e <= start + width}
        if len(inside) > most:
            best, most = start, len(inside)
    return _between_words(text, best, best + width)


def _between_words(text: str, start: int, end: int) -> Span:
    if start > 0:
        space = text.find(" ", start, min(end, start + 40))
        start = space + 1 if space >= 0 else start
    if end < len(text):
        space = text.rfind(" ", max(start + 1, end - 40), end + 1)
        end = space if space > 0 else end
    return start, end
