"""What validation keeps, drops and says. `draft` and `raw` stand for a field at line 5 of an entry."""

from typing import Any

import pytest
from hypothesis import given, settings

from catalogue.model import (
    Access,
    AccessStatus,
    Container,
    Contributor,
    File,
    Issued,
    Link,
    Multilingual,
    Name,
    PartialDate,
    Problem,
    Record,
    RecordType,
    Severity,
    Text,
)
from catalogue.schema import dump, load
from catalogue.sources.raw import Draft, Place, RawEntry
from tests.strategies import records

RAW = RawEntry("bibtex", "book", "a2021", (), "a.bib", Place(3, 1))
COMPLETE = {
    "key": "a2021",
    "type": "book",
    "title": Multilingual.of({"en": "Rivers"}),
    "issued": "2021",
    "contributors": [{"name": Name("Ivanova", "A."), "role": "author"}],
}
TRANSLATED = Multilingual.of({"und": "Rivers", "ru": "Реки"})


def loaded(**stated: object) -> tuple[Record | None, tuple[Problem, ...]]:
    """A complete book with something more stated, each in the field `f` of line 5."""
    places = {name: ("f", Place(5, 2)) for name in stated}
    return load(Draft(COMPLETE | stated, places), RAW)


def record(**stated: object) -> Record:
    found, _ = loaded(**stated)
    assert found is not None
    return found


def problem(**stated: object) -> Problem:
    [found] = loaded(**stated)[1]
    return found


@given(records())
def test_loading_is_the_inverse_of_dumping(own: Record) -> None:
    assert load(Draft(dump(own)), RAW)[0] == own


@settings(max_examples=25)
@given(records())
def test_a_dump_holds_only_plain_data(own: Record) -> None:
    def is_plain(value: object) -> bool:
        if isinstance(value, dict):
            return all(is_plain(item) for item in value.values())
        if isinstance(value, list):
            return all(is_plain(item) for item in value)
        return type(value) in (str, int, bool)

    assert is_plain(dump(own))


def test_a_complete_entry_has_no_problems() -> None:
    assert loaded()[1] == ()


def test_a_record_knows_where_it_stands() -> None:
    assert record().origin == RAW.origin


class TestWhatKeepsAnEntryOut:
    @pytest.mark.parametrize("name", ["title", "key"])
    def test_only_a_missing_title_or_key(self, name: str) -> None:
        data = {own: value for own, value in COMPLETE.items() if own != name}
        found, problems = load(Draft(data), RAW)
        assert (found, problems[0].severity, problems[0].code) == (None, Severity.ERROR, f"missing-{name}")

    def test_an_empty_title_is_missing(self) -> None:
        assert loaded(title=Multilingual())[0] is None

    def test_a_key_of_spaces_is_missing(self) -> None:
        assert loaded(key=" ")[0] is None


