"""What a list says of a publication in a line."""

from dataclasses import replace

import pytest
from flask import Flask

from catalogue.model import Container, Contributor, Multilingual, Name, Role
from catalogue.web.lines import authors_line, facts_line, venue_line
from tests.catalogue.web.library import RICE

ANA, ILI = Contributor(Name("Sarsen", "Ana")), Contributor(Name("<i>Weiss", "Ili"), Role.EDITOR)
TRANSLATED = Contributor(Name("Sarsen", "Ana"), variants=(("ru", Name("Сарсен", "Ана")),))


@pytest.mark.parametrize(
    ("people", "others", "said"),
    [
        ((), (), ""),
        ((ANA, ILI), (), "Ana Sarsen"),
        ((ANA,), (Role.AUTHOR,), "Ana Sarsen and others"),
        ((ANA,), (Role.EDITOR,), "Ana Sarsen"),
        ((ILI, ILI), (), "Ili &lt;i&gt;Weiss, Ili &lt;i&gt;Weiss"),
        ((ANA,) * 6, (), ", ".join(["Ana Sarsen"] * 6)),
        ((ANA,) * 7, (), ", ".join(["Ana Sarsen"] * 6) + " and 1 other"),
        ((ANA,) * 8, (Role.AUTHOR,), ", ".join(["Ana Sarsen"] * 6) + " and 2 others"),
    ],
)
def test_the_first_who_made_it_are_named(
    app: Flask, people: tuple[Contributor, ...], others: tuple[Role, ...], said: str
) -> None:
    with app.test_request_context("/en/"):
        assert authors_line(replace(RICE, contributors=people, others=others)) == said


@pytest.mark.parametrize(("language", "said"), [("en", "Aigerim Omarova"), ("ru", "Айгерим Омарова")])
def test_names_stand_in_the_letters_of_the_title(app: Flask, language: str, said: str) -> None:
    own = replace(RICE, contributors=RICE.contributors[:1], others=())
    with app.test_request_context(f"/{language}/"):
        assert authors_line(own) == said


@pytest.mark.parametrize(
    ("title", "language", "said"),
    [
        ({"und": "Of rivers", "ru": "О реках"}, "en", "Ana Sarsen"),
        ({"und": "Of rivers", "ru": "О реках"}, "ru", "Ана Сарсен"),
        ({"und": "О реках"}, "en", "Ана Сарсен"),
    ],
)
def test_letters_of_a_title_tell_where_its_language_does_not(
    app: Flask, title: dict[str, str], language: str, said: str
) -> None:
    own = replace(RICE, title=Multilingual.of(title), contributors=(TRANSLATED,), others=())
    with app.test_request_context(f"/{language}/"):
        assert authors_line(own) == said


@pytest.mark.parametrize(
    ("volume", "issue", "pages", "number", "said"),
    [
        ("", "", "", "", "<cite>Rivers</cite>"),
        ("3", "2", "7–9", "e4", "<cite>Rivers</cite> 3(2), 7–9"),
        ("", "2", "", "e4", "<cite>Rivers</cite> (2), e4"),
        ("<3", "", "", "", "<cite>Rivers</cite> &lt;3"),
    ],
)
def test_a_place_in_a_journal(
    app: Flask, volume: str, issue: str, pages: str, number: str, said: str
) -> None:
    rivers = Container(Multilingual.of({"en": "Rivers"}))
    own = replace(RICE, container=rivers, volume=volume, issue=issue, pages=pages, article_number=number)
    with app.test_request_context("/en/"):
        assert venue_line(own) == said


def test_what_is_not_known_is_not_said(app: Flask) -> None:
    bare = replace(
        RICE,
        container=None,
        event=None,
        institution=Multilingual(),
        publisher=Multilingual(),
        issued=None,
        volume="",
        issue="",
        pages="",
        article_number="",
        access=None,
        genre="",
    )
    with app.test_request_context("/en/"):
        assert (venue_line(bare), facts_line(bare)) == ("", "<span>article</span>")
