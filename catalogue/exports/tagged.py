"""What the tagged formats (RIS, EndNote) share: a value is plain text on one line, and there is room for
one title, one abstract and one date.
"""

from catalogue.exports.csl_terms import CSL_GENRES
from catalogue.model import UNDETERMINED, Issued, Multilingual, Name, PartialDate, Record, RecordType, Scheme

Pair = tuple[str, str]
"""A tag and its value; a pair without a value is not written."""

_NUMBERED = frozenset({RecordType.PATENT, RecordType.REPORT, RecordType.STANDARD})
_WITH_GENRE = frozenset({RecordType.REPORT, RecordType.THESIS})


def lines(pairs: list[Pair], separator: str, ending: str) -> str:
    """The pairs that have a value as lines. White space of any kind, and with it every line break that
    some reader knows, becomes one space, so that no value can begin a line of its own."""
    folded = ((tag, " ".join(value.split())) for tag, value in pairs)
    return "".join(f"{tag}{separator}{value}{ending}" for tag, value in folded if value)


def best(source: Multilingual, locales: tuple[str, ...]) -> str:
    """A text without its marks in the first language of `locales` it has, "" where there is none."""
    found = source.best(locales)
    return found[1].plain if found else ""


def title(own: Multilingual, subtitle: Multilingual, locales: tuple[str, ...]) -> str:
    """A title, and after a colon its subtitle in the same language."""
    found = own.best(locales)
    if not found:
        return ""
    beneath = subtitle.get(found[0])
    return f"{found[1].plain}: {beneath.plain}" if beneath else found[1].plain


def container(record: Record, locales: tuple[str, ...]) -> str:
    """The title of what the record appeared in, else the name of the event it was presented at."""
    if record.container:
        return title(record.container.title, record.container.subtitle, locales)
    return best(record.event.title, locales) if record.event else ""


def publisher(record: Record, locales: tuple[str, ...]) -> str:
    """The publisher, else the school of a thesis or the issuer of a report."""
    return best(record.publisher, locales) or best(record.institution, locales)


def inverted(name: Name) -> str:
    """`Family, Given, Suffix`; what has no parts as it stands. A comma would part a part in two."""
    if name.literal:
        return name.literal
    family = f"{name.prefix} {name.family}".strip()
    parts = [part.replace(",", " ") for part in (family, name.given, name.suffix)]
    return ", ".join(parts).rstrip(", ")


def date(issued: Issued | None) -> PartialDate | None:
    """The one date there is room for: the start of a range, else its end. These formats have no sign for
    a year before 1."""
    own = (issued.start or issued.end) if issued else None
    return own if own and own.year > 0 else None


def date_in_words(issued: Issued | None) -> str:
    """What `date` cannot be: a date in words, or before the year 1."""
    return str(issued) if issued and not date(issued) else ""


def extent(record: Record) -> str:
    """The pages, else the number of the article, else how many pages there are."""
    return record.pages or record.article_number or record.page_total


def genre(record: Record) -> str:
    """The kind of a thesis or of a report; elsewhere readers take its tag for something else."""
    return CSL_GENRES.get(record.genre, record.genre) if record.type in _WITH_GENRE else ""


def is_numbered(record: Record) -> bool:
    """Whether the record has a number of its own where others have an ISBN or ISSN."""
    return record.type in _NUMBERED and bool(record.number)


def standard_numbers(record: Record) -> list[str]:
    """The number of a report, a patent or a standard, then each ISBN and ISSN."""
    own = [record.number] if is_numbered(record) else []
    return own + [own.value for own in record.identifiers if own.scheme in (Scheme.ISBN, Scheme.ISSN)]


def language(record: Record) -> str:
    """The main language as a BCP 47 tag, "" where it is not stated."""
    return record.language if record.language != UNDETERMINED else ""
