"""What a long request says beside its subject: “I am interested in …”, “find all articles on …”.

Whoever writes whole sentences to a catalogue wraps the subject in words that are meant for a librarian. Most
are stop words; the others are ordinary words (article, information, interested) that may be a subject, too.
So they are told by the phrases that they stand in. The phrases are data, one a line: `(a|b)` is either,
`[a|b]` may be absent, `<name>` is any of a list, `^` the beginning of the request.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import accumulate

from index.tokens import tokenise

FEWEST_WORDS = 5
"""A shorter request is a list of words, each of which is meant."""

_ENGLISH = {
    "who": "i|we|i am|we are|i m|we re",
    "seek": "interested in|looking for|searching for|seeking|want|need|wish|would [also|rather] like",
    "mostly": "also|currently|especially|mainly|mostly|particularly|primarily|really|specifically|very",
    "find": "find|list|give|show|get|locate|identify|retrieve|collect|see|read|know|search for|look for",
    "all": "all|any|some|every|the|more|recent|relevant|other|all the|any other|more recent",
    "sources": "articles|papers|documents|publications|references|abstracts|discussions|descriptions|reports|"
    "studies|investigations|article|paper|information|literature|material|research|work|anything",
    "exist": "exist|exists|there|is|are|has|have|been|available|written|published|known",
    "about": "on|about|concerning|regarding|describing|describe|discussing|discuss|covering|treating|"
    "dealing with|deal with|deals with|related to|relating to|devoted to",
    "on": "<about>|of|by",
    "what": "[to <find>] [<all>] [<sources>] [that|which] [<on>]",
}
_ENGLISH_PHRASES = """
<who> [<mostly>] <seek> <what>
(i|we) d [also|rather] like <what>
interested in <what>
^ [<mostly>] interested in <what>
^ [please] <find> [me] [<all>] <sources> [that|which] [<on>]
^ [<all>] <sources> [that|which] [written] [<mostly>] <about>
^ [<all>] (abstracts|descriptions|discussions) of [articles|papers]
(what|which) <sources> <exist> [<exist>] [<exist>] [that|which] [<on>]
(is|are) there [<all>] <sources> [<exist>] <on>
where can (i|one) find [<all>] <sources> [<on>]
what is [already] known (about|of|on|regarding)
has (anyone|anybody) (investigated|studied|considered)
is it possible to
(does|do) there exist
to what extent
[areas|area|topics|subtopics] of [particular|special|main] interest [includes|include|is|are|to]
with [particular|special] (attention|emphasis|reference|regard) (on|to)
(in particular|especially|mainly|particularly|primarily|specifically)
(including|etc|e g|i e|for example|for instance|such as)
"""
_RUSSIAN = {
    "find": "найти|найдите|покажите|подберите|ищу|нужны|нужна",
    "all": "все|любые|другие|новые",
    "sources": "статьи|статью|работы|работу|публикации|материалы|литературу|литература|исследования|"
    "информацию|информация",
    "on": "о|об|обо|по|про|на тему|посвященные|касающиеся",
}
_RUSSIAN_PHRASES = """
[меня|нас|мне] [также|особенно] (интересует|интересуют) [<all>] [<sources>] [<on>]
<find> [мне] [<all>] <sources> [<on>]
^ [<all>] <sources> <on>
что известно (о|об|обо|про)
(в частности|в том числе|особенно|например|и т д|и т п|то есть)
"""
_KAZAKH = {
    "on": "туралы|жайлы|жөнінде|бойынша",
    "sources": "мақала|мақалалар|мақалаларды|еңбектер|еңбектерді|жұмыстар|жұмыстарды|зерттеулер|"
    "зерттеулерді|материалдар|материалдарды|ақпарат|ақпаратты|әдебиет|әдебиетті",
    "find": "табу|табыңыз|іздеу|іздеймін|керек|қажет|қызықтырады",
}
_KAZAKH_PHRASES = """
<on> [барлық] <sources> [<find>]
(маған|мені) [барлық] <sources> <find>
(атап айтқанда|әсіресе|мысалы|т б|яғни)
"""
_OTHERS = "(et al|and others|и др|и другие|и соавт|және т б|және басқалар)"
"""The authors that a reference does not name: those words are in no record, however short the request."""
_INITIAL = re.compile(r"[^\W\d_]\.,?")
_SIGNS = str.maketrans({"(": "(?:", "[": "(?:", "]": ")?", "^": r"\A", " ": "", "_": " "})


def boilerplate(words: Sequence[str]) -> frozenset[int]:
    """Which of the words of a request, typed side by side, concern the request and not its subject.

    Of a short request only the "et al." of a reference, and nothing where no word would be left. Words are as
    typed, with their signs.

    >>> sorted(boilerplate("I'm interested in articles on migrant remittances".split()))
    [0, 1, 2, 3, 4]
    >>> sorted(boilerplate("Smith et al., 2021".split()))
    [1, 2]
    """
    phrases = _REFERENCE if len(words) < FEWEST_WORDS else _REQUEST
    pieces = [_piece(word) for word in words]
    starts = list(accumulate(map(len, pieces), initial=0))[:-1]
    told: set[int] = set()
    for phrase in phrases.finditer("".join(pieces)):
        told.update(range(bisect_left(starts, phrase.start()), bisect_left(starts, phrase.end())))
    return frozenset(told) if len(told) < len(words) else frozenset()


def _piece(word: str) -> str:
    """The folded words of a word, each with a space behind it; of an initial a sign that no phrase has."""
    if _INITIAL.fullmatch(word) and word.isupper():
        return "- "
    return "".join(f"{token.word} " for token in tokenise(word))


def _patterns(phrases: str, lists: Mapping[str, str]) -> list[str]:
    """Regular expressions of the phrases, for words that have a space behind each."""
    while "<" in phrases:  # a list may name others
        phrases = re.sub("<(.*?)>", lambda name: f"({lists[name[1]]})", phrases)
    spaced = re.sub(r"\w+", r"\g<0>_", phrases).strip()
    return [line.translate(_SIGNS) for line in spaced.splitlines()]


def _any_of(patterns: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\S)(?:{'|'.join(patterns)})")


_REFERENCE = _any_of(_patterns(_OTHERS, {}))
_REQUEST = _any_of(
    _patterns(_OTHERS, {})
    + _patterns(_ENGLISH_PHRASES, _ENGLISH)
    + _patterns(_RUSSIAN_PHRASES, _RUSSIAN)
    + _patterns(_KAZAKH_PHRASES, _KAZAKH)
)
