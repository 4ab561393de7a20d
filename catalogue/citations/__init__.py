"""Finished citations by CSL styles: from items to text, made by citeproc-js in a process of its own."""

from catalogue.citations.errors import (
    BrokenStyle,
    CitationError,
    RendererBusy,
    RendererUnavailable,
    UnknownRomanisation,
    UnknownStyle,
)
from catalogue.citations.job import Forms, Item, Job, Renderer

__all__ = [
    "BrokenStyle",
    "CitationError",
    "Forms",
    "Item",
    "Job",
    "Renderer",
    "RendererBusy",
    "RendererUnavailable",
    "UnknownRomanisation",
    "UnknownStyle",
]
