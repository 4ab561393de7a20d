"""Subtitles joined to their titles by the sign that a style asks for: CSL has no variable for a subtitle."""

from dataclasses import replace

from catalogue.model import NO_TEXT, Container, Mark, Multilingual, Record, Text


def with_subtitles(record: Record, separator: str) -> Record:
    """A record whose titles, and those of what holds it, have their subtitles of the same language behind
    `separator`, and no subtitles beside them."""
    held = record.container
    return replace(
        record,
        title=_joined(record.title, record.subtitle, separator),
        subtitle=NO_TEXT,
        container=held
        and Container(_joined(held.title, held.subtitle, separator), NO_TEXT, held.short_title),
    )


def _joined(titles: Multilingual, subtitles: Multilingual, separator: str) -> Multilingual:
    beneath = {tag: subtitle for tag, subtitle in subtitles if subtitle}
    return Multilingual(
        tuple(
            (tag, _behind(title, separator, beneath[tag]) if tag in beneath else title)
            for tag, title in titles
        )
    )


def _behind(title: Text, separator: str, subtitle: Text) -> Text:
    start = len(title.plain) + len(separator)
    moved = (Mark(mark.kind, mark.start + start, mark.end + start) for mark in subtitle.marks)
    return Text(f"{title.plain}{separator}{subtitle.plain}", (*title.marks, *moved))
