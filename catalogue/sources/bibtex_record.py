"""From a resolved BibTeX entry to the draft of a record.

`bibtex_fields` and `habits` say what each field is; here every kind of field is read in its way. Texts
become marked text; what the schema can check (dates, identifiers, languages, addresses) is handed on as
written. Private fields are dropped before anything looks at them.
"""

import re
from collections.abc import Callable, Mapping

from catalogue.model import UNDETERMINED, RecordType, Scheme
from catalogue.sources import annotations, bibtex_dates, bibtex_files, bibtex_lists, languages, short_values
from catalogue.sources.bibtex_fields import (
    CLASSIFICATIONS,
    DATES,
    EPRINT_TYPES,
    IDENTIFIERS,
    ISSUED,
    JOURNALS,
    LANGUAGES,
    LITERAL_LISTS,
    NAMES,
    STANDARD,
    STRINGS,
    TEXTS,
    TYPE_ALIASES,
)
from catalogue.sources.bibtex_people import People
from catalogue.sources.bibtex_statements import statements
from catalogue.sources.draft_builder import DraftBuilder, Statement
from catalogue.sources.latex import to_plain, to_text, to_verbatim
from catalogue.sources.likeness import meant
from catalogue.sources.raw import Draft, RawEntry

_TYPES = {own.value: own for own in RecordType}
_READ_WITH_OTHERS = frozenset({*ISSUED, *LANGUAGES, "access", "embargo", "recordkey"})
_SPACES_OR_MARKS = re.compile(r"[;,\s]+")
_SEMICOLON_SPACE = re.compile(r";\s+")
_AND_OR_MARKS = re.compile(r"\s+and\s+|[;,]")
_ADDRESS = re.compile(r"(?:https?|ftp)://\S+", re.IGNORECASE)
_ARXIV = re.compile(r"arxiv:|\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7}", re.IGNORECASE)
_SCOPUS = re.compile(r"2-s2\.0-\d+", re.IGNORECASE)
_CITED_BY = re.compile(r"cited by:? ?\d+.*", re.IGNORECASE)


def to_data(raw: RawEntry) -> Draft:
    """The draft of an entry whose strings, crossrefs and xdata are resolved.

    Raises TypeError where a value is not text, which means it was not resolved.
    """
    return _Mapping(raw).draft()


