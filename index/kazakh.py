"""A light stemmer of Kazakh: takes off endings that a table lists, the longest first, while one fits.

An ending fits what stands before it by the harmony of vowels (мектеп-тер, сабақ-тар) and by the assimilation
of consonants (қала-лар, адам-дар, кітап-тар). A word that only looks inflected mostly shows it there: the end
of `доллар` is no plural, which would be -дар. Endings are not parsed in their order: what looks like one at
the end of a lemma goes from all its forms alike, so that they still meet. Where that would bring lemmas
together that have nothing in common, or forms of a common word apart, the word is kept by name.

Left out: -лы (сапалы), which looks as the possessive of a word in -л does (ауылы), and -атын (жазатын) as
that of one in -ат (құжатын); -шы (оқушы), which makes a person of a thing; -сыз (жұмыссыз), which says the
contrary; converbs in -ып, which look as nouns do (тәртіп).
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple, Self

_BACK = "аоұыяё"
_FRONT = "әеөүіэ"
_VOWELS = _BACK + _FRONT
_NEUTRAL = "июуь"  # letters that either harmony may follow; endings treat them as consonants
_SONORANT = "рлй" + _NEUTRAL
_NASAL = "мнң"
_BUZZING = "зж"
_HARD = "пткқсшфхцчщһбвгғд"
_VOICED = _SONORANT + _NASAL + _BUZZING
_CONSONANTS = _VOICED + _HARD
_OPEN = _VOWELS + "рй" + _NEUTRAL  # before -лар
_CLOSED = "ль" + _NASAL + _BUZZING  # before -дар
_NOT_NARROW = "аәеоөұүяёэ"  # after -ы, -і a final -сы is nearly always of a word in -с: жұмыс-ы

# A stands for а or е, Y for ы or і, G for ғ or г, Q for қ or к. With each: what it may follow, and how many
# letters must be left, as short words are more often whole than inflected.
_NOUNS = (
    # plural
    ("лAр", _OPEN, 2),
    ("дAр", _CLOSED, 2),
    ("тAр", _HARD, 2),
    # possessive, and the third person with the cases that change after it
    ("м", _VOWELS, 5),
    ("ң", _VOWELS, 4),
    ("Yм", _CONSONANTS, 3),
    ("Yң", _CONSONANTS, 3),
    ("YмA", _CONSONANTS, 3),
    ("YңA", _CONSONANTS, 3),
    ("мYз", _VOWELS, 3),
    ("ңYз", _VOWELS, 3),
    ("YмYз", _CONSONANTS, 2),
    ("YңYз", _CONSONANTS, 2),
    ("Y", _CONSONANTS, 3),
    ("Yн", _CONSONANTS, 3),
    ("YнA", _CONSONANTS, 3),
    ("YнAн", _CONSONANTS, 3),
    ("YндA", _CONSONANTS, 2),
    ("YндAGY", _CONSONANTS, 2),
    *(
        (f"{narrow}сY{case}", after, 3)
        for narrow, after in (("", _NOT_NARROW), ("Y", "шжгкғқд"))  # үлгі-сі, оқушы-сы
        for case in ("", "н", "нA", "нAн", "ндA", "ндAGY")
    ),
    # genitive, dative, accusative
    ("нYң", _VOWELS, 3),
    ("нYң", _NASAL, 2),
    ("дYң", _SONORANT + _BUZZING, 2),
    ("тYң", _HARD, 2),
    ("GA", _VOWELS + _VOICED, 3),
    ("QA", _HARD, 3),
    ("нY", _VOWELS, 3),
    ("дY", _VOICED, 3),
    ("тY", _HARD, 3),
    # locative, what is there, ablative, instrumental
    ("дA", _VOWELS + _VOICED, 3),
    ("тA", _HARD, 3),
    ("дAGY", _VOWELS + _VOICED, 2),
    ("тAGY", _HARD, 2),
    ("дAн", _VOWELS + _SONORANT + _BUZZING, 3),
    ("нAн", _NASAL, 3),
    ("тAн", _HARD, 3),
    ("мен", _VOWELS + _SONORANT + _NASAL, 3),
    ("бен", _BUZZING, 2),
    ("пен", _HARD, 2),
    # derived: relation and quality, manner, what belongs to
    ("лYQ", _OPEN, 3),
    ("дYQ", _CLOSED, 3),
    ("тYQ", _HARD, 3),
    ("шA", _VOWELS + _CONSONANTS, 4),
    ("и", _CONSONANTS, 4),
)
_VERBS = (
    ("у", _CONSONANTS, 3),  # infinitive, which is a noun
    ("у", _VOWELS, 4),
    ("GAн", _VOWELS + _VOICED, 3),  # participles
    ("QAн", _HARD, 3),
    ("йтYн", _VOWELS, 3),
    ("йдY", _VOWELS, 3),  # present
    ("AдY", _CONSONANTS, 3),
)

WHOLE = frozenset(
    """
    ақын арман аудан әдіс байланыс бизнес болмыс білім гендер ғылым дауыс дүкен жиналыс жұмыс заман
    кеңес көзқарас көрініс қазақстан қалам қарағанды қатынас қозғалыс құрылыс қысқа маман мәскеу мәтін мұғалім
    облыс ойын орман өзен өндіріс пайда роман табыс тендер шығыс
    """.split()
)
"""Words that nothing is taken off, only what follows them."""

_DEVOICED = {"б": "п", "г": "к", "ғ": "қ"}
_NARROW = "ыіи"  # и is і in Russian letters
_ELIDED = re.compile(f"(?<=.[лрй])[{_NARROW}](?=[қкнп]$)")
"""The vowel that some words lose before an ending: of халық, which becomes халқ-ы."""
_OF_A_FAMILY = re.compile("(?<=..)[ое]в$")
"""The end of a family's name, before which endings go by the name's own vowel: Назарбаевтың, Әуезовтің."""
_BEFORE_ACCUSATIVE = {"т": _HARD, "д": _VOICED}


class _Rule(NamedTuple):
    """When an ending may be taken off: after a last vowel in harmony with it, and after which letters."""

    harmony: frozenset[str]
    after: frozenset[str]
    least: int
    verbal: bool

    def fits(self, left: str) -> bool:
        """Whether it may be taken off from a word of which so much is left."""
        if len(left) < self.least or left[-1] not in self.after:
            return False
        return _last_vowel(left) in self.harmony or _last_vowel(_OF_A_FAMILY.sub("", left)) in self.harmony


class _Spelling(NamedTuple):
    """How Kazakh is written: what letters of the tables become, and so which rules there are."""

    letters: Mapping[int, int]
    rules: Mapping[str, tuple[_Rule, ...]]
    whole: frozenset[str]

    @classmethod
    def of(cls, letters: Mapping[int, int]) -> Self:
        """The spelling with these letters in the place of others."""
        rules: dict[str, tuple[_Rule, ...]] = {}
        for ending, rule in _endings():
            harmony, after = ("".join(own).translate(letters) for own in (rule.harmony, rule.after))
            written = ending.translate(letters)
            if written == "н":
                continue  # of ң, which would be the end of too many words
            rule = rule._replace(harmony=frozenset(harmony), after=frozenset(after))
            rules[written] = (*rules.get(written, ()), rule)
        return cls(letters, rules, frozenset(word.translate(letters) for word in WHOLE))


def _endings() -> Iterator[tuple[str, _Rule]]:
    for suffixes, verbal in ((_NOUNS, False), (_VERBS, True)):
        for suffix, after, least in suffixes:
            endings = {
                suffix.translate(str.maketrans("AYGQ", letters)): vowels
                for letters, vowels in (("аығқ", _BACK), ("еігк", _FRONT))
            }
            for ending, vowels in endings.items():
                harmony = frozenset((vowels if len(endings) > 1 else _VOWELS) + _NEUTRAL)
                yield ending, _Rule(harmony, frozenset(after), least, verbal)


_KAZAKH = _Spelling.of({})
_RUSSIAN = _Spelling.of(str.maketrans("әғқңөұүһі", "агкноуухи"))
_LONGEST = max(map(len, _KAZAKH.rules))


def stem(word: str) -> str:
    """The stem of a folded Kazakh word; it begins with the letter that the word begins with.

    >>> {stem(word) for word in ("мектеп", "мектептердің", "мектебі")}
    {'мектеп'}
    """
    return _stem(word, _KAZAKH)


def loosened(word: str) -> str:
    """A folded word with its Kazakh letters made Russian, as it is typed without a Kazakh keyboard.

    >>> loosened("көші"), loosened("қоғам")
    ('коши', 'когам')
    """
    return word.translate(_RUSSIAN.letters)


def loosened_stem(word: str) -> str:
    """The loosened stem of a word that is typed with Kazakh letters, or perhaps without them.

    >>> loosened_stem("қазақстанның"), loosened_stem("казакстаннын")
    ('казакстан', 'казакстан')
    """
    plain = loosened(word)
    return _stem(word, _RUSSIAN) if plain == word else loosened(stem(word))


def _stem(word: str, spelling: _Spelling) -> str:
    while True:
        left, verbal = _without_ending(word, spelling)
        if verbal:
            return _root(left).translate(spelling.letters)
        left = left or _mended(word).translate(spelling.letters)
        if left == word:
            return word
        word = left


def _without_ending(word: str, spelling: _Spelling) -> tuple[str, bool]:
    """What is left without the longest ending that fits, "" if none does; and whether it is a verb's."""
    for length in range(min(_LONGEST, len(word) - 2), 0, -1):
        left = word[:-length]
        for rule in spelling.rules.get(word[-length:], ()):
            if rule.fits(left) and not _cuts_whole(word, len(left), spelling.whole):
                return left, rule.verbal
    return "", False


