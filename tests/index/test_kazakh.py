"""The Kazakh stemmer: what it brings together, what it keeps apart, and how well it does on many words."""

import shutil
import subprocess
from collections import defaultdict
from collections.abc import Callable, Mapping
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import SearchEngine
from index.kazakh import WHOLE, loosened, loosened_stem, stem
from tests.index.kazakh_forms import LEMMAS, forms
from tests.index.shelf import document, fill, found


@pytest.mark.parametrize(
    "family",
    [
        "қазақстан қазақстанның қазақстанда қазақстаннан қазақстандық қазақстандықтар",
        "мектеп мектептер мектептердің мектебі мектебінің мектебіміз мектептегі",
        "тілек тілегі тілекті тілегінде",
        "қазақ қазағы қазақтар қазақша",
        "халық халқы халқының халықтың",
        "бала балалар баласы баласына балалары балаға",
        "жұмыс жұмысы жұмысында жұмыстар",
        "оқушы оқушының оқушысы оқушылар",
        "миграция миграцияның миграциясы миграциялық",
        "аспект аспектіні аспектілер",
        "тарих тарихы тарихи",
        "студент студенттер студентіміз студентпен",
        "дамыт дамыту дамытудың дамытқан дамытады",
        "назарбаев назарбаевтың назарбаевқа назарбаевпен",
        "әуезов әуезовтің әуезовке әуезовті",
        "зерттеу зерттеулер зерттеуі зерттейді зерттеген зерттелген",
        "қарағанды қарағандыда қарағандының",
    ],
)
def test_forms_of_a_word_meet(family: str) -> None:
    assert len({stem(word) for word in family.split()}) == 1


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("жұмыс", "жұмыссыз"),
        ("құжат", "құжатсыз"),
        ("қала", "қалам"),
        ("білім", "білу"),
        ("оқушы", "оқу"),
        ("ана", "анар"),
        ("саясат", "сая"),
        ("тау", "та"),
        ("халық", "хал"),
        ("қарағанды", "қара"),
    ],
)
def test_other_words_stay_apart(word: str, other: str) -> None:
    assert stem(word) != stem(other)


@pytest.mark.parametrize("word", ["доллар", "гендер", "өткір", "үй", "су", "а", "бұұ", "2020"])
def test_what_only_looks_inflected_is_left(word: str) -> None:
    assert stem(word) == word


@given(st.text("аәеоыіуүклмнңрстдғйжшьv1", min_size=1, max_size=20))
def test_a_stem_begins_its_word(word: str) -> None:
    assert stem(word)[0] == word[0]


def _accepted(words: set[str]) -> dict[str, set[str]]:
    """The lemmas that hunspell finds in each of the words that it knows."""
    answer = _hunspell("-s", "\n".join(sorted(words)))
    lemmas: dict[str, set[str]] = defaultdict(set)
    for line in answer.stdout.splitlines():
        if len(found := line.split()) == 2:
            lemmas[found[0]].add(found[1])
    return lemmas


def _hunspell(mode: str, text: str) -> subprocess.CompletedProcess[str]:
    command = ["hunspell", "-d", "kk_KZ", "-i", "utf-8", mode]
    return subprocess.run(command, input=text, capture_output=True, text=True, check=False)


needs_hunspell = pytest.mark.skipif(
    not shutil.which("hunspell") or _hunspell("-l", "").returncode != 0,
    reason="hunspell for Kazakh is not installed (Debian: apt-get install hunspell hunspell-kk)",
)


def _shares(paradigms: Mapping[str, set[str]], stem: Callable[[str], str]) -> tuple[float, float]:
    """How many forms have the stem of their lemma; how many lemmas share a stem of theirs with another."""
    met = 0
    lemmas_of: dict[str, set[str]] = defaultdict(set)
    for lemma, own in paradigms.items():
        stems = [stem(form) for form in own]
        met += stems.count(stem(lemma))
        for each in stems:
            lemmas_of[each].add(lemma)
    mistaken = set(chain.from_iterable(lemmas for lemmas in lemmas_of.values() if len(lemmas) > 1))
    return met / sum(map(len, paradigms.values())), len(mistaken) / len(paradigms)


@needs_hunspell
def test_forms_that_hunspell_knows_meet_their_lemma(record_property: Callable[[str, object], None]) -> None:
    known = _accepted({form for lemma in LEMMAS for form in forms(lemma)})
    paradigms = {
        lemma: own
        for lemma in LEMMAS
        if (own := {form for form in forms(lemma) if form != lemma and lemma in known.get(form, ())})
    }
    _measure("forms that hunspell knows", paradigms, record_property)


def test_forms_of_the_whole_paradigm_meet_their_lemma(record_property: Callable[[str, object], None]) -> None:
    paradigms = {lemma: set(forms(lemma)) - {lemma} for lemma in LEMMAS}
    _measure("all forms", paradigms, record_property)


def test_forms_of_words_that_are_not_kept_by_name_meet_too(
    record_property: Callable[[str, object], None],
) -> None:
    paradigms = {lemma: set(forms(lemma)) - {lemma} for lemma in LEMMAS if lemma not in WHOLE}
    _measure("forms of words not kept by name", paradigms, record_property)


def test_forms_typed_in_russian_letters_meet_their_lemma(
    record_property: Callable[[str, object], None],
) -> None:
    paradigms = {loosened(lemma): set(map(loosened, forms(lemma))) for lemma in LEMMAS}
    _measure("forms in Russian letters", paradigms, record_property, loosened_stem)


def test_a_lemma_has_one_stem_in_both_kinds_of_letters() -> None:
    assert [lemma for lemma in LEMMAS if loosened_stem(loosened(lemma)) != loosened_stem(lemma)] == []


def _measure(
    name: str,
    paradigms: Mapping[str, set[str]],
    record_property: Callable[[str, object], None],
    stem: Callable[[str], str] = stem,
) -> None:
    met, mistaken = _shares(paradigms, stem)
    counted = sum(map(len, paradigms.values()))
    figures = (
        f"{name}: {met:.1%} of {counted} share their lemma's stem; "
        f"{mistaken:.1%} of {len(paradigms)} lemmas meet another"
    )
    print(figures)
    record_property("kazakh", figures)
    assert (met >= 0.9, mistaken < 0.03, len(paradigms) >= 150) == (True, True, True), figures


@pytest.mark.parametrize("language", ["kk", "und"])
@pytest.mark.parametrize("asked", ["мектеп", "мектебі", "мектептердің", "МЕКТЕПТЕ"])
def test_a_document_is_found_by_any_form(engine: SearchEngine, language: str, asked: str) -> None:
    school = document("school", "Ауыл мектептеріндегі білім беру", language=language)
    fill(engine, [school, document("poet", "Өлеңдер мен әндер", language=language)])
    assert found(engine.snapshot(), asked) == {"school"}


@pytest.mark.parametrize("asked", ["казакстан", "казакстаннын", "Казакстанда"])
def test_a_document_is_found_without_a_kazakh_keyboard(engine: SearchEngine, asked: str) -> None:
    fill(
        engine,
        [document("history", "Қазақстандағы білім тарихы", language="kk"), document("other", "Казань")],
    )
    assert found(engine.snapshot(), asked) == {"history"}
