"""What a reader is advised who found little: tried proposals, and few questions to the engine."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from catalogue.advising import LONGEST, MOST_QUESTIONS, RARE, TIMES, Advice, Proposal, advise
from catalogue.asking import SearchRequest, ask
from catalogue.concepts import Concept, Concepts
from catalogue.model import Contributor, Issued, Multilingual, Name, Record, RecordType, Role
from catalogue.search import find
from index import Snapshot
from tests.catalogue.shelf import shelved


def record(number: int, title: str, author: str = "", year: int = 2020) -> Record:
    people = (Contributor(Name(family=author), Role.AUTHOR),) if author else ()
    return Record(
        f"r{number}",
        RecordType.ARTICLE,
        Multilingual.of({"en": title}),
        contributors=people,
        issued=Issued.parse(str(year)),
    )


TITLES = (
    *["Gender and labour"] * (TIMES + 1),
    "Gendre as the French have it",
    "Labour law",
    "Привет миру",
    "Қазақстан туралы",
)
RECORDS = tuple(
    record(number, title, author="Labuor" if title == "Labour law" else "Stone")
    for number, title in enumerate(TITLES)
)


@pytest.fixture
def snapshot() -> Iterator[Snapshot]:
    with shelved(RECORDS) as newest:
        yield newest


class Counting:
    """A snapshot that counts the questions it is asked."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self.asked: list[str] = []

    def __getattr__(self, name: str) -> Any:
        if name != "languages":
            self.asked.append(name)
        return getattr(self._snapshot, name)


def advice(snapshot: Snapshot, text: str, **more: Any) -> Advice:
    return find(snapshot, SearchRequest(text, **more)).advice


def meant(snapshot: Snapshot, text: str) -> tuple[str, int] | None:
    found = advice(snapshot, text).meant
    return None if found is None else (found.request.text, found.total)


@pytest.mark.parametrize(
    ("text", "proposed"),
    [
        ("gendr", "gender"),
        ("Gneder", "Gender"),
        ("kender", "gender"),
        ("title:gendr -law", "title:gender -law"),
        ('"gendr and labour"', '"gender and labour"'),
        ("gendr labbour", "gender labour"),
        ("gendr OR gendr OR gendr OR gendr", "gender OR gender OR gender OR gender"),
    ],
)
def test_a_word_that_nobody_uses_is_taken_for_one_that_is_written_nearly_so(
    snapshot: Snapshot, text: str, proposed: str
) -> None:
    assert meant(snapshot, text) == (proposed, TIMES + 1)


def test_a_rare_word_is_taken_for_a_common_one(snapshot: Snapshot) -> None:
    assert meant(snapshot, "gendre") == ("gender", TIMES + 1)


@pytest.mark.parametrize(
    "text",
    [
        "gender",
        "genders",  # as other forms of it are there
        "labuor",  # a name
        "gendr*",
        "gendr~",
        "g?ndr",
        "-gendr labour",
        "zzzzzz",
        "ge",
        "2091",
        "",
    ],
)
def test_what_is_known_or_means_several_words_is_left_alone(snapshot: Snapshot, text: str) -> None:
    assert meant(snapshot, text) is None


@pytest.mark.parametrize(
    ("text", "proposed"), [("приват", ("привет", 1)), ("gender labour walls doors приват", None)]
)
def test_a_rare_word_is_meant_only_where_little_was_found(
    snapshot: Snapshot, text: str, proposed: tuple[str, int] | None
) -> None:
    assert meant(snapshot, text) == proposed


@pytest.mark.parametrize(
    ("text", "proposed"), [("genderr", "gender"), ("Gendeer", "Gender"), ("Zhanov", None), ("Zhannov", None)]
)
def test_of_what_is_only_spelled_otherwise_what_sounds_so_is_meant(text: str, proposed: str | None) -> None:
    """Both are found where Cyrillic words sound so; a name in Cyrillic alone has no better spelling."""
    titles = [("gender", "Жанов")] * 9 + [("гендер Zhanova", "Жанов")] * 3
    records = [record(number, title, author) for number, (title, author) in enumerate(titles)]
    with shelved(records) as snapshot:
        page = find(snapshot, SearchRequest(text))
        found = page.advice.meant
        assert (found and found.request.text) == proposed
        assert page.exact >= 3


