"""What a CSL entry becomes. `record` reads the fields of one entry, `problems` what is said about them."""

from typing import Any

import pytest

from catalogue.model import (
    NO_TEXT,
    Access,
    AccessStatus,
    Affiliation,
    Classification,
    Container,
    Contributor,
    Event,
    File,
    Identifier,
    Issued,
    Keyword,
    Link,
    Multilingual,
    Name,
    PartialDate,
    Problem,
    Record,
    RecordType,
    Role,
    Scheme,
    Text,
)
from catalogue.schema import load
from catalogue.sources.csl_record import to_data
from catalogue.sources.raw import RawEntry
from catalogue.sources.yaml import read

COMPLETE = "- id: a\n  type: book\n  title: T\n  author: [{family: Doe}]\n  issued: 2021\n  language: en\n"


def loaded(source: str, head: str = COMPLETE) -> tuple[Record, tuple[Problem, ...]]:
    """The record of a complete entry with more lines, each of which may take the place of one."""
    lines = [line for line in source.strip().splitlines() if line]
    names = {line.split(":")[0].strip() for line in lines}
    kept = [line for line in head.splitlines() if line[2:].split(":")[0] not in names]
    text = "\n".join([*kept, *(f"  {line}" for line in lines)]) + "\n"
    [raw] = read(text.encode(), "a.yaml")
    assert isinstance(raw, RawEntry)
    found, problems = load(to_data(raw), raw)
    assert found is not None
    return found, problems


def record(source: str) -> Record:
    return loaded(source)[0]


def problem(source: str) -> Problem:
    [found] = loaded(source)[1]
    return found


def english(plain: str) -> Multilingual:
    return Multilingual.of({"en": plain})


def test_a_plain_entry_has_no_problems() -> None:
    assert loaded("")[1] == ()


CONTRIBUTOR = Contributor(Name("Doe"))


@pytest.mark.parametrize(
    ("source", "stated"),
    [
        ("container-title: J", {"container": Container(english("J"))}),
        (
            "container-title: J\ncontainer-title-short: K",
            {"container": Container(english("J"), short_title=english("K"))},
        ),
        ("event-title: C\nevent-place: P", {"event": Event(english("C"), english("P"))}),
        ("event: C", {"event": Event(english("C"))}),
        ("publisher: P\npublisher-place: L", {"publisher": english("P"), "place": english("L")}),
        ("collection-title: S\ncollection-number: 7", {"series": english("S"), "number": "7"}),
        ("volume: 010\nissue: 1.10\nedition: no", {"volume": "010", "issue": "1.10", "edition": "no"}),
        ("page: 101-119", {"pages": "101–119"}),
        ("page: pp. 101-119", {"pages": "101–119"}),
        ("page: A-1--A-9", {"pages": "A-1–A-9"}),
        (
            "number-of-pages: 90\nchapter-number: 4\nversion: 2.0",
            {"page_total": "90", "chapter": "4", "version": "2.0"},
        ),
        ("DOI: 10.1000/ABC", {"identifiers": (Identifier(Scheme.DOI, "10.1000/abc"),)}),
        ("doi: 10.1000/abc", {"identifiers": (Identifier(Scheme.DOI, "10.1000/abc"),)}),
        (
            "ISSN: 1234-5679, 0378-5955",
            {"identifiers": (Identifier(Scheme.ISSN, "1234-5679"), Identifier(Scheme.ISSN, "0378-5955"))},
        ),
        ("ISBN: 978 3 16 148410 0", {"identifiers": (Identifier(Scheme.ISBN, "9783161484100"),)}),
        ("URL: https://example.org/a", {"links": (Link("https://example.org/a"),)}),
        (
            "links: [{url: https://example.org/a, label: Text}]",
            {"links": (Link("https://example.org/a", "Text"),)},
        ),
        ("keyword: a, b", {"keywords": (Keyword(Text("a"), "en"), Keyword(Text("b"), "en"))}),
        ("keyword: a, b; c", {"keywords": (Keyword(Text("a, b"), "en"), Keyword(Text("c"), "en"))}),
        ("keyword: {ru: а, kk: [ә]}", {"keywords": (Keyword(Text("а"), "ru"), Keyword(Text("ә"), "kk"))}),
        ("abstract: {en: A, ru: Б}", {"abstract": Multilingual.of({"en": "A", "ru": "Б"})}),
        ("title: Б\nlanguage: ru", {"title": Multilingual.of({"ru": "Б"}), "languages": ("ru",)}),
        ("language: [kk, ru]\ntitle: А", {"title": Multilingual.of({"kk": "А"}), "languages": ("kk", "ru")}),
        ("printed-title: T IN CAPITALS", {"printed_title": english("T IN CAPITALS")}),
        (
            "license: CC BY 4.0\naccess: open access",
            {"license": "CC-BY-4.0", "access": Access(AccessStatus.OPEN)},
        ),
        (
            "access: embargoed\nembargo: 2030-01-01",
            {"access": Access(AccessStatus.EMBARGOED, PartialDate(2030, 1, 1))},
        ),
        ("access: {status: open}", {"access": Access(AccessStatus.OPEN)}),
        ("file: 2021/a.pdf", {"files": (File("2021/a.pdf"),)}),
        ("project: gender, water,", {"projects": ("gender", "water")}),
        (
            "udc: 314.7\njel: [J61, J62]",
            {
                "classification": (
                    Classification("udc", "314.7"),
                    Classification("jel", "J61"),
                    Classification("jel", "J62"),
                )
            },
        ),
        ("aliases: [old]", {"aliases": ("old",)}),
        ("ids: older, old,", {"aliases": ("older", "old")}),
        (
            "accessed: 2022-01-02\nadded: 2022-02-03",
            {"visited": PartialDate(2022, 1, 2), "added": PartialDate(2022, 2, 3)},
        ),
        ("title-short: S", {"extra": (("shorttitle", Text("S")),)}),
        ("custom: {note: N}", {"extra": (("custom", Text("note: N")),)}),
        ("annote: for my eyes only", {"extra": (), "note": NO_TEXT}),
    ],
)
def test_variables_find_their_places_without_a_word(source: str, stated: dict[str, Any]) -> None:
    found, problems = loaded(source)
    assert ({name: getattr(found, name) for name in stated}, problems) == (stated, ())


