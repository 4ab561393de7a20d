"""The portable forms of BibTeX: what a reader of each sees, and what is done where it cannot hold a thing."""

import itertools
from collections.abc import Iterator
from dataclasses import replace

import pytest

from catalogue.exports import BIBLATEX, BIBTEX, Format, Options, bibtex_values, by_name, by_suffix, formats
from catalogue.exports.registry import register
from catalogue.model import Multilingual, Name, Record, RecordType
from tests.library_records import records_of

RECORD = Record("doe2020", RecordType.ARTICLE, Multilingual.of("A title"))


def written(source: str, own: Format, *, flavour: str = "portable", language: str = "en") -> dict[str, str]:
    """The fields of the only entry, as exported; `@` is its type."""
    (text,) = own.write(records_of(source), Options(flavour, language))
    head, *lines = text.strip().removesuffix("}").splitlines()
    fields = (line.strip().removesuffix(",").split(" = ", 1) for line in lines)
    return {"@": head.partition("{")[0][1:]} | {
        name: value.removeprefix("{").removesuffix("}") for name, value in fields
    }


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("online", "misc"),
        ("report", "techreport"),
        ("thesis", "phdthesis"),
        ("collection", "book"),
        ("mvproceedings", "proceedings"),
        ("dataset", "misc"),
    ],
)
def test_classic_bibtex_gets_the_types_it_knows(kind: str, expected: str) -> None:
    assert written(f"@{kind}{{k, title = {{T}}}}", BIBTEX)["@"] == expected


def test_a_thesis_for_a_master_is_known_by_its_genre() -> None:
    assert written("@thesis{k, title = {T}, type = {mathesis}}", BIBTEX)["@"] == "mastersthesis"


def test_classic_styles_print_the_genre() -> None:
    found = written("@thesis{k, title = {T}, type = {candthesis}}", BIBTEX)

    assert (found["@"], found["type"]) == ("phdthesis", "Candidate’s thesis")


def test_classic_bibtex_gets_the_fields_it_knows() -> None:
    fields = written(
        "@article{k, title = {T}, subtitle = {S}, journaltitle = {J}, date = {2021-05-07}, location = {L}}",
        BIBTEX,
    )

    assert fields == {
        "@": "article",
        "title": "T: S",
        "journal": "J",
        "year": "2021",
        "month": "may",
        "day": "7",
        "address": "L",
    }


@pytest.mark.parametrize("own", [BIBTEX, BIBLATEX], ids=lambda own: own.name)
def test_the_language_stands_in_both_fields(own: Format) -> None:
    fields = written("@misc{k, title = {T}, language = {kk}}", own)

    assert (fields["language"], fields["langid"]) == ("kazakh", "kazakh")


@pytest.mark.parametrize("own", [BIBTEX, BIBLATEX], ids=lambda own: own.name)
def test_capitals_stay_protected(own: Format) -> None:
    assert written("@misc{k, title = {On {EU} law}}", own)["title"] == "On {EU} law"


@pytest.mark.parametrize("own", [BIBTEX, BIBLATEX], ids=lambda own: own.name)
def test_the_class_of_an_eprint_stands_by_it(own: Format) -> None:
    source = "@misc{k, title = {T}, eprint = {2101.00001}, archiveprefix = {arXiv}, primaryclass = {cs.CL}}"
    fields = written(source, own)

    assert (fields.get("primaryclass") or fields.get("eprintclass")) == "cs.CL"


@pytest.mark.parametrize("own", [BIBTEX, BIBLATEX], ids=lambda own: own.name)
def test_how_something_was_published_is_told(own: Format) -> None:
    source = "@misc{k, title = {T}, howpublished = {Talk at a bridge}}"

    assert written(source, own)["howpublished"] == "Talk at a bridge"


@pytest.mark.parametrize("own", [BIBTEX, BIBLATEX], ids=lambda own: own.name)
def test_keywords_stand_in_braces_only_where_they_would_come_apart(own: Format) -> None:
    source = "@misc{k, title = {T}, keywords = {{EU}, {roads, small}, R\\&D}}"

    assert written(source, own)["keywords"] == "EU, {roads, small}, R\\&D"


@pytest.mark.parametrize("own", [BIBTEX, BIBLATEX], ids=lambda own: own.name)
@pytest.mark.parametrize("key", ["doe:2020/a", "ключ-1", "doe_2020+b"])
def test_the_committed_key_is_kept(own: Format, key: str) -> None:
    (text,) = own.write([replace(RECORD, key=key)], Options())

    assert f"{{{key},\n" in text


def test_keys_that_bibtex_cannot_hold_stay_apart() -> None:
    keys = [bibtex_values.key(key) for key in ("a b", "a(b", "a,b", "a~b", "ab")]

    assert len(set(keys)) == len(keys)


def test_the_portable_form_is_in_the_language_of_the_record() -> None:
    fields = written("@misc{k, title = {Т}, title_en = {E}, language = {russian}}", BIBLATEX)

    assert fields["title"] == "Т"


@pytest.mark.parametrize("own", [BIBTEX, BIBLATEX], ids=lambda own: own.name)
def test_a_subtitle_in_another_language_than_the_title_is_left_out(own: Format) -> None:
    fields = written("@misc{k, title = {E}, title_ru = {Т}, subtitle_ru = {П}, language = {english}}", own)

    assert (fields["title"], fields.get("subtitle")) == ("E", None)


