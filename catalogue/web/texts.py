"""What things are called on a page: text in the reader's language, marked with the language it is in."""

from collections.abc import Iterable

from markupsafe import Markup, escape

from catalogue.documents import MISSING
from catalogue.exports import Format
from catalogue.model import UNDETERMINED, Multilingual, Record, Text
from catalogue.search import ResultRow
from catalogue.site import Project
from catalogue.web import labels, years
from catalogue.web.concepts import concept_label
from catalogue.web.generation import current_site
from catalogue.web.languages import interface_language, language_name, locales
from catalogue.web.markup import found_html, text_html
from catalogue.web.name_forms import own_form
from catalogue.web.words import translated as _
from index import FacetCount

_NAMED: dict[tuple[str, str], object] = {
    **{("type", key): label for key, label in labels.TYPES.items()},
    **{("access", key): label for key, label in labels.ACCESS.items()},
    **{("has", key): label for key, label in labels.HAS.items()},
}
"""The labels of facet values that are words of the catalogue."""


def best(texts: Multilingual) -> tuple[str, Text] | None:
    """The text in the reader's language, else the first there is, with its tag."""
    return texts.best(locales())


def mine_first(texts: Multilingual) -> tuple[tuple[str, Text], ...]:
    """Every language of a text, the reader's first."""
    return tuple(sorted(texts.entries, key=lambda entry: entry != best(texts)))


def tag_of(tag: str) -> str:
    """The value of a `lang` attribute; empty where the language is not known."""
    return "" if tag == UNDETERMINED else tag


def passage(texts: Multilingual) -> Markup:
    """The best text in one line, marked with its language where that is not the page's."""
    found = best(texts)
    if not found:
        return Markup("")
    tag, text = found
    if tag == interface_language():
        return text_html(text)
    return in_language(tag, text_html(text))


def plain_title(record: Record) -> str:
    """The title of a record for those who hear it: without marks and subtitle. Of a record without a title,
    its key."""
    return _best_title(record)[1].plain


def own_title(record: Record) -> Markup:
    """The title of a record with its subtitle in the same language."""
    tag, title = _best_title(record)
    return _whole_title(record, tag, text_html(title))


def found_title(row: ResultRow) -> Markup:
    """The same for a search result, with what was searched for marked."""
    title = row.record.title.get(row.title_language) or Text(row.record.key)
    return _whole_title(row.record, row.title_language, found_html(title, row.title))


def _best_title(record: Record) -> tuple[str, Text]:
    return best(record.title) or (UNDETERMINED, Text(record.key))


def _whole_title(record: Record, tag: str, title: Markup) -> Markup:
    subtitle = record.subtitle.get(tag)
    return in_language(tag, Markup(f"{title}: {text_html(subtitle)}") if subtitle else title)


def in_language(tag: str, shown: Markup) -> Markup:
    """A passage, marked with the language that it is in."""
    return Markup(f'<span lang="{escape(tag_of(tag))}" dir="auto">{shown}</span>')


def format_label(own: Format) -> str:
    """What a menu calls a format: names are the same in every language, words are not."""
    return str(_("Plain text")) if own.name == "text" else own.label


def type_label(record: Record) -> str:
    """What kind of publication a record is, as closely as known."""
    return str(labels.GENRES.get(record.genre) or record.genre or labels.TYPES[record.type])


def facet_label(facet: str, value: FacetCount) -> str:
    """What a facet value is called on the page."""
    if named := _NAMED.get((facet, value.key)):
        return str(named)
    if value.key == MISSING:
        return str(labels.NOT_STATED)
    if facet == "language":
        return language_name(value.key)
    if facet == "keyword":
        return concept_label(value.key) or value.label
    if facet in ("author", "venue"):
        register = current_site().people if facet == "author" else current_site().venues
        return register.label(value.key, locales()) or own_form(value.label)
    project = current_site().projects.get(value.key) if facet == "project" else None
    found = best(project.title) if project else None
    return found[1].plain if found else value.label


def years_label(stated: str) -> str:
    """What years to filter by are called, of which an address says `2020`, `2010..2020`, `2010..` or
    `..2020`."""
    first, last = years.ends_of(stated) or (stated, stated)
    if first == last:
        return first
    if not first:
        return str(_("%(year)s and before", year=last))
    return f"{first}–{last}" if last else str(_("%(year)s and after", year=first))


def funded(keys: Iterable[str]) -> tuple[Project, ...]:
    """The projects among `keys` that must show their funding; of those that say the same, the first."""
    projects = current_site().projects
    chosen: dict[object, Project] = {}
    for project in (projects[key] for key in keys if key in projects):
        statement = (project.emblem, project.funding_statement, project.disclaimer)
        if any(statement):
            chosen.setdefault(statement, project)
    return tuple(chosen.values())
