import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from catalogue.web.mathematics import formula


def test_a_formula_is_mathml() -> None:
    made = html.fromstring(formula(r"x^2 + \frac{1}{2}"))
    assert made.tag == "math"
    assert [element.tag for element in made.iter("msup", "mfrac")] == ["msup", "mfrac"]


@pytest.mark.parametrize("tex", [r"\frac{a}{", r"\begin{array", "{", "x" * 5000])
def test_what_cannot_be_read_is_shown_as_tex(tex: str) -> None:
    assert formula(tex) == f'<span class="tex">${tex}$</span>'


@pytest.mark.parametrize(
    "tex",
    [
        r"\text{<script>alert(1)</script>}",
        r"\href{javascript:alert(1)}{x}",
        r"\style{color:red}{x}",
        r"\text{<img src=x onerror=alert(1)>}",
        r"\frac{<script>}{",
    ],
)
def test_no_formula_brings_code(tex: str) -> None:
    made = html.fromstring(formula(tex))
    assert made.xpath("//script | //img | //@href | //@style | //@onerror") == []


@given(st.text(alphabet="\\{}<>&\"'ax^_ frchetxs=:/", max_size=40))
def test_any_tex_gives_one_harmless_element(tex: str) -> None:
    made = html.fromstring(formula(tex))
    assert made.tag in ("math", "span")
    assert made.xpath("//script | //a | //@href | //@style") == []
