"""TeX mathematics as MathML, which every current browser shows by itself.

The converter copies text through unescaped, so what it makes is parsed again and cut down to the elements
of MathML Core. A formula it cannot read is shown as its TeX.
"""

from functools import lru_cache

import nh3
from latex2mathml.converter import convert
from markupsafe import Markup

_LONGEST = 500
_ELEMENTS = {
    *("math", "mrow", "mi", "mn", "mo", "ms", "mspace", "mtext", "mfrac", "msqrt", "mroot", "msub", "msup"),
    *("msubsup", "munder", "mover", "munderover", "mmultiscripts", "mprescripts", "mpadded", "mphantom"),
    *("mstyle", "merror", "mtable", "mtr", "mtd"),
}
_ATTRIBUTES = {
    "math": {"display"},
    "mi": {"mathvariant"},
    "mo": {"stretchy", "fence", "separator", "lspace", "rspace", "minsize", "maxsize", "symmetric"},
    "mspace": {"width"},
    "mfrac": {"linethickness"},
    "mover": {"accent"},
    "munder": {"accentunder"},
    "mtd": {"columnspan", "rowspan"},
}


@lru_cache(maxsize=2048)
def formula(tex: str) -> Markup:
    """The HTML of a formula, of TeX without its dollar signs."""
    shown = _convert(tex) if len(tex) <= _LONGEST else ""
    return Markup(shown) if shown else Markup('<span class="tex">${}$</span>').format(tex)


def _convert(tex: str) -> str:
    try:
        converted = convert(tex)
    except Exception:  # noqa: BLE001 - any failure on what a person typed has the same remedy
        return ""
    return nh3.clean(converted, tags=_ELEMENTS, attributes=_ATTRIBUTES, link_rel=None)
