"""What the fields of an entry mean: each example is an entry and the part of the record it states."""

import pytest

from catalogue.model import AccessStatus, MarkKind, Record, RecordType, Role, Scheme
from catalogue.sources.bibtex_fields import DATES, IDENTIFIERS, STANDARD, STRINGS, TEXTS, TYPE_ALIASES
from catalogue.sources.bibtex_record import to_data
from catalogue.sources.raw import Place, RawEntry, RawField, StringReference
from tests.library_records import records_and_problems


def entry(fields: str, kind: str = "article") -> Record:
    """The record of an entry with these fields, beside a title."""
    (record,), _ = records_and_problems(f"@{kind}{{key, title = {{T}}, {fields}}}")
    return record


def warned(fields: str, kind: str = "article") -> list[tuple[str, str]]:
    """Code and subject of each problem of an entry, what is missing in it aside."""
    _, problems = records_and_problems(f"@{kind}{{key, title = {{T}}, {fields}}}")
    return [(own.code, own.subject) for own in problems if not own.code.startswith("no-")]


def plain(fields: str, name: str, kind: str = "article") -> dict[str, str]:
    """A multilingual part of the record, as plain text by language."""
    return {tag: text.plain for tag, text in getattr(entry(fields, kind), name)}


@pytest.mark.parametrize("kind", [own.value for own in RecordType])
def test_every_type_of_biblatex_is_a_type_of_records(kind: str) -> None:
    assert entry("", kind).type == kind


@pytest.mark.parametrize(
    ("kind", "expected", "genre"),
    [
        ("conference", RecordType.INPROCEEDINGS, ""),
        ("electronic", RecordType.ONLINE, ""),
        ("www", RecordType.ONLINE, ""),
        ("phdthesis", RecordType.THESIS, "phdthesis"),
        ("mastersthesis", RecordType.THESIS, "mathesis"),
        ("techreport", RecordType.REPORT, "techreport"),
    ],
)
def test_aliases_of_types_state_a_genre(kind: str, expected: RecordType, genre: str) -> None:
    record = entry("", kind)

    assert (record.type, record.genre) == (expected, genre)


def test_a_type_field_says_more_than_the_alias() -> None:
    assert entry("type = {Habilitation}", "phdthesis").genre == "Habilitation"


def test_an_unknown_type_is_misc_and_kept() -> None:
    record = entry("", "podcast")

    assert (record.type, [(name, text.plain) for name, text in record.extra]) == (
        RecordType.MISC,
        [("entrytype", "podcast")],
    )


def test_an_unknown_type_is_warned_about() -> None:
    assert warned("", "podcast") == [("unknown-type", "podcast")]


@pytest.mark.parametrize("field", sorted({*TEXTS, *STRINGS, *DATES, *IDENTIFIERS, *STANDARD} - {"title"}))
def test_no_field_of_the_standards_is_called_unknown(field: str) -> None:
    assert ("unknown-field", field) not in warned(f"{field} = {{2021}}")


def test_a_standard_field_without_a_place_is_kept_silently() -> None:
    record = entry("titleaddon = {With a map}")

    assert [(name, text.plain) for name, text in record.extra] == [("titleaddon", "With a map")]


def test_an_unknown_field_is_kept() -> None:
    assert [(name, text.plain) for name, text in entry("colour = {red}").extra] == [("colour", "red")]


@pytest.mark.parametrize(
    ("kind", "field", "proposed"),
    [
        ("artcle", "", "Write @article."),
        ("misc", "titel", "`title`"),
        ("misc", "abstrakt", "`abstract`"),
        ("misc", "autor", "`author`"),
    ],
)
def test_what_is_nearly_a_known_name_is_answered_with_it(kind: str, field: str, proposed: str) -> None:
    stated = f"{field} = {{Words}}," if field else ""
    _, problems = records_and_problems(f"@{kind}{{key, title = {{T}}, {stated}}}")

    assert any(proposed in problem.advice for problem in problems)


