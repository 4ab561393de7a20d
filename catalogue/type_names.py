"""What types of publications are called, so that `type:` takes the names that readers know.

Names are those that pages show in each language, and others in use; a type's own name (`incollection`) needs
no entry. Any form of a name will do: `book chapters`, `статьи`.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from catalogue.model import RecordType as Type
from index.languages import stem
from index.tokens import tokenise

_ENGLISH: Mapping[str, tuple[str, ...]] = {
    Type.ARTICLE: ("journal article", "paper", "ar"),
    Type.AUDIO: ("audio recording",),
    Type.BIBNOTE: ("bibliographic note",),
    Type.BOOK: ("monograph", "bk"),
    Type.BOOKINBOOK: ("book within a book",),
    Type.BOOKLET: ("brochure",),
    Type.COLLECTION: ("edited book", "edited volume"),
    Type.DATASET: ("data set",),
    Type.INBOOK: ("part of a book", "chapter", "book chapter", "ch"),
    Type.INCOLLECTION: ("chapter", "book chapter", "ch"),
    Type.INPROCEEDINGS: ("conference paper", "conference article", "proceedings paper", "paper", "cp"),
    Type.INREFERENCE: ("reference work entry", "encyclopedia entry", "dictionary entry"),
    Type.JURISDICTION: ("court decision",),
    Type.LEGAL: ("legal document",),
    Type.LEGISLATION: ("law",),
    Type.MANUAL: ("textbook",),
    Type.MISC: ("other", "miscellaneous"),
    Type.MOVIE: ("film",),
    Type.MVBOOK: ("book in several volumes",),
    Type.MVCOLLECTION: ("collection in several volumes",),
    Type.MVPROCEEDINGS: ("proceedings in several volumes",),
    Type.MVREFERENCE: ("reference work in several volumes",),
    Type.ONLINE: ("web page", "website"),
    Type.PERIODICAL: ("journal issue",),
    Type.PROCEEDINGS: ("conference proceedings",),
    Type.REFERENCE: ("reference work", "encyclopedia", "dictionary"),
    Type.REPORT: ("working paper", "rp"),
    Type.REVIEW: ("book review", "re"),
    Type.SUPPBOOK: ("supplement to a book",),
    Type.SUPPCOLLECTION: ("supplement to a collection",),
    Type.SUPPPERIODICAL: ("supplement to a journal",),
    Type.THESIS: ("theses", "dissertation", "th"),
    Type.UNPUBLISHED: ("unpublished work", "manuscript"),
    "phdthesis": ("doctoral thesis", "doctoral dissertation", "phd thesis"),
    "mathesis": ("master’s thesis",),
    "bathesis": ("bachelor’s thesis",),
    "candthesis": ("candidate’s thesis",),
    "techreport": ("technical report",),
    "resreport": ("research report",),
}
"""Those of two letters are Scopus' own."""
_RUSSIAN: Mapping[str, tuple[str, ...]] = {
    Type.ARTICLE: ("статья", "журнальная статья", "научная статья", "статья в журнале"),
    Type.ARTWORK: ("произведение искусства",),
    Type.AUDIO: ("аудиозапись",),
    Type.BIBNOTE: ("библиографическая заметка",),
    Type.BOOK: ("книга", "монография"),
    Type.BOOKINBOOK: ("книга в составе книги",),
    Type.BOOKLET: ("брошюра",),
    Type.COLLECTION: ("сборник", "сборник статей"),
    Type.COMMENTARY: ("комментарий",),
    Type.DATASET: ("набор данных",),
    Type.IMAGE: ("изображение",),
    Type.INBOOK: ("часть книги", "глава", "глава книги", "глава в книге"),
    Type.INCOLLECTION: ("статья в сборнике", "глава", "глава книги", "глава в книге"),
    Type.INPROCEEDINGS: ("доклад", "доклад на конференции", "тезисы"),
    Type.INREFERENCE: ("статья в справочном издании", "статья в энциклопедии"),
    Type.JURISDICTION: ("судебное решение",),
    Type.LEGAL: ("правовой документ",),
    Type.LEGISLATION: ("законодательный акт", "закон"),
    Type.LETTER: ("письмо",),
    Type.MANUAL: ("руководство", "учебник", "учебное пособие"),
    Type.MISC: ("другое", "прочее"),
    Type.MOVIE: ("фильм",),
    Type.MUSIC: ("музыка",),
    Type.MVBOOK: ("многотомная книга",),
    Type.MVCOLLECTION: ("многотомный сборник",),
    Type.MVPROCEEDINGS: ("многотомные материалы конференции",),
    Type.MVREFERENCE: ("многотомное справочное издание",),
    Type.ONLINE: ("веб-страница", "сайт"),
    Type.PATENT: ("патент",),
    Type.PERFORMANCE: ("постановка",),
    Type.PERIODICAL: ("номер журнала",),
    Type.PROCEEDINGS: ("материалы конференции", "труды конференции"),
    Type.REFERENCE: ("справочное издание", "справочник", "энциклопедия", "словарь"),
    Type.REPORT: ("отчёт",),
    Type.REVIEW: ("рецензия",),
    Type.SET: ("комплект",),
    Type.SOFTWARE: ("компьютерная программа", "программа"),
    Type.STANDARD: ("стандарт",),
    Type.SUPPBOOK: ("приложение к книге",),
    Type.SUPPCOLLECTION: ("приложение к сборнику",),
    Type.SUPPPERIODICAL: ("приложение к журналу",),
    Type.THESIS: ("диссертация", "дипломная работа"),
    Type.UNPUBLISHED: ("неопубликованная работа", "рукопись"),
    Type.VIDEO: ("видео", "видеозапись"),
    "phdthesis": ("докторская диссертация",),
    "mathesis": ("магистерская диссертация",),
    "bathesis": ("бакалаврская работа",),
    "candthesis": ("кандидатская диссертация",),
    "techreport": ("технический отчёт",),
    "resreport": ("отчёт об исследовании",),
}
_KAZAKH: Mapping[str, tuple[str, ...]] = {
    Type.ARTICLE: ("мақала", "журнал мақаласы", "ғылыми мақала"),
    Type.ARTWORK: ("өнер туындысы",),
    Type.AUDIO: ("аудиожазба",),
    Type.BIBNOTE: ("библиографиялық ескертпе",),
    Type.BOOK: ("кітап", "монография"),
    Type.BOOKINBOOK: ("кітап ішіндегі кітап",),
    Type.COLLECTION: ("жинақ",),
    Type.COMMENTARY: ("түсініктеме",),
    Type.DATASET: ("деректер жиыны",),
    Type.IMAGE: ("кескін",),
    Type.INBOOK: ("кітап бөлігі", "тарау", "кітап тарауы"),
    Type.INCOLLECTION: ("жинақтағы мақала", "тарау", "кітап тарауы"),
    Type.INPROCEEDINGS: ("баяндама", "конференция баяндамасы"),
    Type.INREFERENCE: ("анықтамалықтағы мақала",),
    Type.JURISDICTION: ("сот шешімі",),
    Type.LEGAL: ("құқықтық құжат",),
    Type.LEGISLATION: ("заңнамалық акт", "заң"),
    Type.LETTER: ("хат",),
    Type.MANUAL: ("нұсқаулық", "оқулық", "оқу құралы"),
    Type.MISC: ("басқа",),
    Type.MVBOOK: ("көптомдық кітап",),
    Type.MVCOLLECTION: ("көптомдық жинақ",),
    Type.MVPROCEEDINGS: ("конференцияның көптомдық материалдары",),
    Type.MVREFERENCE: ("көптомдық анықтамалық",),
    Type.ONLINE: ("веб-бет",),
    Type.PATENT: ("патент",),
    Type.PERFORMANCE: ("қойылым",),
    Type.PERIODICAL: ("журнал нөмірі",),
    Type.PROCEEDINGS: ("конференция материалдары",),
    Type.REFERENCE: ("анықтамалық", "энциклопедия", "сөздік"),
    Type.REPORT: ("есеп",),
    Type.REVIEW: ("рецензия", "пікір"),
    Type.SET: ("жиынтық",),
    Type.SOFTWARE: ("компьютерлік бағдарлама", "бағдарлама"),
    Type.STANDARD: ("стандарт",),
    Type.SUPPBOOK: ("кітапқа қосымша",),
    Type.SUPPCOLLECTION: ("жинаққа қосымша",),
    Type.SUPPPERIODICAL: ("журналға қосымша",),
    Type.THESIS: ("диссертация", "дипломдық жұмыс"),
    Type.UNPUBLISHED: ("жарияланбаған жұмыс", "қолжазба"),
    Type.VIDEO: ("бейнежазба",),
    "phdthesis": ("докторлық диссертация",),
    "mathesis": ("магистрлік диссертация",),
    "bathesis": ("бакалаврлық жұмыс",),
    "candthesis": ("кандидаттық диссертация",),
    "techreport": ("техникалық есеп",),
    "resreport": ("зерттеу есебі",),
}
_LANGUAGES = {"en": _ENGLISH, "ru": _RUSSIAN, "kk": _KAZAKH}


