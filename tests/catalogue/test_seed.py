"""The repository's own data: what its concepts make of its publications."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from catalogue.asking import SearchRequest
from catalogue.build import build
from catalogue.concepts import Concepts
from catalogue.documents import FIELDS
from catalogue.search import find
from catalogue.settings import LOCALES, Settings
from catalogue.site import load_site
from catalogue.web.help import shown
from catalogue.web.samples import samples
from index import Snapshot, open_engine

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Snapshot, Concepts]]:
    settings = Settings(data=ROOT / "data", state=tmp_path_factory.mktemp("seed") / "state", jobs=1)
    report = build(settings)
    assert [problem for problem in report.problems if problem.path.startswith("concepts/")] == []
    engine = open_engine(settings.index, FIELDS)
    with engine.snapshot() as snapshot:
        yield snapshot, load_site(snapshot.attachment).concepts
    engine.close()


def test_what_projects_news_and_pages_say_stands_in_every_language_of_the_site(
    seed: tuple[Snapshot, Concepts],
) -> None:
    site = load_site(seed[0].attachment)
    articles = [set(each.versions) for each in (*site.news, *site.pages.values())]
    texts = [
        {tag for tag, _ in text}
        for own in site.projects.values()
        for text in (
            *(own.title, own.action, own.funder, own.agency, own.institution),
            own.description,
            *own.aims,
            *own.outputs,
            own.funding_statement,
            own.disclaimer,
        )
    ]
    assert articles
    assert texts
    assert [tags for tags in (*articles, *texts) if tags != set(LOCALES)] == []


def found(seed: tuple[Snapshot, Concepts], text: str) -> set[str]:
    snapshot, concepts = seed
    asked = SearchRequest(text, match="all")
    return {row.record.key for row in find(snapshot, asked, concepts=concepts).results}


@pytest.mark.parametrize(
    "labels",
    [
        ("migration", "миграция", "көші-қон", "миграции", "көші-қонның", "коши-кон"),
        ("refugees", "refugee", "беженец", "беженцев", "босқын"),
        ("human rights", "права человека", "прав человека", '"адам құқықтары"'),
        ("EU", "European Union", "ЕС", "Европейского союза", "ЕО", "Еуропалық одақ"),
        ("gender mainstreaming", "гендерный мейнстриминг", "учёта гендерных аспектов"),
    ],
)
def test_what_a_concept_is_called_in_each_language_finds_the_same(
    seed: tuple[Snapshot, Concepts], labels: tuple[str, ...]
) -> None:
    first, *others = (found(seed, label) for label in labels)
    assert first
    assert others == [first] * len(others)


def test_only_what_was_typed_is_found_where_the_reader_wants_no_more(
    seed: tuple[Snapshot, Concepts],
) -> None:
    snapshot, concepts = seed
    asked = SearchRequest("миграция", narrow=frozenset({"migration"}))
    assert find(snapshot, asked, concepts=concepts).total == 0


@pytest.mark.parametrize(
    "text",
    ["TITLE-ABS-KEY(gender AND migra*) AND PUBYEAR > 2023", "TS=(gender NEAR/9 migration) AND PY=2024-2026"],
)
def test_queries_of_other_systems_find_some_of_it(seed: tuple[Snapshot, Concepts], text: str) -> None:
    assert found(seed, text)


def test_every_example_of_the_help_page_finds_some_of_it(seed: tuple[Snapshot, Concepts]) -> None:
    snapshot, concepts = seed
    values = samples(snapshot, load_site(snapshot.attachment).projects)
    typed = [text for _, examples in shown(values) for text, _ in examples]
    assert [text for text in typed if not find(snapshot, SearchRequest(text), concepts=concepts).total] == []
