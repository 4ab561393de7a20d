"""Fields that reference managers, databases and journals write beside those of BibTeX and biblatex.

One table says of each what becomes of it: mapped to a field the catalogue knows, ignored, or private. A
private field is a note of its owner to themself, or tells about their computer or mailbox; it goes no
further than this module. The table is also what `data/FIELDS.md` shows to maintainers.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class Fate(StrEnum):
    """What becomes of a field."""

    MAPPED = "mapped"
    IGNORED = "ignored"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class Habit:
    """A field (a trailing `*` stands for anything), who writes it, and its fate.

    `target` is the field it is read as, or, in words, what is made of it.
    """

    field: str
    fate: Fate
    tools: str
    target: str = ""


def _habits(fate: Fate, tools: str, fields: str) -> Iterable[Habit]:
    """Habits from `field` or `field>target` words."""
    for word in fields.split():
        field, _, target = word.partition(">")
        yield Habit(field, fate, tools, target)


_MAPPED, _IGNORED, _PRIVATE = Fate.MAPPED, Fate.IGNORED, Fate.PRIVATE

HABITS: tuple[Habit, ...] = (
    *_habits(_MAPPED, "Zotero, Better BibTeX", "copyright>license rights>license place>location"),
    *_habits(_MAPPED, "OJS", "abstractnote>abstract"),
    *_habits(_MAPPED, "JabRef", "creationdate>date-added modificationdate>date-modified"),
    *_habits(_MAPPED, "JabRef, dblp", "timestamp>date-added"),
    *_habits(_MAPPED, "BibDesk", "date-added>date-added date-modified>date-modified"),
    *_habits(_MAPPED, "BibDesk", "bdsk-url-*>url"),
    *_habits(_MAPPED, "BibSonomy", "added-at>date-added"),
    *_habits(_MAPPED, "Mendeley", "arxivid>arxiv"),
    *_habits(
        _MAPPED, "Scopus", "art_number>eid page_count>pagetotal author_keywords>keywords pubmed_id>pmid"
    ),
    *_habits(_MAPPED, "Scopus", "abbrev_source_title>shortjournal affiliation>author+an:affiliation"),
    *_habits(_MAPPED, "Scopus, Web of Science", "conference_name>eventtitle meeting>eventtitle"),
    *_habits(
        _MAPPED, "Web of Science", "article-number>eid eissn>issn journal-iso>shortjournal unique-id>wos"
    ),
    *_habits(_MAPPED, "Web of Science", "orcid-numbers>author+an:orcid da>date-added book-author>bookauthor"),
    *_habits(_MAPPED, "Web of Science", "book-group-author>bookauthor isi>wos"),
    *_habits(_MAPPED, "ACM", "articleno>eid numpages>pagetotal issue_date>pubdate"),
    *_habits(_MAPPED, "Kazakh and Russian journals", "udk>udc удк>udc әож>udc irsti>mrnti grnti>mrnti"),
    *_habits(_MAPPED, "Kazakh and Russian journals", "грнти>mrnti мрнти>mrnti ғтамр>mrnti"),
    *_habits(_MAPPED, "several", "licence>license keyword>keywords supervisor>advisor articlenumber>eid"),
    *_habits(_MAPPED, "several", "pubmed>pmid pubmedid>pmid pmc>pmcid hdl>handle dateadded>date-added"),
    *_habits(_MAPPED, "several", "issn-print>issn issn-online>issn e-issn>issn isbn-13>isbn isbn13>isbn"),
    *_habits(_MAPPED, "several", "projects>project datemodified>date-modified jabref-file>file"),
    *_habits(_IGNORED, "dblp", "biburl bibsource"),
    *_habits(_IGNORED, "several", "bibdate citation-key citationkey"),
    *_habits(_IGNORED, "Zotero, Better BibTeX", "zotero-key lccn call-number callnumber archive libcatalog"),
    *_habits(_IGNORED, "Zotero, Better BibTeX", "archivelocation extra-fields _eprint"),
    *_habits(_IGNORED, "JabRef", "bibtexkey jabref-meta"),
    *_habits(_IGNORED, "BibSonomy", "intrahash interhash biburls"),
    *_habits(_IGNORED, "Scopus", "source document_type publication_stage coden chemicals_cas tradenames"),
    *_habits(
        _IGNORED, "Scopus", "references molecular_seqnumber manufacturers isi_loc sponsors conference_code"
    ),
    *_habits(
        _IGNORED, "Web of Science", "doc-delivery-number number-of-cited-references times-cited da-added"
    ),
    *_habits(_IGNORED, "Web of Science", "usage-count-* web-of-science-* research-areas keywords-plus oa"),
    *_habits(_IGNORED, "Web of Science", "cited-references researcherid-numbers journal-id esi-*"),
    *_habits(_IGNORED, "Web of Science", "earlyaccessdate early-access-date affiliations"),
    *_habits(_IGNORED, "ACM", "acmid"),
    *_habits(_PRIVATE, "BibTeX, JabRef, Mendeley", "annote"),
    *_habits(_PRIVATE, "biblatex, Better BibTeX", "annotation annotation_*"),
    *_habits(
        _PRIVATE, "JabRef", "comment* review owner groups ranking readstatus priority printed relevance"
    ),
    *_habits(_PRIVATE, "JabRef", "qualityassured __markedentry markedentry readdate"),
    *_habits(_PRIVATE, "Mendeley", "mendeley-*"),
    *_habits(_PRIVATE, "BibDesk", "bdsk-file-* bdsk-color read rating"),
    *_habits(_PRIVATE, "BibSonomy", "username privnote"),
    *_habits(_PRIVATE, "Scopus", "correspondence_address*"),
    *_habits(_PRIVATE, "Web of Science", "author-email"),
    *_habits(_PRIVATE, "several", "email notes-private privatenote"),
)

_BY_FIELD = {habit.field: habit for habit in HABITS if not habit.field.endswith("*")}
_BY_PREFIX = tuple((habit.field[:-1], habit) for habit in HABITS if habit.field.endswith("*"))

_COMMENTATOR = "commentator"
"""A list of names of biblatex, and no comment."""


@lru_cache(maxsize=4096)
def habit(field: str) -> Habit | None:
    """The habit a field (in lower case) belongs to.

    >>> habit("comment-anna").fate
    <Fate.PRIVATE: 'private'>
    """
    if field.startswith(_COMMENTATOR):
        return None
    return _BY_FIELD.get(field) or next((own for prefix, own in _BY_PREFIX if field.startswith(prefix)), None)


def habits_table() -> str:
    """The table in Markdown, sorted by field."""
    rows = [(f"`{own.field}`", own.tools, _outcome(own)) for own in sorted(HABITS, key=lambda own: own.field)]
    head = ("field", "written by", "what becomes of it")
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(3)]
    lines = [head, tuple("-" * width for width in widths), *rows]
    return "".join(
        f"| {' | '.join(cell.ljust(width) for cell, width in zip(line, widths, strict=True))} |\n"
        for line in lines
    )


def _outcome(own: Habit) -> str:
    return f"read as `{own.target}`" if own.fate is Fate.MAPPED else own.fate.value
