"""News as an Atom feed (RFC 4287), for readers who want to be told."""

from collections.abc import Iterable

from lxml import etree

from catalogue.exports.xml import Element, Vocabulary, fill
from catalogue.model import PartialDate
from catalogue.site import Article

MEDIA_TYPE = "application/atom+xml"
_ATOM = Vocabulary("http://www.w3.org/2005/Atom")
_LONG_AGO = "1970-01-01T00:00:00Z"


def feed(
    title: str,
    language: str,
    own: str,
    page: str,
    built_at: str,
    articles: Iterable[tuple[Article, str, str]],
) -> bytes:
    """A feed in a language; `own` and `page` are the absolute addresses of the feed and of the page of the
    same news. Of each article stand here the version to show, its lasting address, which names it, and the
    address to read it at. `built_at` (ISO 8601) is when anything without a date became known."""
    known = list(articles)
    moments = [_moment(article.date, built_at) for article, _, _ in known]
    root = _ATOM.root("feed", language=language)
    head = (
        _ATOM("title", title),
        _ATOM("id", own),
        _ATOM("updated", max(moments, default=built_at or _LONG_AGO)),
        _ATOM("author", _ATOM("name", title)),
        _ATOM.root("link", rel="self", type=MEDIA_TYPE, href=own),
        _ATOM.root("link", rel="alternate", type="text/html", href=page),
    )
    entries = (_entry(*each, moment) for each, moment in zip(known, moments, strict=True))
    return etree.tostring(fill(root, *head, *entries), encoding="UTF-8", xml_declaration=True)


def _entry(article: Article, lasting: str, address: str, moment: str) -> Element:
    return fill(
        _ATOM.root("entry", language=article.language),
        _ATOM("title", article.title),
        _ATOM("id", lasting),
        _ATOM("updated", moment),
        _ATOM.root("link", rel="alternate", type="text/html", href=address),
        _ATOM("summary", article.summary),
    )


def _moment(date: PartialDate | None, built_at: str) -> str:
    if date is None:
        return built_at or _LONG_AGO
    return f"{date.year:04}-{date.month or 1:02}-{date.day or 1:02}T00:00:00Z"
