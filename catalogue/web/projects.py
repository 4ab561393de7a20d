"""Projects and what came of them."""

from collections.abc import Iterable

from flask import abort, render_template

from catalogue.asking import SearchRequest
from catalogue.model import PartialDate
from catalogue.search import find
from catalogue.site import LocalisedArticle, Project
from catalogue.web.generation import generation
from catalogue.web.languages import locales
from catalogue.web.routing import LocalisedBlueprint

projects = LocalisedBlueprint("projects", __name__)


@projects.get("/projects")
def listing() -> str:
    """All projects, the latest first."""
    found = sorted(generation().site.projects.values(), key=_start, reverse=True)
    return render_template("projects.html", projects=found)


@projects.get("/projects/<key:key>")
def project(key: str) -> str:
    """A project: its people, its funding, its publications, news and pages."""
    held = generation()
    found = held.site.projects.get(key)
    if found is None:
        abort(404)
    wanted = SearchRequest(filters=(("project", frozenset({key})),), sort="newest")
    return render_template(
        "project.html",
        project=found,
        site=held.site,
        page=find(held.snapshot, wanted, locales()),
        news=_of_project(held.site.news, key),
        pages=_of_project(held.site.pages.values(), key),
        followers=[other for other in held.site.projects.values() if other.predecessor == key],
    )


def _of_project(articles: Iterable[LocalisedArticle], key: str) -> list[LocalisedArticle]:
    return [each for each in articles if each.best(locales()).project == key]


def _start(project: Project) -> PartialDate:
    return project.start or PartialDate(0)
