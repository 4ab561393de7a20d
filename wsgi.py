"""The application that a WSGI server loads: `gunicorn wsgi:app`."""

from catalogue.app import create_app, ready

app = create_app()
ready(app)
