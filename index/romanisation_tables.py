"""Which Latin letters stand for which Cyrillic ones: the tables of the standards, one a language.

A column is a system, a row a letter in lower case; ∅ is a letter that goes. What depends on the letters
around stands in `RULES`. Sources, and what they leave open:

- `bsi`: British Standard 2979:1958 with the diacritics left out, which it allows and which journals of
  Russia and Kazakhstan print (й is i). Of Kazakh it says nothing: the letters of Kazakh alone are here as
  in passports of Kazakhstan.
- `bgn-pcgn`: the agreements of the U.S. Board on Geographic Names and the British Permanent Committee on
  Russian (1947), Kazakh (1979) and Ukrainian (2019, the national system), without the optional dots.
- `gost-7.79-b`: ГОСТ 7.79-2000, system B. It knows no Kazakh: the letters of Kazakh alone are here as in its
  system A, which is ISO 9:1995.
- `ala-lc`: the tables of the American Library Association and the Library of Congress, without the ties
  over ts, iu, ia and ng, which few typefaces have.
- `iso-9`: ISO 9:1995, a letter for a letter.
- `kazakh-latin`: the alphabet that the government of Kazakhstan approved in 2021, for Kazakh only. Letters of
  Russian words, for which it has none, are here by their sound.
- `kazakh-latin-2017`, `kazakh-latin-2018`: the alphabets of the decrees of October 2017, with apostrophes,
  and of February 2018, with acutes, in which some years were printed; treated alike.

Search reads the tables as citations do: what a reference prints in Latin letters is to be found.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from anyascii import anyascii

RUSSIAN = """
   bsi   bgn-pcgn  gost-7.79-b  ala-lc  iso-9
а  a     a         a            a       a
б  b     b         b            b       b
в  v     v         v            v       v
г  g     g         g            g       g
д  d     d         d            d       d
е  e     e         e            e       e
ё  e     ë         yo           ë       ë
ж  zh    zh        zh           zh      ž
з  z     z         z            z       z
и  i     i         i            i       i
й  i     y         j            ĭ       j
к  k     k         k            k       k
л  l     l         l            l       l
м  m     m         m            m       m
н  n     n         n            n       n
о  o     o         o            o       o
п  p     p         p            p       p
р  r     r         r            r       r
с  s     s         s            s       s
т  t     t         t            t       t
у  u     u         u            u       u
ф  f     f         f            f       f
х  kh    kh        x            kh      h
ц  ts    ts        cz           ts      c
ч  ch    ch        ch           ch      č
ш  sh    sh        sh           sh      š
щ  shch  shch      shh          shch    ŝ
ъ  ˮ     ˮ         ``           ʺ       ʺ
ы  y     y         y`           y       y
ь  ʼ     ʼ         `            ʹ       ʹ
э  e     e         e`           ė       è
ю  yu    yu        yu           iu      û
я  ya    ya        ya           ia      â
"""

KAZAKH = """
   bsi   bgn-pcgn  gost-7.79-b  ala-lc  kazakh-latin  iso-9  kazakh-latin-2017  kazakh-latin-2018
а  a     a         a            a       a             a      a                  a
ә  a     ä         a̋            ă       ä             a̋      a'                 á
б  b     b         b            b       b             b      b                  b
в  v     v         v            v       v             v      v                  v
г  g     g         g            g       g             g      g                  g
ғ  g     gh        ġ            gh      ğ             ġ      g'                 ǵ
д  d     d         d            d       d             d      d                  d
е  e     e         e            e       e             e      e                  e
ё  e     yo        yo           ë       io            ë      i'o                ıo
ж  zh    zh        zh           zh      j             ž      j                  j
з  z     z         z            z       z             z      z                  z
и  i     ī         i            i       i             i      i'                 ı
й  i     y         j            ĭ       i             j      i'                 ı
к  k     k         k            k       k             k      k                  k
қ  k     q         ķ            q       q             ķ      q                  q
л  l     l         l            l       l             l      l                  l
м  m     m         m            m       m             m      m                  m
н  n     n         n            n       n             n      n                  n
ң  n     ng        ņ            ng      ñ             ņ      n'                 ń
о  o     o         o            o       o             o      o                  o
ө  o     ö         ô            ȯ       ö             ô      o'                 ó
п  p     p         p            p       p             p      p                  p
р  r     r         r            r       r             r      r                  r
с  s     s         s            s       s             s      s                  s
т  t     t         t            t       t             t      t                  t
у  u     ū         u            u       u             u      y'                 ý
ұ  u     u         u̇            ū       ū             u̇      u                  u
ү  u     ü         ù            u̇       ü             ù      u'                 ú
ф  f     f         f            f       f             f      f                  f
х  kh    kh        x            kh      h             h      h                  h
һ  h     h         ḥ            ḣ       h             ḥ      h                  h
ц  ts    ts        cz           ts      ts            c      ts                 ts
ч  ch    ch        ch           ch      tş            č      c'                 ch
ш  sh    sh        sh           sh      ş             š      s'                 sh
щ  shch  shch      shh          shch    ştş           ŝ      s'c'               shch
ъ  ˮ     ˮ         ``           ʺ       ∅             ʺ      ∅                  ∅
ы  y     y         y`           y       y             y      y                  y
і  i     i         ì            ī       ı             ì      i                  i
ь  ʼ     ʼ         `            ʹ       ∅             ʹ      ∅                  ∅
э  e     ė         e`           ė       e             è      e                  e
ю  yu    yu        yu           iu      iu            û      i'y'               ıý
я  ya    ya        ya           ia      ia            â      i'a                ıa
"""

UKRAINIAN = """
   bsi  bgn-pcgn  gost-7.79-b  ala-lc  iso-9
