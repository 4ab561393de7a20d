"""Where a licence can be read, by its SPDX expression."""

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
