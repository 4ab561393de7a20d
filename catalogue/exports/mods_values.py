"""What the parts of MODS share: its elements, texts in every language, and dates."""

from collections.abc import Iterable, Iterator

from catalogue.exports.iso639 import bibliographic
from catalogue.exports.xml import XLINK, Element, Vocabulary, known
from catalogue.model import Identifier, Issued, Multilingual, PartialDate, Season

NAMESPACE = "http://www.loc.gov/mods/v3"
mods = Vocabulary(NAMESPACE, xlink=XLINK)
"""Makes the elements of MODS."""


def titles(title: Multilingual, subtitle: Multilingual) -> Iterator[Element | None]:
    """A title and its subtitle in each language, those after the first as translations."""
    for place, (tag, text) in enumerate(title):
        beneath = subtitle.get(tag)
        yield mods(
            "titleInfo",
            mods("title", text.plain),
            mods("subTitle", beneath.plain) if beneath else None,
            type="translated" if place else "",
            lang=bibliographic(tag),
            language=tag,
        )


def texts(name: str, source: Multilingual) -> Iterator[Element | None]:
    """A text in each language, each in an element of its own."""
    for tag, text in source:
        yield mods(name, text.plain, lang=bibliographic(tag), language=tag)


def best(name: str, source: Multilingual, locales: tuple[str, ...], **attributes: str) -> Element | None:
    """A text in the first of `locales` it is known in."""
    found = source.best(locales)
    if not found:
        return None
    return mods(name, found[1].plain, language=known(found[0]), **attributes)


def issued(own: Issued | None) -> Iterator[Element | None]:
    """A date of publication: a point or both ends of a range, EDTF for a season, else words."""
    if not own:
        return
    ends = [(point, date) for point, date in (("start", own.start), ("end", own.end)) if date]
    if not ends:
        yield mods("dateIssued", own.literal)
    is_range = len(ends) > 1 or own.open or own.start is None
    for place, (point, date) in enumerate(ends):
        yield dated(
            "dateIssued",
            date,
            own.season,
            qualifier="approximate" if own.circa else "questionable" if own.uncertain else "",
            point=point if is_range else "",
            keyDate="" if place else "yes",
        )


def dated(
    name: str, date: PartialDate | None, season: Season | None = None, **attributes: str
) -> Element | None:
    """A date: in the form of the W3C, which has no seasons and no years before 0, or else in EDTF."""
    if date is None:
        return None
    encoding = "edtf" if season or date.year < 0 else "w3cdtf"
    written = f"{date}-{season.value}" if season else str(date)
    return mods(name, written, encoding=encoding, **attributes)


def schemed(own: Iterable[Identifier]) -> Iterator[Element | None]:
    """Identifiers, each with the name of its scheme."""
    for identifier in own:
        yield mods("identifier", identifier.value, type=identifier.scheme.value)
