import re
from pathlib import Path

import pytest

from catalogue.colours import DARK_GROUNDS, LEAST, LIGHT_GROUNDS, contrast, least_contrast, lightened

RULES = Path(__file__).resolve().parents[2] / "catalogue" / "static" / "css" / "tokens.css"


def test_black_stands_out_from_white_as_much_as_can_be() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == 1


def test_contrast_is_that_of_the_guidelines() -> None:
    # 4.48 and 4.54 are the best known neighbours of the limit: one step of grey apart.
    assert contrast("#777777", "#ffffff") < LEAST < contrast("#767676", "#ffffff")


@pytest.mark.parametrize("colour", ["#000000", "#1f4f82", "#7a1024", "#8fbbe8"])
def test_any_colour_can_be_made_light_enough_for_the_dark(colour: str) -> None:
    assert least_contrast(lightened(colour), DARK_GROUNDS) >= LEAST


def test_a_colour_that_is_light_enough_stays_as_it_is() -> None:
    assert lightened("#8fbbe8") == "#8fbbe8"


def test_the_stylesheet_has_the_grounds_that_colours_are_compared_with() -> None:
    found = re.findall(r"--(?:paper|tint): (#\w+);", RULES.read_text())
    assert found == [*LIGHT_GROUNDS, *DARK_GROUNDS]


def palettes() -> list[dict[str, str]]:
    """The colours of tokens.css by their names, in the light and in the dark."""
    light, _, dark = RULES.read_text().partition("(prefers-color-scheme: dark)")
    named = [dict(re.findall(r"--(\w+): (#\w{6});", rules)) for rules in (light, dark)]
    return [named[0], {**named[0], **named[1]}]


@pytest.mark.parametrize("palette", palettes())
@pytest.mark.parametrize("text", ["ink", "quiet", "accent"])
@pytest.mark.parametrize("ground", ["paper", "tint"])
def test_all_text_can_be_read(palette: dict[str, str], text: str, ground: str) -> None:
    assert contrast(palette[text], palette[ground]) >= LEAST


@pytest.mark.parametrize("palette", palettes())
def test_marked_words_can_be_read(palette: dict[str, str]) -> None:
    assert contrast(palette["ink"], palette["found"]) >= LEAST


@pytest.mark.parametrize("palette", palettes())
def test_the_edges_of_controls_can_be_seen(palette: dict[str, str]) -> None:
    # WCAG 2.2, criterion 1.4.11.
    assert min(contrast(palette["edge"], palette[ground]) for ground in ("paper", "tint")) >= 3
