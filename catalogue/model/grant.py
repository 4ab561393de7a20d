"""What pays for a project, as exports and pages state it."""

from dataclasses import dataclass

from catalogue.model.text import NO_TEXT, Multilingual


@dataclass(frozen=True, slots=True)
class Grant:
    """The funding of a project. What is not known is empty; `url` leads to the project's own page."""

    title: Multilingual = NO_TEXT
    acronym: str = ""
    number: str = ""
    funder: str = ""
    programme: str = ""
    url: str = ""
