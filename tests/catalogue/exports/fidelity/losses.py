"""What is known to be lost between a record and a reader, each with its reason.

A loss that begins with "The format" is one that the format's documentation admits; all others are the
reader's own. A line says of which records it speaks, exactly: where a reader loses less than the table
says, the table is out of date, and its test fails.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from unicodedata import normalize

from catalogue.exports import BIBLATEX, Options
from catalogue.model import MarkKind, Name, Record, RecordType, Role
from tests.catalogue.exports.fidelity.facts import expected
from tests.catalogue.exports.fidelity.readers import Reader


@dataclass(frozen=True)
class Loss:
    """`readers` and `forms` are names parted by spaces; `field` is a fact, or `file` where such a record
    makes the reader give up everything."""

    readers: str
    forms: str
    field: str
    why: str
    when: Callable[[Record], bool]


def _of_types(*types: RecordType) -> Callable[[Record], bool]:
    return lambda record: record.type in types and bool(record.by_role(Role.AUTHOR))


def _marked(*kinds: MarkKind) -> Callable[[Record], bool]:
    return lambda record: any(mark.kind in kinds for _, text in record.title for mark in text.marks)


def _title_with(pattern: str) -> Callable[[Record], bool]:
    return lambda record: re.search(pattern, expected(record).title) is not None


def _printed_with(pattern: str) -> Callable[[Record], bool]:
    return lambda record: re.search(pattern, record.titles((record.language, "en"))) is not None


def _holding(pattern: str) -> Callable[[Name], object]:
    return lambda name: re.search(pattern, name.display)


def _name_with(matches: Callable[[Name], object]) -> Callable[[Record], bool]:
    return lambda record: any(matches(person.name) for person in record.by_role(Role.AUTHOR))


def _others(record: Record) -> bool:
    return Role.AUTHOR in record.others


def _unbalanced(record: Record) -> bool:
    title = expected(record).title
    return re.sub(r"[^{}]", "", title).replace("{}", "") != ""


def _before_christ(record: Record) -> bool:
    return expected(record).year.startswith("-")


def _without_start(record: Record) -> bool:
    return bool(record.issued and record.issued.end and not record.issued.start)


def _of_several_years(record: Record) -> bool:
    issued = record.issued
    return bool(issued and issued.start and issued.end and issued.start.year != issued.end.year)


def _named_twice(record: Record) -> bool:
    authors = expected(record).authors
    return len(set(authors)) < len(authors)


def _with_one_name_before_another(record: Record) -> bool:
    alone = [not person.name.given for person in record.by_role(Role.AUTHOR)]
    return alone != sorted(alone)


def _without_demanded_name(record: Record) -> bool:
    entry = "".join(BIBLATEX.write([record], Options()))
    return re.search(r"(?:author|editor) = \{\{\}\}", entry) is not None


_ASCII = ".bib?ascii .biblatex?ascii"
_TEX = f".bib .biblatex .biblatex?full {_ASCII}"
_CSV = ".csv .csv?excel"
_CYRILLIC = "[Ѐ-ӿ]"
_WITHOUT_COMMANDS = "[\u0600-\u06ff\u3000-\u9fff\U00010000-\U0010ffff]"
"""Letters of scripts that LaTeX has no commands for."""
_CSL = "pandoc citation-js"

LOSSES: tuple[Loss, ...] = (
    Loss(
        "pandoc pybtex bibtex bibutils citation-js bibclean",
        f"{_TEX} .csl.json .csl.yaml",
        "authors",
        "The format knows no list that goes on, but for a last author named others.",
        _others,
    ),
    Loss(
        _CSL,
        f"{_TEX} .csl.json .csl.yaml .ris .endnote.xml",
        "title",
        "What looks like a tag of HTML is one in CSL-JSON, the form in which these readers answer.",
        _title_with("</?[ib]>"),
    ),
    Loss(
        "pandoc pybtex bibtex bibclean biber",
        _TEX,
        "title",
        "pandoc, to which the others leave LaTeX, knows no command for a brace alone.",
        _unbalanced,
    ),
    Loss(
        "pandoc pybtex bibutils citation-js biber",
        ".biblatex .biblatex?ascii",
        "authors",
        "The format has no authors of these types.",
        _of_types(
            RecordType.MVPROCEEDINGS, RecordType.PERIODICAL, RecordType.PROCEEDINGS, RecordType.REFERENCE
        ),
    ),
    Loss(
        "pandoc bibutils",
        ".biblatex .biblatex?full",
        "title",
        "Both put an addition to the title behind it.",
        lambda record: any(name == "titleaddon" for name, _ in record.extra),
    ),
    Loss(
        "bibutils citation-js",
        ".bib .bib?ascii .biblatex",
        "title",
        "Both put some TeX of formulas into Unicode.",
        _marked(MarkKind.MATH),
    ),
    Loss(
        "bibutils",
        ".bib .bib?ascii .biblatex",
        "title",
        "It keeps these two commands.",
        _marked(MarkKind.SUB, MarkKind.SUP),
    ),
    Loss(
        "bibutils",
        ".bib .bib?ascii .biblatex",
        "title",
        "It keeps the command of a backslash.",
        _title_with(r"\\"),
    ),
    Loss(
        "bibutils",
        ".bib .bib?ascii",
        "title",
        "It takes the title of such a part of a book for that of the book.",
        lambda record: record.type is RecordType.INBOOK and not record.container,
    ),
    Loss(
        "bibutils",
        ".bib .bib?ascii .ris .enw .endnote.xml",
        "authors",
        "It takes two equal names for one.",
        _named_twice,
    ),
    Loss(
        "bibutils",
        ".biblatex",
        "file",
        "It stops at an author or an editor of whom no letter is known.",
        _without_demanded_name,
    ),
    *(
        Loss("pandoc bibtex bibutils biber", _ASCII, field, why, when)
        for why, pattern in (
            ("Nobody but LaTeX knows the commands of Cyrillic letters.", _CYRILLIC),
            ("The format writes letters that LaTeX has no commands for in Latin ones.", _WITHOUT_COMMANDS),
        )
        for field, when in (("title", _title_with(pattern)), ("authors", _name_with(_holding(pattern))))
    ),
    Loss("pandoc bibtex", _ASCII, "title", "pandoc knows no command for this letter.", _title_with("đ")),
    Loss("pandoc bibtex biber", _ASCII, "title", "pandoc keeps Greek letters as TeX.", _title_with("[α-ω]")),
    Loss(
        "bibutils", _ASCII, "title", "It keeps the commands of low and outer quotes.", _printed_with("[„«]")
    ),
    Loss(
        "bibutils",
        _ASCII,
        "title",
        "It keeps the command of an accent that Unicode has no such letter for.",
        _title_with("[\u0300-\u036f]"),
    ),
    Loss(
        "bibutils biber",
        _ASCII,
        "authors",
        "Neither knows two accents on one letter.",
        _name_with(lambda name: re.search(r"\w[\u0300-\u036f]{2}", normalize("NFD", name.display))),
    ),
    Loss(
        "bibclean",
        ".bib",
        "authors",
        "It leaves a field of many thousand letters as it stands, and takes the end of it away.",
        lambda record: len(record.by_role(Role.AUTHOR)) > 300,
    ),
    Loss(
        _CSL,
        ".bib .bib?ascii .endnote.xml",
        "year",
        "A year before 1 is read as CSL counts it, without a year 0.",
        _before_christ,
    ),
    Loss("citation-js", ".biblatex", "year", "It reads no year before 1.", _before_christ),
    Loss("bibutils", ".biblatex", "year", "It takes the sign off a year before 1.", _before_christ),
    Loss("citation-js", ".bib", "year", "It reads no years parted by a slash.", _of_several_years),
    Loss(
        "citation-js", ".csl.json", "year", "It takes a start that is not known for no date.", _without_start
    ),
    Loss("citation-js", ".biblatex", "file", "It stops at a range without a start.", _without_start),
    Loss(
        "biber",
        ".biblatex .biblatex?full .biblatex?ascii",
        "year",
        "Its biblatexml has no ranges without a start.",
        _without_start,
    ),
    Loss(
        "pandoc rispy bibutils citation-js lxml csv",
        f".ris .dc.xml {_CSV}",
        "year",
        "The format has no sign for years before 1; they are words or nothing.",
        _before_christ,
    ),
    Loss(
        "pandoc rispy bibutils citation-js lxml csv",
        f".ris .dc.xml .endnote.xml {_CSV}",
        "authors",
        "The format parts names at commas, those of organisations too.",
        _name_with(lambda name: "," in name.literal),
    ),
    Loss(
        "bibutils",
        ".enw",
        "authors",
        "It does not know the doubled comma in the name of an organisation.",
        _name_with(lambda name: "," in name.literal),
    ),
    Loss(
        "bibutils",
        ".ris",
        "authors",
        "It parts names at the word and.",
        _name_with(lambda name: re.search(r"\band\b", name.literal)),
    ),
    Loss(
        "pandoc",
        ".ris .endnote.xml",
        "authors",
        "It takes the second part of three for the suffix, as in BibTeX; here the suffix is last.",
        _name_with(lambda name: name.suffix),
    ),
    Loss(
        "citation-js",
        ".ris",
        "authors",
        "It takes the authors of these types for something else.",
        _of_types(RecordType.JURISDICTION, RecordType.LEGISLATION, RecordType.MOVIE, RecordType.MUSIC),
    ),
    Loss(
        "bibutils",
        ".enw .endnote.xml",
        "authors",
        "It knows no authors of a case or a statute.",
        _of_types(RecordType.JURISDICTION, RecordType.LEGISLATION),
    ),
    Loss(
        "lxml json",
        ".datacite.xml .datacite.json",
        "authors",
        "The format demands somebody: the editors where there is no author.",
        lambda record: not record.by_role(Role.AUTHOR) and bool(record.by_role(Role.EDITOR)),
    ),
    Loss(
        "lxml json",
        ".datacite.xml .datacite.json",
        "authors",
        "The format has a suffix only in the whole name.",
        _name_with(lambda name: name.suffix),
    ),
    Loss(
        "lxml json",
        ".datacite.xml .datacite.json",
        "year",
        "The format demands a year, and 9999 stands for none.",
        lambda record: record.issued is None,
    ),
    Loss("bibutils", ".mods.xml", "year", "It writes no year before 1 into RIS.", _before_christ),
    Loss(
        "bibutils",
        ".mods.xml",
        "authors",
        "It writes names of one part into RIS after all others.",
        _with_one_name_before_another,
    ),
    Loss(
        "bibutils",
        ".mods.xml",
        "authors",
        "It writes names into RIS, which parts them at commas.",
        _name_with(lambda name: "," in name.literal),
    ),
    Loss(
        "bibutils",
        ".mods.xml",
        "authors",
        "It takes the last form of the name of an organisation for the first.",
        lambda record: any(own.name.literal and own.variants for own in record.by_role(Role.AUTHOR)),
    ),
    Loss("csv", _CSV, "authors", "The format ends a list that goes on with et al.", _others),
    Loss(
        "csv",
        _CSV,
        "authors",
        "The format has the suffix of a name second, as BibTeX does.",
        _name_with(lambda name: name.suffix),
    ),
    Loss(
        "pandoc",
        ".rtf",
        "title",
        "It does not join the two halves of a letter beyond the first 65,536.",
        _title_with("[\U00010000-\U0010ffff]"),
    ),
    Loss("pandoc", ".csl.yaml", "year", "It takes a start that is not known for no date.", _without_start),
)


def losses_of(reader: Reader) -> Iterator[Loss]:
    """The lines that speak of a reader."""
    for loss in LOSSES:
        if reader.name in loss.readers.split() and reader.form in loss.forms.split():
            yield loss
