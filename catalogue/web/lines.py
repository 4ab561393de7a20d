"""What is said of a publication in a line: who wrote it, where it appeared, and what it is.

Lists say it of each of their rows, so these lines are put together here and not in a template: there each
would take several calls between macros.
"""

from markupsafe import Markup, escape

from catalogue.model import Contributor, Record
from catalogue.web import labels
from catalogue.web.dates import issued_html
from catalogue.web.name_forms import beside
from catalogue.web.texts import best, passage, type_label
from catalogue.web.words import counted as ngettext
from catalogue.web.words import translated as _

_MOST_NAMES = 6


def authors_line(record: Record) -> Markup:
    """The first authors, else the first editors, and how many more there are."""
    people = record.credited
    named = escape(", ".join(_names(record, people[:_MOST_NAMES])))
    more = len(people) - _MOST_NAMES
    # Words stand outside of strings with holes, where no tool would find them to be translated.
    if more > 0:
        others = ngettext("and %(num)s other", "and %(num)s others", more)
    elif people and people[0].role in record.others:
        others = _("and others")
    else:
        return named
    return Markup(f"{named} {others}")


def _names(record: Record, people: tuple[Contributor, ...]) -> list[str]:
    """The names of people, in the letters of the title beside them where they were printed so."""
    title = best(record.title) if any(person.variants for person in people) else None
    return [beside(title, [name.display for name in person.names]) for person in people]


def venue_line(record: Record, address: str = "") -> Markup:
    """What the record appeared in, else who issued it, and where in there; `address` is that of the page
    about what it appeared in or at."""
    where = _venue(record)
    if address:
        where = Markup(f'<a href="{escape(address)}">{where}</a>')
    volume = f" {escape(record.volume)}" if record.volume else ""
    issue = f"{'' if volume else ' '}({escape(record.issue)})" if record.issue else ""
    extent = record.pages or record.article_number
    return Markup(f"{where}{volume}{issue}{f', {escape(extent)}' if extent else ''}".strip())


def _venue(record: Record) -> Markup:
    if record.container:
        return Markup(f"<cite>{passage(record.container.title)}</cite>")
    if record.event and record.event.title:
        return Markup(f"<cite>{passage(record.event.title)}</cite>")
    return passage(record.institution or record.publisher)


def facts_line(record: Record) -> Markup:
    """Where and when the record appeared, what kind of publication it is, and who may read it."""
    venue = venue_line(record)
    said = [f"<span>{venue}</span>"] if venue else []
    if record.issued:
        said.append(f"<span>{issued_html(record.issued)}</span>")
    said.append(f"<span>{escape(type_label(record))}</span>")
    if record.access:
        said.append(f'<span class="access">{escape(labels.ACCESS[record.access.status])}</span>')
    return Markup("".join(said))
