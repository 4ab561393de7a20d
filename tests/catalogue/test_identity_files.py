"""Files of people and venues, and what is told of their faults."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from catalogue import identity_files
from catalogue.model import Multilingual, Person, Problem, Severity
from catalogue.people import People
from catalogue.stated_files import StatedFile, read
from catalogue.venues import Venue, Venues

Gathered = Callable[[list[StatedFile]], tuple[People | Venues, tuple[Problem, ...]]]

ORCID = "0000-0002-1825-0097"


def people(**texts: str) -> tuple[People, tuple[Problem, ...]]:
    """The people of files by their names, an underscore for each hyphen."""
    files = (read(f"people/{name.replace('_', '-')}.yaml", text.encode()) for name, text in texts.items())
    return identity_files.people(files)


def venues(**texts: str) -> tuple[Venues, tuple[Problem, ...]]:
    return identity_files.venues(read(f"venues/{name}.yaml", text.encode()) for name, text in texts.items())


def told(problems: tuple[Problem, ...]) -> list[tuple[str, str, Severity, bool]]:
    return [(own.place, own.code, own.severity, bool(own.advice)) for own in problems]


def test_a_person_is_what_the_file_says() -> None:
    found, problems = people(
        zhandosov_sholpanbai=f"""
name:
  en: [Zhandosov, "Zhandosov,  Sholpanbai"]
  kk: {{family: Жандосов, given: Шолпанбай Ерланұлы}}
variants: [Sholpanbai Zhandosov, "Zhandossov, Sh."]
orcid: https://orcid.org/{ORCID}
scopus: 7004212771
researcherid: a-1009-2008
affiliation: {{en: Institute of Deltas, kk: Атырау институты}}
url: https://deltas.example.org/zhandosov
aliases: [zhandosov]
note: for whoever reads the file
"""
    )
    assert problems == ()
    assert found.entries == (
        Person(
            "zhandosov-sholpanbai",
            {"en": ("Zhandosov", "Zhandosov, Sholpanbai"), "kk": ("Жандосов, Шолпанбай Ерланұлы",)},
            ("Sholpanbai Zhandosov", "Zhandossov, Sh."),
            orcid=ORCID,
            scopus="7004212771",
            researcher_id="A-1009-2008",
            affiliation=Multilingual.of({"en": "Institute of Deltas", "kk": "Атырау институты"}),
            url="https://deltas.example.org/zhandosov",
            aliases=("zhandosov",),
        ),
    )


@pytest.mark.parametrize(
    ("kind", "gathered"), [("people", identity_files.people), ("venues", identity_files.venues)]
)
def test_the_documentation_shows_every_field_and_is_right(kind: str, gathered: Gathered) -> None:
    documentation = (Path(__file__).parents[2] / "data" / "README.md").read_text(encoding="utf-8")
    example = re.search(rf"```yaml\n# ({kind}/\S+)\n(.+?)```", documentation, re.DOTALL)
    assert example
    register, (problem,) = gathered([read(example[1], f"{example[2]}unheard: of".encode())])
    assert (len(register.entries), problem.code) == (1, "unknown-field")
    known = problem.advice.removeprefix("Write one of ").removesuffix(", or take it out.").split(", ")
    assert set(known) == set(re.findall(r"^(\w+):", example[2], re.MULTILINE)) - {"note"}


def test_a_venue_is_what_the_file_says() -> None:
    found, problems = venues(
        deltas="""