@lru_cache(maxsize=1024)
def types_named(text: str) -> tuple[str, ...]:
    """The types and genres, as they are indexed, that a text is a name of; () if it is a name of none.

    >>> types_named("book chapters"), types_named("Статьи"), types_named("inbook"), types_named("pamphlet")
    (('inbook', 'incollection'), ('article',), ('inbook',), ())
    """
    if text.casefold() in _OWN:
        return (text.casefold(),)
    named = (_BY_STEMS.get((language, _stems(language, text)), ()) for language in _LANGUAGES)
    return tuple(dict.fromkeys(value for values in named for value in values))


def _stems(language: str, text: str) -> tuple[str, ...]:
    return tuple(stem(language, token.word) for token in tokenise(text))


def _names() -> Iterator[tuple[str, str, str]]:
    """Each language with a name in it, and what has that name."""
    yield from (("en", each.value, each.value) for each in Type)
    for language, names in _LANGUAGES.items():
        for value, known in names.items():
            yield from ((language, name, str(value)) for name in known)


def _by_stems() -> dict[tuple[str, tuple[str, ...]], tuple[str, ...]]:
    found: dict[tuple[str, tuple[str, ...]], tuple[str, ...]] = {}
    for language, name, value in _names():
        key = (language, _stems(language, name))
        found[key] = (*found.get(key, ()), value)
    return found


_BY_STEMS = _by_stems()
_OWN = frozenset(value for _, _, value in _names())
"""What types and genres are called in the index."""
