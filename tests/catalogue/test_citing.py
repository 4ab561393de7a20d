from collections.abc import Iterator, Sequence
from itertools import chain

import pytest
from hypothesis import given, settings

from catalogue.citations import Forms, Job, UnknownRomanisation
from catalogue.citations.engine import Engine
from catalogue.citations.romanisation import SYSTEMS, has_cyrillic
from catalogue.citations.romanised import as_printed, own_language, romanised
from catalogue.citing import Wish, cite
from catalogue.model import Record, Text
from tests.library_records import records_of
from tests.strategies import records

LIBRARY = """
@article{road,
  author = {Ермекова, Шолпан Ерлановна and Щукин, Юлий}, title = {Дороги и {ЕС}},
  title_en = {Roads and the {EU}}, title_kk = {Жолдар}, journaltitle = {Вестник дорог}, date = {2021},
  volume = {12}, number = {3},
  pages = {101--119}, langid = {russian}}
@article{steppe,
  author = {Қасым, Өмір}, author_en = {Kassym, Omir}, title = {Дала туралы}, journaltitle = {Дала хабаршысы},
  journaltitle_en = {Steppe Herald}, date = {2022}, volume = {2}, pages = {1--9}, langid = {kazakh}}
@book{book, author = {Чайковский, Щ. Ю.}, title = {Съезд}, publisher = {Наука}, location = {Москва},
  location_en = {Moscow}, date = {2001}, langid = {russian}}
@thesis{phd, author = {Доева, Яна}, title = {О дорогах}, type = {phdthesis}, institution = {Университет},
  location = {Алматы}, date = {2019}, langid = {russian}}
@thesis{kandidat, author = {Доева, Яна}, title = {О дорогах}, type = {дис. … канд. ист. наук},
  institution = {Университет}, location = {Алматы}, date = {2019}, langid = {russian}}
@article{street, author = {Müller, Anna}, title = {Straßen}, title_en = {Streets},
  journaltitle = {Zeitschrift}, date = {2020}, langid = {german}}
@book{rivers, title = {Реки: их имена}, subtitle = {Книга о {ЕС}}, title_en = {Rivers},
  subtitle_en = {A book}, date = {2019}, langid = {russian}}
@incollection{banks, title = {Берега}, booktitle = {Реки}, booksubtitle = {Сборник}, date = {2019},
  langid = {russian}}
@legislation{clouds, title = {Об облаках}, number = {12-III}, date = {2004}, langid = {russian}}
@article{stated_nowhere, title_ru = {Мосты}, journaltitle = {Вестник}, volume = {4}, date = {2020}}
@article{tagged_nowhere, title_en = {Bridges}, title = {Мосты}, journaltitle = {Вестник},
  journaltitle_en = {Herald}, volume = {4}, date = {2020}}
"""
RECORDS = {record.key: record for record in records_of(LIBRARY)}


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    engine = Engine()
    yield engine
    engine.close()


class Asked:
    """A renderer that remembers what it was asked for and answers with the style's name."""

    def __init__(self) -> None:
        self.batches: list[Sequence[Job]] = []

    def render(self, jobs: Sequence[Job]) -> list[Text]:
        self.batches.append(jobs)
        return [Text(job.style) for job in jobs]

    @property
    def jobs(self) -> list[Job]:
        return list(chain.from_iterable(self.batches))


def job(key: str, wish: Wish, language: str = "en") -> Job:
    asked = Asked()
    list(cite([RECORDS[key]], wish, asked, language))
    return asked.jobs[0]


def cited(engine: Engine, key: str, wish: Wish, language: str = "en") -> str:
    return next(cite([RECORDS[key]], wish, engine, language)).plain


@pytest.mark.parametrize(
    ("key", "wish", "locale"),
    [
        ("road", Wish("gost-7-1-2003"), "ru-RU"),
        ("steppe", Wish("gost"), "kk-KZ"),
        ("stated_nowhere", Wish("gost-7-1-2003"), "ru-RU"),
        ("road", Wish("gost-7-1-2003", "kk"), "kk-KZ"),
        ("road", Wish("apa"), "en-US"),
        ("road", Wish("apa", "ru"), "ru-RU"),
        ("road", Wish("gost-7-1-2003", "", "bsi"), "en-US"),
        ("street", Wish("gost-7-1-2003", "", "bsi"), "de"),
    ],
)
def test_the_terms_are_in_the_language_that_the_style_asks_for(key: str, wish: Wish, locale: str) -> None:
    assert job(key, wish).locale == locale


@pytest.mark.parametrize("style", ["gost", "apa"])
def test_a_title_of_no_stated_language_is_the_publications_own(style: str) -> None:
    assert job("tagged_nowhere", Wish(style)).item["title"] == "Мосты"


@pytest.mark.parametrize("style", ["apa", "mla", "chicago"])
def test_some_styles_add_the_held_translation(style: str, engine: Engine) -> None:
    citation = cited(engine, "road", Wish(style))
    assert "[Roads and the EU]" in citation


def test_a_translation_is_that_of_the_readers_language(engine: Engine) -> None:
    assert "[Жолдар]" in cited(engine, "road", Wish("apa"), "kk-KZ")


@pytest.mark.parametrize(("key", "style"), [("road", "vancouver"), ("steppe", "apa")])
def test_nothing_is_translated_otherwise(key: str, style: str) -> None:
    assert job(key, Wish(style)).forms is Forms.ORIGINAL


