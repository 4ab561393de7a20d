"""XML as formats write it: only what says something, only what XML allows, and any length."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from catalogue.exports.xml import XML_LANG, Vocabulary, clean, fill, one_or_stream, stream, uri

plain = Vocabulary()
named = Vocabulary("urn:rivers", "r")
ANYTHING = st.text(st.characters(exclude_categories=()))


def written(element: etree._Element | None) -> str:
    assert element is not None
    return etree.tostring(element, encoding="unicode")


@pytest.mark.parametrize("content", [(), ("",), (None,), ([None, ""],), ("\x00",)])
def test_what_says_nothing_is_no_element(content: tuple[object, ...]) -> None:
    assert plain("river", *content) is None


def test_texts_and_elements_stand_in_their_order() -> None:
    element = plain("river", "one ", plain("b", "two"), [" three", None, " four"])
    assert written(element) == "<river>one <b>two</b> three four</river>"


def test_an_attribute_without_a_value_is_left_out() -> None:
    assert written(plain("river", "x", name="", length="12\x00")) == '<river length="12">x</river>'


def test_an_element_is_in_the_namespace_of_its_vocabulary() -> None:
    assert written(named("river", "x")) == '<r:river xmlns:r="urn:rivers">x</r:river>'


def test_a_text_states_its_language() -> None:
    element = plain("river", "x", language="kk")
    assert element is not None
    assert element.get(XML_LANG) == "kk"


def test_a_language_that_is_not_known_is_not_stated() -> None:
    assert written(plain("river", "x", language="und")) == "<river>x</river>"


@given(ANYTHING)
def test_a_text_is_read_back_as_it_was_but_for_what_xml_forbids(text: str) -> None:
    element = fill(plain.root("river"), text)
    assert (etree.fromstring(etree.tostring(element)).text or "") == clean(text)


@given(st.text(st.characters(categories=["L", "M", "N", "P", "S", "Zs"], exclude_characters="\ufffe\uffff")))
def test_what_people_write_is_left_alone(text: str) -> None:
    assert clean(text) == text


def test_white_space_that_xml_forbids_still_parts_words() -> None:
    assert clean("salt\x0cwater\x07") == "salt water"


def test_an_address_loses_no_escape_and_gains_none() -> None:
    assert uri("https://example.org/a%20b?c=d&e=f#g") == "https://example.org/a%20b?c=d&e=f#g"


@pytest.mark.parametrize(
    ("address", "encoded"),
    [("http://e.org/a b", "http://e.org/a%20b"), ("http://e.org/100%", "http://e.org/100%25")],
)
def test_what_an_address_must_not_hold_is_encoded(address: str, encoded: str) -> None:
    assert uri(address) == encoded


@given(ANYTHING)
def test_an_encoded_address_is_encoded_once(address: str) -> None:
    assert uri(uri(address)) == uri(address)


def test_a_stream_takes_one_element_at_a_time() -> None:
    made = []

    def rivers() -> object:
        for number in range(3):
            made.append(number)
            yield fill(plain.root("river"), str(number))

    next(stream(plain.root("rivers"), rivers()))
    assert made == [0]


def test_a_stream_is_one_document() -> None:
    rivers = (fill(named.root("river"), str(number)) for number in range(3))
    document = etree.fromstring("".join(stream(named.root("rivers"), rivers)).encode())
    assert [river.text for river in document] == ["0", "1", "2"]


def test_elements_stand_in_the_innermost_root() -> None:
    root = fill(plain.root("xml"), plain.root("rivers"))
    document = etree.fromstring("".join(stream(root, [plain.root("river")])).encode())
    assert [element.tag for element in document.iter()] == ["xml", "rivers", "river"]


def test_a_stream_of_nothing_is_an_empty_root() -> None:
    document = etree.fromstring("".join(stream(plain.root("rivers"), [])).encode())
    assert (document.tag, len(document)) == ("rivers", 0)


def test_without_indents_no_white_space_comes_between_texts() -> None:
    line = fill(plain.root("line"), plain("run", "salt"), plain("run", "water"))
    document = etree.fromstring("".join(stream(plain.root("lines"), [line], indent=False)).encode())
    assert "".join(document[0].itertext()) == "saltwater"


@pytest.mark.parametrize(("count", "root"), [(0, "rivers"), (1, "river"), (2, "rivers"), (3, "rivers")])
def test_a_single_element_needs_no_root(count: int, root: str) -> None:
    rivers = (plain.root("river") for _ in range(count))
    document = etree.fromstring("".join(one_or_stream(plain.root("rivers"), rivers)).encode())
    assert (document.tag, len(list(document.iter("river")))) == (root, count)
