"""Which locale serves a language."""

import pytest

from catalogue.citations.locales import Locales, package_folder


@pytest.mark.parametrize(
    ("tag", "locale"),
    [
        ("ru", "ru-RU"),
        ("ru-RU", "ru-RU"),
        ("RU-ru", "ru-RU"),
        ("ru-Latn", "ru-RU"),
        ("en", "en-US"),
        ("en-GB", "en-GB"),
        ("en-AU", "en-US"),
        ("de", "de-DE"),
        ("de-AT", "de-AT"),
        ("zh", "zh-CN"),
        ("tlh", "en-US"),
        ("und", "en-US"),
        ("", "en-US"),
    ],
)
def test_the_nearest_locale(tag: str, locale: str) -> None:
    assert Locales().nearest(tag) == locale


@pytest.mark.parametrize("name", Locales().names())
def test_every_locale_is_its_own_nearest_and_can_be_read(name: str) -> None:
    locales = Locales()
    assert (locales.nearest(name), f'"{name.partition("-")[0]}' in locales.source(name)) == (name, True)


def test_kin_share_a_language() -> None:
    assert set(Locales().kin("de-AT")) == {"de-AT", "de-CH", "de-DE"}


def test_a_package_that_is_absent_is_named() -> None:
    with pytest.raises(ModuleNotFoundError, match="no_such_package is not installed"):
        package_folder("no_such_package", "data")
