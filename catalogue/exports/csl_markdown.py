"""From the HTML-like markup of CSL-JSON to the Markdown in which pandoc and Quarto read CSL-YAML.

Markdown is written where it can mean nothing else; elsewhere (italics inside a word, marks within marks) the
tag stays, which this catalogue reads and pandoc leaves out. Quotation marks stay as they are, though pandoc
takes straight ones for curly ones. Source: the pandoc manual, "Pandoc's Markdown" and "Specifying
bibliographic data".
"""

import re

_PART = re.compile(
    r"""(?P<math>\$(?=\S)[^$\n]*[^$\s\\]\$(?!\d))
    | (?<![\w*])<i>(?P<italic>\w(?:[^<>$*]*\w)?)</i>(?![\w*])
    | (?<![\w*])<b>(?P<bold>\w(?:[^<>$*]*\w)?)</b>(?![\w*])
    | <sup>(?P<sup>(?:[^\W_]|[+−=()]|-(?!-))+)</sup>
    | <sub>(?P<sub>(?:[^\W_]|[+−=()]|-(?!-))+)</sub>
    | <span[ ]class="nocase">(?P<nocase>[^<>$*\[\]`^~\\]+)</span>
    | (?P<tag></?[ib]>|</?su[bp]>|<span[ ]class="nocase">|</span>)
    | (?P<special>[\\`*^~$@\[\]]|<(?=[\w/!?])|&(?=\#?\w+;)|--|\.\.\.|(?<!\w)_|_(?!\w))
    | (?P<start>(?:^|(?<=\n))(?:>|[\#+-](?=\s)|\d+(?=[.)]\s)))""",
    re.VERBOSE,
)
_MARKS = {
    "italic": ("*", "*"),
    "bold": ("**", "**"),
    "sup": ("^", "^"),
    "sub": ("~", "~"),
    "nocase": ("[", "]{.nocase}"),
}


def to_markdown(csl: str) -> str:
    """A string of CSL-JSON in Markdown.

    >>> to_markdown('<i>Homo</i> <span class="nocase">EU</span> H<sub>2</sub>O at a@b')
    '*Homo* [EU]{.nocase} H~2~O at a\\\\@b'
    """
    return _PART.sub(_written, csl)


def _written(part: re.Match[str]) -> str:
    kind, found = part.lastgroup or "", part.group()
    if kind in _MARKS:
        opening, closing = _MARKS[kind]
        return f"{opening}{to_markdown(part[kind])}{closing}"
    if kind == "special":
        return f"\\{found}"
    if kind == "start":
        # The number of a list keeps its digits; its point or bracket is what makes a list of it.
        return f"{found}\\" if found.isdigit() else f"\\{found}"
    return found
