"""What can be typed into a search, each element as an example and a sentence: what `/search/help` shows.

Every example is a search that works; the tests run them all.
"""

from collections.abc import Mapping
from typing import NamedTuple

from catalogue.web.words import Label
from catalogue.web.words import Label as _


class Example(NamedTuple):
    """What can be typed, and what it does. Names in braces stand for values of the catalogue's records."""

    typed: str
    says: Label

    def filled(self, values: Mapping[str, str]) -> str | None:
        """What is typed, with those values; None where one is missing."""
        try:
            return self.typed.format_map(values)
        except KeyError:
            return None


class Section(NamedTuple):
    """Examples that belong together; `key` is their anchor on the page."""

    key: str
    title: Label
    examples: tuple[Example, ...]


def _section(key: str, title: Label, *examples: tuple[str, Label]) -> Section:
    return Section(key, title, tuple(Example(*example) for example in examples))


SECTIONS = (
    _section(
        "words",
        _("Words"),
        (
            "gender migration",
            _(
                "All of up to four words must occur, in whatever form and order. If few publications hold"
                " all of them, the best of the rest follow."
            ),
        ),
        (
            "how migrant women find work and protection in Kazakhstan",
            _("Of more words the best matches are shown, whichever of the words they hold."),
        ),
        (
            "миграция",
            _("A term is looked for in other languages, too, where the catalogue knows it."),
        ),
        (
            "{family} {initial}.",
            _("A name finds itself in another script and spelling, and by its initials."),
        ),
        (
            '"migration policy"',
            _("Words between quotation marks must follow each other; «», „“ and ‘’ serve, too."),
        ),
        ("migration -labour", _("What stands behind a minus must not occur.")),
        ("+gender policy", _("What stands behind a plus must occur, even where other words need not.")),
        (
            "{title}",
            _("A whole title, a DOI or the key of a record brings that publication first."),
        ),
    ),
    _section(
        "operators",
        _("Operators"),
        ("women OR gender", _("One of both must occur. Operators are written in capitals.")),
        ("gender AND migration", _("Both must occur.")),
        ("migration NOT labour", _("The second must not occur. AND NOT is the same.")),
        ("(women OR gender) AND policy", _("Parentheses group.")),
        ("гендер И миграция", _("И, ИЛИ, НЕ and ЖӘНЕ, НЕМЕСЕ, ЕМЕС are operators, too.")),
    ),
    _section(
        "parts",
        _("Parts of words, and slips"),
        ("migr*", _("Words that begin so; two letters at least.")),
        ("wom?n", _("Any one letter.")),
        ("mi*tion", _("Any letters, or none.")),
        (
            "migratoin~",
            _("Words that are written nearly so: with one other letter, or two in a longer word."),
        ),
        ("polcy~1", _("One letter is different at most.")),
    ),
    _section(
        "near",
        _("Near each other"),
        ('"policy gender"~5', _("In any order, with at most five other words between them.")),
        (
            "gender W/5 policy",
            _("The same. NEAR/5 is read so, too, and PRE/5, though it asks for an order elsewhere."),
        ),
        (
            '(women OR gender) NEAR/5 "migration policy"',
            _("Alternatives and phrases can be near, too; what has * or ? cannot, and only has to occur."),
        ),
        (
            "gender^3 migration",
            _("The first word weighs three times as much in the order of the results."),
        ),
    ),
    _section(
        "fields",
        _("Fields"),
        ("title:migration", _("In the title.")),
        ("title:(gender OR women)", _("All within the parentheses in the title.")),
        ('abstract:"European Union"', _("In the abstract.")),
        ('keyword:"{keyword}"', _("In the keywords.")),
        ("author:{family}", _("In the names of authors, editors and other contributors.")),
        ('author:"{family}, {initial}"', _("A surname, and a given name or its initial.")),
        ('venue:"{venue}"', _("In the name of the journal, the book, the series or the event.")),
        ('publisher:"{publisher}"', _("The publisher, or the university or institution that issued it.")),
        ("type:article", _("The type of publication.")),
        ("тип:статьи", _("A type goes by its names in English, Russian and Kazakh; in any form.")),
        ("language:{language}", _("The language of the publication, by its code or its name.")),
        ('project:"{project}"', _("The project that it came of.")),
        ("access:{access}", _("Who may read it: open, embargoed, restricted or metadata-only.")),
        (
            "has:abstract",
            _("What a record has: abstract, keywords, doi, fulltext, file, link, orcid, license and others."),
        ),
        ("orcid:{orcid}", _("An ORCID iD, or its address.")),
        ("doi:{doi}", _("A DOI.")),
        ("https://doi.org/{doi}", _("A DOI as an address, wherever it stands.")),
        (
            'identifier:"{identifier}"',
            _("An ISBN, an ISSN or a number in arXiv, PubMed, Scopus or another collection."),
        ),
        ('key:"{key}"', _("The key of a record.")),
    ),
    _section(
        "dates",
        _("Years and days"),
        ("year:{year}", _("The year of publication.")),
        ("year:{earlier}..{year}", _("From one year to another; a hyphen does as well.")),
        ("year:{year}..", _("Since a year; with the dots in front, until that year.")),
        ("year:>{earlier}", _("After a year; <, >= and <= work, too.")),
        (
            "issued:{issued}",
            _("Published in a year, a month or on a day such as 2021-03-07, as far as it is known."),
        ),
        ("added:{added}", _("Added to the catalogue in a year or a month, or on a day.")),
        ("added:>{before_added}", _("Added after a year, a month or a day.")),
        ("added:{before_added}..{added}", _("Added from one year, month or day to another.")),
    ),
    _section(
        "other-systems",
        _("As it is written elsewhere"),
        ("TITLE-ABS-KEY(gender AND migra*) AND PUBYEAR > {earlier}", _("As in Scopus.")),
        ("TS=(gender AND migration) AND PY={earlier}-{year}", _("As in Web of Science.")),
        ("gender[ti] AND {earlier}:{year}[dp]", _("As in PubMed.")),
        ("allintitle: gender migration", _("As in Google Scholar.")),
        ("inauthor:{family}", _("As in Google Scholar.")),
        (
            "ti:gender abs:migration",
            _("As in arXiv and library catalogues; au:, kw:, so: and py:, too."),
        ),
        ("year:[{earlier} TO {year}]", _("As in Lucene and Solr.")),
        ("автор:{family} год:{family_year}", _("In Russian.")),
        ("тақырып:гендер жыл:{earlier}..", _("In Kazakh.")),
    ),
)
