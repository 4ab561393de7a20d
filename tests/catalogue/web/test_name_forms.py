"""Names in the letters of the reader."""

import pytest

from catalogue.web.name_forms import in_letters_of

FORMS = ("Есімова, Шолпан", "Есимова, Шолпан", "Yessimova, Sholpan")


@pytest.mark.parametrize(("language", "form"), [("kk", 0), ("ru", 1), ("en", 2), ("de", 2), ("zh", 0)])
def test_a_name_stands_in_the_letters_of_its_reader(language: str, form: int) -> None:
    assert in_letters_of(language, FORMS) == FORMS[form]


@pytest.mark.parametrize(("language", "form"), [("kk", "Ким"), ("en", "Ким"), ("ru", "Ким")])
def test_a_name_that_is_printed_once_stays(language: str, form: str) -> None:
    assert in_letters_of(language, (form,)) == form


def test_of_forms_in_foreign_letters_the_first_is_shown() -> None:
    assert in_letters_of("en", ("Ким", "Кім")) == "Ким"
