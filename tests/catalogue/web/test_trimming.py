"""The stylesheet as it is sent: without comments, and without what no page has."""

import re
from pathlib import Path

import pytest

import catalogue
from catalogue.web.trimming import UNUSED, minified, trimmed

FOLDER = Path(catalogue.__file__).parent
IN_PAGES = {
    "data-tooltip": r"data-tooltip",
    ".dropdown": r"""class=["'][^"']*\bdropdown\b""",
    ".contrast": r"""class=["'][^"']*\bcontrast\b""",
    ".grid": r"""class=["'][^"']*\bgrid\b""",
    ".modal-is-": r"modal-is-",
    "progress": r"<progress",
    "aria-invalid=false": r"""aria-invalid(=|", )["']?false""",
    "textarea": r"<textarea",
    "aria-label=breadcrumb": r"breadcrumb",
    "dir=rtl": r"""dir=["']rtl""",
    "role=search": r"""role=["']search""",
    "role=switch": r"""role=["']switch""",
    **{f"type={kind}": rf"""type=["']{kind}""" for kind in "color date file month reset time week".split()},
    "::-ms-": r"::-ms-",
}
"""What a selector that is left out would match, as templates and scripts would write it."""


def test_it_is_known_how_all_that_is_left_out_would_be_written() -> None:
    assert set(IN_PAGES) == set(UNUSED)


def test_no_page_has_what_is_left_out() -> None:
    sources = [*FOLDER.rglob("templates/**/*.html"), *FOLDER.glob("static/*.js"), *FOLDER.glob("web/*.py")]
    written = {path: path.read_text() for path in sources if path.name != "trimming.py"}
    found = {
        (name, path) for name in IN_PAGES for path in written if re.search(IN_PAGES[name], written[path])
    }
    assert found == set()


@pytest.mark.parametrize(
    ("rules", "sent"),
    [
        ("a { color : red }", "a{color : red}"),
        (".p::after{content:' ;  /* no */ '}", ".p::after{content:' ;  /* no */ '}"),
        ("/* one */\na /* two */ b {}\n\n/* three */\nc {}\n", "a b{}c{}"),
        ("p { width: calc(1rem + 2px) }", "p{width: calc(1rem + 2px)}"),
        (
            "@media (width > 2px) and (hover) { a, b { top: 0 } }",
            "@media (width > 2px) and (hover){a,b{top: 0}}",
        ),
    ],
)
def test_white_space_goes_where_it_says_nothing(rules: str, sent: str) -> None:
    assert minified(rules) == sent


@pytest.mark.parametrize(
    ("rules", "sent"),
    [
        ("progress{top:0}b{top:1px}", "b{top:1px}"),
        ('p[aria-busy=true]{top:0}p[aria-busy="true"]{top:1px}', 'p[aria-busy="true"]{top:1px}'),
        ("a.contrast,:is(a,.contrast),b{top:0}", ":is(a,.contrast),b{top:0}"),
        (
            "input:not(:is([type=date],:not([type=file])),b){top:0}",
            "input:not(:is([type=date],:not([type=file])),b){top:0}",
        ),
        ("@supports (top:0){@media print{.grid{top:0}}}", ""),
        ("@keyframes progress{from{top:0}to{top:1px}}", "@keyframes progress{from{top:0}to{top:1px}}"),
    ],
)
def test_rules_go_that_match_nothing(rules: str, sent: str) -> None:
    assert trimmed(rules) == sent


def test_a_brace_that_is_missing_is_told() -> None:
    with pytest.raises(ValueError, match="character 1 "):
        trimmed("a{b{}")
