"""A publication's page, its record in other formats, its links, and its file where that is open."""

from dataclasses import replace

from flask import (
    Response,
    abort,
    get_template_attribute,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from werkzeug.wrappers import Response as AnyResponse

from catalogue.exports import BIBTEX, Options, by_suffix, formats
from catalogue.metadata.signposting import back_link, link_header
from catalogue.model import NO_TEXT, Record, Scheme, Severity
from catalogue.search import record_of, similar
from catalogue.web import files, metadata, negotiation
from catalogue.web.addresses import lasting_url
from catalogue.web.downloads import file_name, stream
from catalogue.web.failures import BrokenEntryError
from catalogue.web.generation import Generation, generation, shelf
from catalogue.web.languages import reader_language
from catalogue.web.markup import is_safe_address
from catalogue.web.routing import LocalisedBlueprint
from catalogue.web.within import within

publications = LocalisedBlueprint("publications", __name__)


@publications.get("/publications/<key:key>")
def publication(key: str) -> AnyResponse:
    """What stands at an address, which names a key or a key with the suffix of a format.

    An exact key wins, and `Accept` chooses how it is shown; else the longest suffix behind a key; else an old
    key leads to its new one (301), a removed one to the reason (410), one of an entry that has never been
    right to what is wrong (404).
    """
    held = generation()
    record = record_of(held.snapshot, key)
    if record:
        return _abstract(record) if request.args.get("part") == "abstract" else _negotiated(held, record)
    splits = _splits(key)
    for stem, suffix in splits:
        record = record_of(held.snapshot, stem)
        if record:
            return _file(held, record, suffix)
    for stem, suffix in ((key, ""), *splits):
        if stem in held.site.aliases:
            return redirect(url_for(".publication", key=held.site.aliases[stem] + suffix), 301)
        if stem in held.site.removed:
            abort(410, held.site.removed[stem])
    if any(own.key == key and own.severity is Severity.ERROR for own in held.site.problems):
        raise BrokenEntryError
    abort(404)


def _splits(key: str) -> list[tuple[str, str]]:
    """The key before each suffix that it ends with, the longest suffix first."""
    known = sorted(
        (files.SUFFIX, *metadata.LINKSETS, *(own.suffix for own in formats())), key=len, reverse=True
    )
    return [(key.removesuffix(suffix), suffix) for suffix in known if key.endswith(suffix) and key != suffix]


def _negotiated(held: Generation, record: Record) -> Response:
    choice = negotiation.chosen()
    if choice is None:
        return negotiation.not_acceptable(record)
    if choice.wish:
        return negotiation.citation(record, choice.wish)
    if choice.format:
        response = _file(held, record, choice.format.suffix)
        response.headers["Content-Location"] = url_for(".publication", key=record.key + choice.format.suffix)
        return response
    return _page(held, record)


def _abstract(record: Record) -> Response:
    """The abstract alone, as a list opens it in place; no page, so that nobody should find it as one."""
    passages = get_template_attribute("_publication.html", "passages")
    return Response(passages(record), headers={"X-Robots-Tag": "noindex"})


def _page(held: Generation, record: Record) -> Response:
    options = Options(language=reader_language())
    landing = metadata.landing_of(record)
    page = render_template(
        "publication.html",
        head=metadata.head(landing),
        record=record,
        site=held.site,
        files=files.open_files(record, held.site),
        source=_source(record),
        similar=similar(held.snapshot, record.key),
        within=within(held, record),
        # Nobody pastes an abstract into a paper; whoever wants it downloads the file.
        bibtex="".join(BIBTEX.write((replace(record, abstract=NO_TEXT),), options)).strip(),
    )
    return _linked(page, link_header(landing))


def _source(record: Record) -> str:
    """Where the publication itself is, or may be bought; "" where nothing says."""
    doi = next((own.url for own in record.identifiers if own.scheme is Scheme.DOI), "")
    return doi or next((own.url for own in record.links if is_safe_address(own.url)), "")


def _file(held: Generation, record: Record, suffix: str) -> Response:
    page = lasting_url(record.key)
    if suffix in metadata.LINKSETS:
        return metadata.linkset(record, suffix)
    if chosen := by_suffix(suffix):
        return _linked(stream(chosen, (record,), record.key), back_link(page, "describes"))
    offered = {str(number): file for number, file in enumerate(files.open_files(record, held.site), start=1)}
    wanted = offered.get(request.args.get("file", "1"))
    if wanted is None:
        abort(404)
    sent = files.send(shelf().settings.data / "files", wanted, file_name(record.key, suffix))
    return _linked(sent, back_link(page, "collection"))


def _linked(answer: Response | str, links: str) -> Response:
    response = make_response(answer)
    response.headers["Link"] = links
    return response
