"""What lies under `data/` beside the publications: projects, concepts, people, venues, news, pages, removals.

Each file stands on its own: a broken one is a Problem and costs only itself. Markdown becomes HTML once a
build.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, TypeVar

from catalogue import concept_files, identity_files, markdown, stated_files
from catalogue.checks import InvalidValueError, language, link, sentence
from catalogue.concepts import Concepts
from catalogue.model import Multilingual, PartialDate, Problem, Severity
from catalogue.people import People
from catalogue.scan import FileKind, Scan, SourceFile
from catalogue.site import (
    EUROPEAN_UNION,
    IMAGE_TYPES,
    PROJECT_LISTS,
    PROJECT_TEXTS,
    Article,
    LocalisedArticle,
    Member,
    Project,
)
from catalogue.sources import yaml
from catalogue.sources.likeness import meant
from catalogue.sources.raw import Place, Plain
from catalogue.stated_files import StatedFile
from catalogue.venues import Venues

_FRONT_MATTER = re.compile(
    r"\A\ufeff?---[ \t]*\r?\n(?P<head>.*?)^---[ \t]*\r?$\n?(?P<body>.*)\Z", re.DOTALL | re.MULTILINE
)
_PROJECT_WORDS = ("acronym", "number", "call", "programme", "emblem", "predecessor", "url")
_PROJECT_FIELDS = {*PROJECT_TEXTS, *PROJECT_LISTS, *_PROJECT_WORDS, "key", "period", "members"}
_ARTICLE_WORDS = ("title", "date", "language", "project", "summary", "menu")
_DEFAULT_LANGUAGE = "en"
_NOWHERE = Place(0, 0)

Made = TypeVar("Made")


class _UnusableError(ValueError):
    """Something in a file cannot be used; the message says what, `advice` what to write, `place` where."""

    def __init__(self, message: str, advice: str, place: Place = _NOWHERE) -> None:
        super().__init__(message)
        self.advice = advice
        self.place = place


@dataclass(frozen=True, slots=True)
class Content:
    """What the files hold. `removed` leads from a key to the reason of its removal, or to its new key."""

    projects: Mapping[str, Project]
    concepts: Concepts
    people: People
    venues: Venues
    news: tuple[LocalisedArticle, ...]
    pages: Mapping[str, LocalisedArticle]
    removed: Mapping[str, str]
    problems: tuple[Problem, ...]


class _Folder:
    """The files of a data folder as they are read; what is wrong with some is added to `problems`."""

    def __init__(self, scan: Scan) -> None:
        self._scan = scan
        self.problems: list[Problem] = []

    def read(self, kind: FileKind, make: Callable[[SourceFile, bytes], Made]) -> list[Made]:
        """What is made of the files of a kind; of those that cannot be used, nothing."""
        made = []
        # Files without a language come first: a reader whose language is absent gets those.
        for file in sorted(self._scan.of_kind(kind), key=lambda file: file.stem.count(".")):
            try:
                made.append(make(file, self._scan.content(file)))
            except yaml.YamlFaultError as error:
                self.problems.append(error.problem)
            except (OSError, ValueError) as error:
                advice = getattr(
                    error, "advice", "See README.md in the data folder for what such a file holds."
                )
                line, column = getattr(error, "place", _NOWHERE)
                told = Problem(file.path, line, column, Severity.ERROR, "content", str(error), advice)
                self.problems.append(told)
        return made

    def stated(self, kind: FileKind) -> list[StatedFile]:
        """The files of a kind, with the places of what they state."""
        return self.read(kind, lambda file, content: stated_files.read(file.path, content))

    def doubt_address(self, file: SourceFile, key: str) -> None:
        """Tells of a key that makes an address which is hard to pass on."""
        if len(words := key.split()) > 1:
            message = f"{key!r} has a space in it, and is a part of the page's address for good."
            advice = f"Before it is published, call it `{'-'.join(words)}`."
            self.problems.append(Problem(file.path, 0, 0, Severity.WARNING, "file-name", message, advice))


def read_content(scan: Scan) -> Content:
    """Reads all files of a data folder that hold no publications."""
    folder, images = _Folder(scan), _images(scan)
    concepts, of_concepts = concept_files.gathered(folder.stated(FileKind.CONCEPTS))
    people, of_people = identity_files.people(folder.stated(FileKind.PERSON))
    venues, of_venues = identity_files.venues(folder.stated(FileKind.VENUE))
    folder.problems += (*of_concepts, *of_people, *of_venues)

    def project(file: SourceFile, content: bytes) -> Project:
        made = _project(file, content)
        folder.doubt_address(file, made.key)
        folder.problems.extend(_doubts(file, made, people, images))
        return made

    projects = {own.key: own for own in folder.read(FileKind.PROJECT, project)}

    def article(file: SourceFile, content: bytes) -> Article:
        made, doubts = _article(file, content, images)
        folder.doubt_address(file, made.name)
        folder.problems.extend(doubts)
        if made.project and made.project not in projects:
            folder.problems.append(_unknown(file, "project", made.project, "projects"))
        return made

    news = _by_name(folder.read(FileKind.NEWS, article))
    pages = _by_name(folder.read(FileKind.PAGE, article))
    removed = [entry for entries in folder.read(FileKind.REMOVED, _removals) for entry in entries.items()]
    newest_first = tuple(sorted(news.values(), key=_newest_first))
    return Content(
        projects, concepts, people, venues, newest_first, pages, dict(removed), tuple(folder.problems)
    )


def _unknown(file: SourceFile, kind: str, key: str, folder: str) -> Problem:
    """What is told of a file that names something without a file of its own."""
    message = f"There is no {kind} {key!r} in {folder}/."
    advice = "Mend the key, or add its file."
    return Problem(file.path, 0, 0, Severity.WARNING, f"unknown-{kind}", message, advice)


def _images(scan: Scan) -> dict[str, int]:
    """The bytes of what may be an emblem or stand in a text, by its path below `files/`."""
    attached = {file.path.removeprefix("files/"): file.size for file in scan.of_kind(FileKind.ATTACHMENT)}
    return {path: size for path, size in attached.items() if path.lower().endswith(tuple(IMAGE_TYPES))}


def _doubts(file: SourceFile, project: Project, people: People, images: Collection[str]) -> Iterator[Problem]:
    """What a project names that is not there, and what it says that cannot be so."""
    warn = partial(Problem, file.path, 0, 0, Severity.WARNING)
    for member in project.members:
        if member.person and not people.get(member.person):
            yield _unknown(file, "person", member.person, "people")
    if project.emblem not in ("", EUROPEAN_UNION, *images):
        message = f"There is no image {project.emblem!r} in files/, so no emblem is shown."
        kinds = ", ".join(IMAGE_TYPES)
        advice = f"Write `{EUROPEAN_UNION}`, or the path below files/ of one that ends in {kinds}."
        yield warn("unknown-emblem", message, advice)
    if project.start and project.end and project.end.ends_before(project.start):
        message = f"The project ends in {project.end}, before it starts in {project.start}."
        yield warn(
            "reversed-period", message, "Mend one of the two: `period: {start: 2022-11, end: 2025-10}`."
        )
    if project.url:
        try:
            link({"url": project.url})
        except InvalidValueError as error:
            yield warn(error.code, sentence(error.message), sentence(error.advice))


def _project(file: SourceFile, content: bytes) -> Project:
    held, places = yaml.load_with_places(content, file.path)
    stated = _mapping(held)
    _require_known(stated, _PROJECT_FIELDS, places)
    texts: dict[str, Any] = {name: _multilingual(stated.get(name)) for name in PROJECT_TEXTS}
    if not texts["title"]:
        raise _UnusableError("The project has no title.", "Add `title:`, a text or one for each language.")
    lists: dict[str, Any] = {name: _multilinguals(stated.get(name)) for name in PROJECT_LISTS}
    words: dict[str, Any] = {name: _word(stated.get(name)) for name in _PROJECT_WORDS}
    period = _mapping(stated.get("period"), "period: {start: 2022-11, end: 2025-10}")
    members = stated.get("members") or []
    if not isinstance(members, list):
        raise _UnusableError(f"{members!r} stands where a list belongs.", "Write `members: [{name: …}]`.")
    project = Project(_word(stated.get("key")) or file.stem, texts.pop("title"))
    return replace(
        project,
        **texts,
        **lists,
        **words,
        start=_date(period.get("start")),
        end=_date(period.get("end")),
        members=tuple(map(_member, members)),
    )


def _require_known(stated: Mapping[str, Plain], known: Set[str], places: yaml.Places) -> None:
    for name in stated:
        if name not in known:
            near = meant(name, known)
            advice = f"Write `{near}`, or take it out." if near else "Mend the name, or take it out."
            raise _UnusableError(f"Nothing is known of {name}.", advice, places.get((name,), _NOWHERE))


def _member(stated: Plain) -> Member:
    if isinstance(stated, str):
        return Member(stated)
    parts = _mapping(stated)
    role, affiliation = (_multilingual(parts.get(name)) for name in ("role", "affiliation"))
    return Member(_word(parts.get("name")), role, affiliation, _word(parts.get("person")))


def _article(
    file: SourceFile, content: bytes, images: Mapping[str, int]
) -> tuple[Article, tuple[Problem, ...]]:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _UnusableError(f"The file is not UTF-8 ({error.reason}).", "Save it as UTF-8.") from error
    matter = _FRONT_MATTER.match(text)
    held, places = yaml.load_with_places(matter["head"].encode(), file.path, 1) if matter else ({}, {})
    head = _mapping(held)
    name, _, suffix = file.stem.partition(".")
    title = _word(head.get("title"))
    if not title:
        raise _UnusableError("There is no title.", "Begin the file with a head: ---, title: …, ---.")
    _require_known(head, set(_ARTICLE_WORDS), places)
    body = matter.start("body") if matter else 0
    shown = markdown.render(text[body:], images, file.path, before=text.count("\n", 0, body))
    made = Article(
        name=name,
        title=title,
        html=shown.html,
        language=_language(suffix or _word(head.get("language")) or _DEFAULT_LANGUAGE),
        date=_date(head.get("date")),
        project=_word(head.get("project")),
        summary=_word(head.get("summary")),
        menu=_word(head.get("menu")),
        images=shown.images,
    )
    return made, shown.problems


def _removals(file: SourceFile, content: bytes) -> dict[str, str]:
    return {key: _word(value) for key, value in _mapping(yaml.load(content, file.path)).items()}


def _by_name(articles: Iterable[Article]) -> dict[str, LocalisedArticle]:
    versions: dict[str, dict[str, Article]] = defaultdict(dict)
    for article in articles:
        versions[article.name][article.language] = article
    return {name: LocalisedArticle(name, _completed(own)) for name, own in versions.items()}


def _completed(versions: Mapping[str, Article]) -> dict[str, Article]:
    """The versions of an article, each with the date and project that only another of them states."""
    date = next((version.date for version in versions.values() if version.date), None)
    project = next((version.project for version in versions.values() if version.project), "")
    return {
        tag: replace(version, date=version.date or date, project=version.project or project)
        for tag, version in versions.items()
    }


def _newest_first(article: LocalisedArticle) -> tuple[bool, int, int, int, str]:
    """Undated news come last, and of two of one date the first by name."""
    date = next((version.date for version in article.versions.values() if version.date), None)
    if date is None:
        return True, 0, 0, 0, article.name
    return False, -date.year, -(date.month or 13), -(date.day or 32), article.name


def _mapping(stated: Plain, form: str = "name: value") -> dict[str, Plain]:
    if stated is None:
        return {}
    if not isinstance(stated, dict):
        raise _UnusableError(f"{stated!r} stands where a map belongs.", f"Write `{form}`.")
    return stated


def _word(stated: Plain) -> str:
    if stated is None:
        return ""
    if not isinstance(stated, str):
        raise _UnusableError(f"{stated!r} stands where a text belongs.", "Write one text.")
    return stated.strip()


def _date(stated: Plain) -> PartialDate | None:
    word = _word(stated)
    try:
        return PartialDate.parse(word) if word else None
    except ValueError as error:
        raise _UnusableError(
            f"The date {word!r} cannot be read: {error}.", "Write 2026-03-07, 2026-03 or 2026."
        ) from error


def _language(stated: str) -> str:
    try:
        return language(stated)
    except InvalidValueError as error:
        raise _UnusableError(sentence(error.message), sentence(error.advice)) from error


def _multilinguals(stated: Plain) -> tuple[Multilingual, ...]:
    """The texts of a list, or the one that stands for a list of one."""
    return tuple(filter(None, map(_multilingual, stated if isinstance(stated, list) else [stated])))


def _multilingual(stated: Plain) -> Multilingual:
    if isinstance(stated, dict):
        return Multilingual.of({_language(tag): _word(text) for tag, text in stated.items()})
    return Multilingual.of({_DEFAULT_LANGUAGE: _word(stated)})
