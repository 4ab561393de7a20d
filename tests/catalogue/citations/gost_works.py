"""Fabricated works of the kinds that the GOST standards give examples of, as CSL items in three languages."""

from typing import Any

Item = dict[str, Any]

_WORDS: dict[str, dict[str, str]] = {
    "ru": {
        "article": "Память о степных колодцах",
        "journal": "Вестник речных исследований",
        "book": "Города у реки",
        "genre": "монография",
        "series": "Речная библиотека",
        "house": "Береста",
        "place": "Алматы",
        "chapter": "Мост и рынок",
        "volume": "Улицы и площади",
        "thesis": "Язык паромщиков",
        "degree": "дис. … канд. филол. наук",
        "school": "Приречный университет",
        "page": "Карта ветров",
        "site": "Ветер и люди",
        "law": "О степных дорогах",
        "act": "Закон Примерской Республики",
        "gazette": "Ведомости Примерской Республики",
    },
    "kk": {
        "article": "Дала құдықтары туралы жады",
        "journal": "Өзен зерттеулері хабаршысы",
        "book": "Өзен бойындағы қалалар",
        "genre": "монография",
        "series": "Өзен кітапханасы",
        "house": "Қайың",
        "place": "Алматы",
        "chapter": "Көпір мен базар",
        "volume": "Көшелер мен алаңдар",
        "thesis": "Паромшылар тілі",
        "degree": "филол. ғыл. канд. дис.",
        "school": "Өзен университеті",
        "page": "Желдер картасы",
        "site": "Жел мен адамдар",
        "law": "Дала жолдары туралы",
        "act": "Үлгі Республикасының Заңы",
        "gazette": "Үлгі Республикасының жаршысы",
    },
    "en": {
        "article": "The memory of steppe wells",
        "journal": "River Studies",
        "book": "Towns by the river",
        "genre": "a monograph",
        "series": "River Library",
        "house": "Birchbark",
        "place": "Almaty",
        "chapter": "Bridge and market",
        "volume": "Streets and squares",
        "thesis": "The language of ferrymen",
        "degree": "PhD thesis",
        "school": "Riverside University",
        "page": "A map of winds",
        "site": "Winds and People",
        "law": "On steppe roads",
        "act": "Law of the Exemplary Republic",
        "gazette": "Gazette of the Exemplary Republic",
    },
}
_NAMES: dict[str, list[tuple[str, str]]] = {
    "ru": [
        ("Лугов", "Пётр Ильич"),
        ("Сосновская", "Анна"),
        ("Ким", "Вера Олеговна"),
        ("Рощин", "Лев"),
        ("Пак", "Ия"),
    ],
    "kk": [
        ("Далабаев", "Ержан Серікұлы"),
        ("Көпжасарова", "Әсел"),
        ("Ким", "Вера"),
        ("Қайыңов", "Мұрат"),
        ("Пак", "Ия"),
    ],
    "en": [
        ("Meadow", "Peter Ian"),
        ("Pine", "Anna"),
        ("Kim", "Vera Olivia"),
        ("Grove", "Leo"),
        ("Park", "Iya"),
    ],
}


def day(*parts: int) -> Item:
    """A date of CSL: a year, a month, a day."""
    return {"date-parts": [list(parts)]}


_KINDS: dict[str, Item] = {
    "article": {
        "type": "article-journal",
        "title": "{article}",
        "container-title": "{journal}",
        "issued": day(2023, 5),
        "volume": "12",
        "issue": "3",
        "page": "3-14",
        "DOI": "10.99999/rr.2023.3",
    },
    "book": {
        "type": "book",
        "title": "{book}",
        "genre": "{genre}",
        "edition": "2",
        "publisher": "{house}",
        "publisher-place": "{place}",
        "issued": day(2021),
        "number-of-pages": "240",
        "collection-title": "{series}",
        "collection-number": "5",
        "ISBN": "978-5-00000-001-1",
    },
    "chapter": {
        "type": "chapter",
        "title": "{chapter}",
        "container-title": "{volume}",
        "publisher": "{house}",
        "publisher-place": "{place}",
        "issued": day(2020),
        "page": "15-29",
    },
    "thesis": {
        "type": "thesis",
        "title": "{thesis}",
        "genre": "{degree}",
        "publisher": "{school}",
        "publisher-place": "{place}",
        "issued": day(2019),
        "number-of-pages": "154",
    },
    "web": {
        "type": "webpage",
        "title": "{page}",
        "container-title": "{site}",
        "issued": day(2024, 1, 17),
        "URL": "https://winds.example/map",
        "accessed": day(2024, 2, 1),
    },
    "law": {
        "type": "legislation",
        "title": "{law}",
        "genre": "{act}",
        "number": "12",
        "container-title": "{gazette}",
        "issued": day(2007, 7, 27),
        "issue": "20",
        "page": "151",
    },
}
"""What is known of each kind, the words in braces being those of a language."""


def people(language: str, count: int) -> list[Item]:
    """The first so many of five authors."""
    return [{"family": family, "given": given} for family, given in _NAMES[language][:count]]


def work(kind: str, language: str, authors: int = 1) -> Item:
    """A work of a kind (article, book, chapter, thesis, web, law) in a language."""
    words = _WORDS[language]
    item = {
        name: value.format_map(words) if isinstance(value, str) else value
        for name, value in _KINDS[kind].items()
    }
    if kind == "chapter":
        item["editor"] = people(language, 4)[3:]
    if kind not in ("law", "web"):
        item["author"] = people(language, authors)
    return {"id": kind, "language": language, **item}
