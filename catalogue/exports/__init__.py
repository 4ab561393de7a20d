"""Export formats: functions from records to a stream of text, one file a format."""

from catalogue.exports.bibtex import BIBLATEX, BIBTEX
from catalogue.exports.csl_json import CSL_JSON
from catalogue.exports.csl_yaml import CSL_YAML
from catalogue.exports.datacite_json import DATACITE_JSON
from catalogue.exports.datacite_xml import DATACITE_XML
from catalogue.exports.endnote import ENDNOTE
from catalogue.exports.endnote_xml import ENDNOTE_XML
from catalogue.exports.hayagriva import HAYAGRIVA
from catalogue.exports.jsonld import JSON_LD
from catalogue.exports.markdown import MARKDOWN
from catalogue.exports.mods import MODS
from catalogue.exports.oai_dc import OAI_DC
from catalogue.exports.offers import WANTED, Offer, others
from catalogue.exports.plain_text import PLAIN_TEXT
from catalogue.exports.registry import PORTABLE, Cite, Format, Options, by_name, by_suffix, formats
from catalogue.exports.ris import RIS
from catalogue.exports.rtf import RTF
from catalogue.exports.table import CSV

__all__ = [
    "BIBLATEX",
    "BIBTEX",
    "CSL_JSON",
    "CSL_YAML",
    "CSV",
    "DATACITE_JSON",
    "DATACITE_XML",
    "ENDNOTE",
    "ENDNOTE_XML",
    "HAYAGRIVA",
    "JSON_LD",
    "MARKDOWN",
    "MODS",
    "OAI_DC",
    "PLAIN_TEXT",
    "PORTABLE",
    "RIS",
    "RTF",
    "WANTED",
    "Cite",
    "Format",
    "Offer",
    "Options",
    "by_name",
    "by_suffix",
    "formats",
    "others",
]
