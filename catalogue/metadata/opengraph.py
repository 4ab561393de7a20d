"""The Open Graph protocol (ogp.me), by which messengers and social networks show a link that is shared.

A page is shared in the language it was read in, so texts are in the reader's language where there are any.
"""

from collections.abc import Iterator, Sequence

from catalogue.exports import tagged
from catalogue.model import Record, Role, primary_language

Property = tuple[str, str]
"""The property and the content of a `<meta>` element."""

_LOCALES = {"en": "en_GB", "kk": "kk_KZ", "ru": "ru_RU"}
_LONGEST = 300
"""Characters of a description; nobody shows more."""


def properties(record: Record, page: str, site: str, locales: Sequence[str]) -> list[Property]:
    """The properties of a record's page at the absolute address `page`, of the site named `site`.

    `locales` are the languages the page is offered in, at least one, that which it is read in first.
    """
    own, *others = dict.fromkeys(_LOCALES[tag] for tag in map(primary_language, locales) if tag in _LOCALES)
    stated = [
        ("og:type", "article"),
        ("og:title", tagged.title(record.title, record.subtitle, tuple(locales)) or record.key),
        ("og:description", _shortened(tagged.best(record.abstract, tuple(locales)))),
        ("og:url", page),
        ("og:site_name", site),
        ("og:locale", own),
        *(("og:locale:alternate", other) for other in others),
        *_article(record),
    ]
    return [(name, content) for name, content in stated if content]


def description(record: Record, locales: Sequence[str]) -> str:
    """What a list of links says below the title of a record, never empty: the beginning of the abstract, or
    who wrote it, where and when, or at least the title."""
    tags = tuple(locales)
    people = "; ".join(person.name.display for person in record.by_role(Role.AUTHOR))
    date = tagged.date(record.issued)
    when = str(date.year) if date else tagged.date_in_words(record.issued)
    facts = (people, tagged.container(record, tags), when)
    source = " · ".join(filter(None, facts))
    title = tagged.title(record.title, record.subtitle, tags)
    return _shortened(tagged.best(record.abstract, tags) or source or title or record.key)


def _article(record: Record) -> Iterator[Property]:
    date = tagged.date(record.issued)
    yield "article:published_time", str(date) if date else ""
    # An author is a profile here, so only those who have an address.
    for person in record.by_role(Role.AUTHOR):
        yield "article:author", f"https://orcid.org/{person.orcid}" if person.orcid else ""
    for keyword in record.keywords:
        yield "article:tag", keyword.text.plain


def _shortened(text: str) -> str:
    """The beginning of a text, cut between words."""
    folded = " ".join(text.split())
    if len(folded) <= _LONGEST:
        return folded
    return folded[:_LONGEST].rpartition(" ")[0].rstrip(",;:–—-") + " …"
