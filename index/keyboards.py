"""Keyboards as data, and texts as another keyboard would have typed them.

Where the wrong layout was on, `привет` reads `ghbdtn`. A row below has the signs of the same 47 keys for each
layout, without shift: those of Windows for the United States, Russia and Kazakhstan.
"""

LAYOUTS = {
    "en": "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./",
    "ru": "ё1234567890-=йцукенгшщзхъ\\фывапролджэячсмитьбю.",
    "kk": '("әіңғ,.үұқөһйцукенгшщзхъ\\фывапролджэячсмитьбю№',
}
_SLIPS = (("en", "ru"), ("en", "kk"), ("ru", "en"), ("kk", "en"), ("ru", "kk"))
"""Which layout was on, and which was meant. Nobody means digits where Kazakh letters came."""


def retyped(text: str) -> tuple[str, ...]:
    """What a text may have been meant to be, if another layout was on than its author thought.

    >>> retyped("Ghbdtn"), retyped("руддщ")
    (('Привет',), ('hello',))
    >>> "қазақстан" in retyped("0аза0стан")
    True
    """
    meant = (_typed_again(text, *slip) for slip in _SLIPS)
    return tuple(dict.fromkeys(other for other in meant if other and other != text))


def _typed_again(text: str, on: str, meant: str) -> str:
    """The text of the same keys in the layout that was meant; "" if the one that was on has not its letters.

    What neither has stays; a capital stays one where it can.
    """
    keys = dict(zip(LAYOUTS[on], LAYOUTS[meant], strict=True))
    if any(letter.isalpha() and letter.lower() not in keys for letter in text):
        return ""
    return "".join(_as_written(letter, keys.get(letter.lower(), letter)) for letter in text)


def _as_written(letter: str, other: str) -> str:
    return other.upper() if letter != letter.lower() else other
