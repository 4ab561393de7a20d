"""Images in the texts of news and pages."""

import pytest
from lxml import html

from catalogue.markdown import HEAVIEST, render

KNOWN = {"delta.jpg": HEAVIEST, "news/май 2026.png": HEAVIEST}


@pytest.mark.parametrize(
    ("stated", "path"),
    [
        ("delta.jpg", "delta.jpg"),
        ("../files/delta.jpg", "delta.jpg"),
        ("/files/delta.jpg", "delta.jpg"),
        ("<news/май 2026.png>", "news/май 2026.png"),
        ("news/%D0%BC%D0%B0%D0%B9%202026.png", "news/май 2026.png"),
    ],
)
def test_an_image_is_found_by_its_path_below_files(stated: str, path: str) -> None:
    found = render(f"![A delta]({stated})", KNOWN)
    assert (found.images, found.problems) == ((path,), ())


def test_an_image_has_its_words_and_is_loaded_when_it_is_near() -> None:
    (image,) = html.fragment_fromstring(render('![A *wide* "delta"](delta.jpg)', KNOWN).html).iter("img")
    assert dict(image.attrib) == {"src": "delta.jpg", "alt": 'A wide "delta"', "loading": "lazy"}


@pytest.mark.parametrize(
    ("stated", "code"),
    [
        ("none.png", "unknown-image"),
        ("../delta.jpg", "unknown-image"),
        ("../../etc/passwd", "unknown-image"),
        ("files/../delta.jpg", "unknown-image"),
        ("https://example.org/delta.jpg", "outside-image"),
        ("//example.org/delta.jpg", "outside-image"),
        ("data:image/png;base64,AAAA", "outside-image"),
    ],
)
def test_of_an_image_that_cannot_be_shown_the_words_stay(stated: str, code: str) -> None:
    found = render(f"See ![a delta & hills]({stated}).", KNOWN)
    assert found.html == "<p>See a delta &amp; hills.</p>\n"
    assert [problem.code for problem in found.problems] == [code]


def test_an_image_without_words_is_shown_and_told() -> None:
    found = render("![](delta.jpg)", KNOWN)
    assert found.images == ("delta.jpg",)
    assert [problem.code for problem in found.problems] == ["image-without-words"]


def test_an_image_that_readers_wait_for_is_shown_and_told() -> None:
    found = render("![The delta](delta.jpg)", {"delta.jpg": 4_200_000})
    assert found.images == ("delta.jpg",)
    assert [(problem.code, "4.2 MB" in problem.message) for problem in found.problems] == [
        ("heavy-image", True)
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("![a](x.png)", 11),
        ("One\n\nTwo\nthree ![a](x.png)", 14),
        ("| a |\n|---|\n| b |\n| ![a](x.png) |", 14),
        ("- one\n- [![a](x.png)](/b)", 12),
    ],
)
def test_a_problem_tells_its_line_in_the_file(text: str, line: int) -> None:
    (problem,) = render(text, KNOWN, "news/a.md", before=10).problems
    assert problem.place == f"news/a.md:{line}"


def test_each_image_that_is_missing_is_told_apart() -> None:
    found = render("![a](x.png) ![b](y.png)", KNOWN)
    assert [problem.subject for problem in found.problems] == ["x.png", "y.png"]
