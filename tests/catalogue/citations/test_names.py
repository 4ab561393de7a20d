import pytest

from catalogue.citations.names import INITIAL_END, printed_name, romanised_given, romanised_name
from catalogue.model import Contributor, Name


@pytest.mark.parametrize(
    ("given", "language", "told"),
    [
        ("Шолпан", "ru", "Sh|olpan"),
        ("Ерлан", "ru", "Ye|rlan"),
        ("Юлия Щукаревна", "ru", "Yu|liya Shch|ukarevna"),
        ("Анна-Мария", "ru", "Anna-Mariya"),
        ("Ш. Е.", "ru", "Sh. Ye."),
        ("Ш.Е.", "ru", "Sh.Ye."),
        ("Серікұлы", "kk", "Serikuly"),
        ("Шоқан Серік ұлы", "kk", "Sh|oqan Serik |uly"),
    ],
)
def test_a_given_name_tells_its_initials(given: str, language: str, told: str) -> None:
    assert romanised_given(given, "bgn-pcgn", language).replace(INITIAL_END, "|") == told


def person(name: Name, **variants: Name) -> Contributor:
    return Contributor(name, variants=tuple(variants.items()))


def test_a_form_that_the_record_holds_stands_above_the_table() -> None:
    author = person(Name("Қасым", "Өмір"), en=Name("Kassym", "Omir"))
    assert romanised_name(author, "bgn-pcgn", "kk") == Name("Kassym", "Omir")


@pytest.mark.parametrize(
    ("cyrillic", "latin", "told"),
    [
        ("Шолпан", "Sholpan", "Sh|olpan"),
        ("Юлия", "Iuliia", "Iu|liia"),
        ("Елена", "Elena", "Elena"),
        ("Шолпан", "Cholpan", "Cholpan"),
        ("Шолпан Е.", "Sholpan Ye.", "Sh|olpan Ye."),
        ("Юлия Шарлотта", "Yuliya", "Yuliya"),
    ],
)
def test_a_held_form_takes_its_initials_from_the_cyrillic_one(cyrillic: str, latin: str, told: str) -> None:
    author = person(Name("Ким", cyrillic), en=Name("Kim", latin))
    assert romanised_name(author, "bsi", "ru").given.replace(INITIAL_END, "|") == told


def test_a_kazakh_name_in_a_russian_publication_is_read_as_kazakh() -> None:
    assert romanised_name(person(Name("Әуезов")), "bgn-pcgn", "ru").family == "Äūezov"


def test_an_organisation_is_romanised_whole() -> None:
    name = romanised_name(person(Name(literal="Институт дорог")), "bsi", "ru")
    assert name == Name(literal="Institut dorog")


def test_a_latin_name_stays() -> None:
    name = Name("Müller", "Anna")
    assert romanised_name(person(name, ru=Name("Мюллер", "Анна")), "bsi", "de") == name


def test_a_name_is_printed_in_the_form_of_its_publication() -> None:
    author = person(Name("Yermekova", "Saule"), ru=Name("Ермекова", "Сауле"))
    assert printed_name(author, "ru-RU") == Name("Ермекова", "Сауле")
