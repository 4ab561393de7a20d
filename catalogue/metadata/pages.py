"""The first and the last page of a publication in its container, which most tags have separate places for."""

import re

from catalogue.model import Record

_EDGES = re.compile("[–,]")


def span(record: Record) -> tuple[str, str]:
    """The first and the last page, "" where not known; the number of an article is its first page.

    Of pages in several spans (`12–15, 17`) only the first is sure, since tags have no word for the gap.
    """
    first, *rest = (part.strip() for part in _EDGES.split(record.pages))
    several = "," in record.pages or len(rest) > 1
    return first or record.article_number, "" if several or not rest else rest[0]
