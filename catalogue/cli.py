"""The command line: thin commands over the same functions that the site uses."""

import json
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import click

from catalogue.asking import MATCHES, SearchRequest
from catalogue.build import BuildReport, build
from catalogue.checking import check as check_data
from catalogue.citations import CitationError
from catalogue.citing import Wish
from catalogue.citing import cite as cite_records
from catalogue.documents import FIELDS
from catalogue.errors import CatalogueError
from catalogue.exports import PORTABLE, Cite, Options, formats
from catalogue.model import Record, Severity
from catalogue.progress import ProgressReport
from catalogue.renderers import command as renderer_command
from catalogue.renderers import renderer_for
from catalogue.reporting import REPORTS, as_text, counted
from catalogue.search import find, matching
from catalogue.serving import serve as serve_site
from catalogue.serving import until_signalled
from catalogue.serving import watch as watch_data
from catalogue.settings import Settings, load_settings
from catalogue.site import grants, load_site
from catalogue.web.notices import notice_text
from index import IndexError_, IndexMissing, SearchEngine, Snapshot, open_engine

_FORMATS = {own.name: own for own in formats()}
_MOST_RESULTS = 1000


class _Group(click.Group):
    """A group whose commands end with one line for an error that a person can mend."""

    def invoke(self, context: click.Context) -> Any:
        try:
            return super().invoke(context)
        except IndexMissing as error:
            raise click.ClickException("There is no index yet. Run `catalogue index` first.") from error
        except (CatalogueError, CitationError, IndexError_) as error:
            raise click.ClickException(str(error)) from error


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="publications-catalogue")
@click.pass_context
def main(context: click.Context) -> None:
    """A catalogue of research publications kept as BibTeX and YAML.

    Settings come from catalogue.toml (or the file that CATALOGUE_CONFIG names) and from the environment:
    CATALOGUE_DATA, CATALOGUE_STATE, CATALOGUE_INDEX, CATALOGUE_BASE_URL and others, which README.md lists.
    """
    logging.basicConfig(format="%(levelname)s: %(message)s", level=logging.WARNING)
    context.obj = load_settings()


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option(
    "--workers", default=2, show_default=True, type=click.IntRange(1, 64), help="Processes that answer."
)
@click.pass_obj
def serve(settings: Settings, host: str, port: int, workers: int) -> None:
    """Serve the site; build at once, and again whenever the data folder changes."""

    def announce(address: str) -> None:
        click.echo(f"Serving at {address} (Ctrl+C ends)")

    first = partial(_built, settings)
    sys.exit(serve_site(settings, host, port, workers, first=first, report=_print_news, announce=announce))


@main.command()
@click.option("--full", is_flag=True, help="Read and make everything anew, not only what changed.")
@click.option("--verify", is_flag=True, help="Then read the whole index, and tell if any of it is damaged.")
@click.pass_obj
def index(settings: Settings, full: bool, verify: bool) -> None:
    """Bring the index to what the data folder says."""
    report = _built(settings, full=full)
    for line in as_text(report.problems, settings.data):
        click.echo(line)
    _print_short(report)
    if verify:
        with _engine(settings) as engine:
            engine.verify()
        click.echo("The index is whole.")


@main.command()
@click.pass_obj
def watch(settings: Settings) -> None:
    """Build now, and again whenever the data folder changes."""
    _print_news(_built(settings))
    watch_data(settings, _print_news, until_signalled())


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--format", "form", type=click.Choice(tuple(REPORTS)), default="text", show_default=True)
@click.option("--scholar", is_flag=True, help="List the publications that Google Scholar passes over, too.")
@click.pass_obj
def check(settings: Settings, paths: tuple[Path, ...], form: str, scholar: bool) -> None:
    """Tell what is wrong in the data folder, or in PATHS, and change nothing. Exits with 1 on errors."""
    with _progress() as progress:
        found = check_data(settings, paths, progress, scholar)
    for folder, problems in found:
        for line in REPORTS[form](problems, folder):
            click.echo(line)
    if any(problem.severity is Severity.ERROR for _, problems in found for problem in problems):
        sys.exit(1)


@main.command()
@click.argument("words", metavar="QUERY", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line: key, title, year, score.")
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1, _MOST_RESULTS))
@click.option(
    "--match",
    type=click.Choice(MATCHES),
    default=MATCHES[0],
    show_default=True,
    help="How many words must occur: auto asks for all of up to four, then for the best.",
)
@click.pass_obj
def search(settings: Settings, words: tuple[str, ...], as_json: bool, limit: int, match: str) -> None:
    """Search the index, as the site does. A query that begins with a minus goes behind `--`."""
    with _snapshot(settings) as snapshot:
        concepts = load_site(snapshot.attachment).concepts
        request = SearchRequest(" ".join(words), size=limit, match=match)
        page = find(snapshot, request, settings.languages, concepts)
    for row in page.results:
        record = row.record
        year = record.issued.year if record.issued else None
        title = record.titles(settings.languages)
        if as_json:
            fields = {"key": record.key, "title": title, "year": year, "score": round(row.score, 4)}
            click.echo(json.dumps(fields, ensure_ascii=False))
        else:
            click.echo(f"{record.key}: {title}" + (f" ({year})" if year else ""))
    for notice in page.notices:
        click.echo(notice_text(notice), err=True)
    for concept in page.also:
        labels = (label for own in concept.labels.values() for label in own)
        click.echo(f"Also searched: {', '.join(labels)} (a + before a word keeps to it)", err=True)
    advice = page.advice
    for proposal in filter(None, (advice.meant, advice.layout, advice.apart)):
        click.echo(f"Did you mean {proposal.request.text}? It finds {proposal.total}.", err=True)
    if not as_json:
        held = "the words in quotation marks" if page.of_phrases else "all words"
        exact = f", of which {page.exact} hold {held}" if page.exact < page.total else ""
        click.echo(f"{len(page.results)} of {page.total}{exact}", err=True)


