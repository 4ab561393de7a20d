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
- `kazakh-latin`: the alphabet that the government of Kazakhstan approved in 2021, for Kazakh only. Letters of
  Russian words, for which it has none, are here by their sound.
"""

import re
from dataclasses import dataclass

RUSSIAN = """
    bsi   bgn-pcgn gost-7.79-b ala-lc
а   a     a        a           a
б   b     b        b           b
в   v     v        v           v
г   g     g        g           g
д   d     d        d           d
е   e     e        e           e
ё   e     ë        yo          ë
ж   zh    zh       zh          zh
з   z     z        z           z
и   i     i        i           i
й   i     y        j           ĭ
к   k     k        k           k
л   l     l        l           l
м   m     m        m           m
н   n     n        n           n
о   o     o        o           o
п   p     p        p           p
р   r     r        r           r
с   s     s        s           s
т   t     t        t           t
у   u     u        u           u
ф   f     f        f           f
х   kh    kh       x           kh
ц   ts    ts       cz          ts
ч   ch    ch       ch          ch
ш   sh    sh       sh          sh
щ   shch  shch     shh         shch
ъ   ˮ     ˮ        ``          ʺ
ы   y     y        y`          y
ь   ʼ     ʼ        `           ʹ
э   e     e        e`          ė
ю   yu    yu       yu          iu
я   ya    ya       ya          ia
"""

KAZAKH = """
    bsi   bgn-pcgn gost-7.79-b ala-lc kazakh-latin
а   a     a        a           a      a
ә   a     ä        a̋           ă      ä
б   b     b        b           b      b
в   v     v        v           v      v
г   g     g        g           g      g
ғ   g     gh       ġ           gh     ğ
д   d     d        d           d      d
е   e     e        e           e      e
ё   e     yo       yo          ë      io
ж   zh    zh       zh          zh     j
з   z     z        z           z      z
и   i     ī        i           i      i
й   i     y        j           ĭ      i
к   k     k        k           k      k
қ   k     q        ķ           q      q
л   l     l        l           l      l
м   m     m        m           m      m
н   n     n        n           n      n
ң   n     ng       ņ           ng     ñ
о   o     o        o           o      o
ө   o     ö        ô           ȯ      ö
п   p     p        p           p      p
р   r     r        r           r      r
с   s     s        s           s      s
т   t     t        t           t      t
у   u     ū        u           u      u
ұ   u     u        u̇           ū      ū
ү   u     ü        ù           u̇      ü
ф   f     f        f           f      f
х   kh    kh       x           kh     h
һ   h     h        ḥ           ḣ      h
ц   ts    ts       cz          ts     ts
ч   ch    ch       ch          ch     tş
ш   sh    sh       sh          sh     ş
щ   shch  shch     shh         shch   ştş
ъ   ˮ     ˮ        ``          ʺ      ∅
ы   y     y        y`          y      y
і   i     i        ì           ī      ı
ь   ʼ     ʼ        `           ʹ      ∅
э   e     ė        e`          ė      e
ю   yu    yu       yu          iu     iu
я   ya    ya       ya          ia     ia
"""

UKRAINIAN = """
    bsi   bgn-pcgn gost-7.79-b ala-lc
г   g     h        g           h
ґ   g     g        g`          g
є   ye    ie       ye          ie
и   y     y        y`          y
і   i     i        i           i
ї   yi    i        yi          ï
й   i     i        j           ĭ
ь   ʼ     ∅        `           ʹ
ю   yu    iu       yu          iu
я   ya    ia       ya          ia
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
