"""LaTeX in ASCII means what it meant with letters."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.exports.latex import escape, from_text
from catalogue.exports.latex_ascii import to_ascii, verbatim
from catalogue.exports.latex_letters import COMMANDS
from catalogue.model import Mark, MarkKind, Text
from catalogue.sources.latex import to_plain, to_text

RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
KAZAKH = "әғқңөұүһі"
EUROPEAN = "áàâäãåāăąæćčçďđéèêëēęěğģíîïīıķłľñńňóòôöõőøœŕřśšşșßťțþðúùûüūůűýÿžźżŋ"
LETTERS = EUROPEAN + EUROPEAN.upper().replace("ẞ", "") + RUSSIAN + RUSSIAN.upper() + KAZAKH + KAZAKH.upper()
SIGNS = "«»„“”‘’–—…§№©°½×€¡¿"
PLAIN = st.text(st.sampled_from(LETTERS + SIGNS + "aZ5 -'`\"!?{}$&%_~\\.,"), max_size=12)


@given(PLAIN)
def test_letters_with_a_command_are_read_again(plain: str) -> None:
    text = Text.of(plain)
    assert to_text(to_ascii(from_text(text))) == text


@given(st.text(max_size=12), st.sampled_from(MarkKind))
def test_whatever_is_written_is_ascii(plain: str, kind: MarkKind) -> None:
    marks = (Mark(kind, 0, len(plain)),) if plain else ()
    assert to_ascii(from_text(Text(plain, marks))).isascii()


@given(st.text(st.characters(max_codepoint=127), max_size=12))
def test_ascii_stays_as_it_is(plain: str) -> None:
    assert to_ascii(plain) == plain


@pytest.mark.parametrize("letter", COMMANDS)
def test_every_command_is_known_to_the_reader(letter: str) -> None:
    assert to_plain(to_ascii(letter)) == letter


@pytest.mark.parametrize("accent", "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030a\u030b\u030c")
@pytest.mark.parametrize("letter", "eiЖә")
def test_an_accent_goes_onto_any_letter(letter: str, accent: str) -> None:
    whole = unicodedata.normalize("NFC", letter + accent)
    assert to_plain(to_ascii(whole)) == whole


@pytest.mark.parametrize("kind", [kind for kind in MarkKind if kind is not MarkKind.MATH])
def test_a_mark_stays_on_its_letters(kind: MarkKind) -> None:
    text = Text("Ән мен күй", (Mark(kind, 0, 2),))
    assert to_text(to_ascii(from_text(text))) == text


@pytest.mark.parametrize(
    ("plain", "latex"),
    [
        ("Erdős", r"Erd{\H{o}}s"),
        ("Müller", r"M{\"u}ller"),
        ("naïve", r"na{\"i}ve"),
        ("īĭǰ", r"{\={\i}}{\u{\i}}{\v{\j}}"),
        ("Қазақ", r"{\CYRKDSC}{\cyra}{\cyrz}{\cyra}{\cyrkdsc}"),
        ("1–2 — “x”", "1--2 --- ``x''"),
        ("–-", r"{\textendash}-"),
        ("α ≤ Ω", r"{$\alpha$} {$\leq$} {$\Omega$}"),
        ("中文", "ZhongWen"),
        ("a\u200bb\u00ad", "ab"),
        ("\U000e0fff", "{}?{}"),
    ],
)
def test_how_letters_are_written(plain: str, latex: str) -> None:
    assert to_ascii(escape(plain)) == latex


@pytest.mark.parametrize(
    ("formula", "latex"),
    [
        ("α^2", r"$\alpha ^2$"),
        ("x_ж", r"$x_{\mbox{{\cyrzh}}}$"),
        ("x − 1", "$x - 1$"),
    ],
)
def test_letters_in_a_formula_have_its_commands(formula: str, latex: str) -> None:
    text = Text(formula, (Mark(MarkKind.MATH, 0, len(formula)),))
    assert to_ascii(from_text(text)) == latex


def test_an_address_in_running_text_is_encoded() -> None:
    assert to_ascii(r"\url{https://example.org/ж}") == r"\url{https://example.org/%D0%B6}"


def test_a_value_without_commands_is_encoded() -> None:
    assert verbatim("10.1000/ә_1") == "10.1000/%D3%99_1"
