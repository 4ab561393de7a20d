"""Projects, news, pages and removals, from their files."""

from pathlib import Path

import pytest

from catalogue.content import Content, read_content
from catalogue.markdown import render
from catalogue.model import NO_TEXT, PartialDate, Severity
from catalogue.scan import scan


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def content(folder: Path, **files: str) -> Content:
    """The content of a folder; `news__a_ru_md` is the file news/a.ru.md."""
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return read_content(scan(folder))


PROJECT = """
title: {en: Borders, kk: Шекаралар}
number: 010
period: {start: 2022-11-01, end: 2025-10}
members: [{name: A. Person, role: {en: coordinator, kk: үйлестіруші}}, B. Person]
aims: [{en: To see walls, ru: Видеть стены}, To pass gates]
outputs: {kk: Кітап}
"""


def test_a_project_states_what_its_file_states(folder: Path) -> None:
    project = content(folder, projects__borders_yaml=PROJECT).projects["borders"]
    assert (project.number, str(project.start), str(project.end)) == ("010", "2022-11-01", "2025-10")
    assert project.title.languages == ("en", "kk")
    assert [(member.name, member.role.languages) for member in project.members] == [
        ("A. Person", ("en", "kk")),
        ("B. Person", ()),
    ]
    assert [text.languages for text in (*project.aims, *project.outputs)] == [("en", "ru"), ("en",), ("kk",)]
    assert (project.call, project.agency) == ("", NO_TEXT)


def test_a_member_who_has_no_file_is_told_and_stays(folder: Path) -> None:
    members = "members: [{name: A. Person, person: ada}, {name: B. Person, person: ben}]"
    found = content(folder, people__ada_yaml="name: Person", projects__a_yaml=f"title: T\n{members}")
    assert [member.person for member in found.projects["a"].members] == ["ada", "ben"]
    assert [(p.path, p.code, "'ben'" in p.message) for p in found.problems] == [
        ("projects/a.yaml", "unknown-person", True)
    ]


@pytest.mark.parametrize("emblem", ["eu", "funders/deltas.svg"])
def test_an_emblem_comes_along_or_is_an_image(folder: Path, emblem: str) -> None:
    (folder / "files" / "funders").mkdir(parents=True)
    (folder / "files" / "funders" / "deltas.svg").write_text("<svg/>")
    found = content(folder, projects__borders_yaml=f"{PROJECT}emblem: {emblem}")
    assert (found.problems, found.projects["borders"].emblem) == ((), emblem)


@pytest.mark.parametrize("emblem", ["un", "deltas.svg", "plan.pdf", "../deltas.svg"])
def test_an_emblem_that_cannot_be_shown_is_told_and_costs_nothing_else(folder: Path, emblem: str) -> None:
    found = content(folder, files__plan_pdf="%PDF", projects__borders_yaml=f"{PROJECT}emblem: {emblem}")
    (problem,) = found.problems
    assert (problem.path, problem.severity) == ("projects/borders.yaml", Severity.WARNING)
    assert emblem in problem.message
    assert ".svg" in problem.advice
    assert found.projects["borders"].number == "010"


@pytest.mark.parametrize(
    ("doubtful", "code"),
    [
        ("period: {start: 2028, end: 2026}", "reversed-period"),
        ("period: {start: 2026-03, end: 2026-02}", "reversed-period"),
        ("url: javascript:alert(1)", "invalid-url"),
        ("url: deltas.example.org", "invalid-url"),
    ],
)
def test_what_cannot_be_so_in_a_project_is_told_and_costs_nothing(
    folder: Path, doubtful: str, code: str
) -> None:
    found = content(folder, projects__borders_yaml=f"title: Borders\n{doubtful}")
    (problem,) = found.problems
    assert (problem.path, problem.severity, problem.code) == (
        "projects/borders.yaml",
        Severity.WARNING,
        code,
    )
    assert "borders" in found.projects


