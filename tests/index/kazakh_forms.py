"""Inflected Kazakh nouns made of lemmas by the rules of the grammar, to try the stemmer on.

Knows nothing of the stemmer: it puts endings on, by harmony and assimilation, in the order of the morphology
(number, possession, case, what is there), where the stemmer takes them off in none.
"""

from collections.abc import Iterator

LEMMAS = tuple(
    """
ағаш адам азамат айна ақпарат ақша ақын алма апта арман аспан ата аудан ауыл ауру әдебиет әдіс әйел әке әлем
әңгіме әскер бағдарлама бала балабақша балық банк басылым баспа бизнес білім бітім газет ғалым ғасыр ғылым
дала дауыс дәптер дәрі дәрігер дәстүр дәуір деңгей денсаулық дерек диплом дін дос дүкен емтихан ереже
ескерткіш ет жағдай жанр жарық жер жиналыс жоба жол жұлдыз жұмыс жұрт журнал жүйе жүрек зал заман заң зат
зауыт зейнетақы зерттеу институт кафедра келісім кеме кеңес кеңістік кино кітап кітапхана көз көзқарас көл
көлік көрме көрші күз күн күш қағаз қазақ қазан қала қалам қалып қаржы қауым қоғам қонақ құжат құқық құрал
құрылым қыз қызмет лекция маман мақала мақсат мал мәдениет мәселе мәтін мектеп мемлекет миграция мұғалім
мұра мүше нан нарық негіз нәтиже нұсқа облыс ойын оқиға орман орталық орын өзен өлең өлке өмір өнер өнім
пайда парақ пән пікір проблема процесс роман сабақ саз сана саясат сезім сөз сөздік су сурет студент сұрақ
сүт тақырып талап тамақ тарих тас тау театр тәжірибе тәртіп терезе тіл тілек топ төлем туынды тұлға тұрғын
тұз ұлт ұрпақ ұстаз үй үлгі факультет фактор халық хат шара шарт шаруа шәкірт шөп экономика
""".split()
)

_BACK = "аоұыяё"
_FRONT = "әеөүіэь"
_VOWELS = "аәеоөұүыіяёэ"
_HARD = "пткқсшфхцчщһбвгғд"
_SOFTENED = {"п": "б", "к": "г", "қ": "ғ"}
_ELIDED = {"халық": "халқ", "орын": "орн", "қалып": "қалп"}
_UNSOFTENED = ("банк",)

POSSESSORS = ("", "my", "your", "your (polite)", "their", "our")
CASES = ("", "genitive", "dative", "accusative", "locative", "ablative", "instrumental", "of a place")


def forms(lemma: str) -> Iterator[str]:
    """A noun in both numbers, of every possessor, in every case; and what is derived by -лық, likewise."""
    for noun in (lemma, _plural(lemma)):
        for possessor in POSSESSORS:
            for case in CASES:
                yield _declined(_possessed(noun, possessor), case, possessor)
    related = _with(lemma, "тYQ" if _hard(lemma) else "дYQ" if lemma[-1] in "лмнңзж" else "лYQ")
    for noun in (related, _plural(related)):
        for case in CASES:
            yield _declined(noun, case, "")


def _with(word: str, ending: str) -> str:
    """The word with an ending in its harmony: A is а or е, Y ы or і, G ғ or г, Q қ or к."""
    last = next((letter for letter in reversed(word) if letter in _BACK + _FRONT), "а")
    return word + ending.translate(str.maketrans("AYGQ", "аығқ" if last in _BACK else "еігк"))


def _hard(word: str) -> bool:
    return word[-1] in _HARD


def _plural(word: str) -> str:
    return _with(word, "тAр" if _hard(word) else "дAр" if word[-1] in "лмнңзж" else "лAр")


def _possessed(word: str, possessor: str) -> str:
    if not possessor:
        return word
    number = POSSESSORS.index(possessor) - 1
    if word[-1] in _VOWELS:
        return _with(word, ("м", "ң", "ңYз", "сY", "мYз")[number])
    stem = _ELIDED.get(word, word)
    if stem == word and word[-1] in _SOFTENED and word not in _UNSOFTENED:
        stem = word[:-1] + _SOFTENED[word[-1]]
    ending = ("Yм", "Yң", "YңYз", "Y", "YмYз")[number]
    return stem + _with(word, ending).removeprefix(word)


def _declined(word: str, case: str, possessor: str) -> str:
    hard, vowel, nasal = _hard(word), word[-1] in _VOWELS, word[-1] in "мнң"
    their = possessor == "their"
    match case:
        case "genitive":
            return _with(word, "нYң" if vowel or nasal else "тYң" if hard else "дYң")
        case "dative" if possessor in ("my", "your"):
            return _with(word, "A")
        case "dative":
            return _with(word, "нA" if their else "QA" if hard else "GA")
        case "accusative":
            return _with(word, "н" if their else "нY" if vowel else "тY" if hard else "дY")
        case "locative":
            return _with(word, "ндA" if their else "тA" if hard else "дA")
        case "ablative":
            return _with(word, "нAн" if their or nasal else "тAн" if hard else "дAн")
        case "instrumental":
            return word + ("пен" if hard else "бен" if word[-1] in "зж" else "мен")
        case "of a place":
            return _with(_declined(word, "locative", possessor), "GY")
        case _:
            return word
