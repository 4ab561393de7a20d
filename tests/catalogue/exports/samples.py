"""Invented records for the formats that have room for all that a record states, and records to judge by."""

from functools import cache
from pathlib import Path

from catalogue.exports.registry import Options
from catalogue.library import read_library
from catalogue.model import (
    Access,
    AccessStatus,
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
    Mark,
    MarkKind,
    Multilingual,
    Name,
    PartialDate,
    Record,
    RecordType,
    Role,
    Scheme,
    Text,
)
from catalogue.scan import scan
from tests.library_records import library_records, records_of

ROOT = Path(__file__).resolve().parents[3]
OPTIONS = Options(
    base_url="https://example.org",
    grants={
        "steppe": Grant(
            Multilingual.of({"en": "Rivers of the steppe"}),
            "ROST",
            "101/5",
            "European Union",
            "Horizon Europe",
        )
    },
)


def english(plain: str) -> Multilingual:
    return Multilingual.of({"en": plain})


ARTICLE = Record(
    "sample:2024/a",
    RecordType.ARTICLE,
    Multilingual.of({"kk": "Дала өзендері", "en": "Rivers of the steppe", "ru": "Реки степи"}),
    subtitle=Multilingual.of({"kk": "шолу", "en": "a survey"}),
    abstract=Multilingual.of({"kk": Text.of("Бірінші.\n\nЕкінші."), "en": "Salt & <water>"}),
    keywords=(Keyword(Text("өзен"), "kk"), Keyword(Text("river"), "en"), Keyword(Text("H2O"))),
    container=Container(
        Multilingual.of({"kk": "Өзен журналы", "en": "Journal of Rivers"}), short_title=english("J. Riv.")
    ),
    contributors=(
        Contributor(
            Name("Сейтова", "Айгүл", suffix="Jr"),
            variants=(("en", Name("Seitova", "Aigul")),),
            orcid="0000-0002-1825-0097",
            affiliations=(Affiliation(english("Steppe University"), "05dxps055"),),
            corresponding=True,
        ),
        Contributor(Name(literal="Bureau of Water")),
        Contributor(Name("Goethe", "Johann", "von"), Role.TRANSLATOR),
    ),
    others=(Role.AUTHOR,),
    issued=Issued.parse("2024-03-07"),
    volume="12",
    issue="3",
    pages="101–119",
    publisher=Multilingual.of({"kk": "Дала баспасы"}),
    place=Multilingual.of({"kk": "Алматы"}),
    identifiers=(Identifier(Scheme.DOI, "10.1000/abc"), Identifier(Scheme.ISSN, "1234-5679")),
    aliases=("old-key",),
    languages=("kk", "kk-Latn"),
    license="CC-BY-4.0",
    access=Access(AccessStatus.EMBARGOED, PartialDate(2027, 1, 31)),
    links=(Link("https://example.org/a b", "Full text"),),
    files=(File("2024/a.pdf", media_type="application/pdf"),),
    projects=("steppe",),
    classification=(Classification("udc", "556.5"), Classification("mrnti", "37.27.19")),
    note=english("In two parts."),
    visited=PartialDate(2024, 5, 6),
    added=PartialDate(2024, 4, 1),
    modified=PartialDate(2024, 4, 2),
)
CHAPTER = Record(
    "chapter2020",
    RecordType.INCOLLECTION,
    english("A chapter"),
    container=Container(english("A book"), english("in two volumes")),
    event=Event(english("Water Days"), english("Astana"), Issued.parse("2019-06")),
    contributors=(Contributor(Name("Berg", "Anna")), Contributor(Name("Kim", "C."), Role.EDITOR)),
    issued=Issued.parse("2019/2020"),
    pages="12, 15–17",
    number="7",
    chapter="4",
    series=english("Studies of Water"),
    identifiers=(Identifier(Scheme.ISBN, "9783161484100"),),
    languages=("en",),
)
THESIS = Record(
    "thesis2021",
    RecordType.THESIS,
    Multilingual.of({"und": "Lakes"}),
    contributors=(Contributor(Name("Berg", "Anna")), Contributor(Name("Kim", "C."), Role.ADVISOR)),
    issued=Issued.parse("2021-21"),
    genre="phdthesis",
    page_total="210",
    institution=english("Steppe University"),
)
BARE = Record("bare", RecordType.MISC, Multilingual.of({"und": "Nothing else"}))
CROWD = Record(
    "crowd",
    RecordType.ARTICLE,
    english("By many"),
    contributors=tuple(Contributor(Name(f"Family{number}", "A.")) for number in range(500)),
)
SCRIPTS = Record(
    "scripts",
    RecordType.BOOK,
    Multilingual.of(
        {
            "ar": "المياه \u200fفي كازاخستان",
            "zh": "哈萨克斯坦的水资源 𠀀",
            "en": Text("H2O & x^2 <b>", (Mark(MarkKind.SUB, 1, 2), Mark(MarkKind.MATH, 6, 9))),
        }
    ),
    abstract=Multilingual.of({"en": Text("form feed\x0cbell\x07null\x00half\ud800end\ufffe")}),
)
SAMPLES = (ARTICLE, CHAPTER, THESIS, BARE, CROWD, SCRIPTS)


@cache
def judged_records() -> tuple[Record, ...]:
    """The samples, the fabricated library, and what this catalogue publishes."""
    published = read_library(scan(ROOT / "data")).records.values()
    return (*SAMPLES, *library_records(), *published)


@cache
def real_records(path: Path) -> tuple[Record, ...]:
    """Every record of a real bibliography."""
    return tuple(records_of(path.read_bytes(), path.name))
