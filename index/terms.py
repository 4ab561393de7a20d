"""Words to terms, of documents and of queries alike.

A word of a passage becomes the term `language:stem`, if its language has a stemmer, and always `:folded` at
the same position. A query word becomes the group of the terms that it may have become in a document: one stem
for each language of its script, and its folded form.

What may be *written otherwise* stands at the same position, too, and weighs a part (`OTHERWISE`): `~:` before
a Kazakh word in Russian letters, before the key (`index.spellings`) of a longer Cyrillic word without its
ending, and before the keys of any word in the name of a person or journal; there `=:` before a word that is
its own key, which whoever writes it so need not ask for. Names in no language (`mis`), as those of people
are, have `^:` before what may be the initial of a longer word. Latin words of texts have no keys, since too
many of them are alike; there a longer Cyrillic word asks for its usual English spellings.

Where a stem stands beside it, the folded form is *silent*: it matches, but only the stem weighs. The weighted
frequency of a group is the sum of its terms' frequencies; so no position counts twice, but a word that stands
as it was typed weighs a little more than one that is written otherwise.

Stop words are indexed and count in phrases. Between words that all must match they are dropped, unless
nothing else is left, `+` stands before them, or they were given a field of their own.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from index.languages import (
    CYRILLIC,
    is_stop_word,
    loosened,
    loosened_stem,
    script_of,
    stem,
    stemming_language,
    stemming_languages,
)
from index.spellings import initials, keys, main_key, usual, without_ending

OTHERWISE = 0.25
"""What a word weighs that may be written otherwise, as a part of its field's weight."""
_WEAK = "~=^"
_NO_LANGUAGE = "mis"
_OF_A_FAMILY = re.compile("(.{3,}(?:[ое]в|[иы]н))(?:[аеуы]|ым|ой|ых|ыми)?")
"""A family's name in Russian, and what its cases add. Snowball takes -ов itself for the end of a case, so
that Иванов is иван and Иванова is иванов."""
_LEAST_SPELLED = 5  # letters of a Cyrillic word in a text: shorter ones share their keys with too many


def term(language: str, word: str) -> str:
    """A term: `language` "" for the folded form, else for the stem in that language."""
    return f"{language}:{word}"


def language_of(term: str) -> str:
    """The language of a stem; "" of any other term."""
    return "" if term[0] in _WEAK else term.partition(":")[0]


def weight_of(term: str) -> float:
    """What a term that weighs does weigh, as a part of its field's weight."""
    return OTHERWISE if term[0] in _WEAK else 1.0


@lru_cache(maxsize=2**12)
def query_terms(
    word: str, languages: frozenset[str] | None = None, *, initial: bool = False
) -> tuple[str, ...]:
    """The group of a folded word: its stem in every language of its script, its folded form, and what it is
    where it is written otherwise.

    `languages` are those whose stems an index holds (None: all); `initial` tells that the word may stand for
    all that begin with it.
    """
    terms: dict[str, None] = {}
    for form in dict.fromkeys((word, loosened(word))):
        for language in stemming_languages(form, languages):
            terms[term(language, stem(language, form))] = None
        terms[term("", form)] = None
    if script_of(word) == CYRILLIC:
        terms[term("~", loosened(word))] = None
        if languages is None or "kk" in languages:
            terms[term("~", loosened_stem(word))] = None
        if (family := _OF_A_FAMILY.fullmatch(word)) and (languages is None or "ru" in languages):
            terms |= dict.fromkeys((term("ru", family[1]), term("~", main_key(family[1]))))
        if len(word) >= _LEAST_SPELLED and (languages is None or "en" in languages):
            terms |= dict.fromkeys(term("en", stem("en", spelling)) for spelling in usual(word))
    else:
        terms |= dict.fromkeys(term("~", without_ending(key)) for key in keys(word))  # of Cyrillic texts
    for key in keys(word):
        terms[term("~", key)] = None
        if key != word and key.isascii():  # as nobody writes others
            terms[term("=", key)] = None
    if initial:
        terms |= dict.fromkeys(term("^", key) for key in (word, *keys(word)))
    return tuple(terms)


def initial_terms(word: str, languages: frozenset[str] | None = None) -> tuple[str, ...]:
    """The terms of what may stand in a document as the initial of a folded word."""
    spelled = (term(mark, key) for key in initials(word) for mark in "~=")
    return tuple(dict.fromkeys((*query_terms(word[:1], languages), *spelled)))


@lru_cache(maxsize=2**16)
def passage_terms(language: str, word: str, names: bool = False) -> tuple[str, ...]:
    """The terms of a folded word in a passage, in a field of `names` or not: first the one that weighs whole,
    then its folded form, which is silent where it is another, then those that weigh `OTHERWISE`."""
    folded = term("", word)
    stemmed_as = stemming_language(language, word)
    whole = word if stemmed_as is None else stem(stemmed_as, word)
    weighs = folded if stemmed_as is None else term(stemmed_as, whole)
    if not names and word.isascii():
        return weighs, folded  # by far the most
    weak = _otherwise(word, whole if stemmed_as == "kk" else word, names)
    return weighs, folded, *weak, *(_as_initials(word) if names and language == _NO_LANGUAGE else ())


def _otherwise(word: str, base: str, names: bool) -> Iterator[str]:
    """The terms under which a word is found that is written otherwise; `base` is its Kazakh stem, if any."""
    cyrillic = script_of(word) == CYRILLIC
    if cyrillic and (plain := loosened(base)) != base:
        yield term("~", plain)
    if not names:
        if cyrillic and len(word) >= _LEAST_SPELLED and not is_stop_word(word) and (key := main_key(word)):
            yield term("~", without_ending(key))  # alone, as each costs room
        return
    for key in keys(word):
        yield term("=" if key == word else "~", key)


def _as_initials(word: str) -> Iterator[str]:
    """The terms under which a name is found by its initial."""
    if word[:1].isalpha():
        yield from (term("^", key) for key in initials(word) if len(key) < len(word))
