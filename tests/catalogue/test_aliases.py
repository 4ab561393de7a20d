"""Names of fields in other systems and languages."""

import pytest

from catalogue.aliases import ALIASES
from catalogue.documents import FIELDS
from index import Notice, NoticeCode, Tree, parse
from index.syntax_tree import And, Between, Word

_NAMES = {field.name for field in FIELDS}
_ABOUT = ("title", "abstract", "keyword")


def tree(text: str) -> Tree | None:
    parsed = parse(text, FIELDS, ALIASES)
    assert parsed.notices == ()
    return parsed.tree


@pytest.mark.parametrize(
    ("alias", "named"), [(alias, named) for alias, named in ALIASES.items() if named is not None]
)
def test_every_alias_leads_to_a_field_by_its_sign(alias: str, named: str | tuple[str, ...]) -> None:
    assert {named} <= _NAMES or _NAMES.issuperset(named)
    asked = (
        f"{alias.upper()}2020)"
        if alias.endswith("(")
        else f"{alias}2020"
        if "=" in alias
        else f"{alias}:2020"
    )
    match tree(asked):
        case Word("2020", field) | Between(field):
            assert field == (named or None)
        case other:
            pytest.fail(f"{alias} was read as {other}")


@pytest.mark.parametrize(
    ("text", "name"),
    [("TITLE(mercury) AND AFFIL(delta)", "AFFIL"), ("WC=(Law)", "WC"), ("REF(delta)", "REF")],
)
def test_what_others_can_ask_and_records_here_do_not_hold_is_told(text: str, name: str) -> None:
    assert parse(text, FIELDS, ALIASES).notices == (Notice(NoticeCode.LACKING_FIELD, (name,)),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KEY(migration)", Word("migration", "keyword")),
        ("key:migration", Word("migration", "key", keep=True)),
        ("SO=Herald", Word("Herald", "venue", keep=True)),
        ("TS=(delta)", Word("delta", _ABOUT)),
        ("PY=2019-2021", Between("year", 2019, 2021)),
        (
            "TITLE-ABS-KEY(gender) AND PUBYEAR > 2023",
            And((Word("gender", _ABOUT), Between("year", 2024, None))),
        ),
        ("ключевые слова: дельта", Word("дельта", "keyword", keep=True)),
        ("Тақырып:атырау", Word("атырау", "title", keep=True)),
        ("добавлено:>2024-01", Between("added", 20240200, None)),
        ("ALL=delta", Word("delta")),
    ],
)
def test_queries_of_other_systems_are_read(text: str, expected: Tree) -> None:
    assert tree(text) == expected