@pytest.mark.parametrize(
    ("style", "reference"),
    [
        (
            "apa",
            "Yermekova, Sh. Ye., & Shchukin, Yu. (2021). Dorogi i YES [Roads and the EU]. Vestnik dorog, "
            "12(3), 101–119. (In Russ.)",
        ),
        (
            "vancouver",
            "Yermekova ShYe, Shchukin Yu. Dorogi i YES [Roads and the EU]. Vestnik dorog. 2021;12(3):101–19. "
            "(In Russ.)",
        ),
    ],
)
def test_a_reference_is_in_latin_letters_with_the_translation(
    style: str, reference: str, engine: Engine
) -> None:
    assert cited(engine, "road", Wish(style, "", "bgn-pcgn"), "ru") == reference


def test_a_style_with_full_names_prints_them_whole(engine: Engine) -> None:
    assert cited(engine, "road", Wish("mla", "", "bgn-pcgn")).startswith("Yermekova, Sholpan Yerlanovna, and")


def test_a_held_name_and_title_of_a_journal_are_printed(engine: Engine) -> None:
    citation = cited(engine, "steppe", Wish("apa", "", "bgn-pcgn"))
    assert citation == "Kassym, O. (2022). Dala tūraly. Steppe Herald, 2, 1–9. (In Kazakh)"


def test_a_place_is_translated_only_by_the_record(engine: Engine) -> None:
    citation = cited(engine, "book", Wish("vancouver", "", "bsi"))
    assert citation == "Chaikovskii ShchYu. Sˮezd. Moscow: Nauka; 2001. (In Russ.)"


@pytest.mark.parametrize("style", ["apa", "gost", "ieee", "vancouver"])
def test_what_is_in_latin_letters_is_cited_as_everywhere(style: str) -> None:
    assert job("street", Wish(style, "", "bsi")) == job("street", Wish(style))


@pytest.mark.parametrize("style", ["apa", "mla", "chicago", "gost", "ieee", "vancouver", "harvard"])
@pytest.mark.parametrize("system", ["bsi", "kazakh-latin"])
def test_no_favourite_style_leaves_cyrillic_letters(style: str, system: str, engine: Engine) -> None:
    citations = cite(RECORDS.values(), Wish(style, "", system), engine, "ru")
    assert not [own.plain for own in citations if has_cyrillic(own.plain)]


@pytest.mark.parametrize(
    ("key", "genre"), [("phd", "дис. … д-ра философии (PhD)"), ("kandidat", "дис. … канд. ист. наук")]
)
def test_a_thesis_is_called_in_the_language_of_the_terms(key: str, genre: str, engine: Engine) -> None:
    assert genre in cited(engine, key, Wish("gost"))


def test_a_kazakh_name_is_shortened_in_its_own_letters(engine: Engine) -> None:
    assert cited(engine, "steppe", Wish("gost")).startswith("Қасым Ө. ")


def test_an_unknown_romanisation_is_refused_before_anything_is_asked() -> None:
    asked = Asked()
    with pytest.raises(UnknownRomanisation):
        list(cite(RECORDS.values(), Wish("apa", "", "klingon"), asked, "en"))
    assert not asked.jobs


def test_records_are_asked_for_in_batches_and_answered_in_order() -> None:
    asked = Asked()
    list(cite([RECORDS["road"], RECORDS["book"]] * 40, Wish("apa"), asked, "en"))
    assert [own.item["id"] for own in asked.jobs] == ["road", "book"] * 40
    assert len(asked.batches) > 1


@given(record=records())
@settings(max_examples=50)
def test_a_romanised_record_prints_no_cyrillic_letters(record: Record) -> None:
    latin = romanised(record, "bsi")
    printed = latin.title.best((own_language(record),))
    names = [person.name.display for person in latin.contributors]
    assert printed is not None
    assert not has_cyrillic("".join([printed[1].plain, *names]))


@given(record=records())
@settings(max_examples=50)
def test_romanising_twice_is_romanising_once(record: Record) -> None:
    once = romanised(record, SYSTEMS[0])
    assert romanised(once, SYSTEMS[0]).title == once.title


def test_a_record_in_latin_letters_is_as_printed() -> None:
    assert romanised(RECORDS["street"], "bsi") == as_printed(RECORDS["street"])


@pytest.mark.parametrize(
    ("key", "wish", "expected"),
    [
        ("rivers", Wish("gost-7-1-2003"), "Реки: их имена : Книга о ЕС. – 2019."),
        ("rivers", Wish("gost"), "Реки: их имена : Книга о ЕС. 2019."),
        (
            "rivers",
            Wish("gost", "", "bsi"),
            "Reki: ikh imena : Kniga o ES [Rivers : A book]. 2019. (In Russ.)",
        ),
        ("banks", Wish("gost"), "Берега // Реки : Сборник. 2019."),
    ],
)
def test_gost_parts_a_subtitle_by_a_colon_between_spaces(
    engine: Engine, key: str, wish: Wish, expected: str
) -> None:
    assert [text.plain for text in cite([RECORDS[key]], wish, engine, "en")] == [expected]


def test_marks_of_a_subtitle_stay_on_their_words() -> None:
    asked = job("rivers", Wish("gost")).item["title"]
    assert asked == 'Реки: их имена : Книга о <span class="nocase">ЕС</span>'


def test_elsewhere_a_subtitle_follows_a_colon(engine: Engine) -> None:
    assert "Реки: их имена: Книга о ЕС" in next(cite([RECORDS["rivers"]], Wish("apa"), engine, "ru")).plain


@pytest.mark.parametrize("style", ["gost", "gost-7-1-2003", "gost-r-7-0-100-2018"])
def test_a_hyphen_in_the_number_of_a_law_is_no_range(engine: Engine, style: str) -> None:
    assert " № 12-III" in next(cite([RECORDS["clouds"]], Wish(style), engine, "ru")).plain
