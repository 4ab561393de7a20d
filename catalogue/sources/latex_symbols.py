"""What LaTeX's commands mean in running text, as data.

The names of symbols come from pylatexenc; here stand what it lacks or gets wrong, the accents, the
commands that mark their argument, and those that say nothing to a reader.
"""

from collections.abc import Mapping
from types import MappingProxyType

from pylatexenc.latex2text import get_default_latex_context_db

from catalogue.model import MarkKind

ACCENTS: Mapping[str, str] = MappingProxyType(
    {
        "`": "\u0300",
        "'": "\u0301",
        "^": "\u0302",
        "~": "\u0303",
        "=": "\u0304",
        "u": "\u0306",
        ".": "\u0307",
        '"': "\u0308",
        "h": "\u0309",
        "r": "\u030a",
        "H": "\u030b",
        "v": "\u030c",
        "G": "\u030f",
        "U": "\u030e",
        "C": "\u030f",
        "d": "\u0323",
        "c": "\u0327",
        "k": "\u0328",
        "b": "\u0331",
        "t": "\u0361",
        "textcommabelow": "\u0326",
        "textcommaabove": "\u0312",
        "textdotbelow": "\u0323",
        "textogonekcentered": "\u0328",
        "textringabove": "\u030a",
        "cyrbreve": "\u0306",
        "cyrflex": "\u0311",
    }
)
"""Command to combining character."""

BARE_ACCENTS: Mapping[str, str] = MappingProxyType({mark: mark for mark in "`'^~\""})
"""What an accent over nothing stands for, as in `\\~{}`."""

MARKING: Mapping[str, MarkKind] = MappingProxyType(
    {
        "textit": MarkKind.ITALIC,
        "emph": MarkKind.ITALIC,
        "textsl": MarkKind.ITALIC,
        "mkbibemph": MarkKind.ITALIC,
        "mkbibitalic": MarkKind.ITALIC,
        "textbf": MarkKind.BOLD,
        "mkbibbold": MarkKind.BOLD,
        "textsuperscript": MarkKind.SUP,
        "mkbibsuperscript": MarkKind.SUP,
        "textsubscript": MarkKind.SUB,
        "mkbibsubscript": MarkKind.SUB,
    }
)
"""Commands that mark their argument."""

SWITCHES: Mapping[str, MarkKind] = MappingProxyType(
    {
        "it": MarkKind.ITALIC,
        "em": MarkKind.ITALIC,
        "sl": MarkKind.ITALIC,
        "itshape": MarkKind.ITALIC,
        "slshape": MarkKind.ITALIC,
        "bf": MarkKind.BOLD,
        "bfseries": MarkKind.BOLD,
    }
)
"""Commands that mark the rest of their group."""

QUOTING: Mapping[str, tuple[str, str]] = MappingProxyType(
    {"enquote": ("“", "”"), "mkbibquote": ("“", "”"), "mkbibparens": ("(", ")"), "mkbibbrackets": ("[", "]")}
)
"""Commands that put their argument between two signs."""

FIRST_ARGUMENT_UNREAD = frozenset(
    "begin color colorbox cspace end fontencoding fontsize foreignlanguage hspace hyperref href label "
    "noopsort nosort selectlanguage sortnoop textcolor textlang vspace".split()
)
"""Commands whose first argument is not for reading (a second one is); in lower case."""

SILENT = frozenset(
    "allowbreak bibnamedelima bibnamedelimb bibinitdelim break centering clearpage cyr cyrchar displaystyle "
    "footnotesize goodbreak hfil hfill Huge huge LARGE Large large linebreak mathsurround maketitle mdseries "
    "newblock newline newpage nobreak nolinebreak noindent normalfont normalsize null pagebreak protect "
    "raggedright relax rm rmfamily sc scriptsize scshape selectfont sf sffamily sloppy small smallskip "
    "bigskip midsentence textstyle tiny tt ttfamily unskip upshape up".split()
)
"""Commands that change nothing one reads."""

DIMENSIONED = frozenset("hskip kern lower mkern raise vskip".split())
"""Commands that a length follows."""

SPACES = frozenset("quad qquad enskip enspace thinspace space nobreakspace xspace par item newline".split())

_OWN_SYMBOLS = {
    "TeX": "TeX",
    "LaTeX": "LaTeX",
    "LaTeXe": "LaTeX2ε",
    "BibTeX": "BibTeX",
    "BibLaTeX": "BibLaTeX",
    "biblatex": "biblatex",
    "XeTeX": "XeTeX",
    "XeLaTeX": "XeLaTeX",
    "LuaTeX": "LuaTeX",
    "ConTeXt": "ConTeXt",
    "METAFONT": "METAFONT",
    "MF": "METAFONT",
    "MP": "MetaPost",
    "AmS": "AMS",
    "AmSTeX": "AMS-TeX",
    "AMSTeX": "AMS-TeX",
    "Dash": "—",
    "dash": "–",
    "hyphen": "-",
    "psq": " sq.",
    "psqq": " sqq.",
    "bs": "\\",
    "S": "§",
    "P": "¶",
    "dag": "†",
    "ddag": "‡",
    "pounds": "£",
    "copyright": "©",
    "euro": "€",
    "EUR": "€",
    "No": "№",
    "textnumero": "№",
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
    "textbraceleft": "{",
    "textbraceright": "}",
    "lbrace": "{",
    "rbrace": "}",
    "textbackslash": "\\",
    "backslash": "\\",
    "textasciicircum": "^",
    "textasciitilde": "~",
    "textasciigrave": "`",
    "textunderscore": "_",
    "textdollar": "$",
    "textquotesingle": "'",
    "textquotedbl": '"',
    "textquoteleft": "‘",
    "textquoteright": "’",
    "lq": "‘",
    "rq": "’",
    "glqq": "„",
    "grqq": "“",
    "glq": "‚",
    "grq": "‘",
    "flqq": "«",
    "frqq": "»",
    "flq": "‹",
    "frq": "›",
    "slash": "/",
    "textvisiblespace": "␣",
    "textsurd": "√",
    "textperiodcentered": "·",
    "-": "",
    "/": "",
    "@": "",
    "!": "",
}


def _symbols() -> dict[str, str]:
    known = {
        spec.macroname: spec.simplify_repl
        for spec in reversed(list(get_default_latex_context_db().iter_macro_specs()))
        if isinstance(spec.simplify_repl, str) and "%" not in spec.simplify_repl
    }
    # A command that pylatexenc turns into white space is told apart from a silent one by SPACES.
    return {name: text for name, text in known.items() if text.strip()} | _OWN_SYMBOLS


SYMBOLS: Mapping[str, str] = MappingProxyType(_symbols())
"""Command to the text it stands for."""


def symbol(name: str) -> str | None:
    """The text of a command, None where it stands for none.

    >>> symbol("ss"), symbol("CYRA"), symbol("cyrA"), symbol("textit")
    ('ß', 'А', 'А', None)
    """
    found = SYMBOLS.get(name)
    if found is None and name.lower().startswith("cyr") and len(name) > 3:
        # People write \cyrA for \CYRA: the first letter tells the case.
        found = SYMBOLS.get(name.upper() if name[3].isupper() else name.lower())
    return found
