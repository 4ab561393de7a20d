"""What the catalogue's pages are held against: a Flask page of the same size from a fixed template.

There is nothing to find, to decode or to translate; the template is filled from constants.
"""

from flask import Flask, render_template
from jinja2 import DictLoader

ROW_BYTES = 1000
"""What a row takes, nearly."""

_TEMPLATES = {
    "base.html": """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{% block title %}{% endblock %}</title></head>
<body><main>{% block main %}{% endblock %}</main></body></html>
""",
    "page.html": """{% extends "base.html" %}
{% block title %}{{ heading }}{% endblock %}
{% block main %}<h1>{{ heading }}</h1>
{% for row in rows %}<article><h2><a href="{{ row.address }}">{{ row.title }}</a></h2>
<p>{% for author in row.authors %}{{ author }}; {% endfor %}({{ row.year }})</p>
<p>{{ row.text }}</p></article>
{% endfor %}{% endblock %}
""",
}
_ROW = {
    "address": "/publications/a-key-of-some-length-2026",
    "title": "A title as long as titles of publications are, & with a sign to escape",
    "authors": ("Family, Given", "Other, Any", "Third, Some"),
    "year": 2026,
    "text": "Words of an abstract. " * 33,
}


def create_app(size: int) -> Flask:
    """An application that has a page of about `size` bytes at every address."""
    app = Flask(__name__)
    app.jinja_loader = DictLoader(_TEMPLATES)
    rows = [_ROW] * max(1, round(size / ROW_BYTES))

    @app.get("/", defaults={"path": ""})
    @app.get("/<path:path>")
    def page(path: str) -> str:
        return render_template("page.html", heading=path, rows=rows)

    return app
