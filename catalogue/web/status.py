"""The state of the catalogue, for its maintainers: what was built when, and what the data needs."""

from collections import Counter

from flask import render_template

from catalogue.model import Severity
from catalogue.web.generation import generation
from catalogue.web.routing import LocalisedBlueprint

status = LocalisedBlueprint("status", __name__)

MOST_PROBLEMS = 500
_ORDER = list(Severity)


@status.get("/status")
def overview() -> str:
    """The generation, the problems (the worst first), and what is shown in its last good version."""
    held = generation()
    problems = sorted(held.site.problems, key=lambda each: (_ORDER.index(each.severity), each))
    counts = Counter(dict.fromkeys(_ORDER, 0))
    for problem in problems:
        counts[problem.severity] += problem.count
    return render_template(
        "status.html",
        site=held.site,
        number=held.snapshot.generation,
        counts=counts,
        problems=problems[:MOST_PROBLEMS],
        left_out=max(0, len(problems) - MOST_PROBLEMS),
    )
