"""What of a request concerns the request, and what its subject."""

import pytest

from index.requests import FEWEST_WORDS, boilerplate


def subject(request: str) -> str:
    """The request without its boilerplate."""
    words = request.split()
    told = boilerplate(words)
    return " ".join(word for number, word in enumerate(words) if number not in told)


@pytest.mark.parametrize(
    ("request_", "left"),
    [
        ("I am interested in articles on labour migration in cities", "labour migration in cities"),
        ("I’m especially interested in labour migration", "labour migration"),
        ("We would like to find recent papers about dementia care", "dementia care"),
        ("I'd like papers describing dementia care", "dementia care"),
        ("Find all articles which deal with dementia care", "dementia care"),
        ("Papers on dementia care in villages", "dementia care in villages"),
        ("What papers have been published on dementia care", "dementia care"),
        ("Is there any information available on dementia care", "dementia care"),
        ("Where can I find literature on dementia care", "dementia care"),
        ("Has anyone investigated dementia care in villages", "dementia care in villages"),
        ("care in dementia with special emphasis on villages", "care in dementia villages"),
        ("dementia and other diseases such as stroke", "dementia and other diseases stroke"),
        ("dementia and other diseases, e.g. stroke", "dementia and other diseases, stroke"),
        ("Меня интересуют статьи о трудовой миграции", "трудовой миграции"),
        ("Найти все публикации по трудовой миграции", "трудовой миграции"),
        ("еңбек көші-қоны туралы мақалалар керек", "еңбек көші-қоны"),
    ],
)
def test_phrases_of_a_request_are_told(request_: str, left: str) -> None:
    assert subject(request_) == left


@pytest.mark.parametrize(
    "request_",
    [
        "what is information science about today",
        "how researchers find articles in libraries",
        "the literature of nineteenth century Kazakhstan",
        "unmet need for family planning services",
        "the value of information about migration",
        "научные статьи советской эпохи и читатели",
        "E. G. Marshall and I. E. Segal",
    ],
)
def test_the_same_words_may_be_the_subject(request_: str) -> None:
    assert subject(request_) == request_


@pytest.mark.parametrize(
    ("reference", "left"),
    [
        ("Smith et al. 2021", "Smith 2021"),
        ("(Smith et al., 2021)", "(Smith 2021)"),
        ("Смит и др. 2021", "Смит 2021"),
        ("Есімова және т.б. көші-қон", "Есімова көші-қон"),
        ("Smith et al. on labour migration in cities", "Smith on labour migration in cities"),
        ("et al", "et al"),
        ("Al Gore", "Al Gore"),
    ],
)
def test_authors_who_are_not_named_are_told(reference: str, left: str) -> None:
    assert subject(reference) == left


def test_short_requests_are_lists_of_words() -> None:
    words = "papers on dementia care in".split()

    assert boilerplate(words[: FEWEST_WORDS - 1]) == frozenset()
    assert boilerplate(words[:FEWEST_WORDS]) == {0, 1}


def test_a_request_of_nothing_else_keeps_its_words() -> None:
    assert boilerplate("find all articles which deal with".split()) == frozenset()


def test_no_words_have_no_boilerplate() -> None:
    assert boilerplate([]) == boilerplate(["", "'", "-", "«", "·", "…"]) == frozenset()


def test_a_phrase_begins_and_ends_with_whole_words() -> None:
    assert (
        subject("disinterested in papers onwards and upwards")
        == "disinterested in papers onwards and upwards"
    )