class TestWhatIsMissing:
    """Each costs something, and the warning says what."""

    @staticmethod
    def lacking(name: str, **changes: object) -> Problem:
        data = {own: value for own, value in (COMPLETE | changes).items() if own != name}
        [found] = load(Draft(data), RAW)[1]
        return found

    def test_an_author(self) -> None:
        found = self.lacking("contributors")
        assert (found.code, found.severity) == ("no-author", Severity.WARNING)
        assert "Google Scholar" in found.message

    def test_a_date(self) -> None:
        found = self.lacking("issued")
        assert (found.code, "undated" in found.message) == ("no-date", True)

    @pytest.mark.parametrize("written", ["20226", "2026 г.", "07.03.2026"])
    def test_a_date_that_has_a_number_and_cannot_be_read(self, written: str) -> None:
        found = problem(issued=written)
        assert (found.code, written in found.message) == ("unread-date", True)

    def test_no_date_where_words_say_so(self) -> None:
        assert loaded(issued="forthcoming")[1] == ()

    @pytest.mark.parametrize("title", ["GENDER AND THE EU", "ГЕНДЕР ЖӘНЕ КӨШІ-ҚОН САЯСАТЫ"])
    def test_a_title_that_styles_can_print_in_their_case(self, title: str) -> None:
        assert problem(title=Multilingual.of({"ru": "Реки", "en": title})).code == "title-in-capitals"

    def test_abbreviations_are_no_title_in_capitals(self) -> None:
        assert loaded(title=Multilingual.of("UNESCO, UNICEF"))[1] == ()

    @pytest.mark.parametrize("kind", ["article", "incollection", "inproceedings", "inbook"])
    def test_a_container_where_the_type_needs_one(self, kind: str) -> None:
        assert problem(type=kind).code == "no-container"

    def test_no_container_where_the_type_needs_none(self) -> None:
        assert loaded(type="thesis")[1] == ()

    def test_the_author_of_what_has_none(self) -> None:
        data = {own: value for own, value in COMPLETE.items() if own != "contributors"}
        assert load(Draft(data | {"type": "legislation"}), RAW)[1] == ()

    def test_the_language_of_a_title_that_is_translated(self) -> None:
        found = problem(title=TRANSLATED)
        assert (found.code, "langid" in found.advice) == ("no-language", True)

    @pytest.mark.parametrize(
        "stated",
        [
            {"title": TRANSLATED, "languages": ["en"]},
            {"title": Multilingual.of("Rivers")},
            {"title": Multilingual.of({"en": "Rivers", "ru": "Реки"})},
        ],
    )
    def test_no_language_where_it_is_stated_or_nothing_is_translated(self, stated: dict[str, object]) -> None:
        assert loaded(**stated)[1] == ()

    def test_a_language_that_cannot_be_read_is_told_once(self) -> None:
        assert problem(title=TRANSLATED, languages=["englsh"]).code == "invalid-language"

    def test_the_end_of_an_embargo(self) -> None:
        assert problem(access={"status": "embargoed"}).code == "no-embargo-end"

    def test_the_advice_is_in_the_syntax_of_the_file(self) -> None:
        data = {own: value for own, value in COMPLETE.items() if own != "issued"}
        raw = RawEntry("csl", "book", "a2021", (), "a.yaml", Place(3, 1))
        assert "issued: 2021-03" in load(Draft(data), raw)[1][0].advice


INVALID: list[tuple[str, Any, str, str]] = [
    ("issued", "2023/2021", "invalid-date", "2023/2021"),
    ("visited", "yesterday", "invalid-date", "yesterday"),
    (
        "identifiers",
        [{"scheme": "isbn", "value": "978-3-16-148410-1"}],
        "invalid-identifier",
        "978-3-16-148410-1",
    ),
    ("languages", ["Klingonese"], "invalid-language", "Klingonese"),
    ("license", "all mine", "invalid-license", "all mine"),
    ("access", {"status": "maybe"}, "invalid-access", "maybe"),
    ("access", {"status": "embargoed", "until": "soon"}, "invalid-date", "soon"),
    ("links", [{"url": "javascript:alert(1)"}], "invalid-url", "javascript:alert(1)"),
    ("links", [{"url": "https://a b"}], "invalid-url", "https://a b"),
    ("projects", ["a/b"], "invalid-project", "a/b"),
    ("classification", [{"scheme": "jel", "code": "migration"}], "invalid-classification", "migration"),
    ("classification", [{"scheme": "mrnti", "code": "4.2"}], "invalid-classification", "4.2"),
]


