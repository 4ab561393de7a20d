"""From a CSL entry (YAML or JSON) to the draft of a record.

`csl_fields` says what each variable is; here every kind of them is read in its way. A language map may
stand wherever a text may (`title: {en: …, ru: …}`); a text without one is in the language of the entry.
What the schema can check (dates, identifiers, languages, addresses) is handed on as written.
"""

import re
from collections.abc import Callable, Iterator, Set
from dataclasses import replace

from catalogue import language_tags
from catalogue.model import RecordType, Role, Scheme
from catalogue.sources import csl_dates, languages, short_values
from catalogue.sources.csl_fields import (
    CLASSIFICATIONS,
    DATES,
    GENRES,
    IDENTIFIERS,
    IGNORED,
    INSTITUTIONAL,
    NAMES,
    PRIVATE,
    STRINGS,
    TEXTS,
    TYPES,
    UNMODELLED,
)
from catalogue.sources.csl_names import contributors, language_map, main_language, multilingual
from catalogue.sources.csl_text import to_text, unescaped
from catalogue.sources.draft_builder import DraftBuilder, Statement
from catalogue.sources.likeness import meant
from catalogue.sources.raw import Draft, Plain, RawEntry


def to_data(raw: RawEntry) -> Draft:
    """The draft of a CSL entry."""
    return _Mapping(raw).draft()


