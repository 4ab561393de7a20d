"""Generated records: every field of the model, in the forms that loading a source can give it.

What no source can state is not generated: two lists of one role, a keyword said twice, languages in another
order for another person. Strategies are made once: to make them at each draw would take longer than to draw.
"""

from dataclasses import replace

from hypothesis import strategies as st

from catalogue.model import (
    Access,
    AccessStatus,
    Affiliation,
    Classification,
    Container,
    Contributor,
    Event,
    File,
    Identifier,
    Issued,
    Keyword,
    Link,
    Mark,
    MarkKind,
    Multilingual,
    Name,
    PartialDate,
    Record,
    RecordType,
    Role,
    Scheme,
    Season,
    Text,
)

LETTERS = "aAbзЗқҚéÉ7"
WORDS = st.text(LETTERS + "-.,;:'\"&%$#_{}~^\\|()[]=@!?/", min_size=1, max_size=6)
PHRASES = st.one_of(WORDS, st.sampled_from(["and", "others", "EU", "50%", "C:\\x", "§ 2", "–", "«ру»"]))
FORMULAS = st.sampled_from(["x^2", r"\alpha_{i}", r"E = mc^2", r"\frac{1}{2}"])
KINDS = st.sampled_from([kind for kind in MarkKind if kind is not MarkKind.MATH])
LANGUAGES = ("en", "ru", "kk", "de", "en-US", "kk-Latn", "und")
PEOPLE_ROLES = st.lists(st.sampled_from(Role), max_size=3, unique=True)
PASSAGES = st.lists(
    st.tuples(PHRASES.map(lambda words: Text.of(words).plain), st.lists(KINDS, unique=True, max_size=2))
    | st.tuples(PHRASES.map(lambda words: Text.of(words).plain), st.just([]))
    | st.tuples(FORMULAS, st.just([MarkKind.MATH])),
    min_size=1,
    max_size=4,
)
"""Words, and what they are marked as."""


def _text(passages: list[tuple[str, list[MarkKind]]]) -> Text:
    plain, marks = "", []
    for word, kinds in passages:
        start = len(plain) + 1 if plain else 0
        plain = f"{plain} {word}" if plain else word
        marks += [Mark(kind, start, len(plain)) for kind in kinds]
    return Text(plain, tuple(marks))


TEXTS = PASSAGES.map(_text)
"""Words, some of them marked, some of them mathematics."""
MULTILINGUAL = st.dictionaries(st.sampled_from(LANGUAGES), TEXTS, min_size=1, max_size=3).map(Multilingual.of)
"""A text in one to three languages, in any order."""
OPTIONAL_TEXTS = st.just(Multilingual()) | MULTILINGUAL
"""A text in no language to three."""


def texts() -> st.SearchStrategy[Text]:
    """Any text."""
    return TEXTS


NAME_PARTS = st.sampled_from(
    [
        "Berg",
        "Ахметова",
        "Сейтқазы",
        "O'Neill",
        "van",
        "De",
        "la Cruz",
        "Jr",
        "A. B.",
        "and",
        "Doe, Inc",
        "{x}",
        "é",
    ]
)
OPTIONAL_PART = st.just("") | NAME_PARTS
LITERAL_NAMES = st.sampled_from(["UN", "Simon and Schuster", "others", "Бюро, отдел", "R&D {lab}"])
PERSONS = st.builds(Name, NAME_PARTS, OPTIONAL_PART, OPTIONAL_PART, OPTIONAL_PART)
NAMES = PERSONS | PERSONS | st.builds(Name, literal=LITERAL_NAMES)
AFFILIATIONS = st.builds(
    Affiliation,
    MULTILINGUAL.map(lambda text: Multilingual(tuple(sorted(text.entries, key=lambda entry: entry[0])))),
    st.sampled_from(["", "02mhbdp94", "05dxps055"]),
)
VARIANTS = st.dictionaries(st.sampled_from(["ru", "en", "kk"]), NAMES, max_size=2).map(
    lambda forms: tuple(sorted(forms.items()))
)
ORCIDS = st.sampled_from(["", "0000-0002-1825-0097", "0000-0001-5109-3700"])
CONTRIBUTORS = st.builds(
    Contributor,
    NAMES,
    st.just(Role.AUTHOR),
    VARIANTS,
    ORCIDS,
    st.lists(AFFILIATIONS, max_size=2).map(tuple),
    st.booleans(),
)
"""Somebody, whose role is still to be said."""
GROUPS = st.lists(CONTRIBUTORS, max_size=3)
DAYS = st.builds(PartialDate, st.integers(1, 2100), st.integers(1, 12), st.integers(1, 28)) | st.builds(
    PartialDate, st.integers(1000, 2100)
)


@st.composite
def issued(draw: st.DrawFn) -> Issued:
    """A date of any form."""
    start, end = draw(DAYS), draw(DAYS)
    marks = {"circa": draw(st.booleans()), "uncertain": draw(st.booleans())}
    return draw(
        st.sampled_from(
            [
                Issued(start, **marks),
                Issued(min(start, end), max(start, end), **marks),
                Issued(start, open=True, **marks),
                Issued(end=end, **marks),
                Issued(PartialDate(start.year), season=draw(st.sampled_from(Season)), **marks),
                Issued(literal="forthcoming"),
                Issued(literal="в печати, 50 % готово"),
            ]
        )
    )


