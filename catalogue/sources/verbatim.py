"""Values that LaTeX reads verbatim: addresses, DOIs, file names.

Reference managers escape them all the same. `~`, `--` and `%` are meant as they stand.
"""

import re

_TILDE = re.compile(
    r"\{?(?:\\textasciitilde(?:\{\}|\s+|(?![A-Za-z]))|\\~\{\s*\}|\$\\sim\$|\\sim(?![A-Za-z]))\}?"
)
_WRAPPED = re.compile(r"\s*\\(?:url|nolinkurl|path|href)\s*\{(?P<inner>[^{}]*)\}(?:\{.*\})?\s*", re.DOTALL)
_UNDERSCORE = re.compile(r"\\textunderscore(?:\{\}|\s+|(?![A-Za-z]))")
_ESCAPED = re.compile(r"\\([_%&#$])|(?<!\\)[{}]|\\([{}])")
_LINE_BREAK = re.compile(r"\s*\n\s*")


def to_verbatim(source: str) -> str:
    """The address or path that a value means.

    >>> to_verbatim(r"\\url{https://example.org/a\\_b?x=50\\%25&y}")
    'https://example.org/a_b?x=50%25&y'
    """
    if wrapped := _WRAPPED.fullmatch(source):
        source = wrapped["inner"]
    if "\\" in source:
        source = _TILDE.sub("~", source)
        source = _UNDERSCORE.sub("_", source)
    source = _ESCAPED.sub(lambda match: match[1] or match[2] or "", source)
    return _LINE_BREAK.sub(" ", source.strip())
