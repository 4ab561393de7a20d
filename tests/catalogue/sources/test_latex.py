"""What LaTeX in a field means."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.model import MarkKind, Text
from catalogue.sources.latex import to_plain, to_text, to_verbatim


def marks(source: str) -> list[tuple[MarkKind, str]]:
    text = to_text(source)
    return [(mark.kind, text.plain[mark.start : mark.end]) for mark in text.marks]


class TestAccents:
    @pytest.mark.parametrize(
        "source", [r"\'e", r"\' e", r"\'{e}", r"{\'e}", r"{\'{e}}", r"\'{{e}}", "é", "e\u0301"]
    )
    def test_every_spelling_is_one_letter(self, source: str) -> None:
        assert to_plain(source) == "é"

    @pytest.mark.parametrize("source", [r"\'\i", r"\'{\i}", r"{\'\i}", r"\'{\i }", r"\'i"])
    def test_a_dotless_letter_takes_its_accent(self, source: str) -> None:
        assert to_plain(source) == "í"

    @pytest.mark.parametrize(
        ("source", "letters"),
        [
            (r"\`a \^a \~a \"a \=a \.a", "à â ã ä ā ȧ"),
            (r"\u{a} \v{a} \H{o} \r{a} \c{c} \k{a} \d{a} \b{d}", "ă ǎ ő å ç ą ạ ḏ"),
            (r"\c c\v s\H o\k a", "çšőą"),
            (r"{\"U}ber Erd{\H o}s", "Über Erdős"),
            (r"\ss\ae\oe\o\l\aa\AA\L\O\AE\OE\dh\th\i", "ßæœøłåÅŁØÆŒðþı"),
            (r"\o{}re, \O re, {\L}odz, \L odz", "øre, Øre, Łodz, Łodz"),
            (r"\u{\i}", "ĭ"),
            (r"\u{и}", "й"),
            (r"\t{oo}", "o͡o"),
            (r"\'{E}\'E", "ÉÉ"),
        ],
    )
    def test_letters(self, source: str, letters: str) -> None:
        assert to_plain(source) == letters

    def test_cyrillic_letters_may_have_names(self) -> None:
        assert to_plain(r"\CYRM\cyri\cyrr{} {\cyrkdsc}\cyra\ \cyrA\cyrb") == "Мир қа Аб"

    def test_an_accent_over_nothing_stands_for_itself(self) -> None:
        assert to_plain(r"\~{}a\^{}\'{}") == "~a^'"


class TestSigns:
    @pytest.mark.parametrize(
        ("source", "plain"),
        [
            (r"R\&D 50\% \#1 a\_b \$5 \{x\}", "R&D 50% #1 a_b $5 {x}"),
            ("R&D #1 a_b", "R&D #1 a_b"),
            ("50% of people", "50% of people"),
            ("pages 1--5, then---no", "pages 1–5, then—no"),
            ("``quoted'' and `so'", "“quoted” and `so'"),
            ("?`Qu\\'e? !`No!", "¿Qué? ¡No!"),
            ("J.~Oper.\\@ Res.", "J. Oper. Res."),
            (r"\TeX, \LaTeX{} and \BibTeX\ now", "TeX, LaTeX and BibTeX now"),
            (r"and so on\ldots\dots{} \copyright\S 1", "and so on…… ©§1"),
            (r"10\,000 a\\b re\-new", "10 000 a b renew"),
            (r"\textendash{} \textemdash{} \textbackslash{} \textasciitilde{}", "– — \\ ~"),
            (r"\enquote{so} \guillemotleft x\guillemotright", "“so” «x»"),
        ],
    )
    def test_signs(self, source: str, plain: str) -> None:
        assert to_plain(source) == plain

    @pytest.mark.parametrize("source", ["from $5 to $10", "US$5 and US$7 each", "a $ sign"])
    def test_money_is_no_mathematics(self, source: str) -> None:
        assert to_text(source) == Text(source)


class TestCommands:
    @pytest.mark.parametrize(
        ("source", "plain"),
        [
            (r"see \url{http://example.org/~a\_b?c=5\%20} now", "see http://example.org/~a_b?c=5%20 now"),
            (r"\href{http://example.org}{the page}", "the page"),
            (r"\textcolor{red}{red} \foreignlanguage{german}{rot}", "red rot"),
            (r"{\noopsort{1973b}}1973", "1973"),
            (r"\textsc{Small} \texttt{type} \mbox{box}", "Small type box"),
            (r"\strange{kept} and \strange[option]{kept}", "kept and kept"),
            (r"{\strange kept}", "kept"),
            (r"{\XML} and \XML\ files", "XML and XML files"),
            (r"a\kern-.15em b", "ab"),
            (r"C:\Users\me", r"C:\Users\me"),
            (r"{\relax Ch}ang", "Chang"),
        ],
    )
    def test_what_can_be_read_is_kept(self, source: str, plain: str) -> None:
        assert to_plain(source) == plain

    @pytest.mark.parametrize(
        ("source", "plain"),
        [
            ("a}b{", "ab"),
            ("a\\", "a\\"),
            ("{{{a", "a"),
            ("\\textit{a", "a"),
            ("$a", "$a"),
            ("a\\'", "a'"),
            ("\\url{a", "a"),
            ("\\(a", "(a"),
        ],
    )
    def test_broken_latex_is_read_all_the_same(self, source: str, plain: str) -> None:
        assert to_plain(source) == plain


class TestMarks:
    @pytest.mark.parametrize(
        "source", [r"\textit{x}y", r"\emph{x}y", r"{\it x}y", r"{\em x}y", r"\textit xy"]
    )
    def test_italic(self, source: str) -> None:
        assert (to_plain(source), marks(source)) == ("xy", [(MarkKind.ITALIC, "x")])

    def test_bold_and_scripts(self) -> None:
        assert marks(r"\textbf{a} H\textsubscript{2}O 1\textsuperscript{st} {\bf b}") == [
            (MarkKind.BOLD, "a"),
            (MarkKind.SUB, "2"),
            (MarkKind.SUP, "st"),
            (MarkKind.BOLD, "b"),
        ]

    @pytest.mark.parametrize("source", [r"$x^{2}$", r"\(x^{2}\)", r"\ensuremath{x^{2}}", r"$$x^{2}$$"])
    def test_mathematics_keeps_its_source(self, source: str) -> None:
        assert marks(source) == [(MarkKind.MATH, "x^{2}")]

    def test_a_lone_brace_in_mathematics_is_named(self) -> None:
        assert marks(r"$\{$a") == [(MarkKind.MATH, r"\lbrace ")]

    def test_a_group_protects_its_capitals(self) -> None:
        assert marks(r"The {EU} and {K}yiv") == [(MarkKind.NOCASE, "EU"), (MarkKind.NOCASE, "K")]

    def test_a_group_that_begins_with_a_command_protects_nothing(self) -> None:
        assert marks(r"{\'E}cole {\LaTeX} {\o}re") == []

    def test_a_special_character_in_a_group_is_protected_by_the_group(self) -> None:
        assert marks(r"{{\"U}BER}") == [(MarkKind.NOCASE, "ÜBER")]

    def test_the_argument_of_a_command_is_no_protection(self) -> None:
        assert marks(r"\textit{EU} \textsc{EU}") == [(MarkKind.ITALIC, "EU")]

    def test_marks_nest(self) -> None:
        assert marks(r"\textit{On {EU} $x$}") == [
            (MarkKind.ITALIC, "On EU x"),
            (MarkKind.NOCASE, "EU"),
            (MarkKind.MATH, "x"),
        ]

    def test_folded_space_moves_the_marks_along(self) -> None:
        assert marks("  One\n two \\textit{ three\n}  four") == [(MarkKind.ITALIC, "three ")]

    def test_paragraphs_are_kept(self) -> None:
        assert to_text("{\\'E}t\\'e\n\n  and\n \\textit{so}").plain == "Été\n\nand so"

    def test_an_accent_behind_a_mark_belongs_to_the_letter_in_it(self) -> None:
        assert marks("\\textit{e}\u0301x") == [(MarkKind.ITALIC, "é")]


class TestVerbatim:
    @pytest.mark.parametrize(
        ("source", "verbatim"),
        [
            (r"http://example.org/a\_b\%20\&c\#d", "http://example.org/a_b%20&c#d"),
            ("http://example.org/~me/a--b_c%20", "http://example.org/~me/a--b_c%20"),
            (r"http://example.org/{\textasciitilde}me", "http://example.org/~me"),
            (r"http://example.org/\~{}me/$\sim$you", "http://example.org/~me/~you"),
            (r"\url{http://example.org/a_b}", "http://example.org/a_b"),
            (r"\href{http://example.org/}{there}", "http://example.org/"),
            (r"10.1000/{S}01\textunderscore 2", "10.1000/S01_2"),
            (r"Text:C\:\\a.pdf:PDF", r"Text:C\:\\a.pdf:PDF"),
        ],
    )
    def test_escapes_are_taken_off(self, source: str, verbatim: str) -> None:
        assert to_verbatim(source) == verbatim


TOKENS = r"""\textit \textbf{ \textsuperscript \' \"{ \i \c \it \url{ \href{ \foo { } {} $ $x$ \( \)
~ - -- ` ' \\ \ & % a E é""".split()
LATEX = st.lists(st.sampled_from([*TOKENS, " ", "\n\n", "\u0301", "[", "]{"]), max_size=15).map("".join)


@given(LATEX)
def test_any_source_gives_a_text_that_is_folded_and_composed(source: str) -> None:
    text = to_text(source)
    assert text.plain == Text.of(text.plain).plain
    assert unicodedata.is_normalized("NFC", text.plain)


@given(st.text(st.characters(exclude_characters="\\{}$~-`'")))
def test_plain_text_is_itself(source: str) -> None:
    assert to_text(source) == Text.of(source)