ISSUED = issued()
IDENTIFIERS = st.sampled_from(
    [
        Identifier(Scheme.ARXIV, "2101.00001v2"),
        Identifier(Scheme.DOI, "10.1000/a_b(2)<c>;1"),
        Identifier(Scheme.DOI, "10.1000/182"),
        Identifier(Scheme.EID, "2-s2.0-85012345678"),
        Identifier(Scheme.HANDLE, "20.1000/100"),
        Identifier(Scheme.ISBN, "9783161484100"),
        Identifier(Scheme.ISBN, "0306406152"),
        Identifier(Scheme.ISSN, "1234-5679"),
        Identifier(Scheme.JSTOR, "2118559"),
        Identifier(Scheme.PMCID, "PMC3531190"),
        Identifier(Scheme.PMID, "23193287"),
        Identifier(Scheme.WOS, "000301234500001"),
    ]
)
SHORT = st.one_of(st.just(""), st.sampled_from(["12", "12A", "Том 3", "5 & 6", "1{b}", "50%", "a_b"]))
LABELS = st.sampled_from(["", "PDF", "a: b; c", "50% \\ {done}", "текст"])
LINKS = st.builds(
    Link,
    st.sampled_from(
        ["https://example.org/~a/b_c?d=1&e=%20f#g", "http://example.org/a;b:c", "ftp://example.org/"]
    ),
    LABELS,
)
FILES = st.builds(
    File,
    st.sampled_from(["2021/a.pdf", "b c;d.pdf", "100% {x}.txt"]),
    LABELS,
    st.sampled_from(["", "application/pdf"]),
)
CODES = st.sampled_from(
    [
        Classification("udc", "316.346.2-055.2"),
        Classification("udc", "314.7(574)"),
        Classification("jel", "J61"),
        Classification("mrnti", "04.21.51"),
    ]
)
EXTRAS = st.tuples(
    st.sampled_from(["titleaddon", "shorttitle", "entrytype", "institution", "month", "unheard-of", "usera"]),
    TEXTS,
)


def _grouped(items: list, key: object) -> tuple:
    """Items of one kind side by side, kinds in the order of their first."""
    order = list(dict.fromkeys(map(key, items)))
    return tuple(sorted(dict.fromkeys(items), key=lambda item: order.index(key(item))))


@st.composite
def people(draw: st.DrawFn) -> tuple[tuple[Contributor, ...], tuple[Role, ...]]:
    """Contributors role by role, and the roles whose list ends with "and others"."""
    roles = draw(PEOPLE_ROLES)
    found = [replace(person, role=role) for role in roles for person in draw(GROUPS)]
    present = dict.fromkeys(person.role for person in found)
    return tuple(found), tuple(role for role in present if draw(st.booleans()))


PEOPLE = people()
KEYWORDS = st.lists(st.builds(Keyword, TEXTS, st.sampled_from(LANGUAGES)), max_size=4)
EVENTS = st.builds(Event, MULTILINGUAL, OPTIONAL_TEXTS, st.none() | ISSUED)
SHORT_FIELDS = "genre volume issue article_number page_total edition version number chapter".split()
TEXT_FIELDS = "subtitle printed_title abstract publisher institution place series note".split()
RECORDS = st.builds(
    Record,
    key=st.sampled_from(["doe2020", "doe:2020/a", "доклад-1", "with space", "a(b)"]),
    type=st.sampled_from(RecordType),
    title=MULTILINGUAL,
    keywords=KEYWORDS.map(lambda found: _grouped(found, lambda own: own.language)),
    container=st.none() | st.builds(Container, MULTILINGUAL, OPTIONAL_TEXTS, OPTIONAL_TEXTS),
    event=st.none() | EVENTS,
    issued=st.none() | ISSUED,
    pages=st.sampled_from(["", "1–9", "A-1–A-9", "12, 15–17", "e7"]),
    identifiers=st.lists(IDENTIFIERS, max_size=4).map(lambda found: _grouped(found, lambda own: own.scheme)),
    aliases=st.sampled_from([(), ("old-key",), ("b:1", "c/2")]),
    languages=st.lists(st.sampled_from(LANGUAGES[:-1]), unique=True, max_size=2).map(tuple),
    license=st.sampled_from(["", "CC-BY-4.0"]),
    access=st.none() | st.builds(Access, st.sampled_from(AccessStatus), st.none() | DAYS),
    links=st.lists(LINKS, max_size=3, unique=True).map(tuple),
    files=st.lists(FILES, max_size=2, unique=True).map(tuple),
    projects=st.sampled_from([(), ("gim",), ("gim", "b-2")]),
    classification=st.lists(CODES, max_size=3).map(lambda found: _grouped(found, lambda own: own.scheme)),
    visited=st.none() | DAYS,
    added=st.none() | DAYS,
    modified=st.none() | DAYS,
    extra=st.lists(EXTRAS, max_size=3, unique=True).map(tuple),
    **dict.fromkeys(SHORT_FIELDS, SHORT),
    **dict.fromkeys(TEXT_FIELDS, OPTIONAL_TEXTS),
)


def records() -> st.SearchStrategy[Record]:
    """Any record."""
    return st.builds(
        lambda own, people: replace(own, contributors=people[0], others=people[1]), RECORDS, PEOPLE
    )
