"""The GOST styles against examples of each standard's kinds, and against its rules for who is named where."""

from pathlib import Path

import pytest
import yaml
from lxml import etree

from catalogue.citations import Job
from catalogue.citations.engine import Engine
from catalogue.citations.locales import package_folder
from catalogue.citations.styles import Styles
from tests.catalogue.citations.gost_works import Item, day, people, work

EXAMPLES = yaml.safe_load((Path(__file__).parent / "gost_examples.yaml").read_text(encoding="utf-8"))
LOCALES = {"ru": "ru-RU", "kk": "kk-KZ", "en": "en-US"}
OURS = ("gost-7-1-2003", "gost-r-7-0-100-2018")
REFERENCES = "gost-r-7-0-5-2008-numeric"
SCHEMA = package_folder("citeproc", "data/schema/schemas/styles") / "csl.rng"


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine()


def cited(engine: Engine, style: str, item: Item, language: str = "ru") -> str:
    return engine.render([Job(style, LOCALES[language], {"id": "a", **item})])[0].plain


@pytest.mark.parametrize(
    ("style", "language", "kind"),
    [
        (style, language, kind)
        for style, languages in EXAMPLES.items()
        for language, kinds in languages.items()
        for kind in kinds
    ],
)
def test_examples_of_the_standard(engine: Engine, style: str, language: str, kind: str) -> None:
    assert cited(engine, style, work(kind, language), language) == EXAMPLES[style][language][kind]


@pytest.mark.parametrize(
    ("style", "authors", "begins"),
    [
        (OURS[0], 2, "Лугов, П. И. Города у реки : монография / П. И. Лугов, А. Сосновская. – "),
        (OURS[0], 3, "Лугов, П. И. Города у реки : монография / П. И. Лугов, А. Сосновская, В. О. Ким. – "),
        (OURS[0], 4, "Города у реки : монография / П. И. Лугов [и др.]. – "),
        (OURS[1], 3, "Лугов, П. И. Города у реки : монография / П. И. Лугов, А. Сосновская, В. О. Ким. – "),
        (OURS[1], 4, "Города у реки : монография / П. И. Лугов, А. Сосновская, В. О. Ким, Л. Рощин. – "),
        (OURS[1], 5, "Города у реки : монография / П. И. Лугов, А. Сосновская, В. О. Ким [и др.]. – "),
        (REFERENCES, 3, "Лугов П. И., Сосновская А., Ким В. О. Города у реки : монография. 2-е изд. "),
        (REFERENCES, 4, "Города у реки : монография / П. И. Лугов [и др.]. 2-е изд. "),
    ],
)
def test_up_to_three_authors_have_a_heading(engine: Engine, style: str, authors: int, begins: str) -> None:
    assert cited(engine, style, work("book", "ru", authors)).startswith(begins)


@pytest.mark.parametrize(("language", "others"), [("kk", "[және т.б.]"), ("en", "[et al.]")])
@pytest.mark.parametrize("style", OURS)
def test_others_are_named_in_the_language(engine: Engine, style: str, language: str, others: str) -> None:
    assert f" {others}. – " in cited(engine, style, work("book", language, 5), language)


OTHER_KINDS: list[tuple[str, Item, str]] = [
    (
        "под заглавием, двое редакторов",
        {"type": "book", "title": "Реки", "editor": people("ru", 2), "issued": day(2020)},
        "Реки / ред. П. И. Лугов, А. Сосновская. – 2020.",
    ),
    (
        "переводчик",
        {"type": "book", "title": "Реки", "author": people("ru", 1), "translator": people("ru", 2)[1:]},
        "Лугов, П. И. Реки / П. И. Лугов ; пер. А. Сосновская.",
    ),
    (
        "отчет организации",
        {
            "type": "report",
            "title": "Ветер",
            "genre": "отчет о НИР",
            "number": "7",
            "author": [{"literal": "Институт ветра"}],
            "publisher-place": "Астана",
            "issued": day(2018),
        },
        "Институт ветра. Ветер : отчет о НИР № 7 / Институт ветра. – Астана, 2018.",
    ),
    (
        "стандарт",
        {"type": "standard", "title": "Мосты. Термины", "number": "СТ 12", "number-of-pages": "20"},
        "СТ 12. Мосты. Термины. – 20 с.",
    ),
    (
        "патент",
        {"type": "patent", "title": "Весло", "number": "77", "publisher-place": "Примерия"},
        "Пат. 77 Примерия. Весло.",
    ),
    (
        "доклад без сборника",
        {"type": "paper-conference", "title": "Ветер", "event-title": "Чтения", "event-place": "Шымкент"},
        "Ветер : [Чтения, Шымкент].",
    ),
    (
        "данные",
        {"type": "dataset", "title": "Замеры", "version": "1.2", "URL": "https://winds.example/d"},
        "Замеры [Электронный ресурс]. – Версия 1.2. – Режим доступа: https://winds.example/d.",
    ),
    (
        "диссертация без вида",
        {"type": "thesis", "title": "Лодки", "author": people("ru", 1), "issued": day(2019)},
        "Лугов, П. И. Лодки : дис. / Лугов Пётр Ильич. – 2019.",
    ),
    (
        "год под вопросом",
        {"type": "book", "title": "Лодки", "issued": {**day(1871), "circa": True}},
        "Лодки. – [1871?].",
    ),
]