def test_a_label_of_a_concept_is_known_and_may_be_meant(snapshot: Snapshot) -> None:
    work = Concepts((Concept("labour", {"en": ("labour",), "ru": ("работа",)}),))
    found = [find(snapshot, SearchRequest(text), concepts=work) for text in ("работа", "рабтоа")]
    assert found[0].advice.meant is None
    assert found[1].advice.meant == Proposal(SearchRequest("работа"), found[0].total)


@pytest.mark.parametrize(("text", "proposed"), [("Tendik", "Теңдік"), ("tendik*", None), ("trud", None)])
def test_a_label_may_be_meant_that_a_short_latin_word_sounds_like(
    snapshot: Snapshot, text: str, proposed: str | None
) -> None:
    """A still shorter one may be anything."""
    work = Concepts((Concept("labour", {"en": ("labour",), "kk": ("теңдік",), "ru": ("труд",)}),))
    found = find(snapshot, SearchRequest(text), concepts=work).advice.meant
    assert (found and found.request.text) == proposed


def test_a_word_that_records_hold_is_no_label_that_it_sounds_like() -> None:
    space = Concepts((Concept("space", {"en": ("stars",), "kk": ("ғарыш",)}),))
    records = [record(number, title) for number, title in enumerate(("Garish colours", "Stars", "Stars"))]
    with shelved(records) as snapshot:
        page = find(snapshot, SearchRequest("garish"), concepts=space)
        assert (page.total, page.also, page.advice.meant) == (1, (), None)


def test_of_a_long_text_only_what_changes_is_proposed(snapshot: Snapshot) -> None:
    long = " ".join(["labour"] * 12)
    found = advice(snapshot, f"gendr {long}", match="all").meant
    assert found is not None
    assert (found.request.text, found.changed) == (f"gender {long}", "gender …")


def test_a_proposal_must_find_more(snapshot: Snapshot) -> None:
    assert meant(snapshot, "gendr mortar") is None


@pytest.mark.parametrize(
    ("text", "proposed"),
    [
        ("ghbdtn", "привет"),
        ("дфищгк дфц", "labour law"),
        ("0аза0стан", "қазақстан"),
        ("title:ghbdtn", "title:привет"),
        ('"ghbdtn vbhe"', '"привет миру"'),
        ("привет vbhe", "привет миру"),
    ],
)
def test_what_another_layout_typed_is_read(snapshot: Snapshot, text: str, proposed: str) -> None:
    layout = advice(snapshot, text, match="all").layout
    assert layout is not None
    assert (layout.request.text, layout.total) == (proposed, 1)


def test_a_word_of_another_layout_may_be_written_nearly_like_one_of_this() -> None:
    records = [record(number, title) for number, title in enumerate(("gbdt", "Привет", "Привет миру"))]
    with shelved(records) as snapshot:
        found = advice(snapshot, "ghbdtn")
        assert found.meant == Proposal(SearchRequest("gbdt"), 1)
        assert found.layout == Proposal(SearchRequest("привет"), 2)


def test_layouts_are_tried_only_where_nothing_is_found(snapshot: Snapshot) -> None:
    assert advice(snapshot, "law").layout is None


@pytest.mark.parametrize("text", ["L1/L2", "1990s", "год 2022 туралы", "беру туралы"])
def test_no_layout_is_proposed_that_makes_no_words(text: str) -> None:
    with shelved([record(1, 'Д"№Дә 1990ы год әқәә туралы the')]) as snapshot:
        assert advice(snapshot, text, match="all").layout is None


def test_no_layout_is_proposed_whose_words_only_sound_like_a_name() -> None:
    with shelved([record(1, "Walls", author="Sscha")]) as snapshot:
        assert find(snapshot, SearchRequest("СЩә")).exact == 1
        assert advice(snapshot, "CO2") == Advice()


def test_short_words_are_not_retyped_where_all_others_are_known() -> None:
    with shelved([record(1, "Stone walls"), record(2, "Stone ф"), record(3, "Walls ф")]) as snapshot:
        assert find(snapshot, SearchRequest("walls ф", match="all")).exact == 1
        assert advice(snapshot, "walls a", match="all").layout is None


@pytest.mark.parametrize("text", ['"', "-gender", "* -gender", "year:1999"])
def test_what_looks_for_no_word_was_typed_as_it_was_meant(text: str) -> None:
    with shelved([record(1, "Gender 1")]) as snapshot:
        assert advice(snapshot, text).layout is None


