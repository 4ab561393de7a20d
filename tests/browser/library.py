"""The invented library as browsers are shown it: with one of every kind that has a page."""

from dataclasses import replace

from catalogue.concepts import Concept, Concepts
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
    Multilingual,
    Name,
    PartialDate,
    Person,
    Record,
    RecordType,
    Role,
    Scheme,
    Text,
)
from catalogue.people import People
from catalogue.site import Article, LocalisedArticle, Member
from catalogue.venues import Venue, Venues
from tests.catalogue.web.library import DELTA, KAZAKH, RECORDS, SITE

ORCIDS = ("0000-0001-5109-3700", "0000-0002-9079-593X", "0000-0003-1419-2405")
_SENTENCES = {
    "en": "Pastures were shared by custom, and custom was written down late. ",
    "ru": "Пастбища делили по обычаю, а обычай был записан поздно. ",
    "kk": "Жайылымдар әдет-ғұрып бойынша бөлінді, ал әдет-ғұрып кеш жазылды. ",
}


def _author(family: str, given: str, cyrillic: tuple[str, str] = ("", ""), orcid: str = "") -> Contributor:
    variants = (("kk", Name(*cyrillic)),) if any(cyrillic) else ()
    return Contributor(Name(family, given), variants=variants, orcid=orcid)


