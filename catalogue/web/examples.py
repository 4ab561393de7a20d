"""What can be typed into a search, each element as an example and a sentence: what `/search/help` shows.

Every example is a search that works; the tests run them all.
"""

from typing import NamedTuple

from catalogue.web.words import Label
from catalogue.web.words import Label as _


class Example(NamedTuple):
    """What can be typed, and what it does."""

    typed: str
    says: Label


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
        ("Yessimova Sh.", _("A name finds itself in another script and spelling, and by its initials.")),
        (
            '"migration policy"',
            _("Words between quotation marks must follow each other; «», „“ and ‘’ serve, too."),
        ),
        ("migration -labour", _("What stands behind a minus must not occur.")),
        ("+gender policy", _("What stands behind a plus must occur, even where other words need not.")),
        (
            "The gender aspect of migration policy",
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
        ("gender W/5 policy", _("The same. NEAR/5 and PRE/5 are read so, too.")),
        (
            '(women OR gender) NEAR/5 "migration policy"',
            _("Alternatives and phrases can be near, too."),
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
        ("keyword:gender", _("In the keywords.")),
        ("author:Omarova", _("In the names of authors, editors and other contributors.")),
        ('author:"Omarova, A"', _("A surname, and a given name or its initial.")),
        ("venue:deltas", _("In the name of the journal, the book, the series or the event.")),
        ("type:article", _("The type of publication.")),
        ("language:kk", _("The language of the publication, by its code or its name.")),
        ("project:delta", _("The project that it came of.")),
        ("access:open", _("Who may read it: open, embargoed, restricted or metadata-only.")),
        (
            "has:abstract",
            _("What a record has: abstract, keywords, doi, fulltext, file, link, orcid, license and others."),
        ),
        ("orcid:0000-0002-1825-0097", _("An ORCID iD, or its address.")),
        ("doi:10.99999/delta.7", _("A DOI.")),
        ("https://doi.org/10.99999/delta.7", _("A DOI as an address, wherever it stands.")),
        ("key:omarova2021", _("The key of a record.")),
    ),
    _section(
        "dates",
        _("Years and days"),
        ("year:2021", _("The year of publication.")),
        ("year:2019..2024", _("From one year to another; 2019-2024 is the same.")),
        ("year:2020..", _("Since 2020; ..2020 is until 2020.")),
        ("year:>2020", _("After 2020; <, >= and <= work, too.")),
        ("issued:2021-03", _("Published in a month, or on a day such as 2021-03-07, if the day is known.")),
        ("added:2024", _("Added to the catalogue in that year.")),
        ("added:>2024-01-01", _("Added after a day.")),
        ("added:2023-12..2024-06", _("Added from one month to another.")),
    ),
    _section(
        "other-systems",
        _("As it is written elsewhere"),
        ("TITLE-ABS-KEY(gender AND migra*) AND PUBYEAR > 2020", _("As in Scopus.")),
        ("TS=(gender AND migration) AND PY=2019-2025", _("As in Web of Science.")),
        ("intitle:gender inauthor:Omarova", _("As in Google Scholar.")),
        (
            "ti:gender abs:migration",
            _("As in arXiv and library catalogues; au:, kw:, so: and py:, too."),
        ),
        ("year:[2019 TO 2025]", _("As in Lucene and Solr.")),
        ("автор:Омарова год:2021", _("In Russian.")),
        ("тақырып:гендер жыл:2021..", _("In Kazakh.")),
    ),
)
