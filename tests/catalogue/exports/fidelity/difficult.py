"""Invented records, each of which has one thing that formats and their readers are known to lose.

The key says which; whatever else a record states is as plain as can be, so that a loss can be told from
another.
"""

from dataclasses import replace

from catalogue.model import (
    Container,
    Contributor,
    Identifier,
    Issued,
    Mark,
    MarkKind,
    Multilingual,
    Name,
    Record,
    RecordType,
    Role,
    Scheme,
    Text,
)

_WRITTEN = {
    "specials": r"50% of R&D_costs: #1, $5, ~7, 2^3 and C:\data {sic}",
    "lone-brace": "The } and the { in a line",
    "quotes": "“Double” and ‘single’, „low“ and «outer», \"straight\" and 'typed'",
    "grave-quotes": "Old ``double'' and `single' quotes",
    "apostrophes": "The people’s choice isn't l’été",
    "dashes": "Rivers – 1990–1999 — seas - self-made",
    "typed-dashes": "Rivers -- seas --- lakes",
    "entities": "Salt &amp; water: a < b > c, <i>so called</i>",
    "sentence-case": "Why NASA and iPhone Users Love Almaty",
    "capitals": "WATER IN THE STEPPE",
    "question": "Who knows? Nobody!",
    "ends-with-stop": "On rivers, etc.",
    "colons": "Rivers: lakes: seas",
    "accents": "Élan vital naïf, Ångström, Łódź, Đorđević, ß, ø",
    "decomposed": "x\u0304 and q\u0307",
    "no-break": "A\u00a0land of 5\u202f000\u00a0lakes",
    "russian": "Женский труд в Казахстане: опыт XXI века",
    "kazakh": "Әйелдер еңбегі: Қазақстандағы өңір, ұлт, һәм ғылым",
    "chinese": "哈萨克斯坦的水资源",
    "japanese": "カザフスタンの水資源と「未来」",
    "arabic": "المياه في كازاخستان",
    "astral": "𝔸 gene 🧬 and a letter 𠀀",
    "greek": "α-synuclein and μ-opioids",
    "looks-like-null": "null",
    "looks-like-number": "010",
    "looks-like-date": "2024-01-02",
    "looks-like-formula": "=1+1",
    "looks-like-tag": "TY  - JOUR",
    "looks-like-list": "- one: two",
    "looks-like-markdown": "*One* _two_ `three` [four](five) # six",
    "quoted-whole": '"All of it"',
    "long": "The river " * 120 + "ends",
}
"""Titles by what is difficult in them."""

_NAMES = {
    "organisation": (Name(literal="World Health Organization"),),
    "organisation-with-and": (Name(literal="Simon and Schuster"), Name(literal="Bureau, Dept. of Water")),
    "organisation-in-russian": (Name(literal="Институт демографии имени А. Г. Вишневского"),),
    "particle": (Name("Gogh", "Vincent", "van"), Name("Cruz", "Ana", "de la")),
    "suffix": (Name("King", "Martin Luther", suffix="Jr"), Name("Gates", "William", suffix="III")),
    "one-name": (Name("Абай"), Name("Plato")),
    "one-name-of-two-words": (Name("Mahfouz Sattar"),),
    "double-family": (Name("García Márquez", "Gabriel"), Name("Lloyd Webber", "Andrew")),
    "small-family": (Name("hooks", "bell"),),
    "hyphens": (Name("Иванова-Петрова", "Анна-Мария"), Name("Sartre", "Jean-Paul")),
    "apostrophe-in-name": (Name("O’Neill", "Shaun"), Name("D'Angelo", "Rosa")),
    "accents-in-name": (Name("Łukasiewicz", "Şebnem"), Name("Nguyễn", "Văn Ánh")),
    "initials": (Name("Ахметова", "Г. Б."), Name("Doe", "J.-P.")),
    "patronymic": (Name("Сейтқазы", "Шолпан Әбілқызы"),),
    "chinese-name": (Name("王", "小明"), Name("山田", "太郎")),
    "arabic-name": (Name("محفوظ", "نجيب"),),
    "and-in-name": (Name("Anders and", "Jo"),),
    "equal-names": (Name("Doe", "Jane"), Name("Doe", "Jane")),
}
"""Authors by what is difficult in them."""