class TestTypes:
    @pytest.mark.parametrize(
        ("written", "kind", "genre"),
        [
            ("thesis", RecordType.THESIS, ""),
            ("software", RecordType.SOFTWARE, ""),
            ("Map", RecordType.IMAGE, "map"),
            ("proceedings", RecordType.PROCEEDINGS, ""),
            ("article", RecordType.MISC, "preprint"),
        ],
    )
    def test_types_of_csl_and_of_biblatex(self, written: str, kind: RecordType, genre: str) -> None:
        found = record(f"type: {written}")
        assert (found.type, found.genre) == (kind, genre)

    def test_an_article_in_a_container_is_no_preprint(self) -> None:
        assert record("type: article\ncontainer-title: J").type is RecordType.ARTICLE

    @pytest.mark.parametrize("source", ["type: scroll", "type:"])
    def test_an_unknown_type_is_warned_about(self, source: str) -> None:
        assert (record(source).type, problem(source).code) == (RecordType.MISC, "unknown-type")

    def test_a_type_that_is_nearly_one_is_answered_with_it(self) -> None:
        assert "article-journal" in problem("type: artcle-journal").advice

    def test_a_field_that_is_nearly_one_is_answered_with_it(self) -> None:
        assert "abstract" in problem("abstrakt: Words.").advice

    def test_the_publisher_of_a_thesis_is_its_school(self) -> None:
        assert record("type: thesis\npublisher: University").institution == english("University")

    def test_a_kind_of_thesis_is_recognised(self) -> None:
        assert record("type: thesis\ngenre: PhD thesis").genre == "phdthesis"

    def test_the_number_of_an_article_is_its_own(self) -> None:
        found = record("type: article-journal\ncontainer-title: J\nnumber: e7")
        assert (found.article_number, found.number) == ("e7", "")


