"""Which language a tag means: BCP 47 (RFC 5646), its known subtags taken from CLDR by way of Babel.

>>> canonical("RU-ru")
'ru-RU'
>>> suggestion("kz")
'kk'
"""

import re
from functools import cache, lru_cache

from babel import Locale
from babel.core import get_global

_WELL_FORMED = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-(?P<script>[a-z]{4}))?(?:-(?P<region>[a-z]{2}|\d{3}))?"
    r"(?P<variants>(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*)(?P<private>(?:-x(?:-[a-z\d]{1,8})+)?)",
    re.IGNORECASE,
)
_NAMED_BY_THEMSELVES = ("en", "ru", "kk", "de", "es", "fr", "it", "ky", "pl", "tr", "uk", "uz", "zh")
_TAKEN_FOR_LANGUAGES = {"kz": "kk", "ua": "uk", "cn": "zh", "jp": "ja", "cz": "cs", "gr": "el", "dk": "da"}
"""Codes of countries that stand where a language is meant, and are no language's own code."""


@lru_cache(maxsize=1024)
def canonical(tag: str) -> str:
    """The canonical form of a tag (`rus` is `ru`). Raises ValueError if it is malformed or not known."""
    match = _WELL_FORMED.fullmatch(tag.strip().replace("_", "-"))
    if not match:
        raise ValueError(f"{tag!r} is not a language tag")
    english = Locale("en")
    language = match["language"].lower()
    language = str(get_global("language_aliases").get(language, language)).replace("_", "-")
    script = (match["script"] or "").title()
    region = (match["region"] or "").upper()
    if language.partition("-")[0] not in english.languages:
        raise ValueError(f"no language has the code {match['language']!r}")
    if script and script not in english.scripts:
        raise ValueError(f"no script has the code {match['script']!r}")
    if region and region not in english.territories:
        raise ValueError(f"no region has the code {match['region']!r}")
    rest = (match["variants"] + match["private"]).lower()
    return "-".join(part for part in (language, script, region) if part) + rest


def suggestion(source: str) -> str | None:
    """The tag that was probably meant by a language's name, or by a country's code in its place."""
    folded = source.strip().casefold()
    primary, separator, rest = folded.replace("_", "-").partition("-")
    if primary in _TAKEN_FOR_LANGUAGES:
        return canonical(_TAKEN_FOR_LANGUAGES[primary] + separator + rest) if _safe(rest) else None
    return _names().get(folded)


def _safe(rest: str) -> bool:
    return not rest or rest.upper() in Locale("en").territories


@cache
def _names() -> dict[str, str]:
    names = {name.casefold(): tag for tag, name in Locale("en").languages.items() if "_" not in tag and name}
    for tag in _NAMED_BY_THEMSELVES:
        name = Locale(tag).languages.get(tag, "").casefold()
        names[name] = names[name.partition(" ")[0]] = tag
    return names
