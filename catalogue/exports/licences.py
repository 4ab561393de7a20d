"""What a licence is called and where it can be read, by its SPDX expression."""

import re

_CREATIVE_COMMONS = re.compile(
    r"CC-(?P<kind>BY(?:-NC)?(?:-ND|-SA)?)-(?P<version>\d\.\d)(?:-(?P<place>[A-Z]{2}))?"
)
_IDENTIFIER = re.compile(r"(?!LicenseRef-)[\w.-]+")


def address(expression: str) -> str:
    """The address of a licence: Creative Commons' own, else the page of SPDX (spdx.org/licenses).

    "" where the expression names several licences, or one that SPDX does not list.

    >>> address("CC-BY-NC-4.0")
    'https://creativecommons.org/licenses/by-nc/4.0/'
    """
    if expression == "CC0-1.0":
        return "https://creativecommons.org/publicdomain/zero/1.0/"
    if own := _CREATIVE_COMMONS.fullmatch(expression):
        place = f"{own['place'].lower()}/" if own["place"] else ""
        return f"https://creativecommons.org/licenses/{own['kind'].lower()}/{own['version']}/{place}"
    return f"https://spdx.org/licenses/{expression}.html" if _IDENTIFIER.fullmatch(expression) else ""


def name(expression: str) -> str:
    """A licence as Creative Commons writes the names of its own; any other as its expression.

    >>> name("CC-BY-NC-SA-4.0"), name("CC0-1.0"), name("MIT")
    ('CC BY-NC-SA 4.0', 'CC0 1.0', 'MIT')
    """
    if expression == "CC0-1.0":
        return "CC0 1.0"
    if own := _CREATIVE_COMMONS.fullmatch(expression):
        return " ".join(part for part in ("CC", own["kind"], own["version"], own["place"]) if part)
    return expression
