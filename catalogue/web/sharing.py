"""Parts that many pages of a generation share: rendered for the first of them, kept for the others."""

from flask import current_app, g, request
from markupsafe import Markup

from catalogue.model import Record
from catalogue.web.generation import generation
from catalogue.web.languages import reader_language
from catalogue.web.routing import address_language
from catalogue.web.theme import OURS
from index import IndexError_


def shared(template: str, macro: str, *arguments: object) -> Markup:
    """A macro with its arguments, which say all that it depends on beside the generation and the language."""
    return _shared(template, macro, arguments, arguments)


def shared_of(record: Record, template: str, macro: str) -> Markup:
    """A macro of a record of this generation, which depends on nothing else but the language."""
    return _shared(template, macro, record.key, (record,))


def _shared(template: str, macro: str, own: object, arguments: tuple[object, ...]) -> Markup:
    asked = (template, macro, _reading(), own)
    try:
        kept = generation().parts
    except IndexError_:
        return _rendered(template, macro, arguments)
    found = kept.get(asked)
    if found is None:
        rendered = _rendered(template, macro, arguments)
        return kept.put(asked, rendered, len(rendered))
    return found


def _reading() -> tuple[object, ...]:
    """What texts, words and addresses depend on in this request."""
    reading: tuple[object, ...] | None = g.get("reading")
    if reading is None:
        reading = g.reading = (request.root_path, address_language(), reader_language())
    return reading


def _rendered(template: str, macro: str, arguments: tuple[object, ...]) -> Markup:
    own = current_app.jinja_env.get_template(template).module
    # A site that has its own head of a page need not copy the foot.
    if not hasattr(own, macro):
        own = current_app.jinja_env.get_template(OURS + template).module
    rendered: Markup = getattr(own, macro)(*arguments)
    return rendered
