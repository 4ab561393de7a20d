"""The table in CONTRIBUTING.md of what each language does with twenty words.

Written by `python -m tests.index.language_table`.
"""

from pathlib import Path

from babel import Locale

from index.languages import LANGUAGES, stem
from index.tokens import fold
from tests.index.example_words import WORDS

CONTRIBUTING = Path(__file__).resolve().parents[2] / "CONTRIBUTING.md"
BEGIN = "<!-- stems: python -m tests.index.language_table -->\n"
END = "<!-- end of stems -->\n"
IN_FULL = ("en", "ru", "kk")


def table() -> str:
    """English, Russian and Kazakh side by side, word by word; then a row for each of the other languages."""
    lines = [_row(*map(_name, IN_FULL)), "|---|---|---|"]
    for row in zip(*(WORDS[language] for language in IN_FULL), strict=True):
        lines.append(
            _row(*(f"{word} → {_stem(language, word)}" for language, word in zip(IN_FULL, row, strict=True)))
        )
    lines += ["", _row("language", "words → their stem"), "|---|---|"]
    lines += [_row(_name(language), _grouped(language)) for language in LANGUAGES if language not in IN_FULL]
    return "\n".join(lines) + "\n"


def written() -> str:
    """The table as it stands in the file."""
    _, found, rest = CONTRIBUTING.read_text(encoding="utf-8").partition(BEGIN)
    return rest.partition(END)[0] if found else ""


def write() -> None:
    """Put the table in its place in the file."""
    before, _, rest = CONTRIBUTING.read_text(encoding="utf-8").partition(BEGIN)
    CONTRIBUTING.write_text(before + BEGIN + table() + END + rest.partition(END)[2], encoding="utf-8")


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _name(language: str) -> str:
    return f"{Locale('en').languages[language]} (`{language}`)"


def _stem(language: str, word: str) -> str:
    return stem(language, fold(word))


def _grouped(language: str) -> str:
    """The words of each stem together, in the order in which the stems come up."""
    words_of: dict[str, list[str]] = {}
    for word in WORDS[language]:
        words_of.setdefault(_stem(language, word), []).append(word)
    return "; ".join(f"{' '.join(words)} → {stem}" for stem, words in words_of.items())


if __name__ == "__main__":
    write()
