"""A reference on one line, for where no citation style is asked for or none can be had.

    Doe, Jane; World Bank. 2024. Rivers: A survey. *Journal of Rivers* 12(3): 101–119. Almaty: River Press.
    https://doi.org/10.1000/abc

It needs no words of any language but *et al.*, and no engine. What is missing leaves nothing behind. In
italics is the title of the container, else that of the publication itself. People are the authors, else the
editors; the address is that of the DOI, else of another identifier, else the first link. Left out are: other
roles, months and days, circa, uncertain and seasons, editions, chapters and totals of pages, and whatever is
not about finding the publication.
"""

from collections.abc import Iterable, Iterator

from catalogue.exports import tagged
from catalogue.exports.registry import Options
from catalogue.exports.texts import joined, marked, stripped
from catalogue.model import Issued, MarkKind, Multilingual, Record, Role, Scheme, Text

_EMPHATIC = ("?", "!", "…", "？", "！")
_ENDS = (".", "。", *_EMPHATIC)
_CLOSING = "\"'”’»)]"
_SEPARATORS = " ,;:"
_RESOLVED = (Scheme.DOI, Scheme.HANDLE, Scheme.ARXIV, Scheme.PMCID, Scheme.PMID, Scheme.JSTOR)


def citations(records: Iterable[Record], options: Options) -> Iterator[Text]:
    """The citations of a list: those of `options.cite`, else a plain reference each."""
    if options.cite:
        return iter(options.cite(records))
    return (reference(record, options.locales(record)) for record in records)


def reference(record: Record, locales: tuple[str, ...]) -> Text:
    """The reference of a record, with texts in the first of `locales` that they are known in."""
    title = _title(record.title, record.subtitle, locales)
    stands_alone = not record.container and not record.event
    sentences = [
        _people(record),
        Text(_years(record.issued)),
        marked(stripped(title, _SEPARATORS), MarkKind.ITALIC) if stands_alone else title,
        _source(record, locales),
        _series(record, locales),
        _with_colon(_best(record.place, locales), Text(tagged.publisher(record, locales))),
    ]
    return joined([*map(_sentence, sentences), Text(address(record))])


def address(record: Record) -> str:
    """Where the publication is found on the web, "" where that is not known."""
    stated = (own.url for scheme in _RESOLVED for own in record.identifiers if own.scheme is scheme)
    links = (link.url for link in record.links)
    return next((url for url in (*stated, *links) if url), "")


def _people(record: Record) -> Text:
    for role in (Role.AUTHOR, Role.EDITOR):
        if people := record.by_role(role):
            names = [person.name.inverted for person in people]
            return Text("; ".join([*names, *(["et al."] if role in record.others else [])]))
    return Text("")


def _years(issued: Issued | None) -> str:
    if not issued:
        return ""
    if issued.literal or not issued.start:
        return tagged.date_in_words(issued) or str(issued.year)
    first, last = issued.start.year, issued.end.year if issued.end else issued.start.year
    if issued.open:
        return f"{first}–…"
    return str(first) if first == last else f"{first}–{last}"


def _title(title: Multilingual, subtitle: Multilingual, locales: tuple[str, ...]) -> Text:
    found = title.best(locales)
    if not found:
        return Text("")
    return _with_colon(found[1], subtitle.get(found[0]) or Text(""))


def _best(source: Multilingual, locales: tuple[str, ...]) -> Text:
    found = source.best(locales)
    return found[1] if found else Text("")


def _source(record: Record, locales: tuple[str, ...]) -> Text:
    """`*Journal* 12(3): 101–119`, with what of it is known."""
    name = Text("")
    if record.container:
        name = _title(record.container.title, record.container.subtitle, locales)
    elif record.event:
        name = _best(record.event.title, locales)
    issue = record.issue or (record.number if record.type.is_serial else "")
    place = Text(f"{record.volume}({issue})" if issue else record.volume)
    whole = joined([marked(stripped(name, _SEPARATORS), MarkKind.ITALIC), place])
    return _with_colon(whole, Text(record.pages or record.article_number))


def _series(record: Record, locales: tuple[str, ...]) -> Text:
    number = "" if record.type.is_serial else record.number
    return joined([_best(record.series, locales), Text(number)])


def _with_colon(first: Text, second: Text) -> Text:
    """Both, with a colon between them if the first has no stronger sign at its end."""
    first, second = stripped(first, _SEPARATORS), stripped(second, _SEPARATORS)
    return joined([first, second], " " if first.plain.endswith(_EMPHATIC) else ": ")


def _sentence(text: Text) -> Text:
    """The text with a full stop, if it needs one."""
    bare = stripped(text, _SEPARATORS)
    if not bare or bare.plain.rstrip(_CLOSING).endswith(_ENDS):
        return bare
    return Text(f"{bare.plain}.", bare.marks)
