"""A small invented catalogue, as the pages of the tests show it."""

from catalogue.documents import FIELDS, document
from catalogue.model import (
    Access,
    AccessStatus,
    Affiliation,
    Classification,
    Container,
    Contributor,
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
    Problem,
    Record,
    RecordType,
    Role,
    Scheme,
    Severity,
    Text,
)
from catalogue.site import Article, LocalisedArticle, Member, Project, Site, dump_site
from index import SearchEngine, analyse

RICE = Record(
    key="omarova2021",
    type=RecordType.ARTICLE,
    title=Multilingual.of(
        {
            "en": Text(
                "Rice in the Ili delta: effects of CO2",
                (Mark(MarkKind.NOCASE, 12, 15), Mark(MarkKind.SUB, 36, 37)),
            ),
            "ru": "Рис в дельте Или",
            "kk": "Іле атырауындағы күріш",
        }
    ),
    printed_title=Multilingual.of({"en": "RICE IN THE ILI DELTA"}),
    abstract=Multilingual.of(
        {
            "en": "Irrigation changed the delta.\n\nYields grew by a fifth where water stayed $clean$.",
            "ru": "Орошение изменило дельту.",
        }
    ),
    keywords=(Keyword(Text("irrigation"), "en"), Keyword(Text("рис"), "ru")),
    container=Container(Multilingual.of({"en": "Journal of Invented Deltas"})),
    contributors=(
        Contributor(
            Name("Omarova", "Aigerim"),
            variants=(("ru", Name("Омарова", "Айгерим")),),
            orcid="0000-0002-1825-0097",
            affiliations=(Affiliation(Multilingual.of({"en": "Institute of Deltas"})),),
            corresponding=True,
        ),
        Contributor(Name("Lindqvist", "Per")),
        Contributor(Name("Weiss", "Edda"), Role.EDITOR),
    ),
    others=(Role.AUTHOR,),
    issued=Issued(PartialDate(2021, 3)),
    volume="7",
    issue="2",
    pages="101–119",
    identifiers=(Identifier(Scheme.DOI, "10.99999/delta.7"), Identifier(Scheme.ISSN, "1234-5679")),
    aliases=("omarova-old",),
    languages=("en",),
    license="CC-BY-4.0",
    access=Access(AccessStatus.OPEN),
    links=(Link("https://deltas.example.org/7"),),
    files=(File("rice.pdf"), File("secret.pdf"), File("data.zip")),
    projects=("delta",),
    classification=(Classification("udc", "633.18"),),
    added=PartialDate(2024, 1, 2),
)
FORMULA = Text("On x^2 and <reed> beds", (Mark(MarkKind.MATH, 3, 6), Mark(MarkKind.ITALIC, 11, 17)))
HOSTILE = Record(
    key="conf/x:1?a=b#c",
    type=RecordType.MISC,
    title=Multilingual.of("<script>alert('title')</script>"),
    abstract=Multilingual.of({"en": "<img src=x onerror=alert(1)> delta"}),
    keywords=(Keyword(Text('"><script>k</script>')),),
    contributors=(Contributor(Name(literal="<b>Bold</b> Collective")),),
    links=(Link("javascript:alert(1)", "press me"),),
    note=Multilingual.of("<script>note</script>"),
    added=PartialDate(2024, 1, 1),
)
REEDS = Record(
    key="reeds.bib",
    type=RecordType.THESIS,
    title=Multilingual.of({"en": FORMULA}),
    genre="phdthesis",
    institution=Multilingual.of({"en": "University of Reeds"}),
    issued=Issued.parse("2019~"),
    access=Access(AccessStatus.EMBARGOED, PartialDate(2999, 1, 1)),
    files=(File("reeds.pdf"),),
    added=PartialDate(2023, 5, 5),
)
MANY = tuple(
    Record(
        key=f"survey{number}",
        type=RecordType.REPORT,
        title=Multilingual.of({"en": f"Survey of wetlands, part {number}"}),
        issued=Issued(PartialDate(1980 + number)),
        added=PartialDate(2020, 1, 1),
    )
    for number in range(1, 31)
)
KAZAKH = Record(
    key="zhandosov2024",
    type=RecordType.ARTICLE,
    title=Multilingual.of(
        {"kk": "Дала өзендері екі санақта", "en": "Steppe rivers in two censuses"},
    ),
    container=Container(Multilingual.of({"kk": "Жарияланбаған хабаршы"})),
    contributors=(Contributor(Name("Жандосов", "Шолпанбай Ерланұлы")),),
    issued=Issued(PartialDate(2024)),
    volume="12",
    issue="3",
    pages="101–119",
    languages=("kk",),
    added=PartialDate(2019, 1, 1),
)
"""Shown in browsers only."""
RECORDS = (RICE, HOSTILE, REEDS, *MANY)

DELTA = Project(
    "delta",
    Multilingual.of({"en": "Deltas of Asia", "ru": "Дельты Азии"}),
    acronym="DELTA",
    number="4711",
    programme="Inventions",
    start=PartialDate(2022, 11, 1),
    end=PartialDate(2025),
    members=(
        Member(
            "A. Omarova",
            Multilingual.of({"en": "coordinator", "ru": "координатор"}),
            Multilingual.of({"en": "Institute of Deltas"}),
        ),
    ),
    description=Multilingual.of({"en": "What deltas need.\n\nAnd who asks."}),
    funding_statement=Multilingual.of({"en": "Co-funded by the Union of Deltas"}),
    disclaimer=Multilingual.of({"en": "Views are the authors’ own."}),
    emblem="eu",
    predecessor="wetlands",
    url="https://deltas.example.org/",
)
WETLANDS = Project("wetlands", Multilingual.of({"en": "Wetlands"}), url="javascript:alert(2)")
SPRING = Article(
    "spring",
    "Spring school",
    '<p>See <a href="/publications/omarova2021">the article</a> and '
    '<a href="https://example.org/">more</a>.</p>',
    "en",
    PartialDate(2024, 5),
    "delta",
    "See the article and more.",
)
SITE = Site(
    projects={"delta": DELTA, "wetlands": WETLANDS},
    news=(LocalisedArticle("spring", {"en": SPRING}),),
    pages={
        "course": LocalisedArticle(
            "course", {"en": Article("course", "The course", "<p>Starts soon.</p>", "en", project="delta")}
        )
    },
    problems=(
        Problem("a.bib", 3, 1, Severity.WARNING, "no-author", "No <author>.", "Add one.", count=4),
        Problem("b.bib", 9, 2, Severity.ERROR, "syntax", "A brace is not closed.", "Close it.", "broken"),
    ),
    aliases={"omarova-old": "omarova2021"},
    removed={"gone2020": "published twice"},
    stale={"reeds.bib": "the entry is broken now"},
    built_at="2024-05-01T10:00:00+00:00",
    files=frozenset({"rice.pdf", "reeds.pdf", "data.zip"}),
)


def fill(engine: SearchEngine, records: tuple[Record, ...] = RECORDS, site: Site = SITE) -> None:
    """Commit a generation that holds these records and nothing else."""
    documents = (document(record, site.authorities) for record in records)
    engine.update([analyse(own, FIELDS) for own in documents], (), attachment=dump_site(site), clear=True)
