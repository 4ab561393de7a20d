"""Names of types of publications."""

import pytest

from catalogue.model import RecordType
from catalogue.type_names import types_named
from catalogue.web.labels import GENRES, TYPES
from tests.catalogue.web.catalogues import LANGUAGES, catalogue


@pytest.mark.parametrize("value", [*TYPES, *GENRES])
@pytest.mark.parametrize("language", ["en", *LANGUAGES])
def test_every_name_that_pages_show_is_understood(language: str, value: str) -> None:
    label = str((TYPES | GENRES)[value]._source)
    name = label if language == "en" else str(catalogue(language)[label].string)
    assert value in types_named(name)
    assert value in types_named(name.title())


@pytest.mark.parametrize("value", RecordType)
def test_the_own_name_of_a_type_is_no_other(value: RecordType) -> None:
    assert types_named(value.value) == (value.value,)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("book chapter", {"inbook", "incollection"}),
        ("conference papers", {"inproceedings"}),
        ("Doctoral thesis", {"phdthesis"}),
        ("cp", {"inproceedings"}),
        ("статьи", {"article"}),
        ("глава в книге", {"inbook", "incollection"}),
        ("Отчеты", {"report"}),
        ("кітаптар", {"book"}),
        ("мақала", {"article"}),
        ("pamphlet of walls", set()),
        ("", set()),
    ],
)
def test_names_in_three_languages_and_in_any_form_are_understood(text: str, values: set[str]) -> None:
    assert set(types_named(text)) == values
