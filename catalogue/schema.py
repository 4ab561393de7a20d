"""From drafts to records: the rules of validation, and the way back to plain data.

Only a missing title or key keeps an entry out. Any other part that fails its check (`catalogue.checks`)
leaves its place in the record, stays in `extra` under the name its source gave it, and is warned about
at its line. `load` and `dump` are inverses: `load(Draft(dump(record)), raw)` gives the record again.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Generic, TypeVar

from marshmallow import Schema, ValidationError, fields

from catalogue import checks, completeness, slips
from catalogue.checks import InvalidValueError, sentence
from catalogue.model import (
    Access,
    AccessStatus,
    Affiliation,
    Container,
    Contributor,
    Event,
    Multilingual,
    Name,
    Problem,
    Record,
    RecordType,
    Role,
    Severity,
    Text,
)
from catalogue.plain import (
    read_keyword,
    read_multilingual,
    read_name,
    read_origin,
    read_pair,
    read_text,
    write_keyword,
    write_multilingual,
    write_pair,
    write_parts,
    write_text,
)
from catalogue.sources.raw import Draft, Place, RawEntry

Value = TypeVar("Value")
Path = tuple[str | int, ...]

_LEAVES = ("value", "url", "code", "path")
"""Under which name an item of a list holds what its source wrote."""

_ROLES: Mapping[object, Role] = {role.value: role for role in Role}

_LACKS = {"no-date": "issued", "no-language": "languages"}
"""What a record may lack because it was stated and rejected, which is told already."""

_SETS = ("aliases", "files", "identifiers", "keywords", "languages", "links", "projects")
"""Lists in which an item said twice is said once; two people may well have one name."""


class Checked(fields.Field[Value], Generic[Value]):
    """A value that one function reads, raising `InvalidValueError`, and another writes as plain data."""

    def __init__(self, read: Callable[[Any], Value], write: Callable[[Value], object] = str) -> None:
        super().__init__()
        self._read = read
        self._write = write

    def _serialize(self, value: Value | None, attr: str | None, obj: object, **kwargs: object) -> object:
        return None if value is None else self._write(value)

    def _deserialize(
        self, value: object, attr: str | None, data: Mapping[str, object] | None, **kwargs: object
    ) -> Value:
        try:
            return self._read(value)
        except InvalidValueError as error:
            # The exception is its own message, so that code and advice reach `load`.
            error.written = "" if error.private else _written(value)
            raise ValidationError([error]) from error
        except (ValueError, TypeError, KeyError) as error:
            raise ValidationError(str(error)) from error


class Texts(Checked[Multilingual]):
    """A multilingual text."""

    def __init__(self) -> None:
        super().__init__(read_multilingual, write_multilingual)


class ContainerSchema(Schema):
    """What a publication appeared in."""

    title = Texts()
    subtitle = Texts()
    short_title = Texts()


class EventSchema(Schema):
    """Where a publication was presented."""

    title = Texts()
    place = Texts()
    date = Checked(checks.issued)


class AffiliationSchema(Schema):
    """An organisation of a contributor."""

    name = Texts()
    ror = Checked(checks.ror)


class ContributorSchema(Schema):
    """Somebody's part in a publication."""

    name = Checked(read_name, write_parts)
    role = Checked(Role)
    variants = fields.List(Checked(read_pair(read_name), write_pair(write_parts)))
    orcid = Checked(checks.orcid)
    affiliations = fields.List(fields.Nested(AffiliationSchema))
    corresponding = fields.Boolean()


class Person(fields.Nested):
    """A contributor. Most are a sound name and a role, for which nothing need be gone through."""

    def __init__(self) -> None:
        super().__init__(ContributorSchema)

    def _deserialize(
        self,
        value: object,
        attr: str | None,
        data: Mapping[str, object] | None,
        partial: Any = None,
        **kwargs: Any,
    ) -> object:
        if isinstance(value, dict) and value.keys() == {"name", "role"}:
            name, role = value["name"], value["role"]
            if isinstance(name, Name) and name.display and role in _ROLES:
                return {"name": name, "role": _ROLES[role]}
        return super()._deserialize(value, attr, data, partial, **kwargs)


class AccessSchema(Schema):
    """Who may read the full text."""

    status = Checked(checks.access_status)
    until = Checked(checks.day)


class RecordSchema(Schema):
    """A record; the names are those of `Record`."""

    key = Checked(checks.key)
    type = Checked(RecordType)
    title = Texts()
    subtitle = Texts()
    printed_title = Texts()
    abstract = Texts()
    keywords = fields.List(Checked(read_keyword, write_keyword))
    container = fields.Nested(ContainerSchema)
    event = fields.Nested(EventSchema)
    contributors = fields.List(Person())
    others = fields.List(Checked(Role))
    issued = Checked(checks.issued)
    genre = fields.String()
    volume = fields.String()
    issue = fields.String()
    pages = fields.String()
    article_number = fields.String()
    page_total = fields.String()
    edition = fields.String()
    version = fields.String()
    number = fields.String()
    chapter = fields.String()
    publisher = Texts()
    institution = Texts()
    place = Texts()
    series = Texts()
    identifiers = fields.List(Checked(checks.identifier, write_parts))
    aliases = fields.List(fields.String())
    languages = fields.List(Checked(checks.language))
    license = Checked(checks.license_expression)
    access = fields.Nested(AccessSchema)
    links = fields.List(Checked(checks.link, write_parts))
    files = fields.List(Checked(checks.file, write_parts))
    projects = fields.List(Checked(checks.project))
    classification = fields.List(Checked(checks.classification, write_parts))
    note = Texts()
    visited = Checked(checks.day)
    added = Checked(checks.day)
    modified = Checked(checks.day)
    extra = fields.List(Checked(read_pair(read_text), write_pair(write_text)))
    origin = Checked(read_origin, write_parts)