TOGETHER = (
    _author("Akhmetova", "Gulnar", ("Ахметова", "Гүлнар"), orcid=ORCIDS[0]),
    _author("Äbenov", "Yerlan", ("Әбенов", "Ерлан")),
    _author("Ospanova", "Madina", ("Оспанова", "Мәдина")),
    _author("Brandt", "Ilse", orcid=ORCIDS[1]),
    _author("Okafor", "Chidi"),
    _author("Щукин", "Пётр"),
)
RICH = Record(
    key="akhmetova2023",
    type=RecordType.INPROCEEDINGS,
    title=Multilingual.of(
        {
            "en": "Custom and pasture in five censuses",
            "ru": "Обычай и пастбище в пяти переписях",
            "kk": "Бес санақтағы әдет-ғұрып пен жайылым",
        }
    ),
    subtitle=Multilingual.of({"en": "what the herders of Zhetysu told those who counted them"}),
    abstract=Multilingual.of({tag: f"{text * 12}\n\n{text * 6}" for tag, text in _SENTENCES.items()}),
    keywords=tuple(
        Keyword(Text(word), tag)
        for tag, words in {
            "en": ("pasture", "custom", "census"),
            "ru": ("пастбище", "обычай", "перепись"),
            "kk": ("жайылым", "әдет-ғұрып", "санақ"),
        }.items()
        for word in words
    ),
    container=Container(
        Multilingual.of({"en": "Proceedings of the Invented Society for Steppes"}),
        subtitle=Multilingual.of({"en": "Second meeting"}),
    ),
    event=Event(
        Multilingual.of({"en": "Second Meeting on Steppes"}),
        Multilingual.of({"en": "Almaty", "kk": "Алматы"}),
        Issued.parse("2023-05-01/2023-05-03"),
    ),
    contributors=(
        replace(
            TOGETHER[0],
            affiliations=(
                Affiliation(Multilingual.of({"en": "Institute of Steppes", "ru": "Институт степей"})),
            ),
            corresponding=True,
        ),
        *TOGETHER[1:],
        Contributor(Name("Weiss", "Edda"), Role.EDITOR),
        Contributor(Name("Lee", "Min"), Role.TRANSLATOR),
    ),
    issued=Issued(PartialDate(2023, 9, 14)),
    volume="2",
    pages="15–48",
    publisher=Multilingual.of({"en": "Invented Press"}),
    place=Multilingual.of({"en": "Almaty"}),
    series=Multilingual.of({"en": "Steppe Studies"}),
    identifiers=(
        Identifier(Scheme.DOI, "10.99999/steppe.2023.15"),
        Identifier(Scheme.ISBN, "9780306406157"),
        Identifier(Scheme.ARXIV, "2301.01234v2"),
    ),
    languages=("kk", "en"),
    license="CC-BY-SA-4.0",
    access=Access(AccessStatus.OPEN),
    links=(Link("https://steppes.example.org/15", "Slides"), Link("https://steppes.example.org/data")),
    files=(File("rice.pdf", "Preprint"), File("reeds.pdf")),
    projects=("delta",),
    classification=(Classification("udc", "633.2"), Classification("jel", "Q15")),
    note=Multilingual.of({"en": "With a map."}),
    added=PartialDate(2023, 10, 1),
    modified=PartialDate(2024, 1, 5),
)
LONG_WORD = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenversicherungsangelegenheiten"
LONG = Record(
    key="capitaine1911",
    type=RecordType.ARTICLE,
    title=Multilingual.of({"de": f"{LONG_WORD}: {'von der Fürsorge für die Hinterbliebenen ' * 8}"}),
    keywords=(Keyword(Text(LONG_WORD), "de"), Keyword(Text("Fürsorge"), "de")),
    container=Container(Multilingual.of({"de": f"Zeitschrift für {LONG_WORD}"})),
    contributors=tuple(_author(f"{LONG_WORD[:number]}", "Ida") for number in range(40, 70)),
    issued=Issued(PartialDate(1911)),
    identifiers=(Identifier(Scheme.DOI, f"10.99999/{'long' * 30}"),),
    added=PartialDate(2018, 1, 1),
)
"""Longer than any screen is wide, and by thirty people."""
POOR = Record(key="leaflet", type=RecordType.MISC, title=Multilingual.of("Leaflet"))
SERIES = tuple(
    Record(
        key=f"herds{number}",
        type=RecordType.ARTICLE,
        title=Multilingual.of(
            {"en": f"Herds and seasons, note {number}", "kk": f"Мал мен маусым, {number}-жазба"}
        ),
        abstract=Multilingual.of({"en": _SENTENCES["en"] * 3, "kk": _SENTENCES["kk"] * 3}),
        keywords=(
            Keyword(Text(("pasture", "census", "season", "migration")[number % 4]), "en"),
            Keyword(Text(("custom", "water", "pasture")[number % 3]), "en"),
        ),
        container=Container(Multilingual.of({"en": ("Steppe Notes", "Annals of Herding")[number % 2]})),
        contributors=(TOGETHER[number % 6], TOGETHER[(number + 1 + number // 6 % 3) % 6]),
        issued=Issued(PartialDate(2012 + number % 12)),
        languages=(("en", "kk", "ru")[number % 3],),
        added=PartialDate(2018, 1, 1),
    )
    for number in range(1, 49)
)
"""Enough of the same people, words and journals for each kind of picture."""
RECORDS_SHOWN = (*RECORDS, KAZAKH, RICH, POOR, LONG, *SERIES)

AKHMETOVA = Person(
    "akhmetova-gulnar",
    {"en": ("Akhmetova, Gulnar",), "kk": ("Ахметова, Гүлнар",), "ru": ("Ахметова, Гульнар",)},
    variants=("Akhmetova, G.",),
    orcid=ORCIDS[0],
    scopus="57000000000",
    researcher_id="AAA-1234-2020",
    url="https://steppes.example.org/akhmetova",
    affiliation=Multilingual.of({"en": "Institute of Steppes", "ru": "Институт степей"}),
    aliases=("akhmetova-g",),
)
NOTES = Venue(
    "steppe-notes",
    {"en": ("Steppe Notes",), "ru": ("Степные заметки",), "kk": ("Дала жазбалары",)},
    issns=("1234-5679",),
    url="https://notes.example.org/",
    publisher=Multilingual.of({"en": "Invented Press"}),
)
PASTURE = Concept("pasture", {"en": ("pasture", "grazing"), "ru": ("пастбище",), "kk": ("жайылым",)})
COURSE = {
    "en": Article("course", "The course", "<h2>Dates</h2><p>Starts soon.</p>", "en", project="delta"),
    "kk": Article("course", "Курс", "<h2>Мерзімі</h2><p>Жақында басталады.</p>", "kk", project="delta"),
}
ROLE = Multilingual.of({"en": "adviser", "ru": "консультант", "kk": "кеңесші"})
SITE_SHOWN = replace(
    SITE,
    projects={
        **SITE.projects,
        "delta": replace(
            DELTA,
            call="Inventions 2022",
            agency=Multilingual.of({"en": "Agency of Deltas"}),
            institution=Multilingual.of({"en": "Institute"}),
            members=(*DELTA.members, Member("G. Akhmetova", ROLE, person=AKHMETOVA.key)),
        ),
    },
    people=People((AKHMETOVA,)),
    venues=Venues((NOTES,)),
    concepts=Concepts((PASTURE,)),
    pages={"course": LocalisedArticle("course", COURSE)},
)