class TestWhatIsInvalid:
    @pytest.mark.parametrize(
        ("written", "meant"),
        [("englsh", "english"), ("russain", "russian"), ("kazak", "kazakh"), ("deutsch", "de"), ("ua", "uk")],
    )
    def test_the_nearest_language_is_proposed(self, written: str, meant: str) -> None:
        assert f"`{meant}`" in problem(languages=[written]).advice

    @pytest.mark.parametrize(("name", "value", "code", "written"), INVALID)
    def test_it_is_warned_about_at_its_field(self, name: str, value: object, code: str, written: str) -> None:
        found = loaded(**{name: value})[1][0]
        assert (found.code, found.severity, found.line, found.column) == (code, Severity.WARNING, 5, 2)

    @pytest.mark.parametrize(("name", "value", "code", "written"), INVALID)
    def test_it_is_kept_under_the_name_of_its_field(
        self, name: str, value: object, code: str, written: str
    ) -> None:
        assert record(**{name: value}).extra == (("f", Text(written)),)

    @pytest.mark.parametrize(("name", "value", "code", "written"), INVALID)
    def test_it_comes_with_advice(self, name: str, value: object, code: str, written: str) -> None:
        assert loaded(**{name: value})[1][0].advice

    @pytest.mark.parametrize("written", ["2026-13", "2026-13-07", "2026-02-30"])
    def test_a_day_that_no_calendar_has_leaves_the_year(self, written: str) -> None:
        assert record(issued=written).issued == Issued(PartialDate(2026))
        assert (problem(issued=written).code, "2026" in problem(issued=written).message) == (
            "invalid-date",
            True,
        )

    def test_its_neighbours_stay(self) -> None:
        dois = [{"scheme": "doi", "value": "10.1000/1"}, {"scheme": "doi", "value": "wrong"}]
        assert [own.value for own in record(identifiers=dois).identifiers] == ["10.1000/1"]

    def test_a_person_stays_without_a_wrong_orcid_id(self) -> None:
        person = {"name": Name("Ivanova"), "role": "author", "orcid": "0000-0002-1825-0098"}
        assert record(contributors=[person]).contributors == (Contributor(Name("Ivanova")),)

    def test_an_affiliation_stays_without_a_wrong_ror_id(self) -> None:
        place = {"name": Multilingual.of({"en": "Institute"}), "ror": "wrong"}
        [person] = record(
            contributors=[{"name": Name("A"), "role": "author", "affiliations": [place]}]
        ).contributors
        assert [(own.name.languages, own.ror) for own in person.affiliations] == [(("en",), "")]

    def test_the_place_is_that_of_the_nearest_part_known(self) -> None:
        data = COMPLETE | {"contributors": [{"name": Name("A"), "role": "author", "orcid": "wrong"}]}
        places = {
            "contributors": ("author", Place(4, 3)),
            "contributors.0.orcid": ("author+an:orcid", Place(9, 3)),
        }
        [found] = load(Draft(data, places), RAW)[1]
        assert (found.line, found.subject) == (9, "author+an:orcid")

    def test_an_impossible_date_is_not_called_missing_as_well(self) -> None:
        assert [own.code for own in loaded(issued="2021-13")[1]] == ["invalid-date"]

    def test_problems_of_the_draft_are_told_too(self) -> None:
        known = RAW.problem(Severity.WARNING, "unknown-field", "m")
        assert load(Draft(COMPLETE, {}, (known,)), RAW)[1] == (known,)


class TestLanguages:
    @pytest.mark.parametrize(
        ("written", "tag"), [("RU", "ru"), ("kaz", "kk"), ("en_us", "en-US"), ("sr-cyrl", "sr-Cyrl")]
    )
    def test_tags_are_put_into_canonical_form(self, written: str, tag: str) -> None:
        assert record(languages=[written]).languages == (tag,)

    @pytest.mark.parametrize(
        ("written", "meant"), [("kz", "kk"), ("Kazakh", "kk"), ("русский", "ru"), ("ua", "uk")]
    )
    def test_the_advice_names_the_tag_that_was_meant(self, written: str, meant: str) -> None:
        assert meant in problem(languages=[written]).advice.split()[-1]


