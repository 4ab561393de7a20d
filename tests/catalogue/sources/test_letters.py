"""Words with wrong letters, and what they become. Latin letters in Cyrillic words are named in the ids."""

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.model import Severity
from catalogue.sources.letter_repairs import Reason
from catalogue.sources.letters import repair, repaired, repairs
from catalogue.sources.raw import Place, RawEntry, RawField

LATIN_OF_CYRILLIC = str.maketrans("асеорхіАВСЕНКМОРТХІ", "aceopxiABCEHKMOPTXI")


def misread(text: str, codec: str) -> str:
    """UTF-8 as a program shows it that takes it for an 8-bit encoding."""
    shown = []
    for byte in text.encode():
        try:
            shown.append(bytes([byte]).decode(codec))
        except UnicodeDecodeError:
            shown.append(chr(byte))
    return "".join(shown)


def scripts(word: str) -> set[str]:
    return {unicodedata.name(letter).split()[0] for letter in word}


class TestMixedScripts:
    @pytest.mark.parametrize(
        ("written", "meant"),
        [
            pytest.param("бiлiм", "білім", id="Latin i"),
            pytest.param("Kатрин", "Катрин", id="Latin K"),
            pytest.param("əлем", "әлем", id="Latin schwa"),
            pytest.param("жəне", "және", id="Latin schwa inside"),
            pytest.param("Миграция и cоциология", "Миграция и социология", id="Latin c"),
            pytest.param("тyрғын", "түрғын", id="Latin y in Kazakh"),
            pytest.param("рyка", "рука", id="Latin y in Russian"),
            pytest.param("Franсa", "Franca", id="Cyrillic с"),
            pytest.param("ХХI век", "XXI век", id="Roman number"),
            pytest.param("рH", "pH", id="Cyrillic р of pH"),
            pytest.param("CО2", "CO2", id="formula"),
            pytest.param(r"\textit{бiлiм}", r"\textit{білім}", id="LaTeX"),
        ],
    )
    def test_a_word_is_put_into_one_script(self, written: str, meant: str) -> None:
        assert repair(written) == meant

    @pytest.mark.parametrize(
        "sound",
        [
            "COVID-19-ға қарсы",
            "IT-технология",
            "α-частица",
            "№ 5, XXI век",
            "SMSка",
            "PDFті",
            "Webсайт",
            "5G желісі",
            r"\alphaа",
            "Москва/London",
            "Müller и Straße",
        ],
    )
    def test_neighbours_are_let_be(self, sound: str) -> None:
        assert repair(sound) == sound

    def test_a_repair_knows_its_place(self) -> None:
        [found] = repairs("Қазақ бiлiмi")
        assert (found.start, found.word, found.reason) == (6, "бiлiмi", Reason.MIXED)

    @given(st.text("абвгдежзклмнопрстуәғқңөұүі", min_size=2, max_size=12), st.data())
    def test_any_look_alike_in_a_kazakh_word_is_found(self, word: str, data: st.DataObject) -> None:
        place = data.draw(st.integers(0, len(word) - 1))
        broken = word[:place] + word[place].translate(LATIN_OF_CYRILLIC) + word[place + 1 :]
        # Where every letter has a Latin twin the word may have been a Latin one.
        if any(letter.translate(LATIN_OF_CYRILLIC) == letter for letter in word):
            assert repair(broken) == word

    @given(st.text("abcdeixбвгдеіхəә -;.", max_size=20))
    def test_a_repaired_word_is_of_one_script(self, text: str) -> None:
        assert all(len(scripts(own.repaired)) == 1 for own in repairs(text))

    @given(st.text())
    def test_repairing_twice_repairs_nothing_more(self, text: str) -> None:
        once = repair(text)
        assert repair(once) == once


