"""Identifiers that are pasted into a search."""

import pytest

from catalogue.pasted import bare, doi_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://doi.org/10.5555/Walls", "10.5555/Walls"),
        ("http://dx.doi.org/10.5555/walls", "10.5555/walls"),
        ("doi.org/10.5555/walls", "10.5555/walls"),
        ("doi:https://www.doi.org/10.5555/walls", "doi:10.5555/walls"),
        ("https://doi.org/10.5555%2Fwalls", "10.5555/walls"),
        ("https://doi.org/10.1016/S0140-6736(97)11096-0", "10.1016/S0140-6736(97)11096-0"),
        ("(https://doi.org/10.5555/walls).", "(10.5555/walls )."),
        ('"https://doi.org/10.5555/walls"', '"10.5555/walls"'),
        ("https://orcid.org/0000-0002-1825-0097", "0000-0002-1825-0097"),
        ("orcid:0000000218250097", "orcid:0000-0002-1825-0097"),
        ("orcid:0000-0002-1825-0098", "orcid:0000-0002-1825-0098"),
        ("https://example.org/10.5555/walls", "https://example.org/10.5555/walls"),
        ("walls of stone", "walls of stone"),
    ],
)
def test_addresses_become_identifiers(text: str, expected: str) -> None:
    assert bare(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "10.5555/walls",
        "doi:10.5555/WALLS",
        "DOI 10.5555/walls",
        "https://doi.org/10.5555/walls.",
        " 10.5555/walls ",
    ],
)
def test_a_doi_is_known_in_any_form(text: str) -> None:
    assert doi_of(text) == "10.5555/walls"


@pytest.mark.parametrize("text", ["walls", "10.5555", "10.5555/walls of stone", ""])
def test_what_is_more_or_less_than_a_doi_is_none(text: str) -> None:
    assert doi_of(text) is None
