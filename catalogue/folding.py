"""Texts as they are compared: words in lower case without diacritics."""

import re

from index.tokens import fold

_WORD = re.compile(r"\w+")


def folded(text: str) -> str:
    """A text as facets compare it: words in lower case without diacritics, between the same signs."""
    words = text.lower() if text.isascii() else _WORD.sub(lambda word: fold(word[0]), text)
    return " ".join(words.split())


def folded_words(text: str) -> str:
    """The folded words of a text with a space between them, whatever signs stood there.

    >>> folded_words("Rivers & lakes: a Survey")
    'rivers lakes a survey'
    """
    return " ".join(fold(word) for word in _WORD.findall(text))
