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
        ("ORCID 0000-0002-1825-0097", "orcid:0000-0002-1825-0097"),
        ("ORCID iD: https://orcid.org/0000-0002-1825-0097", "orcid:0000-0002-1825-0097"),
        ("ISBN 978-0-306-40615-7", "identifier:0306406152"),
        ("isbn:0-306-40615-2.", "identifier:9780306406157."),
        ("ISBN-13: 978 0 306 40615 7", "identifier:0306406152"),
        ("(ISSN 1234–5679)", "(identifier:12345679)"),
        ("arXiv:2101.01234v3", "identifier:2101.01234"),
        ("arXiv: hep-th/9901001", "identifier:hep-th/9901001"),
        ("PMID: 23193287; PMCID: PMC3531190", "identifier:23193287; identifier:PMC3531190"),
        ("978-0-306-40615-7 walls", "0306406152 walls"),
        ("2101.01234v3", "2101.01234"),
        ("https://arxiv.org/pdf/2101.01234v3.pdf", "2101.01234"),
        ("https://pubmed.ncbi.nlm.nih.gov/23193287/", "23193287"),
        ("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC3531190/", "PMC3531190"),
        ("https://pmc.ncbi.nlm.nih.gov/articles/PMC3531190/", "PMC3531190"),
        ("https://hdl.handle.net/20.1000/100", "20.1000/100"),
        ("https://www.jstor.org/stable/2118559", "2118559"),
        ("978-0-306-40615-8", "978-0-306-40615-8"),
        ("ISBN 978-0-306-40615-8", "ISBN 978-0-306-40615-8"),
        ("2019-10-11-1", "2019-10-11-1"),
        ("arxiv preprints of 2101", "arxiv preprints of 2101"),
        ('"ISSN 1234-5679 of walls"', '"ISSN 1234-5679 of walls"'),
        ("10.5555/walls.", "10.5555/walls ."),
        ("10.5555/walls, 10.5555/roofs", "10.5555/walls , 10.5555/roofs"),
        ("doi:10.5555/walls*", "doi:10.5555/walls*"),
        ("https://example.org/doi/full/10.5555/walls", "10.5555/walls"),
        ("https://example.org/articles/10.5555/walls/full?lang=en#s2", "10.5555/walls"),
        ("https://example.org/content/pdf/10.5555%2Fwalls.pdf", "10.5555/walls"),
        ("https://example.org/v10.5555/walls", "https://example.org/v10.5555/walls"),
        ("@walls", "walls"),
        ("[@walls:2020]", "walls:2020"),
        ("\\autocite{walls-2020}", "walls-2020"),
        ("anna@example.org", "anna@example.org"),
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