г  g    h         g            h       g
ґ  g    g         g`           g       g̀
є  ye   ie        ye           ie      ê
и  y    y         y`           y       i
і  i    i         i            i       ì
ї  yi   i         yi           ï       ï
й  i    i         j            ĭ       j
ь  ʼ    ∅         `            ʹ       ʹ
ю  yu   iu        yu           iu      û
я  ya   ia        ya           ia      â
"""
"""Only the letters that are not as in Russian."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What a letter becomes at some places: where `pattern`, in lower case, matches at it."""

    pattern: re.Pattern[str]
    latin: str


_START = r"(?<![^\W\d_])"
RULES: dict[tuple[str, str], tuple[Rule, ...]] = {
    ("bgn-pcgn", "ru"): (
        Rule(re.compile(rf"(?:{_START}|(?<=[аеёиоуыэюяйъь]))е"), "ye"),
        Rule(re.compile(rf"(?:{_START}|(?<=[аеёиоуыэюяйъь]))ё"), "yë"),
    ),
    ("bgn-pcgn", "uk"): (
        Rule(re.compile("(?<=з)г"), "gh"),
        Rule(re.compile(_START + "є"), "ye"),
        Rule(re.compile(_START + "ї"), "yi"),
        Rule(re.compile(_START + "й"), "y"),
        Rule(re.compile(_START + "ю"), "yu"),
        Rule(re.compile(_START + "я"), "ya"),
    ),
    **{
        ("gost-7.79-b", language): (Rule(re.compile("ц(?=[еєёиіїйыэюя])"), "c"),)
        for language in ("ru", "kk", "uk")
    },
}
"""By system and language; the first rule that matches holds."""

_TABLES = {"ru": RUSSIAN, "kk": KAZAKH, "uk": UKRAINIAN}
LANGUAGES = tuple(_TABLES)
"""The languages that have tables."""
_TELLING = (("kk", re.compile("[әғқңөұүһ]")), ("uk", re.compile("[їєґ]")), ("kk", re.compile("і")))


def told_language(lower: str) -> str | None:
    """The language that letters in lower case tell, if they tell any: «қасым» is Kazakh."""
    return next((tag for tag, letters in _TELLING if letters.search(lower)), None)


def latin(lower: str, place: int, system: str, language: str) -> str:
    """What the Cyrillic letter at a place of a text in lower case becomes.

    A letter that the table of its language does not have is taken from that of another language, and one
    that none has (ѣ, ђ) as `anyascii` writes it.
    """
    for rule in RULES.get((system, language), ()):
        if rule.pattern.match(lower, place):
            return rule.latin
    letter = lower[place]
    for own in (language, *LANGUAGES):
        if (found := _letters(system, own).get(letter)) is not None:
            return found
    return anyascii(letter)


@cache
def _letters(system: str, language: str) -> Mapping[str, str]:
    """The table of a system for a language: empty where it has none."""
    heading, *rows = (line.split() for line in _TABLES[language].strip().splitlines())
    if system not in heading:
        return {}
    column = heading.index(system) + 1
    cells = {row[0]: "" if row[column] == "∅" else row[column] for row in rows}
    return {letter: unicodedata.normalize("NFC", latin) for letter, latin in cells.items()}
