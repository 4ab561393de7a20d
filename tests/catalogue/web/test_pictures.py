from flask import Flask
from lxml import html
from markupsafe import Markup

from catalogue.pictures import Ties
from catalogue.web.histogram import bars_of
from catalogue.web.pictures import TiesPicture, YearsPicture, bars_svg, spark_svg, ties_svg
from index import FacetCount
from tests.catalogue.web.pages import texts

BARS = bars_of([FacetCount("2001", "", 1), FacetCount("2003", "", 50)], frozenset())
TIES = TiesPicture(
    Ties((FacetCount("b", "Birch", 4), FacetCount("c", "Cedar", 1), FacetCount("d", "D", 1)), {(0, 1): 2}),
    ("Birch & Sons", "Cedar" * 20, "D"),
)


def svg(markup: Markup) -> html.HtmlElement:
    return html.fragment_fromstring(str(markup))


def test_a_year_of_one_publication_can_be_seen_beside_a_year_of_many(app: Flask) -> None:
    with app.test_request_context("/"):
        drawn = svg(bars_svg(BARS, "years"))
    assert texts(drawn, ".//title") == ["2001: 1", "2003: 50"]
    low, high = drawn.xpath(".//path/@d")
    assert "v-2h" in low
    assert "v-100h" in high


def test_a_picture_is_named_by_its_heading(app: Flask) -> None:
    with app.test_request_context("/"):
        drawn = svg(bars_svg(BARS, "years"))
    assert (drawn.get("role"), drawn.get("aria-labelledby")) == ("img", "years")


def test_a_spark_is_no_news_to_a_screen_reader() -> None:
    assert svg(spark_svg(BARS, 50)).get("aria-hidden") == "true"


def test_ties_name_everybody_and_escape_what_they_name(app: Flask) -> None:
    drawn = svg(ties_svg(TIES, "ties"))
    first, second, third = texts(drawn, ".//text")
    assert (first, third) == ("Birch & Sons", "D")
    assert second.endswith("…")
    assert len(drawn.xpath(".//path")) == 1


def test_the_table_of_ties_names_the_others_of_each_pair() -> None:
    assert [(label[:5], others) for _, label, others in TIES.table] == [
        ("Birch", [TIES.labels[1]]),
        ("Cedar", [TIES.labels[0]]),
        ("D", []),
    ]


def test_a_picture_of_years_has_its_table(app: Flask) -> None:
    with app.test_request_context("/"):
        macros = app.jinja_env.get_template("_pictures.html").module
        drawn = html.fromstring(str(macros.per_year(YearsPicture(BARS, ("/search?year=", "")))))  # type: ignore[attr-defined]
    assert drawn.xpath(".//td/text()") == ["50", "1"]
    assert drawn.xpath(".//th/a/@href") == ["/search?year=2003", "/search?year=2001"]


def test_of_too_little_there_is_no_picture(app: Flask) -> None:
    with app.test_request_context("/"):
        macros = app.jinja_env.get_template("_pictures.html").module
        drawn = [getattr(macros, name)(None).strip() for name in ("per_year", "co_authors", "over_time")]
    assert drawn == ["", "", ""]