@main.command()
@click.argument("query", default="")
@click.option("--format", "form", type=click.Choice(tuple(_FORMATS)), default="bibtex", show_default=True)
@click.option(
    "--flavour", default=PORTABLE, help="A form of the format; with a wrong one those it has are named."
)
@click.option("--full", is_flag=True, help="The same as --flavour full: with the catalogue's own fields too.")
@click.option("--lang", default="", help="The language of texts where the format has room for one.")
@click.option("--style", default="", help="A citation style, for the formats of lists of citations.")
@click.pass_obj
def export(
    settings: Settings, query: str, form: str, flavour: str, full: bool, lang: str, style: str
) -> None:
    """Write the records that match QUERY, or all, to the standard output."""
    chosen, flavour = _FORMATS[form], "full" if full else flavour
    if flavour not in chosen.flavours:
        raise click.UsageError(f"{form} has no form “{flavour}”. Choose one of {', '.join(chosen.flavours)}.")
    if style and not chosen.cites:
        citing = ", ".join(own.name for own in formats() if own.cites)
        raise click.UsageError(f"{form} holds no citations, so that it has no style. Choose one of {citing}.")
    with _snapshot(settings) as snapshot:
        options = Options(
            flavour=flavour,
            language=settings.languages[0],
            asked=lang,
            base_url=_public_address(settings),
            grants=grants(load_site(snapshot.attachment)),
            cite=_citations(settings, Wish(style, lang)) if style else None,
        )
        for chunk in chosen.write(_matching(snapshot, query), options):
            click.echo(chunk, nl=False)


@main.command()
@click.argument("query", default="")
@click.option(
    "--style", default="", help="A citation style by its name. Unset: the first that the site offers."
)
@click.option(
    "--language", default="", help="The language of its terms. Unset: the one that the style asks for."
)
@click.option("--romanise", default="", help="References in Latin letters, by a system of romanisation.")
@click.pass_obj
def cite(settings: Settings, query: str, style: str, language: str, romanise: str) -> None:
    """Write the citations of the records that match QUERY, or of all, a line each."""
    wish = Wish(style or settings.citation_styles[0], language, romanise)
    with _snapshot(settings) as snapshot:
        for citation in _citations(settings, wish)(_matching(snapshot, query)):
            click.echo(citation.plain)


@main.command()
@click.pass_obj
def renderer(settings: Settings) -> None:
    """Make citations for the site, as `serve` sees to by itself, until a signal."""
    arguments = renderer_command(settings)
    os.execv(arguments[0], arguments)


def _citations(settings: Settings, wish: Wish) -> Cite:
    return partial(cite_records, wish=wish, renderer=renderer_for(settings), language=settings.languages[0])


def _public_address(settings: Settings) -> str:
    """Where the site is, "" where nobody has said so: the address of this machine leads nobody to a page."""
    return settings.base_url if settings.base_url != Settings().base_url else ""


def _matching(snapshot: Snapshot, query: str) -> Iterator[Record]:
    concepts = load_site(snapshot.attachment).concepts
    # Whoever writes a file has no page that tells the best of the rest from what holds all words.
    return matching(snapshot, SearchRequest(query, sort="" if query else "title", match="all"), concepts)


@contextmanager
def _engine(settings: Settings) -> Iterator[SearchEngine]:
    engine = open_engine(settings.index, FIELDS)
    try:
        yield engine
    finally:
        engine.close()


@contextmanager
def _snapshot(settings: Settings) -> Iterator[Snapshot]:
    with _engine(settings) as engine, engine.snapshot() as snapshot:
        yield snapshot


@contextmanager
def _progress() -> Iterator[ProgressReport]:
    progress = ProgressReport()
    try:
        yield progress
    finally:
        progress.end()


def _built(settings: Settings, *, full: bool = False) -> BuildReport:
    with _progress() as progress:
        return build(settings, full=full, progress=progress)


def _print_news(report: BuildReport) -> None:
    """As `_print_short`, where the problems themselves are not printed."""
    _print_short(report)
    if report.problems:
        click.echo("What is wrong is listed by `catalogue check`, and at /status on the site.")


def _print_short(report: BuildReport) -> None:
    changes = report.changes
    if report.was_current:
        did = "nothing has changed"
    else:
        counts = (("added", changes.added), ("updated", changes.updated), ("removed", changes.deleted))
        did = ", ".join(f"{len(keys)} {name}" for name, keys in counts if keys) or "no record has changed"
    wrong = counted(report.problems) or "nothing wrong"
    click.echo(
        f"Generation {changes.generation}: {report.records} records, {did}; {wrong}; {report.seconds:.1f} s"
    )
