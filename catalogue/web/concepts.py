"""What a page says of concepts: what they are called, and whether a search looks for all of their labels."""

from dataclasses import replace

from catalogue.asking import SearchRequest, ask
from catalogue.concepts import Concept
from catalogue.web.generation import current_site
from catalogue.web.languages import locales


def concept_label(key: str) -> str | None:
    """What a concept is called in the reader's language; None for a key of no concept."""
    return current_site().concepts.label(key, locales())


def narrowed(asked: SearchRequest, concept: Concept) -> SearchRequest:
    """The same search, which looks for no other label of a concept than what was typed."""
    return replace(asked, narrow=asked.narrow | {concept.key}, page=1)


def widened(asked: SearchRequest, concept: Concept) -> SearchRequest:
    """The same search, which looks for all labels of a concept."""
    return replace(asked, narrow=asked.narrow - {concept.key}, page=1)


def kept_out(asked: SearchRequest) -> tuple[Concept, ...]:
    """The concepts that a search names and, as its reader wants it, looks for as typed alone; each with the
    labels that could be searched besides."""
    if not asked.narrow:
        return ()
    named = ask(replace(asked, narrow=frozenset()), concepts=current_site().concepts).also
    return tuple(concept for concept in named if concept.key in asked.narrow)
