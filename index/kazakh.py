"""A light stemmer of Kazakh."""


def stem(word: str) -> str:
    """The stem of a folded Kazakh word."""
    return word
