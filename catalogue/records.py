"""The records of a library, each made of its JSON when it is asked for.

Whoever has 100,000 of them seldom needs one whole: what the library, its past and other files have a say
in stands beside them (`Facts`), and a digest tells one version of a record from another.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple, Self

from catalogue.concepts import label_form
from catalogue.model import Record
from catalogue.model.codec import encode
from catalogue.people import stated_of
from catalogue.registers import Stated
from catalogue.venues import stated_in


class Facts(NamedTuple):
    """What a record states that the library, its past or other files have a say in, and its line.

    `added` is the text of a date, "" where none is stated; `keywords` are as `label_form` gives them,
    `people` as `stated_of` does, each once, `venue` as `stated_in`; `places` are the lines and columns of the
    fields that name projects and files, where they are known.
    """

    line: int
    added: str
    aliases: tuple[str, ...]
    projects: tuple[str, ...]
    files: tuple[str, ...]
    keywords: tuple[str, ...] = ()
    people: tuple[Stated, ...] = ()
    venue: Stated = ()
    places: tuple[tuple[str, int, int], ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Records(Mapping[str, Record]):
    """Records by key, in the order of the library.

    `paths` gives the file of each, `stored` its JSON and `digests` the digest of that; `facts` are those of
    the records that have any.
    """

    paths: Mapping[str, str]
    digests: Mapping[str, str]
    facts: Mapping[str, Facts]
    make: Callable[[str], Record]
    stored: Callable[[str], str]

    @classmethod
    def of(cls, records: Iterable[Record]) -> Self:
        """Records that are made already."""
        made = {record.key: record for record in records}
        return cls(
            {key: record.origin.path for key, record in made.items()},
            {key: digest_of_record(encode(record)) for key, record in made.items()},
            {key: facts_of(record) for key, record in made.items()},
            made.__getitem__,
            lambda key: encode(made[key]),
        )

    def __getitem__(self, key: str) -> Record:
        return self.make(key)

    def __contains__(self, key: object) -> bool:
        return key in self.digests

    def __iter__(self) -> Iterator[str]:
        return iter(self.digests)

    def __len__(self) -> int:
        return len(self.digests)


def digest_of_record(stored: str) -> str:
    """A digest of a record's JSON."""
    return hashlib.blake2b(stored.encode(errors="surrogatepass"), digest_size=16).hexdigest()


def facts_of(record: Record) -> Facts:
    """The facts of a record."""
    return Facts(
        record.origin.line,
        str(record.added or ""),
        record.aliases,
        record.projects,
        tuple(file.path for file in record.files),
        tuple(label_form(own.language, own.text.plain) for own in record.keywords),
        tuple(dict.fromkeys(map(stated_of, record.contributors))),
        stated_in(record),
    )
