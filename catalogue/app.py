"""The web application, put together: the only place that knows all of its parts."""

from contextlib import suppress
from pathlib import Path

from flask import Flask
from flask_babel import Babel
from jinja2 import TemplateError
from werkzeug.middleware.proxy_fix import ProxyFix

from catalogue.citations import Renderer
from catalogue.citations.client import Client
from catalogue.documents import FIELDS
from catalogue.settings import Settings, load_settings
from catalogue.web.articles import articles
from catalogue.web.browse import browse
from catalogue.web.citations import init_citations
from catalogue.web.facets import facets
from catalogue.web.failures import init_failures
from catalogue.web.generation import init_generations, shelf
from catalogue.web.headers import init_headers
from catalogue.web.help import guide
from catalogue.web.home import home
from catalogue.web.languages import select_locale
from catalogue.web.lists import lists
from catalogue.web.look import look
from catalogue.web.projects import projects
from catalogue.web.publications import publications
from catalogue.web.rendering import Environment, init_rendering
from catalogue.web.report import reports
from catalogue.web.routing import init_routing
from catalogue.web.search import search
from catalogue.web.service import service
from catalogue.web.sitemap import sitemap
from catalogue.web.status import status
from catalogue.web.suggest import suggestions
from catalogue.web.theme import Layered
from index import IndexError_, SearchEngine, open_engine

_BLUEPRINTS = (
    home,
    search,
    suggestions,
    facets,
    guide,
    browse,
    publications,
    reports,
    lists,
    projects,
    articles,
    status,
    look,
    service,
    sitemap,
)
_MOST_BODY = 64 * 1024
_PATIENCE = 4.0
"""Seconds that a page waits for a citation; the largest style compiles in less."""
_YEAR = 365 * 24 * 60 * 60


def create_app(
    settings: Settings | None = None, engine: SearchEngine | None = None, renderer: Renderer | None = None
) -> Flask:
    """The application of a site; it answers 503 until something has been indexed.

    `settings` default to those of the process, `engine` and `renderer` to those they name. Raises
    SettingsError or UnknownEngine.
    """
    settings = settings or load_settings()
    app = Flask(
        "catalogue", root_path=str(Path(__file__).parent), instance_path=str(settings.state.resolve())
    )
    app.jinja_environment = Environment
    app.jinja_loader = Layered(settings.templates, Path(app.root_path, "templates"))
    app.config.update(
        MAX_CONTENT_LENGTH=_MOST_BODY,
        SEND_FILE_MAX_AGE_DEFAULT=_YEAR,
        TRUSTED_HOSTS=list(settings.hosts),
    )
    hops = settings.proxy_hops
    if hops:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
    init_generations(
        app,
        settings,
        engine or open_engine(settings.index, FIELDS),
        renderer or Client(settings.renderer_socket, answering=_PATIENCE),
    )
    init_routing(app)
    init_headers(app, settings)
    init_citations(app)
    init_failures(app)
    Babel(app, locale_selector=select_locale)
    init_rendering(app)
    for blueprint in _BLUEPRINTS:
        app.register_blueprint(blueprint)
    return app


def ready(app: Flask) -> None:
    """Let an application hold what it answers with: the templates, and the generation that there is now.

    A worker that holds both goes on with them while a newer version of the program is installed beneath it
    and builds. What cannot be read is left to whoever asks for it.
    """
    with app.app_context():
        with suppress(IndexError_):
            shelf().take()
        for name in app.jinja_env.list_templates(extensions=("html",)):
            with suppress(TemplateError):
                app.jinja_env.get_template(name)
