"""CSL styles and locales, from XML to the form that citeproc-js takes: trees of objects with `name`, `attrs`
and `children`, as JSON.

A style can come from anybody, so nothing that it names is fetched, no entity is read, and what would unfold
to more than any real style does is refused before it reaches the script engine. The number that a numeric
style puts before an entry is taken out here: a citation stands alone. The specification is CSL 1.0.2.
"""

import json
import re
from collections.abc import Iterator, Mapping

from lxml import etree

from catalogue.citations.errors import BrokenStyle

Node = dict[str, object]

_NAMESPACE = "{http://purl.org/net/xbiblio/csl}"
_XML = "{http://www.w3.org/XML/1998/namespace}"
MOST_BYTES = 2_000_000
"""Of a style; the longest of those published is an eighth of it."""
MOST_ELEMENTS = 5_000_000
"""Of a style whose macros are all unfolded; the largest of those published, Chicago, comes to half of it."""
_WORDS = {"term", "single", "multiple"}
"""Elements that say something even where they are empty: nothing, on purpose."""
_NUMBERS = {"citation-number", "citation-label"}
_NO_VARIABLE = "no-number"
"""A variable that no item has, so that a group around a number vanishes as around any absent value."""


def style_json(name: str, source: bytes) -> str:
    """An independent style as citeproc-js takes it. Raises BrokenStyle."""
    root = parse(name, source)
    if root.find(f"{_NAMESPACE}bibliography/{_NAMESPACE}layout") is None:
        raise BrokenStyle(name, "it has no bibliography, only notes or citations in the text.")
    try:
        _check_unfolding(name, root)
        _remove_numbers(root)
        return json.dumps(_node(root), ensure_ascii=False, separators=(",", ":"))
    except RecursionError:
        # Without its cause, which is hundreds of lines of calls.
        raise BrokenStyle(name, "its macros or elements lie too deep in each other.") from None


def locale_json(source: bytes) -> str:
    """A locale as citeproc-js takes it."""
    return json.dumps(_node(etree.fromstring(source, _parser())), ensure_ascii=False, separators=(",", ":"))


def parse(name: str, source: bytes) -> etree._Element:
    """The root element of a style, dependent or not. Raises BrokenStyle."""
    if len(source) > MOST_BYTES:
        raise BrokenStyle(name, f"it is longer than {MOST_BYTES:,} bytes.")
    try:
        root = etree.fromstring(source, _parser())
    except etree.XMLSyntaxError as error:
        raise BrokenStyle(name, f"it is not XML ({error.msg}).") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise BrokenStyle(name, "it declares a document type, which a CSL style never does.")
    if root.tag != f"{_NAMESPACE}style":
        raise BrokenStyle(name, "it is XML, but not a CSL style.")
    return root


def title_of(root: etree._Element) -> str:
    """The title that a style gives itself."""
    return " ".join(root.findtext(f"{_NAMESPACE}info/{_NAMESPACE}title", "").split())


def parent_of(root: etree._Element) -> str:
    """The name of the style that a dependent style stands for, "" of an independent one."""
    for link in root.iterfind(f"{_NAMESPACE}info/{_NAMESPACE}link"):
        if link.get("rel") == "independent-parent":
            return str(link.get("href", "")).rstrip("/").rpartition("/")[2]
    return ""


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )


def _elements(parent: etree._Element) -> Iterator[etree._Element]:
    return (child for child in parent if str(child.tag).startswith(_NAMESPACE))


def _check_unfolding(name: str, root: etree._Element) -> None:
    """Raises BrokenStyle where macros call each other in a circle, call none, or unfold to too much."""
    macros = {str(macro.get("name")): macro for macro in root.iterfind(f"{_NAMESPACE}macro")}
    sizes: dict[str, int] = {}
    for part in ("citation", "bibliography"):
        for element in root.iterfind(f"{_NAMESPACE}{part}"):
            if _unfolded(name, element, macros, sizes, ()) > MOST_ELEMENTS:
                raise BrokenStyle(name, f"its macros unfold to more than {MOST_ELEMENTS:,} elements.")


def _unfolded(
    name: str,
    element: etree._Element,
    macros: Mapping[str, etree._Element],
    sizes: dict[str, int],
    path: tuple[str, ...],
) -> int:
    size = 1 + sum(_unfolded(name, child, macros, sizes, path) for child in _elements(element))
    called = element.get("macro")
    if called is None:
        return size
    if called in path:
        raise BrokenStyle(name, f"its macro “{called}” calls itself.")
    if called not in macros:
        raise BrokenStyle(name, f"it calls a macro “{called}”, which it does not have.")
    if called not in sizes:
        sizes[called] = _unfolded(name, macros[called], macros, sizes, (*path, called))
    return size + sizes[called]


def _remove_numbers(root: etree._Element) -> None:
    for bibliography in root.iterfind(f"{_NAMESPACE}bibliography"):
        bibliography.attrib.pop("second-field-align", "")
    for element in root.iter(f"{_NAMESPACE}text", f"{_NAMESPACE}number"):
        if element.get("variable") in _NUMBERS:
            element.set("variable", _NO_VARIABLE)


def _node(element: etree._Element) -> Node:
    children: list[object] = [_node(child) for child in _elements(element)]
    name = element.tag.removeprefix(_NAMESPACE)
    text = re.sub(r"[\r\n]+", " ", element.text or "")
    if text.strip(" \t"):
        children.append(text)
    elif not children and name in _WORDS:
        children.append("")
    attributes = {str(key).replace(_XML, "xml:"): value for key, value in element.items()}
    return {"name": name, "attrs": attributes, "children": children}
