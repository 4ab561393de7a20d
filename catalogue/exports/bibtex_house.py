"""The house data model: what the full form of BibTeX holds beyond biblatex's standard model, in biblatex's
own language for such declarations. The file `catalogue.dbx` beside this module is what `dbx` gives; use it
with `\\usepackage[datamodel=catalogue]{biblatex}`.
"""

from textwrap import fill

from catalogue.exports.bibtex_full import EXTRA_FIELDS
from catalogue.exports.bibtex_languages import TAGS
from catalogue.model import UNDETERMINED, RecordType, Role

_TEXTS = (
    "abstract",
    "booksubtitle",
    "booktitle",
    "eventtitle",
    "institution",
    "journalsubtitle",
    "journaltitle",
    "location",
    "note",
    "printedtitle",
    "publisher",
    "series",
    "shortjournal",
    "subtitle",
    "title",
    "venue",
)
_LISTS = frozenset({"institution", "location", "publisher"})
_HOUSE_LITERALS = (
    "access",
    "date-added",
    "date-modified",
    "embargo",
    "extra",
    "issued",
    "jel",
    "license",
    "mrnti",
    "recordkey",
    "seriesnumber",
    "udc",
)
_HOUSE_VERBATIM = ("arxiv", "handle", "jstor", "links", "pmcid", "pmid", "project", "scopus", "wos")
_STANDARD_NAMES = frozenset(
    {
        Role.AFTERWORD,
        Role.ANNOTATOR,
        Role.AUTHOR,
        Role.COMMENTATOR,
        Role.CONTAINER_AUTHOR,
        Role.EDITOR,
        Role.FOREWORD,
        Role.HOLDER,
        Role.INTRODUCTION,
        Role.SHORT_AUTHOR,
        Role.SHORT_EDITOR,
        Role.TRANSLATOR,
    }
)
_STANDARD = (
    "chapter",
    "doi",
    "edition",
    "eid",
    "eventdate",
    "file",
    "ids",
    "isbn",
    "issn",
    "issue",
    "keywords",
    "langid",
    "language",
    "number",
    "pages",
    "pagetotal",
    "type",
    "url",
    "version",
    "volume",
)
_HEAD = """% The data model of the catalogue's full BibTeX form. Generated from bibtex_house.py.
%
% Fields that end in a language tag hold a text in that language (title_ru). A language that is not
% declared here is declared by copying the lines of another one.
"""


def dbx() -> str:
    """The declarations, as text of a `.dbx` file."""
    suffixes = (*TAGS, UNDETERMINED)
    texts = [text for text in _TEXTS if text not in _LISTS]
    roles = [role.value for role in Role]
    house_roles = [role.value for role in Role if role not in _STANDARD_NAMES]
    in_languages = {
        "type=field, datatype=literal": _suffixed(texts, suffixes),
        "type=list, datatype=literal": _suffixed(sorted(_LISTS), suffixes),
        "type=list, datatype=name": _suffixed(roles, suffixes),
        "type=field, format=xsv, datatype=keyword": _suffixed(["keywords"], suffixes),
    }
    house = {
        "type=field, datatype=literal": ["printedtitle", "volume", *_HOUSE_LITERALS],
        "type=field, datatype=verbatim": list(_HOUSE_VERBATIM),
        "type=list, datatype=name": house_roles,
    }
    everywhere = [*_TEXTS, *_STANDARD, *roles, *_HOUSE_LITERALS, *_HOUSE_VERBATIM, *sorted(EXTRA_FIELDS)]
    all_fields = [*everywhere, *(field for fields in in_languages.values() for field in fields)]
    return "".join(
        [
            _HEAD,
            "% Every type takes every field, and demands none: what a source does not name is absent.\n",
            "\\ResetDatamodelConstraints\n",
            _declaration("Entrytypes", "", [own.value for own in RecordType]),
            *(_declaration("Fields", options, fields) for options, fields in house.items()),
            *(_declaration("Fields", options, fields) for options, fields in in_languages.items()),
            _declaration("Entryfields", "", all_fields),
        ]
    )


def _suffixed(fields: list[str], suffixes: tuple[str, ...]) -> list[str]:
    return [f"{field}_{suffix}" for field in fields for suffix in suffixes]


def _declaration(kind: str, options: str, names: list[str]) -> str:
    body = fill(
        ", ".join(names),
        width=110,
        initial_indent="  ",
        subsequent_indent="  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
    return f"\\DeclareDatamodel{kind}{f'[{options}]' if options else ''}{{%\n{body}}}\n"
