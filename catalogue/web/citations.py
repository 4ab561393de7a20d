"""Finished citations on pages: made by the renderer where one answers, and a sentence where none does.

What a reader asked for wrongly is answered at the field that asked for it: the field holds what was typed,
and the others what they held, so that one correction is enough.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from flask import Flask, g
from flask_babel import gettext
from werkzeug.exceptions import BadRequest, HTTPException, ServiceUnavailable

from catalogue import citing
from catalogue.citations import (
    BrokenStyle,
    CitationError,
    RendererBusy,
    RendererUnavailable,
    UnknownRomanisation,
    UnknownStyle,
)
from catalogue.citations.romanised import own_language
from catalogue.citing import Wish
from catalogue.model import Record, Text
from catalogue.web.choice import beside_other, chosen, remember
from catalogue.web.generation import shelf
from catalogue.web.languages import reader_language
from catalogue.web.texts import tag_of

_RETRY_SECONDS = 30


@dataclass(frozen=True, slots=True)
class Complaint:
    """Why there are no citations: the name of the field of the form that asked for what cannot be had, ""
    where that is none, and what was typed into it."""

    text: str
    field: str = ""
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Cited:
    """Records with their citations, as a page shows them, and the wish that the form goes on from."""

    wish: Wish
    rows: tuple[tuple[Record, Text | None], ...]
    complaint: Complaint | None = None


def cite(records: Iterable[Record], wish: Wish) -> Iterator[Text]:
    """The citation of each record for the reader of this request. Raises CitationError."""
    return citing.cite(records, wish, shelf().renderer, reader_language())


def cited(records: Iterable[Record]) -> Cited:
    """Records with citations as this reader wants them; a failure costs the citations only."""
    rows, wish = tuple(records), chosen()
    try:
        citations = tuple(cite(rows, wish))
    except CitationError as error:
        # What failed now may work at the next look.
        g.is_passing = isinstance(error, RendererUnavailable)
        wish, complaint = _answered(error, wish)
        return Cited(wish, tuple((record, None) for record in rows), complaint)
    g.cited_as = wish
    return Cited(wish, tuple(zip(rows, citations, strict=True)))


def _answered(error: CitationError, wish: Wish) -> tuple[Wish, Complaint]:
    """What of a wish can be had, and what is said of the rest."""
    told = message(error)
    match error:
        case UnknownRomanisation():
            advice = gettext("Choose one of the list.")
            return replace(wish, romanisation=""), Complaint(f"{told} {advice}", "letters")
        case UnknownStyle() | BrokenStyle() if wish.style in shelf().settings.citation_styles:
            return wish, Complaint(told, "style")
        case UnknownStyle() | BrokenStyle():
            # Also where an address named it: a field for it is what its reader needs now.
            advice = gettext("Correct the name, or empty this field to use the style chosen above.")
            return replace(wish, style=beside_other()), Complaint(f"{told} {advice}", "other", wish.style)
    return wish, Complaint(told)


def citation_language(record: Record) -> str:
    """The language that a citation is read in, as an attribute `lang` has it: the publication's own, because
    most of its words are names and titles."""
    return tag_of(own_language(record))


def message(error: CitationError) -> str:
    """What to tell a reader."""
    match error:
        case UnknownStyle(name=name, near=near):
            told = gettext("There is no citation style named “%(name)s”.", name=name)
            near_names = gettext("Similar names: %(names)s.", names=", ".join(near)) if near else ""
            told = f"{told} {near_names}".strip()
        case BrokenStyle(name=name):
            told = gettext("The citation style “%(name)s” is faulty; choose another.", name=name)
        case UnknownRomanisation(name=name):
            told = gettext("There is no romanisation named “%(name)s”.", name=name)
        case RendererBusy(retry_after=seconds):
            told = gettext(
                "Too much is asked for at the moment. Try again in %(seconds)d s.", seconds=seconds
            )
        case _:
            told = gettext("Finished citations are not available at the moment; the downloads are.")
    return str(told)


def refusal(error: CitationError) -> HTTPException:
    """The same as an answer of its own, for addresses that hold nothing but citations."""
    if isinstance(error, RendererUnavailable):
        seconds = error.retry_after if isinstance(error, RendererBusy) else _RETRY_SECONDS
        return ServiceUnavailable(message(error), retry_after=seconds)
    return BadRequest(message(error))


def init_citations(app: Flask) -> None:
    """Let an application remember how a reader wants citations."""
    app.after_request(remember)
