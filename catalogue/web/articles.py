"""News and pages: text that stands beside the publications."""

from flask import Response, abort, render_template, url_for

from catalogue.site import LocalisedArticle, Site
from catalogue.web.feed import MEDIA_TYPE, feed
from catalogue.web.generation import generation, shelf
from catalogue.web.languages import locales, reader_language
from catalogue.web.pager import page_number, pages_of
from catalogue.web.routing import LocalisedBlueprint
from catalogue.web.texts import best

ON_PAGE = 30
"""Pieces of news on a page."""

articles = LocalisedBlueprint("articles", __name__)


@articles.get("/news")
def news() -> str:
    """All news, newest first, a page at a time."""
    found, page = generation().site.news, page_number()
    pages = pages_of(len(found), ON_PAGE)
    if page > pages:
        abort(404)
    shown = found[(page - 1) * ON_PAGE : page * ON_PAGE]
    return render_template(
        "news.html", articles=[each.best(locales()) for each in shown], page=page, pages=pages
    )


@articles.get("/news.atom")
def news_feed() -> Response:
    """The latest news for those who want to be told."""
    site, settings = generation().site, shelf().settings
    shown = [
        (
            each.best(locales()),
            settings.base_url + url_for(".news_item", name=each.name, lang=None),
            settings.base_url + url_for(".news_item", name=each.name),
        )
        for each in site.news[:ON_PAGE]
    ]
    name = best(settings.name)
    written = feed(
        name[1].plain if name else "",
        reader_language(),
        settings.base_url + url_for(".news_feed"),
        settings.base_url + url_for(".news"),
        site.built_at,
        shown,
    )
    return Response(written, mimetype=MEDIA_TYPE)


@articles.get("/news/<key:name>")
def news_item(name: str) -> str:
    """One piece of news."""
    site = generation().site
    return _article(site, next((each for each in site.news if each.name == name), None))


@articles.get("/pages/<key:name>")
def page(name: str) -> str:
    """A page such as that of a course."""
    site = generation().site
    return _article(site, site.pages.get(name))


def _article(site: Site, found: LocalisedArticle | None) -> str:
    if found is None:
        abort(404)
    return render_template("article.html", site=site, article=found.best(locales()), found=found)
