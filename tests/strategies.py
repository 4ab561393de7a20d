"""Generated records: every field of the model, in the forms that loading a source can give it.

What no source can state is not generated: two lists of one role, a keyword said twice, languages in another
order for another person.
"""

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
WORDS = st.text(st.sampled_from(LETTERS + "-.,;:'\"&%$#_{}~^\\|()[]=@!?/"), min_size=1, max_size=6)
PHRASES = st.one_of(WORDS, st.sampled_from(["and", "others", "EU", "50%", "C:\\x", "§ 2", "–", "«ру»"]))
FORMULAS = st.sampled_from(["x^2", r"\alpha_{i}", r"E = mc^2", r"\frac{1}{2}"])
KINDS = st.sampled_from([kind for kind in MarkKind if kind is not MarkKind.MATH])
LANGUAGES = ("en", "ru", "kk", "de", "en-US", "kk-Latn", "und")
PEOPLE_ROLES = st.permutations(list(Role)).map(lambda roles: roles[:3])


@st.composite
def texts(draw: st.DrawFn) -> Text:
    """Words, some of them marked, some of them mathematics."""
    plain, marks = "", []
    for _ in range(draw(st.integers(1, 4))):
        kinds = draw(st.lists(KINDS, unique=True, max_size=2))
        if draw(st.integers(0, 5)) == 0:
            kinds, word = [MarkKind.MATH], draw(FORMULAS)
        else:
            word = Text.of(draw(PHRASES)).plain
        start = len(plain) + 1 if plain else 0
        plain = f"{plain} {word}" if plain else word
        marks += [Mark(kind, start, len(plain)) for kind in kinds]
    return Text(plain, tuple(marks))


def multilingual() -> st.SearchStrategy[Multilingual]:
    """A text in one to three languages, in any order."""
    return st.dictionaries(st.sampled_from(LANGUAGES), texts(), min_size=1, max_size=3).map(Multilingual.of)


def optional_texts() -> st.SearchStrategy[Multilingual]:
    """A text in no language to three."""
    return st.one_of(st.just(Multilingual()), multilingual())


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


@st.composite
def names(draw: st.DrawFn) -> Name:
    """A name in parts, or a literal one."""
    if draw(st.integers(0, 3)) == 0:
        return Name(
            literal=draw(st.sampled_from(["UN", "Simon and Schuster", "others", "Бюро, отдел", "R&D {lab}"]))
        )
    optional = st.one_of(st.just(""), NAME_PARTS)
    return Name(draw(NAME_PARTS), draw(optional), draw(optional), draw(optional))


@st.composite
def affiliations(draw: st.DrawFn) -> Affiliation:
    """An organisation, with a ROR id or without."""
    names_ = sorted(draw(multilingual()).entries, key=lambda entry: entry[0])
    return Affiliation(Multilingual(tuple(names_)), draw(st.sampled_from(["", "02mhbdp94", "05dxps055"])))


@st.composite
def contributors(draw: st.DrawFn, role: Role) -> Contributor:
    """Somebody in a role."""
    variants = draw(st.lists(st.sampled_from(["ru", "en", "kk"]), unique=True, max_size=2).map(sorted))
    return Contributor(
        draw(names()),
        role,
        tuple((tag, draw(names())) for tag in variants),
        draw(st.sampled_from(["", "0000-0002-1825-0097", "0000-0001-5109-3700"])),
        tuple(draw(st.lists(affiliations(), max_size=2))),
        draw(st.booleans()),
    )


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
    texts(),
)


def _grouped(items: list, key: object) -> tuple:
    """Items of one kind side by side, kinds in the order of their first."""
    order = list(dict.fromkeys(map(key, items)))
    return tuple(sorted(dict.fromkeys(items), key=lambda item: order.index(key(item))))


@st.composite
def people(draw: st.DrawFn) -> tuple[tuple[Contributor, ...], tuple[Role, ...]]:
    """Contributors role by role, and the roles whose list ends with "and others"."""
    roles = draw(PEOPLE_ROLES)
    found = [person for role in roles for person in draw(st.lists(contributors(role), max_size=3))]
    present = dict.fromkeys(person.role for person in found)
    return tuple(found), tuple(role for role in present if draw(st.booleans()))


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Any record."""
    contributors_, others = draw(people())
    keywords = draw(st.lists(st.builds(Keyword, texts(), st.sampled_from(LANGUAGES)), max_size=4))
    optional = optional_texts()
    return Record(
        key=draw(st.sampled_from(["doe2020", "doe:2020/a", "доклад-1", "with space", "a(b)"])),
        type=draw(st.sampled_from(RecordType)),
        title=draw(multilingual()),
        subtitle=draw(optional),
        printed_title=draw(optional),
        abstract=draw(optional),
        keywords=_grouped(keywords, lambda keyword: keyword.language),
        container=draw(st.none() | st.builds(Container, multilingual(), optional, optional)),
        event=draw(st.none() | st.builds(Event, multilingual(), optional, st.none() | issued())),
        contributors=contributors_,
        others=others,
        issued=draw(st.none() | issued()),
        **{name: draw(SHORT) for name in _SHORT_FIELDS},
        pages=draw(st.sampled_from(["", "1–9", "A-1–A-9", "12, 15–17", "e7"])),
        publisher=draw(optional),
        institution=draw(optional),
        place=draw(optional),
        series=draw(optional),
        identifiers=_grouped(draw(st.lists(IDENTIFIERS, max_size=4)), lambda own: own.scheme),
        aliases=draw(st.sampled_from([(), ("old-key",), ("b:1", "c/2")])),
        languages=tuple(draw(st.lists(st.sampled_from(LANGUAGES[:-1]), unique=True, max_size=2))),
        license=draw(st.sampled_from(["", "CC-BY-4.0"])),
        access=draw(st.none() | st.builds(Access, st.sampled_from(AccessStatus), st.none() | DAYS)),
        links=tuple(draw(st.lists(LINKS, max_size=3, unique=True))),
        files=tuple(draw(st.lists(FILES, max_size=2, unique=True))),
        projects=draw(st.sampled_from([(), ("gim",), ("gim", "b-2")])),
        classification=_grouped(draw(st.lists(CODES, max_size=3)), lambda own: own.scheme),
        note=draw(optional),
        visited=draw(st.none() | DAYS),
        added=draw(st.none() | DAYS),
        modified=draw(st.none() | DAYS),
        extra=tuple(draw(st.lists(EXTRAS, max_size=3, unique=True))),
    )


_SHORT_FIELDS = (
    "genre",
    "volume",
    "issue",
    "article_number",
    "page_total",
    "edition",
    "version",
    "number",
    "chapter",
)