class TestLicences:
    @pytest.mark.parametrize(
        ("written", "spdx"),
        [
            ("cc-by-4.0", "CC-BY-4.0"),
            ("CC BY-NC-ND 4.0", "CC-BY-NC-ND-4.0"),
            ("https://creativecommons.org/licenses/by-sa/3.0/deed.ru", "CC-BY-SA-3.0"),
            ("http://creativecommons.org/publicdomain/zero/1.0/", "CC0-1.0"),
            ("Creative Commons Attribution 4.0 International", "CC-BY-4.0"),
            (
                "Creative Commons Attribution-NonCommercial-ShareAlike 4.0 International (CC BY-NC-SA 4.0)",
                "CC-BY-NC-SA-4.0",
            ),
            ("LicenseRef-House", "LicenseRef-House"),
            ("mit OR apache-2.0", "MIT OR Apache-2.0"),
        ],
    )
    def test_usual_names_become_spdx(self, written: str, spdx: str) -> None:
        assert record(license=written).license == spdx

    def test_a_version_is_not_guessed(self) -> None:
        assert record(license="CC BY").license == ""


class TestAccess:
    @pytest.mark.parametrize(
        ("written", "status"),
        [
            ("open", AccessStatus.OPEN),
            ("Open Access", AccessStatus.OPEN),
            ("http://purl.org/coar/access_right/c_f1cf", AccessStatus.EMBARGOED),
            ("info:eu-repo/semantics/restrictedAccess", AccessStatus.RESTRICTED),
            ("metadata only access", AccessStatus.METADATA_ONLY),
        ],
    )
    def test_terms_in_circulation(self, written: str, status: AccessStatus) -> None:
        assert record(access={"status": written, "until": "2030"}).access == Access(status, PartialDate(2030))

    def test_a_day_alone_is_the_end_of_an_embargo(self) -> None:
        assert record(access={"until": "2030-01-01"}).access == Access(
            AccessStatus.EMBARGOED, PartialDate(2030, 1, 1)
        )


class TestFilesAndLinks:
    @pytest.mark.parametrize("path", ["2021/a.pdf", "./2021/a.pdf", "files/2021/a.pdf"])
    def test_a_path_is_relative_to_the_folder_of_files(self, path: str) -> None:
        assert record(files=[{"path": path}]).files == (File("2021/a.pdf"),)

    @pytest.mark.parametrize(
        "path",
        ["/home/anna/a.pdf", "../secret.pdf", "a/../../b", "C:/a.pdf", "C:\\a.pdf", "file:///a", "a//b", ""],
    )
    def test_a_path_that_leads_elsewhere_is_private(self, path: str) -> None:
        found, problems = loaded(files=[{"path": path}])
        assert found is not None
        assert (found.files, found.extra, problems[0].code) == ((), (), "invalid-file")
        assert not path or path not in problems[0].message

    @pytest.mark.parametrize("url", ["https://example.org/a?b=c", "http://пример.рф/", "ftp://example.org/x"])
    def test_addresses_that_are_safe_to_link_to(self, url: str) -> None:
        assert record(links=[{"url": url}]).links == (Link(url),)

    def test_a_forgotten_scheme_is_offered(self) -> None:
        assert "https://www.example.org/a" in problem(links=[{"url": "www.example.org/a"}]).advice


def test_an_item_said_twice_is_said_once() -> None:
    assert record(projects=["a", "b", "a"]).projects == ("a", "b")


def test_two_authors_may_have_one_name() -> None:
    twins = [{"name": Name("Wang", "W."), "role": "author"}] * 2
    assert len(record(contributors=twins).contributors) == 2


def test_parts_become_values_of_the_model() -> None:
    container = {"title": Multilingual.of({"en": "Journal"})}
    found = record(container=container, issued="2021-03/2021-05~")
    assert (found.container, found.issued, found.type) == (
        Container(Multilingual.of({"en": "Journal"})),
        Issued(PartialDate(2021, 3), PartialDate(2021, 5), circa=True),
        RecordType.BOOK,
    )
