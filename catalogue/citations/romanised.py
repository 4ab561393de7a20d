"""A record as a citation prints it: in its own language, or in Latin letters for a list of references.

Romanised are names, the title and whatever else is printed in words. For what has a name of its own in Latin
letters, a journal, a publisher, a place, that name is taken where the record holds it (Москва is Moscow only
then), the English one first. Quotation marks and other signs stay.
"""

from dataclasses import dataclass, replace

from catalogue.citations.names import printed_name, romanised_name
from catalogue.citations.romanisation import alphabet, has_cyrillic, romanise, romanise_text
from catalogue.model import (
    NO_TEXT,
    UNDETERMINED,
    Container,
    Event,
    Multilingual,
    Record,
    Text,
    primary_language,
)


def own_language(record: Record) -> str:
    """The language of a publication: the stated one, else that of its title, else what its letters tell.

    Letters that are not Cyrillic tell nothing: `und`.
    """
    if record.language != UNDETERMINED:
        return record.language
    tag, title = record.title.best((UNDETERMINED,)) or (UNDETERMINED, Text(""))
    if tag != UNDETERMINED:
        return tag
    return alphabet(title.plain, tag) if has_cyrillic(title.plain) else UNDETERMINED


def as_printed(record: Record) -> Record:
    """A record with each name in the form of its own language."""
    language = own_language(record)
    people = (replace(person, name=printed_name(person, language)) for person in record.contributors)
    stated = record.languages or ((language,) if language != UNDETERMINED else ())
    return replace(record, contributors=tuple(people), languages=stated)


def romanised(record: Record, system: str) -> Record:
    """A record in Latin letters, equal to `as_printed` where all of it is. Raises UnknownRomanisation."""
    latin = _Latin(system, own_language(record))
    people = (
        replace(person, name=romanised_name(person, system, latin.language)) for person in record.contributors
    )
    return replace(
        as_printed(record),
        contributors=tuple(people),
        title=latin.words(record.title),
        subtitle=latin.words(record.subtitle),
        note=latin.words(record.note),
        container=record.container and latin.container(record.container),
        event=record.event and latin.event(record.event),
        publisher=latin.name(record.publisher),
        institution=latin.name(record.institution),
        place=latin.name(record.place),
        series=latin.name(record.series),
        genre=latin.plain(record.genre),
        volume=latin.plain(record.volume),
        issue=latin.plain(record.issue),
        pages=latin.plain(record.pages),
        article_number=latin.plain(record.article_number),
        page_total=latin.plain(record.page_total),
        edition=latin.plain(record.edition),
        version=latin.plain(record.version),
        number=latin.plain(record.number),
        chapter=latin.plain(record.chapter),
    )


@dataclass(frozen=True, slots=True)
class _Latin:
    """One system at work on a record of one language. Of a text in several languages only the form that is
    cited is replaced, the others stay."""

    system: str
    language: str

    def plain(self, source: str) -> str:
        return romanise(source, self.system, self.language)

    def words(self, source: Multilingual) -> Multilingual:
        return self._replaced(source, None)

    def name(self, source: Multilingual) -> Multilingual:
        return self._replaced(source, _held(source))

    def event(self, event: Event) -> Event:
        return Event(self.name(event.title), self.name(event.place), event.date)

    def container(self, container: Container) -> Container:
        if not _held(container.title):
            parts = (container.title, container.subtitle, container.short_title)
            return Container(*map(self.words, parts))
        # A name of its own stands alone: what the record holds in Cyrillic only belongs to the Cyrillic one.
        subtitle, short = (
            self.name(part) if _held(part) else NO_TEXT
            for part in (container.subtitle, container.short_title)
        )
        return Container(self.name(container.title), subtitle, short)

    def _replaced(self, source: Multilingual, held: Text | None) -> Multilingual:
        found = source.best((self.language,))
        if not found or not has_cyrillic(found[1].plain):
            return source
        tag, text = found
        latin = held or romanise_text(text, self.system, self.language if tag == UNDETERMINED else tag)
        return Multilingual(tuple((own, latin if own == tag else other) for own, other in source))


def _held(source: Multilingual) -> Text | None:
    """The text in Latin letters that the record holds, the English one first."""
    forms = sorted(source, key=lambda form: primary_language(form[0]) != "en")
    return next((text for _, text in forms if not has_cyrillic(text.plain)), None)
