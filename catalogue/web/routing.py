"""Addresses: every page stands at `/…`, in the reader's language, and at `/<lang>/…`, in that one.

The unprefixed address is the lasting one, for citing and for machines. Links inside a page keep the
prefix of the page (`Flask.url_defaults`); `url_for(…, lang=None)` gives the lasting address.
"""

from typing import Any
from urllib.parse import quote

from flask import Blueprint, Flask, g, request
from flask.typing import RouteCallable
from werkzeug.routing import BaseConverter

from catalogue.settings import LOCALES

_PREFIX = f"/<any({', '.join(LOCALES)}):lang>"


def quoted_key(key: str) -> str:
    """`DBLP%3Aconf%2Fx` of `DBLP:conf/x`."""
    return quote(key, safe="")


class KeyConverter(BaseConverter):
    """A record's key, whatever it holds: everything but unreserved characters is percent-encoded."""

    regex = ".+"
    part_isolating = False
    weight = 200

    def to_url(self, value: str) -> str:
        """The key as an address names it."""
        return quoted_key(value)


class LocalisedBlueprint(Blueprint):
    """A blueprint whose pages stand with and without a language in front."""

    def add_url_rule(
        self,
        rule: str,
        endpoint: str | None = None,
        view_func: RouteCallable | None = None,
        provide_automatic_options: bool | None = None,
        **options: Any,
    ) -> None:
        """Add the rule twice, for one endpoint."""
        for address in (rule, _PREFIX + rule):
            super().add_url_rule(address, endpoint, view_func, provide_automatic_options, **options)


def address_language() -> str | None:
    """The language that the address of this request carries, also where nothing stands at it."""
    first = request.path.split("/", 2)[1:2]
    return first[0] if first and first[0] in LOCALES else None


def section() -> str:
    """The part of the site that this page is in: the first word of its address, whatever its language."""
    if request.endpoint is None:
        return ""
    parts = request.path.split("/", 3)[1:]
    return next(iter(parts[1:] if address_language() else parts), "")


def init_routing(app: Flask) -> None:
    """Teach an application about keys and languages in addresses; before any blueprint is registered."""
    app.url_map.converters["key"] = KeyConverter
    # A key may hold two slashes in a row.
    app.url_map.merge_slashes = False

    @app.url_value_preprocessor
    def take_language(endpoint: str | None, values: dict[str, Any] | None) -> None:
        g.address_language = address_language()
        if values is not None:
            values.pop("lang", None)

    @app.url_defaults
    def keep_language(endpoint: str, values: dict[str, Any]) -> None:
        if "lang" not in values and app.url_map.is_endpoint_expecting(endpoint, "lang"):
            values["lang"] = g.get("address_language")
