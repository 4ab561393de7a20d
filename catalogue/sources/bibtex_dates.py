"""When something appeared, from the fields BibTeX and biblatex spread it over.

BibTeX has `year` and `month` (a number, a name, a name with a day, two names), biblatex has `date`. All
of them become one written form, that of `catalogue.model.Issued`.
"""

import re

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january janvier januar enero gennaio ocak января январь янв қаңтар",
            "feb february fevrier février februar febrero febbraio şubat февраля февраль фев ақпан",
            "mar march mars märz maerz marzo mart марта март мар наурыз",
            "apr april avril abril aprile nisan апреля апрель апр сәуір",
            "may mai mayo maggio mayıs мая май мамыр",
            "jun june juin juni junio giugno haziran июня июнь июн маусым",
            "jul july juillet juli julio luglio temmuz июля июль июл шілде",
            "aug august août aout agosto ağustos августа август авг тамыз",
            "sep sept september septembre septiembre settembre eylül сентября сентябрь сен сент қыркүйек",
            "oct october octobre oktober octubre ottobre ekim октября октябрь окт қазан",
            "nov november novembre noviembre kasım ноября ноябрь ноя нояб қараша",
            "dec december décembre decembre dezember diciembre dicembre aralık декабря декабрь дек желтоқсан",
        ),
        start=1,
    )
    for name in names.split()
}
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24, "весна": 21, "лето": 22}
_SEASONS |= {"осень": 23, "зима": 24, "көктем": 21, "жаз": 22, "күз": 23, "қыс": 24}
_WORD = re.compile(r"[^\W\d_]+|\d+")
_RANGE = re.compile(r"\s*(?:-{1,3}|[–—/]|\band\b|\bto\b)\s*")
_DAYS = re.compile(r"([^\W\d_]+)\.?[\s~]+(\d{1,2})\s*(?:-{1,3}|[–—])\s*(\d{1,2})")
_YEARS = re.compile(r"(\d{4})\s*(?:-{1,3}|[–—])\s*(\d{4})")
_CIRCA = re.compile(r"(?:c|ca|circa|около|ок)\.?\s*(\d{4})", re.IGNORECASE)
_UNPADDED = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?=$|[/~?%T])")
_LEADING_DATE = re.compile(r"(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?(?=$|[T\s])")
_RFC_DATE = re.compile(r"(?:\w{3},\s*)?(\d{1,2})\s+(\w{3})\w*\s+(\d{4})\b.*", re.DOTALL)
UNKNOWN = re.compile(r"(?:X{4}|u{4}|n\.?\s?d\.?|s\.?\s?a\.?|б\.?\s?г\.?|-+|\.\.)?", re.IGNORECASE)
"""Ways to write that there is no date, all of them."""


def date(source: str) -> str:
    """biblatex's `date` in the written form: months and days get two digits, years `c. 1900` their mark.

    >>> date("2021-3-7"), date("2019--2021"), date("ca. 1900"), date("XXXX")
    ('2021-03-07', '2019/2021', '1900~', '')
    """
    source = source.strip()
    if UNKNOWN.fullmatch(source):
        return ""
    if years := _YEARS.fullmatch(source):
        return f"{years[1]}/{years[2]}"
    if circa := _CIRCA.fullmatch(source):
        return f"{circa[1]}~"
    return _UNPADDED.sub(_padded, source)


def year_and_month(year: str, month: str, day: str = "") -> str | None:
    """The date of BibTeX's fields, or None where the month cannot be read; a year that is no number
    (`forthcoming`, `2021/`) stands alone.

    >>> year_and_month("2021", "may~7"), year_and_month("2021", "jun # jul"), year_and_month("2021/", "")
    ('2021-05-07', '2021-06/2021-07', '2021/')
    """
    year = date(year)
    if not month or not year:
        return year
    if not re.fullmatch(r"\d{4}", year):
        return None
    if season := _SEASONS.get(month.strip(" .").casefold()):
        return f"{year}-{season}"
    if (days := _DAYS.fullmatch(month.strip())) and days[1].casefold() in _MONTHS:
        number = _MONTHS[days[1].casefold()]
        return f"{_written(year, number, days[2])}/{_written(year, number, days[3])}"
    ends = [_month_and_day(part) for part in _RANGE.split(month) if part.strip()]
    if len(ends) == 1 and ends[0] is None:
        ends = [_month_and_day(word) for word in re.split(r"[\s~#,]+", month)]
    whole = [end for end in ends if end]
    if len(whole) != len(ends) or len(whole) not in (1, 2):
        return None
    (first, first_day), (last, last_day) = whole[0], whole[-1]
    start = _written(year, first, first_day or day)
    if len(whole) == 1:
        return start
    return f"{start}/{_written(year, last, last_day)}" if first <= last else None


def stamp(source: str) -> str:
    """The day of a time stamp as reference managers write it; what is none is given back.

    >>> stamp("2019.02.03"), stamp("Mon, 05 Feb 2024 20:28:05 +0100"), stamp("2020-01-02 12:33:01 +0100")
    ('2019-02-03', '2024-02-05', '2020-01-02')
    """
    source = source.strip()
    if found := _LEADING_DATE.match(source):
        return "-".join([found[1], *(part.zfill(2) for part in found.group(2, 3) if part)])
    if (found := _RFC_DATE.fullmatch(source)) and (month := _MONTHS.get(found[2].casefold())):
        return _written(found[3], month, found[1])
    return source


def _month_and_day(source: str) -> tuple[int, str] | None:
    """`May 7`, `7~May`, `5` and `05`; None where there is no month."""
    words = _WORD.findall(source.casefold())
    names = [_MONTHS[word] for word in words if word in _MONTHS]
    numbers = [word for word in words if word.isdigit()]
    if len(names) + len(numbers) != len(words):
        return None
    if len(names) == 1 and len(numbers) <= 1:
        return names[0], numbers[0] if numbers else ""
    if not names and len(numbers) == 1 and 1 <= int(numbers[0]) <= 12:
        return int(numbers[0]), ""
    return None


def _padded(match: re.Match[str]) -> str:
    return "-".join([match[1], *(part.zfill(2) for part in match.group(2, 3) if part)])


def _written(year: str, month: int, day: str) -> str:
    return f"{year}-{month:02d}" + (f"-{int(day):02d}" if day.isdigit() else "")