_DATES = {
    "year": "2024",
    "month": "2024-03",
    "day": "2024-03-07",
    "early-year": "0987",
    "range-of-years": "2019/2021",
    "range-of-days": "2024-03-07/2024-03-09",
    "open-range": "2019/",
    "range-without-start": "/2021",
    "season": "2024-21",
    "circa": "1850~",
    "uncertain": "1850?",
    "before-christ": "-0043",
    "forthcoming": "forthcoming",
    "date-in-words": "в печати, 50 % готово",
}
"""Dates by what is difficult in them."""


def english(plain: str) -> Multilingual:
    """An English text."""
    return Multilingual.of({"en": plain})


PLAIN = Record(
    "plain",
    RecordType.ARTICLE,
    english("Rivers of the steppe"),
    container=Container(english("Journal of Rivers")),
    contributors=(Contributor(Name("Doe", "Jane")), Contributor(Name("Kim", "Chul"))),
    issued=Issued.parse("2024"),
    volume="12",
    pages="101–119",
    languages=("en",),
)


def _titled(key: str, text: str) -> Record:
    return replace(PLAIN, key=key, title=Multilingual.of({"en": Text(text)}))


def _by(key: str, names: tuple[Name, ...]) -> Record:
    return replace(PLAIN, key=key, contributors=tuple(Contributor(name) for name in names))


def _marked(key: str, plain: str, *marks: tuple[MarkKind, str]) -> Record:
    spans = (Mark(kind, plain.index(part), plain.index(part) + len(part)) for kind, part in marks)
    return replace(PLAIN, key=key, title=Multilingual.of({"en": Text(plain, tuple(spans))}))


_MARKED = (
    _marked("italic", "Diet of Saiga tatarica in spring", (MarkKind.ITALIC, "Saiga tatarica")),
    _marked("bold", "A bold claim", (MarkKind.BOLD, "bold")),
    _marked("sub-and-sup", "CO2 over 10 km2", (MarkKind.SUB, "2"), (MarkKind.SUP, "2")),
    _marked("nocase", "Rivers of the Altai in DNA", (MarkKind.NOCASE, "Altai"), (MarkKind.NOCASE, "DNA")),
    _marked("math", r"On x_1 + \alpha^2 in rivers", (MarkKind.MATH, r"x_1 + \alpha^2")),
)
_COMPOSED = (
    PLAIN,
    replace(PLAIN, key="subtitle", subtitle=english("A survey")),
    replace(PLAIN, key="several-titles", title=Multilingual.of({"en": "Rivers", "ru": "Реки", "kk": "Өзен"})),
    replace(PLAIN, key="several-titles-ru", title=Multilingual.of({"ru": "Б", "en": "A"}), languages=("ru",)),
    _by("500-authors", tuple(Name(f"Doe{number}", f"Jane{number}") for number in range(500))),
    replace(PLAIN, key="and-others", others=(Role.AUTHOR,)),
    replace(PLAIN, key="no-author", contributors=()),
    replace(PLAIN, key="editor-only", contributors=(Contributor(Name("Kim", "C."), Role.EDITOR),)),
    replace(PLAIN, key="no-date", issued=None),
    replace(PLAIN, key="abstract", abstract=english("One: 50% & {two}.\n\nThree\\four; “five” — $6.")),
    replace(PLAIN, key="doi", identifiers=(Identifier(Scheme.DOI, "10.1000/a_b(2)<c>;1#x"),)),
    replace(PLAIN, key="key:with/signs.in-it"),
    replace(PLAIN, key="ключ-1"),
)
_BARE = tuple(Record(f"bare-{kind}", kind, english("Rivers")) for kind in RecordType)
_FULL = tuple(replace(PLAIN, key=f"type-{kind}", type=kind) for kind in RecordType)

DIFFICULT: tuple[Record, ...] = (
    *_COMPOSED,
    *(_titled(key, text) for key, text in _WRITTEN.items()),
    *_MARKED,
    *(_by(key, names) for key, names in _NAMES.items()),
    *(replace(PLAIN, key=f"date-{key}", issued=Issued.parse(date)) for key, date in _DATES.items()),
    *_BARE,
    *_FULL,
)
"""Every one of them, each under a key of its own."""