def test_an_unknown_field_like_no_other_is_not_answered_with_one() -> None:
    _, problems = records_and_problems("@misc{key, title = {T}, colour = {red}}")

    assert [p.advice for p in problems if p.code == "unknown-field"] == [
        "It is kept, unread: correct its name, or leave it out."
    ]


def test_an_unknown_field_is_warned_about_where_it_stands() -> None:
    _, problems = records_and_problems("@misc{key,\n  title = {T},\n  colour = {red},\n}")

    assert [problem.place for problem in problems if problem.code == "unknown-field"] == ["test.bib:3:3"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("date = {2021-03-07}", "2021-03-07"),
        ("year = 2021", "2021"),
        ("year = {2021/}", "2021/"),
        ("year = {forthcoming}", "forthcoming"),
        ("year = 2021, month = jan", "2021-01"),
        ("year = 2021, month = {January}", "2021-01"),
        ("year = 2021, month = 1", "2021-01"),
        ("year = 2021, month = {1~May}", "2021-05-01"),
        ('year = 2021, month = may # "~7"', "2021-05-07"),
        ("year = 2021, month = {May 7}", "2021-05-07"),
        ("year = 2021, month = {мая}", "2021-05"),
        ("year = 2021, month = {June/July}", "2021-06/2021-07"),
        ("year = 2021, month = {September 13--15}", "2021-09-13/2021-09-15"),
        ("year = 2021, month = {Summer}", "2021-22"),
        ("year = 2021, month = mar, day = 5", "2021-03-05"),
        ("date = {2021}, month = mar", "2021-03"),
        ("year = {2019--2021}", "2019/2021"),
        ("year = {ca. 1900}", "1900~"),
        ("pubstate = {inpress}", "inpress"),
    ],
)
def test_dates(fields: str, expected: str) -> None:
    assert str(entry(fields).issued) == expected


@pytest.mark.parametrize("fields", ["", "date = {XXXX}", "year = {n.d.}", "year = {}"])
def test_no_date_is_no_date(fields: str) -> None:
    assert entry(fields).issued is None


def test_a_month_that_cannot_be_read_is_kept() -> None:
    record = entry("year = 2021, month = {Brumaire}")

    assert (str(record.issued), record.extra[0][1].plain) == ("2021", "Brumaire")


@pytest.mark.parametrize(
    "written", ["101-119", "101--119", "101–119", "101 -- 119", "pp. 101-119", "С. 101–119"]
)
def test_pages_have_an_en_dash(written: str) -> None:
    assert entry(f"pages = {{{written}}}").pages == "101–119"


@pytest.mark.parametrize(
    ("kind", "expected"), [("article", ("3", "")), ("techreport", ("", "3")), ("book", ("", "3"))]
)
def test_number_is_the_issue_of_a_journal_only(kind: str, expected: tuple[str, str]) -> None:
    record = entry("number = 3", kind)

    assert (record.issue, record.number) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("language = {english}", ("en",)),
        ("langid = {ngerman}", ("de",)),
        ("hyphenation = {russian}", ("ru",)),
        ("language = {en-US}, langid = {english}", ("en-US",)),
        ("language = {english and kazakh}, langid = {english}", ("en", "kk")),
        ("language = {en-us}", ("en-US",)),
        ("language = {kz}", ("kk",)),
        ("language = {казахский}", ("kk",)),
    ],
)
def test_languages(fields: str, expected: tuple[str, ...]) -> None:
    assert entry(fields).languages == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("a, b", ["a", "b"]),
        ("a; b, c", ["a", "b, c"]),
        ("{a; b}, c", ["a; b", "c"]),
        ("{a, b}, c", ["a, b", "c"]),
        ("{EU}, b", ["EU", "b"]),
    ],
)
def test_keywords_are_split(written: str, expected: list[str]) -> None:
    assert [keyword.text.plain for keyword in entry(f"keywords = {{{written}}}").keywords] == expected


def test_a_text_without_a_suffix_is_in_the_language_of_the_entry() -> None:
    assert plain("language = {russian}, title_en-US = {E}, title_kk = {K}", "title") == {
        "ru": "T",
        "en-US": "E",
        "kk": "K",
    }