@pytest.mark.parametrize(
    ("item", "expected"),
    [(item, text) for _, item, text in OTHER_KINDS],
    ids=[name for name, _, _ in OTHER_KINDS],
)
def test_other_kinds_by_the_interstate_standard(engine: Engine, item: Item, expected: str) -> None:
    assert cited(engine, OURS[0], item) == expected


PATENT: Item = {"type": "patent", "title": "Весло", "number": "77", "publisher-place": "Примерия"}


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (OURS[1], "Патент № 77 Примерия. Весло. – Текст : непосредственный."),
        (REFERENCES, "Весло : пат. 77 Примерия."),
    ],
)
def test_a_patent(engine: Engine, style: str, expected: str) -> None:
    assert cited(engine, style, PATENT) == expected


def test_unnamed_others_are_told_of_in_the_heading(engine: Engine) -> None:
    book = {"type": "book", "title": "Реки", "author": [*people("ru", 1), {"literal": "others"}]}
    assert cited(engine, REFERENCES, book) == "Лугов П. И. [и др.]. Реки."


def test_the_school_of_a_thesis_stands_where_no_place_is_known(engine: Engine) -> None:
    thesis = {"type": "thesis", "title": "Лодки", "publisher": "Речной университет", "issued": day(2019)}
    assert cited(engine, REFERENCES, thesis) == "Лодки : дис. Речной университет, 2019."


def test_the_russian_standard_shortens_no_role(engine: Engine) -> None:
    book = {"type": "book", "title": "Реки", "editor": people("ru", 2), "translator": people("ru", 3)[2:]}
    assert cited(engine, OURS[1], book) == (
        "Реки / редакторы П. И. Лугов, А. Сосновская ; переводчик В. О. Ким. – Текст : непосредственный."
    )


def test_an_address_without_the_day_it_was_read_leaves_a_printed_article_printed(engine: Engine) -> None:
    article = {**work("article", "ru"), "URL": "https://rivers.example/3"}
    assert cited(engine, OURS[1], article) == EXAMPLES[OURS[1]]["ru"]["article"]


def test_an_article_that_was_read_on_the_web_is_electronic(engine: Engine) -> None:
    article = {**work("article", "ru"), "URL": "https://rivers.example/3", "accessed": day(2024, 2, 1)}
    text = cited(engine, OURS[1], article)
    assert (" – Текст : электронный // " in text, text.endswith("(дата обращения: 01.02.2024).")) == (
        True,
        True,
    )


@pytest.mark.parametrize(
    ("style", "extensions"),
    [
        (OURS[0], ["suppress-min"]),
        (OURS[1], ["suppress-min"]),
        (REFERENCES, ["suppress-min", "suppress-max"]),
    ],
)
def test_a_style_is_csl_but_for_extensions_that_it_names(style: str, extensions: list[str]) -> None:
    root = etree.fromstring(Styles().find(style).source)
    found = [
        name
        for element in root.iter("{*}name")
        for name in ("suppress-min", "suppress-max")
        if element.attrib.pop(name, "")
    ]
    schema = etree.RelaxNG(etree.parse(SCHEMA))
    assert (found, schema.validate(root), schema.error_log.last_error) == (extensions, True, None)
