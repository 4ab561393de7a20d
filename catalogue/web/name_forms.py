"""Names of people in the letters of a language, where publications print them so."""

from collections.abc import Sequence

from catalogue.model import UNDETERMINED, Text, primary_language
from catalogue.web.languages import reader_language
from index.field import BETWEEN_FORMS
from index.guessing import guess_language
from index.languages import home_script, script_of
from index.romanisation_tables import told_language
from index.tokens import fold


def in_letters_of(language: str, forms: Sequence[str]) -> str:
    """Of the forms of a name the one in the letters of a language, a primary subtag; else the first, which is
    that of the publication itself.

    >>> in_letters_of("ru", ("Есімова, Шолпан", "Есимова, Шолпан", "Yessimova, Sholpan"))
    'Есимова, Шолпан'
    """
    if len(forms) == 1:
        return forms[0]
    script = home_script(language)
    fitting = [form for form in forms if script_of(fold(form)) == script]
    return min(fitting, key=lambda form: (told_language(form.lower()) or "ru") != language, default=forms[0])


def beside(title: tuple[str, Text] | None, forms: Sequence[str]) -> str:
    """Of the forms of a name the one to stand beside a title, in its letters. Where the language of the title
    is not stated it is guessed for this, and told to nobody."""
    if title is None or len(forms) == 1:
        return forms[0]
    tag, text = title
    return in_letters_of(guess_language(text.plain) if tag == UNDETERMINED else primary_language(tag), forms)


def own_form(label: str) -> str:
    """The form of a label that this reader reads."""
    return in_letters_of(reader_language(), label.split(BETWEEN_FORMS))