name: {en: "Journal of Deltas, Series A", ru: Журнал дельт}
variants: J. Deltas
issn: [1234-5679, "20493630"]
publisher: Delta Press
"""
    )
    assert problems == ()
    assert found.entries == (
        Venue(
            "deltas",
            {"en": ("Journal of Deltas, Series A",), "ru": ("Журнал дельт",)},
            ("J. Deltas",),
            ("1234-5679", "2049-3630"),
            publisher=Multilingual.of("Delta Press"),
        ),
    )


@pytest.mark.parametrize(
    ("name", "tag", "forms"),
    [
        ("Mason,Ada", "und", ("Mason, Ada",)),
        ("[Mason, 'Mason, Ada']", "und", ("Mason", "Mason, Ada")),
        (
            "{family: Goethe, given: Johann Wolfgang, non-dropping-particle: von}",
            "und",
            ("von Goethe, Johann Wolfgang",),
        ),
        ("{literal: Bourbaki Circle}", "und", ("Bourbaki Circle",)),
        ("{kk: 'Бiлiмов, Асан'}", "kk", ("Білімов, Асан",)),  # with a Latin i
    ],
)
def test_a_name_is_written_in_one_text_or_in_parts(name: str, tag: str, forms: tuple[str, ...]) -> None:
    found, problems = people(mason=f"name: {name}")
    assert (dict(found.entries[0].names), problems) == ({tag: forms}, ())


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ("", "people/mason.yaml", "file-shape"),
        ("- name: Mason", "people/mason.yaml:1:1", "file-shape"),
        ("url: https://a.example.org", "people/mason.yaml:1:1", "no-name"),
        ("variants: Mason", "people/mason.yaml:1:1", "no-name"),
        ("url: https://a.example.org\nname: {}", "people/mason.yaml:2:1", "no-name"),
    ],
)
def test_a_file_that_names_nobody_is_left_out(text: str, place: str, code: str) -> None:
    found, problems = people(mason=text)
    assert found.entries == ()
    assert told(problems) == [(place, code, Severity.ERROR, True)]


@pytest.mark.parametrize(
    "name", ["Mason", "mason.ada", "mason_ada", "мейсон", "0000-0002-1825-0097", "1234-567x", "-", "a--b"]
)
def test_a_name_of_a_file_that_can_be_no_address_is_told(name: str) -> None:
    found, problems = identity_files.people([read(f"people/{name}.yaml", b"name: Mason")])
    assert found.entries == ()
    assert told(problems) == [(f"people/{name}.yaml:1:1", "file-name", Severity.ERROR, True)]


def test_of_two_files_of_one_name_the_first_counts() -> None:
    files = [read(path, b"name: Mason") for path in ("people/a/mason.yaml", "people/mason.yml")]
    found, problems = identity_files.people(files)
    assert len(found.entries) == 1
    assert told(problems) == [("people/mason.yml:1:1", "repeated-file", Severity.ERROR, True)]
    assert "people/a/mason.yaml" in problems[0].message


@pytest.mark.parametrize(
    ("line", "column", "code"),
    [
        ("orcid: 0000-0002-1825-0098", 1, "invalid-orcid"),
        ("orcid: {id: 0000-0002-1825-0097}", 1, "invalid-orcid"),
        ("scopus: Mason", 1, "invalid-scopus"),
        ("researcherid: 12-1009", 1, "invalid-researcherid"),
        ("scopus: [7004212771, 7004212772]", 1, "too-many"),
        ("url: javascript:alert(1)", 1, "invalid-url"),
        ("affiliation: {kz: Мектеп}", 15, "invalid-language"),
        ("affiliation: [School]", 1, "no-text"),
        ("variants: ['Bell, Ada', '?']", 25, "no-name"),
        ("aliases: Ada", 1, "alias-name"),
        ("aliases: [old, ada]", 16, "taken-alias"),
        ("email: ada@example.org", 1, "unknown-field"),
        ("name: {en: 'Mason, Ada', kz: 'Мейсон, Ада'}", 26, "invalid-language"),
        ("name: {en: ['Mason, Ada', [Bell]]}", 27, "no-name"),
        ("name: {en: ['Mason, Ada', Ada Bell]}", 27, "name-order"),
        ("name: {en: ['Mason, Ada', Bell]}", 27, "name-order"),
    ],
)
def test_a_value_that_cannot_be_used_costs_itself(line: str, column: int, code: str) -> None:
    own = line if line.startswith("name") else f"name: {{en: 'Mason, Ada'}}\n{line}"
    found, problems = people(ada=own)
    assert found.entries[0].names["en"][0] == "Mason, Ada"
    number = own.count("\n") + 1
    assert told(problems) == [(f"people/ada.yaml:{number}:{column}", code, Severity.WARNING, True)]


@pytest.mark.parametrize(
    ("variants", "places"),
    [
        ("[Mason, Ada]", ["2:12", "2:19"]),
        ("['Mason, Ada', Mason]", ["2:26"]),
        ("['Mason, A.', A. Mason, A.Mason, 马爱达]", []),
    ],
)
def test_a_form_without_a_given_name_is_told(variants: str, places: list[str]) -> None:
    _, problems = people(ada=f"name: 'Mason-Bell, Ada'\nvariants: {variants}")
    assert [(own.place, own.code) for own in problems] == [
        (f"people/ada.yaml:{place}", "lone-word") for place in places
    ]


def test_who_is_known_by_one_word_may_have_others() -> None:
    assert people(abai="name: Abai\nvariants: [Abay, Абай]")[1] == ()


def test_a_mistyped_issn_costs_itself() -> None:
    found, problems = venues(deltas="name: Deltas\nissn: [1234-5678, 2049-3630]")
    assert found.entries[0].issns == ("2049-3630",)
    assert told(problems) == [("venues/deltas.yaml:2:8", "invalid-issn", Severity.WARNING, True)]


def test_an_orcid_of_two_stays_with_the_first() -> None:
    found, problems = people(ada=f"name: Mason\norcid: {ORCID}", eva=f"name: Bell\norcid: {ORCID}")
    assert [own.orcid for own in found.entries] == [ORCID, ""]
    assert told(problems) == [("people/eva.yaml:2:1", "claimed-twice", Severity.WARNING, True)]


def test_a_name_of_two_is_told_and_tells_neither() -> None:
    found, problems = people(
        ada="name: ['Mason, Ada', 'Mason, A.']", alma="name: ['Mason, Alma', 'mason, a']"
    )
    assert told(problems) == [("people/alma.yaml:1:23", "name-of-two", Severity.WARNING, True)]
    assert [found.current_key(key) for key in ("mason, a.", "mason, alma")] == ["mason, a.", "@alma"]


def test_an_alias_is_no_name_of_another_file_and_of_one_alone() -> None:
    found, problems = people(
        ada="name: Mason\naliases: [bell, eva]", alma="name: Mays\naliases: [bell]", eva="name: Eves"
    )
    assert [own.aliases for own in found.entries] == [("bell",), (), ()]
    assert told(problems) == [
        ("people/ada.yaml:2:17", "taken-alias", Severity.WARNING, True),
        ("people/alma.yaml:2:11", "taken-alias", Severity.WARNING, True),
    ]