def test_an_unknown_field_is_told_where_it_stands_with_the_one_that_is_like_it(folder: Path) -> None:
    texts = {
        "projects__a_yaml": "title: T\nacronim: X",
        "pages__b_md": "---\ntitle: T\nsumary: S\n---\n",
    }
    found = content(folder, **texts).problems
    assert {(own.place, own.advice) for own in found} == {
        ("projects/a.yaml:2:1", "Write `acronym`, or take it out."),
        ("pages/b.md:3:1", "Write `summary`, or take it out."),
    }


@pytest.mark.parametrize("path", ["projects/my rivers.yaml", "pages/my course.md", "news/first day.ru.md"])
def test_a_space_in_what_becomes_an_address_is_told(folder: Path, path: str) -> None:
    target = folder / path
    target.parent.mkdir(parents=True)
    target.write_text("title: T\n" if path.endswith("yaml") else "---\ntitle: T\n---\n")
    (problem,) = read_content(scan(folder)).problems
    assert (problem.path, problem.code, "-" in problem.advice) == (path, "file-name", True)


@pytest.mark.parametrize("sound", ["period: {start: 2026-03, end: 2026}", "url: https://deltas.example.org"])
def test_what_can_be_so_in_a_project_is_not_told_of(folder: Path, sound: str) -> None:
    assert content(folder, projects__borders_yaml=f"title: Borders\n{sound}").problems == ()


def test_a_fault_says_what_to_write_instead(folder: Path) -> None:
    found = content(folder, pages__a_kz_md="---\ntitle: A\n---\n", projects__a_yaml="title: T\nperiod: 2025")
    assert [(problem.message, problem.advice) for problem in found.problems] == [
        ("'2025' stands where a map belongs.", "Write `period: {start: 2022-11, end: 2025-10}`."),
        ("No language has the code 'kz'.", "Write `kk`."),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("acronym: X", "The project has no title"),
        ("title: T\ncolour: red", "Nothing is known of colour"),
        ("- title: T", "stands where a map belongs"),
        ("title: T\nmembers: A. Person", "stands where a list belongs"),
        ("title: T\nperiod: {start: 2022-13}", "there is no month 13"),
        ("title: [a, b", "The YAML cannot be read"),
        ("title: T\ntitle: U", "The name 'title' stands twice"),
    ],
)
def test_a_broken_project_costs_itself(folder: Path, text: str, message: str) -> None:
    found = content(folder, projects__a_yaml=text, projects__b_yaml="title: Good")
    assert list(found.projects) == ["b"]
    assert [(p.path, message in p.message, bool(p.advice)) for p in found.problems] == [
        ("projects/a.yaml", True, True)
    ]


def test_a_broken_file_of_a_person_or_a_venue_costs_itself(folder: Path) -> None:
    found = content(
        folder,
        people__a_yaml="name: [Mason",
        people__b_yaml="name: Mason",
        venues__a_yaml="- Stones",
        venues__b_yaml="name: Stones\nissn: 1234-5678",
    )
    assert [own.key for own in found.people.entries] == ["b"]
    assert [own.key for own in found.venues.entries] == ["b"]
    assert [(p.path, p.line > 0, bool(p.advice)) for p in sorted(found.problems)] == [
        ("people/a.yaml", True, True),
        ("venues/a.yaml", True, True),
        ("venues/b.yaml", True, True),
    ]


def test_a_broken_file_of_concepts_costs_itself(folder: Path) -> None:
    found = content(folder, concepts__a_yaml="wall: {en: [wall}", concepts__b_yaml="door: {en: door}")
    assert [concept.key for concept in found.concepts.entries] == ["door"]
    assert [(p.path, p.line, bool(p.advice)) for p in found.problems] == [("concepts/a.yaml", 1, True)]


def test_a_fault_in_the_head_of_a_page_is_named_by_its_line(folder: Path) -> None:
    found = content(folder, pages__a_md="---\ntitle: A\ndate: [\n---\nText")
    assert [(p.path, p.line > 1) for p in found.problems] == [("pages/a.md", True)]


