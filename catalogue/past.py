"""The present library against its past: what to publish, what has gone, and since when each record is here.

A pure function of the library as read and of what the ledger and the repository's history remember.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from catalogue.history import History
from catalogue.ledger import Entry
from catalogue.library import Library
from catalogue.model import PartialDate, Problem, Record, Severity
from catalogue.records import Records

REMOVALS = "removed.yaml"


@dataclass(frozen=True, slots=True)
class Past:
    """What is remembered. `last_good` gives the last good version of a record; `forgotten` says that a
    ledger was lost: there is an index that knew one."""

    entries: Mapping[str, Entry]
    last_good: Callable[[str], Record | None]
    history: History | None = None
    forgotten: bool = False


@dataclass(frozen=True, slots=True)
class Published:
    """What a generation shows.

    `good` are the records as the data states them, `records` those and the last good versions of broken
    ones, all (save for their JSON) with the day they were `added` (by key, as the text of a date). `gone` are
    keys that went just now. `removed` leads from each key that is no more to the reason ("" where none is
    given), `aliases` from old keys to keys, `stale` from the key of a last good version to the reason it is
    shown.
    """

    good: Records
    records: Records
    added: Mapping[str, str]
    gone: tuple[str, ...]
    aliases: Mapping[str, str]
    removed: Mapping[str, str]
    stale: Mapping[str, str]
    problems: tuple[Problem, ...]


def reconcile(library: Library, past: Past, now: datetime) -> Published:
    """Decides what to publish of a library as read at the time `now`."""
    withheld = ((key, past.last_good(key)) for key in sorted(_withheld(library, past)))
    kept = Records.of(record for _, record in withheld if record)
    shown = _joined(kept, library.records)
    aliases = _aliases(shown, library.content.removed)
    added = _added(shown, _former_keys(aliases), past, now.date())
    records = replace(shown, make=lambda key: _dated(shown[key], added[key]))
    absent = sorted(past.entries.keys() - records.digests.keys())
    missing = [key for key in absent if key not in aliases]
    stated = library.content.removed
    return Published(
        good=library.records,
        records=records,
        added=added,
        gone=tuple(key for key in absent if not past.entries[key].deleted_at),
        aliases=aliases,
        removed=dict.fromkeys(missing, "")
        | {key: reason for key, reason in stated.items() if key not in records and key not in aliases},
        stale=dict.fromkeys(kept, "its entry has an error that has to be mended first"),
        problems=(
            *_lost(library, kept),
            *_unexplained(missing, past, stated, now),
            *_contradicted(library),
            *_leading_nowhere(stated, records, aliases),
            *_forgotten(past),
        ),
    )


def _withheld(library: Library, past: Past) -> Iterator[str]:
    """Keys whose entries are there, but cannot be published now, and could be before."""
    if not (library.broken or library.unread):
        return
    for key, entry in past.entries.items():
        unread = entry.path in library.unread and key not in library.records
        if (key in library.broken or unread) and not entry.deleted_at:
            yield key


def _former_keys(aliases: Mapping[str, str]) -> dict[str, list[str]]:
    """For each key, those that lead to it."""
    former: dict[str, list[str]] = defaultdict(list)
    for old, new in aliases.items():
        former[new].append(old)
    return former


def _joined(kept: Records, good: Records) -> Records:
    """Both, the good ones where a key is in both."""
    return Records(
        {**kept.paths, **good.paths},
        {**kept.digests, **good.digests},
        {**kept.facts, **good.facts},
        lambda key: (good if key in good else kept)[key],
        lambda key: (good if key in good else kept).stored(key),
    )


def _dated(record: Record, added: str) -> Record:
    return replace(record, added=PartialDate.parse(added))


def _added(
    records: Records, former: Mapping[str, Iterable[str]], past: Past, today: date
) -> Mapping[str, str]:
    """The entry's own date, else the first commit of its key or a former one, else when it was first seen."""
    committed = past.history.first if past.history else {}
    texts: dict[date, str] = {}
    added: dict[str, str] = {}
    for key in records:
        seen = past.entries.get(key)
        day = committed.get(key) or (seen.first_seen if seen else today)
        if key in former:
            day = _first_day((key, *former[key]), past, committed) or today
        added[key] = texts.get(day) or texts.setdefault(day, day.isoformat())
    return added | {key: own.added for key, own in records.facts.items() if own.added}


