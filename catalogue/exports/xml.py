"""XML for the formats that are written in it: elements by a vocabulary, and documents of any length.

Elements are made by lxml and never from strings. What says nothing is not written: an element without
content is None, and None is left out by the element it would stand in.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from io import BytesIO
from itertools import chain, islice
from typing import TypeAlias, cast
from urllib.parse import quote

from lxml import etree

from catalogue.model import UNDETERMINED

Element: TypeAlias = etree._Element
Content: TypeAlias = "str | Element | Iterable[Content] | None"
"""Text, an element, nothing, or several of them."""

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
XLINK = "http://www.w3.org/1999/xlink"
XLINK_HREF = f"{{{XLINK}}}href"

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_STRAY_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")
_IN_URI = "%/:?#@!$&'()*+,;=~-._"


class Vocabulary:
    """Makes the elements of one namespace, and declares it under `prefix`, or as the default.

    `others` are further namespaces that the elements declare, by their prefixes.

    >>> dc = Vocabulary("http://purl.org/dc/elements/1.1/", "dc")
    >>> dc("title", "Reki", language="ru").attrib[XML_LANG]
    'ru'
    """

    def __init__(self, namespace: str = "", prefix: str | None = None, **others: str) -> None:
        self._namespace = f"{{{namespace}}}" if namespace else ""
        # The stubs of lxml do not know that None stands for the default namespace.
        self._prefixes = cast("dict[str, str]", {prefix: namespace} if namespace else {}) | others

    def __call__(
        self, name: str, /, *content: Content, language: str = "", **attributes: str
    ) -> Element | None:
        """An element with its content and attributes, None where no content says anything.

        `language` becomes `xml:lang`, unless it is not known; attributes without a value are left out.
        """
        parts = list(_flat(content))
        return fill(self.root(name, language=language, **attributes), parts) if parts else None

    def root(self, name: str, /, *, language: str = "", **attributes: str) -> Element:
        """An element without content, to be filled or to stand around others."""
        made = etree.Element(self._namespace + name, nsmap=self._prefixes)
        for attribute, value in {**attributes, XML_LANG: known(language)}.items():
            if stated := clean(value):
                made.set(attribute, stated)
        return made


def fill(element: Element, *content: Content) -> Element:
    """The same element, with content added at its end."""
    for part in _flat(content):
        if isinstance(part, etree._Element):
            element.append(part)
        elif len(element):
            element[-1].tail = (element[-1].tail or "") + part
        else:
            element.text = (element.text or "") + part
    return element


def clean(text: str) -> str:
    """A text without the characters that XML 1.0 (section 2.2) forbids; white space among them is a space."""
    return _FORBIDDEN.sub(lambda found: " " if found[0].isspace() else "", text)


def known(language: str) -> str:
    """The language tag, "" where it says that the language is not known."""
    return "" if language == UNDETERMINED else language


def uri(address: str) -> str:
    """An address in the characters of RFC 3986: what is not among them is percent-encoded."""
    return quote(_STRAY_PERCENT.sub("%25", clean(address)), safe=_IN_URI)


def stream(root: Element, elements: Iterable[Element], *, indent: bool = True) -> Iterator[str]:
    """A document of `elements`, piece by piece, so that it may be of any length.

    They stand inside `root`, or in the innermost of the elements that it consists of. `indent` puts each part
    of an element on a line of its own, which is wrong where texts stand beside elements.
    """
    buffer = BytesIO()
    with etree.xmlfile(buffer, encoding="UTF-8") as file:
        file.write_declaration()
        with ExitStack() as opened:
            for around in root.iter():
                opened.enter_context(file.element(around.tag, around.attrib, nsmap=around.nsmap))
            file.write("\n")
            for element in elements:
                file.write(element, pretty_print=indent)
                if not indent:
                    file.write("\n")
                file.flush()
                yield _drained(buffer)
    yield _drained(buffer) + "\n"


def one_or_stream(root: Element, elements: Iterable[Element]) -> Iterator[str]:
    """The document of a single element, or a stream of several (or none) inside `root`."""
    rest = iter(elements)
    first = list(islice(rest, 2))
    if len(first) != 1:
        yield from stream(root, chain(first, rest))
        return
    yield etree.tostring(first[0], encoding="UTF-8", xml_declaration=True, pretty_print=True).decode()


def _flat(content: Content) -> Iterator[str | Element]:
    """The parts of a content that say something."""
    if content is None:
        return
    if isinstance(content, str):
        if text := clean(content):
            yield text
    elif isinstance(content, etree._Element):
        yield content
    else:
        for part in content:
            yield from _flat(part)


def _drained(buffer: BytesIO) -> str:
    written = buffer.getvalue().decode()
    buffer.seek(0)
    buffer.truncate()
    return written
