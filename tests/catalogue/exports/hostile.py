"""Records whose every string tries to be more than one line of a tagged file."""

from hypothesis import strategies as st

from catalogue.model import (
    Container,
    Contributor,
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
