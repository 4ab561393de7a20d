"""Projects and what came of them."""

from collections.abc import Iterable

from flask import abort, render_template

from catalogue.facets import filters_of
from catalogue.model import PartialDate
from catalogue.model.people import read_aloud
from catalogue.site import LocalisedArticle, Member, Project, Site
from catalogue.web.browse_listing import listed
from catalogue.web.filters import value_of
from catalogue.web.generation import generation
from catalogue.web.languages import locales
from catalogue.web.pager import page_number
from catalogue.web.pictures import publications_per_year
from catalogue.web.routing import LocalisedBlueprint

projects = LocalisedBlueprint("projects", __name__)


@projects.get("/projects")
def listing() -> str:
    """All projects, the latest first, each with the number of its publications."""
    held = generation()
    found = sorted(held.site.projects.values(), key=_start, reverse=True)
    counts = {own.key: value_of(held.snapshot, "project", own.key).count for own in found}
    return render_template("projects.html", projects=found, counts=counts)


@projects.get("/projects/<key:key>")
def project(key: str) -> str:
    """A project: what it is for, its people, its funding, its publications page by page, news and pages."""
    held = generation()
    own = held.site.projects.get(key)
    if own is None:
        abort(404)
    found = listed(held.snapshot, "project", value_of(held.snapshot, "project", key), page_number())
    if found is None:
        abort(404)
    return render_template(
        "project.html",
        project=own,
        site=held.site,
        found=found,
        # It is of all pages, and stands on the first.
        years=publications_per_year(held.snapshot, filters_of("project", key)) if found.page == 1 else None,
        members=[_named(held.site, member) for member in own.members],
        news=_of_project(held.site.news, key),
        pages=_of_project(held.site.pages.values(), key),
        followers=[other for other in held.site.projects.values() if other.predecessor == key],
    )


def _named(site: Site, member: Member) -> tuple[Member, str, tuple[str, str]]:
    """A member, the author's key ("" where nobody has a file of the person), and the name with its language,
    the reader's where the file states it."""
    person = site.people.get(member.person)
    if person is None:
        return member, "", ("", member.name)
    language, name = person.best(locales())
    return member, site.people.facet_key(person), (language, read_aloud(name))


def _of_project(articles: Iterable[LocalisedArticle], key: str) -> list[LocalisedArticle]:
    return [each for each in articles if each.best(locales()).project == key]


def _start(project: Project) -> PartialDate:
    return project.start or PartialDate(0)
