"""What publications are counted under, given who and what has files today."""

from catalogue.facet_values import author_facet as _author_facet
from catalogue.facet_values import keyword_facet
from catalogue.facet_values import venue_facet as _venue_facet
from catalogue.model import Contributor, Keyword, Record
from catalogue.web.generation import current_site
from index import FacetValue


def author_facet(contributor: Contributor) -> FacetValue:
    """The facet value of a contributor."""
    return _author_facet(contributor, current_site().people)


def author_key(contributor: Contributor) -> str:
    """The key that a contributor is counted under."""
    return author_facet(contributor).key


def venue_facet(record: Record) -> FacetValue | None:
    """The facet value of what a record appeared in or at."""
    return _venue_facet(record, current_site().venues)


def keyword_key(keyword: Keyword) -> str:
    """The key that a keyword is counted under."""
    return keyword_facet(keyword, current_site().concepts).key