def _first_day(keys: Iterable[str], past: Past, committed: Mapping[str, date]) -> date | None:
    return min((committed[key] for key in keys if key in committed), default=None) or min(
        (past.entries[key].first_seen for key in keys if key in past.entries), default=None
    )


def _aliases(records: Records, removed: Mapping[str, str]) -> dict[str, str]:
    """Former keys, each with the key of the record that it leads to, in however many steps."""
    own = {alias: key for key, facts in records.facts.items() for alias in facts.aliases}
    leads = {**removed, **own}
    ends = ((old, _end(old, leads, records)) for old in leads if old not in records)
    return {old: end for old, end in ends if end in records}


def _end(key: str, leads: Mapping[str, str], records: Records) -> str:
    """Where a way of renamings ends: at a record, at a reason, or where it turns in a circle."""
    passed = set()
    while key in leads and key not in records and key not in passed:
        passed.add(key)
        key = leads[key]
    return key


def _lost(library: Library, kept: Records) -> Iterator[Problem]:
    for problem in library.problems:
        if problem.severity is Severity.ERROR and problem.key in library.broken:
            shown = problem.key in kept
            yield replace(
                problem,
                severity=Severity.NOTICE,
                code="last-good" if shown else "no-last-good",
                message=f"{problem.key!r} is shown as it was before the error."
                if shown
                else f"{problem.key!r} is not shown: no version without an error is known.",
                advice="Mend the entry, or delete it.",
                subject=problem.key,
            )


def _unexplained(
    missing: Iterable[str], past: Past, stated: Mapping[str, str], now: datetime
) -> Iterator[Problem]:
    for key in missing:
        if key not in stated:
            message = f"The entry {key!r} is gone since {(past.entries[key].deleted_at or now).date()}."
            advice = (
                f"Put it back ({past.entries[key].path}), or make its removal last with a line in "
                f'{REMOVALS}: "{key}": the reason, or the key that it has now.'
            )
            yield Problem(REMOVALS, 0, 0, Severity.NOTICE, "gone", message, advice, key, key)


def _contradicted(library: Library) -> Iterator[Problem]:
    for key in library.content.removed:
        if key in library.records:
            message = f"{key!r} is listed as removed, but there is an entry with this key."
            advice = f"Delete the line, or the entry at {library.records.paths[key]}."
            yield Problem(REMOVALS, 0, 0, Severity.WARNING, "not-removed", message, advice, key, key)


def _leading_nowhere(
    stated: Mapping[str, str], records: Records, aliases: Mapping[str, str]
) -> Iterator[Problem]:
    """Reasons of one word with a number, such as `rivers-2021`: keys, most likely, but of no entry."""
    for key, reason in stated.items():
        if key not in records and key not in aliases and re.fullmatch(r"\S*\d\S*", reason):
            message = f"{key!r} leads to {reason!r}, and no entry has this key: it is shown as the reason."
            advice = "Mend the key, or say the reason in words."
            yield Problem(REMOVALS, 0, 0, Severity.WARNING, "unknown-target", message, advice, key, key)


def _forgotten(past: Past) -> Iterator[Problem]:
    if past.forgotten:
        yield Problem(
            *("", 0, 0, Severity.WARNING, "new-ledger"),
            message="The ledger is new: added dates that neither entries nor commits state, removals that no "
            "line records, and last good versions of broken entries are lost.",
            advice="Restore ledger.sqlite from a copy if there is one.",
        )
