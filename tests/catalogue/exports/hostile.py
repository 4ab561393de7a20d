"""Records that nobody would write, but somebody might send: their strings mean harm to a format."""

from hypothesis import strategies as st

from catalogue.model import (
    Affiliation,
    Classification,
    Container,
    Contributor,
    Event,
    File,
    Grant,
    Identifier,
    Issued,
    Keyword,
    Link,
    Multilingual,
    Name,
    Record,
    RecordType,
    Role,
    Scheme,
    Text,
)

BREAKS = ("\n", "\r\n", "\r", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029")
VALUES = st.builds(
    "{}{}{}".format,
    st.sampled_from(["", "a"]),
    st.sampled_from(BREAKS),
    st.sampled_from(["TY  - JOUR", "ER  - ", "AU  - Doe", "%0 Book", "%A Doe", ""]),
)
TEXTS = VALUES.map(lambda value: Multilingual.of({"en": Text(value)}))
NAMES = st.builds(Name, VALUES, VALUES, VALUES, VALUES) | st.builds(Name, literal=VALUES)
RECORDS = st.builds(
    Record,
    key=VALUES,
    type=st.sampled_from(RecordType),
    title=TEXTS,
    subtitle=TEXTS,
    abstract=TEXTS,
    keywords=st.tuples(st.builds(Keyword, VALUES.map(Text))),
    container=st.builds(Container, TEXTS, TEXTS, TEXTS),
    contributors=st.tuples(st.builds(Contributor, NAMES, st.sampled_from(Role))),
    issued=st.builds(Issued, literal=VALUES),
    genre=VALUES,
    volume=VALUES,
    issue=VALUES,
    pages=VALUES,
    edition=VALUES,
    number=VALUES,
    chapter=VALUES,
    publisher=TEXTS,
    place=TEXTS,
    series=TEXTS,
    identifiers=st.tuples(st.builds(Identifier, st.sampled_from(Scheme), VALUES)),
    languages=st.tuples(VALUES),
    links=st.tuples(st.builds(Link, VALUES)),
    note=TEXTS,
)
"""Every string tries to be more than one line of a tagged file."""


def record_of(value: str, kind: RecordType) -> Record:
    """A record whose every string is this one."""
    text = Multilingual.of({"en": Text(value), "ru": Text(value)})
    name = Name(value, value, value, value)
    people = (Contributor(name, role, (("ru", name),), value, (Affiliation(text, value),)) for role in Role)
    texts = ("title", "subtitle", "printed_title", "abstract", "publisher", "institution", "place", "series")
    words = ("key", "genre", "volume", "issue", "article_number", "pages", "page_total", "edition", "version")
    return Record(
        type=kind,
        **dict.fromkeys((*texts, "note"), text),
        **dict.fromkeys((*words, "number", "chapter", "license"), value),
        keywords=(Keyword(Text(value), "en"),),
        container=Container(text, text, text),
        event=Event(text, text, Issued(literal=value)),
        contributors=(*people, Contributor(Name(literal=value))),
        issued=Issued(literal=value),
        identifiers=tuple(Identifier(scheme, value) for scheme in Scheme),
        aliases=(value,),
        languages=("en", value),
        links=(Link(f"https://example.org/{value}", value),),
        files=(File(value, value, value),),
        projects=(value,),
        classification=(Classification("udc", value),),
        extra=((value, Text(value)), ("titleaddon", Text(value))),
    )


def grant_of(value: str) -> Grant:
    """A grant of the European Union, whose funder has to be known for its number to be told."""
    return Grant(Multilingual.of({"en": Text(value)}), value, value, "European Union", value)