def test_where_the_record_states_no_language_that_of_the_reader_counts() -> None:
    fields = written(
        '@misc{k, title = {Т}, title+an:lang = {="ru"}, title_kk = {Қ}}', BIBLATEX, language="kk"
    )

    assert fields["title"] == "Қ"


def test_house_fields_are_left_out_of_the_portable_form() -> None:
    source = "@misc{k, title = {T}, project = {gim}, udc = {314.7}, colour = {red}, year = 2001}"

    assert set(written(source, BIBLATEX)) == {"@", "title", "date"}


def test_a_field_the_type_does_not_take_is_left_out() -> None:
    assert "location" not in written("@article{k, title = {T}, location = {L}}", BIBLATEX)


def test_what_biblatex_demands_and_nobody_stated_is_empty() -> None:
    fields = written("@article{k, title = {T}}", BIBLATEX)

    assert (fields["author"], fields["journaltitle"], fields["date"]) == ("{}", "{}", "XXXX")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("@book{k, editor = {Berg, Anna}, title = {T}, date = {2021}}", "collection"),
        ("@collection{k, author = {Berg, Anna}, title = {T}, date = {2021}}", "book"),
        ("@incollection{k, author = {Roe, J.}, title = {T}, booktitle = {B}, date = {2021}}", "inbook"),
    ],
)
def test_a_type_that_demands_what_is_missing_yields_to_its_sibling(source: str, expected: str) -> None:
    fields = written(source, BIBLATEX)

    assert (fields["@"], "{}" in fields.values()) == (expected, False)


@pytest.mark.parametrize("field", ["isbn = {0-306-40615-2 (pbk)}", "url = {nowhere}", "langid = {Klingon}"])
def test_what_the_check_rejected_is_left_out_of_the_portable_form(field: str) -> None:
    assert set(written(f"@misc{{k, title = {{T}}, date = {{2021}}, {field}}}", BIBLATEX)) == {
        "@",
        "title",
        "date",
    }


def test_an_empty_author_stays_out_of_labels() -> None:
    assert written("@article{k, title = {T}}", BIBLATEX)["options"] == "useauthor=false"


def test_what_is_empty_is_read_as_absent() -> None:
    records = records_of("@article{k, title = {T}}")
    (again,) = records_of("".join(BIBLATEX.write(records, Options())))

    assert (again.contributors, again.container, again.issued) == ((), None, None)


def test_a_volume_in_letters_goes_to_the_addendum() -> None:
    assert written("@book{k, title = {T}, volume = {12A}}", BIBLATEX)["addendum"] == "vol. 12A"


def test_biblatex_gets_lists_of_publishers_and_places_as_it_reads_them() -> None:
    fields = written(
        "@book{k, title = {T}, publisher = {{Simon and Schuster} and Wiley}, location = {Almaty and London}}",
        BIBLATEX,
    )

    assert (fields["publisher"], fields["location"]) == (
        "{Simon and Schuster} and Wiley",
        "Almaty and London",
    )


def test_a_volume_that_says_what_it_is_is_not_said_to_be_one() -> None:
    assert written("@book{k, title = {T}, volume = {Vol. 3}}", BIBLATEX)["addendum"] == "Vol. 3"


def test_forthcoming_is_a_state_of_publication() -> None:
    assert written("@book{k, title = {T}, year = {forthcoming}}", BIBLATEX)["pubstate"] == "forthcoming"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (Name(family="Berg", given="Anna"), "Berg, Anna"),
        (Name(family="Berg", given="Anna", prefix="von", suffix="Jr"), "von Berg, Jr, Anna"),
        (Name(literal="Simon and Schuster"), "{Simon and Schuster}"),
        (Name(family="Doe, Inc", given="A"), "{Doe, Inc}, A"),
        (Name(family="hooks", given="bell"), "{hooks}, bell"),
        (Name(family="Жұмабай ұлы"), "{Жұмабай ұлы}"),
    ],
)
def test_names_are_written_so_that_they_stay_whole(name: Name, expected: str) -> None:
    assert bibtex_values.name(name) == expected


def test_records_are_written_one_by_one() -> None:
    def endless() -> Iterator[Record]:
        for number in itertools.count():
            yield replace(RECORD, key=f"k{number}")

    assert len(list(itertools.islice(BIBTEX.write(endless(), Options()), 3))) == 3


@pytest.mark.parametrize("own", [BIBTEX, BIBLATEX], ids=lambda own: own.name)
def test_a_format_is_found_by_its_name_and_its_suffix(own: Format) -> None:
    assert (by_name(own.name), by_suffix(own.suffix)) == (own, own)


def test_an_unknown_suffix_is_no_format() -> None:
    assert by_suffix(".docx") is None


def test_a_taken_suffix_is_refused() -> None:
    with pytest.raises(ValueError, match="is there already"):
        register(replace(BIBTEX, name="another"))


def test_every_format_has_a_suffix_with_a_dot() -> None:
    assert [own.name for own in formats() if not own.suffix.startswith(".")] == []
