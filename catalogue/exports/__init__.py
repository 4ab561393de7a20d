"""Export formats: functions from records to a stream of text, one file a format."""

from catalogue.exports.bibtex import BIBLATEX, BIBTEX
from catalogue.exports.csl_json import CSL_JSON
from catalogue.exports.registry import FLAVOURS, Format, Options, by_name, by_suffix, formats

__all__ = [
    "BIBLATEX",
    "BIBTEX",
    "CSL_JSON",
    "FLAVOURS",
    "Format",
    "Options",
    "by_name",
    "by_suffix",
    "formats",
]
