"""What a request becomes: how many words must match, what comes first, what follows."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.asking import MATCHES, SearchRequest, ask
from catalogue.concepts import Concept, Concepts
from catalogue.model import Container, Identifier, Issued, Multilingual, Record, RecordType, Scheme
from index import Notice, NoticeCode, Snapshot
from tests.catalogue.shelf import shelved


def record(key: str, title: str, year: int = 2020, venue: str = "", language: str = "en") -> Record:
    return Record(
        key,
        RecordType.ARTICLE,
        Multilingual.of({"en": title}),
        issued=Issued.parse(str(year)),
        languages=(language,),
        container=Container(Multilingual.of({"en": venue})) if venue else None,
    )


RECORDS = (
    replace(
        record("all", "Rice, reeds, salt and silt of a delta", 2019),
        identifiers=(
            Identifier(Scheme.ISBN, "9780306406157"),
            Identifier(Scheme.ISSN, "1234-5679"),
            Identifier(Scheme.ARXIV, "2101.01234v2"),
            Identifier(Scheme.PMID, "23193287"),
            Identifier(Scheme.PMCID, "PMC3531190"),
            Identifier(Scheme.EID, "2-s2.0-85012345678"),
            Identifier(Scheme.WOS, "000301234500001"),
            Identifier(Scheme.HANDLE, "20.1000/100"),
        ),
    ),
    record("rice", "Rice without a river"),
    record("reeds", "Reeds in a delta", venue="Rice Herald"),
    record("salt", "Salt lakes", 2019, language="ru"),
    record("none", "Mountains"),
    record("syntax", "Type: Mountains"),
)


@pytest.fixture
def snapshot() -> Iterator[Snapshot]:
    with shelved(RECORDS) as newest:
        yield newest


def found(snapshot: Snapshot, text: str, match: str = "") -> tuple[list[str], int | None]:
    """The keys of a result, and how many of them match all that must."""
    results = snapshot.search(ask(SearchRequest(text, match=match)).query)
    return [hit.id for hit in results.hits], results.exact


def test_of_few_words_all_come_first_and_the_best_of_the_rest_follow(snapshot: Snapshot) -> None:
    ids, exact = found(snapshot, "reeds delta salt")
    assert (ids[:1], exact, set(ids[1:])) == (["all"], 1, {"reeds", "salt"})


def test_where_no_record_holds_all_words_the_best_stand_alone(snapshot: Snapshot) -> None:
    ids, exact = found(snapshot, "river mountains")
    assert (set(ids), exact) == ({"rice", "none", "syntax"}, 0)


def test_of_many_words_any_will_do(snapshot: Snapshot) -> None:
    ids, exact = found(snapshot, "the salt and silt of reeds, rice and mountains")
    assert (ids[0], set(ids), exact) == ("all", {"all", "rice", "reeds", "salt", "none", "syntax"}, None)


def test_whoever_wants_all_words_gets_no_others(snapshot: Snapshot) -> None:
    assert found(snapshot, "reeds delta salt", "all") == (["all"], None)
    assert found(snapshot, "salt silt reeds rice mountains", "all") == ([], None)


def test_whoever_wants_any_word_has_no_divider(snapshot: Snapshot) -> None:
    ids, exact = found(snapshot, "reeds delta salt", "any")
    assert (set(ids), exact) == ({"all", "reeds", "salt"}, None)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("reeds -salt", {"reeds"}),
        ("reeds salt -delta", {"salt"}),
        ("+reeds salt", {"all", "reeds"}),
        ('"salt lakes" reeds', {"salt"}),
        ("reeds mountains year:2020", {"reeds", "none", "syntax"}),
        ("title:rice salt", {"all", "rice"}),
        ("venue:rice salt", {"reeds"}),
        ("+(rice salt) mountains", {"all", "rice", "reeds", "salt"}),
        ("rice AND delta", {"all", "reeds"}),
        ("salt reeds AND delta", {"all", "reeds"}),
        ("the of salt", {"all", "salt"}),
    ],
)
def test_what_was_insisted_on_must_match_even_where_any_word_will_do(
    snapshot: Snapshot, text: str, ids: set[str]
) -> None:
    assert set(found(snapshot, text, "any")[0]) == ids


@pytest.mark.parametrize("match", ["auto", "any"])
def test_a_phrase_in_a_long_request_comes_first_and_is_no_dead_end(snapshot: Snapshot, match: str) -> None:
    ids, exact = found(snapshot, 'reeds or rice, "salt lakes" in mountains and deltas, a river', match)
    assert (ids[0], exact, set(ids[1:])) == ("salt", 1, {"all", "rice", "reeds", "none", "syntax"})


def test_a_phrase_that_names_a_concept_is_no_dead_end_either(snapshot: Snapshot) -> None:
    concepts = Concepts((Concept("lake", {"en": ("salt lake",), "ru": ("соленое озеро",)}),))
    text = 'reeds or rice, "salt lake" in mountains and deltas, a river'
    results = snapshot.search(ask(SearchRequest(text), concepts=concepts).query)
    assert (results.hits[0].id, results.total) == ("salt", len(RECORDS))


def test_what_is_said_of_the_request_itself_is_not_searched_for() -> None:
    wordy, terse = (ask(SearchRequest(text)).query for text in ("I am interested in papers on silt", "silt"))
    assert wordy.tree == terse.tree


def test_words_are_refined_by_in_typed_order_without_what_says_nothing() -> None:
    query = ask(SearchRequest('salt of the reeds -river "silt" title:lakes rice')).query
    assert [words[0] for words in query.words] == ["en:salt", "en:reed", "en:rice"]


def test_a_title_that_reads_as_syntax_is_found(snapshot: Snapshot) -> None:
    assert found(snapshot, "Type: mountains")[0][0] == "syntax"


def test_a_title_with_a_word_that_must_not_occur_is_not_found(snapshot: Snapshot) -> None:
    assert found(snapshot, "salt -lakes")[0] == ["all"]
    assert found(snapshot, "Rice, reeds, salt -and silt of a delta")[0][0] == "all"


@pytest.mark.parametrize(
    "text", ["language:ru", "language:Russian", "язык:русский", "LA=(rus)", 'lang:"Russian"']
)
def test_a_language_may_be_asked_for_by_its_name(snapshot: Snapshot, text: str) -> None:
    assert found(snapshot, text)[0] == ["salt"]


def typed(key: str, type: RecordType, genre: str = "") -> Record:
    return replace(record(key, "Salt"), type=type, genre=genre)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ('type:"book chapter"', {"part", "chapter"}),
        ("type:глава", {"part", "chapter"}),
        ("тип:(статьи OR диссертация)", {"thesis"}),
        ("DOCTYPE(ch OR th)", {"part", "chapter", "thesis"}),
        ("DT=(Book Chapter OR Dissertation)", {"part", "chapter", "thesis"}),
        ("type:doctoral thesis salt", {"thesis"}),
        ("type:chapter thesis", set()),
        ('type:"doctoral thesis"', {"thesis"}),
        ('type:"Field Notes"', {"notes"}),
        ('salt -type:"book chapter"', {"thesis", "notes"}),
    ],
)
def test_a_type_may_be_asked_for_by_its_name(text: str, ids: set[str]) -> None:
    records = (
        typed("part", RecordType.INBOOK),
        typed("chapter", RecordType.INCOLLECTION),
        typed("thesis", RecordType.THESIS, "phdthesis"),
        typed("notes", RecordType.MISC, "field notes"),
    )
    with shelved(records) as newest:
        assert set(found(newest, text)[0]) == ids


@pytest.mark.parametrize(
    ("text", "args"),
    [
        ("type:pamphlet", ("type", "pamphlet")),
        ("reeds тип:нечто", ("type", "нечто")),
        ('language:"salt speech"', ("language", "salt speech")),
        ("access:ajar", ("access", "ajar")),
    ],
)
def test_a_value_that_is_none_is_told(text: str, args: tuple[str, ...]) -> None:
    assert ask(SearchRequest(text)).notices == (Notice(NoticeCode.UNKNOWN_VALUE, args),)


def test_of_many_notices_alike_a_few_are_told() -> None:
    text = " ".join(f"type:w{number} colour{chr(97 + number)}:red" for number in range(20)) + ' "'
    notices = ask(SearchRequest(text)).notices
    assert NoticeCode.UNCLOSED_QUOTE in {notice.code for notice in notices}
    assert len(notices) <= 15


@pytest.mark.parametrize("text", ["type:article", "Type:Books", "language:kaz", "access:open", "тип:книга"])
def test_a_value_that_is_known_is_not(text: str) -> None:
    assert ask(SearchRequest(text)).notices == ()


@pytest.mark.parametrize(
    "text",
    [
        *("978-0-306-40615-7", "9780306406157", "0306406152", "isbn:0-306-40615-2", "ISBN 978 0 306 40615 7"),
        *("1234-5679", "12345679", "issn:1234-5679", "ISSN: 1234-5679", "IS=1234-5679"),
        *("2101.01234", "2101.01234v3", "arXiv:2101.01234", "arxiv:2101.01234v1", "arxiv.org/abs/2101.01234"),
        *("23193287", "pmid:23193287", "PMID 23193287", "https://pubmed.ncbi.nlm.nih.gov/23193287/"),
        *("PMC3531190", "pmcid:pmc3531190", "2-s2.0-85012345678", "eid:2-s2.0-85012345678"),
        *(
            "WOS:000301234500001",
            "UT=WOS:000301234500001",
            "hdl:20.1000/100",
            "https://hdl.handle.net/20.1000/100",
        ),
    ],
)
def test_an_identifier_is_found_in_any_of_its_forms(snapshot: Snapshot, text: str) -> None:
    assert found(snapshot, text)[0][:1] == ["all"]
    assert found(snapshot, f"mountains {text}", "all")[0] == []


def test_an_identifier_comes_before_texts_that_mention_it() -> None:
    own = replace(record("own", "Salt"), identifiers=(Identifier(Scheme.ISBN, "0306406152"),))
    told = record("told", "A review of 0306406152, that is of 0306406152")
    with shelved((own, told)) as newest:
        assert found(newest, "0-306-40615-2")[0][:1] == ["own"]
        assert set(found(newest, "0306406152")[0]) == {"own", "told"}


_PIECES = [
    *'()"«‘’*?~^2:+-. ',
    *"AND НЕ W/3 title: LA=( added: PUBYEAR> TITLE-ABS-KEY( rice Sh. I am interested in papers on".split(),
    *[
        "https://doi.org/",
        "10.5555/%2F",
        "orcid.org/0000-0002-1825-0097",
        "2024-05..",
        "бiлiм",
        "\x00",
        "\ud800",
    ],
]


@given(
    st.text()
    | st.lists(st.sampled_from(_PIECES)).map(" ".join)
    | st.lists(st.sampled_from(_PIECES)).map("".join)
)
def test_nothing_that_is_typed_fails(text: str) -> None:
    for match in MATCHES:
        asked = ask(SearchRequest(text, match=match))
        assert (asked.tree is None) == any(notice.code is NoticeCode.NO_WORDS for notice in asked.notices)
