from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from flask import Flask

from catalogue.app import create_app
from catalogue.settings import Settings
from catalogue.web.words import Label, counted, translated

MESSAGES: dict[str | tuple[str, ...], str | tuple[str, ...]] = {
    "Year": "Год & век",
    "page %(page)d": "страница %(page)d",
    "about %(name)s": "о <i>%(name)s</i>",
    "100 %%": "сто %%",
    ("%(num)s book", "%(num)s books"): ("%(num)s книга", "%(num)s книги", "%(num)s книг"),
}


@pytest.fixture
def app(tmp_path: Path) -> Flask:
    """A site whose interface is translated into Russian."""
    catalog = Catalog(locale="ru")
    for source, message in MESSAGES.items():
        catalog.add(source, message)
    folder = tmp_path / "ru" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "messages.mo").open("wb") as file:
        write_mo(file, catalog)
    app = create_app(Settings(state=tmp_path, languages=("en", "ru"), index="memory:"))
    app.extensions["babel"].translation_directories[:] = [str(tmp_path)]
    return app


def test_a_label_is_in_the_language_of_each_page(app: Flask) -> None:
    year = Label("Year")
    shown = []
    for address in ("/ru/", "/en/", "/ru/"):
        with app.test_request_context(address):
            shown.append(str(year))
    assert shown == ["Год & век", "Year", "Год & век"]


def test_a_label_is_escaped_in_a_template(app: Flask) -> None:
    with app.test_request_context("/ru/"):
        assert app.jinja_env.from_string("{{ label }}").render(label=Label("Year")) == "Год &amp; век"


@pytest.mark.parametrize(("language", "shown"), [("ru", "о <i>&lt;b&gt;</i>"), ("en", "about &lt;b&gt;")])
def test_what_a_message_names_is_escaped_and_the_message_is_not(
    app: Flask, language: str, shown: str
) -> None:
    with app.test_request_context(f"/{language}/"):
        assert translated("about %(name)s", name="<b>") == shown


def test_a_percent_sign_is_doubled_in_messages(app: Flask) -> None:
    with app.test_request_context("/ru/"):
        assert translated("100 %%") == "сто %"


@pytest.mark.parametrize(
    ("number", "shown"), [(1, "1 книга"), (3, "3 книги"), (25_000, "25\N{NO-BREAK SPACE}000 книг")]
)
def test_a_number_chooses_the_form_of_a_message(app: Flask, number: int, shown: str) -> None:
    with app.test_request_context("/ru/"):
        assert counted("%(num)s book", "%(num)s books", number) == shown
