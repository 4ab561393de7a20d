"""Plain references: what they say, and that what is missing leaves nothing behind."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.exports.reference import address, citations, reference
from catalogue.exports.registry import Options
from catalogue.model import (
    Container,
    Contributor,
    Event,
    Identifier,
    Issued,
    Link,
    Mark,
    MarkKind,
    Multilingual,
    Name,
    PartialDate,
    Record,
    RecordType,
    Role,
    Scheme,
    Text,
)
from tests.strategies import records

ARTICLE = Record(
    "doe2024",
    RecordType.ARTICLE,
    Multilingual.of({"en": "Rivers", "ru": "Реки"}),
    subtitle=Multilingual.of({"en": "A survey"}),
    container=Container(Multilingual.of({"en": "Journal of Rivers"})),
    contributors=(
        Contributor(Name("Doe", "Jane", "van der")),
        Contributor(Name(literal="World Bank")),
        Contributor(Name("Kim", "C."), Role.EDITOR),
    ),
    issued=Issued(PartialDate(2024, 3, 7)),
    volume="12",
    issue="3",
    pages="101–119",
    publisher=Multilingual.of({"en": "River Press"}),
    place=Multilingual.of({"en": "Almaty"}),
    identifiers=(Identifier(Scheme.DOI, "10.1000/abc"),),
    languages=("en",),
)
DANGLING = re.compile(
    r"[,;:]\s*[.,;:]|\.\s*\.|[?!…][.,;:]|[(\[]\s*[)\]]|\s[.,;:)]|^[.,;:]|[,;:]$|\s\s|^\s|\s$"
)
"""Marks of punctuation that nothing stands between, or that nothing stands before."""

WORDS = st.sampled_from(
    ["Roads", "On water", "Why", "Why?", "Жол", "No end…", "Stop!", "Trailing,", "Ends.", "II"]
)
TEXTS = st.just(Multilingual()) | WORDS.map(Multilingual.of)
SHORT = st.sampled_from(["", "12", "3A"])
NAMES = st.sampled_from(
    [Name("Doe", "Jane"), Name("Ли", "В."), Name(literal="World Bank"), Name("King", "M.", "", "Jr")]
)
CONTRIBUTORS = st.lists(
    st.builds(Contributor, NAMES, st.sampled_from([Role.AUTHOR, Role.EDITOR, Role.TRANSLATOR])), max_size=3
)
DATES = [
    None,
    Issued(PartialDate(2024)),
    Issued(PartialDate(2019), PartialDate(2021)),
    Issued(PartialDate(2019), open=True),
]
DATES += [Issued(end=PartialDate(2020)), Issued(literal="forthcoming"), Issued(PartialDate(-43))]
SPARSE = st.builds(
    Record,
    key=st.just("k"),
    type=st.sampled_from(RecordType),
    title=TEXTS,
    subtitle=TEXTS,
    container=st.none() | st.builds(Container, TEXTS, TEXTS),
    event=st.none() | st.builds(Event, TEXTS),
    contributors=CONTRIBUTORS.map(tuple),
    others=st.sampled_from([(), (Role.AUTHOR,), (Role.EDITOR,)]),
    issued=st.sampled_from(DATES),
    volume=SHORT,
    issue=SHORT,
    number=SHORT,
    pages=st.sampled_from(["", "1–9"]),
    article_number=st.sampled_from(["", "e7"]),
    publisher=TEXTS,
    place=TEXTS,
    series=TEXTS,
    identifiers=st.sampled_from(
        [(), (Identifier(Scheme.DOI, "10.1000/a"),), (Identifier(Scheme.ISBN, "0306406152"),)]
    ),
    links=st.sampled_from([(), (Link("https://example.org/"),)]),
)


def plain(record: Record, *locales: str) -> str:
    return reference(record, locales).plain


def test_an_article() -> None:
    assert plain(ARTICLE, "en") == (
        "van der Doe, Jane; World Bank. 2024. Rivers: A survey. Journal of Rivers 12(3): 101–119. "
        "Almaty: River Press. https://doi.org/10.1000/abc"
    )


@given(SPARSE)
def test_what_is_missing_leaves_no_punctuation(record: Record) -> None:
    shown = plain(record, "en").replace(address(record), "")

    assert DANGLING.findall(shown.strip()) == []


@given(SPARSE)
def test_a_reference_ends_with_its_address_or_as_a_sentence(record: Record) -> None:
    assert plain(record).endswith((address(record) or ".", *"?!…")) or not plain(record)


@settings(max_examples=40)
@given(records())
def test_any_record_has_a_reference(record: Record) -> None:
    shown = record.title.best(())
    assert shown
    assert shown[1].plain.strip(" ,;:.") in plain(record)


@pytest.mark.parametrize(
    ("missing", "lost"),
    [
        ({"contributors": ()}, "van der Doe, Jane; World Bank. "),
        ({"issued": None}, "2024. "),
        ({"subtitle": Multilingual()}, ": A survey"),
        ({"issue": ""}, "(3)"),
        ({"volume": "", "issue": ""}, " 12(3)"),
        ({"pages": ""}, ": 101–119"),
        ({"place": Multilingual()}, "Almaty: "),
        ({"publisher": Multilingual()}, ": River Press"),
        ({"publisher": Multilingual(), "place": Multilingual()}, "Almaty: River Press. "),
        ({"identifiers": ()}, " https://doi.org/10.1000/abc"),
    ],
)
def test_what_is_missing_goes_with_its_punctuation(missing: dict, lost: str) -> None:
    assert plain(replace(ARTICLE, **missing), "en") == plain(ARTICLE, "en").replace(lost, "")


def test_editors_stand_where_there_is_no_author() -> None:
    assert plain(replace(ARTICLE, contributors=ARTICLE.contributors[2:])).startswith("Kim, C. 2024.")


def test_others_are_said_to_be() -> None:
    assert "World Bank; et al. 2024." in plain(replace(ARTICLE, others=(Role.AUTHOR,)))


def test_the_title_is_in_the_first_language_there_is() -> None:
    assert "Реки. " in plain(ARTICLE, "kk", "ru")


@pytest.mark.parametrize(
    ("issued", "shown"),
    [
        (Issued(PartialDate(2019), PartialDate(2021)), "2019–2021."),
        (Issued(PartialDate(2019, 3), PartialDate(2019, 5)), "2019."),
        (Issued(PartialDate(2019), open=True), "2019–… "),
        (Issued(end=PartialDate(2021)), "2021."),
        (Issued(literal="в печати"), "в печати."),
    ],
)
def test_years(issued: Issued, shown: str) -> None:
    assert shown in plain(replace(ARTICLE, issued=issued))


@pytest.mark.parametrize(
    ("record", "italic"),
    [
        (ARTICLE, "Journal of Rivers"),
        (replace(ARTICLE, container=None), "Rivers: A survey"),
        (replace(ARTICLE, container=None, event=Event(Multilingual.of("River Days"))), "River Days"),
    ],
)
def test_what_is_in_italics(record: Record, italic: str) -> None:
    text = reference(record, ("en",))
    (mark,) = (mark for mark in text.marks if mark.kind is MarkKind.ITALIC)

    assert text.plain[mark.start : mark.end] == italic


def test_marks_of_a_title_move_along() -> None:
    title = Text("Of water", (Mark(MarkKind.SUB, 3, 8),))
    text = reference(replace(ARTICLE, title=Multilingual.of({"en": title})), ("en",))
    (mark,) = (mark for mark in text.marks if mark.kind is MarkKind.SUB)

    assert text.plain[mark.start : mark.end] == "water"


@pytest.mark.parametrize(
    ("identifiers", "expected"),
    [
        (
            (Identifier(Scheme.PMID, "23193287"), Identifier(Scheme.DOI, "10.1000/a")),
            "https://doi.org/10.1000/a",
        ),
        ((Identifier(Scheme.HANDLE, "20.1000/100"),), "https://hdl.handle.net/20.1000/100"),
        ((Identifier(Scheme.ISBN, "0306406152"),), "https://example.org/"),
    ],
)
def test_the_address_is_the_most_lasting_one(identifiers: tuple[Identifier, ...], expected: str) -> None:
    assert (
        address(replace(ARTICLE, identifiers=identifiers, links=(Link("https://example.org/"),))) == expected
    )


def test_citations_are_those_asked_for() -> None:
    own = list(citations([ARTICLE], Options(cite=lambda asked: (Text(record.key) for record in asked))))

    assert own == [Text("doe2024")]


def test_without_citations_there_are_references() -> None:
    assert list(citations([ARTICLE], Options())) == [reference(ARTICLE, ("en",))]
