"""Which formats a menu offers, and in which order: first what most people want, each with the programs that
they want it for, because who uses one of those need not know what it reads."""

from dataclasses import dataclass

from catalogue.exports.bibtex import BIBTEX
from catalogue.exports.csl_json import CSL_JSON
from catalogue.exports.registry import Format, formats
from catalogue.exports.ris import RIS
from catalogue.exports.rtf import RTF
from catalogue.exports.table import CSV, EXCEL


@dataclass(frozen=True, slots=True)
class Offer:
    """A format in a menu, in the form that `programs` read; `flavour` is "" for its usual one."""

    format: Format
    programs: str = ""
    flavour: str = ""


WANTED = (
    Offer(BIBTEX, "LaTeX, JabRef, Zotero"),
    Offer(RIS, "EndNote, Mendeley, Zotero"),
    Offer(CSL_JSON, "Zotero, Pandoc"),
    Offer(RTF, "Word"),
    Offer(CSV, "Excel", EXCEL),
)
"""What most people want, the most wanted first."""


def others() -> tuple[Offer, ...]:
    """All other formats, by the alphabet of their labels."""
    wanted = [offer.format for offer in WANTED]
    left = (own for own in formats() if own not in wanted)
    return tuple(Offer(own) for own in sorted(left, key=lambda own: own.label.casefold()))
