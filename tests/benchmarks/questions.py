"""What is asked: questions derived from titles and authors, in the proportions in which people ask them."""

import random
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from index import Document
from index.languages import is_stop_word

KINDS = {
    "word": 0.20,
    "two words": 0.35,
    "three words": 0.20,
    "phrase": 0.07,
    "author": 0.06,
    "years": 0.05,
    "prefix": 0.03,
    "long": 0.04,
}
"""The kinds of questions and their shares."""

_WORD = re.compile(r"[^\W\d_]{3,}")
_FEWEST_WORDS = 4
_LONGEST = 7
_PREFIX = 4
_SPAN = 5


@dataclass(frozen=True, slots=True)
class Question:
    """All `words` (of a phrase: in this order; of a prefix: the beginning of one), and besides them the
    `author`'s family name and the first and last of the `years`, where given."""

    kind: str
    words: tuple[str, ...]
    author: str = ""
    years: tuple[int, int] | None = None

    @classmethod
    def of(cls, stated: Mapping[str, Any]) -> "Question":
        """The question that `dataclasses.asdict` and JSON have made this of."""
        years = stated["years"] and tuple(stated["years"])
        return cls(stated["kind"], tuple(stated["words"]), stated["author"], years)

    @property
    def typed(self) -> str:
        """The question in the catalogue's own syntax."""
        words = " ".join(self.words)
        if self.kind == "phrase":
            return f'"{words}"'
        if self.kind == "prefix":
            return f"{words}*"
        author = f"author:{self.author} " if self.author else ""
        years = " year:{}..{}".format(*self.years) if self.years else ""
        return f"{author}{words}{years}"


def questions(documents: Iterable[Document], number: int, seed: int) -> list[Question]:
    """So many different questions to these documents, the same for the same seed.

    Raises ValueError where the titles are too few or too short for them.
    """
    chance = random.Random(seed)
    pool = [subject for own in documents if (subject := _subject(own))]
    made: dict[Question, None] = {}
    for _ in range(50 * number):
        if not pool or len(made) == number:
            break
        made[_question(chance, *chance.choice(pool))] = None
    if len(made) < number:
        raise ValueError(f"the titles are too few for {number} questions: ask for fewer")
    return list(made)


def _subject(document: Document) -> tuple[list[str], str] | None:
    """The telling words of the title and the first author's family name, if there are enough."""
    title = " ".join(passage.text for passage in document.texts["title"][:1])
    words = [word for word in _WORD.findall(title.lower()) if not is_stop_word(word)]
    author = next((value.label for value in document.facets["author"]), "")
    families = _WORD.findall(author.partition(",")[0].lower())
    return (words, families[-1]) if len(words) >= _FEWEST_WORDS and families else None


def _question(chance: random.Random, words: list[str], family: str) -> Question:
    kind = chance.choices(list(KINDS), list(KINDS.values()))[0]
    match kind:
        case "word" | "two words" | "three words":
            return Question(kind, tuple(chance.sample(words, 1 + list(KINDS).index(kind))))
        case "phrase":
            at = chance.randrange(len(words) - 1)
            return Question(kind, tuple(words[at : at + 2]))
        case "author":
            return Question(kind, (chance.choice(words),), author=family)
        case "years":
            first = chance.randint(2005, 2022)
            return Question(kind, (chance.choice(words),), years=(first, first + chance.randint(0, _SPAN)))
        case "prefix":
            return Question(kind, (chance.choice(words)[:_PREFIX],))
        case _:
            return Question(kind, tuple(words[:_LONGEST]))