class _Mapping:
    """One entry being read: its statements, and a reader for each kind of them."""

    def __init__(self, raw: RawEntry) -> None:
        self._raw = raw
        self._draft = DraftBuilder(raw)
        self._type = self._read_type()
        self._statements = sorted(statements(raw), key=self._comes_late)
        self._by_name: dict[str, Statement] = {}
        for own in self._statements:
            if not own.language:
                self._by_name.setdefault(own.name, own)
        self._main = self._read_languages()
        self._people = People(self._draft, self._by_name, self._main)

    def draft(self) -> Draft:
        """Everything the entry states."""
        for own in self._statements:
            if own.language and languages.is_kazakhstan(own.written.rpartition("_")[2]):
                self._warn_of_kazakhstan(own, own.written.rpartition("_")[0] + "_kk")
            if reader := _READERS.get(own.name):
                reader(self, own)
            elif own.name in _READ_WITH_OTHERS or self._people.takes(own):
                continue
            elif own.name in STANDARD:
                self._keep(own)
            else:
                self._unknown(own)
        self._people.state()
        self._state_access()
        self._state_issued()
        key = self._by_name.get("recordkey")
        self._draft.put("key", to_plain(key.value) if key else self._raw.key, key)
        self._draft.put("origin", self._raw.origin)
        return self._draft.draft()

    def _read_type(self) -> RecordType:
        written = self._raw.type
        alias, genre = TYPE_ALIASES.get(written, (None, ""))
        if alias is None and written not in _TYPES:
            self._draft.warn_entry(
                "unknown-type",
                f"There is no entry type @{written}; the entry is read as @misc.",
                f"Write @{near}."
                if (near := meant(written, _KNOWN_TYPES))
                else "Write one of the types of BibTeX or biblatex, such as @article, @book or @misc.",
                written,
            )
            self._draft.add("extra", ("entrytype", to_text(written)))
        elif written.startswith("custom"):
            self._draft.add("extra", ("entrytype", to_text(written)))
        found = alias or _TYPES.get(written, RecordType.MISC)
        self._draft.put("type", found.value)
        if genre and not any(field.name == "type" and field.value for field in self._raw.fields):
            self._draft.put("genre", genre)
        return found

    def _comes_late(self, own: Statement) -> bool:
        """Of two fields for one thing, the one that fits the type less yields to the other."""
        unfit = "booktitle" if self._type.is_serial else JOURNALS
        return own.name in unfit or own.name == "organization"

    def _read_languages(self) -> str:
        """States the languages and gives the main one."""
        for name in LANGUAGES:
            if own := self._by_name.get(name):
                for item in bibtex_lists.split(own.value, _AND_OR_MARKS):
                    written = to_plain(item)
                    if languages.is_kazakhstan(written):
                        self._warn_of_kazakhstan(own, "kazakh")
                    tag = languages.read(written) or written
                    # Zotero states `langid = {english}` beside `language = {en-US}`.
                    stated = self._draft.items("languages") if name != "language" else []
                    if not any(str(other).startswith(f"{tag}-") for other in stated):
                        self._draft.add("languages", tag, own)
        known = filter(None, (languages.read(str(item)) for item in self._draft.items("languages")))
        return next(known, UNDETERMINED)

    def _text(self, own: Statement) -> None:
        if own.name == "note" and _CITED_BY.fullmatch(own.value.strip()):
            return
        source = own.value
        if own.name in LITERAL_LISTS:
            source = "; ".join(bibtex_lists.literals(own.value))
        tag = own.language or self._people.language_of(own.name) or self._main
        if not self._draft.text(TEXTS[own.name], tag, to_text(source), own):
            self._keep(own)

    def _string(self, own: Statement) -> None:
        if not self._draft.put(STRINGS[own.name], to_plain(own.value), own):
            self._keep(own)

    def _date(self, own: Statement) -> None:
        read = bibtex_dates.date if own.name == "urldate" else bibtex_dates.stamp
        self._draft.put(DATES[own.name], read(to_verbatim(own.value)), own)

    def _event_date(self, own: Statement) -> None:
        self._draft.put("event.date", bibtex_dates.date(to_verbatim(own.value)), own)

    def _pages(self, own: Statement) -> None:
        self._draft.put("pages", short_values.pages(to_plain(own.value)), own)

    def _article_number(self, own: Statement) -> None:
        if _SCOPUS.fullmatch(own.value.strip()):
            self._state_identifier(Scheme.EID, own.value, own)
        else:
            self._string(own)

    def _number(self, own: Statement) -> None:
        path = "issue" if self._type.is_serial else "number"
        if not self._draft.put(path, to_plain(own.value), own):
            self._keep(own)

    def _keywords(self, own: Statement) -> None:
        tag = own.language or self._people.language_of("keywords") or self._main
        items = bibtex_lists.keywords(own.value)
        if bibtex_lists.at_semicolons(own.value):
            message = "Keywords are split at semicolons; biblatex splits at commas only."
            self._draft.warn(own, "keyword-separator", message, f"Write: {bibtex_lists.with_commas(items)}")
        for item in items:
            self._draft.add("keywords", (tag, to_text(item)), own)

    def _identifier(self, own: Statement) -> None:
        scheme = IDENTIFIERS[own.name]
        value = to_verbatim(own.value)
        several = (
            short_values.serial_numbers if scheme in (Scheme.ISBN, Scheme.ISSN) else _SEMICOLON_SPACE.split
        )
        for item in several(value):
            self._state_identifier(scheme, item, own)

    def _eprint(self, own: Statement) -> None:
        scheme = self._eprint_scheme()
        if scheme is None and _ARXIV.match(own.value):
            scheme = Scheme.ARXIV
        if scheme:
            self._state_identifier(scheme, to_verbatim(own.value), own)
        else:
            self._keep(own)

    def _eprint_type(self, own: Statement) -> None:
        if self._eprint_scheme() is None or "eprint" not in self._by_name:
            self._keep(own)

    def _eprint_scheme(self) -> Scheme | None:
        kind = self._by_name.get("eprinttype") or self._by_name.get("archiveprefix")
        return EPRINT_TYPES.get(to_plain(kind.value).casefold()) if kind else None

    def _state_identifier(self, scheme: Scheme, value: str, own: Statement) -> None:
        if value := value.strip():
            self._draft.add("identifiers", {"scheme": scheme.value, "value": value}, own)

    def _classification(self, own: Statement) -> None:
        for code in short_values.codes(to_plain(own.value)):
            self._draft.add("classification", {"scheme": own.name, "code": code}, own)

    def _url(self, own: Statement) -> None:
        self._draft.add("links", {"url": to_verbatim(own.value), "label": ""}, own)

    def _links(self, own: Statement) -> None:
        for link in bibtex_files.links(own.value):
            self._draft.add("links", link, own)

    def _files(self, own: Statement) -> None:
        for link in bibtex_files.addresses(own.value):
            self._draft.add("links", link, own)
        for file in bibtex_files.files(own.value):
            self._draft.add("files", file, own)

    def _how_published(self, own: Statement) -> None:
        address = to_verbatim(own.value)
        if _ADDRESS.fullmatch(address):
            self._draft.add("links", {"url": address, "label": ""}, own)
        else:
            self._keep(own)

    def _aliases(self, own: Statement) -> None:
        for key in own.value.split(","):
            if key.strip():
                self._draft.add("aliases", key.strip(), own)

    def _projects(self, own: Statement) -> None:
        for key in _SPACES_OR_MARKS.split(to_verbatim(own.value)):
            if key:
                self._draft.add("projects", key, own)

    def _state_access(self) -> None:
        status, until = self._by_name.get("access"), self._by_name.get("embargo")
        if status or until:
            term = to_plain(status.value).casefold() if status else "embargoed"
            self._draft.put("access.status", term, status or until)
        if until:
            self._draft.put("access.until", bibtex_dates.date(to_verbatim(until.value)), until)

    def _state_issued(self) -> None:
        value = {name: _written_date(self._by_name[name].value) for name in ISSUED if name in self._by_name}
        date = bibtex_dates.date(value.get("date", ""))
        year = date if re.fullmatch(r"\d{4}", date) else value.get("year", "")
        if not date or (date == year and "month" in value):
            read = bibtex_dates.year_and_month(year, value.get("month", ""), value.get("day", ""))
            date = self._without_month(year) if read is None else read
        date = date or value.get("issued", "") or value.get("pubstate", "")
        if date:
            own = next(self._by_name[name] for name in ISSUED if name in value)
            self._draft.put("issued", date, own)
        if "pubstate" in value and date != value["pubstate"]:
            self._keep(self._by_name["pubstate"])

    def _without_month(self, year: str) -> str:
        own = self._by_name["month"]
        self._draft.warn(
            own,
            "month",
            f"The month {own.value!r} of the year {year!r} is not read; the date is its year alone.",
            "Write the month as a number or as one of the macros jan, feb, mar …",
        )
        self._keep(own)
        return bibtex_dates.date(year)

    def _keep(self, own: Statement) -> None:
        self._draft.extra(to_text(own.value), own)

    def _extra(self, own: Statement) -> None:
        for annotation in annotations.parse(own.value):
            if text := to_text(annotation.value):
                self._draft.add("extra", (annotation.part or own.written, text), own)

    def _unknown(self, own: Statement) -> None:
        self._draft.warn(
            own,
            "unknown-field",
            f"The field `{own.written}` is neither of BibTeX and biblatex nor of this catalogue.",
            f"If it is to be `{near}`, write so; as it stands, it is kept, unread."
            if (near := meant(own.name, _KNOWN_FIELDS))
            else "It is kept, unread: correct its name, or leave it out.",
        )
        self._keep(own)

    def _warn_of_kazakhstan(self, own: Statement, better: str) -> None:
        self._draft.warn(
            own,
            "language-kz",
            "`kz` is the code of the country; that of the Kazakh language is `kk`.",
            f"Write `{better}`.",
        )


