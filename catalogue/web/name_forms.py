"""Names of people in the letters of a language, where publications print them so."""

from collections.abc import Sequence

from catalogue.web.languages import reader_language
from index.field import BETWEEN_FORMS
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


def own_form(label: str) -> str:
    """The form of a label that this reader reads."""
    return in_letters_of(reader_language(), label.split(BETWEEN_FORMS))
