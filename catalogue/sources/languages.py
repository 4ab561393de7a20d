"""Languages as biblatex and its users name them, and the BCP 47 tags they stand for.

biblatex names languages as babel and polyglossia do (`ngerman`, `kazakh`), optionally with `lang` before
the name; other tools write tags (`en-US`, `ru`) or English and native names. What this module does not
know stays as written, so that the schema can say so.
"""

import re

from catalogue import language_tags
from catalogue.sources.likeness import meant

_NAMES: dict[str, str] = {
    "acadian": "fr-CA",
    "afrikaans": "af",
    "albanian": "sq",
    "american": "en-US",
    "arabic": "ar",
    "armenian": "hy",
    "australian": "en-AU",
    "austrian": "de-AT",
    "azerbaijani": "az",
    "basque": "eu",
    "bashkir": "ba",
    "belarusian": "be",
    "bengali": "bn",
    "bosnian": "bs",
    "brazil": "pt-BR",
    "brazilian": "pt-BR",
    "breton": "br",
    "british": "en-GB",
    "bulgarian": "bg",
    "canadian": "en-CA",
    "canadien": "fr-CA",
    "catalan": "ca",
    "chinese": "zh",
    "croatian": "hr",
    "czech": "cs",
    "danish": "da",
    "dutch": "nl",
    "english": "en",
    "esperanto": "eo",
    "estonian": "et",
    "finnish": "fi",
    "francais": "fr",
    "french": "fr",
    "galician": "gl",
    "georgian": "ka",
    "german": "de",
    "germanb": "de",
    "greek": "el",
    "hebrew": "he",
    "hindi": "hi",
    "hungarian": "hu",
    "icelandic": "is",
    "indonesian": "id",
    "irish": "ga",
    "italian": "it",
    "japanese": "ja",
    "kazakh": "kk",
    "kirghiz": "ky",
    "korean": "ko",
    "kyrgyz": "ky",
    "latin": "la",
    "latvian": "lv",
    "lithuanian": "lt",
    "macedonian": "mk",
    "magyar": "hu",
    "mexican": "es-MX",
    "mongolian": "mn",
    "naustrian": "de-AT",
    "newzealand": "en-NZ",
    "ngerman": "de",
    "norsk": "nb",
    "norwegian": "no",
    "nswissgerman": "de-CH",
    "nynorsk": "nn",
    "persian": "fa",
    "polish": "pl",
    "portuges": "pt-PT",
    "portuguese": "pt",
    "romanian": "ro",
    "russian": "ru",
    "sanskrit": "sa",
    "serbian": "sr",
    "serbianc": "sr-Cyrl",
    "slovak": "sk",
    "slovene": "sl",
    "slovenian": "sl",
    "spanish": "es",
    "swedish": "sv",
    "swissgerman": "de-CH",
    "tajik": "tg",
    "tatar": "tt",
    "turkish": "tr",
    "turkmen": "tk",
    "ukrainian": "uk",
    "urdu": "ur",
    "usenglish": "en-US",
    "ukenglish": "en-GB",
    "uyghur": "ug",
    "uzbek": "uz",
    "vietnamese": "vi",
    "welsh": "cy",
    "казахский": "kk",
    "русский": "ru",
    "английский": "en",
    "қазақ": "kk",
    "қазақша": "kk",
    "орыс": "ru",
    "ағылшын": "en",
}
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z]{4})?(?:[-_](?:[A-Za-z]{2}|\d{3}))?(?:[-_][A-Za-z0-9]{5,8})*")

KAZAKHSTAN = "kz"
"""The code of the country, often written for the code of its language, `kk`."""


def from_name(name: str) -> str | None:
    """The tag of a biblatex or common name of a language, or None.

    >>> from_name("ngerman"), from_name("langrussian"), from_name("Klingon")
    ('de', 'ru', None)
    """
    return _NAMES.get(name.strip().casefold().removeprefix("lang"))


def nearest(name: str) -> str | None:
    """The name of a language that this one is probably a slip for, or None.

    >>> nearest("englsh"), nearest("Klingon")
    ('english', None)
    """
    return meant(name.strip().casefold(), _NAMES) or None


def from_tag(tag: str) -> str | None:
    """A tag in its usual capitals, be there such a language or not; None for what has not the form of one.

    >>> from_tag("EN_us"), from_tag("title")
    ('en-US', None)
    """
    if not _TAG.fullmatch(tag):
        return None
    primary, *rest = re.split("[-_]", tag)
    return "-".join([primary.lower(), *map(_subtag, rest)])


def read(source: str) -> str | None:
    """The canonical tag of the language that a name or a tag stands for, None where there is no such
    language; `kz` is read as `kk`.

    >>> read("kazakh"), read("rus"), read("kz"), read("Klingon")
    ('kk', 'ru', 'kk', None)
    """
    written = source.strip()
    if named := from_name(written):
        return named
    if is_kazakhstan(written):
        written = "kk" + written[len(KAZAKHSTAN) :]
    try:
        return language_tags.canonical(written)
    except ValueError:
        return None


def is_kazakhstan(source: str) -> bool:
    """Whether a tag names the country where the language was meant."""
    return re.split("[-_]", source.strip().lower())[0] == KAZAKHSTAN


def _subtag(part: str) -> str:
    if len(part) == 4 and part.isalpha():
        return part.title()
    return part.upper() if len(part) <= 3 else part.lower()