class TestLostEncodings:
    @pytest.mark.parametrize("codec", ["cp1251", "cp1252", "latin-1"])
    @pytest.mark.parametrize("text", ["Қазақстан Институты", "ғылым", "Әуезов — «әлем»", "Миграция №"])
    def test_utf_8_that_was_read_in_another_encoding(self, text: str, codec: str) -> None:
        assert repair(misread(text, codec)) == text

    @pytest.mark.parametrize("codec", ["cp1252", "latin-1"])
    @pytest.mark.parametrize("text", ["naïve café", "Müller", "1–2", "Łódź"])
    def test_western_letters_too(self, text: str, codec: str) -> None:
        assert repair(misread(text, codec)) == text

    @pytest.mark.parametrize(
        "sound", ["SÃO PAULO", "Ñandú", "Ðorđević", "РОССИЯ", "Ётунхейм", "naïve", "Â quoi"]
    )
    def test_sound_letters_are_let_be(self, sound: str) -> None:
        assert repair(sound) == sound

    @pytest.mark.parametrize("text", ["қазақтың ұлы тілі", "ҒЫЛЫМ, қоғам", "жастардың өмірі"])
    @pytest.mark.parametrize("codec", ["kz1048", "ptcp154"])
    def test_a_kazakh_encoding_that_was_read_as_the_russian_one(self, text: str, codec: str) -> None:
        shown = text.encode(codec).decode("cp1251")
        assert repair(shown, kazakh=True) == text

    def test_it_shows_by_words_that_no_language_writes(self) -> None:
        assert repair("қазақтың".encode("kz1048").decode("cp1251")) == "қазақтың"

    @pytest.mark.parametrize(
        "sound", ["Україна, їжа і ґанок", "ўсё", "Македонија, ќерка", "Љубљана", "ћуприја"]
    )
    def test_other_languages_are_let_be(self, sound: str) -> None:
        assert repair(sound) == sound


def entry(*fields: tuple[str, Any], syntax: str = "bibtex") -> RawEntry:
    raw = tuple(RawField(name, value, Place(line, 3)) for line, (name, value) in enumerate(fields, 2))
    return RawEntry(syntax, "article", "a2021", raw, "a.bib", Place(1, 1))


class TestEntries:
    def test_a_text_is_repaired_and_warned_about_at_its_line(self) -> None:
        mended, [problem] = repaired(entry(("year", "2021"), ("title_kk", "Қазақ бiлiмi")))
        assert mended.fields[1].value == "Қазақ білімі"
        assert (problem.severity, problem.code, problem.line) == (Severity.WARNING, "mixed-letters", 3)
        assert "білімі" in problem.advice

    def test_texts_inside_lists_and_maps_are_repaired(self) -> None:
        own = entry(("title", {"kk": "бiлiм"}), ("author", [{"family": "Iскаков"}]), syntax="csl")
        assert [field.value for field in repaired(own)[0].fields] == [
            {"kk": "білім"},
            [{"family": "Іскаков"}],
        ]

    @pytest.mark.parametrize("name", ["url", "doi", "file", "ids", "author+an:orcid", "URL"])
    def test_what_is_no_text_stays(self, name: str) -> None:
        own = entry((name, "https://example.org/бiлiм"))
        assert repaired(own) == (own, ())

    def test_a_sound_entry_is_the_same_object(self) -> None:
        own = entry(("title", "Қазақ білімі"))
        assert repaired(own)[0] is own

    @pytest.mark.parametrize("fields", [[("langid", "kazakh")], [("language", "kk")]])
    def test_the_language_of_the_entry_is_evidence(self, fields: list[tuple[str, str]]) -> None:
        own = entry(*fields, ("title", "үшін".encode("kz1048").decode("cp1251")))
        assert repaired(own)[0].fields[1].value == "үшін"

    def test_so_is_that_of_a_field(self) -> None:
        own = entry(("title_kk", "үшін".encode("kz1048").decode("cp1251")))
        assert repaired(own)[0].fields[0].value == "үшін"

    def test_many_words_are_one_warning_that_stays_short(self) -> None:
        words = " ".join(f"{letter}iлiм" for letter in "бвгджзклмн")
        [problem] = repaired(entry(("abstract", words)))[1]
        assert "5 more" in problem.message