def test_the_part_whose_removal_helps_most(snapshot: Snapshot) -> None:
    removal = advice(snapshot, "gender labour mortar", match="all").removal
    assert removal is not None
    assert (removal.part, removal.request.text, removal.total) == ("mortar", "gender labour", TIMES + 1)


@pytest.mark.parametrize(
    ("text", "proposed"),
    [
        ('"labour gender"', "labour gender"),
        ("title:«labour gender» -law", "title:(labour gender) -law"),
        ('"Stone, labour"', "Stone, labour"),
        ('"labour mortar"', None),
        ('"gender and labour"', None),
    ],
)
def test_words_of_a_phrase_that_stands_nowhere_may_stand_apart(
    snapshot: Snapshot, text: str, proposed: str | None
) -> None:
    apart = advice(snapshot, text).apart
    assert (apart and apart.request.text) == proposed


def test_no_part_need_be_left_out_where_what_matches_the_others_is_shown(snapshot: Snapshot) -> None:
    page = find(snapshot, SearchRequest("gender labour mortar"))
    assert (page.exact, page.total > TIMES, page.advice.removal) == (0, True, None)


@pytest.mark.parametrize("text", ["Mortar G.", "G. Mortar", "the mortar", "mortar 2020"])
def test_what_says_least_is_not_left_alone(snapshot: Snapshot, text: str) -> None:
    assert advice(snapshot, text, match="all").removal is None


@pytest.mark.parametrize(
    "text", ["mortar AND PUBYEAR < 2091", "mortar год:2020", "mortar* type:article", "added:..2091 mortar"]
)
def test_words_are_not_left_out_where_no_other_word_is_looked_for(snapshot: Snapshot, text: str) -> None:
    removal = advice(snapshot, text).removal
    assert removal is None or "mortar" in removal.request.text


def test_a_slip_is_mended_rather_than_left_out(snapshot: Snapshot) -> None:
    found = advice(snapshot, "gendr labour", match="all")
    assert found.meant is not None
    assert found.removal is None


def test_the_filter_whose_removal_helps_most(snapshot: Snapshot) -> None:
    filters = (("year", frozenset({"1999"})), ("type", frozenset({"article"})))
    removal = advice(snapshot, "gender", filters=filters, page=3).removal
    assert removal is not None
    assert (removal.facet, removal.part, removal.total) == ("year", "", TIMES + 1)
    assert removal.request == SearchRequest("gender", filters=filters[1:])


def test_a_proposal_is_of_the_data_as_they_are(snapshot: Snapshot) -> None:
    proposal = advice(snapshot, "gendr", revision="0123456789ab").meant
    assert proposal is not None
    assert proposal.request == SearchRequest("gender")


def test_a_filter_alone_is_not_taken_away(snapshot: Snapshot) -> None:
    assert advice(snapshot, "", filters=(("year", frozenset({"1999"})),)).removal is None


@pytest.mark.parametrize("text", ["gender", "gender labour", '"gender and labour"', ""])
def test_of_a_plain_search_that_finds_enough_it_is_only_asked_whether_its_words_are_there(
    snapshot: Snapshot, text: str
) -> None:
    counting, request = Counting(snapshot), SearchRequest(text)
    assert advise(counting, request, ask(request, snapshot.languages), TIMES + 1) == Advice()
    assert set(counting.asked) <= {"completions"}


def test_questions_are_bounded(snapshot: Snapshot) -> None:
    counting = Counting(snapshot)
    text = " ".join(f"{first}{second}ghbdtn" for first in "asdf" for second in "qwer")
    years = ("year", frozenset(map(str, range(1900, 2000))))
    filters = (years, *((facet, frozenset({"x"})) for facet in ("type", "author", "keyword")))
    request = SearchRequest(text, filters=filters)
    advise(counting, request, ask(request, snapshot.languages), 0)
    assert 0 < len(counting.asked) <= MOST_QUESTIONS


def test_a_search_that_is_very_long_costs_no_question(snapshot: Snapshot) -> None:
    counting, request = Counting(snapshot), SearchRequest("ghbdtn AND " * LONGEST)
    assert advise(counting, request, ask(request, snapshot.languages), 0) == Advice()
    assert counting.asked == []


def test_few_is_more_than_rare(snapshot: Snapshot) -> None:
    """A word that as many records hold as a search found may still be rare."""
    counting, request = Counting(snapshot), SearchRequest("gender")
    advise(counting, request, ask(request, snapshot.languages), RARE)
    assert "search" in counting.asked
    assert replace(request, text="") == SearchRequest()