def test_a_page_may_have_a_name_in_the_navigation(folder: Path) -> None:
    found = content(folder, pages__a_md="---\ntitle: The course\nmenu: Course\n---\nText")
    assert found.pages["a"].best(["en"]).menu == "Course"


def test_pages_come_in_the_languages_they_are_written_in(folder: Path) -> None:
    found = content(
        folder, pages__a_md="---\ntitle: Course\n---\nText", pages__a_kk_md="---\ntitle: Курс\n---\nМәтін"
    )
    page = found.pages["a"]
    assert page.best(["kk"]).title == "Курс"
    assert page.best(["ru"]).title == "Course"


def test_a_translation_need_not_repeat_date_and_project(folder: Path) -> None:
    found = content(
        folder,
        projects__borders_yaml=PROJECT,
        news__a_md="---\ntitle: News\ndate: 2024-05\nproject: borders\n---\nText",
        news__a_ru_md="---\ntitle: Новость\n---\nТекст",
    )
    translated = found.news[0].best(["ru"])
    assert (translated.date, translated.project) == (PartialDate(2024, 5), "borders")


def test_news_are_newest_first_and_undated_news_last(folder: Path) -> None:
    files = {
        f"news__{name}_md": f"---\ntitle: {name}\n{date}\n---\n"
        for name, date in (("a", ""), ("b", "date: 2024"), ("c", "date: 2025-03"), ("d", "date: 2025-03-07"))
    }
    assert [article.name for article in content(folder, **files).news] == ["c", "d", "b", "a"]


def test_a_page_without_a_title_is_a_problem(folder: Path) -> None:
    found = content(folder, pages__a_md="Just text")
    assert (dict(found.pages), [problem.message for problem in found.problems]) == (
        {},
        ["There is no title."],
    )


def test_an_unknown_project_of_news_is_named_and_costs_nothing_else(folder: Path) -> None:
    found = content(folder, news__a_md="---\ntitle: T\nproject: borders\n---\nText")
    assert [article.name for article in found.news] == ["a"]
    assert [(p.path, p.severity, "'borders'" in p.message) for p in found.problems] == [
        ("news/a.md", Severity.WARNING, True)
    ]


def test_removals_lead_to_reasons_and_keys(folder: Path) -> None:
    found = content(folder, removed_yaml="old-key: new-key\ngone: withdrawn by its authors\n")
    assert found.removed == {"old-key": "new-key", "gone": "withdrawn by its authors"}


@pytest.mark.parametrize(
    ("markdown", "absent"),
    [
        ("<script>alert(1)</script>", "<script"),
        ("[x](javascript:alert(1))", "href"),
        ("![x](javascript:alert(1))", "src"),
        ('<a href="x" onclick="y">z</a>', "<a"),
    ],
)
def test_nothing_in_a_text_runs(markdown: str, absent: str) -> None:
    assert absent not in render(markdown).html


def test_markdown_becomes_html() -> None:
    assert render("## Aim\n\n[a](/b)").html == '<h2>Aim</h2>\n<p><a href="/b">a</a></p>\n'


def test_an_article_knows_its_images_and_what_is_wrong_with_others(folder: Path) -> None:
    text = "---\ntitle: A\n---\nHere\n![The delta](delta.svg) and ![hills](hills.png)\n"
    found = content(folder, files__delta_svg="<svg/>", files__plan_pdf="%PDF", news__a_ru_md=text)
    assert found.news[0].best(["ru"]).images == ("delta.svg",)
    assert [(p.place, p.code, p.severity) for p in found.problems] == [
        ("news/a.ru.md:5", "unknown-image", Severity.WARNING)
    ]


def test_dates_may_be_partial(folder: Path) -> None:
    found = content(folder, news__a_md="---\ntitle: A\ndate: 2024\n---\n")
    assert found.news[0].best(["en"]).date == PartialDate(2024)
