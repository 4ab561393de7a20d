"""The words of the interface are spelled as hunspell's dictionaries have it, or as a list beside this file.

A word is on the list of its language because the dictionary lacks it and somebody knows it to be right.
"""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.catalogue.web.catalogues import catalogue, forms, marked, messages, plain

DICTIONARIES = {"en": "en_GB", "kk": "kk_KZ", "ru": "ru_RU"}
PACKAGES = {"en": "hunspell-en-gb", "kk": "hunspell-kk", "ru": "hunspell-ru"}
_WORD = re.compile(r"[^\W\d_]+")
_OWN_LETTERS = {
    "en": re.compile("[a-z]", re.I),
    **dict.fromkeys(("kk", "ru"), re.compile("[а-яёәғқңөұүһі]", re.I)),
}


def unknown(language: str, words: set[str]) -> set[str]:
    """Those of the words that the dictionary of a language lacks; a test is skipped where there is none."""
    command = ["hunspell", "-d", DICTIONARIES[language], "-i", "utf-8", "-l"]
    if not shutil.which("hunspell") or subprocess.run(command, input=b"", capture_output=True).returncode:
        pytest.skip(f"there is no such dictionary (Debian: apt-get install hunspell {PACKAGES[language]})")
    asked = "\n".join(sorted(words))
    return set(
        subprocess.run(command, input=asked, capture_output=True, text=True, check=True).stdout.split()
    )


def known(language: str) -> list[str]:
    return Path(__file__).with_name(f"known_words.{language}.txt").read_text("utf-8").split()


def words_shown(language: str) -> set[str]:
    """All words of the interface in a language, in its own letters."""
    if language == "en":
        texts = [form for message in messages(marked()) for form in forms(message.id)]
    else:
        texts = [form for message in messages(catalogue(language)) for form in forms(message.string)]
    words = {word for text in texts for word in _WORD.findall(plain(text))}
    return {word for word in words if _OWN_LETTERS[language].search(word)}


@pytest.mark.parametrize("language", DICTIONARIES)
def test_every_word_is_spelled_as_a_dictionary_or_the_list_has_it(language: str) -> None:
    assert unknown(language, words_shown(language)) - set(known(language)) == set()


@pytest.mark.parametrize("language", DICTIONARIES)
def test_the_list_holds_only_what_is_shown(language: str) -> None:
    listed = known(language)
    assert listed == sorted(set(listed))
    assert set(listed) - words_shown(language) == set()
