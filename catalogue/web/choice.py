"""How a reader wants citations: from the address, else as chosen before, else as the site has it.

    ?style=apa&terms=ru&letters=bsi

names a CSL style, the language of its terms, and the romanisation of a list of references. Whoever sends
that form is remembered by a cookie, so that the next abstract page shows what this one showed.
"""

import re
from collections.abc import Mapping
from urllib.parse import parse_qsl, urlencode

from flask import Response, g, request

from catalogue.citing import Wish
from catalogue.web.generation import shelf

COOKIE = "citation"
_YEAR = 365 * 24 * 60 * 60
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
"""What a name of a style, a language or a romanisation looks like; anything else names none."""


def chosen() -> Wish:
    """The wish of this request."""
    return asked() or _parse(dict(parse_qsl(request.cookies.get(COOKIE, "")[:400]))) or usual()


def asked() -> Wish | None:
    """The wish that the address or a form states, if any; `other` is the field for a style beyond the
    favourites."""
    stated = request.values.to_dict()
    other = stated.get("other", "").strip()
    return _parse({**stated, **({"style": other} if other else {})})


def beside_other() -> str:
    """The style that a form states beside a name in its field for another, else the site's."""
    beside = _parse(request.values.to_dict()) if request.values.get("other", "").strip() else None
    return (beside or usual()).style


def usual() -> Wish:
    """The wish of somebody who has not chosen."""
    return Wish(shelf().settings.citation_styles[0])


def arguments_of(wish: Wish) -> dict[str, str]:
    """The arguments of an address that states a wish."""
    stated = {"style": wish.style, "terms": wish.language, "letters": wish.romanisation}
    return {name: value for name, value in stated.items() if value}


def remember(response: Response) -> Response:
    """Keeps the wish that an address stated, if a citation could be made of it."""
    wish: Wish | None = g.get("cited_as")
    if wish is not None and wish == asked():
        response.set_cookie(
            COOKIE,
            urlencode(arguments_of(wish)),
            max_age=_YEAR,
            secure=shelf().settings.base_url.startswith("https:"),
            httponly=True,
            samesite="Lax",
        )
    return response


def _parse(stated: Mapping[str, str]) -> Wish | None:
    style, terms, letters = (
        value if _NAME.fullmatch(value) else ""
        for value in (stated.get(name, "").strip() for name in ("style", "terms", "letters"))
    )
    # A name that no style can have is passed on, cut, so that the reader is told so.
    style = style or stated.get("style", "").strip()[:100]
    return Wish(style, terms, letters) if style else None
