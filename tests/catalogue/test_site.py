from dataclasses import replace
from types import MappingProxyType

import pytest

from catalogue.concepts import Concept, Concepts
from catalogue.model import Mark, MarkKind, Multilingual, PartialDate, Person, Problem, Severity, Text
from catalogue.people import People
from catalogue.site import Article, LocalisedArticle, Member, Project, Site, dump_site, load_site
from catalogue.venues import Venue, Venues
from index import CorruptIndex

ARTICLE = Article(
    "spring", "Spring school", "<p>Welcome.</p>", "en", PartialDate(2024, 5), "delta", images=("a.png",)
)
SITE = Site(
    projects={
        "delta": Project(
            "delta",
            Multilingual.of({"en": Text("Deltas of Asia", (Mark(MarkKind.NOCASE, 10, 14),)), "ru": "Дельты"}),
            start=PartialDate(2022, 11, 1),
            members=(Member("A. Omarova", Multilingual.of({"en": "coordinator"}), person="omarova"),),
            aims=(Multilingual.of({"en": "To measure"}), Multilingual.of({"ru": "Знать"})),
            outputs=(Multilingual.of({"en": "A map"}),),
            disclaimer=Multilingual.of({"en": "Views are the authors' own."}),
            emblem="eu",
        )
    },
    concepts=Concepts((Concept("delta", {"en": ("delta", "river mouth"), "ru": ("дельта",)}),)),
    people=People(
        (
            Person(
                "omarova",
                {"en": ("Omarova, Aigerim", "Omarova, A."), "ru": ("Омарова, Айгерим",)},
                variants=("Омарова А",),
                orcid="0000-0002-1825-0097",
                affiliation=Multilingual.of({"en": "Institute of Deltas"}),
                aliases=("aigerim",),
            ),
        )
    ),
    venues=Venues(
        (
            Venue(
                "invented-deltas",
                {"en": ("Journal of Invented Deltas",)},
                issns=("1234-5679",),
                publisher=Multilingual.of({"en": "Delta Press"}),
            ),
        )
    ),
    news=(LocalisedArticle("spring", {"en": ARTICLE, "ru": replace(ARTICLE, title="Школа", language="ru")}),),
    pages={"about": LocalisedArticle("about", {"en": replace(ARTICLE, name="about", date=None)})},
    problems=(Problem("a.bib", 3, 1, Severity.WARNING, "no-author", "No author.", "Add one."),),
    aliases={"old": "new"},
    removed={"gone": "published twice"},
    stale={"broken": "an unclosed brace"},
    built_at="2024-05-01T10:00:00+00:00",
    files=frozenset({"b.pdf", "a.pdf"}),
)


def test_a_site_survives_its_json() -> None:
    assert load_site(dump_site(SITE)) == SITE


def test_equal_sites_give_equal_bytes() -> None:
    assert dump_site(load_site(dump_site(SITE))) == dump_site(SITE)


def test_an_index_that_never_had_a_site_has_an_empty_one() -> None:
    assert load_site(b"") == Site()


@pytest.mark.parametrize("attachment", [b"nonsense", b"[]", b"{}", b'{"projects": {"a": 1}}', b"\xff"])
def test_what_another_version_wrote_is_named_as_such(attachment: bytes) -> None:
    with pytest.raises(CorruptIndex, match="another version"):
        load_site(attachment)


def test_an_article_is_read_in_the_first_language_it_is_written_in() -> None:
    assert SITE.news[0].best(["kk", "ru", "en"]).title == "Школа"


def test_an_article_in_none_of_the_languages_is_read_in_the_one_it_has() -> None:
    assert SITE.news[0].best(["kk"]).title == "Spring school"


def test_a_regional_language_reads_its_main_one() -> None:
    assert SITE.news[0].best(["ru-KZ"]).language == "ru"


def test_mappings_that_cannot_be_changed_are_kept_too() -> None:
    assert load_site(dump_site(replace(SITE, aliases=MappingProxyType({"a": "b"})))).aliases == {"a": "b"}


def test_what_is_no_part_of_a_site_is_refused() -> None:
    with pytest.raises(TypeError, match="no part of a site"):
        dump_site(replace(SITE, built_at=object()))  # type: ignore[arg-type]