def _last_vowel(word: str) -> str:
    """The last letter that harmony goes by; a sign that fits nothing, if there is none."""
    return next((letter for letter in reversed(word) if letter in _VOWELS or letter in _NEUTRAL), " ")


def _cuts_whole(word: str, length: int, whole: frozenset[str]) -> bool:
    """Whether the word begins with one that is kept, and longer than so many letters."""
    return any(word[:end] in whole for end in range(length + 1, len(word) + 1))


def _mended(word: str) -> str:
    """One form of an end that varies with what follows: мектеп of мектеб, халқ of халық.

    The last consonant of loans as аспект and фонд goes: аспекті could be the accusative of аспек.
    """
    if len(word) < 3:
        return word
    if word[-1] in _DEVOICED:
        return word[:-1] + _DEVOICED[word[-1]]
    if len(word) > 3 and word[-2] in _BEFORE_ACCUSATIVE.get(word[-1], ""):
        return word[:-1]
    return _ELIDED.sub("", word)


def _root(word: str) -> str:
    """A verb without the passive and a last narrow vowel; no ending of nouns is taken from it."""
    if word[-1] == "л":
        active = word[:-1].rstrip(_NARROW)
        word = active if len(active) > 3 else word
    return _mended(word[:-1] if word[-1] in _NARROW and len(word) > 3 else word)