class _Mapping:
    """One entry being read: its variables, and a reader for each kind of them."""

    def __init__(self, raw: RawEntry) -> None:
        self._raw = raw
        self._draft = DraftBuilder(raw)
        self._type = self._read_type()
        stated = next((field.value for field in raw.fields if field.name.casefold() == "language"), None)
        self._main = main_language(_plain(stated))[1]
        self._readers: dict[str, Callable[[Statement, Plain], None]] = {
            **dict.fromkeys(TEXTS, self._text),
            **dict.fromkeys(STRINGS, self._string),
            **dict.fromkeys(DATES, self._date),
            **dict.fromkeys(IDENTIFIERS, self._identifier),
            **dict.fromkeys(NAMES, self._names),
            **dict.fromkeys(CLASSIFICATIONS, self._classification),
            **dict.fromkeys(("keyword", "keywords"), self._keywords),
            **dict.fromkeys(("project", "projects"), self._projects),
            **dict.fromkeys(("file", "files"), self._files),
            **dict.fromkeys(("ids", "aliases"), self._aliases),
            "access": self._access,
            "embargo": self._embargo,
            "genre": self._genre,
            "language": self._language,
            "links": self._links,
            "page": self._pages,
            "url": self._links,
        }

    def draft(self) -> Draft:
        """Everything the entry states."""
        if self._raw.key:
            self._draft.put("key", self._raw.key)
        self._draft.put("origin", self._raw.origin)
        for field in self._raw.fields:
            name = field.name.casefold()
            own = Statement(field.name, name, "", flat(_plain(field.value)), field.place)
            if name in PRIVATE or name in IGNORED:
                continue
            if reader := self._readers.get(name):
                reader(own, _plain(field.value))
            else:
                self._keep(own, warned=name not in UNMODELLED)
        return self._draft.draft()

    def _read_type(self) -> RecordType:
        written = self._raw.type.strip().casefold()
        found, genre = TYPES.get(written, (None, ""))
        names = {field.name.casefold() for field in self._raw.fields}
        if written == "article" and "container-title" in names:
            # BibTeX's article; that of CSL is a preprint, which no journal has printed.
            found, genre = RecordType.ARTICLE, ""
        if found is None:
            found = next((own for own in RecordType if own.value == written), None)
        if found is None:
            self._draft.warn_entry(
                "unknown-type",
                f"There is no type {self._raw.type!r} in CSL; the entry is read as a document."
                if written
                else "The entry has no type; it is read as a document.",
                f"Write {near}."
                if (near := meant(written, TYPES.keys()))
                else "Write one of the types of CSL, such as article-journal, book, chapter or thesis.",
                written or "type",
            )
        if genre and "genre" not in names:
            self._draft.put("genre", genre)
        self._draft.put("type", (found or RecordType.MISC).value)
        return found or RecordType.MISC

    def _text(self, own: Statement, value: Plain) -> None:
        path = TEXTS[own.name]
        if own.name == "publisher" and self._type in INSTITUTIONAL:
            path = "institution"
        for tag, text in multilingual(self._known_tags(own, value), self._main):
            if not self._draft.text(path, tag, text, own):
                self._draft.extra(text, own)

    def _string(self, own: Statement, value: Plain) -> None:
        path = STRINGS[own.name]
        if own.name == "number" and self._type.is_serial:
            path = "article_number"
        text = own.value if path == "license" else to_text(own.value).plain
        if text and not self._draft.put(path, text, own):
            self._keep(own)

    def _genre(self, own: Statement, value: Plain) -> None:
        written = to_text(own.value).plain
        self._draft.put("genre", GENRES.get(written.casefold(), written), own)

    def _pages(self, own: Statement, value: Plain) -> None:
        self._draft.put("pages", short_values.pages(to_text(own.value).plain), own)

    def _date(self, own: Statement, value: Plain) -> None:
        date = csl_dates.edtf(value)
        if date and not self._draft.put(DATES[own.name], date, own):
            self._keep(own)

    def _identifier(self, own: Statement, value: Plain) -> None:
        scheme = IDENTIFIERS[own.name]
        several = scheme in (Scheme.ISBN, Scheme.ISSN) and isinstance(value, str)
        for item in short_values.serial_numbers(own.value) if several else _strings(value):
            if identifier := unescaped(item.strip()):
                self._draft.add("identifiers", {"scheme": scheme.value, "value": identifier}, own)

    def _names(self, own: Statement, value: Plain) -> None:
        role = NAMES[own.name]
        people, others, aligned = contributors(self._known_tags(own, value), role.value, self._main)
        for person in people:
            self._draft.append("contributors", person, {"": own})
        if others:
            self._draft.add("others", Role(role).value, own)
        if not aligned:
            self._draft.warn(
                own,
                "names-differ",
                f"The lists of {own.written} in several languages are not of equal length.",
                "Write every name in every list, in the same order.",
            )

    def _language(self, own: Statement, value: Plain) -> None:
        for written in _strings(value):
            if languages.is_kazakhstan(written):
                self._warn_of_kazakhstan(own)
        for tag in main_language(value)[0]:
            self._draft.add("languages", tag, own)

    def _keywords(self, own: Statement, value: Plain) -> None:
        value = self._known_tags(own, value)
        by_language = language_map(value)
        for tag, items in (by_language or {self._main: value}).items():
            parts = _split(items) if isinstance(items, str) else _strings(items)
            for part in parts:
                if text := to_text(part):
                    self._draft.add("keywords", (tag, text), own)

    def _classification(self, own: Statement, value: Plain) -> None:
        for item in _strings(value):
            for code in short_values.codes(item):
                self._draft.add("classification", {"scheme": own.name, "code": code}, own)

    def _projects(self, own: Statement, value: Plain) -> None:
        for item in _strings(value):
            for key in re.split(r"[;,]", item):
                if key.strip():
                    self._draft.add("projects", key.strip(), own)

    def _aliases(self, own: Statement, value: Plain) -> None:
        for item in _strings(value):
            for alias in item.split(","):
                if alias.strip():
                    self._draft.add("aliases", alias.strip(), own)

    def _access(self, own: Statement, value: Plain) -> None:
        if isinstance(value, dict):
            stated = {name: text for name, text in value.items() if isinstance(text, str)}
            for name in stated.keys() & {"status", "until"}:
                self._draft.put(f"access.{name}", stated[name], own)
        else:
            self._draft.put("access.status", own.value, own)

    def _embargo(self, own: Statement, value: Plain) -> None:
        self._draft.put("access.until", own.value, own)

    def _links(self, own: Statement, value: Plain) -> None:
        for item in _maps(value, "url"):
            self._draft.add(
                "links", {"url": unescaped(item.get("url", "")), "label": item.get("label", "")}, own
            )

    def _files(self, own: Statement, value: Plain) -> None:
        for item in _maps(value, "path"):
            named = {name: item.get(name, "") for name in ("path", "label")}
            media_type = item.get("media_type") or item.get("media-type", "")
            self._draft.add("files", named | {"media_type": media_type}, own)

    def _keep(self, own: Statement, *, warned: bool = False) -> None:
        named = UNMODELLED.get(own.name) or own.written
        self._draft.extra(to_text(own.value), replace(own, written=named))
        if warned:
            self._draft.warn(
                own,
                "unknown-field",
                f"The field {own.written!r} is neither of CSL nor of this catalogue; it is kept, unread.",
                _advice(own.name, {*self._readers, *UNMODELLED}),
            )

    def _known_tags(self, own: Statement, value: Plain) -> Plain:
        """The value, a language that does not exist replaced by `und`; nothing is lost but the tag."""
        if language_map(value) is None or not isinstance(value, dict):
            return value
        known: dict[str, Plain] = {}
        for written, item in value.items():
            if languages.is_kazakhstan(written):
                self._warn_of_kazakhstan(own)
            try:
                known[language_tags.canonical(languages.read(written) or written)] = item
            except ValueError as error:
                known.setdefault("und", item)
                self._draft.warn(
                    own, "invalid-language", f"{error}.", "Write a BCP 47 tag, such as en, ru or kk."
                )
        return known

    def _warn_of_kazakhstan(self, own: Statement) -> None:
        self._draft.warn(
            own,
            "language-kz",
            "`kz` is the code of the country; that of the Kazakh language is `kk`.",
            "Write `kk`.",
        )


def flat(value: Plain) -> str:
    """Any value as one string."""
    if isinstance(value, list):
        return "; ".join(part for part in map(flat, value) if part)
    if isinstance(value, dict):
        return ", ".join(f"{name}: {flat(item)}" for name, item in value.items() if item)
    return value or ""


def _plain(value: object) -> Plain:
    """The value of a field; those of a CSL entry are never pieces of BibTeX."""
    return value if isinstance(value, (str, list, dict)) else None


def _strings(value: Plain) -> list[str]:
    items = value if isinstance(value, list) else [value]
    return [item.strip() for item in items if isinstance(item, str) and item.strip()]


def _maps(value: Plain, name: str) -> Iterator[dict[str, str]]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            yield {key: text for key, text in item.items() if isinstance(text, str)}
        elif item:
            yield {name: flat(item)}


def _split(source: str) -> list[str]:
    return source.split(";" if ";" in source else ",")


def _advice(name: str, known: Set[str]) -> str:
    base, separator, language = name.rpartition("_")
    if separator and base in TEXTS:
        return f"Write {base}: {{{languages.read(language) or language}: …}}."
    near = meant(name, known)
    return f"If it is to be {near}, write so." if near else "Correct its name, or leave it out."