class TestNames:
    @pytest.mark.parametrize(
        ("written", "name"),
        [
            ("{family: Doe, given: Jane, suffix: Jr}", Name("Doe", "Jane", suffix="Jr")),
            ("{family: Berg, non-dropping-particle: van der}", Name("Berg", prefix="van der")),
            ("{family: A, dropping-particle: de, non-dropping-particle: la}", Name("A", prefix="de la")),
            ("{literal: World Bank}", Name(literal="World Bank")),
            ("Doe, Jane", Name("Doe", "Jane")),
            ("World Bank", Name(literal="World Bank")),
            ("{family: Yes, given: no}", Name("Yes", "no")),
        ],
    )
    def test_parts_and_strings(self, written: str, name: Name) -> None:
        [person] = record(f"author:\n- {written}").contributors
        assert person.name == name

    @pytest.mark.parametrize(
        ("variable", "role"),
        [
            ("translator", Role.TRANSLATOR),
            ("container-author", Role.CONTAINER_AUTHOR),
            ("advisor", Role.ADVISOR),
        ],
    )
    def test_variables_are_roles(self, variable: str, role: Role) -> None:
        assert record(f"{variable}: [{{family: Lee}}]").by_role(role) == (Contributor(Name("Lee"), role),)

    @pytest.mark.parametrize("others", ["{literal: others}", "et al."])
    def test_others_are_no_person(self, others: str) -> None:
        found = record(f"author: [{{family: Doe}}, {others}]")
        assert (found.contributors, found.others) == ((CONTRIBUTOR,), (Role.AUTHOR,))

    def test_what_is_known_of_a_person(self) -> None:
        [person] = record(
            "author: [{family: Doe, ORCID: 0000-0002-1825-0097, corresponding: true,"
            " affiliation: {name: {en: Institute}, ror: https://ror.org/02mhbdp94}}]"
        ).contributors
        assert person == Contributor(
            Name("Doe"),
            orcid="0000-0002-1825-0097",
            affiliations=(Affiliation(english("Institute"), "02mhbdp94"),),
            corresponding=True,
        )

    VARIANT = (Contributor(Name("Li", "V."), variants=(("ru", Name("Ли", "В.")),)),)

    def test_a_list_in_each_language(self) -> None:
        source = "author: {en: [{family: Li, given: V.}], ru: [{family: Ли, given: В.}]}"
        assert record(source).contributors == self.VARIANT

    def test_the_parts_in_each_language(self) -> None:
        source = "author: [{family: {en: Li, ru: Ли}, given: {en: V., ru: В.}}]"
        assert record(source).contributors == self.VARIANT

    def test_lists_of_unequal_length_are_warned_about(self) -> None:
        found = problem("author: {en: [{family: Li}, {family: Lee}], ru: [{family: Ли}]}")
        assert found.code == "names-differ"


class TestLanguages:
    def test_the_country_is_not_the_language(self) -> None:
        source = "title: {en: A, kz: Ә}"
        assert (record(source).title.languages, problem(source).code) == (("en", "kk"), "language-kz")

    def test_a_text_in_a_language_that_does_not_exist_is_kept(self) -> None:
        source = "title: {en: A, zz: B}"
        assert (record(source).title.languages, problem(source).code) == (("en", "und"), "invalid-language")

    def test_names_of_languages_are_understood(self) -> None:
        assert record("language: russian").languages == ("ru",)


class TestUnknownFields:
    def test_they_are_kept_and_warned_about(self) -> None:
        source = "colour: red"
        found = problem(source)
        assert (record(source).extra, found.code, found.subject, found.line) == (
            (("colour", Text("red")),),
            "unknown-field",
            "colour",
            7,
        )

    def test_a_suffix_is_answered_with_a_map(self) -> None:
        assert "title: {ru: …}" in problem("title_ru: Б").advice

    def test_a_text_said_twice_is_kept(self) -> None:
        assert record("event: A\nevent-title: B").extra == (("event-title", Text("B")),)


class TestDates:
    def test_a_month_that_no_calendar_has_leaves_the_year_and_is_warned_about(self) -> None:
        source = "issued: {date-parts: [[2021, 13]]}"
        assert (record(source).issued, problem(source).code) == (Issued(PartialDate(2021)), "invalid-date")

    def test_a_date_keeps_its_precision(self) -> None:
        assert record("issued: 2021-03").issued == Issued(PartialDate(2021, 3))
