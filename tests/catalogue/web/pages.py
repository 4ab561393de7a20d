"""How the tests look at pages: as a reader and a browser would, by their structure."""

from flask.testing import FlaskClient
from lxml import html
from werkzeug.test import TestResponse


def page(client: FlaskClient, address: str, status: int = 200, **headers: str) -> html.HtmlElement:
    """The parsed page at an address that must answer with `status`."""
    response = client.get(address, headers=headers)
    assert response.status_code == status
    return parsed(response)


def parsed(response: TestResponse) -> html.HtmlElement:
    return html.fromstring(response.get_data(as_text=True))


def words(element: html.HtmlElement) -> str:
    """The text of an element, its white space folded."""
    return " ".join(element.text_content().split())


def texts(tree: html.HtmlElement, selector: str) -> list[str]:
    """The text of each element that a CSS class or an XPath selects."""
    return [words(element) for element in tree.xpath(selector)]


def hrefs(tree: html.HtmlElement, selector: str) -> list[str]:
    """The addresses of the links that an XPath selects."""
    return [str(address) for address in tree.xpath(selector + "/@href")]


def titles(tree: html.HtmlElement) -> list[str]:
    """The titles of the listed publications."""
    return texts(tree, "//article[contains(@class,'entry')]/*[1]/a")


def facts(tree: html.HtmlElement) -> list[tuple[str, str]]:
    """What a page states as a list of names and values."""
    return [(words(each.find("dt")), words(each.find("dd"))) for each in tree.xpath("//main//dl/div")]


def chosen_language(tree: html.HtmlElement) -> str:
    """The language that a page names as the reader's."""
    (tag,) = tree.xpath("//nav[@class='languages']//a[@aria-current]/@lang")
    return str(tag)