_READERS: Mapping[str, Callable[[_Mapping, Statement], None]] = {
    **dict.fromkeys(TEXTS, _Mapping._text),
    **dict.fromkeys(STRINGS, _Mapping._string),
    **dict.fromkeys(DATES, _Mapping._date),
    **dict.fromkeys(IDENTIFIERS, _Mapping._identifier),
    **dict.fromkeys(CLASSIFICATIONS, _Mapping._classification),
    "archiveprefix": _Mapping._eprint_type,
    "eid": _Mapping._article_number,
    "eprint": _Mapping._eprint,
    "eprinttype": _Mapping._eprint_type,
    "extra": _Mapping._extra,
    "eventdate": _Mapping._event_date,
    "file": _Mapping._files,
    "howpublished": _Mapping._how_published,
    "ids": _Mapping._aliases,
    "keywords": _Mapping._keywords,
    "links": _Mapping._links,
    "number": _Mapping._number,
    "pages": _Mapping._pages,
    "project": _Mapping._projects,
    "url": _Mapping._url,
}


_KNOWN_TYPES = frozenset({*_TYPES, *TYPE_ALIASES})
_KNOWN_FIELDS = frozenset({*_READERS, *_READ_WITH_OTHERS, *NAMES, *STANDARD})
"""What is proposed for a name that nobody knows."""


def _written_date(source: str) -> str:
    """A date without LaTeX, in which `~` may say "circa" and so is no space."""
    return to_plain(source) if "\\" in source else to_verbatim(source)
