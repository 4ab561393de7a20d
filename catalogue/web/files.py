"""Full texts: only what a record lists, the build has seen and everyone may read is ever sent."""

from http import HTTPStatus
from pathlib import Path

from flask import Response, abort, request, send_file

from catalogue.model import File, Record
from catalogue.site import Site
from catalogue.web.dates import today

SUFFIX = ".pdf"


def open_files(record: Record, site: Site) -> tuple[File, ...]:
    """The PDF files of a record that may be sent today, in its order."""
    if record.access is None or not record.access.is_open(today()):
        return ()
    return tuple(
        file for file in record.files if file.path in site.files and file.path.lower().endswith(SUFFIX)
    )


def send(folder: Path, file: File, name: str) -> Response:
    """One file below `folder`, byte ranges included. Answers 404 where it is gone, or lies elsewhere."""
    root = folder.resolve()
    path = (root / file.path).resolve()
    # The build has checked this; what lies there may have changed since.
    if not path.is_relative_to(root) or not path.is_file():
        abort(404)
    # Access can end, and a corrected file has the same address: browsers ask again each time.
    response = send_file(path, mimetype="application/pdf", download_name=name, conditional=True, max_age=0)
    if request.method == "HEAD" or response.status_code == HTTPStatus.NOT_MODIFIED:
        # No server asks for the content then, and so none would close the file.
        response.close()
    return response