def test_an_annotation_states_the_language_of_a_text() -> None:
    assert plain('language = {russian}, title+an:lang = {="en"}', "title") == {"en": "T"}


def test_kz_is_read_as_kk() -> None:
    assert plain("title_kz = {K}", "title")["kk"] == "K"


def test_kz_is_warned_about_with_the_form_to_write() -> None:
    _, problems = records_and_problems("@misc{key, title = {T}, title_kz = {K}}")

    assert [own.advice for own in problems if own.code == "language-kz"] == ["Write `title_kk`."]


def test_protected_capitals_are_marked() -> None:
    (record,), _ = records_and_problems("@misc{key, title = {On {EU} law}}")

    assert [mark.kind for mark in record.title.entries[0][1].marks] == [MarkKind.NOCASE]


def test_names_in_another_language_are_aligned_by_position() -> None:
    record = entry("author = {Берг, Анна and Ли, Ян}, author_en = {{} and Li, Jan}")

    assert [[name.family for _, name in person.variants] for person in record.contributors] == [[], ["Li"]]


def test_names_that_cannot_be_aligned_are_warned_about() -> None:
    assert ("name-count", "author_en") in warned("author = {Берг, Анна and Ли, Ян}, author_en = {Li, Jan}")


@pytest.mark.parametrize("quote", ['"', ""])
def test_orcid_annotations_stand_with_and_without_quotes(quote: str) -> None:
    iri = f"{quote}0000-0002-1825-0097{quote}"
    record = entry(f"author = {{Berg, Anna and Li, Jan}}, author+an:orcid = {{2={iri}}}")

    assert [person.orcid for person in record.contributors] == ["", "0000-0002-1825-0097"]


def test_what_is_said_of_a_list_of_one_is_said_of_that_name() -> None:
    record = entry("author = {Berg, Anna}, author+an:orcid = {0000-0002-1825-0097}")

    assert record.contributors[0].orcid == "0000-0002-1825-0097"


@pytest.mark.parametrize(
    "annotation",
    [
        'author+an:orcid = {3="0000-0002-1825-0097"}',
        "author+an:orcid = {0000-0002-1825-0097}",
        'editor+an:affiliation = {1="Steppe University"}',
    ],
)
def test_what_is_said_of_nobody_is_kept_and_warned_about(annotation: str) -> None:
    fields = f"author = {{Berg, Anna and Li, Jan}}, {annotation}"
    name = annotation.partition(" ")[0]

    assert [own for own, _ in entry(fields).extra] == [name]
    assert warned(fields) == [("annotation-position", name)]


@pytest.mark.parametrize("annotation", ["title+an = {=titlenote}", "author+an:font = {7=bold}"])
def test_an_annotation_of_another_kind_is_kept_silently(annotation: str) -> None:
    fields = f"author = {{Berg, Anna}}, {annotation}"

    assert ([own for own, _ in entry(fields).extra], warned(fields)) == ([annotation.partition(" ")[0]], [])


def test_a_default_annotation_may_mark_the_corresponding_author() -> None:
    record = entry("author = {Berg, Anna and Li, Jan}, author+an = {2=corresponding}")

    assert [person.corresponding for person in record.contributors] == [False, True]


def test_affiliations_are_multilingual_and_may_be_several() -> None:
    record = entry(
        'author = {Berg, Anna}, author+an:affiliation = {1="A | B"}, author+an:affiliation_ru = {1="А | Б"}'
    )

    assert [
        [text.plain for _, text in affiliation.name] for affiliation in record.contributors[0].affiliations
    ] == [["A", "А"], ["B", "Б"]]


def test_what_an_editor_did_is_the_role() -> None:
    record = entry("editor = {Berg, Anna}, editortype = {compiler}", "book")

    assert [person.role for person in record.contributors] == [Role.COMPILER]


def test_an_editor_who_did_something_unheard_of_took_part() -> None:
    record = entry("editora = {Berg, Anna}, editoratype = {illustrator}", "book")

    assert [person.role for person in record.contributors] == [Role.COLLABORATOR]


