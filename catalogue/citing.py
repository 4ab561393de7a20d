"""Citations of records: which item, terms and forms a wish means, and the asking in batches.

GOST takes its terms in the publication's own language, every other style in the reader's. A list of
references in Latin letters takes English ones for what is published in Cyrillic letters, and says at the end
in which language that is; what is published in Latin letters is cited there as everywhere, but never with
terms in Cyrillic letters. APA, MLA and Chicago ask for the title in the reader's language, in brackets, where
the publication is in another: it is added where the record holds it, and nothing is ever translated here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from catalogue.citations import Forms, Job, Renderer
from catalogue.citations.multilingual import completed, with_forms
from catalogue.citations.romanisation import checked_system, has_cyrillic
from catalogue.citations.romanised import as_printed, own_language, romanised
from catalogue.citations.styles import canonical
from catalogue.citations.subtitles import with_subtitles
from catalogue.exports.csl_json import item
from catalogue.model import UNDETERMINED, Record, Text, primary_language

_BATCH = 50
"""Records a request to the renderer: enough to make the way there cheap, few enough to stream."""
_ENGLISH = "en-US"
_LOCALES = {"en": _ENGLISH, "kk": "kk-KZ", "ru": "ru-RU"}
_TRANSLATING = frozenset(("apa", "chicago", "modern"))
"""How the names of the styles begin that ask for a translated title (APA 7 section 9.38, MLA 9 section 5.30,
Chicago 18 section 13.101)."""
_GOST_COLON = " : "
"""What GOST puts before other title information, such as a subtitle. A colon inside a title stays as it is:
only a record that keeps its subtitle apart tells which is which."""
_WRITTEN_IN = {
    "be": "Belarusian",
    "bg": "Bulgarian",
    "kk": "Kazakh",
    "ky": "Kyrgyz",
    "mk": "Macedonian",
    "mn": "Mongolian",
    "ru": "Russ.",
    "sr": "Serbian",
    "tg": "Tajik",
    "tt": "Tatar",
    "uk": "Ukrainian",
    "uz": "Uzbek",
}
"""Languages in Cyrillic letters, as journals name them after a romanised reference."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a reader wants: a style by its name; the language of its terms as a BCP 47 tag, "" for what the
    style asks for (the publication's own in GOST, the reader's elsewhere); and for a list of references in
    Latin letters the name of a system of romanisation, else ""."""

    style: str
    language: str = ""
    romanisation: str = ""


def cite(records: Iterable[Record], wish: Wish, renderer: Renderer, language: str) -> Iterator[Text]:
    """The citation of each record, for a reader of `language`. Raises CitationError."""
    if wish.romanisation:
        checked_system(wish.romanisation)
    rest = iter(records)
    while batch := list(islice(rest, _BATCH)):
        asked = [_asked(record, wish, language) for record in batch]
        cited = renderer.render([job for job, _ in asked])
        texts = map(_with_gost_colons, cited) if _is_gost(wish.style) else iter(cited)
        yield from (_with_remark(text, remark) for text, (_, remark) in zip(texts, asked, strict=True))


def _asked(record: Record, wish: Wish, language: str) -> tuple[Job, str]:
    """What to ask the renderer for, and what to say after its answer."""
    if _is_gost(wish.style):
        record = with_subtitles(record, _GOST_COLON)
    printed, own = as_printed(record), own_language(record)
    if wish.romanisation:
        latin = romanised(record, wish.romanisation)
        if latin != printed:
            return _romanised_job(printed, latin, wish.style), _remark(printed, own)
    terms = _terms(wish, own, language)
    if wish.romanisation and primary_language(terms) in _WRITTEN_IN:
        terms = _ENGLISH
    source = completed(item(printed, (own, terms)), printed, terms)
    translated = _translation(printed, own, terms) if _translates(wish.style) else ""
    if translated:
        return Job(wish.style, _locale(terms), with_forms(source, None, translated), Forms.TRANSLATED), ""
    return Job(wish.style, _locale(terms), source), ""


def _romanised_job(printed: Record, latin: Record, style: str) -> Job:
    own = own_language(printed)
    original, letters = (completed(item(form, (own,)), form, _ENGLISH) for form in (printed, latin))
    source = with_forms(original, letters, _translation(printed, own, _ENGLISH))
    return Job(style, _ENGLISH, source, Forms.ROMANISED)


def _terms(wish: Wish, own: str, language: str) -> str:
    if wish.language:
        return wish.language
    if not _is_gost(wish.style):
        return language
    # Letters that are not Cyrillic, and of no language that is known, have English terms in GOST.
    return _ENGLISH if own == UNDETERMINED else own


def _locale(language: str) -> str:
    return _LOCALES.get(primary_language(language), language)


def _is_gost(style: str) -> bool:
    return canonical(style).startswith("gost-")


def _translates(style: str) -> bool:
    return canonical(style).partition("-")[0] in _TRANSLATING


def _translation(record: Record, own: str, language: str) -> str:
    """The title in a language, if that is not the publication's own and the record holds it."""
    wanted = primary_language(language)
    if wanted == primary_language(own):
        return ""
    tag = next((tag for tag in record.title.languages if primary_language(tag) == wanted), None)
    return str(item(record, (tag,))["title"]) if tag else ""


def _remark(record: Record, own: str) -> str:
    found = record.title.best((own,))
    if not found or not has_cyrillic(found[1].plain):
        return ""
    language = _WRITTEN_IN.get(primary_language(own))
    return f"(In {language})" if language else ""


def _with_gost_colons(text: Text) -> Text:
    # citeproc-js takes the space before a colon inside a title for a French one, and makes it narrow.
    return Text(text.plain.replace("\u202f:", " :"), text.marks)


def _with_remark(text: Text, remark: str) -> Text:
    return Text(f"{text.plain} {remark}", text.marks) if text and remark else text
