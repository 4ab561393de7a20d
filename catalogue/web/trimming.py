"""A stylesheet in fewer bytes: without what only its writers read, and without what no page has.

Pico is made for any page. What of it matches only things that ours do not have is a quarter of what a reader
would fetch before the first word is shown.
"""

import re
from collections.abc import Iterator

UNUSED = (
    "data-tooltip",
    ".dropdown",
    ".contrast",
    ".grid",
    ".modal-is-",
    "progress",
    "aria-invalid=false",
    "textarea",
    "aria-label=breadcrumb",
    "dir=rtl",
    "role=search",
    "role=switch",
    "type=color",
    "type=date",
    "type=file",
    "type=month",
    "type=reset",
    "type=time",
    "type=week",
    "::-ms-",
)
"""What a selector names that matches nothing on our pages."""

UNWANTED = ("aria-busy=true", "role=group")
"""What a selector of Pico names that our pages have, but not for Pico to draw: a wheel before what waits, and
buttons grown together. Pico writes values without quotation marks; our own rules have them."""

_LEFT_OUT = re.compile("|".join(map(re.escape, UNUSED + UNWANTED)))
_ARGUMENTS = re.compile(r"\([^()]*\)")
_STRING = r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
_SPACE = r"(?:\s|/\*.*?\*/)"
_SPARE = re.compile(rf"{_STRING}|{_SPACE}*([{{}};,]){_SPACE}*|{_SPACE}+", re.DOTALL)
_BRACE = re.compile("[{}]")
_NESTING = ("@media", "@supports")


def minified(rules: str) -> str:
    """Rules of CSS without comments and spare white space; strings stay as they are.

    >>> minified('a, b { color: red; }  /* why */ p::after { content: " , " }')
    'a,b{color: red;}p::after{content: " , "}'
    """
    return _SPARE.sub(lambda found: found[1] or found[2] or " ", rules).strip()


def trimmed(rules: str) -> str:
    """Minified rules without the selectors that match nothing on our pages, or what they should not.

    >>> trimmed("p,p.grid{color:red}@media print{progress{color:red}}a:not(.grid){color:red}")
    'p{color:red}a:not(.grid){color:red}'
    """
    kept, at = [], 0
    while (opening := rules.find("{", at)) >= 0:
        closing = _closing(rules, opening)
        head, body = rules[at:opening], rules[opening + 1 : closing]
        if head.startswith(_NESTING):
            body = trimmed(body)
        elif not head.startswith("@"):
            head = ",".join(each for each in _selectors(head) if not _LEFT_OUT.search(_bare(each)))
        if head and body:
            kept.append(f"{head}{{{body}}}")
        at = closing + 1
    return "".join(kept) + rules[at:]


def _closing(rules: str, opening: int) -> int:
    """The place of the brace that closes the one at `opening`. Raises ValueError where none does."""
    depth = 0
    for found in _BRACE.finditer(rules, opening):
        depth += 1 if found[0] == "{" else -1
        if not depth:
            return found.start()
    raise ValueError(f"no brace closes the one at character {opening} of the stylesheet")


def _selectors(head: str) -> Iterator[str]:
    """The selectors of a list."""
    depth = begin = 0
    for at, sign in enumerate(head):
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and not depth:
            yield head[begin:at]
            begin = at + 1
    yield head[begin:]


def _bare(selector: str) -> str:
    """A selector without the arguments of `:not()`, `:is()` and the like, which may match without them."""
    while (shorter := _ARGUMENTS.sub("", selector)) != selector:
        selector = shorter
    return selector