def test_and_others_is_kept_by_role() -> None:
    assert entry("author = {Berg, Anna and others}").others == (Role.AUTHOR,)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("eprint = {2101.00001}, eprinttype = {arxiv}", (Scheme.ARXIV, "2101.00001")),
        ("eprint = {2101.00001}, archiveprefix = {arXiv}", (Scheme.ARXIV, "2101.00001")),
        ("eprint = {23193287}, eprinttype = {pubmed}", (Scheme.PMID, "23193287")),
        ("eid = {2-s2.0-85012345678}", (Scheme.EID, "2-s2.0-85012345678")),
        ("doi = {https://doi.org/10.1000/A\\_B}", (Scheme.DOI, "10.1000/a_b")),
    ],
)
def test_identifiers(fields: str, expected: tuple[Scheme, str]) -> None:
    (found,) = entry(fields).identifiers

    assert (found.scheme, found.value) == expected


def test_several_isbns_stand_in_one_field() -> None:
    record = entry("isbn = {978-3-16-148410-0, 0 306 40615 2}", "book")

    assert [own.value for own in record.identifiers] == ["9783161484100", "0306406152"]


@pytest.mark.parametrize("separator", ["; ", ", "])
def test_several_codes_stand_in_one_field(separator: str) -> None:
    record = entry(f"jel = {{J61{separator}F22}}")

    assert [own.code for own in record.classification] == ["J61", "F22"]


@pytest.mark.parametrize(
    ("field", "code"),
    [("udc = {УДК 314.7}", "314.7"), ("jel = {JEL: J61}", "J61"), ("mrnti = {ҒТАМР 04.21.51}", "04.21.51")],
)
def test_a_code_may_be_written_as_journals_print_it(field: str, code: str) -> None:
    assert [own.code for own in entry(field).classification] == [code]


def test_publishers_joined_by_and_are_one_text() -> None:
    assert plain("publisher = {Bridge House and {Simon and Schuster}}", "publisher") == {
        "und": "Bridge House; Simon and Schuster"
    }


def test_an_embargo_that_cannot_be_read_is_named_by_its_own_field() -> None:
    assert ("invalid-date", "embargo") in warned("access = {embargoed}, embargo = {soon}")


def test_an_embargo_alone_makes_the_access() -> None:
    access = entry("embargo = {2031-01-01}").access

    assert access is not None
    assert (access.status, str(access.until)) == (AccessStatus.EMBARGOED, "2031-01-01")


@pytest.mark.parametrize(
    "path", ["/home/a/b.pdf", "C:\\a\\b.pdf", "file:///home/a/b.pdf", "~/b.pdf", "\\\\server\\b.pdf"]
)
def test_paths_on_a_computer_are_dropped(path: str) -> None:
    assert entry(f"file = {{{path}}}").files == ()


def test_an_address_in_file_is_a_link() -> None:
    assert [link.url for link in entry("file = {https://example.org/a.pdf}").links] == [
        "https://example.org/a.pdf"
    ]


def test_of_two_fields_for_one_thing_the_fitting_one_counts() -> None:
    container = entry("journal = {J}, booktitle = {B}", "inproceedings").container

    assert container is not None
    assert container.title.entries[0][1].plain == "B"


def test_an_unresolved_value_is_refused() -> None:
    field = RawField("title", (StringReference("jan"),), Place(1, 1))

    with pytest.raises(TypeError, match="not resolved"):
        to_data(RawEntry("bibtex", "misc", "key", (field,), "test.bib", Place(1, 1)))


def test_places_tell_the_field_as_written() -> None:
    field = RawField("udk", "314.7", Place(2, 3))
    draft = to_data(RawEntry("bibtex", "misc", "key", (field,), "test.bib", Place(1, 1)))

    assert draft.places["classification.0"] == ("udk", Place(2, 3))


def test_aliases_of_types_are_no_types_themselves() -> None:
    assert [alias for alias in TYPE_ALIASES if alias in {own.value for own in RecordType}] == []