_SCHEMA = RecordSchema()


def load(draft: Draft, raw: RawEntry) -> tuple[Record | None, tuple[Problem, ...]]:
    """The record of a draft, None if its title or key is missing; and all that is wrong with it, what
    the draft itself tells included."""
    problems = list(draft.problems)
    try:
        # No part is required here, and what is not stated need not be looked at.
        valid: dict[str, Any] = _SCHEMA.load(draft.data, partial=True)
    except ValidationError as error:
        rejected = tuple(_faults(error.messages))
        valid = dict(error.valid_data) if isinstance(error.valid_data, Mapping) else {}
        problems += [_warning(fault, path, draft, raw) for path, fault in rejected]
        valid |= {str(path[0]): fault.instead for path, fault in rejected if fault.instead is not None}
        valid["extra"] = [*valid.get("extra", ()), *_kept(rejected, draft)]
    valid.setdefault("origin", raw.origin)
    if absent := [name for name in ("key", "title") if not valid.get(name)]:
        return None, (*(_absent(name, raw) for name in absent), *problems)
    record = _record(valid)
    said = {code for code, part in _LACKS.items() if part in draft.data}
    problems += [problem for problem in completeness.missing(record, raw) if problem.code not in said]
    problems += slips.likely(record, raw)
    return record, tuple(problems)


def dump(record: Record) -> dict[str, object]:
    """A record as plain data (strings, lists, maps): what is not stated is left out."""
    plain: dict[str, object] = _SCHEMA.dump(record)
    return {name: _stated(value) for name, value in plain.items() if _stated(value)}


def _stated(value: object) -> object:
    if isinstance(value, Mapping):
        return {name: _stated(item) for name, item in value.items() if _stated(item)}
    if isinstance(value, list):
        return [_stated(item) for item in value]
    return value


def _faults(messages: object, path: Path = ()) -> Iterator[tuple[Path, InvalidValueError]]:
    if isinstance(messages, Mapping):
        for name, inner in messages.items():
            yield from _faults(inner, (*path, name))
    elif isinstance(messages, list):
        for message in messages:
            if isinstance(message, InvalidValueError):
                yield path, message
            else:
                yield path, InvalidValueError("invalid-value", str(message), "correct the field")


def _warning(fault: InvalidValueError, path: Path, draft: Draft, raw: RawEntry) -> Problem:
    name, place = _source(path, draft)
    return raw.problem(
        Severity.WARNING,
        fault.code,
        f"`{name}`: {fault.message}.",
        sentence(fault.advice),
        at=place,
        subject=name,
    )


def _source(path: Path, draft: Draft) -> tuple[str, Place | None]:
    """The field that the value at a path came from; the nearest part of the path that is known."""
    for length in range(len(path), 0, -1):
        if found := draft.places.get(".".join(map(str, path[:length]))):
            return found
    return str(path[0]), None


def _kept(rejected: tuple[tuple[Path, InvalidValueError], ...], draft: Draft) -> Iterator[tuple[str, Text]]:
    for path, fault in rejected:
        if fault.written and fault.instead is None and path != ("key",):
            yield _source(path, draft)[0], Text.of(fault.written)


def _written(value: object) -> str:
    if isinstance(value, Mapping):
        value = next((value[name] for name in _LEAVES if name in value), "")
    return value if isinstance(value, str) else ""


def _absent(name: str, raw: RawEntry) -> Problem:
    if name == "key":
        advice = "Give it one that stays, such as `smith2021`."
    else:
        advice = "Add `title = {…}`." if raw.syntax == "bibtex" else "Add `title: …`."
    return raw.problem(
        Severity.ERROR, f"missing-{name}", f"The entry has no {name} and is left out.", advice, subject=name
    )


def _record(valid: dict[str, Any]) -> Record:
    """The frozen record of valid parts; repeated items are dropped."""
    container, event, access = (valid.pop(name, None) for name in ("container", "event", "access"))
    if container and container.get("title"):
        valid["container"] = Container(**container)
    if event and any(event.values()):
        valid["event"] = Event(**event)
    if access and (access.get("status") or access.get("until")):
        valid["access"] = Access(access.get("status", AccessStatus.EMBARGOED), access.get("until"))
    people = valid.get("contributors", ())
    valid["contributors"] = [_contributor(person) for person in people if "name" in person]
    valid["aliases"] = [alias for alias in valid.get("aliases", ()) if alias != valid["key"]]
    valid.setdefault("type", RecordType.MISC)
    frozen: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in valid.items()
    }
    return Record(**frozen | {name: tuple(dict.fromkeys(frozen.get(name, ()))) for name in _SETS})


def _contributor(person: dict[str, Any]) -> Contributor:
    affiliations = (Affiliation(**own) for own in person.pop("affiliations", ()) if own.get("name"))
    variants = tuple(person.pop("variants", ()))
    return Contributor(**person, variants=variants, affiliations=tuple(affiliations))
