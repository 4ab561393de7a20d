"""From the dates of CSL to their written form in EDTF, which the schema checks.

CSL-JSON has `date-parts`, `literal`, `raw`, `season` and `circa`; older pandoc wrote `year`, `month` and
`day`, and a list of such maps for a range; newer pandoc and Quarto write EDTF. CSL has no year 0: its
year -1 is EDTF's 0000.
"""

from collections.abc import Sequence

from catalogue.sources.raw import Plain

_FALSE = ("", "false", "0", "no")
_SEASONS = {"1": "21", "2": "22", "3": "23", "4": "24"}
_SEASON_NAMES = {"spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24"}


def edtf(value: Plain) -> str:
    """The date in EDTF, or its words; "" where nothing is stated.

    >>> edtf({"date-parts": [["2021", "3"], ["2021", "5"]], "circa": "true"})
    '2021-03/2021-05~'
    """
    if value is None:
        return ""
    if isinstance(value, str):
        # pandoc escapes the tilde of an approximate date.
        return value.replace("\\", "").strip()
    if isinstance(value, list):
        return "/".join(edtf(item) for item in value)
    return _of_map(value)


def _of_map(value: dict[str, Plain]) -> str:
    parts = value.get("date-parts")
    if not isinstance(parts, list) or not parts:
        parts = [[value.get("year"), value.get("month"), value.get("day")]]
    if not any(isinstance(part, list) for part in parts):
        parts = [parts]
    season = value.get("season")
    ends = [_date(part if isinstance(part, list) else [part], season) for part in parts]
    date = "/".join(ends)
    if not date.strip("/"):
        words = (value.get(name) for name in ("edtf", "raw", "literal"))
        return next((word.strip() for word in words if isinstance(word, str) and word.strip()), "")
    circa = value.get("circa")
    return f"{date}~" if isinstance(circa, str) and circa.casefold() not in _FALSE else date


def _date(parts: Sequence[Plain], season: Plain) -> str:
    numbers = [part.strip() for part in parts if isinstance(part, str) and part.strip()]
    if not numbers or numbers[0] == "0":
        return ""
    year = _year(numbers[0])
    if len(numbers) == 1 and isinstance(season, str):
        folded = season.strip().casefold()
        numbers += [_SEASONS.get(folded) or _SEASON_NAMES.get(folded) or folded]
    return "-".join([year, *(number.zfill(2) for number in numbers[1:])])


def _year(number: str) -> str:
    if not number.lstrip("-").isdecimal():
        return number
    year = int(number)
    astronomical = year + 1 if year < 0 else year
    return f"{astronomical:04d}" if astronomical >= 0 else f"-{-astronomical:04d}"
