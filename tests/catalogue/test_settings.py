from dataclasses import fields
from pathlib import Path

import pytest

from catalogue.errors import CatalogueError, SettingsError
from catalogue.settings import Settings, load_settings, settings_table, variable_name


def test_defaults_stand_where_nothing_is_said(tmp_path: Path) -> None:
    assert load_settings({}, tmp_path) == Settings(data=tmp_path / "data", state=tmp_path / "instance")


def test_file_overrides_defaults_and_environment_overrides_file(tmp_path: Path) -> None:
    (tmp_path / "catalogue.toml").write_text('page_size = 30\nproxy_hops = 1\n[name]\nen = "Shelf"\n')
    settings = load_settings({"CATALOGUE_PAGE_SIZE": "40"}, tmp_path)
    assert (settings.page_size, settings.proxy_hops, settings.name.best(["en"])[1].plain) == (40, 1, "Shelf")


def test_paths_in_the_file_start_from_its_folder(tmp_path: Path) -> None:
    (tmp_path / "etc").mkdir()
    (tmp_path / "etc" / "site.toml").write_text('data = "../records"\n')
    settings = load_settings({"CATALOGUE_CONFIG": "etc/site.toml"}, tmp_path)
    assert settings.data.resolve() == tmp_path / "records"


def test_the_index_lies_in_the_state_unless_named(tmp_path: Path) -> None:
    assert Settings(state=tmp_path).index == f"whoosh://{tmp_path}/index"
    assert Settings(index="memory:").index == "memory:"


def test_a_local_site_answers_to_every_name_of_this_machine() -> None:
    assert {"localhost", "127.0.0.1"} <= set(Settings().hosts)


def test_a_public_site_answers_to_its_own_name_only() -> None:
    assert Settings(base_url="https://pubs.example.org").hosts == ("pubs.example.org",)


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("CATALOGUE_PAGE_SIZE", "1000000"),
        ("CATALOGUE_PAGE_SIZE", "many"),
        ("CATALOGUE_BASE_URL", "example.org"),
        ("CATALOGUE_BASE_URL", "https://example.org/below"),
        ("CATALOGUE_REPOSITORY", "javascript:alert(1)"),
        ("CATALOGUE_LANGUAGES", "en,xx"),
        ("CATALOGUE_LANGUAGES", ","),
        ("CATALOGUE_ACCENT", "navy"),
        ("CATALOGUE_ACCENT", "#8fbbe8"),
        ("CATALOGUE_ACCENT_DARK", "#1f4f82"),
        ("CATALOGUE_LOGO", "logo.gif"),
        ("CATALOGUE_LOGO", "nowhere.svg"),
        ("CATALOGUE_TEMPLATES", "nowhere"),
        ("CATALOGUE_SOURCE", "https://example.org/{file}"),
        ("CATALOGUE_SOURCE", "https://example.org/{line!r}"),
        ("CATALOGUE_REPORT", "https://example.org/?title={title"),
        ("CATALOGUE_REPORT", "mailto:library"),
        ("CATALOGUE_REPORT", "mailto:{key}@example.org"),
        ("CATALOGUE_REPORT", "mailto:library@example.org?subject={name}"),
        ("CATALOGUE_SOURCE", "mailto:library@example.org"),
    ],
)
def test_a_wrong_value_names_its_variable_and_says_what_to_do(variable: str, value: str) -> None:
    with pytest.raises(SettingsError) as caught:
        load_settings({variable: value}, Path())
    assert str(caught.value).startswith(f"{variable}: ")
    assert caught.value.advice


def test_a_wrong_value_in_the_file_names_the_file(tmp_path: Path) -> None:
    (tmp_path / "catalogue.toml").write_text("languages = 3\n")
    with pytest.raises(SettingsError, match=r"catalogue\.toml: languages"):
        load_settings({}, tmp_path)


def test_an_empty_text_in_the_file_is_no_name(tmp_path: Path) -> None:
    (tmp_path / "catalogue.toml").write_text('name = ""\n')
    with pytest.raises(SettingsError, match="name"):
        load_settings({}, tmp_path)


def test_lists_are_separated_by_commas() -> None:
    settings = load_settings({"CATALOGUE_LANGUAGES": "kk, en,kk", "CATALOGUE_TRUSTED_HOSTS": "a.org,.b.org"})
    assert (settings.languages, settings.trusted_hosts) == (("kk", "en"), ("a.org", ".b.org"))


def test_a_public_address_is_kept_without_its_last_slash() -> None:
    settings = load_settings({"CATALOGUE_BASE_URL": "https://pubs.example.org/"}, Path())
    assert settings.base_url == "https://pubs.example.org"


def test_addresses_with_gaps_are_filled_in_by_name() -> None:
    settings = load_settings({"CATALOGUE_SOURCE": "https://example.org/data/{path}#L{line}"}, Path())
    assert settings.source.format(path="a.bib", line=7) == "https://example.org/data/a.bib#L7"


def test_a_look_is_found_beside_the_file_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "look").mkdir()
    (tmp_path / "look" / "logo.svg").write_text("<svg/>")
    (tmp_path / "catalogue.toml").write_text(
        'logo = "look/logo.svg"\ntemplates = "look"\naccent = "#7A1024"\n'
    )
    settings = load_settings({}, tmp_path)
    assert (settings.logo, settings.templates) == (tmp_path / "look" / "logo.svg", tmp_path / "look")
    assert settings.accent == "#7a1024"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (b"<p>\n{% if %}</p>", r"base\.html, line 2"),
        (b"{% block main %}", r"base\.html, line 1"),
        (b"\xff", "UTF-8"),
    ],
)
def test_a_template_that_is_none_is_told_before_a_page_needs_it(
    tmp_path: Path, written: bytes, told: str
) -> None:
    (tmp_path / "look").mkdir()
    (tmp_path / "look" / "base.html").write_bytes(written)
    with pytest.raises(SettingsError, match=told):
        load_settings({"CATALOGUE_TEMPLATES": str(tmp_path / "look")}, tmp_path)


def test_a_mistyped_name_in_the_file_is_answered_with_the_right_one(tmp_path: Path) -> None:
    (tmp_path / "catalogue.toml").write_text("pagesize = 30\n")
    with pytest.raises(SettingsError, match="page_size"):
        load_settings({}, tmp_path)


def test_a_country_in_the_place_of_a_language_is_answered_with_the_language(tmp_path: Path) -> None:
    (tmp_path / "catalogue.toml").write_text('[name]\nkz = "Дала өзендері"\n')
    with pytest.raises(SettingsError, match="write kk"):
        load_settings({}, tmp_path)


def test_a_folder_that_cannot_be_looked_into_holds_no_settings(tmp_path: Path) -> None:
    unusable = tmp_path / ("a" * 300)
    assert load_settings({}, unusable).page_size == Settings().page_size


def test_a_missing_file_that_was_named_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=r"gone\.toml"):
        load_settings({"CATALOGUE_CONFIG": "gone.toml"}, tmp_path)


def test_a_file_that_is_not_toml_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "catalogue.toml").write_text("page_size = \n")
    with pytest.raises(SettingsError, match="line 1"):
        load_settings({}, tmp_path)


def test_every_setting_is_in_the_table() -> None:
    assert all(f"`{variable_name(own.name)}`" in settings_table() for own in fields(Settings))
