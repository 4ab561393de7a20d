"""`make bench`: how fast the catalogue is, beside other engines with the same documents and questions."""

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from tests.benchmarks import citations, engines, hostile, pipeline, web
from tests.benchmarks.corpus import Corpus, invent_corpus, read_corpus
from tests.benchmarks.engines_report import show_engines, summary
from tests.benchmarks.machine import machine
from tests.benchmarks.peers import OTHERS, PEERS
from tests.benchmarks.worker import CLOCKS


def main() -> None:
    """Measures the parts that are asked for, shows tables, and writes JSON where it is asked to."""
    chosen = _arguments()
    corpus = read_corpus(chosen.corpus) if chosen.corpus else invent_corpus(chosen.records)
    report: dict[str, Any] = {"corpus": corpus.name, "clock": chosen.clock, "machine": machine()}
    click.echo(f"{corpus.name}; clock: {chosen.clock}")
    click.echo("; ".join(f"{name}: {value}" for name, value in report["machine"].items()))
    for part in chosen.parts:
        report[part] = PARTS[part](corpus, chosen)
    if chosen.json:
        chosen.json.write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")


def _engines(corpus: Corpus, chosen: argparse.Namespace) -> dict[str, Any]:
    asked, measured = engines.measure(
        corpus, engines.Plan(chosen.peers, chosen.questions, chosen.keep, chosen.clock)
    )
    show_engines(asked, measured)
    return summary(asked, measured)


Part = Callable[[Corpus, argparse.Namespace], dict[str, Any]]

PARTS: dict[str, Part] = {
    "engines": _engines,
    "hostile": lambda corpus, chosen: hostile.measure(corpus, chosen.clock),
    "pipeline": lambda corpus, chosen: pipeline.measure(corpus),
    "http": lambda corpus, chosen: web.measure(corpus),
    "citations": lambda corpus, chosen: citations.measure(),
}


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument(
        "--corpus", type=Path, help="a .bib or .bib.xz file; without one, records are invented"
    )
    parser.add_argument("--records", type=int, default=10_000, help="how many are invented")
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=list(PARTS))
    parser.add_argument("--peers", nargs="+", choices=PEERS, default=list(PEERS))
    parser.add_argument(
        "--keep", nargs="*", choices=OTHERS, default=[], help="use their index of an earlier run"
    )
    parser.add_argument("--questions", type=int, default=1000)
    parser.add_argument(
        "--clock", choices=CLOCKS, default="wall", help="cpu: of engines, where others compute too"
    )
    parser.add_argument("--json", type=Path, help="a file to write all figures to")
    return parser.parse_args()


if __name__ == "__main__":
    main()
