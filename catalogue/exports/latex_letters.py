"""LaTeX's commands for letters and signs beyond ASCII, as data.

The accents and the Latin letters are those of OT1 and T1 (LaTeX's `fntguide`), the signs those of TS1, which
LaTeX knows without a package; the Cyrillic letters are those of T2A, with all that Kazakh needs. Greek and
mathematics have no commands in the encodings for text, and stand as formulas.
"""

from collections.abc import Mapping
from types import MappingProxyType

_CYRILLIC = """а a б b в v г g д d е e ё yo ж zh з z и i й ishrt к k л l м m н n о o п p р r с s т t у u ф f
    х h ц c ч ch ш sh щ shch ъ hrdsn ы ery ь sftsn э erev ю yu я ya
    ғ ghcrs қ kdsc ң ndsc ү y ұ yhcrs һ shha ә schwa ө otld і ii
    ђ dje є ie ѕ dze ї yi ј je љ lje њ nje ћ tshe ў ushrt џ dzhe ґ gup җ zhdsc ҙ zdsc ҝ kvcrs ҡ kbeak ҥ ng
    ҫ sdsc ҳ hdsc ҷ chrdsc ҹ chvcrs ӕ ae""".split()
_LATIN = """æ ae Æ AE ø o Ø O å aa Å AA œ oe Œ OE ß ss ł l Ł L ı i ȷ j đ dj Đ DJ ð dh Ð DH þ th Þ TH
    ŋ ng Ŋ NG""".split()
_SIGNS = """¡ textexclamdown ¿ textquestiondown « guillemotleft » guillemotright ‹ guilsinglleft
    › guilsinglright „ quotedblbase ‚ quotesinglbase “ textquotedblleft ” textquotedblright ‘ textquoteleft
    ’ textquoteright – textendash — textemdash … textellipsis § S ¶ P © copyright ® textregistered
    ™ texttrademark № textnumero † dag ‡ ddag • textbullet · textperiodcentered ‰ textperthousand
    ° textdegree ª textordfeminine º textordmasculine ¹ textonesuperior ² texttwosuperior
    ³ textthreesuperior ¼ textonequarter ½ textonehalf ¾ textthreequarters × texttimes ÷ textdiv
    ± textpm ¬ textlnot µ textmu ¢ textcent £ pounds ¤ textcurrency ¥ textyen € texteuro
    ₦ textnaira ₩ textwon ₱ textpeso ¦ textbrokenbar ¨ textasciidieresis ¯ textasciimacron
    ´ textasciiacute ˇ textasciicaron ˘ textasciibreve""".split()
_GREEK = """α alpha β beta γ gamma δ delta ε varepsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda μ mu ν nu
    ξ xi π pi ρ rho ς varsigma σ sigma τ tau υ upsilon φ varphi χ chi ψ psi ω omega ϑ vartheta ϕ phi ϖ varpi
    ϱ varrho ϵ epsilon Γ Gamma Δ Delta Θ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma Υ Upsilon Φ Phi Ψ Psi
    Ω Omega""".split()
_OPERATORS = """≤ leq ≥ geq ≠ neq ≈ approx ≡ equiv ∼ sim ≃ simeq ≅ cong ≪ ll ≫ gg ∞ infty ∂ partial ∇ nabla
    ∑ sum ∏ prod ∫ int √ surd ∈ in ∉ notin ∋ ni ∅ emptyset ∪ cup ∩ cap ⊂ subset ⊆ subseteq ⊃ supset
    ⊇ supseteq ∧ wedge ∨ vee ∀ forall ∃ exists ∝ propto ∓ mp ⊕ oplus ⊗ otimes ⊥ perp ∥ parallel ← leftarrow
    → rightarrow ↔ leftrightarrow ⇐ Leftarrow ⇒ Rightarrow ⇔ Leftrightarrow ↑ uparrow ↓ downarrow
    ↦ mapsto ⟨ langle ⟩ rangle ℓ ell ℏ hbar ℵ aleph ′ prime ⋅ cdot ∗ ast ∘ circ""".split()


def _named(pairs: list[str]) -> dict[str, str]:
    return {letter: f"\\{name}" for letter, name in zip(pairs[::2], pairs[1::2], strict=True)}


def _cyrillic() -> dict[str, str]:
    lower = dict(zip(_CYRILLIC[::2], _CYRILLIC[1::2], strict=True))
    return {letter: f"\\cyr{name}" for letter, name in lower.items()} | {
        letter.upper(): f"\\CYR{name.upper()}" for letter, name in lower.items()
    }


COMMANDS: Mapping[str, str] = MappingProxyType(_cyrillic() | _named(_LATIN) | _named(_SIGNS))
"""A letter or a sign, and its command in text."""

FORMULAS: Mapping[str, str] = MappingProxyType(
    _named(_GREEK)
    | _named(_OPERATORS)
    | {"−": "-", "ο": "o"}
    | {letter: f"\\mathrm{{{alike}}}" for letter, alike in zip("ΑΒΕΖΗΙΚΜΝΟΡΤΧ", "ABEZHIKMNOPTX", strict=True)}
)
"""A letter or a sign, and its command in mathematics."""

ACCENTS: Mapping[str, str] = MappingProxyType(
    {
        "\u0300": "`",
        "\u0301": "'",
        "\u0302": "^",
        "\u0303": "~",
        "\u0304": "=",
        "\u0306": "u",
        "\u0307": ".",
        "\u0308": '"',
        "\u030a": "r",
        "\u030b": "H",
        "\u030c": "v",
        "\u0323": "d",
        "\u0326": "textcommabelow",
        "\u0327": "c",
        "\u0328": "k",
        "\u0331": "b",
    }
)
"""A combining character, and the command that puts it on what follows."""
