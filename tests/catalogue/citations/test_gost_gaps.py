"""Whatever a record lacks, a GOST citation has no sign too many.

Any part of a work may be missing but its title: authors, container, place, publisher, year, pages.
"""

import re
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.citations import Job
from catalogue.citations.engine import Engine
from tests.catalogue.citations.gost_works import Item, day, people, work

STYLES = ("gost-7-1-2003", "gost-r-7-0-100-2018", "gost-r-7-0-5-2008-numeric")
LOCALES = {"ru": "ru-RU", "kk": "kk-KZ", "en": "en-US"}
KINDS = ("article", "book", "chapter", "thesis", "web", "law")
TYPES = ("dataset", "report", "standard", "patent", "paper-conference", "article-newspaper", "document")
DANGLING = re.compile(
    r"""^[\s.,:;/–)\]] | [\s,:;/–(\[]$ | \s{2} | \.\. | [([]\s*[)\].,;:] | \s[.,)\]]
      | [,:;/–]\s*[.,;)\]] | [,:;–]\s+[,:;/–] | (?<!:)//\s*[/–:;] """,
    re.VERBOSE,
)
"""A separator that separates nothing, two in a row, empty brackets, or a space too many."""
LONELY = re.compile(
    r"(?:(?:–\s[ТСБP]|\b(?:Ст|Гл|Vol|[Nn]o))\.|№|ISBN|DOI|URL:)(?=$|[.,]|\s[–(/])",
)
"""A label of nothing."""


@cache
def engine() -> Engine:
    return Engine()


@st.composite
def gapped(draw: st.DrawFn) -> tuple[str, Item]:
    """A work in a language, without some of what it might have."""
    language = draw(st.sampled_from(tuple(LOCALES)))
    whole: Item = {
        "volume": "2",
        "version": "1.2",
        "number": "7",
        "chapter-number": "4",
        "event-title": "Readings",
        "translator": people(language, 2)[1:],
        "compiler": people(language, 3)[1:],
        "container-author": people(language, 3)[2:],
        **work(draw(st.sampled_from(KINDS)), language, draw(st.integers(1, 5))),
    }
    if draw(st.booleans()):
        whole["type"] = draw(st.sampled_from(TYPES))
    if draw(st.booleans()):
        whole["author"] = draw(st.sampled_from([[{"literal": "Institute"}], [{"family": "Lone"}]]))
    if draw(st.booleans()):
        whole["issued"] = draw(st.sampled_from([day(2020, 4), {**day(2020), "circa": True}]))
    optional = sorted(whole.keys() - {"id", "type", "title", "language"})
    lacking = draw(st.sets(st.sampled_from(optional), min_size=len(optional) // 3))
    return language, {name: value for name, value in whole.items() if name not in lacking}


@pytest.mark.parametrize("style", STYLES)
@given(gapped())
def test_nothing_dangles(style: str, drawn: tuple[str, Item]) -> None:
    language, item = drawn
    text = engine().render([Job(style, LOCALES[language], item)])[0].plain
    assert (DANGLING.findall(text), LONELY.findall(text), text[-1]) == ([], [], "."), text
